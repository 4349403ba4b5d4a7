"""The shipped catalogue: each year complete in itself, and honest about what is not known."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest

from prongsai import frameworks
from prongsai.models.item import ReportPart
from prongsai.models.terms import AgencyKind
from prongsai.problems import UnknownYearError

YEARS = frameworks.known_years()
ITEM_YEARS = [year for year in YEARS if year >= 2562]
GROUPED = range(2562, 2569)
ITEMS = {2561: 0, 2562: 48, 2567: 35, 2568: 28, 2569: 26} | dict.fromkeys(range(2563, 2567), 43)
SIZES = {
    2562: (9, 8, 7, 4, 5, 8, 7),
    2563: (9, 8, 7, 4, 5, 8, 2),
    2564: (9, 8, 7, 4, 5, 8, 2),
    2565: (9, 8, 7, 4, 5, 8, 2),
    2566: (10, 8, 4, 4, 4, 8, 5),
    2567: (6, 7, 4, 4, 4, 6, 4),
    2568: (4, 7, 2, 3, 4, 4, 4),
}
SUBS = ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]


def framework(year):
    return frameworks.load(year, "national")


def test_the_catalogue_covers_2561_to_2569():
    assert tuple(range(2561, 2570)) == YEARS


def test_a_year_that_is_not_shipped_is_told_with_those_that_are():
    with pytest.raises(UnknownYearError, match=r"fiscal year 2570; known: 2561, .*, 2569"):
        frameworks.load(2570, "national")


@pytest.mark.parametrize("kind", AgencyKind)
@pytest.mark.parametrize("year", YEARS)
def test_every_kind_of_agency_has_an_edition(year, kind):
    found = frameworks.load_for(year, kind)

    assert found.fiscal_year == year
    assert kind in found.kinds


@pytest.mark.parametrize("year", YEARS)
def test_a_file_is_named_by_its_year_and_edition(year):
    assert (framework(year).fiscal_year, framework(year).edition) == (year, "national")
    assert str(framework(year).where).startswith(f"frameworks/{year}-national.yml:")


@pytest.mark.parametrize("year", YEARS)
def test_items_are_numbered_without_gaps(year):
    ids = [item.id for item in framework(year).items]

    assert ids == [f"O{number}" for number in range(1, ITEMS[year] + 1)]


@pytest.mark.parametrize("year", YEARS)
def test_every_item_is_in_one_sub_indicator_where_these_are_established(year):
    grouped = [item for sub in framework(year).sub_indicators for item in sub.items]

    assert grouped == ([item.id for item in framework(year).items] if year in GROUPED else [])


@pytest.mark.parametrize("year", GROUPED)
def test_sub_indicators_have_the_sizes_that_scores_and_sources_gave(year):
    subs = framework(year).sub_indicators

    assert [sub.id for sub in subs] == SUBS
    assert tuple(len(sub.items) for sub in subs) == SIZES[year]


def test_the_groups_of_2569_are_marked_as_inferred():
    found = framework(2569)

    assert found.sub_indicators == ()
    assert found.sub_indicator_of == {}
    assert "NOT established" in found.inferred_sub_indicators.note
    assert [i for g in found.inferred_sub_indicators.groups for i in g.items] == list(
        found.item_by_id
    )


@pytest.mark.parametrize("year", ITEM_YEARS)
def test_weights_make_a_whole(year):
    weights = {i.id: i.weight for i in framework(year).instruments}

    assert weights == {"IIT": Decimal("0.3"), "EIT": Decimal("0.3"), "OIT": Decimal("0.4")}
    assert sum(weights.values()) == 1


def test_weights_of_2561_are_not_guessed():
    assert {i.id: i.weight for i in framework(2561).instruments} == {
        "IIT": None,
        "EIT": None,
        "EBIT": None,
    }


@pytest.mark.parametrize("year", ITEM_YEARS)
def test_ten_indicators_belong_to_their_instruments(year):
    owners = {i.id: i.instrument for i in framework(year).indicators}
    listed = {number: i.id for i in framework(year).instruments for number in i.indicators}

    assert owners == listed
    assert list(owners) == list(range(1, 11))
    assert [n for n, i in owners.items() if i == "OIT"] == [9, 10]


@pytest.mark.parametrize("year", YEARS)
def test_elements_are_numbered_under_their_item(year):
    for item in framework(year).items:
        ids = [element.id for element in item.elements.list]
        assert ids == [f"{item.slug}-e{number}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("year", YEARS)
def test_what_has_elements_says_where_from_and_how_sure(year):
    for item in framework(year).items:
        known = (item.elements.source is not None, item.elements.confidence != "none")
        assert known == (bool(item.elements.list),) * 2, item.id


@pytest.mark.parametrize("year", YEARS)
def test_every_text_is_there_in_both_languages(year):
    for item in framework(year).items:
        assert item.title.en, item.id
        assert all(element.text.en for element in item.elements.list), item.id


KEY = re.compile(r"\b[A-Z]{2,}[0-9]+\b|\b(?:HIA|VEC|KTL|RECALL|SDU|DONYHAI)\b")
NO_KEYS = re.compile(r"FY\d{4}|KTL\d\d")
"""Years, and items of the list KTL."""


def cited_sources(found):
    for item in found.items:
        yield from (item.title_source, item.elements.source, item.period.basis, item.note)
        yield from (part.source for part in [item.status] if part)
        yield from (part.note for part in (item.columns, item.scores) if part)
    yield from (part.note for part in (*found.indicators, *found.sub_indicators))
    yield from (found.note, found.levels_note, found.questions.note, found.aggregation.note)
    yield from (entry.source for entry in found.calendar)
    yield from found.submission.sources
    yield from found.aggregation.evidence
    for variant in found.rule_variants:
        yield from variant.supports + variant.against


@pytest.mark.parametrize("year", YEARS)
def test_every_source_that_is_cited_is_declared(year):
    found = framework(year)
    cited = {
        key
        for text in cited_sources(found)
        for key in KEY.findall(text or "")
        if not NO_KEYS.fullmatch(key)
    }

    assert cited <= set(found.sources)


@pytest.mark.parametrize("year", YEARS)
def test_levels_run_from_the_best_down_to_nothing(year):
    lowest = [level.lowest for level in framework(year).levels]

    if year == 2561:
        assert lowest == [None, None]
    else:
        assert lowest == sorted(lowest, reverse=True)
        assert lowest[-1] == 0


@pytest.mark.parametrize("year", range(2562, 2566))
def test_bands_leave_no_gap(year):
    levels = framework(year).levels

    assert levels[0].highest == 100
    for better, worse in pairwise(levels):
        assert better.lowest - worse.highest == Decimal("0.01")


@pytest.mark.parametrize("year", range(2566, 2570))
def test_levels_with_a_mark_for_the_parts_come_before_the_plain_pass(year):
    marks = [(str(v.lowest), v.parts_at_least) for v in framework(year).levels]

    assert marks == [("95.0", 95), ("85.0", 85), ("85.0", None), ("70.0", None), ("0.0", None)]


@pytest.mark.parametrize("year", YEARS)
def test_the_level_rule_has_readings_from_2566_on(year):
    parts = [variant.parts for variant in framework(year).rule_variants]

    expected = ["instruments", "indicators", "instruments-and-eit-parts"]
    assert parts == (expected if year >= 2566 else [])


@pytest.mark.parametrize("year", range(2563, 2570))
def test_two_items_of_a_year_are_about_the_ita_itself(year):
    duties = {i.duty.report: (i.id, i.duty.fiscal_year) for i in framework(year).items if i.duty}
    first, second = [f"O{number}" for number in (ITEMS[year] - 1, ITEMS[year])]

    assert duties == {
        "measures": (first, year),
        "progress": (second, year if year <= 2566 else year - 1),
    }


@pytest.mark.parametrize("year", range(2563, 2570))
def test_the_period_of_a_duty_agrees_with_the_year_of_its_measures(year):
    for item in (item for item in framework(year).items if item.duty):
        kinds = {"result-and-measures": year, "this-year": year, "previous-year": year - 1}
        assert item.duty.fiscal_year == kinds[item.period.kind.value]


@pytest.mark.parametrize("year", YEARS)
def test_only_items_with_a_duty_have_elements_that_a_report_shows(year):
    for item in framework(year).items:
        parts = [element.report_part for element in item.elements.list]
        assert all(isinstance(part, ReportPart if item.duty else type(None)) for part in parts)


def test_the_eit_was_taken_in_parts_from_2567_as_far_as_is_known():
    assert [y for y in YEARS if framework(y).questions.eit_parts] == [2567, 2568]


@pytest.mark.parametrize(("year", "iit", "eit"), [(2564, 30, 0), (2568, 15, 9)])
def test_questions_are_known_where_a_source_prints_them(year, iit, eit):
    questions = framework(year).questions

    assert (len(questions.iit), len(questions.eit)) == (iit, eit)
    assert [q.id for q in questions.iit] == [f"i{number}" for number in range(1, iit + 1)]
    assert [q.id for q in questions.eit] == [f"e{number}" for number in range(1, eit + 1)]


def test_a_framework_is_read_once():
    assert framework(2568) is framework(2568)
