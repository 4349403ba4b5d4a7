"""The crosswalk leaves out no item of any two neighbouring years."""

from __future__ import annotations

import pytest

from prongsai import frameworks

PAIRS = frameworks.crosswalk().pairs
BY_YEAR = pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p.from_year}-{p.to_year}")


def items(year):
    return set(frameworks.load(year, "national").item_by_id)


def test_the_pairs_follow_each_other_from_2562():
    assert [(p.from_year, p.to_year) for p in PAIRS] == [(y, y + 1) for y in range(2562, 2569)]


@BY_YEAR
def test_every_item_of_the_earlier_year_goes_on_or_is_dropped(pair):
    linked = {item for link in pair.links for item in link.before}

    assert linked | set(pair.dropped) == items(pair.from_year)
    assert not linked & set(pair.dropped)


@BY_YEAR
def test_every_item_of_the_later_year_comes_from_one_or_is_new(pair):
    linked = {item for link in pair.links for item in link.after}

    assert linked | set(pair.new) == items(pair.to_year)
    assert not linked & set(pair.new)


@BY_YEAR
def test_items_that_are_the_same_go_on_alone(pair):
    for link in pair.links:
        if link.relation == "same":
            assert len(link.before) == len(link.after) == 1, link.where


@BY_YEAR
def test_merging_is_of_several(pair):
    for link in pair.links:
        if link.relation == "merged":
            assert len(link.before) > 1, link.where


def test_an_item_is_followed_into_the_next_year_and_back():
    crosswalk = frameworks.crosswalk()

    [(year, item, link)] = crosswalk.after(2568, "O28")

    assert (year, item, link.relation.value) == (2569, "O26", "same")
    assert [(y, i) for y, i, _ in crosswalk.before(2569, "O26")] == [(2568, "O28")]


def test_the_measures_of_2562_are_replaced_by_two_items():
    found = [(year, item) for year, item, _ in frameworks.crosswalk().after(2562, "O45")]

    assert found == [(2563, "O42"), (2563, "O43")]


def test_a_year_at_the_end_leads_nowhere():
    assert list(frameworks.crosswalk().after(2569, "O1")) == []
    assert list(frameworks.crosswalk().before(2562, "O1")) == []
