"""Pages: from a Site to Markdown. Every builder is a function from a Site to Pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks import Finding
from prongsai.models.site import Site
from prongsai.pages import findings as findings_page
from prongsai.pages import home, ita, item, oit
from prongsai.pages.page import Page

__all__ = ["Page", "build_pages"]


def build_pages(site: Site, findings: Sequence[Finding]) -> Iterator[Page]:
    """Yield every generated page; the findings are shown only where the agency wants that."""
    yield home.build(site)
    yield from oit.build(site)
    yield from item.build(site)
    yield from ita.build(site)
    if site.agency.show_checks:
        yield findings_page.build(site, findings)
