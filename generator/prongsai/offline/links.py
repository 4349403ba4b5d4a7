"""Links of a built page, so that they lead somewhere without a server. Pure.

A server gives `o12/index.html` for `o12/`; a browser that opens a folder from a disc shows a listing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import SplitResult, quote, unquote, urlsplit

from prongsai.markup import pieces

_INDEX = "index.html"
_LINK = re.compile(
    r"(?P<before>\s(?:href|src|action)\s*=\s*)"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
_REFRESH = re.compile(
    r"(?P<before>\scontent\s*=\s*)\"(?P<wait>\s*\d+\s*;\s*url=)(?P<double>[^\"]*)\"", re.IGNORECASE
)
_NAVIGATES = re.compile(r"<(?:a|area|form)\b", re.IGNORECASE)


@dataclass(frozen=True)
class OfflineLinks:
    """Mends the links of the pages of one site."""

    files: Collection[str]
    """Every file of the site, by its path below it."""
    address: str
    """Where the site is published, with a slash at its end."""

    def page(self, html: str, path: str) -> str:
        """Return the page at a path with its links to pages of the site as links to files.

        A link that leads elsewhere, or nowhere, stays as it is; so does one to the top of the
        published site, which people mean as the agency's website.
        """
        return "".join(
            piece.text + self._tag(piece.tag, path) + piece.beyond for piece in pieces(html)
        )

    def _tag(self, tag: str, page: str) -> str:
        follows = bool(_NAVIGATES.match(tag))
        if tag[:5].lower() == "<meta":
            return _REFRESH.sub(lambda link: self._link(link, page, follows=True), tag)
        return _LINK.sub(lambda link: self._link(link, page, follows=follows), tag)

    def _link(self, link: re.Match[str], page: str, *, follows: bool) -> str:
        groups = link.groupdict()
        url = next(filter(None, map(groups.get, ("double", "single", "bare"))), "")
        new = self._file(unescape(url), page, follows=follows)
        wait = groups.get("wait") or ""
        return link[0] if new is None else f'{link["before"]}"{wait}{escape(new)}"'

    def _file(self, url: str, page: str, *, follows: bool) -> str | None:
        """Return the link as one to a file; None where it is one already, or leads elsewhere."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        is_relative = not (parts.scheme or parts.netloc or parts.path.startswith("/"))
        below = _relative(parts, page) if is_relative else self._absolute(parts, follows=follows)
        if below is None:
            return None
        file = below if below in self.files else posixpath.join(below, _INDEX)
        if file not in self.files or (is_relative and file == below):
            return None
        path = quote(posixpath.relpath(file, posixpath.dirname(page) or "."))
        return parts._replace(scheme="", netloc="", path=path).geturl()

    def _absolute(self, parts: SplitResult, *, follows: bool) -> str | None:
        top = urlsplit(self.address)
        is_ours = (parts.scheme, parts.netloc) == (top.scheme, top.netloc) and follows
        is_here = not parts.scheme and not parts.netloc
        below = unquote(parts.path.removeprefix(top.path))
        if (
            not (is_ours or is_here)
            or not parts.path.startswith(top.path)
            or (is_ours and not below)
        ):
            return None
        return _normal(below)


def _relative(parts: SplitResult, page: str) -> str | None:
    if not parts.path:
        return None
    return _normal(posixpath.join(posixpath.dirname(page), unquote(parts.path)))


def _normal(path: str) -> str | None:
    """Return the path below the site without detours; None where it climbs out."""
    found = posixpath.normpath(path or ".")
    if found.split("/")[0] == "..":
        return None
    return "" if found == "." else found
