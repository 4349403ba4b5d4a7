"""The text of bytes, in the ways that Thai programs write it: UTF-8, UTF-16 and Windows-874. Pure."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

_USUAL = re.compile(r"[\t\r\n\x20-\x7e\u0e01-\u0e5b\u2010-\u2026\u00a0\ufeff]*")
"""What Thai text is made of."""
_SURE = 16
"""Bytes from which it is sure that text in UTF-16 without a mark is such."""


def decoded(raw: bytes) -> str | None:
    """Return the text of a file; None for what is no text, or in an encoding that is not certain."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _as(raw, "utf-16")
    if b"\x00" in raw or _looks_like_utf16(raw):
        return _utf16_without_mark(raw)
    return next(
        (text for name in ("utf-8-sig", "cp874") if (text := _as(raw, name)) is not None), None
    )


def _utf16_without_mark(raw: bytes) -> str | None:
    """Return the text where one order of bytes, and only one, makes nothing but usual signs."""
    found = [
        text
        for name in ("utf-16-le", "utf-16-be")
        if (text := _as(raw, name)) is not None and _USUAL.fullmatch(text)
    ]
    return found[0] if len(found) == 1 and len(raw) >= _SURE else None


def _looks_like_utf16(raw: bytes) -> bool:
    """Say whether every second byte is the one that Thai letters share: no text in bytes has so many."""
    return max(raw[0::2].count(b"\x0e"), raw[1::2].count(b"\x0e")) * 4 > len(raw) > _SURE


def _as(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
