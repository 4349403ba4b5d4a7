from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import units_hint
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "MEA102",
    Severity.WARNING,
    title=Text("มาตรการที่ไม่มีผู้รับผิดชอบ", "a measure without anyone responsible"),
    what=Text(
        "มาตรการทุกข้อใน measures.yml ต้องระบุผู้รับผิดชอบ (responsible) อย่างน้อยหนึ่งหน่วย",
        "Each measure in measures.yml names at least one responsible unit.",
    ),
    why=Text(
        "ผู้รับผิดชอบเป็นส่วนหนึ่งของตารางมาตรการ หากมาตรการใดไม่มี ข้อที่ใช้รายงานนี้เป็นหลักฐานจะขาดองค์ประกอบ",
        "Who is responsible is a column of the table of measures. With a gap in it, the item whose evidence this "
        "report is lacks an element.",
    ),
    fix=Text(
        "เพิ่ม responsible โดยใช้ชื่อย่อของสำนัก/กองใน units ของ agency.yml เช่น [clerk]",
        "Add responsible with the short names of units in agency.yml, for example [clerk].",
    ),
)
def measure_without_responsible(site: Site) -> Iterator[Flaw]:
    """Names of units that agency.yml does not have are refused on loading already."""
    for plan in site.plans:
        for measure in plan.measures:
            if not measure.responsible:
                yield Flaw(
                    where=measure.where_is("responsible"),
                    message=Text(
                        f"มาตรการ {measure.id} ยังไม่ระบุผู้รับผิดชอบ",
                        f"measure {measure.id} names nobody responsible",
                    ),
                    hint=units_hint(site.agency),
                    fiscal_year=plan.fiscal_year,
                    subject=measure.id,
                )
