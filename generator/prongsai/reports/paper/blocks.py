"""The blocks of a report as the template takes them: texts in pieces, strings ready to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prongsai.reports.document import (
    Author,
    BarChart,
    Block,
    Bullets,
    Cell,
    Line,
    Notice,
    Paragraph,
    Table,
)
from prongsai.reports.paper.columns import NUMBERING, PADDING, cell_height, column_widths
from prongsai.reports.paper.lettering import shown
from prongsai.reports.paper.links import laid_over, spans
from prongsai.reports.paper.pieces import Piece, Wording, pieces

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value] | None"
"""What JSON can say."""

UPRIGHT_COLUMNS = 5
"""A table of more columns gets a page turned on its side."""

_TEXT_SIZE = 11
_UPRIGHT, _LYING = (453.5, 714.3), (728.5, 453.5)
"""How wide and high the text of an A4 page is, in points."""
_ROW_UPRIGHT, _ROW_LYING = 30, 18
"""How many lines a row may have and surely fit a page below the heading of its table."""
_SURELY_TOO_HIGH = 3
"""A row of so many times that surely does not; between the two the template measures."""
_OF_A_LINE = 0.5
"""How much of a line a name may take. A longer one would leave the lines too uneven."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper that blocks are set on, and the words that are kept whole."""

    words: Wording
    lying: bool = False
    address: Callable[[str], str] | None = None
    """Leads from the path of a page to its web address; without it, links are plain words."""

    @property
    def room(self) -> float:
        """How wide the text is, in points."""
        return (_LYING if self.lying else _UPRIGHT)[0]

    @property
    def height(self) -> float:
        return (_LYING if self.lying else _UPRIGHT)[1]

    @property
    def table_size(self) -> float:
        """The size of type in tables: TH Sarabun New at 14 pt is as large as the smaller one."""
        return 9.5 if self.lying else 10

    def set(self, text: str, room: float | None = None) -> list[Value]:
        """Return a text in pieces: a string may break, a list may not."""
        return [[one.text] if one.whole else one.text for one in self._pieces(text, room)]

    def set_line(self, line: Line, room: float | None = None) -> list[Value]:
        """Return a line in pieces, its links among them: `{"text": ..., "to": ...}`."""
        found = list(spans(line, self.address)) if self.address else []
        if not found:
            return self.set(plain(line), room)
        values: list[Value] = []
        for piece, runs in laid_over(self._pieces(plain(line), room), found):
            values += [list(runs)] if piece.whole else runs
        return values

    def _pieces(self, text: str, room: float | None) -> list[Piece]:
        widest = room + 0.01 if room else self.room / _TEXT_SIZE * _OF_A_LINE
        return pieces(text, self.words, widest)

    def lines(self, lines: Sequence[Line]) -> list[Value]:
        return [self.set_line(line) for line in lines]


def plain(line: Line) -> str:
    """Return the words of a line."""
    return "".join(part if isinstance(part, str) else part.text for part in line)


def lies(block: Block) -> bool:
    """Whether the block needs a page turned on its side."""
    return isinstance(block, Table) and len(block.columns) > UPRIGHT_COLUMNS


def block_value(block: Block, sheet: Sheet, heading: str) -> dict[str, Value]:
    """Return one block that stands under a heading."""
    match block:
        case Paragraph():
            return {
                "kind": "paragraph",
                "text": sheet.set_line(block.line),
                "composed": block.by is Author.SOFTWARE,
            }
        case Bullets():
            return {
                "kind": "bullets",
                "lines": sheet.lines(block.lines),
                "ordered": block.ordered,
                "composed": block.by is Author.SOFTWARE,
            }
        case Table():
            return _table(block, sheet, heading)
        case BarChart():
            return _chart(block, sheet)
        case Notice():
            return {
                "kind": "notice",
                "title": sheet.set(block.title),
                "lines": sheet.lines(block.lines),
                "tone": block.tone.value,
            }


def _table(table: Table, sheet: Sheet, heading: str) -> dict[str, Value]:
    widths = column_widths(table, sheet.words, sheet.room / sheet.table_size)
    return {
        "kind": "table",
        "size": sheet.table_size,
        "page_height": sheet.height,
        "caption": None if table.caption == heading else sheet.set(table.caption),
        "widths": [round(width * sheet.table_size, 2) for width in widths],
        "heads": [
            sheet.set(column.title, width - PADDING)
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "numeric": [column.numeric for column in table.columns],
        "rows": [_row(row, widths, sheet) for row in table.rows],
    }


def _row(cells: Sequence[Cell], widths: Sequence[float], sheet: Sheet) -> dict[str, Value]:
    pairs = list(zip(cells, widths, strict=True))
    high = max(cell_height(cell, width) for cell, width in pairs)
    sure = _ROW_LYING if sheet.lying else _ROW_UPRIGHT
    whole = True if high <= sure else False if high > sure * _SURELY_TOO_HIGH else None
    return {"whole": whole, "cells": [_cell(cell, width, sheet) for cell, width in pairs]}


def _cell(cell: Cell, width: float, sheet: Sheet) -> dict[str, Value]:
    numbered = cell.numbered and len(cell.lines) > 1
    room = width - PADDING - (NUMBERING if numbered else 0)
    return {
        "lines": [sheet.set_line(line, room) for line in cell.lines],
        "points": [
            [sheet.set(point, room - NUMBERING) for point in points] for points in cell.points
        ],
        "numbered": numbered,
        "tone": cell.tone,
    }


def _chart(chart: BarChart, sheet: Sheet) -> dict[str, Value]:
    return {
        "kind": "chart",
        "title": sheet.set(chart.title),
        "description": shown(chart.description),
        "mark": float(chart.mark),
        "mark_label": shown(chart.mark_label),
        "bars": [
            {
                "label": sheet.set(bar.label),
                "value": float(bar.value),
                "shown": shown(bar.shown),
                "weak": bar.value < chart.mark,
            }
            for bar in chart.bars
        ],
    }
