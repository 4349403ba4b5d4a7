"""Whom the words before a figure make it the figure of: the agency, or a province, a group, another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from prongsai.recognition.agencies import OwnAgency

_NEAR = 80
"""Signs before a figure in which a province or a group is the one that has it."""
_AREA = re.compile(
    r"(?<!ส่วน)(?<!ประจำ)จังหวัด|(?<![ก-๙.])จ\.\s*[ก-ฮ]|อำเภอ|(?<![ก-๙.])อ\.\s*(?!\s*บ)[ก-ฮ]|กลุ่ม(?!งาน|เป้าหมาย|ตัวอย่าง)"
    r"|ประเทศ|ภาค(?:เหนือ|กลาง|ใต้|อีสาน|ตะวันออก|ตะวันตก)|ภูมิภาค"
    r"|(?:อปท\.?|อบต\.?|เทศบาล(?:ตำบล)?|องค์กรปกครองส่วนท้องถิ่น|หน่วยงาน)\s*(?:ทั้ง|ทุก|อื่น|ใน(?:จังหวัด|อำเภอ|เขต|กลุ่ม))|ทุก\s*(?:หน่วยงาน|อปท|อบต|แห่ง)"
)
_NO_AGENCY = OwnAgency(())


class Subject(StrEnum):
    OWN = "own"
    """The agency, or nobody else: who writes a report writes of himself."""
    AREA = "area"
    OTHER = "other"


def subject_before(text: str, at: int, own: OwnAgency | None) -> Subject:
    """Return whose a figure is that stands at a place of a text: what was named last counts.

    An address behind the name of an agency is no province of its own. Text is compared sign for
    sign with Arabic digits, as `Row.folded` has it.
    """
    named = sorted(_named(text[:at], own))
    last = named[-1] if named else None
    if last is None or (last[1] is Subject.AREA and last[0] < at - _NEAR):
        return Subject.OWN
    return last[1]


def subject_of(text: str, own: OwnAgency | None) -> Subject:
    """Return whose the figures below a heading are: the agency's where it names it at all."""
    found = [subject for _, subject in _named(text, own)]
    if not found or Subject.OWN in found:
        return Subject.OWN
    return Subject.OTHER if Subject.OTHER in found else Subject.AREA


def names_any(text: str, own: OwnAgency | None) -> bool:
    """Say whether a text names an agency, a province or a group at all."""
    return next(_named(text, own), None) is not None


def names_only(text: str, own: OwnAgency | None) -> bool:
    """Say whether a line is nothing but the name of an agency, with its address."""
    return any(
        one.start == 0 and not text[one.end :].strip() for one in (own or _NO_AGENCY).mentions(text)
    )


def _named(text: str, own: OwnAgency | None) -> Iterator[tuple[int, Subject]]:
    mentions = list((own or _NO_AGENCY).mentions(text))
    for one in mentions:
        yield one.start, Subject.OWN if one.own or own is None else Subject.OTHER
    for found in _AREA.finditer(text):
        if not any(one.start <= found.start() < one.end for one in mentions):
            yield found.start(), Subject.AREA
