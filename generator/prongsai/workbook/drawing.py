"""Sheets as an Excel workbook: colours, locks, drop-down lists, comments. Deterministic."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from prongsai.repacking import repacked
from prongsai.sheets import undated
from prongsai.workbook.cells import column_letters
from prongsai.workbook.sheet import FIRST_ROW, HEADING_ROW, Choices, Column, Look, Sheet, Shown
from prongsai.workbook.stamp import SHEET
from prongsai.workbook.stamping import stamped

_BLANK_ROWS = 30
"""Rows to go on in, below the last, where rows may be added."""
_LAST_CHOICE = 500
"""The last row whose cells have drop-down lists, where rows may be added."""
_FILLS = {
    Look.REQUIRED: "FFF2CC",
    Look.INPUT: "FFFFFF",
    Look.TOLD: "FFFFFF",
    Look.LOCKED: "EDEDED",
    Look.COMPUTED: "DDEBF7",
}
_HEADING, _LINE, _LACKING = "1F3864", "BFBFBF", "F4B084"
_FONT, _SIZE = "Tahoma", 10
_LINE_HEIGHT, _HIGHEST = 14.0, 400.0
"""Points of a line, and the most that Excel gives a row."""
_FILLED = 0.95
"""How full a line gets before a word goes to the next."""
_A3, _A4 = "8", "9"
_LONGEST_CHOICES = 255
"""Characters that Excel takes of a list within its own cell."""


def workbook_bytes(sheets: Iterable[Sheet], stamp: Sequence[str]) -> bytes:
    """Return the workbook, with a stamp that nobody sees; the same sheets give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    names = []
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _draw(page, sheet)
        names.append(sheet.name)
    book.create_sheet(SHEET).sheet_state = "veryHidden"
    written = BytesIO()
    book.save(written)
    changes: dict[str, Callable[[bytes], bytes]] = {"docProps/core.xml": undated}
    changes |= {f"xl/worksheets/sheet{n}.xml": _calm for n in range(1, len(names) + 1)}
    return stamped(repacked(written, changes), stamp)


def _calm(xml: bytes) -> bytes:
    """Return a sheet without the green corners of numbers that are kept as text on purpose.

    Heights of rows are where to begin: Excel fits a row again when it is typed in, unless told not to.
    """
    told = b'<ignoredErrors><ignoredError sqref="A1:Z2000" numberStoredAsText="1"/></ignoredErrors>'
    mark = b"<legacyDrawing" if b"<legacyDrawing" in xml else b"</worksheet>"
    return xml.replace(b' customHeight="1"', b"").replace(mark, told + mark, 1)


