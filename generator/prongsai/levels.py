"""Whether an announced level can be right.

To FY2565 the total alone decides. From FY2566 the parts must reach a mark as well, and no source
settles which parts: every reading in the catalogue (`rule_variants`) is tried, and a level is
called wrong only when all of them exclude it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.models.level import Level, RuleVariant
from prongsai.models.result import Result
from prongsai.models.terms import Grade


class Verdict(StrEnum):
    """`consistent`: no reading excludes the level and at least one gives it."""

    CONSISTENT = "consistent"
    WRONG = "wrong"
    UNDECIDABLE = "undecidable"


@dataclass(frozen=True, slots=True)
class LevelVerdict:
    """The verdict, and the levels that each reading of the rule allows with the figures at hand."""

    verdict: Verdict
    allowed: tuple[tuple[RuleVariant | None, tuple[Level, ...]], ...] = ()
    """The reading (None where the total alone decides) and the levels it leaves open."""


def level_verdict(framework: Framework, result: Result) -> LevelVerdict | None:
    """Judge the announced level by the announced figures. None when no level was announced."""
    if result.level is None:
        return None
    if not _is_established(framework):
        return LevelVerdict(Verdict.UNDECIDABLE)
    if not any(_is_called(level, result.level) for level in framework.levels):
        return LevelVerdict(Verdict.WRONG)
    if result.total is None:
        return LevelVerdict(Verdict.UNDECIDABLE)
    variants: tuple[RuleVariant | None, ...] = framework.rule_variants or (None,)
    allowed = tuple((v, tuple(_allowed(framework, result, v))) for v in variants)
    return LevelVerdict(_verdict(result.level, [levels for _, levels in allowed]), allowed)


def _is_established(framework: Framework) -> bool:
    """Whether a source gives the scale of the year, with its bands; else nothing can be judged."""
    sure = framework.confidence.levels.grade not in (Grade.LOW, Grade.NONE)
    return sure and all(level.lowest is not None for level in framework.levels)


def _verdict(announced: str, allowed: list[tuple[Level, ...]]) -> Verdict:
    fits = [any(_is_called(level, announced) for level in levels) for levels in allowed]
    given = [fit and len(levels) == 1 for fit, levels in zip(fits, allowed, strict=True)]
    if not any(fits):
        return Verdict.WRONG
    return Verdict.CONSISTENT if all(fits) and any(given) else Verdict.UNDECIDABLE


def _is_called(level: Level, announced: str) -> bool:
    return thai.normalise(level.name.th) == thai.normalise(announced)


def _allowed(framework: Framework, result: Result, variant: RuleVariant | None) -> Iterable[Level]:
    """Yield, best first, each level that the figures at hand leave possible under one reading."""
    assert result.total is not None
    for level in framework.levels:
        if level.lowest is None or result.total < level.lowest:
            continue
        reached = _parts_reach(framework, result, variant, level.parts_at_least)
        if reached is not False:
            yield level
        if reached:
            return


def _parts_reach(
    framework: Framework, result: Result, variant: RuleVariant | None, mark: Decimal | None
) -> bool | None:
    """Say whether the parts that the reading names all reach the mark; None if figures lack.

    A part below the mark drags no mean above it: an instrument under the mark has an indicator, and
    an EIT under the mark has a part, that is under it too. So a low instrument decides every
    reading.
    """
    if mark is None or variant is None:
        return True
    instruments = [result.announced(instrument.id) for instrument in framework.instruments]
    indicators = [result.announced(f"indicator {i.id}") for i in framework.indicators]
    if any(score is not None and score < mark for score in instruments):
        return False
    match variant.parts:
        case "instruments":
            return True if None not in instruments else None
        case "indicators":
            return _all_reach(indicators, mark)
        case "instruments-and-eit-parts":
            return None


def _all_reach(scores: list[Decimal | None], mark: Decimal) -> bool | None:
    if any(score is not None and score < mark for score in scores):
        return False
    return None if None in scores else True
