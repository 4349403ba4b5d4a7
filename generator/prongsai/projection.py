"""คะแนนประเมินตนเอง: what the items of a year would score as they stand, and what to mend first. Pure.

Nothing here is an official score. What a declared "not applicable" or a part of an item scores is
told by no source, so each figure is a range: it is surely not below the lowest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from prongsai.coverage import ItemCoverage, State
from prongsai.models.framework import Framework
from prongsai.models.item import Item
from prongsai.models.result import Announced, Result
from prongsai.scoring import Computed, compute, rounded

K = TypeVar("K", str, int)

OIT = "OIT"
_FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Range:
    """A self-assessed score, 0 to 100: from what is sure to what is possible."""

    lowest: Fraction
    highest: Fraction

    @property
    def shown(self) -> tuple[Decimal, Decimal]:
        """Both ends with two decimals, as announced figures have."""
        return rounded(self.lowest), rounded(self.highest)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a figure one item makes: 1/10 of indicator 9 is 10 of its 100 points."""

    indicator: int
    of_indicator: Fraction
    of_oit: Fraction
    of_total: Fraction | None
    """None where the year's weights are not known."""


@dataclass(frozen=True)
class Projection:
    """The self-assessed scores of the items of a year. A figure that cannot be told is absent."""

    framework: Framework
    items: Mapping[str, Range]
    lowest: Computed
    highest: Computed

    @cached_property
    def sub_indicators(self) -> dict[str, Range]:
        return _ranges(self.lowest.exact_sub_indicators, self.highest.exact_sub_indicators)

    @cached_property
    def indicators(self) -> dict[int, Range]:
        return _ranges(self.lowest.exact_indicators, self.highest.exact_indicators)

    @property
    def oit(self) -> Range | None:
        found = _ranges(self.lowest.exact_instruments, self.highest.exact_instruments)
        return found.get(OIT)

    @property
    def total(self) -> Range | None:
        """The total with the announced IIT and EIT of the year; None before they are known."""
        low, high = self.lowest.exact_total, self.highest.exact_total
        return None if low is None or high is None else Range(low, high)

    @cached_property
    def shares(self) -> dict[str, Share]:
        return shares(self.framework)

    def worth(self, item: str) -> Share | None:
        """Return the points that each figure surely gains when the item becomes complete."""
        share, now = self.shares.get(item), self.items.get(item)
        if share is None or now is None:
            return None
        gain = _FULL - now.lowest
        total = None if share.of_total is None else share.of_total * gain
        return Share(share.indicator, share.of_indicator * gain, share.of_oit * gain, total)


def project(
    framework: Framework, rows: Iterable[ItemCoverage], result: Result | None
) -> Projection:
    """Return what the items would score by what this site shows of them.

    `result` is the announced one of the year, if there is one: its IIT and EIT make the total.
    """
    items = {row.item.id: _range(framework, row) for row in rows}
    return Projection(
        framework,
        items,
        _computed(framework, {code: one.lowest for code, one in items.items()}, result),
        _computed(framework, {code: one.highest for code, one in items.items()}, result),
    )


def shares(framework: Framework) -> dict[str, Share]:
    """Return the share of each item in what it counts for; empty where the groups are not known."""
    oit = next((one for one in framework.instruments if one.id == OIT), None)
    found: dict[str, Share] = {}
    for sub in framework.sub_indicators if oit else ():
        groups = tuple(framework.subs_of(sub.indicator))
        of_indicator = Fraction(1, len(groups) * len(sub.items))
        assert oit is not None
        of_oit = of_indicator / len(oit.indicators)
        of_total = None if oit.weight is None else of_oit * Fraction(oit.weight)
        for item in sub.items:
            found[item] = Share(sub.indicator, of_indicator, of_oit, of_total)
    return found


def _range(framework: Framework, row: ItemCoverage) -> Range:
    """Return what an item scores. Between nothing and everything a year may have steps (0, 50, 100)."""
    match row.state:
        case State.COMPLETE | State.NOTHING_TO_REPORT:
            return Range(_FULL, _FULL)
        case State.MISSING:
            return Range(Fraction(0), Fraction(0))
        case State.PARTIAL:
            return Range(Fraction(0), _best_step(framework, row.item))
        case State.NOT_APPLICABLE:
            return Range(Fraction(0), _FULL)


def _best_step(framework: Framework, item: Item) -> Fraction:
    """Return the best score that an item can get which lacks something."""
    values = item.scores.values if item.scores else framework.aggregation.item_scores
    return max((Fraction(one) for one in values if one < 100), default=Fraction(0))


def _computed(
    framework: Framework, items: Mapping[str, Fraction], result: Result | None
) -> Computed:
    others = result.instruments if result else {}
    figures = Result(
        fiscal_year=framework.fiscal_year,
        instruments={code: one for code, one in others.items() if code != OIT},
        items={code: Announced(score=rounded(score)) for code, score in items.items()},
    )
    return compute(framework, figures)


def _ranges(low: Mapping[K, Fraction], high: Mapping[K, Fraction]) -> dict[K, Range]:
    return {code: Range(lowest, high[code]) for code, lowest in low.items() if code in high}
