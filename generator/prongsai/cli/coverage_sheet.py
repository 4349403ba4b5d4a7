"""Coverage and the fewest fixes as a workbook in Thai, to hand round among those who mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai import thai
from prongsai.coverage import STATE_NAMES, ItemCoverage
from prongsai.fixes import FixList
from prongsai.models.site import Site, Year
from prongsai.projection import Projection
from prongsai.required_span import month_names
from prongsai.scoring import rounded
from prongsai.sheets import Cell, workbook
from prongsai.urls import item_url

_TITLE = "คะแนนเป็นการประเมินตนเองจากเว็บไซต์นี้ ไม่ใช่คะแนนที่ประกาศ"
_ITEMS = {
    "ปี": 7,
    "ข้อ": 6,
    "รายการ": 44,
    "ตัวชี้วัดย่อย": 12,
    "สถานะ": 16,
    "องค์ประกอบที่แสดง": 14,
    "ยังขาด": 60,
    "ผู้รับผิดชอบ": 18,
    "ปรับปรุงล่าสุด": 16,
    "คะแนนต่ำสุด": 12,
    "คะแนนสูงสุด": 12,
    "มีผลต่อตัวชี้วัด": 14,
    "มีผลต่อ OIT": 12,
    "หน้าเว็บ": 44,
}
_FIXES = {
    "ปี": 7,
    "ข้อ": 6,
    "รายการ": 44,
    "สิ่งที่ต้องเพิ่ม": 70,
    "จำนวนจุด": 10,
    "คะแนนที่เพิ่ม": 12,
    "ผู้รับผิดชอบ": 18,
    "หน้าเว็บ": 44,
}


@dataclass(frozen=True)
class YearRows:
    """One year's items as they are to be listed, and what they are worth."""

    year: Year
    rows: Sequence[ItemCoverage]
    projection: Projection


def items_sheet(site: Site, years: Iterable[YearRows]) -> bytes:
    """Return a row per item."""
    cells = [_item(site, one, row) for one in years for row in one.rows]
    return workbook("ความครบถ้วน", f"ความครบถ้วนรายข้อ {_TITLE}", _ITEMS, cells)


def fixes_sheet(site: Site, years: Iterable[tuple[Year, FixList]]) -> bytes:
    """Return a row per item to complete."""
    cells: list[list[Cell]] = [
        [
            year.fiscal_year,
            step.row.item.id,
            step.row.item.title.th,
            _lacking(step.row) or "หลักฐาน",
            step.fixes,
            float(rounded(step.gain)),
            _unit(site, step.row),
            _address(site, year, step.row),
        ]
        for year, fixes in years
        for step in fixes.steps
    ]
    return workbook("สิ่งที่ต้องแก้", f"สิ่งที่ต้องแก้น้อยที่สุดเพื่อให้ถึงเป้าหมาย {_TITLE}", _FIXES, cells)


def _item(site: Site, one: YearRows, row: ItemCoverage) -> list[Cell]:
    worth = one.projection.worth(row.item.id)
    lowest, highest = one.projection.items[row.item.id].shown
    sub = one.year.framework.sub_indicator_of.get(row.item.id)
    shown, needed = row.progress
    return [
        one.year.fiscal_year,
        row.item.id,
        row.item.title.th,
        sub.id if sub else "",
        STATE_NAMES[row.state].th,
        f"{shown} จาก {needed}" if needed else "",
        _lacking(row),
        _unit(site, row),
        thai.short_date(row.updated) if row.updated else "",
        float(lowest),
        float(highest),
        float(rounded(worth.of_indicator)) if worth else None,
        float(rounded(worth.of_oit)) if worth else None,
        _address(site, one.year, row),
    ]


def _lacking(row: ItemCoverage) -> str:
    told = [f"{element.id} {element.text.th}" for element in row.lacking]
    told += [f"ข้อมูลของ {month_names(row.open_days).th}"] if row.open_days else []
    return "\n".join(told)


def _unit(site: Site, row: ItemCoverage) -> str:
    return site.agency.units.get(row.disclosure.responsible or "", "")


def _address(site: Site, year: Year, row: ItemCoverage) -> str:
    return site.agency.address(item_url(year.fiscal_year, row.item.slug))
