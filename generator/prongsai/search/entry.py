"""A page as the search knows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from prongsai import thai
from prongsai.search.sections import Section, sections

_DIGITS = re.compile(r"(\d+)")
_FISCAL_YEAR = re.compile(r"25[0-9]{2}")
_YEAR = re.compile(r" \(ปี [0-9๐-๙]{4}\)")
"""The year in the title of an item's page: a result of the search tells it beside the title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the index, with its texts spelt one way."""

    url: str
    """Relative to the site: `oit/2568/o12/`."""
    title: str
    year: int | None
    """The fiscal year it is about; None where it is about the present or about none."""
    synonyms: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def place(self) -> tuple[tuple[int, str], ...]:
        """Where it stands among the others: by address, and numbers in it by their value."""
        parts = (part for part in _DIGITS.split(self.url) if part)
        return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def entry(
    url: str, title: str, html: str, meta: Mapping[str, Any], *, tables: bool = True
) -> Entry | None:
    """Return the entry of a page, or None where its front matter says `search: {exclude: true}`.

    `title` is what the page is called where the front matter gives it none. The front matter may
    also hold `synonyms`, a text or a list of texts, and `fiscal_year`, a number or a text of digits.
    """
    wishes = meta.get("search")
    if isinstance(wishes, Mapping) and wishes.get("exclude"):
        return None
    year = _year(meta.get("fiscal_year"))
    shown = thai.normalise(unescape(str(meta.get("title") or title)))
    shown = _YEAR.sub("", shown) if year else shown
    head, *others = sections(html, tables=tables) or (Section("", "", ""),)
    if head.heading == shown and not head.anchor:
        head = replace(head, heading="")
    found = tuple(one for one in (head, *others) if one.heading or one.text)
    return Entry(url, shown, year, tuple(_spelt(meta.get("synonyms"))), found)


def _year(written: Any) -> int | None:
    """Return a fiscal year as it may stand in front matter: 2568, "2568" or "๒๕๖๘"."""
    digits = thai.arabic(str(written)).strip()
    return int(digits) if _FISCAL_YEAR.fullmatch(digits) else None


def _spelt(written: Any) -> Iterable[str]:
    words = written if isinstance(written, list | tuple) else [written]
    return (thai.normalise(str(word)) for word in words if word is not None)
