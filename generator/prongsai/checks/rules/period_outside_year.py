from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.measure import Measure
from prongsai.models.period import Period
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "MEA103",
    Severity.WARNING,
    title=Text("ระยะเวลาที่อยู่นอกปีงบประมาณ", "a period outside the fiscal year of its plan"),
    what=Text(
        "ระยะเวลาของมาตรการทุกวันต้องอยู่ในปีงบประมาณของแผน (fiscal_year ใน measures.yml) คือ 1 ตุลาคมถึง 30 กันยายน "
        "ระยะเวลาที่เป็นข้อความไม่มีวันที่จะไม่ตรวจ",
        "Every day of a measure's period is in the fiscal year of its plan (fiscal_year in measures.yml), 1 October to "
        "30 September. A period in words without days is not looked at.",
    ),
    why=Text(
        "มาตรการต้องดำเนินการในปีของแผน วันที่นอกปีมักเป็นการพิมพ์ปีผิดหรือคัดลอกจากแผนเดิม",
        "Measures are carried out in the year of their plan. Days outside it are mostly a slip in the year, or "
        "copied from an older plan.",
    ),
    fix=Text(
        "เทียบกับแผนที่ลงนาม แล้วแก้ period หากแผนพิมพ์ไว้เช่นนั้นจริงให้คงไว้และจดใน slips หรือ note",
        "Compare with the signed plan and correct period. If the plan really prints it so, keep it and note it "
        "under slips or note.",
    ),
)
def period_outside_year(site: Site) -> Iterator[Flaw]:
    """One day outside is enough; the plan's own year is fiscal_year, not result_year."""
    for plan in site.plans:
        for measure in plan.measures:
            span = measure.period.span(plan.fiscal_year) if measure.period else None
            if measure.period and span and _outside(*span, plan.fiscal_year):
                yield _flaw(measure, measure.period, span, plan.fiscal_year)


def _outside(start: date, end: date, fiscal_year: int) -> bool:
    year = thai.fiscal_year_span(fiscal_year)
    return start < year.start or end > year.end


def _flaw(measure: Measure, period: Period, span: tuple[date, date], year: int) -> Flaw:
    printed, expected = _printed(period, span), thai.fiscal_year_span(year)
    return Flaw(
        where=period.where,
        message=Text(
            f"มาตรการ {measure.id} ระบุระยะเวลา {printed.th} ซึ่งมีวันที่อยู่นอกปีงบประมาณ {year}",
            f"measure {measure.id} has the period {printed.en}, with days outside FY{year}",
        ),
        hint=Text(
            f"ปีงบประมาณ {year} คือ {_th(expected.start)} ถึง {_th(expected.end)} โปรดตรวจปีที่พิมพ์",
            f"FY{year} is {expected.start} to {expected.end}; check the year that is printed",
        ),
        fiscal_year=year,
        subject=measure.id,
        observed=f"{span[0]}/{span[1]}",
        expected=f"{expected.start}/{expected.end}",
    )


def _printed(period: Period, span: tuple[date, date]) -> Text:
    """Quote the words as written: the officer looks for them in the document."""
    if period.text:
        return Text(f"'{period.text}'", f"'{period.text}'")
    return Text(f"{_th(span[0])} ถึง {_th(span[1])}", f"{span[0]} to {span[1]}")


_th = thai.short_date
