"""Rows as a workbook that opens in Excel as it is meant: text is text, heads repeat on paper. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from prongsai.repacking import repacked

_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")

Cell = str | int | float | None


def workbook(
    name: str,
    title: str,
    heads: Mapping[str, int],
    rows: Sequence[Sequence[Cell]],
    links: Mapping[tuple[int, int], str] | None = None,
) -> bytes:
    """Return a workbook of one sheet called `name`: the title, the heads, and the rows below.

    `heads` leads from each heading to the width of its column in characters; `links` from a row
    and a column, both from 0, to an address. The same rows give the same bytes.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    page = book.active
    page.title = name
    page.append([title])
    page.append(list(heads))
    for row in rows:
        page.append(list(row))
    for cell in (page["A1"], *page[2]):
        cell.font = Font(bold=True)
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # whatever it begins with, it is text and no formula
    for (row_at, column_at), address in (links or {}).items():
        page.cell(row_at + 3, column_at + 1).hyperlink = address
    _lay_out(page, list(heads.values()))
    written = BytesIO()
    book.save(written)
    return repacked(written, {"docProps/core.xml": undated})


def undated(properties: bytes) -> bytes:
    """Return the properties with one fixed day: openpyxl dates a workbook when it is saved."""
    return _DATES.sub(rb"\g<1>2000-01-01T00:00:00Z<", properties)


def _lay_out(page: Any, widths: Sequence[int]) -> None:
    for column, width in zip(page.iter_cols(max_col=len(widths)), widths, strict=True):
        page.column_dimensions[column[0].column_letter].width = width
    page.freeze_panes = "A3"
    page.print_title_rows = "2:2"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", "9"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
