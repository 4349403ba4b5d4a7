"""The index as a script: it works from a folder on the disk too, where no page may fetch."""

from __future__ import annotations

import json
from collections.abc import Iterable

from prongsai.search.entry import Entry

CALLED = "prongsaiSearchIndex"
"""The function of the theme's scripts that is given the index."""


def index_script(entries: Iterable[Entry], *, thai_digits: bool = False) -> str:
    """Return the script that hands the entries over, in the order of their addresses.

    `thai_digits` says how the search shows numbers of its own. Of each page there are: address, title,
    year or 0, synonyms a line each, and the sections as anchor, heading and text.
    """
    pages = [
        [
            one.url,
            one.title,
            one.year or 0,
            "\n".join(one.synonyms),
            [[part.anchor, part.heading, part.text] for part in one.sections],
        ]
        for one in sorted(entries, key=lambda one: one.place)
    ]
    told = {"digits": "thai" if thai_digits else "arabic", "pages": pages}
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"{CALLED}({_as_script(written)})\n"


def _as_script(text: str) -> str:
    """Return JSON as JavaScript: older browsers end a line at these two, even in a string."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
