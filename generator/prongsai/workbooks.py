"""The first sheet of an XLSX file as rows of text, as Excel shows it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from prongsai import thai
from prongsai.problems import InvalidValueError, Text

_MOST = 100_000_000
"""Bytes that a workbook may hold unpacked: more is taken for a zip bomb."""


def workbook_rows(path: Path, name: str, most_cells: int) -> list[list[str]]:
    """Return the rows of the first visible sheet. Raises InvalidValueError, `name` in its message.

    Of a formula the value that Excel kept is shown. Hidden rows and columns stay hidden only in
    Excel, so a sheet with any is refused.
    """
    sheet = _sheet(path, name)
    if sheet is None or sheet.max_row * sheet.max_column > most_cells:
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
    return [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _sheet(path: Path, name: str) -> Any:
    """Return the first visible sheet; None where there is too much to unpack."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST:
                return None
        book = load_workbook(path, data_only=True)
        return next(one for one in book.worksheets if one.sheet_state == "visible")
    except (*_UNREADABLE, InvalidFileException) as error:
        raise InvalidValueError(
            Text(f"อ่านตาราง '{name}' ไม่ได้", f"the table '{name}' cannot be read"), _AS_NEW
        ) from error


_UNREADABLE = (BadZipFile, KeyError, ValueError, OSError, StopIteration)


def _shown(value: object) -> str:
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
