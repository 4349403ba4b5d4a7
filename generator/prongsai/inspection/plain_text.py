"""Text files line by line, in UTF-8, UTF-16 or as Thai Windows writes them; and old Office files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from prongsai.inspection.passage import Passage, at
from prongsai.problems import Text

_PART = 1 << 20
_OVERLAP = 200
"""Characters of the part before that are looked at again: an ID may lie across the cut."""

_COMMAND = re.compile(
    r"""(?m)(?:^|[,;\t])["'\s]*(?:=[^\n,;]*[A-Za-z(|!]|[+\-@][A-Za-z][^\n,;]*[(|!])"""
)
"""A cell that begins as a formula and names a function, a cell or a program. Not -5.00, +66 2, =====."""


def has_command(text: str) -> bool:
    """Say whether a cell of a CSV text is one that Excel would reckon or run when it is opened."""
    return bool(_COMMAND.search(text))


def passages(path: Path) -> Iterator[Passage]:
    """Yield the file in parts; the place of a character is the number of its line."""
    with path.open(encoding=_encoding(path), errors="replace", newline=None) as file:
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
    """Yield what can be read of .doc and .xls without their formats: texts lie there as they are."""
    place = at(Text("ในไฟล์", "in the file"))
    with path.open("rb") as file:
        held = b""
        while part := file.read(_PART):
            for encoding in ("utf-16-le", "cp874"):
                yield Passage((held + part).decode(encoding, "replace"), place)
            held = part[-2 * _OVERLAP :]


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_PART)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A character may be cut at the end of what was read.
        return "utf-8-sig" if error.start > len(head) - 4 else "cp874"
    return "utf-8-sig"
