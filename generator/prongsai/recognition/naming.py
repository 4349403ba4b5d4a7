"""Which indicator, instrument or item a printed name means: reports misspell and renumber them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from prongsai.models.framework import Framework
from prongsai.models.item import Item
from prongsai.recognition.source import folded

_ALIKE = 0.8
"""Share of signs that a name must have in common with the official one."""
_CLEARLY = 0.08
"""By how much it must be nearer to one name than to the next."""
_ENOUGH = 0.45
"""Share that tells that a printed title is of the item whose number stands before it."""
_NO_LETTERS = re.compile(r"[\W\d_]+")
_INSTRUMENTS: Mapping[str, re.Pattern[str]] = {
    "IIT": re.compile(r"\bIIT\b|ผู้มีส่วนได้(?:ส่วน)?เสียภายใน(?!นอก)", re.IGNORECASE),
    "EIT": re.compile(r"\bEIT\b|ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก", re.IGNORECASE),
    "OIT": re.compile(r"\bOIT\b|แบบ(?:วัด|ตรวจ)การเปิดเผยข้อมูลสาธารณะ", re.IGNORECASE),
}
_PART = re.compile(r"public|survey|ส่วนที่|part|เข้าตอบด้วยตนเอง|จัดเก็บข้อมูล", re.IGNORECASE)


@dataclass(frozen=True)
class Names:
    """The names of one year's framework, ready to be compared with printed ones."""

    indicators: Mapping[int, str]
    items: Mapping[str, str]
    levels: tuple[str, ...]
    """Longest first: ผ่านดีเยี่ยม before ผ่านดี before ผ่าน."""

    def indicator(self, name: str) -> int | None:
        """Return the indicator that a printed name clearly means, whatever number it bears."""
        printed = _letters(name)
        if len(printed) < 4:
            return None
        likeness = {key: _alike(printed, official) for key, official in self.indicators.items()}
        best, *others = sorted(likeness, key=lambda key: -likeness[key])
        second = likeness[others[0]] if others else 0.0
        clear = likeness[best] >= _ALIKE and likeness[best] - second >= _CLEARLY
        return best if clear else None

    def is_title_of(self, title: str, item: str) -> bool:
        """Say whether a printed title may be that of the item."""
        printed, official = _letters(title), self.items[item]
        return bool(printed) and (
            printed in official or official in printed or _alike(printed, official) >= _ENOUGH
        )


def names_of(framework: Framework) -> Names:
    levels = (name for level in framework.levels for name in _level_names(level.name.th))
    return Names(
        {one.id: _letters(one.name.th) for one in framework.indicators},
        {one.id: _title(one) for one in framework.items},
        tuple(sorted(set(levels), key=lambda name: (-len(name), name))),
    )


def instrument_in(text: str) -> str | None:
    """Return the one instrument that a text names; None for none, several, or a part of the EIT."""
    found = [key for key, pattern in _INSTRUMENTS.items() if pattern.search(text)]
    return found[0] if len(found) == 1 and not _PART.search(text) else None


def _level_names(name: str) -> Iterator[str]:
    yield folded(name)


def _title(item: Item) -> str:
    return _letters(item.title.th)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", folded(text)).casefold()


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
