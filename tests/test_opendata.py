"""The open data: figures as numbers, years as integers, days as ISO dates, one row per thing."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.content import load_site
from prongsai.opendata import (
    data_files,
    datasets,
    disclosure_rows,
    item_rows,
    measure_rows,
    result_data,
    result_rows,
    to_csv,
    to_json,
)


@pytest.fixture(scope="module")
def example():
    return load_site(Path(__file__).parent / "pages/example")


def test_every_file_stands_below_data_and_is_named_once(example):
    paths = [file.path for file in data_files(example)]

    assert paths == [
        "data/2568/result.json",
        "data/2568/result.csv",
        "data/2567/result.json",
        "data/2567/result.csv",
        "data/2569/disclosure.json",
        "data/2569/disclosure.csv",
        "data/2568/disclosure.json",
        "data/2568/disclosure.csv",
        "data/2569/measures.json",
        "data/2569/measures.csv",
        "data/items.json",
        "data/catalog.jsonld",
    ]


def test_the_columns_that_are_explained_are_those_that_stand_in_the_file(example):
    for dataset in datasets(example):
        for file in dataset.files:
            if file.path.endswith(".csv"):
                heads = next(csv.reader(StringIO(file.text.removeprefix("\ufeff"))))
            else:
                read = json.loads(file.text)
                heads = list(read if isinstance(read, dict) else read[0])
            assert heads == [column.key for column in file.columns], file.path


def test_every_column_is_explained_in_thai_and_in_english(example):
    columns = {column for one in datasets(example) for file in one.files for column in file.columns}

    assert len(columns) > 30
    for column in columns:
        assert re.search("[ก-๛]", column.about.th), column.key
        assert re.search("[a-z]", column.about.en), column.key
        assert not re.search("[ก-๛]", column.about.en), column.key


def test_a_result_tells_what_does_not_follow(example):
    data = result_data(example, example.result(2568))

    assert data["level_verdict"] == "consistent"
    assert json.loads(to_json(data))["differences"] == [
        {"what": "total", "announced": 83.05, "computed": 82.75}
    ]


def test_a_result_that_is_hardly_known_says_null_rather_than_nothing(example):
    data = json.loads(to_json(result_data(example, example.result(2567))))

    assert data["announced"]["total"] == 84.1
    assert data["announced"]["level"] is None
    assert data["computed"]["total"] is None
    assert data["level_verdict"] is None


def test_the_long_form_holds_every_figure_of_the_result_once(samruean):
    result = samruean.result(2568)
    rows = result_rows(samruean, result)

    keys = [(row["kind"], row["id"]) for row in rows]
    assert len(keys) == len(set(keys))
    announced = {key: row["announced"] for key, row in zip(keys, rows, strict=True)}
    assert announced["total", "total"] == result.total
    assert announced["indicator", 6] == result.indicators[6].score
    assert announced["item", "O13"] == result.items["O13"].score
    assert announced["question", "e1"] == result.questions["e1"].score


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("O1", {"state": "partial", "elements_shown": 3, "elements_required": 4}),
        ("O2", {"state": "complete", "elements_shown": 7, "elements_required": 7}),
        ("O3", {"state": "missing", "elements_shown": 0, "updated": None}),
        ("O10", {"state": "not-applicable"}),
        ("O12", {"state": "partial", "announced_score": 0, "sub_indicator": "9.3"}),
        ("O22", {"state": "nothing-to-report"}),
    ],
)
def test_an_item_is_told_with_its_state(example, item, expected):
    rows = {row["id"]: row for row in disclosure_rows(example, example.year_by_number[2568])}

    assert {key: rows[item][key] for key in expected} == expected


def test_an_item_leads_to_its_page(example):
    rows = disclosure_rows(example, example.year_by_number[2568])

    assert rows[0]["url"] == "https://tuayang.example/oit/2568/o1/"


def test_an_item_of_a_year_without_established_grouping_has_no_sub_indicator(example):
    rows = disclosure_rows(example, example.year_by_number[2569])

    assert {row["sub_indicator"] for row in rows} == {None}


def test_a_measure_is_told_with_every_field(example):
    [first, second, third] = json.loads(to_json(measure_rows(example, example.measures(2569))))

    assert first["steps"] == ["จัดทำตาราง; รายเดือน; รายปี", "เผยแพร่บนเว็บไซต์หลัก"]
    assert (first["period_from"], first["period_to"]) == ("2025-10-01", "2026-09-30")
    assert first["responsible"] == ["กองคลัง", "สำนักปลัด"]
    assert first["progress"] == "done"
    assert second["period_text"] == "๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙"
    assert (second["period_from"], second["period_to"]) == ("2025-10-01", "2026-09-30")
    assert (third["period_from"], third["progress"]) == ("2025-10-01", None)


def test_measures_have_the_same_columns_in_every_row(example):
    keys = {tuple(row) for row in measure_rows(example, example.measures(2569))}

    assert len(keys) == 1


def test_the_list_of_items_holds_every_year_newest_first(example):
    years = [row["fiscal_year"] for row in item_rows(example)]

    assert years == [2569] * 26 + [2568] * 28


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_what_is_written_as_csv_is_read_back(rows):
    listed = [{"ก": first, "b": second} for first, second in rows]

    text = to_csv(listed)

    assert text.startswith("\ufeff")
    read = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [_bare(row) for row in read] == [_bare(row) for row in listed]


def _bare(row):
    return {key: value.lstrip("'") for key, value in row.items()}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(0)"])
def test_a_cell_is_never_a_formula(cell):
    row = next(csv.DictReader(StringIO(to_csv([{"a": cell}]).removeprefix("\ufeff"), newline="")))

    assert row["a"] == f"'{cell}"


def test_a_negative_number_stays_a_number_in_csv():
    assert "-0.5" in to_csv([{"a": -0.5}]).splitlines()


def test_lists_stand_in_one_cell():
    assert to_csv([{"a": ["O1", "O2"]}]) == "\ufeffa\r\nO1; O2\r\n"


def test_json_keeps_thai_readable():
    assert to_json({"ก": "โปร่งใส"}) == '{\n  "ก": "โปร่งใส"\n}\n'
