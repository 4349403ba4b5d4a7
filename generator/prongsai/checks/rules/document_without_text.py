"""DOC103 document-without-text"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC103",
    Severity.WARNING,
    title=Text("PDF ที่เป็นภาพทั้งไฟล์", "a PDF without text"),
    what=Text(
        "PDF ที่เผยแพร่ควรมีข้อความที่ค้นและคัดลอกได้ ไม่ใช่ภาพสแกนอย่างเดียว",
        "A published PDF has text that can be searched and copied, and is not only a scan.",
    ),
    why=Text(
        "ค้นหาไม่ได้ โปรแกรมอ่านหน้าจออ่านไม่ได้ และตรวจข้อมูลส่วนบุคคลในไฟล์ไม่ได้",
        "It cannot be searched, no screen reader reads it, and personal data in it cannot be found.",
    ),
    fix=Text(
        "ส่งออกเป็น PDF จาก Word หรือ Excel หรือสแกนพร้อม OCR ภาษาไทย",
        "Export it from Word or Excel, or scan it with Thai OCR.",
    ),
)
def document_without_text(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.NO_TEXT,
        Text("ไม่มีข้อความ มีแต่ภาพ", "has no text, only pictures"),
        Text(
            "ส่งออกเป็น PDF จาก Word หรือ Excel หรือสแกนพร้อม OCR ภาษาไทย",
            "export it from Word or Excel, or scan it with Thai OCR",
        ),
    )
