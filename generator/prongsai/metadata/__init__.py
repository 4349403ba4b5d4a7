"""What pages say of themselves to programs: search engines, catalogues, messengers. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping

from prongsai.metadata.breadcrumbs import breadcrumbs
from prongsai.metadata.subjects import Node, subjects
from prongsai.models.site import Site

__all__ = ["LinkedData", "robots_txt"]

_CONTEXT = {"@vocab": "https://schema.org/"}
"""Stands in each page, so that it can be read without a network."""


class LinkedData:
    """The JSON-LD of each generated page, in the words of schema.org."""

    def __init__(self, site: Site, titles: Mapping[str, str]) -> None:
        """Make it of a site; `titles` has the title of each page by its address below the site."""
        self._site, self._titles = site, titles
        self._subjects = subjects(site)

    def of(self, url: str) -> str:
        """Return what stands in the script element of a page; empty where there is nothing to say.

        No markup in it can end the element: every `<` is written as an escape of JSON.
        """
        graph: list[Node] = [*self._subjects.get(url, ())]
        if path := breadcrumbs(self._site.agency, url, self._titles):
            graph.append(path)
        if not graph:
            return ""
        text = json.dumps(
            {"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":")
        )
        return text.replace("<", "\\u003c")


def robots_txt(site: Site) -> str | None:
    """Return robots.txt; None for a site that lies in a folder, where no robot asks for one."""
    home = site.agency.address("")
    if home.removeprefix("https://").removeprefix("http://").count("/") > 1:
        return None
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.agency.address('sitemap.xml')}\n"
