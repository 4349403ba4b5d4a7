"""Periods: from one day to another, as people write them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Self

from pydantic import Field, model_validator

from prongsai import thai
from prongsai.models.base import Model
from prongsai.models.values import Day, Words
from prongsai.problems import InvalidValueError, Text

_ANY_YEAR = 2568
_ERA_WORD = re.compile(r"พ\.\s*ศ\.?\s*")
_PART_OF_YEAR = re.compile(
    r"(?:รอบ\s*)?(?:(?P<half>(?:6|หก)\s*เดือน\s*(?:แรก|หลัง)|ครึ่งปี\s*(?:แรก|หลัง))"
    r"|ไตรมาส(?:ที่)?\s*(?P<first>[1-4])(?:\s*(?:-|–|ถึง|และ)\s*(?:ไตรมาส(?:ที่)?\s*)?(?P<last>[1-4]))?)"
    r"(?:\s*(?:ของ)?\s*(?:ปี(?:งบประมาณ)?\s*)?(?P<year>2[45]\d\d))?"
)
_ISO = re.compile(r"[0-9๐-๙]{4}-[0-9๐-๙]{2}-[0-9๐-๙]{2}")


class Period(Model):
    """A stretch of days, with the words it was written in. Three forms are read:

    `{from: 2025-10-01, to: 2026-09-30}`; plain text such as `๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙`, `2568`
    or `ตลอดปีงบประมาณ`; and `{text: ทุกเดือน}` for what has no days.
    """

    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")
    text: Words | None = None
    """The words as written; None when only the days were given."""

    @classmethod
    def from_text(cls, text: str) -> Any:
        if span := thai.parse_span(text):
            days = {"from": span.start, "to": span.end}
            # What is typed for programs is shown as people write it.
            return days if _ISO.search(text) else days | {"text": text}
        if thai.whole_year(text) or part_of_year(text, _ANY_YEAR):
            return {"text": text}
        raise InvalidValueError(
            Text(f"อ่านช่วงเวลา '{text}' ไม่ได้", f"cannot read the period '{text}'"),
            Text(
                "เขียนเช่น ๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙, ไตรมาส 1-2, 6 เดือนแรก หรือ ตลอดปีงบประมาณ "
                "ถ้าไม่มีวันให้เขียน {text: คำที่พิมพ์ไว้}",
                "write for example 1 ต.ค. 68 ถึง 30 ก.ย. 69, ไตรมาส 1-2 or 6 เดือนแรก; without days write "
                "{text: the words}",
            ),
        )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise InvalidValueError(
                Text("ช่วงเวลาต้องมีทั้ง from และ to", "a period needs both from and to")
            )
        if self.start and self.end and self.end < self.start:
            raise InvalidValueError(
                Text("ช่วงเวลาสิ้นสุดก่อนเริ่มต้น", "the period ends before it starts"),
                Text(
                    "สลับวันเริ่มกับวันสิ้นสุด หรือแก้ปี",
                    "swap the first and the last day, or correct the year",
                ),
            )
        if not self.start and not self.text:
            raise InvalidValueError(Text("ช่วงเวลายังว่าง", "the period is empty"))
        return self

    @property
    def whole_year(self) -> bool:
        """Whether it means all of the fiscal year it is planned in."""
        return self.start is None and self.text is not None and thai.whole_year(self.text)

    def span(self, fiscal_year: int) -> tuple[date, date] | None:
        """Return first and last day; a whole year is that of `fiscal_year`; None without days."""
        if self.whole_year:
            year = thai.fiscal_year_span(fiscal_year)
            return year.start, year.end
        if self.start and self.end:
            return self.start, self.end
        part = part_of_year(self.text or "", fiscal_year)
        return (part.start, part.end) if part else None


def part_of_year(text: str, fiscal_year: int) -> thai.Span | None:
    """Read quarters and halves of a fiscal year: `ไตรมาส 1`, `ไตรมาสที่ 1-2`, `6 เดือนแรก`.

    They are of `fiscal_year` unless the text names another. None for any other text.
    """
    found = _PART_OF_YEAR.fullmatch(_ERA_WORD.sub("", thai.arabic(thai.normalise(text))))
    if not found:
        return None
    year = int(found["year"]) if found["year"] else fiscal_year
    if found["half"]:
        first, last = (3, 4) if "หลัง" in found["half"] else (1, 2)
    else:
        first = int(found["first"])
        last = int(found["last"] or first)
    if not 1 <= first <= last <= 4:
        return None
    span = thai.fiscal_year_span(year)
    months = [date(span.start.year, 10, 1)]
    months += [date(span.end.year, month, 1) for month in (1, 4, 7, 10)]
    return thai.Span(months[first - 1], months[last] - timedelta(days=1))
