"""The tables of measures of a document, row by row, whatever their columns are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.problems import Text
from prongsai.recognition.headings import Column, columns_of
from prongsai.recognition.naming import names_of
from prongsai.recognition.pieces import joined, pieces, title_of
from prongsai.recognition.source import Row, Source

_TICKS = re.compile(r"[/✓✔√☑xX×*●•]")
_BEFORE_A_NAME = re.compile(r"^\s*(?:<p>)?\s*(?:ตัวชี้วัด(?:ที่)?)?[\s\d.()]*")
_SAME = 0.75
"""Share of signs by which two titles name one measure: the second table is often typed anew."""

Columns = tuple[Column | None, ...]


@dataclass
class MeasureRow:
    """One measure as its table or tables give it."""

    title: str
    place: Text
    indicator: int | None = None
    cells: dict[Column, str] = field(default_factory=dict)
    """What stands in the other columns, as printed; a row cut by a page is joined."""
    progress: str = ""

    def pieces(self, column: Column) -> tuple[str, ...]:
        """Return the entries of a cell: its paragraphs, bullets or numbers."""
        return pieces(self.cells.get(column, ""))


@dataclass(frozen=True)
class MeasureTables:
    """The measures of a document, and what its tables call their columns."""

    measures: tuple[MeasureRow, ...]
    headings: dict[Column, str]
    ignored: tuple[str, ...]
    """Headings of columns that are not taken over."""


def measure_tables(source: Source, framework: Framework | None) -> MeasureTables:
    """Return the measures of all tables; two tables of the same measures are laid together."""
    reader = _Reader()
    for table in source.tables():
        reader.read(table)
    measures = tuple(_finished(one, framework) for one in reader.found)
    return MeasureTables(measures, reader.headings, tuple(dict.fromkeys(reader.ignored)))


@dataclass
class _Reader:
    """Reads one table after another: a table may go on on the next page, with its head or without."""

    found: list[MeasureRow] = field(default_factory=list)
    headings: dict[Column, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    columns: Columns = ()
    open_rows: list[MeasureRow] = field(default_factory=list)
    """Measures of tables before this one that it has not named yet: planned, then carried out."""
    last: MeasureRow | None = None

    def read(self, table: Sequence[Row]) -> None:
        head, height = columns_of(table)
        if not head and max(len(row.cells) for row in table) != len(self.columns):
            self.columns = ()
        if head and head != self.columns:
            self.columns, self.open_rows, self.last = head, list(self.found), None
        if not self.columns:
            return
        self._note_headings(table[:height])
        key = next(
            one for one in (Column.INDEX, Column.INDICATOR, Column.TITLE) if one in self.columns
        )
        for row in table[height:]:
            if not columns_of((row,))[0]:  # its head, printed again
                self._row(row, key)

    def _row(self, row: Row, key: Column) -> None:
        """Take a row; one without a key goes on from the row above it."""
        cells: dict[Column, str] = {}
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column and cell.strip():
                cells[column] = joined((cells.get(column, ""), cell.strip()), "\n")
        if key not in cells and self.last is not None:
            _go_on(self.last, cells)
        elif Column.TITLE in cells:
            self.last = self._measure(MeasureRow(cells.pop(Column.TITLE), row.place), cells)

    def _measure(self, measure: MeasureRow, cells: dict[Column, str]) -> MeasureRow:
        """Return the measure of a row: a new one, or that of the same title in a table before."""
        _go_on(measure, cells)
        same = next((one for one in self.open_rows if _same(one.title, measure.title)), None)
        if same is None:
            self.found.append(measure)
            return measure
        self.open_rows.remove(same)
        same.progress = same.progress or measure.progress
        for column, text in measure.cells.items():
            same.cells.setdefault(column, text)
        return same

    def _note_headings(self, rows: Sequence[Row]) -> None:
        for at, column in enumerate(self.columns if rows else ()):
            told = joined(row.told[at] for row in rows if at < len(row.told))
            if column is None or column is Column.OTHER:
                self.ignored += [told] if told else []
            else:
                self.headings.setdefault(column, told)


def _go_on(measure: MeasureRow, cells: dict[Column, str]) -> None:
    for column, text in cells.items():
        if column is Column.TITLE:
            measure.title = joined((measure.title, text), "\n")
        elif column in (Column.NOT_STARTED, Column.IN_PROGRESS, Column.DONE):
            measure.progress = column.value if _TICKS.search(text) else measure.progress
        elif column not in (Column.INDEX, Column.OTHER):
            measure.cells[column] = joined((measure.cells.get(column, ""), text), "\n")


def _same(one: str, other: str) -> bool:
    a, b = thai.folded(title_of(one)), thai.folded(title_of(other))
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME


def _finished(measure: MeasureRow, framework: Framework | None) -> MeasureRow:
    """Return the measure with its title in one line, and the indicator that it is about."""
    measure.title = title_of(measure.title)
    names = names_of(framework) if framework else None
    for text in (measure.cells.get(Column.INDICATOR, ""), measure.title):
        name = _BEFORE_A_NAME.sub("", thai.arabic(thai.normalise(text)))
        if names and measure.indicator is None:
            measure.indicator = names.indicator(name)
    return measure
