"""มาตรการ: what the agency undertakes in a year, in the columns it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.models.measure import Measure, Measures
from prongsai.models.site import Site
from prongsai.reports import scores, words
from prongsai.reports.document import (
    Author,
    Block,
    Cell,
    Column,
    Inline,
    Link,
    Notice,
    Paragraph,
    Report,
    Section,
    Table,
    cell,
    joined,
    line,
)

Show = Callable[[Site, Measures, Measure], Cell]

TABLE = "ตารางมาตรการ"


def build(site: Site, plan: Measures) -> Report:
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {words.fiscal_year(site.agency, plan.fiscal_year)}"
    sections = [Section("measures", TABLE, (table(site, plan, TABLE, COLUMNS),))]
    if noted := tuple(notes(site, plan)):
        sections.append(Section("notes", "ข้อสังเกตเกี่ยวกับเอกสารต้นทาง", noted))
    if source := tuple(source_blocks(plan)):
        sections.append(Section("source", "ที่มาของข้อมูล", source))
    return Report(
        "measures",
        plan.fiscal_year,
        title,
        (introduction(site, plan),),
        tuple(sections),
        site.agency.digits,
        words.issuer(site.agency),
    )


def introduction(site: Site, plan: Measures) -> Paragraph:
    """Return which result the measures answer, leading to its analysis."""
    agency = site.agency
    text = f"มาตรการ {agency.digits.show(len(plan.measures))} รายการ กำหนดจาก"
    name = f"ผลการประเมิน ITA {words.fiscal_year(agency, plan.result_year)}"
    link: Inline = (
        Link(name, f"ita/{plan.result_year}/index.md") if site.result(plan.result_year) else name
    )
    return Paragraph(line(text, link), Author.SOFTWARE)


def table(site: Site, plan: Measures, caption: str, columns: tuple[tuple[str, Show], ...]) -> Table:
    """Return the measures as rows. A column that no measure fills is left out."""
    made = [[show(site, plan, measure) for _, show in columns] for measure in plan.measures]
    kept = [i for i in range(len(columns)) if any(row[i].lines for row in made)]
    rows = tuple(tuple(row[i] if row[i].lines else cell() for i in kept) for row in made)
    heads = tuple(Column(columns[i][0]) for i in kept)
    return Table(caption, heads, rows, Author.AGENCY)


def source_blocks(plan: Measures) -> Iterator[Block]:
    for text in (plan.source.title, plan.source.place, plan.source.note):
        if text:
            yield Paragraph(line(text))


def notes(site: Site, plan: Measures) -> Iterator[Block]:
    """Yield the notes on single measures, and the slips of the source."""
    noted = tuple(line(f"{m.title}: {m.note}") for m in plan.measures if m.note)
    if noted:
        yield Notice("หมายเหตุรายมาตรการ", noted, folded=True)
    if found := scores.slips(site, plan.slips):
        yield found


def subject(site: Site, plan: Measures, measure: Measure) -> Cell:
    """Return the indicator that a measure answers, with the score that it got."""
    if measure.indicator is None:
        return Cell()
    name = words.indicator(site, plan.result_year, measure.indicator)
    result = site.result(plan.result_year)
    announced = result.announced(f"indicator {measure.indicator}") if result else None
    score = f"{words.score(site.agency, announced)} คะแนน" if announced is not None else ""
    return Cell(tuple((text,) for text in (name, score) if text))


def title(site: Site, plan: Measures, measure: Measure) -> Cell:
    return cell(measure.title)


def steps(site: Site, plan: Measures, measure: Measure) -> Cell:
    lines = tuple((step.text,) for step in measure.steps)
    return Cell(lines, numbered=True, points=tuple(step.parts for step in measure.steps))


def period(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(((words.period(site.agency, measure.period),),)) if measure.period else Cell()


def responsible(site: Site, plan: Measures, measure: Measure) -> Cell:
    text = words.units(site.agency, measure.responsible)
    return Cell(((text,),)) if text else Cell()


def _analysis(site: Site, plan: Measures, measure: Measure) -> Cell:
    lines = [(measure.analysis,)] if measure.analysis else []
    cited: list[tuple[Inline, ...]] = []
    if measure.cites:
        cited = [line("อ้างอิงจาก ", *joined(words.cites(site, plan.result_year, measure.cites)))]
    return Cell((*lines, *cited))


def _follow_up(site: Site, plan: Measures, measure: Measure) -> Cell:
    return Cell(((measure.follow_up,),)) if measure.follow_up else Cell()


COLUMNS: tuple[tuple[str, Show], ...] = (
    ("ตัวชี้วัด", subject),
    ("มาตรการ/โครงการ/กิจกรรม", title),
    ("ผลการวิเคราะห์", _analysis),
    ("ขั้นตอน/วิธีการ", steps),
    ("ระยะเวลาดำเนินการ", period),
    ("ผู้รับผิดชอบ", responsible),
    ("การกำกับติดตาม", _follow_up),
)
