"""The data of measures: one row each, with every field. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.models.measure import Measure, Measures, Step
from prongsai.models.site import Site
from prongsai.opendata.table import Column, Holds, Row, row
from prongsai.problems import Text


@dataclass(frozen=True, slots=True)
class _Planned:
    """One measure of one plan."""

    site: Site
    plan: Measures
    measure: Measure

    @property
    def days(self) -> tuple[date | None, date | None]:
        period = self.measure.period
        return (period.span(self.plan.fiscal_year) if period else None) or (None, None)

    @property
    def responsible(self) -> list[str]:
        units = self.site.agency.units
        return [units.get(unit, unit) for unit in self.measure.responsible]


_PROGRESS = "not-started ยังไม่ดำเนินการ, in-progress อยู่ระหว่างดำเนินการ, done เสร็จแล้ว"
MEASURES: tuple[Column[_Planned], ...] = (
    Column(
        "fiscal_year",
        Holds.YEAR,
        Text("ปีงบประมาณที่ดำเนินการ (พ.ศ.)", "fiscal year in which it is carried out, Buddhist era"),
        lambda one: one.plan.fiscal_year,
    ),
    Column(
        "result_year",
        Holds.YEAR,
        Text("ปีของผลการประเมินที่มาตรการตอบ (พ.ศ.)", "year of the result that it answers"),
        lambda one: one.plan.result_year,
    ),
    Column(
        "id",
        Holds.TEXT,
        Text("รหัสมาตรการในปีนั้น", "its code in that year"),
        lambda one: one.measure.id,
    ),
    Column(
        "indicator",
        Holds.NUMBER,
        Text("ตัวชี้วัดที่มาตรการตอบ 1 ถึง 10", "indicator that it answers, 1 to 10"),
        lambda one: one.measure.indicator,
    ),
    Column("title", Holds.TEXT, Text("ชื่อมาตรการ", "its title"), lambda one: one.measure.title),
    Column(
        "analysis",
        Holds.TEXT,
        Text("ประเด็นที่วิเคราะห์พบ", "what the analysis found"),
        lambda one: one.measure.analysis,
    ),
    Column(
        "steps",
        Holds.LIST,
        Text("ขั้นตอนหรือวิธีการ", "its steps"),
        lambda one: [_step(step) for step in one.measure.steps],
    ),
    Column(
        "period_text",
        Holds.TEXT,
        Text("ระยะเวลาตามที่เขียนไว้", "its period as it is written"),
        lambda one: one.measure.period.text if one.measure.period else None,
    ),
    Column(
        "period_from",
        Holds.DAY,
        Text("วันเริ่ม ว่างเมื่อระยะเวลาไม่มีวัน", "first day; empty where the period gives no days"),
        lambda one: one.days[0],
    ),
    Column(
        "period_to",
        Holds.DAY,
        Text("วันสิ้นสุด ว่างเมื่อระยะเวลาไม่มีวัน", "last day; empty where the period gives no days"),
        lambda one: one.days[1],
    ),
    Column(
        "responsible",
        Holds.LIST,
        Text("สำนัก/กองที่รับผิดชอบ", "units that are responsible"),
        lambda one: one.responsible,
    ),
    Column(
        "follow_up",
        Holds.TEXT,
        Text("วิธีติดตามผล", "how it is followed up"),
        lambda one: one.measure.follow_up,
    ),
    Column(
        "cites",
        Holds.LIST,
        Text("ข้อ OIT หรือตัวชี้วัดย่อยที่เกี่ยวข้อง", "items or sub-indicators that it is about"),
        lambda one: list(one.measure.cites),
    ),
    Column(
        "progress",
        Holds.TEXT,
        Text(f"ผลการดำเนินการ: {_PROGRESS}", "progress: not-started, in-progress or done"),
        lambda one: one.measure.progress.value if one.measure.progress else None,
    ),
    Column(
        "outputs",
        Holds.LIST,
        Text("ผลผลิต", "outputs"),
        lambda one: list(one.measure.outputs),
    ),
    Column(
        "outcomes",
        Holds.LIST,
        Text("ผลลัพธ์", "outcomes"),
        lambda one: list(one.measure.outcomes),
    ),
    Column("note", Holds.TEXT, Text("หมายเหตุ", "remark"), lambda one: one.measure.note),
)
"""The columns of measures.json and measures.csv."""


def measure_rows(site: Site, plan: Measures) -> list[Row]:
    """Return one row per measure, with every field."""
    return [row(MEASURES, _Planned(site, plan, measure)) for measure in plan.measures]


def _step(step: Step) -> str:
    return "; ".join([step.text, *step.parts])
