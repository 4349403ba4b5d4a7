"""A text somewhere in a document, and what keeps one from being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prongsai.problems import Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text of a document, in one piece."""

    text: str
    place: Callable[[int], Text]
    """Says where a character of the text stands, for people: a page, a cell, a line."""
    seen: int = 0
    """How many characters at its beginning were the end of the passage before."""


def at(place: Text) -> Callable[[int], Text]:
    """Return the place of a passage that stands all in one place."""
    return lambda _: place


class UnreadableError(Exception):
    """A document that is cut off, damaged, or not what it begins as."""


class LockedError(Exception):
    """A document that asks for a password."""


class TooLargeError(Exception):
    """A document with more in it than can be looked through."""
