"""DIS204 shifted-code"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.disclosure import Evidence
from prongsai.models.site import Site
from prongsai.problems import Text

_CODE = re.compile(r"(?<![A-Za-z0-9])(?:[oO](?:[iI][tT])?|โอ)[-_ ]?0?([1-9][0-9]?)(?![0-9])")


@check(
    "DIS204",
    Severity.WARNING,
    title=Text("หลักฐานที่มีรหัสของข้ออื่น", "evidence that bears the code of another item"),
    what=Text(
        "รหัสข้อในชื่อไฟล์ ลิงก์ หรือชื่อของหลักฐาน เช่น o21 ต้องเป็นข้อที่หลักฐานนั้นอยู่",
        "A code in the name, the link or the title of evidence, such as o21, is that of the item it stands under.",
    ),
    why=Text(
        "เลขข้อเลื่อนไปมาระหว่างปี เอกสารของข้อหนึ่งจึงมักไปอยู่ผิดข้อ และข้อนั้นไม่ได้คะแนน",
        "Items change their numbers between years, so that a document lands under another item, "
        "which then gets no score.",
    ),
    fix=Text(
        "ย้ายหลักฐานไปไว้ใต้ข้อที่ถูก หรือเปลี่ยนชื่อไฟล์หากเลขในชื่อเป็นของปีก่อน",
        "Move the evidence to its item, or rename the file if the number in it is that of another year.",
    ),
)
def shifted_code(site: Site) -> Iterator[Flaw]:
    """Evidence that names its own item too is left alone: one document may serve several items."""
    for year, item, evidence in all_evidence(site):
        named = {code: text for code, text in _codes(evidence) if code in year.framework.item_by_id}
        if named and item.id not in named:
            codes, texts = ", ".join(named), ", ".join(dict.fromkeys(named.values()))
            yield Flaw(
                where=evidence.where,
                message=Text(
                    f"หลักฐานใต้ข้อ {item.id} มีรหัส {codes} ในชื่อ: {texts}",
                    f"evidence under {item.id} is named {codes}: {texts}",
                ),
                hint=Text(
                    f"ตรวจว่าเป็นของข้อ {item.id} ของปี {year.fiscal_year} หรือต้องย้ายไปข้อ {codes}",
                    f"see whether it belongs to {item.id} of FY{year.fiscal_year}, or is to be moved to {codes}",
                ),
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed=codes,
                expected=item.id,
            )


def _codes(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield each code in the names of evidence, and the name that it stands in."""
    for text in filter(None, (evidence.path, evidence.url, evidence.title)):
        yield from ((f"O{int(number)}", text) for number in _CODE.findall(thai.arabic(text)))
