"""The texts of Office files, streamed from their XML: comments, notes, headers and properties as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from prongsai.inspection.archive import elements, local_name, opened, text_of
from prongsai.inspection.cells import HEADERS, SHARED, cell_passages, shared_strings, sheet_names
from prongsai.inspection.passage import Passage, UnreadableError, at
from prongsai.problems import Text

_BLOCKS = HEADERS | {
    *("p", "h", "c", "comment", "threadedComment", "definedName", "lpwstr", "Relationship"),
    *("title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category"),
}
"""Elements whose text belongs together; what stands in several runs is one word to a reader."""
_HOLDERS = frozenset({"tr", "tbl"})
"""Elements that hold others, let go of as well: a long table must not stay in memory."""
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
        names, shared = sheet_names(archive), shared_strings(archive)
        for info in archive.infolist():
            name = info.filename
            if name in names or _SHEET.fullmatch(name):
                yield from cell_passages(archive, name, names.get(name, name), shared)
            elif name.endswith((".xml", ".rels")) and name != SHARED:
                yield from _part(archive, name)


def _part(archive: ZipFile, name: str) -> Iterator[Passage]:
    for number, element in enumerate(elements(archive, name, _BLOCKS, _HOLDERS), 1):
        reference = element.get("ref") if local_name(element) == "comment" else None
        yield Passage(text_of(element), at(_place(name, number, reference)))


def _place(part: str, number: int, reference: str | None) -> Text:
    if reference:
        return Text(f"ความคิดเห็นที่ช่อง {reference}", f"the comment at cell {reference}")
    if part == "word/document.xml":
        return Text(f"ย่อหน้าที่ {number}", f"paragraph {number}")
    return Text(f"ส่วน {part}", f"the part {part}")
