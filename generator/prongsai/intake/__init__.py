"""Reading the files that agencies have into rows with their places. At the edge: it reads files.

One module per kind of file, told by content and not by name alone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from prongsai.inspection.kinds import kind_of
from prongsai.intake import pdf, plain, spreadsheet, word
from prongsai.intake.refused import RefusedError
from prongsai.problems import Text
from prongsai.recognition.source import Row, Source
from prongsai.thai_repair import has_lost_am, is_unreadable, repaired

__all__ = ["RefusedError", "read"]

_LARGEST = 50_000_000


def read(path: Path) -> Source:
    """Return what a file says, its Thai text put right. Raises RefusedError with the cure."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise RefusedError(*_UNREADABLE) from error
    if not path.is_file() or size == 0:
        raise RefusedError(*_UNREADABLE)
    if size > _LARGEST:
        raise RefusedError(*_TOO_LARGE)
    return _repaired(_read(path, kind_of(path)))


def _read(path: Path, kind: str) -> Source:
    match kind:
        case "pdf":
            return pdf.read(path)
        case "docx":
            return word.read(path)
        case "xlsx":
            return spreadsheet.read(path)
        case "text":
            return plain.read(path)
        case "ole":
            raise RefusedError(*_OLD)
        case "locked-office":
            raise RefusedError(*_LOCKED)
    raise RefusedError(*_OTHER)


def _repaired(source: Source) -> Source:
    whole = "\n".join(row.text for row in source.rows)
    if is_unreadable(whole):
        raise RefusedError(*_GARBLED)
    # Whether am was lost shows in the whole of a text, and hardly in one line.
    mend = repaired if has_lost_am(whole) else _safely
    rows = tuple(Row(tuple(mend(cell) for cell in row.cells), row.place) for row in source.rows)
    changed = sum(one.cells != other.cells for one, other in zip(rows, source.rows, strict=True))
    notes = source.notes
    if changed:
        notes += (
            Text(
                f"ข้อความไทยในไฟล์เสีย ซ่อมแล้ว {changed} บรรทัด โปรดเทียบกับต้นฉบับ",
                f"the Thai text of the file is damaged; {changed} lines were put right, compare them with the original",
            ),
        )
    return replace(source, rows=rows, notes=notes)


def _safely(text: str) -> str:
    return repaired(text) if not has_lost_am(text) else text


_UNREADABLE = (
    Text("เปิดไฟล์ไม่ได้ หรือไฟล์ว่าง", "the file cannot be opened, or is empty"),
    Text(
        "ตรวจชื่อไฟล์ และปิดไฟล์ในโปรแกรมอื่นก่อน",
        "see that the name is right, and close it in other programs",
    ),
)
_TOO_LARGE = (
    Text("ไฟล์ใหญ่เกินไป", "the file is too large"),
    Text("แบ่งไฟล์ หรือลดขนาดภาพในไฟล์", "divide it, or shrink the pictures in it"),
)
_OLD = (
    Text("เป็นไฟล์ Word หรือ Excel รุ่นเก่า (.doc .xls)", "it is an old Word or Excel file (.doc, .xls)"),
    Text("เปิดแล้วบันทึกเป็น .docx หรือ .xlsx", "open it and save it as .docx or .xlsx"),
)
_LOCKED = (
    Text("ไฟล์มีรหัสผ่าน", "the file asks for a password"),
    Text("บันทึกใหม่โดยไม่มีรหัสผ่าน", "save it without one"),
)
_GARBLED = (
    Text(
        "อ่านข้อความในไฟล์ไม่ออก ตัวอักษรเสียเกินกว่าจะเชื่อตัวเลขได้",
        "the text of the file is too damaged to trust its figures",
    ),
    Text(
        "ส่งออก PDF ใหม่จาก Word หรือใช้ไฟล์ Word",
        "export the PDF from Word again, or use the Word file",
    ),
)
_OTHER = (
    Text("ไม่ใช่ไฟล์ที่อ่านได้", "it is not a kind of file that can be read"),
    Text(
        "ใช้ PDF, Word (.docx), Excel (.xlsx), CSV หรือข้อความ",
        "use PDF, Word (.docx), Excel (.xlsx), CSV or text",
    ),
)
