"""The way from the front page to a page, as search engines show it in place of an address. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.metadata.subjects import Node
from prongsai.models.agency import Agency


def breadcrumbs(agency: Agency, url: str, titles: Mapping[str, str]) -> Node | None:
    """Return the pages above one, and itself; None for the front page."""
    way = [above for above in _way(url) if above in titles]
    if len(way) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": titles[above],
                "item": agency.address(above),
            }
            for position, above in enumerate(way, 1)
        ],
    }


def _way(url: str) -> Iterator[str]:
    yield ""
    for at, char in enumerate(url):
        if char == "/":
            yield url[: at + 1]
