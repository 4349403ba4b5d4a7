"""DOC108 commands-in-table"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import document_flaws
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DOC108",
    Severity.ERROR,
    title=Text("ไฟล์ CSV ที่มีสูตรหรือคำสั่ง", "a CSV file with formulas or commands"),
    what=Text(
        "ช่องในไฟล์ CSV ต้องไม่ขึ้นต้นด้วย = + - @ แล้วตามด้วยสูตรหรือคำสั่ง ตัวเลขติดลบและหมายเลขโทรศัพท์ไม่นับ",
        "No cell of a CSV file begins with = + - @ and goes on as a formula or a command; negative numbers and "
        "telephone numbers do not count.",
    ),
    why=Text(
        "เมื่อเปิดด้วย Excel ช่องนั้นจะถูกคำนวณหรือสั่งให้โปรแกรมอื่นทำงานในเครื่องของผู้เปิด จึงไม่สร้างเว็บไซต์จนกว่าจะแก้",
        "Opened in Excel it is reckoned, or starts a program on the reader's machine, so the build stops.",
    ),
    fix=Text(
        "ใน Excel คัดลอกช่องแล้ววางเฉพาะค่า จากนั้นบันทึกเป็น CSV UTF-8 ใหม่",
        "In Excel copy the cells, paste them as values, and save as CSV UTF-8 again.",
    ),
    stops_build=True,
)
def commands_in_table(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: citizens open open data in Excel."""
    return document_flaws(
        site,
        Condition.COMMANDS,
        Text("มีช่องที่เป็นสูตรหรือคำสั่ง", "has cells that are formulas or commands"),
        Text(
            "ใน Excel วางเฉพาะค่า แล้วบันทึกเป็น CSV UTF-8 ใหม่",
            "paste the values in Excel, and save as CSV UTF-8 again",
        ),
    )
