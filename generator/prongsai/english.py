"""English within Thai pages, marked so that a screen reader speaks it as English. Pure.

WCAG 2.2, 3.1.2 Language of Parts: https://www.w3.org/TR/WCAG22/#language-of-parts. Official titles
hold it ("No Gift Policy"), and so do menus and pages written by hand, where nobody can mark it.
"""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|textarea|option|svg|code|pre)\b.*?</(?P=raw)\s*>"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
"""A tag, or an element whose text is no text of the page or cannot hold another element."""
_TOLD = re.compile(r"""\slang\s*=""", re.IGNORECASE)
_NO_WORD = "A-Za-z0-9@/:"
_RUN = re.compile(
    rf"(?<![{_NO_WORD}.#&-])[A-Za-z]+(?:[ -][A-Za-z]+)+(?![{_NO_WORD}-]|\.[A-Za-z0-9])"
)
"""Two words or more: abbreviations, such as ITA and PDF, and names of one word are Thai usage too."""


def english_marked(html: str) -> str:
    """Return the HTML of a page, if its language is Thai, with the runs of English in its body marked.

    What an element says of its own language stays: nothing within it is marked.
    """
    start = html.find("<body")
    if start < 0 or '<html lang="th"' not in html[:start]:
        return html
    done, at = [html[:start]], start
    known, depth = "", 0
    """The element that tells its language, and how often it is nested in itself."""
    for piece in _PIECE.finditer(html, start):
        text = html[at : piece.start()]
        done += (text if known else _RUN.sub(_marked, text), piece[0])
        at, name = piece.end(), piece["name"]
        if known and name == known:
            depth += -1 if piece["end"] else 1
            known = known if depth else ""
        elif not known and name and not piece["end"] and _TOLD.search(piece["rest"]):
            known, depth = name, 1
    return "".join((*done, html[at:]))


def _marked(run: re.Match[str]) -> str:
    words = run[0]
    return words if words.isupper() else f'<span lang="en">{words}</span>'
