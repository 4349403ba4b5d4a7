"""DOC101 unreadable-document"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC101",
    Severity.ERROR,
    title=Text("เอกสารที่เปิดไม่ได้", "a document that cannot be read"),
    what=Text(
        "เอกสารที่เผยแพร่ต้องเปิดอ่านได้ทั้งไฟล์ ไม่ขาดหรือเสียหาย",
        "A published document can be opened and read whole: it is neither cut off nor damaged.",
    ),
    why=Text(
        "ไฟล์ที่ส่งไม่จบหรือเสียหายแสดงอะไรไม่ได้ และตรวจข้อมูลส่วนบุคคลในไฟล์ไม่ได้ จึงไม่สร้างเว็บไซต์จนกว่าจะแก้",
        "A file that was cut off while it was copied shows nothing."
        " It cannot be looked through for personal data either, so the build stops.",
    ),
    fix=Text(
        "เปิดไฟล์ต้นฉบับ บันทึกใหม่ แล้ววางทับ", "Open the original, save it again, and put it in place."
    ),
    stops_build=True,
)
def unreadable_document(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.UNREADABLE,
        Text("เปิดอ่านไม่ได้ ไฟล์ขาดหรือเสียหาย", "cannot be read: it is cut off or damaged"),
        Text(
            "เปิดไฟล์ต้นฉบับ บันทึกใหม่ แล้ววางทับ", "open the original, save it again, and put it in place"
        ),
    )
