"""The visible sheets of a workbook, row by row, with the values that Excel kept of its formulas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prongsai.intake.refused import RefusedError
from prongsai.problems import InvalidValueError, Text
from prongsai.recognition.source import Row, Source
from prongsai.workbooks import opened_workbook, shown

_MOST_ROWS = 20_000


def read(path: Path) -> Source:
    try:
        book = opened_workbook(path, path.name)
    except InvalidValueError as error:
        raise RefusedError(error.message, error.hint) from error
    return Source(tuple(_rows(book)))


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
        for number, cells in enumerate(sheet.iter_rows(), 1):
            values = tuple(_shown(cell) for cell in cells)
            place = Text(
                f"แผ่นงาน '{sheet.title}' แถว {number}", f"sheet '{sheet.title}' row {number}"
            )
            yield Row(values if any(values) else (), place)
        yield Row((), Text("", ""))


def _shown(cell: Any) -> str:
    """Return a value as Excel shows it: 97.5 with the format 0.00 is 97.50."""
    value, form = cell.value, str(getattr(cell, "number_format", ""))
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and form in ("0.00", "#,##0.00")
    ):
        return f"{value:.2f}"
    if isinstance(value, float) and not value.is_integer():
        return (
            f"{round(value, 2):.2f}" if round(value, 4) != round(value, 2) else f"{round(value, 2)}"
        )
    return shown(value).strip()
