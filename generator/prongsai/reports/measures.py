"""มาตรการ: what the agency undertakes in a year, in the columns it uses."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.measure import MeasureField, Measures
from prongsai.models.result import Analysis
from prongsai.models.site import Site
from prongsai.reports import columns, provenance, words
from prongsai.reports.document import (
    Author,
    Block,
    Cell,
    Column,
    Inline,
    Link,
    Paragraph,
    Report,
    Section,
    Table,
    cell,
    line,
    lines,
)

_TABLE = "ตารางมาตรการ"
_ISSUES = "ประเด็นที่ต้องปรับปรุงรายเครื่องมือ"
_FIELDS: tuple[MeasureField, ...] = (
    *("indicator", "title", "analysis", "steps"),
    *("period", "responsible", "follow_up"),
)


def build(site: Site, plan: Measures) -> Report:
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {words.fiscal_year(site.agency, plan.fiscal_year)}"
    return Report(
        "measures",
        plan.fiscal_year,
        title,
        tuple(introduction(site, plan)),
        tuple(_sections(site, plan)),
        site.agency.digits,
        words.issuer(site.agency),
        plan.updated,
    )


def introduction(site: Site, plan: Measures) -> Iterator[Block]:
    """Yield how the measures came about, and which result they answer."""
    if plan.overview:
        yield Paragraph(line(plan.overview))
    if not plan.measures:
        return
    agency = site.agency
    text = f"มาตรการ {agency.digits.show(len(plan.measures))} รายการ ผลการประเมินที่เกี่ยวข้อง: "
    name = f"ผลการประเมิน ITA {words.fiscal_year(agency, plan.result_year)}"
    result = site.result(plan.result_year)
    link: Inline = Link(name, f"ita/{plan.result_year}/index.md") if result else name
    yield Paragraph(line(text, link), Author.SOFTWARE)
    if plan.indicators:
        names = " และ".join(
            words.scored_indicator(site, plan.result_year, n) for n in plan.indicators
        )
        yield Paragraph(line(f"มาตรการทุกรายการตอบ{names}"), Author.SOFTWARE)


def _sections(site: Site, plan: Measures) -> Iterator[Section]:
    if issues := _issues(site, plan):
        yield Section("issues", _ISSUES, (issues,))
    if plan.measures:
        block: Block = columns.table(site, plan, _TABLE, _FIELDS)
    else:
        block = columns.no_measures(plan)
    yield Section("measures", _TABLE, (block,))
    yield from provenance.sections(site.agency, plan)


def _issues(site: Site, plan: Measures) -> Table | None:
    """Return what the agency found to be made better, by instrument or indicator."""
    result = site.result(plan.result_year)
    found = [entry for entry in result.analysis if entry.improvements] if result else []
    rows = tuple((_subject(site, plan, one), _numbered(one.improvements)) for one in found)
    heads = (Column("เครื่องมือ/ตัวชี้วัด"), Column("ประเด็นที่ต้องปรับปรุง"))
    return Table(_ISSUES, heads, rows, Author.AGENCY) if rows else None


def _subject(site: Site, plan: Measures, entry: Analysis) -> Cell:
    if entry.indicator is not None:
        return cell(words.scored_indicator(site, plan.result_year, entry.indicator))
    known = site.frameworks[plan.result_year].instrument_by_id
    name = known[entry.instrument].name.th if entry.instrument in known else ""
    return cell(f"{name} ({entry.instrument})" if name else str(entry.instrument))


def _numbered(texts: tuple[str, ...]) -> Cell:
    return Cell(lines(texts).lines, numbered=True, points=((),) * len(texts))
