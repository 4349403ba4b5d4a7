"""DOC106 macros-in-document"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC106",
    Severity.ERROR,
    title=Text("เอกสารที่มีมาโคร", "a document with macros"),
    what=Text("เอกสาร Office ที่เผยแพร่ต้องไม่มีมาโคร", "A published Office document has no macros."),
    why=Text(
        "มาโครเป็นโปรแกรมที่ทำงานในเครื่องของผู้เปิด และหน่วยงานหลายแห่งกันไว้ไม่ให้ดาวน์โหลด",
        "Macros are programs that run on the reader's machine, and many networks block them.",
    ),
    fix=Text(
        "บันทึกเป็น .xlsx หรือ .docx หรือส่งออกเป็น PDF",
        "Save it as .xlsx or .docx, or export it as a PDF.",
    ),
)
def macros_in_document(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.MACROS,
        Text("มีมาโคร", "has macros"),
        Text(
            "บันทึกเป็น .xlsx หรือ .docx หรือส่งออกเป็น PDF",
            "save it as .xlsx or .docx, or export it as a PDF",
        ),
    )
