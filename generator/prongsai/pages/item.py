"""One page per item: what the framework asks, and what the agency shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import thai
from prongsai.coverage import DutyReport, ItemCoverage, coverage
from prongsai.models.disclosure import Declaration
from prongsai.models.framework import Framework
from prongsai.models.item import Element, Item, Required
from prongsai.models.site import Site, Year
from prongsai.pages import words
from prongsai.pages.evidence import EvidenceView, ReviewView, evidence, review
from prongsai.pages.page import Draft
from prongsai.reports.document import url_of
from prongsai.reports.words import fiscal_year
from prongsai.required_span import month_names


@dataclass(frozen=True)
class ElementView:
    element: Element
    kind: str
    required: str
    """Empty where no element of the item is known to be required or not: then it says nothing."""
    mark: str
    """`shown` or `lacking`; empty where the item needs no evidence."""
    mark_label: str


@dataclass(frozen=True)
class ReportView:
    """A report page of this site that is evidence of the item."""

    title: str
    path: str


@dataclass(frozen=True)
class RelatedView:
    """The same item in a neighbouring year."""

    year: str
    id: str
    title: str
    relation: str
    path: str | None
    """None where the site has no page for it."""


@dataclass(frozen=True)
class ItemView:
    """All that item.md.jinja may show. Decisions are made here, not in the template."""

    item: Item
    fiscal_year: int
    year_title: str
    state: str
    state_label: str
    place: str
    """Indicator and sub-indicator, as far as they are established."""
    place_note: str
    score: str
    period: str
    open_months: str
    """Months that the item asks for and its evidence is not of."""
    responsible: str
    updated: str
    review: ReviewView | None
    address: str
    """The permanent address of the page."""
    explanation: str
    note: str
    draft: bool
    """Whether the year was opened for it, and its data is not there yet."""
    declaration: Declaration | None
    declared_on: str
    elements: tuple[ElementView, ...]
    elements_shown: str
    confidence: str
    basis: str
    """What the list of elements rests on: what its grade means."""
    columns: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    reports: tuple[ReportView, ...]
    before: tuple[RelatedView, ...]
    after: tuple[RelatedView, ...]


def build(site: Site) -> Iterator[Draft]:
    """Yield the page of every item of every year that has item pages."""
    for year in site.item_years:
        for row in coverage(site, year):
            yield _page(site, year, row)


def path_of(year: int, item: Item) -> str:
    return f"oit/{year}/{item.slug}.md"


def _page(site: Site, year: Year, row: ItemCoverage) -> Draft:
    path, item = path_of(year.fiscal_year, row.item), row.item
    title = f"{item.id} {item.title.th}"
    view = _view(site, year, row)
    updated = row.updated
    meta = {
        "title": f"{item.id} (ปี {site.agency.digits.show(year.fiscal_year)}) {item.title.th}",
        "description": f"{title} {view.year_title} {site.agency.name.th}: {view.state_label}",
        "fiscal_year": year.fiscal_year,
        "oit": item.id,
        "synonyms": site.synonyms.of_title(item.title.th),
        "updated": updated.isoformat() if updated else None,
    }
    source = year.disclosures.where if year.disclosures else None
    return Draft(path, title, "item.md.jinja", view, meta, source, updated)


def _view(site: Site, year: Year, row: ItemCoverage) -> ItemView:
    item, disclosure, show = row.item, row.disclosure, site.agency.digits.show
    declaration = disclosure.declaration
    announced = year.result.items.get(item.id) if year.result else None
    updated = row.updated
    shown, needed = row.progress
    place, place_note = _place(site, year.framework, item)
    return ItemView(
        item=item,
        fiscal_year=year.fiscal_year,
        year_title=fiscal_year(site.agency, year.fiscal_year),
        state=row.state.value,
        state_label=words.STATES[row.state],
        place=place,
        place_note=place_note,
        score=show(announced.score) if announced else "",
        period=show(words.period(item.period.kind, year.fiscal_year)),
        open_months=show(month_names(row.open_days).th),
        responsible=site.agency.units.get(disclosure.responsible or "", ""),
        updated=show(thai.long_date(updated)) if updated else "",
        review=review(site.agency, disclosure.review),
        address=site.agency.address(url_of(path_of(year.fiscal_year, item))),
        explanation=disclosure.explanation or "",
        note=disclosure.note or "",
        draft=disclosure.is_draft,
        declaration=declaration,
        declared_on=show(thai.long_date(declaration.on)) if declaration else "",
        elements=tuple(_elements(row)),
        elements_shown=show(f"{shown} จาก {needed}") if needed and not declaration else "",
        confidence=words.GRADES[item.elements.confidence],
        basis=words.BASES[item.elements.confidence],
        columns=item.columns.names if item.columns else (),
        evidence=tuple(evidence(site, year, row, one) for one in row.evidence),
        reports=tuple(_report(site, one) for one in row.reports),
        before=tuple(_related(site, year.fiscal_year, item, earlier=True)),
        after=tuple(_related(site, year.fiscal_year, item, earlier=False)),
    )


def _place(site: Site, framework: Framework, item: Item) -> tuple[str, str]:
    """Return where the item stands, and what is open about it."""
    show, sub = site.agency.digits.show, framework.sub_indicator_of.get(item.id)
    if sub is None:
        return "", "ยังไม่พบแหล่งข้อมูลที่ยืนยันว่าปีนี้ข้อนี้อยู่ในตัวชี้วัดย่อยใด"
    indicator = framework.indicator_by_id[sub.indicator]
    name = f" {sub.name.th}" if sub.name else ""
    text = f"ตัวชี้วัดที่ {show(indicator.id)} {indicator.name.th} › {show(sub.id)}{name}"
    disputed = sub.note and item.id in sub.note
    return text, "แหล่งข้อมูลระบุตัวชี้วัดย่อยของข้อนี้ไม่ตรงกัน" if disputed else ""


def _elements(row: ItemCoverage) -> Iterator[ElementView]:
    is_told = any(one.required is not Required.UNKNOWN for one in row.elements)
    for element in row.elements:
        kind = words.KINDS[element.kind]
        required = words.REQUIRED[element.required] if is_told else ""
        if row.disclosure.declaration:
            yield ElementView(element, kind, required, "", "–")
        else:
            mark = "shown" if element.id in row.shown else "lacking"
            yield ElementView(element, kind, required, mark, words.MARKS[mark])


def _report(site: Site, report: DutyReport) -> ReportView:
    title = f"{words.REPORTS[report.kind]} {fiscal_year(site.agency, report.fiscal_year)}"
    return ReportView(title, f"ita/{report.fiscal_year}/{report.kind}.md")


def _related(site: Site, year: int, item: Item, *, earlier: bool) -> Iterator[RelatedView]:
    walk = site.crosswalk.before if earlier else site.crosswalk.after
    for other_year, code, link in walk(year, item.id):
        framework = site.frameworks.get(other_year)
        other = framework.item_by_id.get(code) if framework else None
        if other is None:
            continue
        published = other_year in {open_year.fiscal_year for open_year in site.item_years}
        yield RelatedView(
            fiscal_year(site.agency, other_year),
            other.id,
            other.title.th,
            words.RELATIONS[link.relation],
            path_of(other_year, other) if published else None,
        )
