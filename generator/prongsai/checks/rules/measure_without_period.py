from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "MEA101",
    Severity.WARNING,
    title=Text("มาตรการที่ไม่มีระยะเวลา", "a measure without a period"),
    what=Text(
        "มาตรการทุกข้อใน measures.yml ต้องระบุระยะเวลาดำเนินการ (period)",
        "Each measure in measures.yml says when it is carried out (period).",
    ),
    why=Text(
        "ระยะเวลาเป็นส่วนหนึ่งของตารางมาตรการ หากมาตรการใดไม่มี ข้อที่ใช้รายงานนี้เป็นหลักฐานจะขาดองค์ประกอบ",
        "The period is a column of the table of measures. With a gap in it, the item whose evidence this report is "
        "lacks an element.",
    ),
    fix=Text(
        "เพิ่ม period เช่น ๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙ หรือ ตลอดปีงบประมาณ หากไม่มีวันที่แน่นอนให้เขียน {text: ทุกเดือน}",
        "Add period, for example 1 ต.ค. 68 ถึง 30 ก.ย. 69 or ตลอดปีงบประมาณ; without days write {text: ทุกเดือน}.",
    ),
)
def measure_without_period(site: Site) -> Iterator[Flaw]:
    """A period in words alone is a period."""
    for plan in site.plans:
        for measure in plan.measures:
            if measure.period is None:
                yield Flaw(
                    where=measure.where,
                    message=Text(
                        f"มาตรการ {measure.id} ยังไม่ระบุระยะเวลาดำเนินการ",
                        f"measure {measure.id} has no period",
                    ),
                    hint=Text(
                        "เพิ่ม period เช่น ตลอดปีงบประมาณ", "add period, for example ตลอดปีงบประมาณ"
                    ),
                    fiscal_year=plan.fiscal_year,
                    subject=measure.id,
                )
