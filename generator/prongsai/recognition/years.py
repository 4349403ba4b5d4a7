"""Which fiscal year a document gives the result of, by the years printed near what it says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from prongsai.problems import Text
from prongsai.recognition.readings import SCORE, quoted
from prongsai.recognition.source import Source, folded
from prongsai.recognition.yearwords import year_alone, years_in

_YEAR = re.compile(
    r"(?:ปี(?:งบประมาณ)?|พ\.ศ\.|ITA)[\s.]*(?:ปี(?:งบประมาณ)?|พ\.ศ\.|ITA|[\s.])*(25\d\d)(?!\d)"
)
_RESULT = re.compile(
    r"ผลการประเมิน|ผลคะแนน|การประเมินผล|ประเมินคุณธรรม|Integrity and Transparency", re.IGNORECASE
)
_SCORED = re.compile(rf"(?:คะแนน|ร้อยละ|ระดับ)\D{{0,30}}?(?=\d+\.){SCORE}|\d\.\d\d?\s*คะแนน")
_OF_WHAT_FOLLOWS = re.compile(r"ไปสู่|มาตรการ|แผน|ผลการดำเนินการ")
"""Words before a year that make it that of what was done after the result."""
_HOPED = re.compile(r"ตั้งเป้า|เป้าหมาย|ให้ได้|ควรได้|คาดว่า|คาดหวัง")
"""Words that make a score one that is hoped for."""
_BESIDE = 25
"""Signs around a year in which such words are about it."""
_CAPTION = re.compile(r"ผล(?:คะแนน|การประเมิน)|คะแนน")
_HEAD = 12
"""Rows of a document that make up its cover."""


@dataclass(frozen=True)
class YearSaid:
    """A year that a document gives as that of its result."""

    year: int
    place: Text
    quote: str
    weight: int
    """3 beside a score, 2 in a sentence about the result, 1 on the cover."""


def years_said(source: Source, known: Collection[int]) -> tuple[YearSaid, ...]:
    """Return every place where a known year is that of the result, in order."""
    return tuple(_said(source, known))


def result_year(said: Collection[YearSaid]) -> int | None:
    """Return the year that weighs most; None for none, or for a tie."""
    most: Counter[int] = Counter()
    for one in said:
        most[one.year] = max(most[one.year], 0) + 10 ** (one.weight - 1)
    ranked = most.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _is_hoped(text: str, year: re.Match[str]) -> bool:
    return bool(_HOPED.search(text, max(0, year.start() - _BESIDE), year.end() + _BESIDE))


def is_of_another_year(caption: str, year: int) -> bool:
    """Say whether the line above a table of scores gives them to other years than this."""
    text = folded(caption)
    if alone := year_alone(text):
        return alone != year
    about_scores = _CAPTION.search(text) and not _OF_WHAT_FOLLOWS.search(text)
    years = years_in(text)
    return bool(years and about_scores) and year not in years


def _said(source: Source, known: Collection[int]) -> Iterator[YearSaid]:
    seen = 0
    for rows in source.paragraphs():
        text = folded("\n".join(row.text for row in rows))
        seen += len(rows)
        found = [m for m in _YEAR.finditer(text) if int(m[1]) in known and not _is_hoped(text, m)]
        if not found or not (_RESULT.search(text) or seen <= _HEAD):
            continue
        if rows[0].is_table and not _RESULT.search(text) and rows[0].filled > 1:
            continue  # a row of one year among others, or the heads of its columns
        scored = _SCORED.search(text)
        if scored:
            # Of several years in a sentence the one just before the score is meant.
            before = [m for m in found if m.start() < scored.end()] or found
            yield YearSaid(int(before[-1][1]), rows[0].place, quoted(text), 3)
        elif not _OF_WHAT_FOLLOWS.search(text[: found[0].start()]):
            yield YearSaid(int(found[0][1]), rows[0].place, quoted(text), 1 if seen <= _HEAD else 2)
