"""The first sheet of an XLSX file as rows of text, as Excel shows it."""

from __future__ import annotations

import zlib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from prongsai import thai
from prongsai.problems import InvalidValueError, Text

_MOST = 25_000_000
"""Bytes that a workbook may hold unpacked: more is no table for a page, and may be a zip bomb."""


def workbook_rows(path: Path, name: str, most_cells: int) -> list[list[str]]:
    """Return the rows of the first visible sheet. Raises InvalidValueError, `name` in its message.

    Of a formula the value that Excel kept is shown. Hidden rows and columns stay hidden only in
    Excel, so a sheet with any is refused.
    """
    sheet = _sheet(path, name)
    if sheet.max_row * sheet.max_column > most_cells:
        raise InvalidValueError(*_too_large(name))
    hidden = [key for key, one in sheet.column_dimensions.items() if one.hidden]
    hidden += [str(key) for key, one in sheet.row_dimensions.items() if one.hidden]
    if hidden:
        told = ", ".join(hidden[:5])
        raise InvalidValueError(
            Text(
                f"ตาราง '{name}' มีแถวหรือคอลัมน์ที่ซ่อนอยู่ ({told})",
                f"the table '{name}' has hidden rows or columns ({told})",
            ),
            Text("ลบแถวหรือคอลัมน์นั้น หรือยกเลิกการซ่อน", "delete them, or show them"),
        )
    return [[shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]


_STUMBLES = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError),
    *(
        OSError,
        RuntimeError,
        StopIteration,
        SyntaxError,
        TypeError,
        ValueError,
        BadZipFile,
        zlib.error,
    ),
)
"""What openpyxl lets out when a damaged part makes it stumble; errors of XML are SyntaxErrors."""


def opened_workbook(path: Path, name: str, *, values: bool = True) -> Any:
    """Return a workbook, with the values of its formulas or the formulas themselves.

    Raises InvalidValueError, `name` in its message, for what is none, or too much to unpack.
    """
    from openpyxl import load_workbook

    try:
        with ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST:
                raise InvalidValueError(*_too_large(name))
        with path.open("rb") as file:  # openpyxl leaves one that it stumbles over open
            return load_workbook(file, data_only=values)
    except InvalidValueError:
        raise
    except _STUMBLES as error:
        raise _unreadable(name) from error


def _sheet(path: Path, name: str) -> Any:
    """Return the first visible sheet, in which every formula has a value."""
    book = opened_workbook(path, name)
    found = _first_visible(book, name)
    if empty := formulas_without_values(path, name, book).get(found.title):
        raise _unreckoned(name, empty)
    return found


def _first_visible(book: Any, name: str) -> Any:
    found = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if found is None:
        raise _unreadable(name)
    return found


def _unreadable(name: str) -> InvalidValueError:
    return InvalidValueError(
        Text(f"อ่านตาราง '{name}' ไม่ได้", f"the table '{name}' cannot be read"), _AS_NEW
    )


def formulas_without_values(path: Path, name: str, book: Any) -> dict[str, list[str]]:
    """Return, by sheet, the cells whose formula no program has reckoned: they would be shown empty.

    `book` is the workbook with its values. Raises InvalidValueError as `opened_workbook` does.
    """
    with ZipFile(path) as archive:
        parts = [info for info in archive.infolist() if "worksheets/" in info.filename]
        if not any(b"<f" in archive.read(info) for info in parts):
            return {}
    formulas = opened_workbook(path, name, values=False)
    found = {
        sheet.title: _without_values(book[sheet.title], sheet)
        for sheet in formulas.worksheets
        if sheet.sheet_state == "visible"
    }
    return {title: cells for title, cells in found.items() if cells}


def _without_values(values: Any, formulas: Any) -> list[str]:
    return [
        cell.coordinate
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f" and values[cell.coordinate].value is None
    ]


def _unreckoned(name: str, cells: list[str]) -> InvalidValueError:
    told = ", ".join(cells[:5])
    return InvalidValueError(
        Text(
            f"ตาราง '{name}' มีสูตรที่ยังไม่มีค่า ({told})",
            f"the table '{name}' has formulas without a value ({told})",
        ),
        Text("เปิดไฟล์ใน Excel แล้วบันทึก สูตรจะมีค่า", "open it in Excel and save it: then they have one"),
    )


def shown(value: object) -> str:
    """Return a value as people read it: days in Buddhist years, whole numbers without a point."""
    match value:
        case None:
            return ""
        case datetime() if value.time() == time():
            return thai.short_date(value.date())
        case datetime():
            return f"{thai.short_date(value.date())} {value:%H:%M}"
        case date():
            return thai.short_date(value)
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _too_large(name: str) -> tuple[Text, Text]:
    return (
        Text(
            f"ตาราง '{name}' ใหญ่เกินกว่าจะแสดงบนหน้าเว็บ",
            f"the table '{name}' is too large to show on a page",
        ),
        Text("ใช้ file: แทน table:", "use file: instead of table:"),
    )


_AS_NEW = Text(
    "เปิดใน Excel แล้วบันทึกเป็น .xlsx ใหม่ หรือใช้ file: แทน table:",
    "open it in Excel and save it as .xlsx again, or use file: instead of table:",
)
