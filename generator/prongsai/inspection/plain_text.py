"""Text files line by line, in UTF-8, UTF-16 or as Thai Windows writes them; and old Office files."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from prongsai.inspection.passage import Passage, at
from prongsai.problems import Text

_PART = 1 << 20
_HEAD = 50 << 20
"""Bytes by which the encoding is told: Thai may begin late in a file."""
_OVERLAP = 200
"""Characters of the part before that are looked at again: an ID may lie across the cut."""

_CELL = r"(?m)(?:^|[,;\t])[ \t\u00a0]*\"?'?[ \t]*"
_FUNCTION = r"(?:HYPERLINK|WEBSERVICE|IMPORT[A-Z]+|DDE|CALL|EXEC|REGISTER|CONCAT\w*|SUM|IF|INDIRECT|CHAR|NOW|RAND)\("
_COMMAND = re.compile(
    _CELL
    + r"(?:=(?=[^\n,;\t]*(?:[A-Za-z]\w*\(|\$?[A-Za-z]{1,3}\$?\d|\|)|[ +\-(]*\d[\d.]*[ ]*[+\-*/^])"
    + rf"|[+\-@](?=[\d.+\-*/ ()]{{0,40}}(?:{_FUNCTION}|[A-Za-z]\w*\|[^\n]{{0,200}}!)))",
    re.IGNORECASE,
)
"""A cell that begins as a formula and names a function, a cell or a program. Not -5.00, +66 2, =====,
-Facebook (เพจ)."""


def has_command(text: str) -> bool:
    """Say whether a cell of a CSV text is one that Excel would reckon or run when it is opened."""
    return bool(_COMMAND.search(text))


def passages(path: Path) -> Iterator[Passage]:
    """Yield the file in parts; the place of a character is the number of its line."""
    with path.open("rb") as raw:
        encoding = encoding_of(raw.read(_HEAD))
    with path.open(encoding=encoding, errors="replace", newline=None) as file:
        lines, held = 0, ""
        while part := file.read(_PART):
            text = held + part
            yield Passage(text, partial(_line, text, lines - held.count("\n")), len(held))
            lines += part.count("\n")
            held = text[-_OVERLAP:]


def _line(text: str, lines: int, offset: int) -> Text:
    number = lines + text.count("\n", 0, offset) + 1
    return Text(f"บรรทัดที่ {number}", f"line {number}")


def old_office(path: Path) -> Iterator[Passage]:
    """Yield what can be read of .doc and .xls without their formats: texts lie there as they are.

    Numbers of .xls lie there as floating point, eight bytes each; so do texts in UTF-16 without a mark.
    """
    place = at(Text("ในไฟล์", "in the file"))
    with path.open("rb") as file:
        held = b""
        while part := file.read(_PART):
            whole = held + part
            for start, encoding in ((0, "utf-16-le"), (1, "utf-16-le"), (0, "cp874")):
                yield Passage(whole[start:].decode(encoding, "replace"), place)
            yield Passage("\n".join(_numbers(whole)), place)
            held = part[-2 * _OVERLAP :]


_LONG_NUMBER = re.compile(rb"(?s)(?=(.{6}[\x6d-\xa0]\x42))")
"""A number from 10 to the 12th on, as IEEE 754 has it."""


def _numbers(raw: bytes) -> Iterator[str]:
    for found in _LONG_NUMBER.finditer(raw):
        (number,) = struct.unpack("<d", found[1])
        if 10**12 <= number < 10**13 and number.is_integer():
            yield str(int(number))


def encoding_of(head: bytes) -> str:
    """Return the encoding of a text by its bytes: UTF-8, UTF-16, or that of Thai Windows."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A character may be cut at the end of what was read.
        return "utf-8-sig" if error.start > len(head) - 4 else "cp874"
    return "utf-8-sig"
