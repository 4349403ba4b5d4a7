"""Word files: paragraphs and tables in order, with what python-docx's own text leaves out.

Insertions that are tracked, content controls and nested tables count; deletions do not. A cell that
reaches over several rows or columns is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from prongsai.inspection.archive import opened
from prongsai.inspection.passage import TooLargeError, UnreadableError
from prongsai.intake.refused import RefusedError
from prongsai.problems import Text
from prongsai.recognition.source import Row, Source


def read(path: Path) -> Source:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml import etree

    try:
        opened(path).close()  # what unpacks to too much is not unpacked
        body = Document(str(path)).element.body
    except (
        TooLargeError,
        UnreadableError,
        PackageNotFoundError,
        KeyError,
        ValueError,
        BadZipFile,
        etree.XMLSyntaxError,
    ) as error:
        raise RefusedError(
            Text("ไฟล์ Word เสียหรือไม่สมบูรณ์", "the Word file is damaged or cut off"),
            Text("เปิดใน Word แล้วบันทึกใหม่", "open it in Word and save it again"),
        ) from error
    return Source(tuple(_blocks(body)))


def _blocks(body: Any) -> Iterator[Row]:
    paragraphs = tables = 0
    for element in _children(body):
        if _is(element, "tbl"):
            tables += 1
            yield Row((), Text("", ""))
            yield from _table(element, tables)
            yield Row((), Text("", ""))
        elif _is(element, "p"):
            paragraphs += 1
            place = Text(f"ย่อหน้าที่ {paragraphs}", f"paragraph {paragraphs}")
            lines = _text(element).split("\n")
            for line in lines:
                cells = tuple(cell.strip() for cell in line.split("\t"))
                yield Row(cells if any(cells) else (), place)


def _children(element: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, also those inside content controls."""
    for one in element:
        if _is(one, "sdt"):
            for content in one:
                if _is(content, "sdtContent"):
                    yield from _children(content)
        elif _is(one, "p") or _is(one, "tbl"):
            yield one


def _table(table: Any, number: int) -> Iterator[Row]:
    for at, row in enumerate((one for one in table if _is(one, "tr")), 1):
        cells: list[str] = []
        for cell in row.iter():
            if _is(cell, "tc") and next(cell.iterancestors(row.tag)) is row:
                cells += [_cell(cell), *[""] * (_span(cell) - 1)]
        if any(cells):
            yield Row(tuple(cells), Text(f"ตารางที่ {number} แถว {at}", f"table {number} row {at}"))


def _cell(cell: Any) -> str:
    goes_on = any(_is(one, "vMerge") and _value(one) != "restart" for one in cell.iter())
    return (
        ""
        if goes_on
        else "\n".join(filter(None, (_text(one) for one in cell.iter() if _is(one, "p"))))
    )


def _span(cell: Any) -> int:
    found = next((_value(one) for one in cell.iter() if _is(one, "gridSpan")), "1")
    return min(int(found), 60) if found and found.isdecimal() else 1


def _text(paragraph: Any) -> str:
    told: list[str] = []
    for one in paragraph.iter():
        if _is(one, "t"):
            told.append(one.text or "")
        elif _is(one, "tab"):
            told.append(
                "\t"
                if next(one.iterancestors(), None) is not None and _is(one.getparent(), "r")
                else ""
            )
        elif _is(one, "br") or _is(one, "cr"):
            told.append("\n")
    return "".join(told).strip()


def _is(element: Any, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.endswith(f"}}{name}")


def _value(element: Any) -> str | None:
    return next((value for key, value in element.attrib.items() if key.endswith("}val")), None)
