"""The entries of a cell of a table, and words put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from prongsai import thai

_LINES = re.compile(r"</(?:p|li)>|<(?:p|li|br)\b[^>]*>|\n|(?<=\s)\*\*(?=[ก-๙])", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>|\*\*")
_SIGN = r"[-–•▪●❖➢✓]"
_BULLET = re.compile(rf"(?:^|(?<=\s)){_SIGN}(?=[ก-๙A-Za-z])|^{_SIGN}\s+|(?<=\s)[•▪●❖➢]\s+")
_SPACED = re.compile(
    r"(?<!ยืม)(?<!ชื่อ)(?<!รับ)(?<!เบิก)(?<!ฝาก)(?<!ซื้อ)(?<!\.)(?<![\d๐-๙])\s[-–]\s+(?=[ก-๙A-Z])"
)
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?([\d๐-๙]{1,2})[.)]\s*(?=[ก-๙A-Za-z])")

Entry = tuple[str, str]
"""The sign before an entry, a dash or a number, and its text."""


def pieces(cell: str) -> tuple[str, ...]:
    """Return the paragraphs, bullets or numbered entries of a cell, each without its sign.

    A dash between two words ("ยืม - คืน") is no bullet; numbers count only in order from 1. In a list
    with signs, what has none goes on from what stands above it: a page ended there.
    """
    found = [entry for line in _LINES.split(cell) for entry in _entries(_plain(line))]
    if not _in_order(found):
        found = [("", f"{sign} {text}" if sign[:1].isdecimal() else text) for sign, text in found]
    signed = bool(found) and bool(found[0][0])
    told: list[str] = []
    for sign, text in found:
        if told and signed and not sign:
            told[-1] = f"{told[-1]} {text}"
        else:
            told.append(text)
    return tuple(told)


def _plain(line: str) -> str:
    return " ".join(thai.normalise(_TAGS.sub(" ", line)).split())


def _in_order(found: Iterable[Entry]) -> bool:
    """Say whether the numbers before entries count up from 1; so do those of no numbers at all."""
    numbers = [int(thai.arabic(sign.strip("()."))) for sign, _ in found if sign[:1].isdecimal()]
    return all(one < other for one, other in pairwise(numbers)) and (numbers[:1] in ([], [1]))


def _entries(text: str) -> Iterator[Entry]:
    if not text:
        return
    if bullets := list(_BULLET.finditer(text)):
        begun = text[0] in "-–" and text[1:2] == " "
        for sign, part in _cut(text, [(one.start(), one.end(), "-") for one in bullets]):
            parts = _SPACED.split(part) if begun else [part]
            yield sign, parts[0].strip()
            yield from (("-", one.strip()) for one in parts[1:])
        return
    numbers = list(_NUMBER.finditer(text))
    counted = [int(thai.arabic(one[1])) for one in numbers]
    in_line = counted == list(range(counted[0], counted[0] + len(counted))) if counted else False
    if in_line and (numbers[0].start() == 0 or len(numbers) > 1):
        yield from _cut(text, [(one.start(), one.end(), f"{one[1]}.") for one in numbers])
    else:
        yield "", text


def _cut(text: str, signs: list[tuple[int, int, str]]) -> Iterator[Entry]:
    """Yield what stands before the first sign, and what follows each."""
    if head := text[: signs[0][0]].strip():
        yield "", head
    for (_, end, sign), after in zip(signs, [*signs[1:], (len(text), 0, "")], strict=True):
        if part := text[end : after[0]].strip():
            yield sign, part


def joined(texts: Iterable[str], between: str = " ") -> str:
    return between.join(filter(None, texts))


def title_of(cell: str) -> str:
    """Return the title in a cell, in one line; of a single one without the number before it."""
    text = joined(_plain(line) for line in _LINES.split(cell))
    numbers = _NUMBER.findall(text)
    return (
        _NUMBER.sub("", text, count=1).strip()
        if len(numbers) == 1 and _NUMBER.match(text)
        else text
    )
