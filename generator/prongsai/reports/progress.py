"""รายงานผลการดำเนินการ: how the measures of a year were carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from prongsai import thai
from prongsai.models.measure import Measure, MeasureField, Measures, Progress
from prongsai.models.site import Site
from prongsai.reports import columns, provenance, words
from prongsai.reports.document import (
    Author,
    Block,
    Cell,
    Column,
    Line,
    Memo,
    Notice,
    Paragraph,
    Report,
    Section,
    Table,
    Tone,
    line,
)
from prongsai.reports.measures import introduction

_TABLE = "ตารางผลการดำเนินการ"
_NO_STATUS = "ไม่ได้ระบุสถานะ"
_TICK = "✓"
_FIELDS: tuple[MeasureField, ...] = (
    *("title", "steps", "period", "responsible", "follow_up"),
    *("outputs", "outcomes"),
)


def reported(plan: Measures) -> bool:
    """Whether anything is known of carrying the measures out."""
    return any(measure.reported for measure in plan.measures)


def build(site: Site, plan: Measures) -> Report:
    title = (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        f"{words.fiscal_year(site.agency, plan.fiscal_year)}"
    )
    return Report(
        "progress",
        plan.fiscal_year,
        title,
        (*introduction(site, plan), *_summary(site, plan)),
        (
            Section(
                "progress",
                _TABLE,
                (_table(site, plan) if plan.measures else columns.no_measures(plan),),
            ),
            *provenance.sections(site.agency, plan),
        ),
        site.agency.digits,
        words.issuer(site.agency),
        plan.as_of or plan.updated,
        _memo(site, plan),
    )


def _summary(site: Site, plan: Measures) -> Iterator[Block]:
    if not plan.measures:
        return
    if not reported(plan):
        yield Notice(words.NOT_REPORTED, (line("ยังไม่มีข้อมูลผลการดำเนินการของมาตรการปีนี้"),))
        if plan.as_of:
            yield from _late(site, plan)
        return
    counted = Counter(_status(measure) for measure in plan.measures)
    told = [
        f"{status} {site.agency.digits.show(counted[status])} รายการ"
        for status in (*words.PROGRESS.values(), words.NOT_REPORTED, _NO_STATUS)
        if counted[status]
    ]
    yield Paragraph(line(f"ผลการดำเนินการ: {' · '.join(told)}"), Author.SOFTWARE)
    yield from _late(site, plan)


def _status(measure: Measure) -> str:
    if measure.progress:
        return words.PROGRESS[measure.progress]
    return _NO_STATUS if measure.outputs or measure.outcomes else words.NOT_REPORTED


def _late(site: Site, plan: Measures) -> Iterator[Block]:
    """Yield what is late on the day of the report; without a day, that nothing can be said."""
    open_ones = [one for one in plan.measures if _is_open(one)]
    if not open_ones:
        return
    if plan.as_of is None or plan.as_of < thai.fiscal_year_span(plan.fiscal_year).start:
        why = "วันที่รายงานอยู่ก่อนปีงบประมาณนี้" if plan.as_of else "ไม่ได้ระบุวันที่รายงาน"
        text = f"{why} จึงไม่ได้ระบุว่ามาตรการใดล่าช้า"
        yield Paragraph(line(text), Author.SOFTWARE)
        return
    day = words.long_date(site.agency, plan.as_of)
    ended = [one for one in open_ones if _ended(plan, one, plan.as_of)]
    late = [one for one in ended if one.progress]
    silent = [one for one in ended if not one.progress]
    for what, found in (("แต่ยังไม่แล้วเสร็จ", late), ("และยังไม่ทราบว่าแล้วเสร็จหรือไม่", silent)):
        if found:
            count = site.agency.digits.show(len(found))
            title = f"มาตรการที่พ้นระยะเวลาแล้ว{what} {count} รายการ ณ วันที่ {day}"
            yield Notice(title, tuple(_told(site, plan, one) for one in found), Tone.WARNING)
    if not ended and all(one.period and one.period.span(plan.fiscal_year) for one in open_ones):
        text = f"ณ วันที่ {day} ไม่มีมาตรการที่พ้นระยะเวลาแล้วแต่ยังไม่แล้วเสร็จ"
        yield Paragraph(line(text), Author.SOFTWARE)


def _told(site: Site, plan: Measures, measure: Measure) -> Line:
    end = _end(site, plan, measure)
    return line(f"{measure.title}: {_status(measure)} สิ้นสุดระยะเวลา {end}")


def _is_open(measure: Measure) -> bool:
    """Whether it is not known to be done. Outputs without a status leave that unsaid."""
    return measure.progress is not Progress.DONE


def _ended(plan: Measures, measure: Measure, day: date) -> bool:
    span = measure.period.span(plan.fiscal_year) if measure.period else None
    # A period that lies before the plan's year is a slip of the year (MEA103), and says nothing.
    begins = thai.fiscal_year_span(plan.fiscal_year).start
    return span is not None and begins <= span[1] < day


def _end(site: Site, plan: Measures, measure: Measure) -> str:
    span = measure.period.span(plan.fiscal_year) if measure.period else None
    return words.long_date(site.agency, span[1] if span else None)


def _table(site: Site, plan: Measures) -> Table:
    """Return the measures with a column per state to tick, where states are what is reported.

    A plan on which nothing is reported yet gets them too, to be ticked by hand on paper.
    """
    table = columns.table(site, plan, _TABLE, _FIELDS)
    if reported(plan) and not any(measure.progress for measure in plan.measures):
        return table
    before = _outputs_at(table, plan)
    heads = tuple(Column(name) for name in words.PROGRESS.values())
    rows = tuple(
        (*row[:before], *(_tick(measure, state) for state in Progress), *row[before:])
        for row, measure in zip(table.rows, plan.measures, strict=True)
    )
    return Table(_TABLE, (*table.columns[:before], *heads, *table.columns[before:]), rows, table.by)


def _outputs_at(table: Table, plan: Measures) -> int:
    """Return where the states stand: before outputs and outcomes, or at the end."""
    results = {columns.heading(plan, field) for field in ("outputs", "outcomes")}
    places = (i for i, column in enumerate(table.columns) if column.title in results)
    # The first column names the row, to a screen reader as well.
    return max(1, next(places, len(table.columns)))


def _tick(measure: Measure, state: Progress) -> Cell:
    return Cell(((_TICK,),), tone=state.value) if measure.progress is state else Cell()


def _memo(site: Site, plan: Measures) -> Memo | None:
    """Return the head of the memorandum; what it leaves blank is for a pen."""
    if plan.memo is None:
        return None
    phone = f" โทร. {plan.memo.phone}" if plan.memo.phone else ""
    day = words.long_date(site.agency, plan.memo.date)
    memo = plan.memo
    return Memo(f"{memo.office}{phone}", memo.reference or "", day, memo.subject, memo.to)
