"""DIS208 table-without-column"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai import thai
from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site, Table
from prongsai.problems import Text

_IN_BRACKETS = re.compile(r"\(.*?\)")
_NO_LETTERS = re.compile(r"[\W_]+")


@check(
    "DIS208",
    Severity.NOTE,
    title=Text("ตารางที่ขาดคอลัมน์ของข้อ", "a table that lacks a column of its item"),
    what=Text(
        "ตาราง (table) ของข้อที่มีรายชื่อคอลัมน์ ต้องมีหัวคอลัมน์ครบทุกชื่อ ไม่นับช่องว่าง เครื่องหมาย และหน่วยในวงเล็บ "
        "เป็นข้อสังเกต เพราะยังไม่พบแบบฟอร์มฉบับทางการ",
        "A table of an item whose columns are listed has each of them as a heading; spaces, signs and units in "
        "brackets do not count. It is only noted, as no official form was seen.",
    ),
    why=Text(
        "ผู้ประเมินเทียบหัวตารางกับแบบฟอร์มทีละคอลัมน์ คอลัมน์ที่ขาดหรือเปลี่ยนชื่อถือว่าไม่แสดงข้อมูลนั้น",
        "The assessor compares the headings with the form one by one; a column that is gone or renamed does not show "
        "its data.",
    ),
    fix=Text(
        "เพิ่มคอลัมน์ที่ขาดในไฟล์ หรือแก้ชื่อหัวคอลัมน์ให้ตรงกับแบบฟอร์ม ข้อมูลใดไม่มีให้ระบุว่าไม่มี",
        "Add the column to the file, or name its heading as the form does. Where there is no data, say so.",
    ),
)
def table_without_column(site: Site) -> Iterator[Flaw]:
    """The columns of an item are those of the catalogue: from forms that agencies use, and elements."""
    for year, item, evidence in all_evidence(site):
        table = year.tables.get(evidence.table or "")
        if not table or not item.columns:
            continue
        lacking = _lacking(item.columns.names, table)
        if not lacking:
            continue
        listed = ", ".join(lacking)
        yield Flaw(
            where=evidence.where_is("table"),
            message=Text(
                f"ตาราง {evidence.table} ของข้อ {item.id} ไม่มีคอลัมน์: {listed}",
                f"the table {evidence.table} of {item.id} has no column: {listed}",
            ),
            hint=Text(
                "เพิ่มคอลัมน์ในไฟล์ หรือแก้ชื่อหัวคอลัมน์ให้ตรงกับแบบฟอร์ม",
                "add it to the file, or name the heading as the form does",
            ),
            fiscal_year=year.fiscal_year,
            subject=item.id,
            observed=f"{year.fiscal_year}/{evidence.table}",
            expected=listed,
        )


def _lacking(columns: Sequence[str], table: Table) -> list[str]:
    headings = {_key(cell) for cell in table.head}
    return [one for one in columns if _key(one) not in headings]


def _key(heading: str) -> str:
    return _NO_LETTERS.sub("", _IN_BRACKETS.sub("", thai.folded(heading)))
