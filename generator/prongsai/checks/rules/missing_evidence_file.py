from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site, Year
from prongsai.problems import Text


@check(
    "DIS201",
    Severity.ERROR,
    title=Text("ไฟล์หลักฐานที่ไม่มีอยู่จริง", "an evidence file that is not there"),
    what=Text(
        "ไฟล์ที่หลักฐานระบุไว้ใน file หรือ table ต้องมีอยู่ในโฟลเดอร์ของปีนั้น และไม่ว่างเปล่า",
        "Each file that evidence names with file or table is in the folder of that year, and is not empty.",
    ),
    why=Text(
        "หลักฐานที่ไม่มีไฟล์แสดงอะไรไม่ได้ ระบบจึงไม่นับ และหน้าเว็บของข้อนั้นจะไม่มีเอกสารให้เปิด",
        "Evidence without its file shows nothing: it does not count, and the item's page has no document to open.",
    ),
    fix=Text(
        "วางไฟล์ไว้ตามที่ระบุ หรือแก้ชื่อให้ตรงกับไฟล์ ตัวพิมพ์ใหญ่และตัวพิมพ์เล็กถือว่าต่างกัน",
        "Put the file where it is named, or correct the name. Capital and small letters are different.",
    ),
)
def missing_evidence_file(site: Site) -> Iterator[Flaw]:
    """Loading leaves a file out of `year.files` when it is not there."""
    for year, item, evidence in all_evidence(site):
        if not evidence.path or evidence.path in year.files:
            continue
        yield Flaw(
            where=evidence.where_is(evidence.kind),
            message=Text(
                f"ข้อ {item.id} อ้างถึงไฟล์ {evidence.path} แต่ไม่พบไฟล์นี้ หรือไฟล์ว่างเปล่า",
                f"{item.id} names the file {evidence.path}, which is not there or is empty",
            ),
            hint=_hint(evidence.path, year),
            fiscal_year=year.fiscal_year,
            subject=item.id,
            expected=evidence.path,
        )


def _hint(path: str, year: Year) -> Text:
    hint = Text(
        f"วางไฟล์ไว้ที่ {year.fiscal_year}/{path} หรือแก้ชื่อให้ตรง",
        f"put it at {year.fiscal_year}/{path}, or correct the name",
    )
    near = get_close_matches(path, year.unnamed, n=1, cutoff=0.8)
    if not near:
        return hint
    return Text(f"{hint.th} หมายถึง {near[0]} ใช่หรือไม่", f"{hint.en}; did you mean {near[0]}?")
