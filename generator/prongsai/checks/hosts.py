"""Hosts of links: which website one is, and which are no place for evidence."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

_STAGING = re.compile(
    r"(?:^|-)(?:staging|stage|stg|test|testing|dev|demo|uat|beta|local|preview|sandbox)\d*(?:-|$)"
)
"""Labels of a host that is made for trying out, and is gone one day."""
_TRIAL_ENDS = (".local", ".localhost", ".test", ".invalid")
_TRIAL_HOSTS = frozenset(
    {
        "vercel.app",
        "netlify.app",
        "ngrok.io",
        "ngrok.app",
        "ngrok-free.app",
        "github.dev",
        "herokuapp.com",
    }
)
_SECOND_LEVELS = frozenset({"go", "or", "ac", "co", "in", "mi", "net"})
"""Below .th a website has its name in the third place: test.go.th would be one of its own."""
SHORTENERS = frozenset(
    {
        "bit.ly",
        "cutt.ly",
        "goo.gl",
        "is.gd",
        "lin.ee",
        "me-qr.com",
        "ow.ly",
        "qrco.de",
        "rb.gy",
        "rebrand.ly",
        "s.id",
        "shorturl.asia",
        "shorturl.at",
        "t.co",
        "t.ly",
        "tiny.cc",
        "tinyurl.com",
        "urlz.fr",
        "v.gd",
    }
)
FILE_SHARES = frozenset(
    {
        "1drv.ms",
        "box.com",
        "docs.google.com",
        "drive.google.com",
        "dropbox.com",
        "icloud.com",
        "mega.nz",
        "mediafire.com",
        "onedrive.live.com",
        "sharepoint.com",
        "wetransfer.com",
    }
)
"""Where a file may ask for a login, or be gone when the one who shared it leaves."""


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")


def same_site(one: str, other: str) -> bool:
    """Say whether two hosts are one website: with or without www., อบต.ไทย or its xn--... form."""
    return _plain(one) == _plain(other)


def is_one_of(host: str, known: frozenset[str]) -> bool:
    """Say whether the host is one of those, or lies below one."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in known for start in range(len(labels)))


def is_staging(url: str) -> bool:
    """Say whether the link leads to a host for trying out: by its name, its number or its port."""
    host = host_of(url)
    if _port(url) not in (None, 80, 443) or "." not in host:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        labels = host.split(".")
        is_thai = labels[-1] == "th" and labels[-2] in _SECOND_LEVELS
        before = labels[: -3 if is_thai else -2]
        return (
            any(map(_STAGING.search, before))
            or host.endswith(_TRIAL_ENDS)
            or is_one_of(host, _TRIAL_HOSTS)
        )
    return True


def _port(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:  # no number, or too large for a port
        return -1


def _plain(host: str) -> bytes:
    name = host.rstrip(".").removeprefix("www.")
    try:
        return name.encode("idna")
    except UnicodeError:
        return name.encode()
