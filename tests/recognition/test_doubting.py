"""The last look: shares and running numbers are no scores, and sums that do not fit are told."""

from __future__ import annotations

import pytest

from prongsai import frameworks
from prongsai.problems import Text
from prongsai.recognition import Row, Source, recognise

KNOWN = {2568: frameworks.load(2568, "national")}
NAMES = [one.name.th for one in KNOWN[2568].indicators]


def found(scores, *lines):
    """What a document says that gives the ten indicators these scores."""
    texts = ["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568", "", *lines, ""]
    rows = [("ตัวชี้วัด", "คะแนน"), *zip(NAMES, scores, strict=False)]
    cells = [*[(text,) if text else () for text in texts], *rows]
    places = [Text(f"บรรทัดที่ {n}", f"line {n}") for n in range(1, len(cells) + 1)]
    source = Source(tuple(map(Row, cells, places)))
    return {one.figure: one for one in recognise(source, KNOWN).figures}


SCORES = ["92.00", "90.00", "91.00", "86.00", "91.00", "90.00", "92.00", "91.00", "97.50", "92.50"]


def test_scores_that_fit_are_not_doubted():
    figures = found(SCORES, "ได้คะแนนรวม 92.30 คะแนน", "IIT = 90.00 EIT = 91.00 OIT = 95.00")

    assert len(figures) == 14
    assert [one.figure for one in figures.values() if one.doubts] == []


def test_a_total_that_cannot_be_that_of_its_parts_is_doubted_with_the_sum():
    figures = found(SCORES, "ได้คะแนนรวม 82.30 คะแนน")

    [doubt] = figures["total"].doubts
    assert figures["total"].value == "82.30"
    assert "0.3 × 90.00 + 0.3 × 91.00 + 0.4 × 95.00 = 92.30" in doubt.th
    assert "82.30" in doubt.en


def test_an_instrument_that_is_not_the_mean_of_its_indicators_is_doubted_with_the_sum():
    figures = found(SCORES, "OIT = 59.00")

    assert "(97.50 + 92.50) ÷ 2 = 95.00" in figures["OIT"].doubts[0].en


def test_shares_are_left_out_and_told():
    figures = found([f"0.{score[:2]}" for score in SCORES])

    assert len(figures) == 10
    assert {one.value for one in figures.values()} == {None}
    assert "สัดส่วน" in figures["indicator 1"].doubts[0].th


def test_a_score_of_one_among_others_stays():
    assert found(["1.00", *SCORES[1:]])["indicator 1"].value == "1.00"


def test_scores_of_nought_stay():
    assert found(["0.00"] * 10)["indicator 1"].value == "0.00"


def test_running_numbers_are_left_out_and_told():
    figures = found([f"{n}.00" for n in range(1, 11)])

    assert {one.value for one in figures.values()} == {None}
    assert "เลขลำดับ" in figures["indicator 1"].doubts[0].th


@pytest.mark.parametrize("values", [("81.00", "82.00"), ("82.00", "81.00")])
def test_values_that_differ_without_anything_to_decide_are_all_told(values):
    figures = found(["91.00"], *(f"ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้คะแนน {value}" for value in values))

    assert figures["indicator 2"].value is None
    assert [one.value for one in figures["indicator 2"].otherwise] == list(values)
