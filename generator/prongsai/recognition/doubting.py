"""A last look at what was read: figures that are no scores, and figures that contradict their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from prongsai.models.framework import Framework
from prongsai.models.result import Announced, Result
from prongsai.problems import Text
from prongsai.recognition.settling import Settled, result_of
from prongsai.scoring import Difference, compute, differences

K = TypeVar("K")
_ENOUGH = 3
"""Figures from which a pattern is none by chance."""


def doubted(figures: Sequence[Settled], framework: Framework) -> tuple[Settled, ...]:
    """Return the figures, without those that can be no scores, with a doubt where sums do not fit."""
    kept = _without(figures, _shares(figures), _SHARES)
    kept = _without(kept, _row_numbers(kept), _ROW_NUMBERS)
    known = {one.figure: one.value for one in kept if one.value is not None}
    result = result_of(framework.fiscal_year, known)
    doubts = {
        one.what: _does_not_fit(one, framework, result)
        for one in differences(framework, result)
        if not one.one_part_only
    }
    return tuple(
        replace(one, doubts=(*one.doubts, doubts[one.figure]))
        if one.figure in doubts and one.value is not None
        else one
        for one in kept
    )


def _without(figures: Iterable[Settled], names: set[str], why: Text) -> list[Settled]:
    return [
        replace(one, value=None, doubts=(*one.doubts, why)) if one.figure in names else one
        for one in figures
    ]


def _scores(figures: Iterable[Settled]) -> Mapping[str, Decimal]:
    return {
        one.figure: Decimal(one.value)
        for one in figures
        if one.value is not None and one.figure not in ("level", "change")
    }


def _shares(figures: Iterable[Settled]) -> set[str]:
    """Return the figures of a document in which none is over 1: they are shares of a hundred."""
    scores = _scores(figures)
    small = [score for score in scores.values() if score <= 1]
    is_shares = len(small) >= _ENOUGH and len(small) == len(scores) and any(small)
    return set(scores) if is_shares else set()


def _row_numbers(figures: Iterable[Settled]) -> set[str]:
    """Return the indicators, questions or items of which each has its own number for a score."""
    found: set[str] = set()
    scores = _scores(figures)
    for kind in ("indicator ", "i", "e", "O"):
        own = {
            name: score == int(name.removeprefix(kind))
            for name, score in scores.items()
            if name.removeprefix(kind).isdecimal() and name.startswith(kind)
        }
        if len(own) >= _ENOUGH and all(own.values()):
            found |= set(own)
    return found


def _does_not_fit(found: Difference, framework: Framework, result: Result) -> Text:
    sum_told = _reckoning(found.what, framework, result) or str(found.computed)
    return Text(
        f"ไม่ตรงกับคะแนนย่อยที่อ่านได้: {sum_told} แต่เอกสารพิมพ์ {found.announced} ตรวจกับต้นฉบับ",
        f"it does not follow from the parts that were read: {sum_told}, and the document prints "
        f"{found.announced}; see the original",
    )


def _reckoning(what: str, framework: Framework, result: Result) -> str:
    """Return how a figure follows from those below it; empty for one that rests on many."""
    computed = compute(framework, result)
    if what == "total":
        parts = " + ".join(
            f"{one.weight} × {_announced(result.instruments, one.id) or computed.instruments[one.id]}"
            for one in framework.instruments
        )
        return f"{parts} = {computed.total}"
    instrument = next((one for one in framework.instruments if one.id == what), None)
    if instrument is None:
        return ""
    scores = [
        str(_announced(result.indicators, one) or computed.indicators[one])
        for one in instrument.indicators
    ]
    return f"({' + '.join(scores)}) ÷ {len(scores)} = {computed.instruments[what]}"


def _announced(figures: Mapping[K, Announced], key: K) -> Decimal | None:
    found = figures.get(key)
    return found.score if found else None


_SHARES = Text(
    "คะแนนทั้งหมดในเอกสารไม่เกิน 1 น่าจะเป็นสัดส่วน (0.99 แทน 99) จึงไม่นำเข้า วิธีแก้: แสดงเป็นร้อยละแล้วบันทึกใหม่",
    "no score in the document is over 1: they are probably shares (0.99 for 99), and are left out; "
    "hint: show them as percentages and save the file again",
)
_ROW_NUMBERS = Text(
    "คะแนนเท่ากับเลขลำดับของตัวเองทุกตัว น่าจะเป็นเลขลำดับ ไม่ใช่คะแนน จึงไม่นำเข้า",
    "every score is its own running number: they are probably the numbers of the rows, and are left out",
)
