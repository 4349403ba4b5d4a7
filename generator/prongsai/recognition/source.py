"""A document as rows of cells, each with its place: what every kind of file is read into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from prongsai import thai
from prongsai.problems import Text

_MARKS = re.compile(r"\*\*|__|</?(?:p|ul|li|br|div|span|b|i|strong|em)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """A line of text (one cell), or a row of a table. Cells may be empty, not all of them."""

    cells: tuple[str, ...]
    place: Text
    """For people: `หน้า 3`, `บรรทัดที่ 96`, `แผ่นงาน ผล แถว 4`."""

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The cells with the digits that were printed, in one spelling, without marks of layout."""
        return tuple(unmarked(cell) for cell in self.cells)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The same with Arabic digits, sign for sign: this is what is compared."""
        return tuple(map(thai.arabic, self.told))

    @property
    def is_table(self) -> bool:
        return len(self.cells) > 1

    @property
    def filled(self) -> int:
        """How many cells say something."""
        return sum(bool(cell.strip()) for cell in self.cells)

    @property
    def text(self) -> str:
        return " ".join(filter(None, map(str.strip, self.cells)))


@dataclass(frozen=True)
class Source:
    """What a file says, row by row, and what its reader had to say about it."""

    rows: tuple[Row, ...]
    """In order; a row without cells stands between two tables, or two paragraphs."""
    notes: tuple[Text, ...] = field(default=())

    def blocks(self) -> Iterator[tuple[Row, ...]]:
        """Yield the lines that stand together and the tables, in order."""
        run: list[Row] = []
        for row in (*self.rows, Row((), Text("", ""))):
            if row.cells and not row.text and run and run[0].is_table:
                continue  # an empty row ends no table
            if run and (not row.text or row.is_table != run[0].is_table):
                yield tuple(run)
                run = []
            if row.text:
                run.append(row)

    def tables(self) -> Iterator[tuple[Row, ...]]:
        """Yield the runs of table rows that stand together."""
        return (block for block in self.blocks() if block[0].is_table)

    def paragraphs(self) -> Iterator[tuple[Row, ...]]:
        """Yield the runs of lines that stand together, and each row of a table by itself."""
        for block in self.blocks():
            yield from ((row,) for row in block) if block[0].is_table else (block,)


def unmarked(text: str) -> str:
    """Return a text in one spelling, without what Word, the web and Markdown put around words."""
    return thai.normalise(_MARKS.sub(" ", text))


def folded(text: str) -> str:
    """Return a text for comparison: `unmarked`, with Arabic digits."""
    return thai.arabic(unmarked(text))
