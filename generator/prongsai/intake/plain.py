"""Text and CSV, in UTF-8 or as Thai Windows writes it: lines, tabs and the bars of Markdown."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from prongsai.intake.encoding import decoded
from prongsai.intake.refused import RefusedError
from prongsai.problems import Text
from prongsai.recognition.source import Row, Source

_RULE = re.compile(r"[\s|:+=-]*")


def read(path: Path) -> Source:
    text = decoded(path.read_bytes())
    if text is None:
        raise RefusedError(*_NO_TEXT)
    if path.suffix.lower() == ".csv":
        return Source(tuple(_cells(text)))
    return Source(tuple(_lines(text)))


def _cells(text: str) -> Iterator[Row]:
    line = 1
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            # A cell may hold several lines of the file.
            yield Row(tuple(cells) if any(map(str.strip, cells)) else (), _line(line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(
            Text(
                f"อ่านไฟล์ CSV ไม่ได้ที่บรรทัดที่ {line}",
                f"the CSV file cannot be read at line {line}: {error}",
            ),
            Text("ใน Excel บันทึกเป็น CSV UTF-8 ใหม่", "save it from Excel as CSV UTF-8 again"),
        ) from error


def _delimiter(text: str) -> str:
    """Return the sign between cells: that which cuts the most rows into equally many."""

    def rows_of_one_width(sign: str) -> int:
        rows = csv.reader(StringIO(text[:20_000], newline=""), delimiter=sign)
        try:
            widths = Counter(len(row) for row in rows if len(row) > 1)
        except csv.Error:
            return 0
        return max(widths.values(), default=0)

    return max((";", "\t", ","), key=rows_of_one_width) if text else ","


def _lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("|") and bare.endswith("|") and len(bare) > 1:
            cells = tuple(cell.strip() for cell in bare[1:-1].split("|"))
        elif "\t" in line:
            cells = tuple(cell.strip() for cell in line.split("\t"))
        else:
            cells = (line,) if bare else ()
        # A rule between the head of a table and its rows holds nothing, and ends no table.
        if not cells or not all(_RULE.fullmatch(cell) for cell in cells) or not bare:
            yield Row(cells, _line(number))


def _line(number: int) -> Text:
    return Text(f"บรรทัดที่ {number}", f"line {number}")


_NO_TEXT = (
    Text(
        "ไม่ใช่ข้อความ หรือเข้ารหัสอักษรแบบที่ไม่รู้จัก",
        "it is no text, or in an encoding that is not known",
    ),
    Text("บันทึกใหม่เป็น UTF-8 (ใน Excel: CSV UTF-8)", "save it as UTF-8 (in Excel: CSV UTF-8)"),
)
