"""DIS207 item-without-responsible"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_name, item_place, units_hint
from prongsai.coverage import State, coverage
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS207",
    Severity.NOTE,
    title=Text("ข้อที่ไม่มีผู้รับผิดชอบ", "an item without anyone responsible"),
    what=Text(
        "ข้อที่มีหลักฐานหรือคำแจ้งควรระบุ responsible คือหน่วยที่ดูแลข้อมูลให้เป็นปัจจุบัน",
        "An item with evidence or a declaration names the unit that keeps it up to date, as responsible.",
    ),
    why=Text(
        "เมื่อถึงรอบส่ง URL ปีถัดไป ไม่มีใครรู้ว่าต้องขอข้อมูลจากหน่วยใด และประชาชนไม่รู้ว่าจะถามใคร",
        "When the next year's addresses are due nobody knows whom to ask for the data, and neither does a citizen.",
    ),
    fix=Text(
        "เพิ่ม responsible โดยใช้ชื่อย่อของสำนัก/กองใน units ของ agency.yml เช่น clerk",
        "Add responsible with the short name of a unit in agency.yml, for example clerk.",
    ),
)
def item_without_responsible(site: Site) -> Iterator[Flaw]:
    """A rule of ours: no source of the catalogue asks who keeps an item."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            if row.state is State.MISSING or row.disclosure.responsible:
                continue
            name = item_name(row.item, year.fiscal_year)
            yield Flaw(
                where=item_place(row.item, year.disclosures),
                message=Text(f"{name.th} ไม่ระบุผู้รับผิดชอบ", f"{name.en} names nobody responsible"),
                hint=units_hint(site.agency),
                fiscal_year=year.fiscal_year,
                subject=row.item.id,
            )
