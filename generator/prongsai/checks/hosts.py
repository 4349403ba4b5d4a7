"""Hosts of links: which website one is, and which are no place for evidence."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

STAGING = frozenset({"staging", "stage", "test", "testing", "dev", "demo", "uat", "beta", "local"})
"""Labels of a host that is made for trying out, and is gone one day."""
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
        # test.go.th would be a name of its own; what stands before a website says what it is for.
        return bool(STAGING & set(host.split(".")[:-2])) or host.endswith(".local")
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
