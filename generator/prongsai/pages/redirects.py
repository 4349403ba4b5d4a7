"""Pages that stand at an old address and lead to the new one, without a server to do it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from posixpath import relpath

from prongsai.models.site import Site


def redirect_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path of each page below the site, and its HTML."""
    for redirect in site.redirects:
        old, new = redirect.from_, redirect.to
        yield _path_of(old), _page(old, new, site.agency.address(new))


def _path_of(url: str) -> str:
    """Return the file that a server gives for an address. An old document becomes a folder."""
    return f"{url}index.html" if url.endswith("/") else f"{url}/index.html"


def _page(old: str, new: str, address: str) -> str:
    here = _path_of(old).removesuffix("index.html")
    target = relpath(new, here) + ("/" if new.endswith("/") else "")
    link = escape(target)
    return (
        '<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n<title>ย้ายหน้าแล้ว</title>\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n<link rel="canonical" href="{escape(address)}">\n'
        f'</head>\n<body>\n<p>หน้านี้ย้ายไปที่ <a href="{link}">{escape(address)}</a></p>\n</body>\n</html>\n'
    )
