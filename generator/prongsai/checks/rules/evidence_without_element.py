"""DIS209 evidence-without-element"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS209",
    Severity.NOTE,
    title=Text("หลักฐานที่ไม่แสดงองค์ประกอบใด", "evidence that shows no element"),
    what=Text(
        "หลักฐานแต่ละรายการควรบอกใน shows ว่าแสดงองค์ประกอบใดของข้อ ข้อที่ยังไม่พบองค์ประกอบไม่ถูกตรวจ",
        "Each piece of evidence says in shows which elements of its item it shows. An item whose elements were not "
        "found is not checked.",
    ),
    why=Text(
        "ผู้ประเมินให้คะแนนทีละองค์ประกอบ หลักฐานที่ไม่บอกว่าแสดงอะไรไม่ถูกนับในความครบถ้วนของข้อ",
        "The assessor scores element by element. Evidence that does not say what it shows does not count as covering "
        "anything.",
    ),
    fix=Text(
        "เพิ่ม shows: [o2-e1, o2-e2] ตามองค์ประกอบที่ปรากฏในหลักฐานนั้น ดูรายการด้วย prongsai frameworks",
        "Add shows: [o2-e1, o2-e2] with the elements that are in it; prongsai frameworks lists them.",
    ),
)
def evidence_without_element(site: Site) -> Iterator[Flaw]:
    """The elements of an item are those of the catalogue that bind this kind of agency."""
    for year, item, evidence in all_evidence(site):
        elements = item.elements_for(site.agency.kind)
        if evidence.shows or not elements:
            continue
        yield Flaw(
            where=evidence.where,
            message=Text(
                f"หลักฐาน '{evidence.title}' ของข้อ {item.id} ไม่บอกว่าแสดงองค์ประกอบใด",
                f"the evidence '{evidence.title}' of {item.id} does not say which elements it shows",
            ),
            hint=Text(
                f"เพิ่ม shows: จาก {elements[0].id} ถึง {elements[-1].id}",
                f"add shows: out of {elements[0].id} to {elements[-1].id}",
            ),
            fiscal_year=year.fiscal_year,
            subject=item.id,
        )
