"""สิ่งที่ควรแก้ก่อน: the fewest things to mend with which a figure surely reaches a score. Pure.

Each incomplete item costs as many fixes as it lacks elements, and gains what it is worth when it
is complete. Which items to take is the knapsack problem: `shortest` solves it exactly, by the best
gain for each number of fixes, so that no other choice reaches the target with fewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from prongsai.coverage import ItemCoverage, State
from prongsai.projection import Projection, Range

_SETTLED = (State.COMPLETE, State.NOTHING_TO_REPORT)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure (`total`, `OIT` or the number of an indicator) and the score that it shall reach."""

    figure: str | int
    score: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One item to complete."""

    row: ItemCoverage
    fixes: int
    """How many elements it lacks; 1 where only evidence as such is missing."""
    gain: Fraction
    """The points that the figure of the target surely gains."""


@dataclass(frozen=True, slots=True)
class FixList:
    """The items to complete, in the order of the framework, and where the figure comes out."""

    target: Target
    now: Range
    steps: tuple[Step, ...]
    reached: Fraction
    """What the figure surely has with all steps done. Below the target where it is out of reach."""

    @property
    def fixes(self) -> int:
        return sum(step.fixes for step in self.steps)

    @property
    def is_enough(self) -> bool:
        return self.reached >= Fraction(self.target.score)


def shortest(
    projection: Projection, rows: Sequence[ItemCoverage], target: Target
) -> FixList | None:
    """Return the list with the fewest fixes; None where the figure cannot be told at all.

    Out of reach, the list holds every step there is. Of lists with as few fixes, the one that
    gains more, then the one with fewer items.
    """
    now = figure(projection, target.figure)
    if now is None:
        return None
    steps = [step for row in rows if (step := _step(projection, row, target)) and step.gain]
    needed = Fraction(target.score) - now.lowest
    if needed <= 0:
        return FixList(target, now, (), now.lowest)
    if sum((step.gain for step in steps), Fraction(0)) >= needed:
        steps = _fewest(steps, needed)
    return FixList(
        target, now, tuple(steps), now.lowest + sum((s.gain for s in steps), Fraction(0))
    )


def figure(projection: Projection, name: str | int) -> Range | None:
    """Return the self-assessed score of a figure, or None where it cannot be told."""
    match name:
        case "total":
            return projection.total
        case int():
            return projection.indicators.get(name)
        case _:
            return projection.oit


def _step(projection: Projection, row: ItemCoverage, target: Target) -> Step | None:
    worth = projection.worth(row.item.id)
    if worth is None or row.state in _SETTLED:
        return None
    gain = {"total": worth.of_total, "OIT": worth.of_oit}.get(
        str(target.figure), worth.of_indicator if worth.indicator == target.figure else None
    )
    return Step(row, max(1, len(row.lacking)), gain) if gain else None


def _fewest(steps: Sequence[Step], needed: Fraction) -> list[Step]:
    """Return the steps with the fewest fixes that gain what is needed; together they do.

    best[n] is the most that n fixes or fewer can gain, over the steps looked at so far.
    """
    unit = lcm(*(step.gain.denominator for step in steps))
    goal = needed * unit
    # How much is gained, and how few items do it.
    best: list[tuple[int, int]] = [(0, 0)] * (sum(step.fixes for step in steps) + 1)
    taken: list[list[bool]] = []
    for step in steps:
        with_it = [
            (best[n - step.fixes][0] + int(step.gain * unit), best[n - step.fixes][1] - 1)
            if n >= step.fixes
            else (-1, 0)
            for n in range(len(best))
        ]
        taken.append([new > old for new, old in zip(with_it, best, strict=True)])
        best = [max(new, old) for new, old in zip(with_it, best, strict=True)]
    fixes = next(n for n, (gain, _) in enumerate(best) if gain >= goal)
    return list(_chosen(steps, taken, fixes))[::-1]


def _chosen(steps: Sequence[Step], taken: Sequence[Sequence[bool]], fixes: int) -> Iterable[Step]:
    """Yield the steps behind best[fixes], the last one first."""
    for step, choices in zip(reversed(steps), reversed(taken), strict=True):
        if choices[fixes]:
            yield step
            fixes -= step.fixes
