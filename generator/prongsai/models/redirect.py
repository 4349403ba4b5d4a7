"""Addresses: those that were handed in, and where one leads that has moved."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from prongsai.models.base import Model
from prongsai.models.values import plain
from prongsai.problems import InvalidValueError, Text


def below_the_site(value: Any) -> str:
    """Return an address below the site: of a whole URL, as it is copied from a browser, the path."""
    written = plain(value)
    parts = urlsplit(written)
    is_url = parts.scheme in ("http", "https") and bool(parts.netloc)
    strange = bool(parts.scheme or parts.netloc) != is_url or parts.query or parts.fragment
    text = (parts.path if is_url else written).lstrip("/")
    if (
        written
        and not strange
        and ".." not in text.split("/")
        and text.isascii()
        and " " not in text
    ):
        return text.removesuffix("index.html")
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่ที่อยู่ในเว็บไซต์นี้", f"'{value}' is not an address on this site"),
        Text("เขียนเช่น oit/2568/o12/", "write for example oit/2568/o12/"),
    )


Below = Annotated[str, BeforeValidator(below_the_site)]


class Redirect(Model):
    """An address that was published once, and where it leads now."""

    from_: Below = Field(alias="from")
    to: Below


class Redirects(Model):
    """The content of redirects.yml."""

    redirects: tuple[Redirect, ...]
