"""Pages: from a Site to Markdown. A builder is a function from a Site to drafts of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.checks import Finding
from prongsai.models.site import Site
from prongsai.pages import findings as findings_page
from prongsai.pages import home, ita, item, oit, opendata
from prongsai.pages.page import Draft, Page
from prongsai.pages.render import render
from prongsai.reports.document import Report
from prongsai.reports.files import ReportFile

__all__ = ["Page", "build_pages", "report_page"]


def build_pages(
    site: Site,
    findings: Sequence[Finding],
    report_files: Sequence[ReportFile] = (),
    template_cache: Path | None = None,
) -> Iterator[Page]:
    """Yield every generated page; the findings are shown only where the agency wants that.

    The page of a report leads to those of the `report_files` that are of it.
    `template_cache` is a folder in which compiled templates are kept between runs.
    """
    for draft in _drafts(site, findings, report_files):
        page = render(draft, template_cache)
        yield _marked(page, site.agency.notice) if site.agency.notice else page


def _marked(page: Page, notice: str) -> Page:
    """Return the page of a site that is no agency's own with a line that says so, before all else."""
    head, end, body = page.markdown.partition("\n---\n")
    assert end, "a page begins with its front matter"
    return replace(page, markdown=f'{head}{end}\n<p class="ps-sample">{notice}</p>\n{body}')


def report_page(site: Site, report: Report) -> Page:
    """Return the page of one report, without its files."""
    return render(ita.report_draft(site, report, ()))


def _drafts(
    site: Site, findings: Sequence[Finding], report_files: Sequence[ReportFile]
) -> Iterator[Draft]:
    yield home.build(site)
    yield from oit.build(site)
    yield from item.build(site)
    yield from ita.build(site, report_files)
    yield opendata.build(site)
    if site.agency.show_checks:
        yield from findings_page.build(site, findings)