def _draw(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Font

    page["A1"] = sheet.title
    page["A1"].font = Font(name=_FONT, size=14, bold=True, color=_HEADING)
    styles = {look: _style(look) for look in Look}
    for at, column in enumerate(sheet.columns, 1):
        _draw_heading(page.cell(HEADING_ROW, at), column)
    blank = tuple(Shown(look=column.look) for column in sheet.columns)
    rows = [*sheet.rows, *([blank] * _BLANK_ROWS if sheet.grows else [])]
    for number, row in enumerate(rows, FIRST_ROW):
        for at, shown in enumerate(row, 1):
            _draw_cell(page.cell(number, at), shown, styles[shown.look])
        page.row_dimensions[number].height = _height(row, sheet.columns)
    _offer_choices(page, sheet)
    _lay_out(page, sheet, styles)


def _height(row: tuple[Shown, ...], columns: tuple[Column, ...]) -> float:
    """Return the height in points that the texts of a row take in their columns."""
    lines = 1
    for shown, column in zip(row, columns, strict=True):
        if not shown.formula:
            widths = (_width(line) / (column.width * _FILLED) for line in shown.text.split("\n"))
            lines = max(lines, sum(max(1, ceil(width)) for width in widths))
    return min(lines * _LINE_HEIGHT, _HIGHEST)


def _width(text: str) -> int:
    """Return the width of a text in signs: marks above and below a Thai letter take none."""
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def _style(look: Look) -> Mapping[str, Any]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    side = Side(style="thin", color=_LINE)
    filled = look in (Look.REQUIRED, Look.INPUT)
    return {
        "font": Font(name=_FONT, size=_SIZE),
        "fill": PatternFill("solid", fgColor=_FILLS[look]),
        "border": Border(left=side, right=side, top=side, bottom=side),
        "alignment": Alignment(wrap_text=True, vertical="top"),
        "protection": Protection(locked=not filled),
        "number_format": "0.00" if look is Look.COMPUTED else "@",
    }


def _draw_heading(cell: Any, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.value = column.heading
    cell.font = Font(name=_FONT, size=_SIZE, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=_HEADING)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    if column.note:
        height = 30 + 20 * (len(column.note) // 36 + 1)
        cell.comment = Comment(column.note, "prongsai", width=280, height=height)


def _draw_cell(cell: Any, shown: Shown, style: Mapping[str, Any]) -> None:
    cell.value = shown.text or None
    if shown.text and not shown.formula:
        cell.data_type = "s"  # whatever it begins with, it is text and no formula
    for name, value in style.items():
        setattr(cell, name, value)


def _offer_choices(page: Any, sheet: Sheet) -> None:
    """Give each cell its drop-down list; cells with the same list share one."""
    places: dict[Choices, list[str]] = {}
    for at, column in enumerate(sheet.columns, 1):
        letters = column_letters(at)
        if sheet.grows and column.choices:
            cells = [f"{letters}{FIRST_ROW}:{letters}{_LAST_CHOICE}"]
            places.setdefault(column.choices, []).extend(cells)
        for number, row in enumerate([] if sheet.grows else sheet.rows, FIRST_ROW):
            if choices := row[at - 1].choices:
                places.setdefault(choices, []).append(f"{letters}{number}")
    for choices, cells in places.items():
        page.add_data_validation(_validation(choices, cells))


def _validation(choices: Choices, cells: list[str]) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = '"' + ",".join(choices.values) + '"'
    assert len(listed) <= _LONGEST_CHOICES
    found = DataValidation(
        type="list",
        formula1=choices.range or listed,
        allow_blank=True,
        showErrorMessage=choices.only,
        errorTitle="ไม่มีในรายการ",
        error="เลือกค่าจากรายการ หรือเว้นว่าง",
    )
    for cell in cells:
        found.add(cell)
    return found


def _lay_out(page: Any, sheet: Sheet, styles: Mapping[Look, Mapping[str, Any]]) -> None:
    for at, column in enumerate(sheet.columns, 1):
        letters = column_letters(at)
        dimension = page.column_dimensions[letters]
        dimension.width, dimension.hidden = column.width, column.hidden
        if sheet.grows:  # what is typed below the last drawn row is text as well
            dimension.number_format = "@"
            dimension.protection = styles[column.look]["protection"]
            if column.look is Look.REQUIRED:
                _mark_lacking(page, letters, len(sheet.columns))
    page.freeze_panes = f"C{FIRST_ROW}" if len(sheet.columns) > 2 else f"A{FIRST_ROW}"
    page.row_dimensions[HEADING_ROW].height = 32
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A3 if sheet.grows else _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.sheet_properties.tabColor = _FILLS[Look.COMPUTED] if sheet.grows else _HEADING
    page.protection.sheet = not sheet.grows
    page.protection.formatColumns = page.protection.formatRows = False


def _mark_lacking(page: Any, letters: str, columns: int) -> None:
    """Colour a required cell that is empty in a row that says something."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    row = f"$A{FIRST_ROW}:${column_letters(columns)}{FIRST_ROW}"
    formula = f"AND(COUNTA({row})>0,LEN(TRIM({letters}{FIRST_ROW}))=0)"
    cells = f"{letters}{FIRST_ROW}:{letters}{_LAST_CHOICE}"
    fill = PatternFill("solid", bgColor=_LACKING)
    page.conditional_formatting.add(cells, FormulaRule(formula=[formula], fill=fill))
