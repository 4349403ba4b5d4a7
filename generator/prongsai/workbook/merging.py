"""What a workbook changed since its export, taken over into content that may have changed as well. Pure.

Three states of a file decide: the content at the export, the content as the workbook has it, and the
content now. What only one side changed is taken from that side; what both changed, each in its own
way, is nobody's to choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from prongsai.workbook.cells import Place
from prongsai.workbook.draft import Content, Draft, Where, shown
from prongsai.workbook.nesting import PLAIN
from prongsai.workbook.pairing import interleaved, paired
from prongsai.yamlwriting import flow


@dataclass(frozen=True)
class Difference:
    """A value that the workbook and the content have each in its own way, as cells show it."""

    place: Place
    typed: str
    now: str


@dataclass
class Merged:
    """The content of a file once the workbook is taken over."""

    draft: Draft
    """As it would be; its places are those of the workbook."""
    conflicts: list[Difference] = field(default_factory=list)
    """What both sides changed."""
    kept: list[Difference] = field(default_factory=list)
    """What only the content changed, and a cell shows as it was."""


def merged(draft: Draft, now: Content) -> Merged:
    """Return what becomes of a file that says `now`, from a draft made of what it said at the export."""
    result = Merged(Draft(now, draft.units))
    merging = _Merging(draft, result)
    content = merging.value((), draft.earlier, draft.content, now)
    result.draft.content = content or {}
    result.draft.places = dict(merging.places_after())
    return result


@dataclass
class _Merging:
    draft: Draft
    result: Merged
    moved: dict[Where, dict[int, int]] = field(default_factory=dict)
    """By the path of a list, where its entries stand afterwards."""

    def __post_init__(self) -> None:
        places = self.draft.places
        self.inner = {where[:at] for where in places for at in range(len(where))}
        """The paths below which there are cells: what has none is one value."""

    def value(self, where: Where, then: Any, typed: Any, now: Any) -> Any:
        if typed == now:
            return now
        if where in self.inner:
            sides = [self._opened(where, one) for one in (then, typed, now)]
            if all(isinstance(one, dict | None) for one in sides):
                return self._closed(where, self._mapping(where, *(one or {} for one in sides)), now)
            if all(isinstance(one, list | None) for one in sides):
                return self._sequence(where, *(one or [] for one in sides)) or None
        return self._single(where, then, typed, now)

    def _single(self, where: Where, then: Any, typed: Any, now: Any) -> Any:
        texts = [self._shown(where, one) for one in (then, typed, now)]
        if typed == then or texts[1] == texts[2]:
            if where in self.draft.places and texts[1] != texts[2]:
                self.result.kept.append(Difference(self.draft.places[where], texts[1], texts[2]))
            return now
        if now == then or texts[0] == texts[2]:
            return typed
        self.result.conflicts.append(Difference(self.draft.place(where), texts[1], texts[2]))
        return now

    def _mapping(self, where: Where, then: Content, typed: Content, now: Content) -> Content:
        found = {
            key: self.value((*where, key), then.get(key), typed.get(key), now.get(key))
            for key in interleaved([*now], [*typed])
        }
        return {key: value for key, value in found.items() if value is not None}

    def _opened(self, where: Where, value: Any) -> Any:
        """Return plain text in place of a mapping as that mapping, where it has cells."""
        plain = next((key for key in PLAIN if (*where, key) in self.draft.places), None)
        return {plain: value} if plain and isinstance(value, str) else value

    def _closed(self, where: Where, value: Content, now: Any) -> Any:
        if isinstance(now, str) and len(value) == 1:
            return next(iter(value.values()))
        return value or (now if now == {} else None)

    def _sequence(
        self, where: Where, then: list[Any], typed: list[Any], now: list[Any]
    ) -> list[Any]:
        """Return a list; each of its entries is known by where it stands in the three states."""
        was, then_now = paired(typed, then), paired(now, then)
        rows = [_Entry(at, was[at], _index(then_now, was[at])) for at in range(len(typed))]
        free = [at for at, number in enumerate(then_now) if number is None]
        news = [at for at, row in enumerate(rows) if row.then is None]
        added = paired([typed[at] for at in news], [now[at] for at in free], least=0.5)
        for at, number in zip(news, added, strict=True):
            rows[at] = _Entry(at, None, free[number] if number is not None else None)
        seen = {row.now for row in rows}
        others = [
            _Entry(None, then_now[at], at) if at not in seen else _entry_at(rows, at)
            for at in range(len(now))
        ]
        order = interleaved(rows, others) if _is_reordered(rows) else interleaved(others, rows)
        found: list[Any] = []
        moved = self.moved.setdefault(where, {})
        for entry in order:
            value = self._entry(where, entry, then, typed, now)
            if value is not None:
                if entry.typed is not None:
                    moved[entry.typed] = len(found)
                found.append(value)
        return found

    def _entry(
        self, where: Where, entry: _Entry, then: list[Any], typed: list[Any], now: list[Any]
    ) -> Any:
        before = None if entry.then is None else then[entry.then]
        here = None if entry.now is None else now[entry.now]
        if entry.typed is None:
            return self._single(where, before, None, here)
        row = (*where, entry.typed)
        if here is None or isinstance(here, str):
            return self._single(row, before, typed[entry.typed], here)
        return self.value(row, before, typed[entry.typed], here)

    def _shown(self, where: Where, value: Any) -> str:
        """Return a value as its cell shows it; one without a cell of its own by its name."""
        if (notation := self.draft.notations.get(where)) and value is not None:
            return shown(notation, value, self.draft.units)
        if isinstance(value, dict):
            named = (
                value[key] for key in ("title", "text", "id") if isinstance(value.get(key), str)
            )
            return next(named, flow(value))
        return "" if value is None else flow(value) if isinstance(value, list) else str(value)

    def places_after(self) -> Iterator[tuple[Where, Place]]:
        """Yield where each value of the workbook stands in the merged content, and its cell."""
        for where, place in self.draft.places.items():
            path = self._after(where)
            if path is not None:
                yield path, place

    def _after(self, where: Where) -> Where | None:
        for at, step in enumerate(where):
            if isinstance(step, int) and where[:at] in self.moved:
                new = self.moved[where[:at]].get(step)
                return None if new is None else (*where[:at], new, *where[at + 1 :])
        return where


@dataclass(frozen=True)
class _Entry:
    """An entry of a list by its number in the workbook, at the export and now."""

    typed: int | None
    then: int | None
    now: int | None


def _index(numbers: Sequence[int | None], number: int | None) -> int | None:
    return numbers.index(number) if number is not None and number in numbers else None


def _entry_at(rows: Sequence[_Entry], now: int) -> _Entry:
    return next(row for row in rows if row.now == now)


def _is_reordered(rows: Sequence[_Entry]) -> bool:
    """Say whether the rows stand in another order than at the export."""
    numbers = [row.then for row in rows if row.then is not None]
    return numbers != sorted(numbers)
