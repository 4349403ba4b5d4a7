"""The two escapes: no text of the content can ever become markup.

`markdown` for data that enters Markdown, `html` for data that enters HTML inside it.
"""

from __future__ import annotations

import re
from html import escape

_BACKSLASHED = frozenset("\\`*_{}[]#|")
# Python-Markdown has no backslash escape for these; some start markup in extensions a site may use.
_ENTITIES = {char: f"&#{ord(char)};" for char in "&<>~^=$"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# What starts a block when it stands first: a list, a setext rule, an admonition, a definition.
_OPENING = re.compile(r"^(?:[-+!:?%/@\"']|\d+(?=[.)]))")


def markdown(text: object) -> str:
    """Return text that Markdown shows literally, on one line."""
    words = " ".join(_CONTROL.sub("", str(text)).split())
    literal = "".join(f"\\{c}" if c in _BACKSLASHED else _ENTITIES.get(c, c) for c in words)
    literal = literal.replace("::", "&#58;&#58;").replace("://", "&#58;//")
    return _OPENING.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), literal)


def html(text: object) -> str:
    """Return text that HTML shows literally, in content and in quoted attributes."""
    return escape(_CONTROL.sub("", str(text)), quote=True)
