"""AGY102 missing-emblem"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "AGY102",
    Severity.WARNING,
    title=Text("ไม่พบไฟล์ตราสัญลักษณ์", "an emblem that is not there"),
    what=Text(
        "ไฟล์ที่ emblem ใน agency.yml ระบุ มีอยู่ใน content/files/ หรือ content/pages/ และไม่ว่าง",
        "The file that emblem in agency.yml names is in content/files/ or content/pages/, and is not empty.",
    ),
    why=Text(
        "เว็บไซต์แสดงสัญลักษณ์กลางแทนตราของหน่วยงาน",
        "The site shows a neutral mark instead of the agency's own.",
    ),
    fix=Text(
        "วางไฟล์ตามชื่อที่ระบุ ตัวพิมพ์เล็กใหญ่ต้องตรงกัน หรือแก้ชื่อใน emblem",
        "Put the file there under that name, capitals and small letters alike, or correct emblem.",
    ),
)
def missing_emblem(site: Site) -> Iterator[Flaw]:
    """A rule of ours: what is named is there."""
    emblem = site.agency.emblem
    if emblem and site.emblem is None:
        yield Flaw(
            where=emblem.where_is("file"),
            message=Text(
                f"ไม่พบไฟล์ตราสัญลักษณ์ {emblem.file} เว็บไซต์จึงแสดงสัญลักษณ์กลาง",
                f"the emblem {emblem.file} is not there, so the site shows a neutral mark",
            ),
            hint=Text(
                f"วางไฟล์ไว้ที่ content/{emblem.file} หรือแก้ชื่อ",
                f"put it at content/{emblem.file}, or correct the name",
            ),
            subject="emblem",
            observed=emblem.file,
        )
