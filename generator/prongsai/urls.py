"""The addresses that a site publishes, and those that were handed in: they never move. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.models.site import Site, Year


def item_url(year: int, slug: str) -> str:
    """Return the address of an item's page below the site: `oit/2568/o12/`."""
    return f"oit/{year}/{slug}/"


def submitted_urls(year: Year) -> Iterator[str]:
    """Yield what an agency hands in for a year: its item pages, then the documents they lead to."""
    for item in year.framework.items if year.opens_items else ():
        yield item_url(year.fiscal_year, item.slug)
        for evidence in year.disclosure(item.id).evidence:
            if evidence.path and (file := year.files.get(evidence.path)):
                yield file.url


def lock_text(urls: Iterable[str]) -> str:
    """Return the text of urls.lock."""
    lines = "\n".join(sorted(urls))
    return f"{_ABOUT}{lines}\n"


_ABOUT = """\
# URL ที่ส่งให้ผู้ประเมินแล้ว ต้องเปิดได้ตลอดไป อย่าลบบรรทัด หากหน้าย้าย ให้เพิ่มใน redirects.yml
# Addresses that were handed in. They must open for good; where a page moves, add it to redirects.yml.
"""


def published_urls(site: Site) -> frozenset[str]:
    """Return the addresses of all item pages and documents, and of what is redirected."""
    kept = {url for year in site.years for url in submitted_urls(year)}
    kept |= {file.url for year in site.years for file in year.files.values()}
    return frozenset(kept | {redirect.from_ for redirect in site.redirects})
