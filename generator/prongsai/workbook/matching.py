"""Which entry of the content a row of a sheet stands for. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai import thai

Keys = tuple[str, ...]


def matched(
    rows: Sequence[Mapping[str, str]],
    entries: Sequence[Mapping[str, str]],
    known_by: Sequence[Keys],
) -> list[int | None]:
    """Return for each row the number of the entry it stands for, or None for a new one.

    Both are the texts of cells. `known_by` says which columns an entry is known by, the surest
    first: a row that agrees with an entry in those stands for it.
    """
    found: list[int | None] = [None] * len(rows)
    free = set(range(len(entries)))
    for keys in known_by:
        places: dict[Keys, list[int]] = {}
        for number in sorted(free):
            places.setdefault(_known(entries[number], keys), []).append(number)
        for at, row in enumerate(rows):
            same = places.get(_known(row, keys), []) if found[at] is None else []
            if same and any(row[key] for key in keys):
                found[at] = same.pop(0)
                free.discard(found[at] or 0)
    return found


def _known(texts: Mapping[str, str], keys: Keys) -> Keys:
    return tuple(thai.folded(texts[key]) for key in keys)
