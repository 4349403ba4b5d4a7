"""The columns of a table of measures: what each shows of a measure, and what the agency calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prongsai.models.measure import Measure, MeasureField, Measures, Step
from prongsai.models.site import Site
from prongsai.reports import words
from prongsai.reports.document import (
    Author,
    Cell,
    Column,
    Inline,
    Notice,
    Table,
    cell,
    joined,
    line,
)

Show = Callable[[Site, Measures, Measure], Cell]


def table(site: Site, plan: Measures, caption: str, fields: Sequence[MeasureField]) -> Table:
    """Return the measures as rows, in the agency's own columns first; what no measure fills is left out.

    The agency's headings and their order are under `columns` of measures.yml. A field that it does
    not name keeps our heading and comes after, so that nothing is lost.
    """
    own = [field for field in plan.columns if field in fields]
    order = [*own, *(field for field in fields if field not in own)]
    made = [[_SHOWN[field][1](site, plan, measure) for field in order] for measure in plan.measures]
    kept = [i for i in range(len(order)) if any(row[i].lines for row in made)]
    rows = tuple(tuple(row[i] if row[i].lines else cell() for i in kept) for row in made)
    heads = tuple(Column(heading(plan, order[i])) for i in kept)
    return Table(caption, heads, rows, Author.AGENCY)


def no_measures(plan: Measures) -> Notice:
    """Return what stands in place of a table that would be empty."""
    return Notice(
        "ยังไม่มีมาตรการ",
        (line("หน่วยงานยังไม่ได้เผยแพร่มาตรการของปีนี้"),),
    )


def heading(plan: Measures, field: MeasureField) -> str:
    """Return what the agency calls a column, or what we do."""
    return plan.columns.get(field, _SHOWN[field][0])


def _indicator(site: Site, plan: Measures, measure: Measure) -> Cell:
    """Return the indicator that a measure answers, with the score that it got."""
    if measure.indicator is None:
        return Cell()
    name = words.indicator(site, plan.result_year, measure.indicator)
    result = site.result(plan.result_year)
    announced = result.announced(f"indicator {measure.indicator}") if result else None
    score = f"{words.score(site.agency, announced)} คะแนน" if announced is not None else ""
    return Cell(tuple((text,) for text in (name, score) if text))


def _title(site: Site, plan: Measures, measure: Measure) -> Cell:
    return cell(measure.title)


def _analysis(site: Site, plan: Measures, measure: Measure) -> Cell:
    lines = [(measure.analysis,)] if measure.analysis else []
    cited: list[tuple[Inline, ...]] = []
    if measure.cites:
        cited = [line("อ้างอิงจาก ", *joined(words.cites(site, plan.result_year, measure.cites)))]
    return Cell((*lines, *cited))


def _steps(site: Site, plan: Measures, measure: Measure) -> Cell:
    lines = tuple((step.text,) for step in measure.steps)
    return Cell(lines, numbered=True, points=tuple(_points(site, step) for step in measure.steps))


def _points(site: Site, step: Step) -> tuple[str, ...]:
    """Return the points of a step, with who does each where the source says that."""
    return tuple(
        f"{point.text} ({words.units(site.agency, point.responsible)})"
        if point.responsible
        else point.text
        for point in step.points
    )


def _period(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(((words.period(site.agency, measure.period),),)) if measure.period else Cell()


def _responsible(site: Site, plan: Measures, measure: Measure) -> Cell:
    text = words.units(site.agency, measure.responsible)
    return Cell(((text,),)) if text else Cell()


def _follow_up(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(((measure.follow_up,),)) if measure.follow_up else Cell()


def _outputs(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(tuple((text,) for text in measure.outputs))


def _outcomes(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(tuple((text,) for text in measure.outcomes))


_SHOWN: dict[MeasureField, tuple[str, Show]] = {
    "indicator": ("ตัวชี้วัด", _indicator),
    "title": ("มาตรการ/โครงการ/กิจกรรม", _title),
    "analysis": ("ผลการวิเคราะห์", _analysis),
    "steps": ("ขั้นตอน/วิธีการ", _steps),
    "period": ("ระยะเวลาดำเนินการ", _period),
    "responsible": ("ผู้รับผิดชอบ", _responsible),
    "follow_up": ("การกำกับติดตาม", _follow_up),
    "outputs": ("ผลผลิต", _outputs),
    "outcomes": ("ผลลัพธ์", _outcomes),
}
