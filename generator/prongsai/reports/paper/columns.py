"""How wide the columns of a table are, so that its rows come out low and no word is cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

from prongsai.reports.document import Cell, Line, Table
from prongsai.reports.paper.lettering import shown, width
from prongsai.reports.paper.pieces import Wording, pieces

PADDING = 1.1
"""What the template leaves beside the text of a cell, both sides together, in ems."""
NUMBERING = 1.9
"""How far it indents a numbered line."""

_LONGEST_WORD = 8.5
_STEPS = 80
_SHARPNESS = 6
"""The height of a row is that of its highest cell; the power mean makes it a smooth one."""


def column_widths(table: Table, words: Wording, room: float) -> tuple[float, ...]:
    """Return the widths in ems; together they take all of the room."""
    columns = range(len(table.columns))
    lines = [[_line_widths(row[i]) for i in columns] for row in table.rows]
    heads = [[_measured(table.columns[i].title)] for i in columns]
    least = [_least(table, i, words, room) for i in columns]
    most = [max(least[i], _widest([heads, *lines], i)) for i in columns]
    if sum(least) >= room:
        return tuple(one * room / sum(least) for one in least)
    return _grown(least, most, [heads, *lines], room)


def cell_height(cell: Cell, column: float) -> int:
    """Return how many lines a cell takes at the most in a column of this width."""
    return sum(math.ceil(line / max(1, column - PADDING)) for line in _line_widths(cell))


def _grown(
    widths: list[float], most: list[float], rows: Sequence[Sequence[list[float]]], room: float
) -> tuple[float, ...]:
    """Give what is left, step by step, to the column that lowers the table most."""
    step = (room - sum(widths)) / _STEPS
    for _ in range(_STEPS):
        open_to = [i for i in range(len(widths)) if widths[i] < most[i]]
        if not open_to:
            break
        best = max(open_to, key=lambda i: _gain(rows, widths, i, step))
        widths[best] += step
    left = room - sum(widths)
    share = [one if one > 8 else 0 for one in most] if max(most, default=0) > 8 else most
    share = share if sum(share) else [1.0] * len(most)
    return tuple(one + left * part / sum(share) for one, part in zip(widths, share, strict=True))


def _gain(
    rows: Sequence[Sequence[list[float]]], widths: list[float], column: int, step: float
) -> float:
    wider = [one + step * (i == column) for i, one in enumerate(widths)]
    return sum(_height(row, widths) - _height(row, wider) for row in rows)


def _height(row: Sequence[list[float]], widths: list[float]) -> float:
    cells = (
        sum(max(1.0, line / max(0.1, column - PADDING)) for line in lines)
        for lines, column in zip(row, widths, strict=True)
    )
    return float(sum(height**_SHARPNESS for height in cells) ** (1 / _SHARPNESS))


def _least(table: Table, column: int, words: Wording, room: float) -> float:
    """Return the width of the longest word: what the column cannot do with less than."""
    longest = min(_LONGEST_WORD, room / len(table.columns))
    texts = {table.columns[column].title}
    for row in table.rows:
        texts.update(_text(line) for line in row[column].lines)
        texts.update(point for points in row[column].points for point in points)
    found = (
        width(part)
        for text in texts
        for piece in pieces(text, words, longest)
        for part in ([piece.text] if piece.whole else piece.text.split())
    )
    indent = NUMBERING if any(row[column].numbered for row in table.rows) else 0
    return min(longest, max(found, default=0)) + PADDING + indent


def _widest(rows: Sequence[Sequence[list[float]]], column: int) -> float:
    return max((line for row in rows for line in row[column]), default=3.0) + PADDING


def _line_widths(cell: Cell) -> list[float]:
    indent = NUMBERING if cell.numbered else 0
    found = [_measured(_text(line)) + indent for line in cell.lines]
    found += [_measured(point) + 2 * NUMBERING for points in cell.points for point in points]
    return found


def _measured(text: str) -> float:
    return width(shown(text))


def _text(line: Line) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in line)
