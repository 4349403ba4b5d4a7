"""How wide the columns of a table in a Word file should be. Lengths are in EMU, as Word has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from math import ceil

_CHARACTER = 76_000
"""What a bold letter takes on average, in EMU: TH SarabunPSK of 16 points."""
_THAI_DIGIT = 1.5
"""How much wider a Thai digit is."""
_PADDING = 230_000
_THAI_WORD = 8
_CODE = re.compile(r"[0-9๐-๙A-Za-z.,]+")
_LEANING = 0.8
"""How columns grow with what they hold: 1 makes them equally high and the short ones very narrow."""


def widths(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """Share a width among columns, each given as its texts, the first of them the heading.

    A column that fits on one line within its share gets just that; what is left goes to the others
    by how much they hold. Each has room for its longest number or code.
    """
    wanted = [_room(max(_length(line) for text in c for line in text.split("\n"))) for c in columns]
    least = [min(_room(max(map(_unbroken, c))), total // len(columns)) for c in columns]
    weights = [max(1, *map(_length, c)) ** _LEANING for c in columns]
    given: dict[int, int] = {}
    while True:
        waiting = [i for i in range(len(columns)) if i not in given]
        free = total - sum(given.values()) - sum(least[i] for i in waiting)
        weight = sum(weights[i] for i in waiting)
        shares = {i: least[i] + int(free * weights[i] / weight) for i in waiting}
        modest = {i: wanted[i] for i in waiting if wanted[i] <= shares[i]}
        if not modest:
            given |= shares
            break
        given |= modest
        if len(given) == len(columns):
            given[max(given, key=lambda i: weights[i])] += total - sum(given.values())
            break
    return [given[i] for i in range(len(columns))]


def height(text: str, width: int) -> int:
    """Return about how many lines a cell of this width takes."""
    room = max(_CHARACTER, width - _PADDING)
    return sum(max(1, ceil(_length(line) * _CHARACTER / room)) for line in text.split("\n"))


def _room(length: float) -> int:
    return int(length * _CHARACTER) + _PADDING


def _unbroken(text: str) -> float:
    """Return the length of the longest number or code; of a Thai word, a guess."""
    return max([*map(_length, _CODE.findall(text)), min(_length(text), _THAI_WORD)])


def _length(text: str) -> float:
    """Return how much room text takes, in letters; vowels and tones above and below take none."""
    taken = (c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
    return sum(_THAI_DIGIT if "๐" <= c <= "๙" else 1 for c in taken)
