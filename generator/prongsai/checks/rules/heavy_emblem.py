"""AGY103 heavy-emblem"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text

_LARGEST = 60_000


@check(
    "AGY103",
    Severity.WARNING,
    title=Text("ตราสัญลักษณ์ไฟล์ใหญ่", "an emblem that is heavy to load"),
    what=Text(
        "ไฟล์ตราสัญลักษณ์ไม่ใหญ่เกิน 60 KB",
        "The file of the emblem is not larger than 60 KB.",
    ),
    why=Text(
        "ทุกหน้าแสดงตรานี้ โทรศัพท์ที่สัญญาณช้าต้องรอก่อนเห็นเนื้อหา",
        "Every page shows it: a phone with a slow connection has to wait.",
    ),
    fix=Text(
        "ย่อภาพ PNG หรือ JPEG ให้กว้างไม่เกิน 256 จุด หรือใช้ SVG",
        "Make a PNG or JPEG at most 256 pixels wide, or use SVG.",
    ),
)
def heavy_emblem(site: Site) -> Iterator[Flaw]:
    """A rule of ours: the first visit to a page is about 30 KB, and the emblem comes on top of it."""
    emblem = site.agency.emblem
    if emblem and site.emblem and site.emblem.size > _LARGEST:
        size = round(site.emblem.size / 1000)
        yield Flaw(
            where=emblem.where_is("file"),
            message=Text(
                f"ตราสัญลักษณ์ {emblem.file} มีขนาด {size} KB และอยู่ในทุกหน้า",
                f"the emblem {emblem.file} has {size} KB and is on every page",
            ),
            hint=Text(
                "ย่อภาพให้กว้างไม่เกิน 256 จุด หรือใช้ SVG",
                "make it at most 256 pixels wide, or use SVG",
            ),
            subject="emblem",
            observed=str(site.emblem.size),
            expected=str(_LARGEST),
        )
