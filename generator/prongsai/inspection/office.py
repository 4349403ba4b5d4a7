"""The texts of Office files, streamed from their XML: hidden sheets, columns and comments as well."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from prongsai.inspection.passage import Passage, TooLargeError, UnreadableError, at
from prongsai.inspection.personal import LENGTH
from prongsai.problems import Text

_MOST = 300_000_000
"""Bytes that a file may hold unpacked: more is taken for a zip bomb."""
_BLOCKS = frozenset(
    {"p", "h", "si", "c", "comment", "threadedComment", "definedName", "lpwstr", "Relationship"}
    | {"title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category"}
    | {f"{which}{part}" for which in ("odd", "even", "first") for part in ("Header", "Footer")}
)
"""Elements whose text belongs together; what stands in several runs is one word to a reader."""
_HOLDERS = frozenset({"row", "tr", "tbl"})
"""Elements that hold others, let go of as well: a long sheet must not stay in memory."""
_MANY = 8_000
"""Characters of cells that are handed on together."""
_SPACES = frozenset({"tab", "br", "cr"})
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ENOUGH_DIGITS = re.compile(r"\d(?:\D{0,3}\d){12}")
_MACROS = "vbaProject.bin"
_BROKEN = (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error)
"""What zipfile raises for an archive that is damaged, locked or packed in a way it does not know."""


def has_macros(path: Path) -> bool:
    with _opened(path) as archive:
        return any(name.endswith(_MACROS) for name in archive.namelist())


def passages(path: Path) -> Iterator[Passage]:
    """Yield every text with its place. Raises UnreadableError and TooLargeError."""
    with _opened(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > _MOST:
            raise TooLargeError
        if any(info.flag_bits & 1 for info in archive.infolist()):
            raise UnreadableError
        names = _sheet_names(archive)
        shared = _shared_strings(archive)
        for info in archive.infolist():
            if info.filename.endswith((".xml", ".rels")) and info.filename != _SHARED:
                yield from _part(archive, info.filename, names.get(info.filename), shared)


_SHARED = "xl/sharedStrings.xml"


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except (BadZipFile, ValueError, EOFError, OSError) as error:
        raise UnreadableError from error


class _Counted:
    """A part of an archive that stops when more comes out of it than its directory says."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._left = part, _MOST

    def read(self, size: int = -1) -> bytes:
        chunk = self._part.read(size)
        self._left -= len(chunk)
        if self._left < 0:
            raise TooLargeError
        return chunk


def _elements(archive: ZipFile, name: str) -> Iterator[Any]:
    """Yield the elements whose text belongs together, and let go of them afterwards."""
    from lxml import etree

    try:
        with archive.open(name) as part:
            tree = etree.iterparse(
                _Counted(part),
                events=("end",),
                tag=[f"{{*}}{name}" for name in sorted(_BLOCKS | _HOLDERS)],
                resolve_entities=False,
                no_network=True,
            )
            for _, element in tree:
                if _local(element) in _BLOCKS:
                    yield element
                element.clear(keep_tail=True)
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.XMLSyntaxError, *_BROKEN) as error:
        raise UnreadableError from error


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Any) -> str:
    pieces: list[str] = []
    for one in element.iter():
        if isinstance(one.tag, str):
            pieces.append(" " if _local(one) in _SPACES else one.text or "")
    return "".join(pieces)


def _shared_strings(archive: ZipFile) -> dict[str, str]:
    """Return the shared strings with enough digits to matter, by number: the rest is not kept."""
    if _SHARED not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    number = 0
    for element in _elements(archive, _SHARED):
        if _local(element) == "si":
            text = "".join(element.itertext())
            if len(text) >= LENGTH and _ENOUGH_DIGITS.search(text):
                found[str(number)] = text
            number += 1
    return found


def _part(
    archive: ZipFile, name: str, sheet: str | None, shared: dict[str, str]
) -> Iterator[Passage]:
    if _SHEET.fullmatch(name):
        yield from _cells(archive, name, sheet or name, shared)
        return
    for number, element in enumerate(_elements(archive, name), 1):
        reference = element.get("ref") if _local(element) == "comment" else None
        yield Passage(_text(element), at(_place(name, number, reference)))


def _cells(archive: ZipFile, name: str, sheet: str, shared: dict[str, str]) -> Iterator[Passage]:
    """Yield many cells at a time: one at a time would take longer to hand on than to read."""
    texts: list[str] = []
    starts: list[int] = []
    cells: list[str] = []
    length = 0
    for element in _elements(archive, name):
        is_cell = _local(element) == "c"
        text = _cell(element, shared) if is_cell else _text(element)
        if len(text) < LENGTH:
            continue
        texts.append(text)
        starts.append(length)
        cells.append((element.get("r") or "?") if is_cell else _local(element))
        length += len(text) + 1
        if length > _MANY:
            yield Passage("|".join(texts), partial(_cell_at, sheet, starts, cells))
            texts, starts, cells, length = [], [], [], 0
    if texts:
        yield Passage("|".join(texts), partial(_cell_at, sheet, starts, cells))


def _cell_at(sheet: str, starts: list[int], cells: list[str], offset: int) -> Text:
    cell = cells[bisect_right(starts, offset) - 1]
    return Text(f"แผ่นงาน '{sheet}' ช่อง {cell}", f"sheet '{sheet}' cell {cell}")


def _place(part: str, number: int, reference: str | None) -> Text:
    if reference:
        return Text(f"ความคิดเห็นที่ช่อง {reference}", f"the comment at cell {reference}")
    if part == "word/document.xml":
        return Text(f"ย่อหน้าที่ {number}", f"paragraph {number}")
    return Text(f"ส่วน {part}", f"the part {part}")


def _cell(element: Any, shared: dict[str, str]) -> str:
    """Return the text of a cell and its formula; nothing where no ID can be in it."""
    kind, told = element.get("t"), []
    for one in element:
        name, text = _local(one), _text(one) if len(one) else one.text or ""
        told.append(_value(kind, text, shared) if name == "v" else text)
    return " ".join(filter(None, told))


def _value(kind: str | None, text: str, shared: dict[str, str]) -> str:
    if kind == "s":
        return shared.get(text.strip(), "")
    return _whole_number(text) if kind in (None, "n") else text


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


def _sheet_names(archive: ZipFile) -> dict[str, str]:
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
    except (etree.XMLSyntaxError, BadZipFile) as error:
        raise UnreadableError from error
    found = {}
    for sheet in sheets:
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        hidden = " (ซ่อนอยู่)" if sheet.get("state", "visible") != "visible" else ""
        part = targets.get(key, "").removeprefix("/xl/").removeprefix("/")
        found[f"xl/{part}"] = f"{sheet.get('name')}{hidden}"
    return found
