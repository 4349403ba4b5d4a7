"""The text of a page, cut at its headings."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from prongsai import thai

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNREAD = frozenset({"script", "style", "svg", "template"})
_EXCLUDED = "data-search-exclude"
"""Material's own mark for what the search leaves out."""
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""What stands within a word or a line: any other element parts the words before and after it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it."""

    anchor: str
    """The id of the heading; empty for what stands at the head of a page."""
    heading: str
    text: str


def sections(html: str, *, tables: bool = True) -> tuple[Section, ...]:
    """Return the sections of a page's HTML that say anything, the head of the page first.

    What a picture is said to show is text too. Spelling is normalised, hence not for showing as the
    author's own. Without `tables`, what stands in tables is left out.
    """
    reader = _Reader(_UNREAD if tables else _UNREAD | {"table"})
    reader.feed(html)
    reader.close()
    found = (_section(anchor, "".join(head), "".join(text)) for anchor, head, text in reader.found)
    return tuple(one for one in found if one.heading or one.text)


def _section(anchor: str, heading: str, text: str) -> Section:
    """Return a section; a caption that repeats the heading over it is left out."""
    told, rest = thai.normalise(heading), thai.normalise(text)
    repeats = rest == told or rest.startswith(f"{told} ")  # not the beginning of a longer word
    return Section(anchor, told, rest.removeprefix(told).lstrip() if repeats else rest)


class _Reader(HTMLParser):
    """Collects headings and text; knows where it must not look."""

    def __init__(self, unread: frozenset[str]) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._unread = unread
        self._heading = ""
        """The heading that is open."""
        self._skipped = ""
        """The element that is left out, and how often it is nested in itself.

        Only elements of its name are counted: an end tag that the author left out hides nothing.
        """
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipped:
            self._depth += tag == self._skipped
            return
        attributes = dict(attrs)
        if self._is_left_out(tag, attributes):
            self._skipped, self._depth = tag, 1
        elif tag in _HEADINGS:
            anchor = attributes.get("id") or ""
            if tag != "h1" and anchor:
                self.found.append((anchor, [], []))
            self._heading = tag
        self._part(tag)
        if tag == "img":
            self._add(f" {attributes.get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            self._skipped = self._skipped if self._depth else ""
            return
        self._part(tag)
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._add(data)

    def _is_left_out(self, tag: str, attributes: dict[str, str | None]) -> bool:
        is_sign = "headerlink" in (attributes.get("class") or "").split()
        return tag in self._unread or _EXCLUDED in attributes or is_sign

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self._add(" ")

    def _add(self, data: str) -> None:
        _, heading, text = self.found[-1]
        (heading if self._heading else text).append(data)
