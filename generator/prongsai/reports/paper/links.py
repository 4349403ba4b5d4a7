"""Links on paper: words that lead to a page of the site, laid over a text that is set in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prongsai.reports.document import Line
from prongsai.reports.paper.lettering import shown
from prongsai.reports.paper.pieces import Piece

Run: TypeAlias = "str | dict[str, str]"
"""Words, or words that lead somewhere: `{"text": ..., "to": ...}`."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which characters of a text, as it is printed, lead to an address."""

    start: int
    end: int
    to: str


def spans(line: Line, address: Callable[[str], str]) -> Iterator[Span]:
    """Yield where the links of a line stand in it; `address` leads from a page to the web."""
    place = 0
    for part in line:
        text = shown(part if isinstance(part, str) else part.text)
        if not isinstance(part, str):
            yield Span(place, place + len(text), address(part.page))
        place += len(text)


def laid_over(pieces: Sequence[Piece], spans: Sequence[Span]) -> Iterator[tuple[Piece, list[Run]]]:
    """Yield each piece with its runs. How lines break does not depend on what is a link."""
    place = 0
    for piece in pieces:
        end = place + len(piece.text)
        yield piece, list(_runs(piece.text, place, spans))
        place = end


def _runs(text: str, begin: int, spans: Sequence[Span]) -> Iterator[Run]:
    at = 0
    for span in spans:
        start, end = max(span.start - begin, at), min(span.end - begin, len(text))
        if start >= end:
            continue
        if at < start:
            yield text[at:start]
        yield {"text": text[start:end], "to": span.to}
        at = end
    if at < len(text):
        yield text[at:]
