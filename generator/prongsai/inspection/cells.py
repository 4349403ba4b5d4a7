"""The cells of a workbook: hidden sheets, rows and columns as well."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any
from zipfile import ZipFile

from prongsai.inspection.archive import BROKEN, elements, local_name, text_of
from prongsai.inspection.passage import Passage, UnreadableError
from prongsai.inspection.personal import LENGTH, OFFICIAL, in_boxes
from prongsai.problems import Text

_SHARED = "xl/sharedStrings.xml"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
HEADERS = frozenset(
    f"{which}{part}" for which in ("odd", "even", "first") for part in ("Header", "Footer")
)
_IN_SHEET = HEADERS | {"row", "hyperlink", "dataValidation"}
"""Elements of a sheet: a row at a time, as handing on each cell takes longer than reading it."""
_APART = "\x1f"
"""Stands between two cells: no number goes on from one into the next."""
_MANY = 8_000
"""Characters of cells that are handed on together."""
_ENOUGH_DIGITS = re.compile(r"\d(?:\D{0,3}\d){12}")


def strings_part(archive: ZipFile) -> str:
    """Return the part with the shared strings: programs name it in their own ways."""
    for _, target, kind in _relations(archive):
        if kind.endswith("/sharedStrings"):
            return target
    return _SHARED


def shared_strings(archive: ZipFile, part: str) -> dict[str, str]:
    """Return the shared strings that are digits enough to matter, by number: the rest is not kept."""
    if part not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for number, element in enumerate(elements(archive, part, {"si"}, frozenset())):
        text = "".join(element.itertext())
        if _is_piece(text) or (len(text) >= LENGTH and _ENOUGH_DIGITS.search(text)):
            found[str(number)] = text
    return found


def sheet_names(archive: ZipFile) -> dict[str, str]:
    """Return the name of each sheet by its part; a hidden one says so."""
    targets = {key: target for key, target, _ in _relations(archive)}
    found = {}
    for sheet in _parsed(archive, _BOOK).iter("{*}sheet") if targets else ():
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        hidden = " (ซ่อนอยู่)" if sheet.get("state", "visible") != "visible" else ""
        found[targets.get(key, "")] = f"{sheet.get('name')}{hidden}"
    return found


def _relations(archive: ZipFile) -> list[tuple[str, str, str]]:
    """Return what a workbook is made of: the key, the part and the kind of each."""
    if not {_BOOK, _LINKS} <= set(archive.namelist()):
        return []
    found = []
    for one in _parsed(archive, _LINKS):
        part = one.get("Target", "").removeprefix("/xl/").removeprefix("/")
        found.append((one.get("Id", ""), f"xl/{part}", one.get("Type", "")))
    return found


def _parsed(archive: ZipFile, part: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(archive.read(part), parser)
    except (etree.XMLSyntaxError, *BROKEN) as error:
        raise UnreadableError from error


def cell_passages(
    archive: ZipFile, name: str, sheet: str, shared: dict[str, str]
) -> Iterator[Passage]:
    """Yield many cells at a time: one at a time would take longer to hand on than to read."""
    texts: list[str] = []
    starts: list[int] = []
    cells: list[str] = []
    length = 0
    for element in elements(archive, name, _IN_SHEET, frozenset()):
        for text, cell in _filled(element, shared):
            texts.append(text)
            starts.append(length)
            cells.append(cell)
            length += len(text) + 1
        if length > _MANY:
            yield Passage(_APART.join(texts), partial(_cell_at, sheet, starts, cells))
            texts, starts, cells, length = [], [], [], 0
    if texts:
        yield Passage(_APART.join(texts), partial(_cell_at, sheet, starts, cells))


def _cell_at(sheet: str, starts: list[int], cells: list[str], offset: int) -> Text:
    cell = cells[bisect_right(starts, offset) - 1]
    return Text(f"แผ่นงาน '{sheet}' ช่อง {cell}", f"sheet '{sheet}' cell {cell}")


def _filled(element: Any, shared: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is long enough to be an ID in the cells of a row, or in a header, and its place."""
    if local_name(element) != "row":
        yield _APART.join((text_of(element), *element.attrib.values())), local_name(element)
        return
    boxes: list[str] = []
    for cell in element:
        text = _cell(cell, shared)
        if len(text) >= LENGTH:
            yield text, cell.get("r") or "?"
        raw = text if cell.get("t") in ("s", "inlineStr") else (cell[-1].text if len(cell) else "")
        if raw and _is_piece(raw):
            boxes.append(raw)
        elif boxes:
            boxes = yield from _boxed(boxes, cell)
    yield from _boxed(boxes, element)


def _is_piece(text: str) -> bool:
    return len(text) <= max(OFFICIAL) and text.isdecimal()


def _boxed(boxes: list[str], cell: Any) -> Generator[tuple[str, str], None, list[str]]:
    """Yield the number that boxes beside each other hold, a digit or a piece in each."""
    if len(boxes) >= len(OFFICIAL) and (text := in_boxes(boxes)):
        yield text, cell.get("r") or "?"
    return []


def _cell(cell: Any, shared: dict[str, str]) -> str:
    """Return the text of a cell and its formula; nothing where no ID can be in it."""
    kind = cell.get("t")
    if kind == "inlineStr":
        return _inline(cell)
    value, formula = "", ""
    for one in cell:
        if one.tag.endswith("}f"):
            formula = one.text or ""
        else:
            value = one.text or ""
    if kind == "s":
        value = shared.get(value.strip(), "")
    elif kind in (None, "n"):
        value = _whole_number(value)
    return f"{value} {formula}" if formula else value


def _inline(cell: Any) -> str:
    """Return the text written in a cell; walking through its runs is for cells that have several."""
    if len(cell) == 1 and len(cell[0]) == 1 and not len(cell[0][0]):
        return cell[0][0].text or ""
    return "".join(cell.itertext())


def _whole_number(text: str) -> str:
    """Return the digits of a whole number with as many as an ID: Excel may write 1.23E12.

    Other numbers are amounts and measures, and no names of people.
    """
    if len(text) < 12 and "E" not in text:
        return ""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    whole = number.is_finite() and number.adjusted() == 12 and number == number.to_integral_value()
    return str(int(number)) if whole else ""
