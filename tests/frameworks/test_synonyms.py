"""The everyday words reach every item of every year, and each of them says something."""

from __future__ import annotations

from itertools import combinations

import pytest

from prongsai import frameworks, thai
from prongsai.pages import words

SYNONYMS = frameworks.synonyms()
ITEMS = [
    (year, item)
    for year, edition in frameworks.known()
    for item in frameworks.load(year, edition).items
]


@pytest.mark.parametrize(("year", "item"), ITEMS, ids=lambda one: getattr(one, "id", one))
def test_every_item_of_every_year_has_everyday_words(year, item):
    assert len(SYNONYMS.of_title(item.title.th)) >= 2


def test_every_topic_is_that_of_some_item():
    titles = [item.title.th for _, item in ITEMS]

    assert [
        part for one in SYNONYMS.topics for part in one.titles if not any(part in t for t in titles)
    ] == []


def test_the_same_words_lead_to_the_item_under_each_of_its_numbers():
    found = {(year, item.id) for year, item in ITEMS if "สขร." in SYNONYMS.of_title(item.title.th)}

    assert {("O23", 2562), ("O21", 2566), ("O14", 2567), ("O12", 2568), ("O11", 2569)} <= {
        (item, year) for year, item in found
    }


def test_no_topic_says_a_word_twice():
    for topic in SYNONYMS.topics:
        spelt = [thai.normalise(word) for word in topic.words]
        assert [(a, b) for a, b in combinations(spelt, 2) if a == b] == []


def test_every_kind_of_report_has_words():
    assert SYNONYMS.reports.keys() == {"result", *words.REPORTS}
