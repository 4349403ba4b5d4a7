"""The sheets of disclosure.yml: a row for each item of the year, and one for each evidence. Pure."""

from __future__ import annotations

from prongsai.models.framework import Framework
from prongsai.workbook import tables
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.evidence import evidence_columns, evidence_entries, take_evidence
from prongsai.workbook.items import item_columns, item_entries, take_items
from prongsai.workbook.notation import Units
from prongsai.workbook.parts import File, Part
from prongsai.workbook.sheet import FIRST_ROW, Column, Look, Sheet, shown_row


def disclosure_parts(framework: Framework) -> tuple[Part, ...]:
    """Return the sheets of what is disclosed in a year; none where its items are not known."""
    if not framework.items:
        return ()
    return (_items(framework), _evidence(framework), _elements(framework))


def _items(framework: Framework) -> Part:
    year = framework.fiscal_year
    name, columns = _items_sheet(year), item_columns()

    def draw(content: Content, units: Units) -> Sheet:
        title = f"ข้อ OIT ปีงบประมาณ {year}: ผู้รับผิดชอบและสถานะของแต่ละข้อ"
        entries = item_entries(framework, content)
        return Sheet(name, title, columns, tables.drawn(columns, entries, units))

    def take(rows: Rows, draft: Draft) -> None:
        take_items(rows, framework, columns, draft)

    return Part(name, (year, "disclosure"), columns, draw, take)


def _items_sheet(year: int) -> str:
    return f"ข้อ OIT {year}"


def _evidence(framework: Framework) -> Part:
    year = framework.fiscal_year
    file: File = (year, "disclosure")
    name = f"หลักฐาน {year}"
    last = FIRST_ROW + len(framework.items) - 1
    columns = evidence_columns(f"'{_items_sheet(year)}'!$A${FIRST_ROW}:$A${last}")

    def draw(content: Content, units: Units) -> Sheet:
        title = f"หลักฐานของปีงบประมาณ {year}: หนึ่งแถวต่อหนึ่งหลักฐาน เพิ่มแถวต่อท้ายได้"
        drawn = tables.drawn(columns, evidence_entries(content), units)
        return Sheet(name, title, columns, drawn, grows=True)

    def take(rows: Rows, draft: Draft) -> None:
        take_evidence(rows, framework, columns, draft)

    return Part(name, file, columns, draw, take)


_ELEMENTS = (
    Column("item", "รหัสข้อ", 10, look=Look.LOCKED),
    Column("id", "รหัสองค์ประกอบ", 18, look=Look.LOCKED),
    Column("text", "องค์ประกอบด้านข้อมูล", 110, look=Look.LOCKED),
)


def _elements(framework: Framework) -> Part:
    year = framework.fiscal_year
    name = f"องค์ประกอบ {year}"

    def draw(content: Content, units: Units) -> Sheet:
        title = (
            f"องค์ประกอบด้านข้อมูลของปี {year}: อ่านเพื่อกรอกคอลัมน์ องค์ประกอบที่แสดง ในแผ่นงาน หลักฐาน {year}"
        )
        told = (
            {"item": item.id, "id": element.id, "text": element.text.th}
            for item in framework.items
            for element in item.elements.list
        )
        return Sheet(name, title, _ELEMENTS, tuple(shown_row(_ELEMENTS, one) for one in told))

    return Part(name, (year, "disclosure"), _ELEMENTS, draw, None)
