"""A report as a PDF to sign and file: PDF/A-2a and PDF/UA-1, set by Typst from the theme's template.

The same report gives the same bytes: the date in the file is that of the report, or else the fiscal
year's first day, unless another one is given.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from prongsai.reports.document import BarChart, Report
from prongsai.reports.paper.blocks import Sheet, block_value
from prongsai.reports.paper.pieces import wording
from prongsai.reports.paper.sheets import sheets
from prongsai.reports.typesetting import MissingCharacterError, typeset
from prongsai.thai import fiscal_year_span

_PER_INCH = 220


def to_pdf(
    report: Report,
    *,
    timestamp: date | None = None,
    memo: bool = False,
    address: Callable[[str], str] | None = None,
) -> bytes:
    """Return the report as a PDF; with `memo`, as a บันทึกข้อความ without a cover.

    `address` leads from the path of a page (`oit/2568/o8.md`) to its web address; without it,
    links are plain words. The file is dated `timestamp`, or the day of the report, or 1 October on which the report's
    fiscal year began. Raises PdfError.
    """
    day = timestamp or report.day or fiscal_year_span(report.fiscal_year).start
    standards = ["a-2a", "ua-1"]
    values = sheets(report, memo=memo, address=address)
    try:
        return typeset("report.typ", values, pdf_standards=standards, timestamp=_moment(day))
    except MissingCharacterError as error:
        name = "result" if report.kind in ("result", "analysis") else "measures"
        file = f"{report.fiscal_year}/{name}.yml"
        raise MissingCharacterError(error.characters, error.places, file) from error


def chart_png(chart: BarChart) -> bytes:
    """Return a chart as a PNG as wide as the text of an A4 page, for files that hold no drawings.

    Raises PdfError.
    """
    sheet = Sheet(wording(bar.label for bar in chart.bars))
    return typeset("picture.typ", block_value(chart, sheet, ""), format="png", ppi=_PER_INCH)


def _moment(day: date) -> datetime:
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=UTC)
    return datetime.combine(day, time(), UTC)
