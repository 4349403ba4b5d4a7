"""DIS210 refused-table"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS210",
    Severity.ERROR,
    title=Text("ตารางที่แสดงไม่ได้", "a table that cannot be shown"),
    what=Text(
        "ตาราง (table) ต้องเป็นไฟล์ CSV หรือ XLSX ที่อ่านได้ ไม่ใหญ่เกินไป ไม่มีแถวหรือคอลัมน์ที่ซ่อน และสูตรทุกช่องมีค่าที่คำนวณแล้ว",
        "A table is a CSV or XLSX file that can be read, is not too large, has no hidden rows or columns, and a value "
        "in every cell with a formula.",
    ),
    why=Text(
        "ไฟล์ที่มีแถวหรือคอลัมน์ซ่อนอยู่เปิดเผยมากกว่าที่เห็น ตารางที่อ่านไม่ได้ไม่แสดงอะไร การสร้างเว็บไซต์จึงหยุดจนกว่าจะแก้",
        "A file with hidden rows or columns gives away more than is seen, and a table that cannot be read shows "
        "nothing. So the build stops.",
    ),
    fix=Text(
        "แก้ไฟล์ตามที่บอก หรือใช้ file: แทน table: ถ้าเป็นเอกสารให้ดาวน์โหลด",
        "Mend the file as told, or use file: instead of table: for a document to download.",
    ),
    stops_build=True,
)
def refused_table(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: what is published is what its author saw."""
    for year, item, evidence in all_evidence(site):
        if refused := year.refused_tables.get(evidence.table or ""):
            message, hint = refused
            yield Flaw(
                where=evidence.where_is("table"),
                message=message,
                hint=hint,
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed="table",
                document=f"{year.fiscal_year}/{evidence.table}",
            )
