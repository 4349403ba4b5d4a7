"""The data of what is disclosed: one row per item; elements are counted. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.coverage import STATE_NAMES, ItemCoverage, coverage
from prongsai.models.site import Site, Year
from prongsai.opendata.table import Column, Holds, Row, row
from prongsai.problems import Text
from prongsai.urls import item_url


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of one year, with what its evidence shows."""

    site: Site
    year: Year
    row: ItemCoverage

    @property
    def sub_indicator(self) -> str | None:
        sub = self.year.framework.sub_indicator_of.get(self.row.item.id)
        return sub.id if sub else None

    @property
    def announced(self) -> Decimal | None:
        result = self.year.result
        known = result.items.get(self.row.item.id) if result else None
        return known.score if known else None

    @property
    def url(self) -> str:
        return self.site.agency.address(item_url(self.year.fiscal_year, self.row.item.slug))


_STATES = Text(
    ", ".join(f"{state.value} {name.th}" for state, name in STATE_NAMES.items()),
    ", ".join(state.value for state in STATE_NAMES),
)
ITEMS: tuple[Column[_Item], ...] = (
    Column(
        "id",
        Holds.TEXT,
        Text("รหัสข้อ OIT ของปีนั้น เช่น O12", "code of the item in that year, such as O12"),
        lambda one: one.row.item.id,
    ),
    Column(
        "title",
        Holds.TEXT,
        Text("ชื่อข้อตามกรอบการประเมิน", "title of the item, in Thai"),
        lambda one: one.row.item.title.th,
    ),
    Column(
        "sub_indicator",
        Holds.TEXT,
        Text(
            "ตัวชี้วัดย่อยของข้อ ว่างเมื่อไม่พบแหล่งที่ยืนยัน",
            "its sub-indicator; empty where no source settles it",
        ),
        lambda one: one.sub_indicator,
    ),
    Column(
        "url",
        Holds.URL,
        Text("ที่อยู่ถาวรของหน้าข้อนั้น", "permanent address of the page of the item"),
        lambda one: one.url,
    ),
    Column(
        "state",
        Holds.TEXT,
        Text(f"สถานะ: {_STATES.th}", f"state: {_STATES.en}"),
        lambda one: one.row.state.value,
    ),
    Column(
        "elements_shown",
        Holds.NUMBER,
        Text("จำนวนองค์ประกอบที่แสดงแล้ว", "how many of the needed elements are shown"),
        lambda one: one.row.progress[0],
    ),
    Column(
        "elements_required",
        Holds.NUMBER,
        Text("จำนวนองค์ประกอบที่ต้องแสดง", "how many elements are needed"),
        lambda one: one.row.progress[1],
    ),
    Column(
        "announced_score",
        Holds.NUMBER,
        Text("คะแนนของข้อตามที่ประกาศ ว่างเมื่อไม่ทราบ", "announced score of the item; empty if unknown"),
        lambda one: one.announced,
    ),
    Column(
        "updated",
        Holds.DAY,
        Text("วันที่ปรับปรุงข้อมูลล่าสุด", "day of the last change"),
        lambda one: one.row.updated,
    ),
)
"""The columns of disclosure.json and disclosure.csv."""

ALL_ITEMS: tuple[Column[_Item], ...] = (
    Column(
        "fiscal_year",
        Holds.YEAR,
        Text("ปีงบประมาณ (พ.ศ.)", "fiscal year, Buddhist era"),
        lambda one: one.year.fiscal_year,
    ),
    *ITEMS,
)
"""The keys of items.json."""


def disclosure_rows(site: Site, year: Year) -> list[Row]:
    """Return one row per item of a year; elements are counted."""
    return [row(ITEMS, _Item(site, year, one)) for one in coverage(site, year)]


def item_rows(site: Site) -> list[Row]:
    """Return every item page of every year, newest year first, for crawlers."""
    return [
        row(ALL_ITEMS, _Item(site, year, one))
        for year in site.item_years
        for one in coverage(site, year)
    ]
