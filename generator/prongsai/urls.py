"""The addresses that a site publishes, and those that were handed in: they never move. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prongsai.coverage import DutyReport, ItemCoverage, State, coverage
from prongsai.models.disclosure import Evidence
from prongsai.models.site import Site, Year
from prongsai.problems import Location


def item_url(year: int, slug: str) -> str:
    """Return the address of an item's page below the site: `oit/2568/o12/`."""
    return f"oit/{year}/{slug}/"


def report_url(report: DutyReport) -> str:
    """Return the address of the page of a yearly report below the site."""
    return f"ita/{report.fiscal_year}/{report.kind}/"


def evidence_url(year: Year, evidence: Evidence) -> str | None:
    """Return the address of a document below the site; None for evidence that is none."""
    file = year.files.get(evidence.path or "")
    return file.url if file else None


def row_urls(year: Year, row: ItemCoverage) -> Iterator[str]:
    """Yield what of this site is handed in for an item: its page, its reports, its documents."""
    yield item_url(year.fiscal_year, row.item.slug)
    yield from map(report_url, row.reports)
    yield from filter(None, (evidence_url(year, one) for one in row.evidence))


def submitted_urls(site: Site, year: Year) -> frozenset[str]:
    """Return the full addresses that an agency hands in for a year: none of an item that has
    nothing to show."""
    rows = coverage(site, year) if year.opens_items else ()
    shown = (row for row in rows if row.state is not State.MISSING)
    return frozenset(site.agency.address(url) for row in shown for url in row_urls(year, row))


def lock_text(urls: Iterable[str]) -> str:
    """Return the text of urls.lock."""
    lines = "\n".join(sorted(urls))
    return f"{_ABOUT}{lines}\n"


_ABOUT = """\
# URL ที่ส่งให้ผู้ประเมินแล้ว ต้องเปิดได้ตลอดไป อย่าลบบรรทัด หากหน้าย้าย ให้เพิ่มใน redirects.yml
# Addresses that were handed in. They must open for good; where a page moves, add it to redirects.yml.
"""


def published_urls(site: Site) -> frozenset[str]:
    """Return the addresses of the pages, the documents and the open data of a site, as it is made.

    Pages written by hand are not among them: their addresses are MkDocs' business.
    """
    found = {"", "oit/", "ita/", "data/"}
    for year in site.years:
        number = year.fiscal_year
        rows = coverage(site, year) if year.opens_items else ()
        found |= {file.url for file in year.files.values()}
        found |= {url for row in rows for url in row_urls(year, row)}
        found |= {f"oit/{number}/"} if year.opens_items else set()
        found |= {f"ita/{number}/"} if year.result or year.measures else set()
        if year.measures:
            found |= {f"ita/{number}/measures/"}
            reported = any(one.reported for one in year.measures.measures)
            found |= {f"ita/{number}/progress/"} if reported else set()
        if year.result and year.result.analysis:
            found |= {f"ita/{number}/analysis/"}
    return frozenset(found)


def locked_below(site: Site) -> Iterator[tuple[Location, str]]:
    """Yield the addresses that were handed in, below the site, with their places.

    Those that lie elsewhere are left out; one that was recorded without the site is of this one.
    """
    for where, url in site.locked_urls:
        below = site.agency.below(url) if is_full(url) else url.lstrip("/")
        if below is not None:
            yield where, below


def is_full(url: str) -> bool:
    """Say whether an address names its site."""
    return "://" in url


def led_on(site: Site) -> Mapping[str, str]:
    """Return where addresses that have moved lead to now."""
    return {redirect.from_: redirect.to for redirect in site.redirects}
