"""The five real reports: every announced figure comes out as printed, no other does, and measures row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.content import load_site
from prongsai.intake import read
from prongsai.recognition import measure_tables, recognise
from prongsai.recognition.headings import Column

REPO = Path(__file__).parents[2]
SEEDS = REPO.parent / "shared/seeds"
AGENCIES = {
    "000": ("tests/agencies/thung-arun/content", 2564),
    "001": ("tests/agencies/pong-nam-ron/content", 2563),
    "002": ("content", 2568),
    "003": ("tests/agencies/khao-thong/content", 2565),
    "004": ("tests/agencies/krabueang-nok/content", 2568),
}
MEASURES = {"000": 3, "001": 10, "002": 10, "003": 3, "004": 7}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the project")


@pytest.fixture(scope="module")
def known():
    return {year: frameworks.load(year, edition) for year, edition in frameworks.known()}


def source(seed):
    return read(next(SEEDS.glob(f"{seed}_*.txt")))


def announced(result):
    """Every figure of a transcribed result, by its name."""
    found = {"total": result.total, "change": result.change}
    for prefix, figures in result._groups():
        found |= {f"{prefix}{key}": figure.score for key, figure in figures.items()}
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.parametrize("seed", AGENCIES)
def test_every_announced_figure_is_found_and_no_other(seed, known):
    folder, year = AGENCIES[seed]
    result = load_site(REPO / folder).result(year)

    found = recognise(source(seed), known)

    figures = {one.figure: one.value for one in found.certain if one.figure != "level"}
    level = {one.value for one in found.certain if one.figure == "level"}
    assert found.year == year
    assert {key: float(value) for key, value in figures.items()} == {
        key: float(value) for key, value in announced(result).items()
    }
    assert level == ({result.level} if result.level else set())


@pytest.mark.parametrize("seed", MEASURES)
def test_measures_come_out_row_by_row(seed, known):
    tables = measure_tables(source(seed), known[AGENCIES[seed][1]])

    assert len(tables.measures) == MEASURES[seed]
    assert all(one.title and one.pieces(Column.STEPS) for one in tables.measures)


def test_two_tables_of_the_same_measures_are_laid_together(known):
    measures = measure_tables(source("001"), known[2563]).measures

    assert {one.progress for one in measures} == {"done"}
    assert [one.pieces(Column.RESPONSIBLE)[0] for one in measures][:3] == [
        "ทุกหน่วยงาน",
        "สำนักปลัด",
        "สำนักปลัด",
    ]


def test_a_row_that_a_page_cuts_is_one_measure(known):
    seventh = measure_tables(source("004"), known[2568]).measures[6]

    assert seventh.title.endswith("การติดต่อราชการ")
    assert [one.indicator for one in measure_tables(source("002"), known[2568]).measures] == [
        *range(1, 11)
    ]


def test_a_figure_printed_in_two_ways_is_settled_by_the_others_and_told(known):
    [six] = [one for one in recognise(source("002"), known).figures if one.figure == "indicator 6"]

    assert (six.value, [other.value for other in six.otherwise]) == ("96.26", ["96.29"])
    assert "96.26" in six.doubts[0].th


def test_indicators_put_in_another_order_are_known_by_their_names(known):
    found = {one.figure: one for one in recognise(source("003"), known).figures}

    assert found["indicator 2"].value == "97.77"
    assert found["indicator 2"].reading.title == "๕.การใช้งบประมาณ"


def test_the_year_beside_the_score_wins_over_that_of_the_cover(known):
    found = recognise(source("003"), known)

    assert found.year == 2565
    assert 2564 in {said.year for said in found.years}
