"""Self-assessed scores: ranges that are never below what is sure, and the fewest things to mend."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import frameworks
from prongsai.coverage import ItemCoverage, State
from prongsai.fixes import FixList, Step, Target, _fewest, shortest
from prongsai.models.disclosure import Disclosure
from prongsai.models.item import Element, ElementKind, Required
from prongsai.models.result import Result
from prongsai.models.terms import AgencyKind, Name
from prongsai.projection import project

FY2568 = frameworks.load_for(2568, AgencyKind.LOCAL_GOVERNMENT)
RESULT = Result(
    fiscal_year=2568, instruments={"IIT": {"score": "96.86"}, "EIT": {"score": "95.77"}}
)


def row(item, state, lacking=0):
    number = item.id[1:]
    elements = tuple(
        Element(
            id=f"o{number}-e{n}",
            text=Name(th="ก"),
            kind=ElementKind.DOCUMENT,
            required=Required.YES,
        )
        for n in range(1, lacking + 1)
    )
    return ItemCoverage(item, Disclosure(), state, elements, frozenset(), (), ())


def rows(states=(), lacking=(), *, others=State.COMPLETE):
    """A row per item of FY2568; those that are not named are in the same state."""
    states, lacking = dict(states), dict(lacking)
    return [
        row(item, states.get(item.id, others), lacking.get(item.id, 0)) for item in FY2568.items
    ]


def of(rows, result=None):
    return project(FY2568, rows, result)


def test_the_official_example_comes_out_as_announced():
    """SEED2: O13 with 50 and all others with 100 made 9.3 = 75, indicator 9 = 95, OIT = 97.50."""
    projection = of(rows({"O13": State.PARTIAL}), RESULT)

    assert projection.sub_indicators["9.3"].shown == (Decimal("50.00"), Decimal("75.00"))
    assert projection.indicators[9].shown == (Decimal("90.00"), Decimal("95.00"))
    assert projection.oit.shown == (Decimal("95.00"), Decimal("97.50"))
    assert projection.total.shown == (Decimal("95.79"), Decimal("96.79"))


def test_an_item_in_a_group_of_two_weighs_more_than_one_of_seven():
    projection = of(rows(others=State.MISSING), RESULT)

    assert projection.worth("O12").of_indicator == 10
    assert projection.worth("O5").of_indicator == Fraction(20, 7)
    assert projection.worth("O12").of_total == 2


def test_what_all_items_are_worth_together_is_all_that_there_is_to_gain():
    projection = of(rows(others=State.MISSING), RESULT)
    worths = [projection.worth(item.id) for item in FY2568.items]

    assert sum(one.of_oit for one in worths) == 100
    assert sum(one.of_total for one in worths) == 40
    for indicator in (9, 10):
        assert sum(one.of_indicator for one in worths if one.indicator == indicator) == 100


@pytest.mark.parametrize(
    ("state", "lowest", "highest"),
    [
        (State.COMPLETE, 100, 100),
        (State.NOTHING_TO_REPORT, 100, 100),
        (State.PARTIAL, 0, 50),
        (State.MISSING, 0, 0),
        (State.NOT_APPLICABLE, 0, 100),
    ],
)
def test_what_no_source_tells_is_a_range(state, lowest, highest):
    found = of(rows({"O13": state})).items["O13"]

    assert (found.lowest, found.highest) == (lowest, highest)


def test_without_the_announced_iit_and_eit_there_is_no_total():
    projection = of(rows())

    assert projection.total is None
    assert projection.oit.shown == (Decimal("100.00"), Decimal("100.00"))


def test_a_year_whose_groups_are_not_known_has_scores_of_items_only():
    framework = frameworks.load_for(2569, AgencyKind.LOCAL_GOVERNMENT)
    projection = project(framework, [row(i, State.COMPLETE) for i in framework.items], None)

    assert projection.items["O1"].lowest == 100
    assert projection.indicators == {}
    assert projection.oit is None
    assert projection.worth("O1") is None


def test_one_big_item_is_taken_before_many_small_ones():
    missing = {f"O{n}": State.MISSING for n in (5, 6, 7, 8, 12)}
    found = shortest(of(rows(missing)), rows(missing), Target(9, Decimal(88)))

    assert [step.row.item.id for step in found.steps] == ["O12"]
    assert found.fixes == 1
    assert found.is_enough


def test_an_item_that_lacks_much_gives_way_to_two_that_lack_little():
    missing = {"O12": State.MISSING, "O14": State.MISSING, "O15": State.MISSING}
    lacking = {"O12": 9, "O14": 2, "O15": 3}
    found = shortest(of(rows(missing)), rows(missing, lacking), Target(9, Decimal(86)))

    assert [(s.row.item.id, s.fixes) for s in found.steps] == [("O14", 2), ("O15", 3)]


def test_a_target_that_is_reached_already_needs_nothing():
    found = shortest(of(rows()), rows(), Target("OIT", Decimal(100)))

    assert (found.steps, found.is_enough) == ((), True)


def test_a_target_out_of_reach_says_how_far_everything_leads():
    missing = rows(others=State.MISSING)
    found = shortest(of(missing, RESULT), missing, Target("total", Decimal(99)))

    assert len(found.steps) == 28
    assert not found.is_enough
    assert found.reached == Fraction("97.789")


def test_a_figure_that_cannot_be_told_has_no_list():
    assert shortest(of(rows()), rows(), Target("total", Decimal(85))) is None
    assert shortest(of(rows()), rows(), Target(3, Decimal(85))) is None


STEPS = st.lists(
    st.builds(
        Step,
        st.just(row(FY2568.items[0], State.MISSING)),
        st.integers(1, 6),
        st.fractions(Fraction(1, 8), 20, max_denominator=21),
    ),
    min_size=1,
    max_size=9,
)


@given(STEPS, st.floats(0.01, 1.0))
def test_no_other_choice_reaches_the_target_with_fewer_fixes(steps, part):
    needed = sum((s.gain for s in steps), Fraction(0)) * Fraction(part)

    chosen = _fewest(steps, needed)

    enough = [
        choice
        for size in range(len(steps) + 1)
        for choice in combinations(range(len(steps)), size)
        if sum((steps[i].gain for i in choice), Fraction(0)) >= needed
    ]
    cost = [
        (sum(steps[i].fixes for i in c), -sum(steps[i].gain for i in c), len(c)) for c in enough
    ]
    found = (sum(s.fixes for s in chosen), -sum(s.gain for s in chosen), len(chosen))
    assert found == min(cost)


def test_a_list_says_where_the_figure_stands_now():
    missing = rows({"O12": State.PARTIAL})
    found = shortest(of(missing), missing, Target(9, Decimal(95)))

    assert isinstance(found, FixList)
    assert found.now.shown == (Decimal("90.00"), Decimal("95.00"))
    assert found.reached == 100
