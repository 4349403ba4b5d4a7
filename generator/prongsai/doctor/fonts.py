"""Whether a TrueType font is whole: it carries a sum of each of its tables."""

from __future__ import annotations

import struct
from pathlib import Path

_TRUETYPE = 0x00010000
_HEADER, _ENTRY = struct.Struct(">IHHHH"), struct.Struct(">4sIII")
_ADJUSTMENT = slice(8, 12)
"""The bytes of the table `head` that are set when all sums are known, and so are in none."""


def is_intact(path: Path) -> bool:
    """Say whether the font is there and every table has the sum that it should have."""
    try:
        font = path.read_bytes()
        kind, count, *_ = _HEADER.unpack_from(font)
        entries = [_ENTRY.unpack_from(font, _HEADER.size + at * _ENTRY.size) for at in range(count)]
    except (OSError, struct.error):
        return False
    return kind == _TRUETYPE and bool(entries) and all(_is_whole(font, *one) for one in entries)


def _is_whole(font: bytes, tag: bytes, told: int, start: int, length: int) -> bool:
    table = bytearray(font[start : start + length])
    if len(table) != length:
        return False
    if tag == b"head":
        table[_ADJUSTMENT] = bytes(4)
    table += bytes(-length % 4)
    counted = sum(struct.unpack(f">{len(table) // 4}I", table)) & 0xFFFFFFFF
    return bool(counted == told)
