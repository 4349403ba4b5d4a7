from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text, did_you_mean


@check(
    "DIS203",
    Severity.ERROR,
    title=Text("หลักฐานที่แสดงองค์ประกอบที่ไม่มี", "evidence that shows an unknown element"),
    what=Text(
        "รหัสใน shows ต้องเป็นองค์ประกอบของข้อนั้นในกรอบการประเมินปีนั้น",
        "Each code in shows is an element of that item in that year's framework.",
    ),
    why=Text(
        "รหัสที่ไม่มีจะไม่ถูกนับ ข้อนั้นจึงอาจดูเหมือนขาดองค์ประกอบที่มีอยู่แล้ว",
        "An unknown code counts for nothing, so the item may seem to lack an element that it shows.",
    ),
    fix=Text(
        "แก้รหัสให้ตรง เช่น o2-e1 คือองค์ประกอบที่ 1 ของข้อ O2 ดูรหัสทั้งหมดได้ด้วย prongsai frameworks ปี",
        "Correct the code: o2-e1 is the first element of O2. `prongsai frameworks YEAR` lists them all.",
    ),
)
def unknown_element(site: Site) -> Iterator[Flaw]:
    """An element that binds only another kind of agency is known, and may be shown."""
    for year, item, evidence in all_evidence(site):
        known = [element.id for element in item.elements.list]
        for code in dict.fromkeys(evidence.shows):
            if code not in known:
                yield Flaw(
                    where=evidence.where_is("shows"),
                    message=Text(
                        f"ข้อ {item.id} ปี {year.fiscal_year} ไม่มีองค์ประกอบ {code}",
                        f"{item.id} of FY{year.fiscal_year} has no element {code}",
                    ),
                    hint=did_you_mean(code, known) or _NONE_KNOWN,
                    fiscal_year=year.fiscal_year,
                    subject=item.id,
                    observed=code,
                    expected=", ".join(known),
                )


_NONE_KNOWN = Text(
    "ระบบยังไม่มีรายการองค์ประกอบของข้อนี้ ให้ลบ shows ออก",
    "the catalogue has no elements of this item yet; delete shows",
)
