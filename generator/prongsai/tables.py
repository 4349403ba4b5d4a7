"""CSV files, and the first sheets of XLSX files, as tables. What cannot be shown is said with the cure."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from prongsai.models.site import Table
from prongsai.problems import InvalidValueError, Text
from prongsai.workbooks import workbook_rows

_MAX_BYTES = 10_000_000
_MAX_CELLS = 200_000


def read_table(path: Path, name: str) -> Table:
    """Return the cells of a table, `name` in messages: all rows of one length, no empty ones.

    Columns without any text at the right end are dropped, as Excel writes many. Rows with one cell filled above
    the headings are titles, as agencies print them. Raises InvalidValueError for what is no table, or
    more than a page can show.
    """
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise InvalidValueError(
            Text(f"'{name}' ไม่ใช่ไฟล์ CSV หรือ XLSX", f"'{name}' is neither a CSV nor an XLSX file"),
            _AS_CSV,
        )
    if path.stat().st_size > _MAX_BYTES:
        raise InvalidValueError(*_too_large(name))
    found = (
        _rows(read_text(path, name), name)
        if suffix == ".csv"
        else workbook_rows(path, name, _MAX_CELLS)
    )
    rows = [_trimmed(row) for row in found]
    rows = [row for row in rows if row]
    width = max(map(len, rows), default=0)
    if not rows:
        raise InvalidValueError(Text(f"ตาราง '{name}' ว่างเปล่า", f"the table '{name}' is empty"))
    if width * len(rows) > _MAX_CELLS:
        raise InvalidValueError(*_too_large(name))
    titles = tuple(_filled(row)[0] for row in rows[: _headings_at(rows)])
    head, *body = (tuple(row + [""] * (width - len(row))) for row in rows[len(titles) :])
    return Table(head, tuple(body), titles)


def _headings_at(rows: list[list[str]]) -> int:
    """Return the number of the first row with two cells filled; 0 for a list of one column."""
    return next((at for at, row in enumerate(rows) if len(_filled(row)) > 1), 0)


def _filled(row: list[str]) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _trimmed(row: list[str]) -> list[str]:
    length = max((i for i, cell in enumerate(row, 1) if cell.strip()), default=0)
    return row[:length]


def _rows(text: str, name: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        line = reader.line_num
        raise InvalidValueError(
            Text(
                f"อ่านตาราง '{name}' ไม่ได้ที่บรรทัด {line} ของไฟล์ (เครื่องหมายคำพูดไม่ครบคู่ หรือช่องยาวเกินไป)",
                f"the table '{name}' cannot be read at its line {line}: {error}",
            ),
            _AS_CSV,
        ) from error


def read_text(path: Path, name: str) -> str:
    """Return the text of a file in UTF-8 or, as Thai Excel writes it, Windows-874."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InvalidValueError(
            Text(
                f"เปิดไฟล์ '{name}' ไม่ได้ ({error.strerror})",
                f"'{name}' cannot be opened ({error.strerror})",
            )
        ) from error
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        for encoding in ("utf-8-sig", "cp874"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise InvalidValueError(
        Text(f"ตาราง '{name}' ไม่ใช่ข้อความ UTF-8", f"the table '{name}' is not UTF-8 text"), _AS_CSV
    )


def _too_large(name: str) -> tuple[Text, Text]:
    return (
        Text(
            f"ตาราง '{name}' ใหญ่เกินกว่าจะแสดงบนหน้าเว็บ",
            f"the table '{name}' is too large to show on a page",
        ),
        Text("ใช้ file: แทน table:", "use file: instead of table:"),
    )


_AS_CSV = Text(
    "ใน Excel เลือก บันทึกเป็น > CSV UTF-8 หรือใช้ file: แทน table:",
    "in Excel choose Save As > CSV UTF-8, or use file: instead of table:",
)
