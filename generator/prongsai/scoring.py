"""Scores from their parts, in exact arithmetic, and whether an announced level can be right.

Aggregation (DOMAIN: proven on the announced results of FY2564 and FY2568): the mean of questions
is an indicator; the mean of items a sub-indicator; the mean of sub-indicators indicator 9 or 10;
the mean of indicators an instrument; 0.3 IIT + 0.3 EIT + 0.4 OIT the total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from prongsai.models.framework import Framework
from prongsai.models.result import Announced, Result

K = TypeVar("K")

PASS_MARK = Decimal(85)
"""The pass mark and national target (MATI68, NATION66): an indicator below it is a weakness."""
_HALF_UNIT = Fraction(1, 200)
"""Announced figures are rounded to two decimals: each may be off by half a hundredth."""
TOLERANCE = 2 * _HALF_UNIT
"""A mean of rounded parts is off by half a hundredth at most, and so is the announced figure."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An announced figure that does not follow from its announced parts."""

    what: str
    """`total`, `EIT`, `indicator 6`."""
    announced: Decimal
    computed: Decimal
    """Rounded to two decimals."""
    one_part_only: bool = False
    """The parts are survey questions of an EIT taken in two parts, printed once: they may belong
    to one part, so that the difference need not be a mistake."""


@dataclass(frozen=True)
class Computed:
    """What follows from the announced parts. A figure with a part missing is absent."""

    exact_sub_indicators: Mapping[str, Fraction]
    exact_indicators: Mapping[int, Fraction]
    exact_instruments: Mapping[str, Fraction]
    exact_total: Fraction | None

    @cached_property
    def sub_indicators(self) -> dict[str, Decimal]:
        return {key: rounded(value) for key, value in self.exact_sub_indicators.items()}

    @cached_property
    def indicators(self) -> dict[int, Decimal]:
        return {key: rounded(value) for key, value in self.exact_indicators.items()}

    @cached_property
    def instruments(self) -> dict[str, Decimal]:
        return {key: rounded(value) for key, value in self.exact_instruments.items()}

    @property
    def total(self) -> Decimal | None:
        return None if self.exact_total is None else rounded(self.exact_total)


def rounded(value: Fraction) -> Decimal:
    """Return the value with two decimals, halves up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def compute(framework: Framework, result: Result) -> Computed:
    """Return each figure as it follows from the figures announced one step below it.

    Where one of those was not announced, what follows for it from its own parts is used.
    """
    subs = {
        sub.id: mean
        for sub in framework.sub_indicators
        if (mean := _mean([_score(result.items, item) for item in sub.items])) is not None
    }
    indicators = {
        indicator.id: mean
        for indicator in framework.indicators
        if (mean := _indicator(framework, result, indicator.id, subs)) is not None
    }
    known_indicators = indicators | _announced(result.indicators)
    instruments = {
        instrument.id: mean
        for instrument in framework.instruments
        if (mean := _mean([known_indicators.get(i) for i in instrument.indicators])) is not None
    }
    known_instruments = instruments | _announced(result.instruments)
    return Computed(subs, indicators, instruments, _total(framework, known_instruments))


def differences(framework: Framework, result: Result) -> tuple[Difference, ...]:
    """Return the announced figures that do not follow from their parts within rounding."""
    computed = compute(framework, result)
    in_parts = {q.indicator for q in framework.questions.eit if framework.questions.eit_parts}
    pairs = [("total", result.total, computed.exact_total)]
    pairs += [
        (k, f.score, computed.exact_instruments.get(k)) for k, f in result.instruments.items()
    ]
    pairs += [
        (f"indicator {k}", f.score, computed.exact_indicators.get(k))
        for k, f in result.indicators.items()
    ]
    one_part = _resting_on(framework, result, in_parts)
    return tuple(
        Difference(what, announced, rounded(exact), what in one_part)
        for what, announced, exact in pairs
        if announced is not None and exact is not None
        if abs(Fraction(announced) - exact) > TOLERANCE
    )


def _resting_on(framework: Framework, result: Result, in_parts: set[int]) -> set[str]:
    """Return the figures that are worked out from the questions of these indicators.

    That is the indicators themselves; an instrument and the total only where what stands between
    was not announced, so that it had to be worked out as well.
    """
    names = {f"indicator {number}" for number in in_parts}
    worked_out = in_parts - set(result.indicators)
    resting = {i.id for i in framework.instruments if worked_out & set(i.indicators)}
    names |= resting
    return names | {"total"} if resting - set(result.instruments) else names


def weak_indicators(result: Result) -> dict[int, Announced]:
    """Return the indicators that were announced below the pass mark: each needs a measure."""
    return {n: figure for n, figure in result.indicators.items() if figure.score < PASS_MARK}


def follows(announced: Decimal, earlier: Decimal, change: Decimal) -> bool:
    """Say whether a printed change fits the two totals, each of the three rounded."""
    return abs(Fraction(announced) - Fraction(earlier) - Fraction(change)) <= 3 * _HALF_UNIT


def _indicator(
    framework: Framework, result: Result, number: int, subs: Mapping[str, Fraction]
) -> Fraction | None:
    parts = [subs.get(sub.id) for sub in framework.subs_of(number)]
    parts = parts or [_score(result.questions, q.id) for q in framework.questions_of(number)]
    return _mean(parts)


def _total(framework: Framework, instruments: Mapping[str, Fraction]) -> Fraction | None:
    weighted = []
    for instrument in framework.instruments:
        score = instruments.get(instrument.id)
        if score is None or instrument.weight is None:
            return None
        weighted.append(score * Fraction(instrument.weight))
    return sum(weighted, Fraction(0)) if weighted else None


def _mean(parts: Iterable[Fraction | None]) -> Fraction | None:
    """Return the mean, or None when there is no part or one is not known."""
    known = list(parts)
    if not known or None in known:
        return None
    return sum((part for part in known if part is not None), Fraction(0)) / len(known)


def _score(figures: Mapping[str, Announced], code: str) -> Fraction | None:
    figure = figures.get(code)
    return Fraction(figure.score) if figure else None


def _announced(figures: Mapping[K, Announced]) -> dict[K, Fraction]:
    return {code: Fraction(figure.score) for code, figure in figures.items()}
