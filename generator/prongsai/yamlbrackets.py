"""Entries between brackets or braces: which go, which come, and what becomes of the commas. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Bracketed:
    """The entries of a list or mapping in one pair of brackets."""

    spans: Sequence[tuple[int, int]]
    """Where each begins and ends."""
    gone: set[int] = field(default_factory=set)
    """Those that are taken out; at least one stays."""
    added: dict[int, list[str]] = field(default_factory=dict)
    """What stands behind an entry that stays, by its number; -1 is before the first."""

    def add(self, after: int, text: str) -> None:
        self.added.setdefault(after, []).append(text)


def gaps(text: str, entries: Bracketed) -> Iterator[tuple[int, int, str]]:
    """Yield the changes between entries that stay: where each begins and ends, and what it becomes."""
    stays = [at for at in range(len(entries.spans)) if at not in entries.gone]
    first = stays[0]
    new = "".join(f"{one}, " for one in entries.added.get(-1, []))
    if first or new:
        yield entries.spans[0][0], entries.spans[first][0], new
    for at, following in zip(stays, [*stays[1:], len(entries.spans)], strict=True):
        end = entries.spans[at][1]
        new = "".join(f", {one}" for one in entries.added.get(at, []))
        if following == at + 1:
            if new:
                yield end, end, new
        elif "#" in text[end : entries.spans[at + 1][0]]:  # a remark on the entry that stays
            yield end, end, new
            yield entries.spans[at + 1][0], entries.spans[following - 1][1], ""
        else:
            yield end, entries.spans[following - 1][1], new
