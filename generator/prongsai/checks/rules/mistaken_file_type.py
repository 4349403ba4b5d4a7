"""DOC105 mistaken-file-type"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC105",
    Severity.ERROR,
    title=Text("นามสกุลไฟล์ไม่ตรงกับเนื้อหา", "a file whose name does not fit its content"),
    what=Text(
        "นามสกุลไฟล์ตรงกับชนิดของเนื้อหาจริง และไม่ใช่โปรแกรม",
        "The ending of a file's name is that of its content, and it is no program.",
    ),
    why=Text(
        "เบราว์เซอร์เปิดไม่ได้ หรือเปิดสิ่งที่ไม่ใช่เอกสาร",
        "A browser does not open it, or opens what is no document.",
    ),
    fix=Text(
        "บันทึกเป็นชนิดที่ต้องการจากโปรแกรมต้นทาง ไม่ใช่เปลี่ยนชื่อไฟล์",
        "Save it as the type you want, instead of renaming it.",
    ),
)
def mistaken_file_type(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: the assessor opens the document, and so does a citizen with a phone."""
    return document_flaws(
        site,
        Condition.OTHER_KIND,
        Text("มีเนื้อหาไม่ตรงกับนามสกุลไฟล์", "holds something else than its name says"),
        Text(
            "บันทึกเป็นชนิดที่ต้องการจากโปรแกรมต้นทาง ไม่ใช่เปลี่ยนชื่อไฟล์",
            "save it as the type you want, instead of renaming it",
        ),
    )
