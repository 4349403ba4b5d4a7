"""DOC104 broken-thai-text"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC104",
    Severity.WARNING,
    title=Text("PDF ที่ข้อความไทยเสีย", "a PDF with broken Thai text"),
    what=Text(
        "ข้อความไทยใน PDF ค้นและคัดลอกได้ถูกต้อง ไม่แตกเป็น ค าน า หรือใช้รหัสอักขระเฉพาะของแบบอักษรเก่า",
        "Thai text in a PDF can be searched and copied as it reads: it does not fall "
        "apart, and has no private codes of old fonts.",
    ),
    why=Text(
        "ค้นหาคำไม่พบ และโปรแกรมอ่านหน้าจออ่านผิด",
        "Words are not found, and a screen reader reads them wrong.",
    ),
    fix=Text(
        "ส่งออกใหม่ด้วยแบบอักษร TH Sarabun New จาก Word รุ่นใหม่",
        "Export it again with TH Sarabun New from a recent Word.",
    ),
)
def broken_thai_text(site: Site) -> Iterator[Flaw]:
    """Measured on real reports: see decision 17 and TYPESETTING, which tells how three of five readers lose words."""
    return document_flaws(
        site,
        Condition.BROKEN_THAI,
        Text("มีข้อความไทยที่ค้นและคัดลอกไม่ถูกต้อง", "has Thai text that cannot be searched or copied"),
        Text(
            "ส่งออกใหม่ด้วยแบบอักษร TH Sarabun New จาก Word รุ่นใหม่",
            "export it again with TH Sarabun New from a recent Word",
        ),
    )
