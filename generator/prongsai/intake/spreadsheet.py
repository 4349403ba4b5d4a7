"""The visible sheets of a workbook, row by row, with the values that Excel kept of its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from prongsai.intake.refused import RefusedError
from prongsai.problems import InvalidValueError, Text
from prongsai.recognition.source import Row, Source
from prongsai.workbooks import formulas_without_values, opened_workbook, shown

_MOST_ROWS = 20_000
_MOST_CELLS = 12
"""Cells that are named one by one."""
_PLACES = re.compile(r"0\.(0+)")
"""The decimals that a format asks for."""


def read(path: Path) -> Source:
    try:
        book = opened_workbook(path, path.name)
        unreckoned = formulas_without_values(path, path.name, book)
    except InvalidValueError as error:
        raise RefusedError(*_BROKEN) from error
    rows = tuple(_rows(book))
    return Source(rows, (*_without_values(unreckoned), *_errors(book)))


def _without_values(unreckoned: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    for title, cells in unreckoned.items():
        listed = _listed(cells)
        yield Text(
            f"แผ่นงาน '{title}' ช่อง {listed} เป็นสูตรที่ไม่มีค่า จึงไม่ได้อ่าน เปิดใน Excel แล้วบันทึกก่อน",
            f"sheet '{title}' cells {listed} are formulas without a value, and were not read; "
            "open it in Excel and save it first",
        )


def _errors(book: Any) -> Iterator[Text]:
    """Yield the cells in which Excel shows an error for a value."""
    for sheet in book.worksheets:
        found = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "e")
        cells = [f"{cell.coordinate} ({cell.value})" for cell in found]
        if cells and sheet.sheet_state == "visible":
            listed = _listed(cells)
            yield Text(
                f"แผ่นงาน '{sheet.title}' ช่อง {listed} สูตรผิด ไม่มีค่าให้อ่าน",
                f"sheet '{sheet.title}' cells {listed} have an error for a value",
            )


def _listed(cells: Sequence[str]) -> str:
    more = f" +{len(cells) - _MOST_CELLS}" if len(cells) > _MOST_CELLS else ""
    return ", ".join(cells[:_MOST_CELLS]) + more


def _rows(book: Any) -> Iterator[Row]:
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if sheet.max_row > _MOST_ROWS:
            raise RefusedError(
                Text(
                    f"แผ่นงาน '{sheet.title}' มีมากกว่า {_MOST_ROWS} แถว",
                    f"sheet '{sheet.title}' has more than {_MOST_ROWS} rows",
                ),
                Text(
                    "ลบแถวว่างและแถวที่ไม่ใช่ผลการประเมิน", "delete the rows that are empty or no result"
                ),
            )
        hidden = _hidden_columns(sheet)
        for number, cells in enumerate(sheet.iter_rows(), 1):
            if sheet.row_dimensions[number].hidden:
                continue
            # A hidden column stays as an empty one: places of cells are those of the sheet.
            values = tuple("" if cell.column in hidden else _shown(cell) for cell in cells)
            place = Text(
                f"แผ่นงาน '{sheet.title}' แถว {number}", f"sheet '{sheet.title}' row {number}"
            )
            yield Row(values if any(values) else (), place)
        yield Row((), Text("", ""))


def _hidden_columns(sheet: Any) -> frozenset[int]:
    hidden = (one for one in sheet.column_dimensions.values() if one.hidden)
    return frozenset(at for one in hidden for at in range(one.min, one.max + 1))


def _shown(cell: Any) -> str:
    """Return a value as Excel shows it: 97.5 with the format 0.00 is 97.50, 0.975 with 0.0% is 97.5."""
    value, form = cell.value, str(getattr(cell, "number_format", ""))
    if not isinstance(value, int | float) or isinstance(value, bool):
        return shown(value).strip()
    places = _PLACES.search(form.partition(";")[0])
    if "%" in form:
        return str(_rounded(Decimal(repr(value)) * 100, len(places[1]) if places else 0))
    if places:
        return str(_rounded(Decimal(repr(value)), len(places[1])))
    if isinstance(value, float) and not value.is_integer():
        # Without a format, what a formula leaves beyond four decimals is no part of a score.
        exact = Decimal(repr(value))
        near = _rounded(exact, 2)
        return str(near) if _rounded(exact, 4) != near else f"{near:f}".rstrip("0").rstrip(".")
    return shown(value).strip()


def _rounded(value: Decimal, places: int) -> Decimal:
    """Round as Excel does: a half goes up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


_BROKEN = (
    Text(
        "เปิดไฟล์ Excel ไม่ได้ ไฟล์เสียหรือมีข้อมูลมากเกินไป",
        "the Excel file cannot be read: it is damaged, or holds too much",
    ),
    Text(
        "เปิดใน Excel แล้วคัดลอกเฉพาะตารางผลไปบันทึกเป็น .xlsx ใหม่",
        "open it in Excel, and save the table of results alone as a new .xlsx",
    ),
)
