"""DIS302 evidence-without-period"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.required_span import required_days


@check(
    "DIS302",
    Severity.NOTE,
    title=Text("หลักฐานที่ไม่บอกช่วงเวลา", "evidence that does not say its period"),
    what=Text(
        "ข้อที่กำหนดช่วงเวลาของข้อมูล เช่น ปีก่อนหน้า หรือหกเดือนแรก หลักฐานทุกรายการควรระบุ period",
        "In an item that asks for data of a certain time, such as last year or the first six months, each piece of "
        "evidence tells its period.",
    ),
    why=Text(
        "ถ้าไม่ระบุ ระบบตรวจแทนไม่ได้ว่าหลักฐานครอบคลุมช่วงเวลาของข้อหรือไม่ และผู้ประเมินต้องเปิดเอกสารหาเอง",
        "Without it nothing can tell whether the evidence covers the time of the item, and the assessor has to look "
        "for it in the document.",
    ),
    fix=Text(
        "เพิ่ม period: ใต้หลักฐานนั้น เช่น ต.ค. 67 - มี.ค. 68 ตามที่เอกสารระบุ",
        "Add period: under it, such as 2024-10-01 to 2025-03-31, as the document says.",
    ),
)
def evidence_without_period(site: Site) -> Iterator[Flaw]:
    """Which items ask for a certain time is told by the catalogue, with its source."""
    for year, item, evidence in all_evidence(site):
        days = required_days(item.period.kind, year.fiscal_year)
        if days is None or evidence.period:
            continue
        first, last = thai.short_date(days.first), thai.short_date(days.last)
        yield Flaw(
            where=evidence.where,
            message=Text(
                f"หลักฐาน '{evidence.title}' ของข้อ {item.id} ไม่บอกช่วงเวลา",
                f"the evidence '{evidence.title}' of {item.id} does not say its period",
            ),
            hint=Text(
                f"เพิ่ม period: ข้อนี้ขอข้อมูลของ {first} - {last}",
                f"add period: the item asks for data of {days.first} to {days.last}",
            ),
            fiscal_year=year.fiscal_year,
            subject=item.id,
        )
