"""Values in cells and back: whatever the content says, its cell says it too."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.models.measure import Step
from prongsai.problems import InvalidValueError
from prongsai.workbook.cells import Place, Raw, column_letters
from prongsai.workbook.judging import laid_out
from prongsai.workbook.matching import matched
from prongsai.workbook.nesting import found, put
from prongsai.workbook.notation import CODES, LINES, UNITS, Units
from prongsai.workbook.numbers import cell_text
from prongsai.workbook.steps import STEPS
from prongsai.yamlediting import said

NO_UNITS = Units()
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1
)
entries = words.map(str.strip).filter(bool)
codes = st.from_regex(r"O[1-9]\d?", fullmatch=True)
steps = st.lists(
    entries
    | st.fixed_dictionaries({"text": entries, "parts": st.lists(entries, min_size=1, max_size=3)}),
    min_size=1,
    max_size=4,
)
contents = st.recursive(
    entries,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(entries, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(entries, min_size=1))
def test_a_list_reads_back_from_its_lines(values):
    assert LINES.read(LINES.show(values, NO_UNITS), None, NO_UNITS) == values


@given(st.lists(codes, min_size=1))
def test_codes_read_back_from_their_line(values):
    assert CODES.read(CODES.show(values, NO_UNITS), None, NO_UNITS) == values


@given(steps)
def test_steps_read_back_with_their_points(values):
    assert STEPS.read(STEPS.show(values, NO_UNITS), None, NO_UNITS) == values
    for step in values:
        Step.model_validate(step)


@given(steps, steps)
def test_steps_that_stay_are_the_very_values_that_were_there(values, more):
    mixed = [*more, *values]

    assert STEPS.read(STEPS.show(mixed, NO_UNITS), values, NO_UNITS) == mixed


@given(st.dictionaries(entries, contents, min_size=1))
def test_content_that_is_laid_out_says_the_same_with_a_value_a_line(content):
    text, where = laid_out(content, {})

    assert said(text) == content
    assert text.count("\n") == len(where)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        (97.5, "0.00", "97.50"),
        (97.5, "#,##0.0", "97.5"),
        (1 / 3, "0.00", "0.3333333333333333"),
        (0.1 + 0.2, "General", "0.3"),
        (97.0, "General", "97"),
        (2568, "0", "2568"),
        (2.5, "0", "2.5"),
        (float("inf"), "General", "Infinity"),
        (0.9679, "0.00%", "96.79"),
        (1e-7, "General", "0.0000001"),
        (-1.25, "0.00_);[Red]\\(0.00\\)", "-1.25"),
        (datetime.date(2025, 3, 15), "d mmm yy", "2025-03-15"),
        (datetime.datetime(2025, 3, 15), "d mmm yy", "2025-03-15"),
        (datetime.datetime(2025, 3, 15, 8, 30), "d mmm yy", "2025-03-15 08:30"),
        (" ก_x000D_\r\nข ", "@", "ก\nข"),
    ],
)
def test_a_value_is_the_text_that_its_cell_shows_and_never_less(value, number_format, text):
    assert cell_text(value, number_format)[0] == text


def test_units_are_read_by_either_name_one_a_line_or_between_commas():
    units = Units({"clerk": "สำนักปลัด", "finance": "กองคลัง"})

    assert UNITS.read("สำนักปลัด\nfinance", None, units) == ["clerk", "finance"]
    assert UNITS.read("สำนักปลัด, กองคลัง", None, units) == ["clerk", "finance"]
    with pytest.raises(InvalidValueError, match="is not on the sheet"):
        UNITS.read("กองช่าง", None, units)


def test_units_of_the_same_name_are_shown_by_their_short_names():
    units = Units({"a": "กอง", "b": "กอง"})

    assert UNITS.show(["a", "b"], units) == "a\nb"
    assert UNITS.read("a\nb", None, units) == ["a", "b"]


def test_plain_text_stands_for_a_score_until_a_title_joins_it():
    content = {"indicators": {"4": "89.05"}}

    assert found(content, ("indicators", "4", "score")) == "89.05"
    put(content, ("indicators", "4", "score"), "90.00", {})
    assert content == {"indicators": {"4": "90.00"}}
    put(content, ("indicators", "4", "title"), "ก", {})
    assert content == {"indicators": {"4": {"score": "90.00", "title": "ก"}}}


def test_a_new_key_stands_after_those_before_it_in_the_order():
    content = {"b": "1", "x": "2", "d": "3"}

    put(content, ("c",), "4", {(): ("a", "b", "c", "d")})
    put(content, ("a",), "5", {(): ("a", "b", "c", "d")})

    assert list(content) == ["a", "b", "c", "x", "d"]


def test_rows_stand_for_the_entries_that_agree_most():
    keys = [("id", "title"), ("id",), ("title",)]
    entries = [{"id": "m1", "title": "ก"}, {"id": "m2", "title": "ข"}, {"id": "m3", "title": "ค"}]
    rows = [
        {"id": "m3", "title": "ใหม่"},
        {"id": "m9", "title": "ข"},
        {"id": "m1", "title": "ก"},
        {"id": "", "title": ""},
    ]

    assert matched(rows, entries, keys) == [2, 1, 0, None]


def test_columns_are_called_as_excel_calls_them():
    assert [column_letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert Place(0, "ผล", 7, 2).cell == "B7"
    assert Raw().text == ""
