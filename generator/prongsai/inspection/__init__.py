"""Looking into documents: what kind they are, whether they can be read, whose numbers they hold.

At the edge, as loading is: it reads files, a part at a time. What is found is a value (`Inspected`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from prongsai.inspection import office, pdf, plain_text
from prongsai.inspection.kinds import fits_name, kind_of
from prongsai.inspection.passage import LockedError, Passage, TooLargeError, UnreadableError, at
from prongsai.inspection.personal import LENGTH, citizen_ids
from prongsai.models.inspected import Condition, Inspected, PersonalNumber
from prongsai.problems import Text

_MOST_NUMBERS = 100
"""As many numbers are listed of one file; a list of a thousand people needs no longer message."""


def inspect(path: Path, *, largest: int) -> Inspected:
    """Return what a file is like inside. `largest` is the size in bytes that the agency allows."""
    if path.stat().st_size == 0:
        return Inspected((Condition.NO_DOCUMENT,))
    if path.stat().st_size > largest:
        return Inspected((Condition.TOO_LARGE,))
    kind = kind_of(path)
    found = Inspected(kind=kind)
    if not fits_name(path, kind):
        found = replace(found, conditions=(Condition.OTHER_KIND,))
    return _with(found, *_read(path, kind))


def _with(
    found: Inspected, conditions: list[Condition], numbers: list[PersonalNumber]
) -> Inspected:
    told = dict.fromkeys((*found.conditions, *conditions))
    return replace(found, conditions=tuple(told), personal=tuple(numbers))


_KEPT_FROM_READING = {
    UnreadableError: Condition.UNREADABLE,
    LockedError: Condition.LOCKED,
    TooLargeError: Condition.TOO_LARGE,
}


def _read(path: Path, kind: str) -> tuple[list[Condition], list[PersonalNumber]]:
    layer = pdf.Layer()
    conditions: list[Condition] = []
    numbers: list[PersonalNumber] = []
    try:
        if kind in ("docx", "xlsx", "pptx") and office.has_macros(path):
            conditions.append(Condition.MACROS)
        is_csv = kind == "text" and path.suffix.lower() == ".csv"
        for passage in _passages(path, kind, layer):
            numbers += _numbers(passage)
            if is_csv and plain_text.has_command(passage.text):
                conditions.append(Condition.COMMANDS)
    except tuple(_KEPT_FROM_READING) as error:
        conditions.append(_KEPT_FROM_READING[type(error)])
    if layer.is_missing:
        conditions.append(Condition.NO_TEXT)
    if layer.is_broken:
        conditions.append(Condition.BROKEN_THAI)
    return conditions, list(dict.fromkeys(numbers))[:_MOST_NUMBERS]


def _passages(path: Path, kind: str, layer: pdf.Layer) -> Iterator[Passage]:
    match kind:
        case "pdf":
            return pdf.passages(path, layer)
        case "docx" | "xlsx" | "pptx" | "zip":
            if path.suffix.lower() in _PACKED:
                raise UnreadableError
            return chain(office.passages(path), _inside(path, 1))
        case "text":
            return plain_text.passages(path)
        case "ole":
            return plain_text.old_office(path)
        case "binary" if path.suffix.lower() in _TEXTS:
            return plain_text.old_office(path)
        case "locked-office":
            raise LockedError
    return iter(())


_PACKED = (".xlsb", ".one")
"""Kinds that hold their texts in a form that nothing here reads."""
_TEXTS = (".csv", ".txt", ".html", ".htm", ".json", ".rtf")


def _inside(path: Path, depth: int) -> Iterator[Passage]:
    """Yield the texts of the documents that a file carries inside, and of those inside them."""
    if depth > _DEEPEST:
        raise TooLargeError
    for name, content in office.members(path):
        with TemporaryDirectory() as folder:
            member = Path(folder, f"member{Path(name).suffix.lower()}")
            member.write_bytes(content)
            place = Text(f"ไฟล์ {name} ที่อยู่ข้างใน", f"the file {name} inside")
            kind = kind_of(member)
            for one in _passages_of_member(member, kind, depth):
                yield replace(one, place=at(place))


def _passages_of_member(member: Path, kind: str, depth: int) -> Iterator[Passage]:
    if kind in ("docx", "xlsx", "pptx", "zip"):
        yield from office.passages(member)
        yield from _inside(member, depth + 1)
    else:
        yield from _passages(member, kind, pdf.Layer())


_DEEPEST = 3


def _numbers(passage: Passage) -> Iterator[PersonalNumber]:
    if len(passage.text) < LENGTH:
        return
    seen = passage.text[: passage.seen]
    told = {masked for _, masked in citizen_ids(seen)} if seen else set()
    for offset, masked in citizen_ids(passage.text):
        if offset >= passage.seen or masked not in told:
            yield PersonalNumber(masked, passage.place(offset))
