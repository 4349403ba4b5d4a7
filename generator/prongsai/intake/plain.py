"""Text and CSV, in UTF-8 or as Thai Windows writes it: lines, tabs and the bars of Markdown."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from prongsai.intake.refused import RefusedError
from prongsai.problems import InvalidValueError, Text
from prongsai.recognition.source import Row, Source
from prongsai.tables import read_text

_RULE = re.compile(r"[\s|:+=-]*")


def read(path: Path) -> Source:
    try:
        text = read_text(path, path.name)
    except InvalidValueError as error:
        raise RefusedError(error.message, error.hint) from error
    if path.suffix.lower() == ".csv":
        return Source(tuple(_cells(text)))
    return Source(tuple(_lines(text)))


def _cells(text: str) -> Iterator[Row]:
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:5_000], ",;\t")
    except csv.Error:
        dialect = "excel"
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), dialect), 1):
            yield Row(tuple(cells) if any(map(str.strip, cells)) else (), _line(number))
    except csv.Error as error:
        raise RefusedError(
            Text("อ่านไฟล์ CSV ไม่ได้", f"the CSV file cannot be read: {error}"),
            Text("ใน Excel บันทึกเป็น CSV UTF-8 ใหม่", "save it from Excel as CSV UTF-8 again"),
        ) from error


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
