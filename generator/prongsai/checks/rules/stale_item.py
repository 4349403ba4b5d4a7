"""DIS303 stale-item"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_name, item_place
from prongsai.coverage import State, coverage
from prongsai.models.item import PeriodKind
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.required_span import earliest_update


@check(
    "DIS303",
    Severity.WARNING,
    title=Text("ข้อที่ข้อมูลเก่าเกินกว่าที่ข้อนั้นขอ", "an item older than the data it asks for"),
    what=Text(
        "วันที่ปรับปรุงของข้อต้องไม่อยู่ก่อนวันที่ข้อมูลตามที่ข้อนั้นขอจะมีได้ เช่น รายงานของปีก่อนหน้าทำได้เมื่อปีนั้นสิ้นสุดแล้ว "
        "ข้อที่ขอข้อมูลปัจจุบันแต่ปรับปรุงก่อนเริ่มปีงบประมาณ แจ้งเป็นข้อสังเกต",
        "An item was not updated before the data that it asks for can be there: a report of last year is made when "
        "that year has ended. Where current data is asked for, an update before the fiscal year is only noted.",
    ),
    why=Text(
        "ผู้ประเมินดูวันที่ก่อน เอกสารที่ลงวันที่ก่อนสิ้นช่วงเวลาของข้อมูลแสดงว่าข้อมูลไม่ครบหรือเป็นของปีอื่น",
        "The assessor looks at the day first. A document dated before its period has ended lacks data, or is of "
        "another year.",
    ),
    fix=Text(
        "เผยแพร่ข้อมูลชุดล่าสุดแล้วแก้ updated หรือแก้ updated ถ้าพิมพ์ผิด",
        "Publish the newest data and correct updated, or correct updated if it was mistyped.",
    ),
)
def stale_item(site: Site) -> Iterator[Flaw]:
    """The period of each item is that of the catalogue, with its source; unknown ones ask nothing."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            earliest = earliest_update(row.item.period.kind, year.fiscal_year)
            updated = row.updated
            if row.state is State.MISSING or not earliest or not updated or updated >= earliest:
                continue
            name = item_name(row.item, year.fiscal_year)
            yield Flaw(
                where=item_place(row.item, year.disclosures),
                message=Text(
                    f"{name.th} ปรับปรุงล่าสุด {thai.short_date(updated)} แต่ข้อมูลที่ข้อนี้ขอมีได้ตั้งแต่ "
                    f"{thai.short_date(earliest)}",
                    f"{name.en} was last updated on {updated}; what it asks for can be had from {earliest}",
                ),
                hint=Text(
                    "เผยแพร่ข้อมูลชุดล่าสุด หรือแก้ updated ถ้าพิมพ์ผิด",
                    "publish the newest data, or correct updated if it was mistyped",
                ),
                fiscal_year=year.fiscal_year,
                subject=row.item.id,
                observed=updated.isoformat(),
                expected=earliest.isoformat(),
                severity=Severity.NOTE if row.item.period.kind is PeriodKind.CURRENT else None,
            )
