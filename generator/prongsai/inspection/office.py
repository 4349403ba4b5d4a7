"""The texts of Office files, streamed from their XML: comments, notes, headers and properties as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from prongsai.inspection.archive import BROKEN, elements, local_name, opened, text_of
from prongsai.inspection.cells import (
    HEADERS,
    cell_passages,
    shared_strings,
    sheet_names,
    strings_part,
)
from prongsai.inspection.passage import Passage, UnreadableError, at
from prongsai.inspection.personal import LENGTH, OFFICIAL, in_boxes
from prongsai.problems import Text

_BLOCKS = HEADERS | {
    *("p", "h", "c", "comment", "threadedComment", "definedName", "lpwstr"),
    *("title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category"),
}
"""Elements whose text belongs together; what stands in several runs is one word to a reader."""
_HOLDERS = frozenset({"tr", "tbl"})
"""Elements that hold others, let go of as well: a long table must not stay in memory."""
_IN_BLOCKS = _BLOCKS | {"t", "delText", "instrText"}
_DOCUMENTS = (
    *(".pdf", ".docx", ".xlsx", ".xlsm", ".docm", ".pptx", ".doc", ".xls", ".csv", ".txt", ".htm"),
    *(".html", ".mht", ".rtf", ".json", ".zip"),
)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_MACROS = "vbaProject.bin"


def has_macros(path: Path) -> bool:
    with opened(path) as archive:
        return any(name.endswith(_MACROS) for name in archive.namelist())


def passages(path: Path) -> Iterator[Passage]:
    """Yield every text with its place. Raises UnreadableError and TooLargeError."""
    with opened(path) as archive:
        if any(info.flag_bits & 1 for info in archive.infolist()):
            raise UnreadableError
        names, strings = sheet_names(archive), strings_part(archive)
        shared = shared_strings(archive, strings)
        for info in archive.infolist():
            name = info.filename
            if name in names or _SHEET.fullmatch(name):
                yield from cell_passages(archive, name, names.get(name, name), shared)
            elif name.endswith((".xml", ".rels")) and name != strings:
                yield from _blocks(archive, name)
                yield from _apart(archive, name)


def _blocks(archive: ZipFile, name: str) -> Iterator[Passage]:
    """Yield the paragraphs of a part; a digit in each of thirteen boxes is a number too."""
    boxes: list[str] = []
    for number, element in enumerate(elements(archive, name, _BLOCKS, _HOLDERS), 1):
        reference = element.get("ref") if local_name(element) == "comment" else None
        place = at(_place(name, number, reference))
        text = text_of(element)
        yield Passage(text, place)
        if (kept := text_of(element, without="delText")) != text:
            yield Passage(kept, place)
        if (bare := text.strip()) and (not bare.isdecimal() or len(bare) > max(OFFICIAL)):
            yield from _boxed(boxes, place)
        elif bare:
            boxes.append(bare)
    yield from _boxed(boxes, at(_place(name, 0, None)))


def _boxed(boxes: list[str], place: Callable[[int], Text]) -> Iterator[Passage]:
    if text := in_boxes(boxes):
        yield Passage(text, place)
    boxes.clear()


def _apart(archive: ZipFile, name: str) -> Iterator[Passage]:
    """Yield what is no paragraph: attributes (links, descriptions, kept values) and other elements."""
    place = at(_place(name, 0, None))
    for element in elements(archive, name, frozenset(), frozenset()):
        told = [value for value in element.attrib.values() if len(value) >= LENGTH]
        if element.text and local_name(element) not in _IN_BLOCKS:
            told.append(element.text)
        if told:
            yield Passage("\x1f".join(told), place)


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the documents that a file carries inside: embedded workbooks, or what a ZIP file holds."""
    with opened(path) as archive:
        for info in archive.infolist():
            if info.filename.lower().endswith(_DOCUMENTS):
                try:
                    yield info.filename, archive.read(info)
                except BROKEN as error:
                    raise UnreadableError from error


def _place(part: str, number: int, reference: str | None) -> Text:
    if reference:
        return Text(f"ความคิดเห็นที่ช่อง {reference}", f"the comment at cell {reference}")
    if part == "word/document.xml" and number:
        return Text(f"ย่อหน้าที่ {number}", f"paragraph {number}")
    return Text(f"ส่วน {part}", f"the part {part}")
