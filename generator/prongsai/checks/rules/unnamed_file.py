"""DIS205 unnamed-file"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS205",
    Severity.WARNING,
    title=Text("ไฟล์ที่ไม่มีหลักฐานใดอ้างถึง", "a file that no evidence names"),
    what=Text(
        "ไฟล์ทุกไฟล์ใน files/ ของปีต้องมีหลักฐานอ้างถึงใน disclosure.yml ไฟล์ที่ไม่มีใครอ้างถึงจะไม่เผยแพร่",
        "Each file in files/ of a year is named by evidence in disclosure.yml. One that is not is not published.",
    ),
    why=Text(
        "เอกสารที่วางไว้แล้วลืมระบุจะไม่อยู่บนเว็บไซต์ และข้อนั้นไม่ได้คะแนน",
        "A document that was put there and then forgotten is not on the website, and its item gets no score.",
    ),
    fix=Text(
        "เพิ่มหลักฐานที่มี file: ชื่อไฟล์นี้ หรือย้ายไฟล์ออกจากโฟลเดอร์",
        "Add evidence with file: and its name, or move it out of the folder.",
    ),
)
def unnamed_file(site: Site) -> Iterator[Flaw]:
    """A rule of ours: only what YAML names is published, so that nothing is by mistake."""
    for year in site.years:
        for name in year.unnamed:
            assert year.disclosures
            yield Flaw(
                where=year.disclosures.where_is("items"),
                message=Text(
                    f"ไม่มีหลักฐานใดอ้างถึงไฟล์ {year.fiscal_year}/{name} จึงไม่เผยแพร่",
                    f"no evidence names the file {year.fiscal_year}/{name}, so it is not published",
                ),
                hint=Text(
                    f"เพิ่มหลักฐานที่มี file: {name} หรือย้ายไฟล์ออก",
                    f"add evidence with file: {name}, or move it away",
                ),
                fiscal_year=year.fiscal_year,
                observed=f"{year.fiscal_year}/{name}",
            )
