"""Whose the scores below a heading are, and of which year: headings stand above tables and in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.problems import Text
from prongsai.recognition.readings import quoted, score_alone
from prongsai.recognition.sought import Sought
from prongsai.recognition.source import Row
from prongsai.recognition.subjects import Subject, names_any, names_only, subject_of
from prongsai.recognition.years import is_of_another_year
from prongsai.recognition.yearwords import years_in

_ABOUT_SCORES = re.compile(r"คะแนน|ผลการประเมิน|ระดับ|เฉลี่ย|ภาพรวม")
_HOPED = re.compile(
    r"(?:เป้าหมาย|คาดการณ์|คาดหวัง|คาดว่า|พยากรณ์|จำลอง).*(?:คะแนน|ITA|ตัวชี้วัด)|คะแนน.*(?:เป้าหมาย|คาดการณ์|คาดหวัง)"
    r"|ประเมินตนเอง|self.?assess",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d\.\d|\d\s*(?:คะแนน|%)")
_LONGEST = 90
"""Signs of a heading; what is longer is a sentence of its own."""


@dataclass(frozen=True)
class Aside:
    """Why what stands below a heading is not that of the agency in the year."""

    why: Text
    never_ours: bool
    """Whether that holds for a list of agencies too, whose rows say whose they are."""


def aside_of(heading: str, sought: Sought) -> Aside | None:
    """Return why what stands below a heading is not looked for; None where it may be."""
    shown = quoted(heading)
    if is_of_another_year(heading, sought.year):
        why = Text(
            f"คะแนนใต้หัวข้อ '{shown}' เป็นของปีอื่น",
            f"the scores below '{shown}' are of another year",
        )
        return Aside(why, never_ours=True)
    if _HOPED.search(heading):
        why = Text(
            f"คะแนนใต้หัวข้อ '{shown}' เป็นเป้าหมายหรือคะแนนประเมินตนเอง ไม่ใช่ผลที่ประกาศ",
            f"the scores below '{shown}' are hoped for or self-assessed, and not announced",
        )
        return Aside(why, never_ours=True)
    about = _ABOUT_SCORES.search(heading) or names_only(heading, sought.own)
    if about and subject_of(heading, sought.own) is not Subject.OWN:
        why = Text(
            f"คะแนนใต้หัวข้อ '{shown}' เป็นของจังหวัด กลุ่ม หรือหน่วยงานอื่น",
            f"the scores below '{shown}' are of a province, a group or another agency",
        )
        return Aside(why, never_ours=False)
    return None


def says_whose(text: str, sought: Sought) -> bool:
    """Say whether a line is a heading that names a year, an agency or a province."""
    if len(text) > _LONGEST or _FIGURE.search(text):
        return False
    return bool(years_in(text) or _HOPED.search(text)) or names_any(text, sought.own)


def parts_of(table: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the parts of a table that headings in rows of their own divide it into, each with its own."""
    heading, part = "", list[Row]()
    for row in table:
        filled = [cell for cell in row.folded if cell.strip()]
        if len(filled) == 1 and not score_alone(filled[0]):
            if any(map(has_scores, part)):
                yield heading, part
                part = []
            heading = filled[0]
        part.append(row)
    if part:
        yield heading, part


def has_scores(row: Row) -> bool:
    return any(score_alone(cell, shares=True) for cell in row.folded[1:])
