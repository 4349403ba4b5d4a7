"""A page as a value: all that its bytes depend on."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prongsai.problems import Location
from prongsai.reports.document import url_of


@dataclass(frozen=True)
class Draft:
    """A page before it is rendered: what it says, and the template that says how."""

    path: str
    """Its Markdown file below the docs root: `oit/2568/o12.md`."""
    title: str
    """What it is called in the navigation."""
    template: str
    view: object
    """A dataclass whose fields are all that the template may show."""
    meta: Mapping[str, object]
    """Front matter; what is empty is left out."""
    source: Location | None = None
    updated: date | None = None


@dataclass(frozen=True)
class Page:
    """One generated page."""

    path: str
    """Its Markdown file below the docs root: `oit/2568/o12.md`."""
    title: str
    """What it is called in the navigation."""
    markdown: str
    """With front matter."""
    source: Location | None = None
    """The YAML behind it."""
    updated: date | None = None
    """When the agency last changed what it shows."""


def relative_url(from_path: str, to_url: str) -> str:
    """Return a link from a page to an address below the site (`oit/2568/`, `files/2568/a.pdf`).

    Relative, so that the site works below any folder of a host.
    """
    here = url_of(from_path) or "."
    target = posixpath.relpath(to_url or ".", here)
    return f"{target}/" if not to_url or to_url.endswith("/") else target


def relative_page(from_path: str, to_path: str) -> str:
    """Return a Markdown link from one page to another, as MkDocs checks it."""
    return posixpath.relpath(to_path, posixpath.dirname(from_path) or ".")
