"""แบบส่ง URL: what an agency hands in for each item of a year, in the order of the NACC's form. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.coverage import ItemCoverage, State, coverage
from prongsai.models.site import Site, Year
from prongsai.urls import row_urls


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One item of the form."""

    id: str
    title: str
    """The official title of the year."""
    urls: tuple[str, ...]
    """The page of the item, then what its evidence leads to; none while it has no evidence."""
    steps: tuple[str, ...]
    """The way to the data, step by step from the first page."""
    updated: date | None
    state: State


def submission_rows(site: Site, year: Year) -> tuple[SubmissionRow, ...]:
    """Return one row per item of the year's framework, in its order."""
    return tuple(_row(site, year, row) for row in coverage(site, year))


def _row(site: Site, year: Year, row: ItemCoverage) -> SubmissionRow:
    urls: tuple[str, ...] = ()
    if row.state is not State.MISSING:
        own = map(site.agency.address, row_urls(year, row))
        links = (one.url for one in row.evidence if one.url)
        urls = tuple(dict.fromkeys((*own, *links)))
    return SubmissionRow(
        row.item.id,
        row.item.title.th,
        urls,
        tuple(_steps(site, year, row)) if urls else (),
        row.updated,
        row.state,
    )


def _steps(site: Site, year: Year, row: ItemCoverage) -> Iterator[str]:
    """Yield the steps that the agency wrote; without any, those of this site's own menus."""
    if row.disclosure.explanation:
        yield from filter(None, map(str.strip, row.disclosure.explanation.split(">")))
        return
    yield from ("หน้าแรก", "ข้อมูลสาธารณะ (OIT)")
    yield f"ปีงบประมาณ พ.ศ. {site.agency.digits.show(year.fiscal_year)}"
    yield f"{row.item.id} {row.item.title.th}"
