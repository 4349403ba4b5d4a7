"""What is to be done, as values: one thing at a time, with whom it is for and where it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.models.item import Element
from prongsai.problems import NO_TEXT, Lang, Text


class Kind(StrEnum):
    """What sort of thing is to be done, the gravest first."""

    WAIVER = "waiver"
    """A waiver whose last day comes."""
    DRAFT = "draft"
    MISSING = "missing"
    MISSING_FILE = "missing-file"
    INCOMPLETE = "incomplete"
    """Elements are lacking."""
    UNCOVERED_PERIOD = "uncovered-period"
    """Months are missing."""
    STALE = "stale"
    REVIEW = "review"
    """A day comes by which the agency wants to have looked at something again."""
    WEAKNESS = "weakness"
    """A weak indicator without a measure."""
    UNPLANNED = "unplanned"
    """A measure without a period, or without anyone responsible."""
    UNREPORTED = "unreported"
    """A measure without a word of progress."""
    UNFINISHED = "unfinished"
    """A measure that is not done."""

    @property
    def rank(self) -> int:
        """0 for what comes first."""
        return list(Kind).index(self)


KIND_NAMES = {
    Kind.WAIVER: Text("ข้อยกเว้น", "waiver"),
    Kind.DRAFT: Text("ยังเป็นร่าง", "draft"),
    Kind.MISSING: Text("ยังไม่มีหลักฐาน", "no evidence"),
    Kind.MISSING_FILE: Text("ไม่พบไฟล์", "file not there"),
    Kind.INCOMPLETE: Text("องค์ประกอบไม่ครบ", "elements lacking"),
    Kind.UNCOVERED_PERIOD: Text("ขาดช่วงเวลา", "months missing"),
    Kind.STALE: Text("ข้อมูลเก่า", "stale"),
    Kind.REVIEW: Text("กำหนดทบทวน", "review"),
    Kind.WEAKNESS: Text("จุดอ่อนที่ไม่มีมาตรการ", "weakness without a measure"),
    Kind.UNPLANNED: Text("แผนมาตรการไม่ครบ", "measure not planned"),
    Kind.UNREPORTED: Text("มาตรการที่ยังไม่รายงานผล", "measure without progress"),
    Kind.UNFINISHED: Text("มาตรการที่ยังไม่เสร็จ", "measure not done"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do."""

    kind: Kind
    code: str = ""
    """The check that found it; empty where none did."""
    fiscal_year: int | None
    """The year in whose files it is done; None for what is of no year."""
    subject: str
    """What it is about, in a word that programs can use: `O13`, `m7`."""
    units: tuple[str, ...]
    """Who is responsible, by the short names of agency.yml; none where nobody is named."""
    what: Text
    to_do: Text
    elements: tuple[Element, ...] = ()
    """What is still to be shown."""
    url: str = ""
    """The address of the page that it is about."""
    due: date | None = None
    """The last day for it, where the content or the catalogue gives one."""
    due_basis: Text = NO_TEXT
    """What gives that day."""

    def is_overdue(self, today: date | None) -> bool:
        return self.due is not None and today is not None and self.due < today


def element_text(element: Element, lang: Lang) -> str:
    """Return what an element asks for; in Thai where the catalogue has no English."""
    return element.text.en if lang is Lang.EN and element.text.en else element.text.th
