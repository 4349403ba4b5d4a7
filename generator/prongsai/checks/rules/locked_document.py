"""DOC102 locked-document"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC102",
    Severity.ERROR,
    title=Text("เอกสารที่มีรหัสผ่าน", "a document with a password"),
    what=Text(
        "เอกสารที่เผยแพร่ต้องเปิดได้โดยไม่ใช้รหัสผ่าน", "A published document opens without a password."
    ),
    why=Text(
        "ผู้ประเมินและประชาชนเปิดไม่ได้ และตรวจข้อมูลส่วนบุคคลในไฟล์ไม่ได้ จึงไม่สร้างเว็บไซต์จนกว่าจะแก้",
        "Neither the assessor nor a citizen can open it."
        " Nor can it be looked through for personal data, so the build stops.",
    ),
    fix=Text("บันทึกใหม่โดยไม่ตั้งรหัสผ่าน", "Save it without a password."),
    stops_build=True,
)
def locked_document(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.LOCKED,
        Text("ต้องใช้รหัสผ่าน", "asks for a password"),
        Text("บันทึกใหม่โดยไม่ตั้งรหัสผ่าน", "save it without a password"),
    )
