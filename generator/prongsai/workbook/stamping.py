"""The stamp within the bytes of a workbook: nothing but its hidden sheet is written."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from prongsai.repacking import repacked
from prongsai.workbook.stamp import SHEET

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def stamped(book: bytes, lines: Sequence[str]) -> bytes:
    """Return a workbook whose hidden sheet, which must be there, says these lines."""
    return repacked(BytesIO(book), {_member(book): lambda _: _sheet(lines)})


def _member(book: bytes) -> str:
    """Return the member of the zip file that the hidden sheet is."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        sheets = ElementTree.fromstring(archive.read(_BOOK)).iter(f"{{{_MAIN}}}sheet")
        links = ElementTree.fromstring(archive.read(_LINKS))
    asked = next(s.get(_LINK) for s in sheets if s.get("name", "").strip().lower() == SHEET)
    target = next(str(link.get("Target")) for link in links if link.get("Id") == asked)
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _sheet(lines: Sequence[str]) -> bytes:
    rows = (
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{escape(line)}</t></is></c></row>'
        for number, line in enumerate(lines, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    data = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return f"{head}{data}".encode()
