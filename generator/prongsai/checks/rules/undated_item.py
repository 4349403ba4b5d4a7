"""DIS206 undated-item"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_name, item_place
from prongsai.coverage import State, coverage
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS206",
    Severity.NOTE,
    title=Text("ข้อที่ไม่บอกวันที่ปรับปรุง", "an item that does not say when it was updated"),
    what=Text(
        "ข้อที่มีหลักฐานควรมี updated ของข้อ หรือของหลักฐานทุกรายการ ถ้าหลักฐานเป็นหน้ารายงานของเว็บไซต์นี้ ใช้ updated ใน measures.yml "
        "และ result.yml ได้",
        "An item with evidence has updated of its own, or each piece of its evidence has. Where report pages of this "
        "site are the evidence, updated in measures.yml and result.yml will do.",
    ),
    why=Text(
        "ผู้ประเมินและประชาชนดูไม่ออกว่าข้อมูลเป็นปัจจุบันหรือไม่ และแบบส่ง URL ไม่มีวันที่ปรับปรุง",
        "Neither the assessor nor a citizen can tell whether it is up to date, and the submission sheet has no day.",
    ),
    fix=Text(
        "เพิ่ม updated: วันที่ เช่น 31 มี.ค. 2568 ใต้ข้อนั้น",
        "Add updated: with the day, such as 2025-03-31, under the item.",
    ),
)
def undated_item(site: Site) -> Iterator[Flaw]:
    """A rule of ours: no source of the catalogue asks for a day of every item."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            if row.state is State.MISSING or row.updated:
                continue
            name = item_name(row.item, year.fiscal_year)
            yield Flaw(
                where=item_place(row.item, year.disclosures),
                message=Text(
                    f"{name.th} ไม่บอกวันที่ปรับปรุง", f"{name.en} does not say when it was updated"
                ),
                hint=Text("เพิ่ม updated: วันที่ ใต้ข้อนี้", "add updated: with the day under the item"),
                fiscal_year=year.fiscal_year,
                subject=row.item.id,
            )
