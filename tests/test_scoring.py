"""Scores from their parts: the results announced for FY2564 and FY2568, the edges of rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import frameworks
from prongsai.models.result import Result
from prongsai.scoring import TOLERANCE, compute, differences, follows, rounded

SCORES = st.decimals(0, 100, places=2)


def framework(year):
    return frameworks.load(year, "national")


def result(year, **figures):
    return Result.model_validate({"fiscal_year": year, **figures})


def indicators(scores):
    return {str(number): score for number, score in enumerate(scores.split(), 1)}


def missed(year, *items, score="0"):
    """All items of a year at 100 but these."""
    return {item.id: score if item.id in items else "100" for item in framework(year).items}


def test_seed_002_follows_from_its_parts(samruean):
    computed = compute(framework(2568), samruean.result(2568))

    assert computed.total == Decimal("96.79")
    assert computed.instruments == {
        "IIT": Decimal("96.86"),
        "EIT": Decimal("95.77"),
        "OIT": Decimal("97.50"),
    }
    assert computed.sub_indicators["9.3"] == Decimal("75.00")
    assert {number: str(computed.indicators[number]) for number in (1, 2, 3, 4, 5, 9, 10)} == {
        1: "99.29",
        2: "99.05",
        3: "100.00",
        4: "89.05",
        5: "96.90",
        9: "95.00",
        10: "100.00",
    }


def test_seed_002_differs_only_where_one_part_of_the_eit_is_printed(samruean):
    found = differences(framework(2568), samruean.result(2568))

    assert [(d.what, str(d.announced), str(d.computed)) for d in found] == [
        ("indicator 6", "96.26", "94.83"),
        ("indicator 7", "95.16", "93.50"),
        ("indicator 8", "95.90", "93.83"),
    ]
    assert all(difference.one_part_only for difference in found)


def test_the_other_printing_of_seed_002_does_not_give_its_eit(samruean):
    printed = samruean.result(2568)
    indicators = {str(k): str(v.score) for k, v in printed.indicators.items()} | {"6": "96.29"}
    other = result(2568, instruments={"EIT": "95.77"}, indicators=indicators)

    [difference] = differences(framework(2568), other)

    assert (difference.what, str(difference.computed)) == ("EIT", "95.78")


SEED_000 = "86.38 84.37 80.20 78.46 73.07 72.70 63.38 61.97 51.35 42.86"


def test_the_total_of_seed_000_does_not_follow_from_its_indicators():
    printed = indicators(SEED_000)

    [difference] = differences(framework(2564), result(2564, total="64.93", indicators=printed))

    assert (difference.what, difference.announced) == ("total", Decimal("64.93"))
    assert difference.computed == Decimal("62.80")
    assert not difference.one_part_only


SEED_003 = "100 97.77 100 99.34 100 88.91 89.70 86.09 85.29 25.00"


def test_the_total_of_seed_003_follows_from_its_indicators():
    printed = indicators(SEED_003)
    announced = result(2565, total="78.35", indicators=printed)

    assert compute(framework(2565), announced).total == Decimal("78.35")
    assert differences(framework(2565), announced) == ()


ONE_MISSED = {  # the group of an item missed in FY2564, and what its indicator then is
    "O1": (9, "97.78"),  # 9 items
    "O10": (9, "97.50"),  # 8
    "O18": (9, "97.14"),  # 7
    "O29": (9, "96.00"),  # 5
    "O34": (10, "93.75"),  # 8, one of two groups
}


@pytest.mark.parametrize(("item", "expected"), ONE_MISSED.items())
def test_one_missed_item_gives_the_announced_figures_of_2564(item, expected):
    number, score = expected

    computed = compute(framework(2564), result(2564, items=missed(2564, item)))

    assert str(computed.indicators[number]) == score


def test_the_oit_counts_for_two_fifths_of_the_total():
    figures = {"IIT": "90.00", "EIT": "80.00", "OIT": "70.00"}

    assert compute(framework(2564), result(2564, instruments=figures)).total == Decimal("79.00")


def test_half_a_procurement_report_takes_five_points_off_indicator_9():
    computed = compute(framework(2568), result(2568, items=missed(2568, "O13", score="50")))

    assert computed.sub_indicators["9.3"] == 75
    assert computed.indicators[9] == 95
    assert computed.instruments["OIT"] == Decimal("97.50")


def test_an_announced_figure_counts_before_what_follows_from_its_parts():
    figures = {"items": missed(2568), "indicators": {"9": "50", "10": "70"}}

    computed = compute(framework(2568), result(2568, **figures))

    assert computed.indicators[9] == 100
    assert computed.instruments["OIT"] == 60


def test_the_total_follows_from_the_announced_instruments():
    figures = {"instruments": {"IIT": "90", "EIT": "90", "OIT": "90"}, "indicators": {"9": "0"}}
    figures["indicators"] |= {"10": "0"}

    computed = compute(framework(2568), result(2568, **figures))

    assert computed.instruments["OIT"] == 0
    assert computed.total == 90


def test_a_missing_part_gives_no_figure():
    items = missed(2568)
    del items["O13"]

    computed = compute(framework(2568), result(2568, items=items))

    assert "9.3" not in computed.sub_indicators
    assert 9 not in computed.indicators
    assert computed.indicators[10] == 100
    assert computed.instruments == {}
    assert computed.total is None


def test_nothing_announced_gives_nothing():
    computed = compute(framework(2568), result(2568))

    assert (computed.sub_indicators, computed.indicators, computed.instruments) == ({}, {}, {})
    assert computed.total is None
    assert differences(framework(2568), result(2568)) == ()


def test_no_score_rests_on_a_grouping_that_is_not_established():
    computed = compute(framework(2569), result(2569, items=missed(2569)))

    assert computed.sub_indicators == {}
    assert computed.indicators == {}


@pytest.mark.parametrize("year", [2561])
def test_a_year_without_weights_has_no_total(year):
    figures = {"IIT": "90", "EIT": "90"}

    assert compute(framework(year), result(year, instruments=figures)).total is None


EDGES = {  # the mean of the EIT's indicators is 90.005, 90.00 or 90.01 away from what is announced
    "exactly": ("90.00", "90.00", "90.00", "90.00", True),
    "a hundredth above": ("90.01", "90.00", "90.00", "90.00", True),
    "a hundredth below": ("89.99", "90.00", "90.00", "90.00", True),
    "two hundredths": ("90.02", "90.00", "90.00", "90.00", False),
    "a third of a hundredth more": ("90.01", "90.00", "90.00", "89.99", False),
    "a third of a hundredth less": ("90.01", "90.00", "90.00", "90.01", True),
}


@pytest.mark.parametrize(("eit", "i6", "i7", "i8", "fits"), EDGES.values(), ids=EDGES)
def test_a_hundredth_is_rounding_and_more_is_a_difference(eit, i6, i7, i8, fits):
    figures = {"instruments": {"EIT": eit}, "indicators": {"6": i6, "7": i7, "8": i8}}

    found = differences(framework(2568), result(2568, **figures))

    assert (found == ()) == fits


def test_the_tolerance_is_a_hundredth():
    assert Fraction(1, 100) == TOLERANCE


HALVES = {"0.005": "0.01", "0.015": "0.02", "96.785": "96.79", "96.7849": "96.78", "100": "100.00"}


@pytest.mark.parametrize(("exact", "shown"), HALVES.items())
def test_halves_are_rounded_up(exact, shown):
    assert str(rounded(Fraction(exact))) == shown


def test_a_third_is_rounded_once():
    assert str(rounded(Fraction(200, 3))) == "66.67"


@pytest.mark.parametrize(
    ("announced", "earlier", "change", "fits"),
    [
        ("96.79", "96.01", "0.78", True),  # seed 002
        ("96.79", "96.01", "0.77", True),
        ("96.79", "96.01", "0.76", False),
        ("96.01", "96.79", "-0.78", True),
        ("96.01", "96.79", "0.78", False),
    ],
)
def test_a_printed_change_fits_within_the_rounding_of_three_figures(
    announced, earlier, change, fits
):
    assert follows(Decimal(announced), Decimal(earlier), Decimal(change)) == fits


@given(st.lists(SCORES, min_size=28, max_size=28))
def test_a_mean_lies_within_its_parts(scores):
    items = {item.id: str(s) for item, s in zip(framework(2568).items, scores, strict=True)}

    computed = compute(framework(2568), result(2568, items=items))

    for sub in framework(2568).sub_indicators:
        parts = [Decimal(items[item]) for item in sub.items]
        assert min(parts) <= computed.sub_indicators[sub.id] <= max(parts)
    for number in (9, 10):
        subs = [computed.exact_sub_indicators[s.id] for s in framework(2568).subs_of(number)]
        assert min(subs) <= computed.exact_indicators[number] <= max(subs)


@given(
    scores=st.dictionaries(
        st.sampled_from([f"O{n}" for n in range(1, 29)]), SCORES.map(str), min_size=20
    ),
    random=st.randoms(use_true_random=False),
)
def test_the_order_of_the_figures_does_not_matter(scores, random):
    shuffled = list(scores.items())
    random.shuffle(shuffled)

    assert compute(framework(2568), result(2568, items=dict(shuffled))) == compute(
        framework(2568), result(2568, items=scores)
    )


@given(st.lists(SCORES, min_size=10, max_size=10))
def test_figures_that_are_rounded_from_their_parts_are_never_called_different(scores):
    indicators = {str(n): str(score) for n, score in enumerate(scores, 1)}
    computed = compute(framework(2564), result(2564, indicators=indicators))
    figures = {code: str(score) for code, score in computed.instruments.items()}

    announced = result(2564, indicators=indicators, instruments=figures, total=str(computed.total))

    assert differences(framework(2564), announced) == ()
