"""Every address that a page of the built sites names leads to something, down to the heading."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

HOST = "https://site.test/"
NAMING = {"href", "src", "data", "poster", "action"}
LOADED = {"script", "img", "iframe", "source", "video", "audio", "object", "embed"}
OFF_SITE_LINKS = {"canonical", "alternate", "license"}
"""Links of a head that say something, and load nothing."""


class Page(HTMLParser):
    """The addresses a page names, its ids, and what it has the browser fetch."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.addresses, self.fetched = [], set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        named = {given[key] for key in NAMING & given.keys() if given[key] is not None}
        srcset = (part.split()[0] for part in given.get("srcset", "").split(",") if part.strip())
        self.addresses |= named | set(srcset)
        says = set((given.get("rel") or "").split()) & OFF_SITE_LINKS
        if tag in LOADED or (tag == "link" and not says):
            self.fetched |= named


@pytest.fixture(scope="module", params=["example_site", "sample_site"])
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def pages(site):
    """The pages of a site by address."""
    found = {}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        address = HOST + name.removesuffix("index.html")
        found[address] = Page(path.read_text(encoding="utf-8"))
    assert len(found) > 40
    return found


def _leads_nowhere(address, pages, site):
    whole, fragment = urldefrag(address)
    path = unquote(urlsplit(whole).path).lstrip("/")
    file = site / path
    if path.endswith("/") or not path:
        file /= "index.html"
    if not file.is_file():
        return True
    page = pages.get(HOST + path.removesuffix("index.html"))
    return bool(fragment and page) and unquote(fragment) not in page.ids


def test_every_link_leads_to_a_page_a_file_or_a_heading(pages, site):
    broken = [
        (address, named)
        for address, page in pages.items()
        for named in sorted(page.addresses)
        if urljoin(address, named).startswith(HOST)
        if _leads_nowhere(urljoin(address, named), pages, site)
    ]

    assert broken == []


def test_no_page_has_the_browser_fetch_anything_from_elsewhere(pages):
    fetched = {urljoin(address, one) for address, page in pages.items() for one in page.fetched}

    assert fetched != set()
    assert [one for one in fetched if not one.startswith((HOST, "data:"))] == []


def test_no_id_stands_twice_on_a_page(pages):
    assert [address for address, one in pages.items() if len(set(one.ids)) < len(one.ids)] == []


def test_a_link_that_leads_nowhere_is_found(pages, site):
    there = f"{HOST}oit/2568/"
    heading = pages[there].ids[0]

    assert not _leads_nowhere(there, pages, site)
    assert not _leads_nowhere(f"{there}#{heading}", pages, site)
    assert _leads_nowhere(f"{there}#nowhere", pages, site)
    assert _leads_nowhere(f"{HOST}oit/2568/o99/", pages, site)
