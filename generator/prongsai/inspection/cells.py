"""The cells of a workbook: hidden sheets, rows and columns as well."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any
from zipfile import ZipFile

from prongsai.inspection.archive import BROKEN, elements, local_name, text_of
from prongsai.inspection.passage import Passage, UnreadableError
from prongsai.inspection.personal import LENGTH
from prongsai.problems import Text

SHARED = "xl/sharedStrings.xml"
HEADERS = frozenset(
    f"{which}{part}" for which in ("odd", "even", "first") for part in ("Header", "Footer")
)
_IN_SHEET = HEADERS | {"row"}
"""Elements of a sheet: a row at a time, as handing on each cell takes longer than reading it."""
_MANY = 8_000
"""Characters of cells that are handed on together."""
_ENOUGH_DIGITS = re.compile(r"\d(?:\D{0,3}\d){12}")


def shared_strings(archive: ZipFile) -> dict[str, str]:
    """Return the shared strings with enough digits to matter, by number: the rest is not kept."""
    if SHARED not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for number, element in enumerate(elements(archive, SHARED, {"si"}, frozenset())):
        text = "".join(element.itertext())
        if len(text) >= LENGTH and _ENOUGH_DIGITS.search(text):
            found[str(number)] = text
    return found


def sheet_names(archive: ZipFile) -> dict[str, str]:
    """Return the name of each sheet by its part; a hidden one says so."""
    book, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if not {book, links} <= set(archive.namelist()):
        return {}
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        targets = {
            one.get("Id"): one.get("Target", "")
            for one in etree.fromstring(archive.read(links), parser)
        }
        sheets = list(etree.fromstring(archive.read(book), parser).iter("{*}sheet"))
    except (etree.XMLSyntaxError, *BROKEN) as error:
        raise UnreadableError from error
    found = {}
    for sheet in sheets:
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        hidden = " (ซ่อนอยู่)" if sheet.get("state", "visible") != "visible" else ""
        part = targets.get(key, "").removeprefix("/xl/").removeprefix("/")
        found[f"xl/{part}"] = f"{sheet.get('name')}{hidden}"
    return found


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
            yield Passage("|".join(texts), partial(_cell_at, sheet, starts, cells))
            texts, starts, cells, length = [], [], [], 0
    if texts:
        yield Passage("|".join(texts), partial(_cell_at, sheet, starts, cells))


def _cell_at(sheet: str, starts: list[int], cells: list[str], offset: int) -> Text:
    cell = cells[bisect_right(starts, offset) - 1]
    return Text(f"แผ่นงาน '{sheet}' ช่อง {cell}", f"sheet '{sheet}' cell {cell}")


def _filled(element: Any, shared: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is long enough to be an ID in the cells of a row, or in a header, and its place."""
    if local_name(element) != "row":
        yield text_of(element), local_name(element)
        return
    for cell in element:
        text = _cell(cell, shared)
        if len(text) >= LENGTH:
            yield text, cell.get("r") or "?"


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
