"""What the head of each page tells programs, given to the templates of the theme."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from prongsai.metadata import LinkedData
from prongsai.models.site import Site
from prongsai.opendata import CATALOGUE
from prongsai.pages import Page, escape
from prongsai.reports.document import url_of
from prongsai.updates import FEED, updates

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as BuiltPage
    from mkdocs.utils.templates import TemplateContext


class Heads:
    """The heads of the pages of one site."""

    def __init__(self, site: Site, pages: Iterable[Page], ours: Mapping[str, Page]) -> None:
        """`pages` are all that could be generated, `ours` those that stand, by their paths."""
        self._site, self._ours = site, ours
        self._linked = LinkedData(site, {url_of(page.path): page.title for page in pages})
        self._feed = FEED if updates(site) else ""

    def fill(self, context: TemplateContext, page: BuiltPage) -> TemplateContext:
        """Add to the context of a page. A page written by hand says nothing of our data."""
        told = page.meta.get("description") or f"{page.title} {self._site.agency.name.th}"
        # Those of our pages are HTML already, a title is what somebody typed.
        told = self._site.agency.named(html.unescape(str(told)))
        page.meta["description"] = escape.html(told)
        cast("dict[str, object]", context)["prongsai"] = {
            "linked_data": self._linked.of(page.url) if page.file.src_uri in self._ours else "",
            "feed": self._feed,
            "catalogue": CATALOGUE if page.url in _NAMING_THE_CATALOGUE else "",
        }
        return context


_NAMING_THE_CATALOGUE = ("", "data/")
