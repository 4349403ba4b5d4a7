"""The scripts of the theme, as one small file: no build step of another language is needed."""

from __future__ import annotations

from collections.abc import Iterable

import rjsmin


def joined(sources: Iterable[str]) -> str:
    """Return the sources as one script without comments, whose names nobody else sees."""
    body = "\n".join(sources)
    minified: str = rjsmin.jsmin(f'(() => {{\n"use strict"\n{body}\n}})()')
    return f"{minified}\n"
