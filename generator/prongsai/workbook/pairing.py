"""Which entries of a list are the same entry in a later state of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def paired(
    later: Sequence[Any], earlier: Sequence[Any], *, least: float = 0.01
) -> list[int | None]:
    """Return for each later entry the number of the earlier one that it was, or None for a new one.

    Entries that are equal are the same; then those with one id; then those that have most in common,
    and at least this part of what they say.
    """
    found: list[int | None] = [None] * len(later)
    free = set(range(len(earlier)))
    likeness = sorted(
        (
            (-alike, abs(at - number), at, number)
            for at, entry in enumerate(later)
            for number, before in enumerate(earlier)
            if (alike := _alike(entry, before)) >= least
        ),
    )
    for _, _, at, number in likeness:
        if found[at] is None and number in free:
            found[at] = number
            free.discard(number)
    return found


_EQUAL, _SAME_ID = 10.0, 5.0


def _alike(one: Any, other: Any) -> float:
    """Return how much two entries have in common: more than nothing where they may be the same."""
    if one == other:
        return _EQUAL
    if not isinstance(one, dict) or not isinstance(other, dict):
        return 0
    if "id" in one and "id" in other:
        return _SAME_ID if one["id"] == other["id"] else 0
    common = sum(bool(key in other and other[key] == value) for key, value in one.items())
    return common / max(len(one), len(other))


def interleaved(order: Sequence[T], others: Sequence[T]) -> list[T]:
    """Return an order with what only the others have, each behind the one before it there."""
    found = list(order)
    at = 0
    for one in others:
        if one in found:
            at = found.index(one) + 1
        else:
            found.insert(at, one)
            at += 1
    return found
