"""รายงานผลการดำเนินการ: how the measures of a year were carried out."""

from __future__ import annotations

from collections import Counter

from prongsai.models.measure import Measure, Measures
from prongsai.models.site import Site
from prongsai.reports import measures as plan_report
from prongsai.reports import words
from prongsai.reports.document import Author, Block, Cell, Notice, Paragraph, Report, Section, line
from prongsai.reports.measures import Show


_TABLE = "ตารางผลการดำเนินการ"


def reported(plan: Measures) -> bool:
    """Whether anything is known of carrying the measures out."""
    return any(m.progress or m.outputs or m.outcomes for m in plan.measures)


def build(site: Site, plan: Measures) -> Report:
    title = (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        f"{words.fiscal_year(site.agency, plan.fiscal_year)}"
    )
    lead: tuple[Block, ...] = (plan_report.introduction(site, plan), _summary(site, plan))
    sections = (Section("progress", _TABLE, (plan_report.table(site, plan, _TABLE, COLUMNS),)),)
    return Report("progress", plan.fiscal_year, title, lead, sections, site.agency.digits)


def _summary(site: Site, plan: Measures) -> Block:
    if not reported(plan):
        return Notice(words.NOT_REPORTED, (line("ยังไม่มีข้อมูลผลการดำเนินการของมาตรการปีนี้"),))
    counted = Counter(measure.progress for measure in plan.measures)
    told = [
        f"{label} {site.agency.digits.show(counted[state])} รายการ"
        for state, label in words.PROGRESS.items()
        if counted[state]
    ]
    if counted[None]:
        told.append(f"ไม่ได้ระบุสถานะ {site.agency.digits.show(counted[None])} รายการ")
    return Paragraph(line(" ".join(told)), Author.SOFTWARE)


def _state(site: Site, plan: Measures, measure: Measure) -> Cell:
    if measure.progress is None:
        told = measure.outputs or measure.outcomes
        return Cell() if told else Cell(((words.NOT_REPORTED,),), tone="not-reported")
    return Cell(((words.PROGRESS[measure.progress],),), tone=measure.progress.value)


def _outputs(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(tuple((text,) for text in measure.outputs))


def _outcomes(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(tuple((text,) for text in measure.outcomes))


COLUMNS: tuple[tuple[str, Show], ...] = (
    ("มาตรการ/โครงการ/กิจกรรม", plan_report.title),
    ("ขั้นตอน/วิธีการ", plan_report.steps),
    ("ระยะเวลาดำเนินการ", plan_report.period),
    ("ผู้รับผิดชอบ", plan_report.responsible),
    ("สถานะ", _state),
    ("ผลผลิต", _outputs),
    ("ผลลัพธ์", _outcomes),
)
