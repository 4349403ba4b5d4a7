"""English within Thai pages, marked so that a screen reader speaks it as English. Pure.

WCAG 2.2, 3.1.2 Language of Parts: https://www.w3.org/TR/WCAG22/#language-of-parts. Official titles
hold it ("No Gift Policy"), and so do menus and pages written by hand, where nobody can mark it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.markup import RAW, pieces

_UNMARKED = RAW | {"option", "svg", "code", "pre"}
"""Elements that cannot hold another one, or whose text is no language."""
_EMPTY = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "source", "wbr"})
"""Elements that nothing stands within."""
_TOLD = re.compile(r"\slang\s*=", re.IGNORECASE)
_NO_WORD = "A-Za-z0-9@/:"
_RUN = re.compile(
    rf"(?<![{_NO_WORD}.#&-])[A-Za-z]+(?:[ -][A-Za-z]+)+(?![{_NO_WORD}-]|\.[A-Za-z0-9])"
)
"""Two words or more: abbreviations, such as ITA and PDF, and names of one word are Thai usage too."""


def english_marked(html: str) -> str:
    """Return the HTML of a page, if its language is Thai, with the runs of English in its body marked.

    What an element says of its own language stays: nothing within it is marked.
    """
    head, tag, body = html.partition("<body")
    if not tag or '<html lang="th"' not in head:
        return html
    return head + "".join(_marked(tag + body))


def _marked(body: str) -> Iterator[str]:
    known, depth = (
        "",
        0,
    )  # the element that tells its language, and how often it is nested in itself
    for piece in pieces(body, _UNMARKED):
        yield piece.text if known else _RUN.sub(_spoken, piece.text)
        yield piece.tag + piece.beyond
        if piece.beyond or piece.name in _EMPTY:
            continue  # it is over already
        if known and piece.name == known:
            depth += -1 if piece.is_end else 1
            known = known if depth else ""
        elif not known and not piece.is_end and _TOLD.search(piece.attributes):
            known, depth = piece.name, 1


def _spoken(run: re.Match[str]) -> str:
    words = run[0]
    return words if words.isupper() else f'<span lang="en">{words}</span>'
