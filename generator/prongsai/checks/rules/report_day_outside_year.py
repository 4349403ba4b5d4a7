"""MEA105 report-day-outside-year"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.measure import Measures
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "MEA105",
    Severity.WARNING,
    title=Text("วันที่รายงานผลที่เป็นไปไม่ได้", "a day of a progress report that cannot be right"),
    what=Text(
        "วันที่รายงานผล (reported_on หรือวันที่ของ memo) ต้องไม่อยู่ก่อนปีงบประมาณของมาตรการ ไม่เกินหนึ่งปีหลังสิ้นปีงบประมาณ "
        "และ reported_on ต้องไม่อยู่หลังวันที่ของ memo",
        "The day of the report (reported_on, or the date of memo) is not before the fiscal year of the measures, not "
        "more than a year after it, and reported_on is not after the date of memo.",
    ),
    why=Text(
        "รายงานใช้วันนี้บอกว่ามาตรการใดล่าช้า วันที่พิมพ์ผิดทำให้รายงานที่ลงนามแล้วบอกผิด",
        "By this day the report tells what is late; with a slip in it, a signed report says something wrong.",
    ),
    fix=Text(
        "แก้วันให้ตรงกับวันที่รายงานจริง (Excel: M4 หรือ M9 ในแผ่น แผน / YAML: reported_on หรือ date ใต้ memo ใน measures.yml)",
        "Correct it to the day of the report (Excel: M4 or M9 on the sheet แผน; YAML: reported_on, or date under memo, "
        "in measures.yml).",
    ),
)
def report_day_outside_year(site: Site) -> Iterator[Flaw]:
    """A rule of ours: a year after its end, a plan is answered by the next report."""
    for plan in site.plans:
        memo_day = plan.memo.date if plan.memo else None
        if plan.as_of and (problem := _problem(plan)):
            where = plan.where_is("reported_on") if plan.reported_on else plan.where_is("memo")
            yield Flaw(
                where=where,
                message=problem,
                hint=Text("ตรวจวันและปี พ.ศ. ที่พิมพ์", "check the day and the year that are written"),
                fiscal_year=plan.fiscal_year,
                observed=str(plan.as_of),
                expected=str(memo_day) if memo_day and memo_day < plan.as_of else "",
            )


def _problem(plan: Measures) -> Text | None:
    day, memo_day = plan.as_of, plan.memo.date if plan.memo else None
    if day is None:
        return None
    year = thai.fiscal_year_span(plan.fiscal_year)
    shown = thai.short_date(day)
    if day < year.start:
        return Text(
            f"วันที่รายงานผล {shown} อยู่ก่อนปีงบประมาณ {plan.fiscal_year}",
            f"the day of the progress report, {day}, is before FY{plan.fiscal_year}",
        )
    if day > year.end.replace(year=year.end.year + 1):
        return Text(
            f"วันที่รายงานผล {shown} เกินหนึ่งปีหลังสิ้นปีงบประมาณ {plan.fiscal_year}",
            f"the day of the progress report, {day}, is more than a year after FY{plan.fiscal_year}",
        )
    if memo_day and day > memo_day:
        return Text(
            f"วันที่รายงานผล {shown} อยู่หลังวันที่ของบันทึกข้อความ {thai.short_date(memo_day)}",
            f"the day of the progress report, {day}, is after that of the memorandum, {memo_day}",
        )
    return None
