"""The evidence of an item, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai import thai
from prongsai.coverage import ItemCoverage
from prongsai.models.agency import Agency
from prongsai.models.disclosure import Evidence
from prongsai.models.site import PublishedFile, Site, Table, Year
from prongsai.pages import words


@dataclass(frozen=True)
class ReviewView:
    """A day by which the agency wants to have looked at something again.

    Whether it has passed is known to the reader's browser alone: a page says the same on all days.
    """

    day: str
    """YEAR-MONTH-DAY, for the script."""
    shown: str


@dataclass(frozen=True)
class EvidenceView:
    """One piece of evidence, ready to be shown."""

    evidence: Evidence
    period: str
    shows: tuple[str, ...]
    """The Thai texts of the elements that it shows."""
    file: PublishedFile | None
    size: str
    day: str
    """The day of the document, or of the item."""
    review: ReviewView | None
    table: Table | None
    paragraphs: tuple[str, ...]


def review(agency: Agency, day: date | None) -> ReviewView | None:
    """Return a day of review as it is shown; None where there is none."""
    return ReviewView(day.isoformat(), agency.digits.show(thai.long_date(day))) if day else None


def evidence(site: Site, year: Year, row: ItemCoverage, one: Evidence) -> EvidenceView:
    """Return one piece of evidence of an item."""
    file = year.files.get(one.path) if one.path else None
    texts = {element.id: element.text.th for element in row.elements}
    span = one.period.span(year.fiscal_year) if one.period else None
    day = one.updated or row.disclosure.updated
    shown = one.period.text if one.period and one.period.text else None
    if span and not shown:
        shown = f"{thai.short_date(span[0])} – {thai.short_date(span[1])}"
    return EvidenceView(
        evidence=one,
        period=site.agency.digits.show(shown) if shown else "",
        shows=tuple(texts[element] for element in one.shows if element in texts),
        file=file,
        size=site.agency.digits.show(words.size(file.size)) if file else "",
        day=site.agency.digits.show(thai.short_date(day)) if file and day else "",
        review=review(site.agency, one.review),
        table=year.tables.get(one.table) if one.table else None,
        paragraphs=tuple(filter(None, map(str.strip, (one.text or "").split("\n\n")))),
    )
