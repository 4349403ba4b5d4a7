"""The parts of an Office file, read as a stream and never more of them than may be."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Set
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from prongsai.inspection.passage import TooLargeError, UnreadableError

MOST = 300_000_000
"""Bytes that a file may hold unpacked: more is taken for a zip bomb."""
_WIDEST = 50_000_000
"""Bytes that one element may have: more is no row or paragraph that anybody wrote."""
_SPACES = frozenset({"tab", "br", "cr"})
BROKEN = (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error)
"""What zipfile raises for an archive that is damaged, locked or packed in a way it does not know."""


def opened(path: Path) -> ZipFile:
    """Raises UnreadableError, TooLargeError for what unpacks to too much."""
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise UnreadableError from error
    if sum(info.file_size for info in archive.infolist()) > MOST:
        archive.close()
        raise TooLargeError
    return archive


class _Counted:
    """A part of an archive that stops when more comes out of it, or in one element, than may be."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._left, self.in_element = part, MOST, 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._part.read(size)
        self._left -= len(chunk)
        self.in_element += len(chunk)
        if self._left < 0 or self.in_element > _WIDEST:
            raise TooLargeError
        return chunk


def elements(archive: ZipFile, name: str, wanted: Set[str], others: Set[str]) -> Iterator[Any]:
    """Yield the wanted elements of a part, and let go of them and of the others afterwards.

    With none wanted every element comes, with its own text and attributes alone.
    """
    from lxml import etree

    try:
        with archive.open(name) as part:
            counted = _Counted(part)
            tags = [f"{{*}}{name}" for name in sorted(wanted | others)] if wanted else None
            tree = etree.iterparse(
                counted,
                events=("end",),
                tag=tags,
                resolve_entities=False,
                no_network=True,
                remove_comments=True,
                remove_pis=True,
            )
            for _, element in tree:
                counted.in_element = 0
                if not wanted or local_name(element) in wanted:
                    yield element
                element.clear(keep_tail=True)
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.XMLSyntaxError, *BROKEN) as error:
        raise UnreadableError from error


def local_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def text_of(element: Any, *, without: str = "") -> str:
    """Return the text of an element; `without` what stands in elements of this name."""
    pieces: list[str] = []
    for one in element.iter():
        if isinstance(one.tag, str) and (not without or local_name(one) != without):
            pieces.append(" " if local_name(one) in _SPACES else one.text or "")
    return "".join(pieces)
