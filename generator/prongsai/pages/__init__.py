"""Pages: from a Site to Markdown. Every builder is a function from a Site to Pages."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.site import Site
from prongsai.pages import home, item, ita, oit
from prongsai.pages.page import Page

__all__ = ["Page", "build_pages"]


def build_pages(site: Site) -> Iterator[Page]:
    """Yield every generated page."""
    yield home.build(site)
    yield from oit.build(site)
    yield from item.build(site)
    yield from ita.build(site)
