"""An Excel file to grids of cells, whatever state it is in; what cannot be read is told with its cure."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from prongsai.problems import Text
from prongsai.workbook import unreadable
from prongsai.workbook.cells import CellProblem, Grid, Merged, Raw, WorkbookError
from prongsai.workbook.numbers import cell_text
from prongsai.workbook.unreadable import UnreadableWorkbookError

_MOST_BYTES = 30_000_000
"""Of the file; a workbook of ten years has a hundredth of that."""
_MOST_UNPACKED = 150_000_000
"""More is taken for a zip bomb."""
_MOST_ROWS = 5_000
"""Rows of a sheet that say something."""
_MOST_CELLS = 400_000
"""Cells of a sheet that are there at all, empty ones with a colour too."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN, _BINARY = "xl/workbook.xml", "xl/workbook.bin"
_DAMAGED = (  # openpyxl has no error of its own for a file that is not as it should be
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def refuse_open(path: Path) -> None:
    """Raise UnreadableWorkbookError when Excel or LibreOffice has the file open."""
    if path.name.startswith(unreadable.LOCKS):
        raise UnreadableWorkbookError(path, *unreadable.is_lock(path.name))
    locks = unreadable.locks_of(path.name)
    if found := next((lock for lock in locks if path.with_name(lock).exists()), None):
        raise UnreadableWorkbookError(path, *unreadable.is_open(found))


def opened(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of a workbook; raises ProngsaiError when it cannot be read."""
    content = _bytes(path)
    try:
        _refuse_long_sheets(content)
        return tuple(_grids(content))
    except _DAMAGED as error:
        raise UnreadableWorkbookError(path, *unreadable.BROKEN) from error


def _bytes(path: Path) -> bytes:
    refuse_open(path)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        raise UnreadableWorkbookError(path, *_why(path, error)) from error
    if size > _MOST_BYTES:
        raise UnreadableWorkbookError(path, *unreadable.LARGE)
    if content.startswith(_OLE):
        raise UnreadableWorkbookError(
            path, *(unreadable.PASSWORD if _ENCRYPTED in content else unreadable.XLS)
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            unpacked = sum(info.file_size for info in archive.infolist())
    except _DAMAGED as error:
        is_zip = content.startswith(b"PK")
        raise UnreadableWorkbookError(
            path, *(unreadable.BROKEN if is_zip else unreadable.OTHER)
        ) from error
    if unpacked > _MOST_UNPACKED:
        raise UnreadableWorkbookError(path, *unreadable.LARGE)
    if _MAIN not in names:
        raise UnreadableWorkbookError(
            path, *(unreadable.XLS if _BINARY in names else unreadable.OTHER)
        )
    return content


def _why(path: Path, error: OSError) -> tuple[Text, Text]:
    if isinstance(error, FileNotFoundError):
        beside = path.parent.iterdir() if path.parent.is_dir() else ()
        return unreadable.not_there(path.name, [one.name for one in beside])
    if isinstance(error, IsADirectoryError):
        return Text("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "is a folder, no file"), unreadable.LOOK
    return (
        Text("เปิดอ่านไฟล์ไม่ได้", f"cannot be read ({error.strerror})"),
        unreadable.CLOSE,
    )


def _refuse_long_sheets(content: bytes) -> None:
    """Raise WorkbookError for sheets that nobody can have filled in by hand; read as a stream."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True)
    problems = []
    for number, sheet in enumerate(book.worksheets):
        if _is_long(sheet):
            place = Grid(sheet.title, number, ()).place()
            problems.append(CellProblem(place, *_LONG))
    book.close()
    if problems:
        raise WorkbookError(problems)


def _is_long(sheet: Any) -> bool:
    from openpyxl.cell.read_only import EMPTY_CELL

    rows = cells = 0
    for row in sheet.iter_rows():  # rows that the file leaves out are given as empty ones
        there = [cell for cell in row if cell is not EMPTY_CELL]
        cells += len(there)
        rows += any(cell.value is not None for cell in there)
        if rows > _MOST_ROWS or cells > _MOST_CELLS:
            return True
    return False


def _grids(content: bytes) -> Iterator[Grid]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content))
    kept: list[Any] = []
    for number, sheet in enumerate(book.worksheets):
        merged = (
            Merged(r.coord, (r.min_row, r.min_col), (r.max_row, r.max_col))
            for r in sheet.merged_cells.ranges
        )
        rows = []
        for cells in sheet.iter_rows(max_row=min(sheet.max_row, _last_row(sheet))):
            raws = []
            for cell in cells:
                if cell.data_type == "f" and not kept:
                    # What Excel worked out is kept beside its formulas, and read apart from them.
                    kept.append(load_workbook(BytesIO(content), data_only=True))
                raws.append(_raw(cell, kept))
            rows.append(tuple(raws))
        yield Grid(sheet.title, number, tuple(rows), tuple(merged))


def _last_row(sheet: Any) -> int:
    """Return the last row that says something: styles may reach down to the last that there is."""
    said = (row for (row, _), cell in sheet._cells.items() if cell.value is not None)
    return max(said, default=1)


def _raw(cell: Any, kept: list[Any]) -> Raw:
    if cell.data_type == "f":
        value = kept[0][cell.parent.title][cell.coordinate]
        if value.value is None:
            return Raw(trouble=unreadable.NOT_WORKED_OUT)
        cell = value
    if cell.data_type == "e":
        error = str(cell.value)
        message = Text(f"เป็นสูตรที่ผิดพลาด ({error})", f"holds the error {error}")
        return Raw(trouble=(message, unreadable.AS_VALUE))
    text, bare = cell_text(cell.value, str(cell.number_format))
    return Raw(text, bare)


_LONG = (
    Text(f"มีแถวมากเกินไป (เกิน {_MOST_ROWS} แถว)", f"has too many rows (more than {_MOST_ROWS})"),
    Text(
        "เลือกแถวที่ไม่ใช้จนถึงแถวสุดท้าย กดขวา ลบ (Delete) แล้วบันทึก",
        "select the rows that are not used down to the last, right-click, Delete, and save",
    ),
)
