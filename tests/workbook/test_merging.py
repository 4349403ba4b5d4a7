"""Three states of a file: whatever they are, what one side changed is taken, and nothing is lost unsaid."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.workbook.cells import Place
from prongsai.workbook.draft import Draft
from prongsai.workbook.merging import merged
from prongsai.workbook.notation import Units

WORDS = st.sampled_from(["ก", "ข", "ค", "91.00", "92.50"])
ENTRIES = st.fixed_dictionaries(
    {"title": WORDS},
    optional={"id": st.sampled_from(["m1", "m2", "m3"]), "note": WORDS, "cites": st.lists(WORDS)},
)
CONTENTS = st.fixed_dictionaries(
    {"fiscal_year": st.just("2568")},
    optional={
        "total": WORDS,
        "indicators": st.dictionaries(st.sampled_from(["1", "2", "3"]), WORDS, min_size=1),
        "contact": st.fixed_dictionaries({}, optional={"phone": WORDS}).filter(bool),
        "measures": st.lists(ENTRIES, min_size=1, max_size=4),
    },
)


def cells(value, path=()):
    """The paths that have cells: every entry of a list, and every value that is not a mapping."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        where = (*path, key)
        if isinstance(inner, dict):
            yield from ([where] if isinstance(key, int) else [])
            yield from cells(inner, where)
        elif inner and isinstance(inner, list) and isinstance(inner[0], dict):
            yield from cells(inner, where)
        else:
            yield where


def taken_over(then, typed, now):
    draft = Draft(deepcopy(then), Units())
    draft.content = deepcopy(typed)
    for row, where in enumerate(cells(typed), 3):
        draft.places[where] = Place(1, "แผ่นงาน", row, 3)
    return merged(draft, deepcopy(now))


@settings(max_examples=150, deadline=None)
@given(CONTENTS, CONTENTS)
def test_a_workbook_that_nobody_touched_changes_nothing(then, now):
    result = taken_over(then, then, now)

    assert result.draft.content == now
    assert result.conflicts == []


@settings(max_examples=150, deadline=None)
@given(CONTENTS, CONTENTS)
def test_content_that_nobody_touched_becomes_what_the_workbook_says(then, typed):
    result = taken_over(then, typed, then)

    assert result.draft.content == typed
    assert result.conflicts == []
    assert result.kept == []


@given(CONTENTS, CONTENTS)
def test_what_both_made_of_it_alike_is_no_conflict(then, both):
    result = taken_over(then, both, both)

    assert result.draft.content == both
    assert result.conflicts == []


@settings(max_examples=150, deadline=None)
@given(CONTENTS, CONTENTS, CONTENTS)
def test_every_cell_leads_to_its_value_afterwards_or_it_is_told(then, typed, now):
    result = taken_over(then, typed, now)
    told = {found.place for found in (*result.conflicts, *result.kept)}
    values = dict(values_in(result.draft.content))
    before = {place: dict(values_in(typed))[where] for where, place in places(typed)}

    for where, place in result.draft.places.items():
        if place not in told and not isinstance(where[-1], int) and where in values:
            assert values[where] == before[place]


def places(typed):
    return ((where, Place(1, "แผ่นงาน", row, 3)) for row, where in enumerate(cells(typed), 3))


def values_in(content, path=()):
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, inner in pairs:
        yield (*path, key), inner
        if isinstance(inner, dict | list):
            yield from values_in(inner, (*path, key))
