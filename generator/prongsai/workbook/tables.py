"""Sheets with a row for each entry of a list: units, analyses, measures, evidence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prongsai.workbook.cells import Cell, Rows
from prongsai.workbook.draft import Content, Draft, shown_entry
from prongsai.workbook.matching import Keys, matched
from prongsai.workbook.notation import Units
from prongsai.workbook.sheet import Column, Shown, shown_row

Row = Mapping[str, Cell]


def drawn(
    columns: Sequence[Column], entries: Iterable[Content], units: Units
) -> tuple[tuple[Shown, ...], ...]:
    """Return a row for each entry."""
    return tuple(shown_row(columns, shown_entry(columns, entry, units)) for entry in entries)


def read(
    rows: Rows,
    columns: Sequence[Column],
    earlier: Sequence[Content],
    known_by: Sequence[Keys],
    draft: Draft,
) -> list[tuple[Content, Content, Row]]:
    """Return for each row the entry it stands for now, as it was before ({} if new), and the row."""
    texts = [{c.key: row[c.key].text for c in columns} for row in rows.rows]
    before = [shown_entry(columns, entry, draft.units) for entry in earlier]
    found = []
    for row, number in zip(rows.rows, matched(texts, before, known_by), strict=True):
        old = earlier[number] if number is not None else {}
        if not draft.leaves_out(row):
            found.append((draft.entry(columns, row, old), old, row))
        elif old:
            found.append((old, old, row))
    return found
