"""DOC107 too-large-document"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC107",
    Severity.ERROR,
    title=Text("เอกสารใหญ่เกินไป", "a document that is too large"),
    what=Text(
        "เอกสารไม่ใหญ่เกิน largest_document_mb ใน agency.yml (ปกติ 50 MB) ทั้งขนาดไฟล์และเนื้อหาที่บีบอัดไว้",
        "A document is not larger than largest_document_mb in agency.yml (50 MB if it is not there), packed or "
        "unpacked.",
    ),
    why=Text(
        "โทรศัพท์โหลดไม่ไหว และระบบไม่ได้ตรวจข้อมูลส่วนบุคคลในไฟล์ที่ใหญ่เกินไป จึงไม่สร้างเว็บไซต์จนกว่าจะแก้",
        "A phone cannot load it, and what is too large is not looked through for personal data, "
        "so the build stops.",
    ),
    fix=Text(
        "ลดขนาดภาพในไฟล์ หรือแบ่งเป็นหลายไฟล์",
        "Shrink the pictures in it, or divide it into several files.",
    ),
    stops_build=True,
)
def too_large_document(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.TOO_LARGE,
        Text("ใหญ่เกินขนาดที่กำหนด", "is larger than is allowed"),
        Text(
            "ลดขนาดภาพในไฟล์ หรือแบ่งเป็นหลายไฟล์",
            "shrink the pictures in it, or divide it into several files",
        ),
    )
