"""An Excel file to grids of cells, whatever state it is in; what cannot be read is told with its cure."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from prongsai.problems import ProngsaiError, Text
from prongsai.workbook.cells import CellProblem, Grid, Merged, Raw, WorkbookError
from prongsai.workbook.numbers import cell_text

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


class UnreadableWorkbookError(ProngsaiError):
    """A file is no workbook that can be read."""

    def __init__(self, path: Path, message: Text, cure: Text) -> None:
        super().__init__(
            Text(
                f"{path}: {message.th}\n    วิธีแก้: {cure.th}",
                f"{path}: {message.en}\n    hint: {cure.en}",
            )
        )


def refuse_open(path: Path) -> None:
    """Raise UnreadableWorkbookError when Excel or LibreOffice has the file open."""
    if path.name.startswith(("~$", ".~lock.")):
        raise UnreadableWorkbookError(path, *_LOCK)
    locks = (path.with_name(f"~${path.name}"), path.with_name(f"~${path.name[2:]}"))
    if any(lock.exists() for lock in (*locks, path.with_name(f".~lock.{path.name}#"))):
        raise UnreadableWorkbookError(path, *_OPEN)


def opened(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of a workbook; raises ProngsaiError when it cannot be read."""
    content = _bytes(path)
    try:
        _refuse_long_sheets(content)
        return tuple(_grids(content))
    except _DAMAGED as error:
        raise UnreadableWorkbookError(path, *_BROKEN) from error


def _bytes(path: Path) -> bytes:
    refuse_open(path)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        raise UnreadableWorkbookError(path, *_why(error)) from error
    if size > _MOST_BYTES:
        raise UnreadableWorkbookError(path, *_LARGE)
    if content.startswith(_OLE):
        raise UnreadableWorkbookError(path, *(_PASSWORD if _ENCRYPTED in content else _XLS))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            unpacked = sum(info.file_size for info in archive.infolist())
    except _DAMAGED as error:
        is_zip = content.startswith(b"PK")
        raise UnreadableWorkbookError(path, *(_BROKEN if is_zip else _OTHER)) from error
    if unpacked > _MOST_UNPACKED:
        raise UnreadableWorkbookError(path, *_LARGE)
    if _MAIN not in names:
        raise UnreadableWorkbookError(path, *(_XLS if _BINARY in names else _OTHER))
    return content


def _why(error: OSError) -> tuple[Text, Text]:
    if isinstance(error, FileNotFoundError):
        return Text("ไม่พบไฟล์นี้", "there is no such file"), _LOOK
    if isinstance(error, IsADirectoryError):
        return Text("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "is a folder, no file"), _LOOK
    return Text("เปิดอ่านไฟล์ไม่ได้", f"cannot be read ({error.strerror})"), _CLOSE


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
            return Raw(trouble=_NOT_WORKED_OUT)
        cell = value
    if cell.data_type == "e":
        error = str(cell.value)
        message = Text(f"เป็นสูตรที่ผิดพลาด ({error})", f"holds the error {error}")
        return Raw(trouble=(message, _AS_VALUE))
    text, bare = cell_text(cell.value, str(cell.number_format))
    return Raw(text, bare)


_LOOK = Text("ตรวจชื่อไฟล์และโฟลเดอร์", "look at the name of the file and the folder")
_CLOSE = Text(
    "ปิดไฟล์ในโปรแกรมอื่น และตรวจว่ามีสิทธิ์อ่านไฟล์",
    "close it in other programs, and see that it may be read",
)
_LOCK = (
    Text("เป็นไฟล์ที่ Excel สร้างไว้ชั่วคราวขณะเปิดสมุดงาน", "is what Excel keeps while a workbook is open"),
    Text("ปิด Excel แล้วใช้ชื่อไฟล์ที่ไม่มี ~$ นำหน้า", "close Excel, and name the file without ~$"),
)
_OPEN = (
    Text("ไฟล์นี้เปิดอยู่ในโปรแกรมตาราง", "is open in a spreadsheet program"),
    Text(
        "บันทึกและปิดไฟล์ก่อน ถ้าไม่ได้เปิดอยู่ให้ลบไฟล์ซ่อนที่ชื่อขึ้นต้นด้วย ~$ ในโฟลเดอร์เดียวกัน",
        "save and close it; if nobody has it open, delete the hidden file beside it that begins with ~$",
    ),
)
_PASSWORD = (
    Text("ไฟล์มีรหัสผ่าน", "is protected by a password"),
    Text(
        "เปิดใน Excel เลือก ไฟล์ > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสด้วยรหัสผ่าน ลบรหัสผ่าน แล้วบันทึก",
        "open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear it, save",
    ),
)
_XLS = (
    Text(
        "เป็นไฟล์ Excel แบบเก่า (.xls) หรือแบบไบนารี (.xlsb)",
        "is an old (.xls) or binary (.xlsb) Excel file",
    ),
    Text(
        "เปิดใน Excel แล้ว บันทึกเป็น (Save As) > สมุดงาน Excel (*.xlsx)",
        "open it in Excel, then Save As > Excel Workbook (*.xlsx)",
    ),
)
_OTHER = (
    Text("ไม่ใช่ไฟล์ Excel (.xlsx)", "is no Excel file (.xlsx)"),
    Text(
        "ใช้ไฟล์ที่ได้จาก prongsai workbook export และบันทึกเป็น .xlsx",
        "use the file of prongsai workbook export, saved as .xlsx",
    ),
)
_BROKEN = (
    Text("ไฟล์เสียหาย อ่านไม่ได้", "is damaged and cannot be read"),
    Text(
        "เปิดใน Excel แล้วบันทึกเป็น .xlsx ใหม่ ถ้าเปิดไม่ได้ให้ใช้ไฟล์สำรอง",
        "open it in Excel and save it as .xlsx again; if it does not open, use a copy",
    ),
)
_LARGE = (
    Text("ไฟล์ใหญ่เกินกว่าจะเป็นสมุดงานที่กรอกด้วยมือ", "is too large for a workbook filled in by hand"),
    Text(
        "ลบภาพและแผ่นงานที่ไม่ใช้ หรือส่งออกไฟล์ใหม่แล้วคัดลอกข้อมูลไปใส่",
        "delete pictures and sheets that are not used, or export it again and copy the values over",
    ),
)
_LONG = (
    Text(f"มีแถวมากเกินไป (เกิน {_MOST_ROWS} แถว)", f"has too many rows (more than {_MOST_ROWS})"),
    Text(
        "เลือกแถวที่ไม่ใช้จนถึงแถวสุดท้าย กดขวา ลบ (Delete) แล้วบันทึก",
        "select the rows that are not used down to the last, right-click, Delete, and save",
    ),
)
_NOT_WORKED_OUT = (
    Text("เป็นสูตรที่ยังไม่มีค่า", "is a formula without a value"),
    Text(
        "เปิดใน Excel แล้วบันทึก หรือคัดลอกแล้ว วางค่า (Paste Values)",
        "open it in Excel and save, or copy it and Paste Values",
    ),
)
_AS_VALUE = Text("แก้สูตร หรือพิมพ์ค่าแทนสูตร", "mend the formula, or type the value in its place")
