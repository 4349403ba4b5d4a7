"""The two escapes: no text of the content can ever become markup.

`markdown` for data that enters Markdown, `html` for data that enters HTML, inside Markdown as well.
"""

from __future__ import annotations

import re
from html import escape

_BACKSLASHED = frozenset("`*_{}#|")
# Python-Markdown has no backslash escape for some of these, and some start markup in extensions
# that a site may use: ~a~ ^a^ ==a== ++a++ $a$ a@b.th [ ]
_ENTITIES = {char: f"&#{ord(char)};" for char in "\\&<>[]~^=+$@"}
# Not text: control characters (Python-Markdown marks its own places with \x02 and \x03) and what
# Unicode keeps for no character at all.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# :emoji: and addresses, which an extension would make into an image and a link.
_INSIDE = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)
# What starts a block when it stands first: a list, a setext rule, an admonition, a definition.
_OPENING = re.compile(r"^(?: (?=\S))?(?:[-!:?%/\"']|\d+(?=[.)](?: |$)))")
_SPACES = re.compile(r"\s+")


def folded(text: object) -> str:
    """Return the text on one line, its spaces folded, without what is no text at all."""
    return _SPACES.sub(" ", _CONTROL.sub("", str(text)))


def markdown(text: object) -> str:
    """Return text that Markdown shows literally, on one line."""
    literal = "".join(f"\\{c}" if c in _BACKSLASHED else _ENTITIES.get(c, c) for c in folded(text))
    return _OPENING.sub(_as_entities, _INSIDE.sub(_as_entities, literal))


def html(text: object) -> str:
    """Return text that HTML shows literally, in content and in quoted attributes, on one line.

    On one line, because Markdown looks for fenced code even inside HTML; without braces, because a
    site may run its pages through a template engine.
    """
    return escape(folded(text), quote=True).replace("{", "&#123;").replace("}", "&#125;")


def _as_entities(found: re.Match[str]) -> str:
    return "".join(char if char == " " else f"&#{ord(char)};" for char in found[0])
