"""HTML as the pieces that it is written in, so that a part is changed and the rest stays as it is. Pure.

Parsers give trees, and a tree is written in another way than it was read: quotes, case, line ends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

RAW = frozenset({"script", "style", "textarea", "title"})
"""Elements that hold what looks like tags and is none:
https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements"""

_TAG = re.compile(
    r"<!--|<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """Text, the tag behind it, and what stands behind the tag and is no text of the page.

    The three of all pieces, one after another, are the HTML. The last piece has no tag.
    """

    text: str
    tag: str
    """As it is written; empty for a comment, which is `beyond`."""
    beyond: str
    name: str = ""
    """Of the element, in small letters."""
    attributes: str = ""
    is_end: bool = False


def pieces(html: str, opaque: Collection[str] = RAW) -> Iterator[Piece]:
    """Yield the pieces of HTML; an element of an `opaque` name is one piece with its end.

    Takes time in proportion to the length: what never ends goes on to the end of the HTML.
    """
    at = 0
    while tag := _TAG.search(html, at):
        text, name = html[at : tag.start()], (tag["name"] or "").lower()
        is_end = bool(tag["end"])
        at = tag.end()
        if not name:
            at = _after(html.find("-->", at), 3, html)
            yield Piece(text, "", html[tag.start() : at])
            continue
        if name in opaque and not is_end:
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, at)
            at = end.end() if end else len(html)
        yield Piece(text, tag[0], html[tag.end() : at], name, tag["attributes"], is_end)
    yield Piece(html[at:], "", "")


def _after(found: int, length: int, html: str) -> int:
    return len(html) if found < 0 else found + length
