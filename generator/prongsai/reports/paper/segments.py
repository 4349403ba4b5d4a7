"""Thai text in its words. Typst guesses where they end, and breaks ความสะดว-ก; we look them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from prongsai.reports.paper.lettering import width

Vocabulary = Mapping[str, tuple[str, ...]]
"""Words by the two characters that they begin with, the longest first."""

_INSIDE = re.compile("[ะ-ฺๅ็-๎]")
"""Vowels and marks that belong to the consonant before them."""
_BEFORE = "เแโใไ"
"""Vowels that belong to the consonant after them."""
_STRAY = 3
"""A word of so few characters beside an unknown one is more likely to be a part of it."""

_UNKNOWN_COST, _WORD_COST = 2, 1


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    known: bool


def vocabulary(words: Iterable[str]) -> Vocabulary:
    ordered = sorted(set(words), key=lambda word: (word[:2], -len(word), word))
    return {start: tuple(group) for start, group in groupby(ordered, key=lambda word: word[:2])}


def segments(run: str, known: Vocabulary, room: float) -> list[Segment]:
    """Return a run of Thai letters as the fewest words that fit, and what is left between them."""
    chosen = _fewest(run, known, room)
    found: list[Segment] = []
    place = 0
    while place < len(run):
        end, is_word = chosen[place]
        found.append(Segment(run[place:end], is_word))
        place = end
    return _joined(found)


def _fewest(run: str, known: Vocabulary, room: float) -> list[tuple[int, bool]]:
    """Return for each place where the best piece that begins there ends, and if it is a word."""
    size = len(run)
    cost = [0] * (size + 1)
    chosen = [(size, False)] * size
    for place in reversed(range(size)):
        end = next((i for i in range(place + 1, size) if _may_begin(run, i)), size)
        cost[place], chosen[place] = cost[end] + _UNKNOWN_COST, (end, False)
        for word in _words_at(run, place, known, room):
            end = place + len(word)
            # of two ways that are as short, the one with the longer first word
            if cost[end] + _WORD_COST < cost[place] or (
                cost[end] + _WORD_COST == cost[place] and end > chosen[place][0]
            ):
                cost[place], chosen[place] = cost[end] + _WORD_COST, (end, True)
    return chosen


def _words_at(run: str, place: int, known: Vocabulary, room: float) -> Iterator[str]:
    for word in known.get(run[place : place + 2], ()):
        end = place + len(word)
        ends = end == len(run) or (end < len(run) and _may_begin(run, end))
        if ends and run.startswith(word, place) and width(word) <= room:
            yield word


def _may_begin(run: str, place: int) -> bool:
    return not _INSIDE.match(run[place]) and run[place - 1] not in _BEFORE


def _joined(found: list[Segment]) -> list[Segment]:
    """Return the segments with unknown ones made one, along with the short words beside them."""
    joined: list[Segment] = []
    for index, one in enumerate(found):
        stray = one.known and len(one.text) <= _STRAY
        before = index > 0 and not found[index - 1].known
        after = index + 1 < len(found) and not found[index + 1].known
        unknown = not one.known or (stray and (before or after))
        if unknown and joined and not joined[-1].known:
            joined[-1] = Segment(joined[-1].text + one.text, known=False)
        else:
            joined.append(Segment(one.text, known=not unknown))
    return joined
