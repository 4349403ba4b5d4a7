"""The text of PDFs, page by page, and whether people and programs can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.inspection.passage import LockedError, Passage, TooLargeError, UnreadableError, at
from prongsai.problems import Text

_MOST_PAGES = 5_000
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
_SPLIT_VOWEL = re.compile(r"[ก-ฮ][่-๋]? +า")
"""What a broken text layer makes of ำ: no Thai word begins with า (ค าน า for คำนำ)."""
_PRIVATE = re.compile("[\uf700-\uf71a]")
"""Letters and marks of older Thai fonts, in private codes that no search finds."""
_FEW, _SHARE = 3, 0.25


@dataclass
class Layer:
    """What was seen of the text layer so far."""

    pages: int = 0
    letters: int = 0
    broken: int = 0
    whole: int = 0

    def add(self, text: str) -> None:
        self.pages += 1
        self.letters += sum(char.isalnum() for char in text)
        self.broken += len(_SPLIT_VOWEL.findall(text)) + len(_PRIVATE.findall(text))
        self.whole += text.count("ำ")

    @property
    def is_missing(self) -> bool:
        return self.pages > 0 and self.letters == 0

    @property
    def is_broken(self) -> bool:
        """A word or two may have been typed so; a layer that is broken is so all through."""
        return self.broken >= _FEW and self.broken >= _SHARE * (self.broken + self.whole)


def passages(path: Path, layer: Layer) -> Iterator[Passage]:
    """Yield the text of each page, and add it to the layer.

    Raises UnreadableError, LockedError and TooLargeError.
    """
    with _opened(path) as document:
        if len(document) > _MOST_PAGES:
            raise TooLargeError
        for number in range(len(document)):
            text = _page(document, number)
            layer.add(text)
            yield Passage(text, at(Text(f"หน้า {number + 1}", f"page {number + 1}")))


def _page(document: Any, number: int) -> str:
    import pypdfium2

    try:
        page = document[number]
        try:
            layer = page.get_textpage()
            try:
                return str(layer.get_text_range())
            finally:
                layer.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError from error


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise LockedError from error
        raise UnreadableError from error
    try:
        yield document
    finally:
        document.close()
