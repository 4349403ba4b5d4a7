"""Whether an announced level can be right: the cases of SOURCES.md, and the edges of each band."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import frameworks
from prongsai.levels import Verdict, level_verdict
from prongsai.models.result import Result
from prongsai.models.terms import Grade

AA_TO_F = range(2563, 2566)
VERBAL = range(2566, 2569)
BOTH = (*AA_TO_F, *VERBAL)
INSTRUMENTS = ("IIT", "EIT", "OIT")
INDICATORS = [str(number) for number in range(1, 11)]
SEED2 = ("99.29", "99.05", "100", "89.05", "96.90", "96.26", "95.16", "95.90", "95.00", "100")


def judged(year, level, total=None, instruments=(), indicators=()):
    result = Result(
        fiscal_year=year,
        level=level,
        total=total,
        instruments=dict(zip(INSTRUMENTS, instruments, strict=False)),
        indicators=dict(zip(INDICATORS, indicators, strict=False)),
    )
    return level_verdict(frameworks.load(year, "national"), result)


def verdict(*args, **kwargs):
    return judged(*args, **kwargs).verdict


OLD_BORDERS = (
    ("100", "AA"),
    ("95.00", "AA"),
    ("94.99", "A"),
    ("85.00", "A"),
    ("84.99", "B"),
    ("75.00", "B"),
    ("74.99", "C"),
    ("65.00", "C"),
    ("64.99", "D"),
    ("64.93", "D"),  # seed 000
    ("55.00", "D"),
    ("54.99", "E"),
    ("50.00", "E"),
    ("49.99", "F"),
    ("0", "F"),
)


@pytest.mark.parametrize("year", AA_TO_F)
@pytest.mark.parametrize(("total", "level"), OLD_BORDERS)
def test_to_2565_the_total_alone_decides(year, total, level):
    names = [level.name.th for level in frameworks.load(year, "national").levels]

    consistent = [name for name in names if verdict(year, name, total) is Verdict.CONSISTENT]

    assert consistent == [level]
    assert all(verdict(year, name, total) is Verdict.WRONG for name in names if name != level)


def test_seed_003_is_a_b():
    assert verdict(2565, "B", "78.35") is Verdict.CONSISTENT


def test_seed_002_is_never_wrong():
    figures = ("ผ่านดี", "96.79", ("96.86", "95.77", "97.50"), SEED2)

    assert verdict(2568, *figures) is Verdict.UNDECIDABLE
    assert {
        variant.id: [level.name.th for level in levels]
        for variant, levels in judged(2568, *figures).allowed
    } == {
        "v1-instruments": ["ผ่านดีเยี่ยม"],
        "v2-indicators": ["ผ่านดี"],
        "v3-instruments-and-eit-parts": ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"],
    }


def test_seed_004_cannot_be_decided_by_its_total():
    assert verdict(2568, "ผ่าน", "88.88") is Verdict.UNDECIDABLE


def test_the_state_audit_office_of_2568_passes_and_no_more():
    figures = {"total": "94.64", "instruments": ("95", "84.99", "97")}

    assert verdict(2568, "ผ่าน", **figures) is Verdict.CONSISTENT
    assert verdict(2568, "ผ่านดี", **figures) is Verdict.WRONG
    assert verdict(2568, "ผ่านดีเยี่ยม", **figures) is Verdict.WRONG


def test_the_state_audit_office_of_2567_cannot_be_decided():
    assert verdict(2567, "ผ่านดี", "92.43") is Verdict.UNDECIDABLE


def test_thai_pbs_of_2566_cannot_be_decided():
    assert verdict(2566, "ผ่านดี", "95.81") is Verdict.UNDECIDABLE


@pytest.mark.parametrize("year", VERBAL)
@pytest.mark.parametrize("low", range(3))
def test_with_an_instrument_under_85_only_a_plain_pass_is_left(year, low):
    instruments = ["100", "100", "100"]
    instruments[low] = "84.99"

    found = judged(year, "ผ่าน", "95.50", instruments)

    assert found.verdict is Verdict.CONSISTENT
    assert all([level.name.th for level in levels] == ["ผ่าน"] for _, levels in found.allowed)


@pytest.mark.parametrize("year", VERBAL)
@pytest.mark.parametrize("level", ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"])
def test_a_total_under_85_is_never_a_pass(year, level):
    assert verdict(year, level, "84.99") is Verdict.WRONG


@pytest.mark.parametrize("year", VERBAL)
@pytest.mark.parametrize("level", ["ผ่านดี", "ผ่าน"])
def test_a_total_of_85_can_be_a_pass_or_a_good_one(year, level):
    assert verdict(year, level, "85.00") is Verdict.UNDECIDABLE


VERBAL_BORDERS = (
    ("84.99", "ต้องปรับปรุง"),
    ("70.00", "ต้องปรับปรุง"),
    ("69.99", "ต้องปรับปรุงโดยด่วน"),
    ("0", "ต้องปรับปรุงโดยด่วน"),
)


@pytest.mark.parametrize("year", VERBAL)
@pytest.mark.parametrize(("total", "level"), VERBAL_BORDERS)
def test_under_85_the_total_decides(year, total, level):
    assert verdict(year, level, total) is Verdict.CONSISTENT


@pytest.mark.parametrize("year", VERBAL)
def test_all_parts_at_95_allow_the_best_level_under_every_reading(year):
    figures = ("95.00", ["95.00"] * 3, ["95.00"] * 10)

    assert verdict(year, "ผ่านดีเยี่ยม", *figures) is Verdict.CONSISTENT
    assert verdict(year, "ผ่านดี", *figures) is Verdict.UNDECIDABLE


@pytest.mark.parametrize("year", VERBAL)
def test_a_total_of_9499_is_never_the_best_level(year):
    assert verdict(year, "ผ่านดีเยี่ยม", "94.99") is Verdict.WRONG


@pytest.mark.parametrize("year", BOTH)
def test_a_level_of_another_scale_is_wrong(year):
    other = "AA" if year in VERBAL else "ผ่านดีเยี่ยม"

    assert verdict(year, other, "100") is Verdict.WRONG
    assert verdict(year, other) is Verdict.WRONG


@pytest.mark.parametrize("level", ["สูงมาก", "สูง", "AA"])
def test_no_level_of_2561_can_be_decided(level):
    assert verdict(2561, level, "86.50") is Verdict.UNDECIDABLE


@pytest.mark.parametrize(("year", "level"), [(2562, "สูงมาก"), (2569, "AA"), (2569, "ผ่าน")])
def test_nothing_is_judged_by_a_scale_that_is_only_assumed(year, level):
    assert verdict(year, level, "40") is Verdict.UNDECIDABLE
    assert frameworks.load(year, "national").confidence.levels.grade is Grade.LOW


@pytest.mark.parametrize("year", range(2561, 2570))
def test_a_level_without_a_total_cannot_be_decided(year):
    [level, *_] = frameworks.load(year, "national").levels

    assert verdict(year, level.name.th) is Verdict.UNDECIDABLE


def test_a_result_without_a_level_has_no_verdict():
    assert judged(2568, None, "96.79") is None


def test_a_level_is_known_in_another_spelling():
    assert verdict(2568, " ผ่าน\u200bดี ", "84.00") is Verdict.WRONG
    assert verdict(2568, "ต้องปรับปรุง\u200b", "84.00") is Verdict.CONSISTENT


SCORES = st.decimals(0, 100, places=2).map(str)
BANDS = {
    "ผ่านดีเยี่ยม": ("95", "100"),
    "ผ่านดี": ("85", "100"),
    "ผ่าน": ("85", "100"),
    "ต้องปรับปรุง": ("70", "84.99"),
    "ต้องปรับปรุงโดยด่วน": ("0", "69.99"),
}
MARKS = {"ผ่านดีเยี่ยม": 95, "ผ่านดี": 85}


@given(
    level=st.sampled_from(list(BANDS)),
    total=SCORES,
    instruments=st.lists(SCORES, max_size=3),
    indicators=st.lists(SCORES, max_size=10),
)
def test_wrong_is_said_only_of_what_the_band_or_an_instrument_excludes(
    level, total, instruments, indicators
):
    found = verdict(2568, level, total, instruments, indicators)

    lowest, highest = map(Decimal, BANDS[level])
    in_band = lowest <= Decimal(total) <= highest
    low = any(Decimal(score) < MARKS.get(level, 0) for score in instruments)
    assert (found is Verdict.WRONG) == (low or not in_band)


@given(total=SCORES, indicators=st.lists(SCORES, max_size=10))
def test_every_total_leaves_a_level_open_under_every_reading(total, indicators):
    found = judged(2568, "ผ่าน", total, (), indicators)

    assert all(levels for _, levels in found.allowed)
