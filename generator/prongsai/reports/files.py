"""The yearly reports as files: which there are, what each is called, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prongsai.models.site import Site
from prongsai.reports import build_reports
from prongsai.reports.document import Report, url_of
from prongsai.reports.docx import to_docx
from prongsai.reports.pdf import chart_png, to_pdf

KINDS = ("analysis", "measures", "progress")
"""The reports that an agency hands in. The page of a result is no report."""
FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One report in one format."""

    kind: str
    fiscal_year: int
    format: str
    content: bytes
    day: date | None
    """The day of what it says; None where the content does not tell."""

    @property
    def url(self) -> str:
        """Its address below the site: `reports/2568/analysis.pdf`."""
        return f"reports/{self.fiscal_year}/{self.kind}.{self.format}"


def handed_in(site: Site) -> Iterator[Report]:
    """Yield the yearly reports that the content allows, newest first.

    Of a year without a measure there is nothing to sign: its pages say so, and there are no files.
    """
    planned = {plan.fiscal_year for plan in site.plans if plan.measures}
    return (
        report
        for report in build_reports(site)
        if report.kind == "analysis" or (report.kind in KINDS and report.fiscal_year in planned)
    )


def render(
    site: Site,
    report: Report,
    format: str,
    *,
    memo: bool | None = None,
    template: Path | None = None,
) -> bytes:
    """Return a report as `pdf` or `docx`.

    `memo` asks for a memorandum, or for none; otherwise a report that has the head of one is one.
    `template` is an agency's own for Word. Raises PdfError or ReportTemplateError.
    """
    is_memo = report.memo is not None if memo is None else memo
    address = _address(site)
    if format == "pdf":
        return to_pdf(report, memo=is_memo, address=address)
    return to_docx(report, memo=is_memo, template=template, chart_png=chart_png, address=address)


def _address(site: Site) -> Callable[[str], str]:
    return lambda page: site.agency.address(url_of(page))
