"""The content of one file as a workbook would have it, and from which cell each value came. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from prongsai import thai
from prongsai.problems import NO_TEXT, InvalidValueError, Text
from prongsai.workbook.cells import Cell, CellProblem, Place
from prongsai.workbook.notation import LONGEST, Notation, Units
from prongsai.workbook.pairing import interleaved
from prongsai.workbook.sheet import Column

Content = dict[str, Any]
Where = tuple[str | int, ...]

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Draft:
    """Collects what the cells of a workbook say of one file."""

    earlier: Content
    """What the file says now."""
    units: Units
    refused: frozenset[Place] = frozenset()
    """Cells that are known to be wrong: what the file says now stands in for them."""
    wary: bool = False
    """Whether rows with such a cell are left out as a whole, as they hide what else is wrong."""
    content: Content = field(default_factory=dict)
    places: dict[Where, Place] = field(default_factory=dict)
    notations: dict[Where, Notation] = field(default_factory=dict)
    """How the cell of a place shows its value, where it is not as it stands."""
    problems: list[CellProblem] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    """The keys of items that were opened as drafts, and have evidence now."""

    def __post_init__(self) -> None:
        self.content = deepcopy(self.earlier)

    def tell(self, place: Place, message: Text, hint: Text = NO_TEXT) -> None:
        if place not in self.refused:
            self.problems.append(CellProblem(place, message, hint))

    def leaves_out(self, row: Mapping[str, Cell]) -> bool:
        return self.wary and any(cell.place in self.refused for cell in row.values())

    def value(self, cell: Cell, notation: Notation, old: Any) -> Any:
        """Return what a cell says; the value that stands there now, unless the cell was changed."""
        if cell.place in self.refused:
            return old
        if cell.raw.trouble:
            self.tell(cell.place, *cell.raw.trouble)
            return old
        says_it = old is not None and _says(cell, notation, old, self.units)
        if says_it and notation.still(old, self.units):
            return old
        if not cell.text:
            return None
        try:
            return notation.read(cell.text, old, self.units)
        except InvalidValueError as error:
            self.tell(cell.place, error.message, error.hint)
            return old

    def entry(self, columns: Sequence[Column], row: Mapping[str, Cell], old: Content) -> Content:
        """Return an entry as a row has it: keys without a column stay, new ones stand in order."""
        new = {c.key: self.value(row[c.key], c.notation, old.get(c.key)) for c in columns}
        merged = {**old, **new}
        return {
            key: merged[key] for key in interleaved(list(old), list(new)) if merged[key] is not None
        }

    def locate(self, where: Where, columns: Sequence[Column], row: Mapping[str, Cell]) -> None:
        """Remember which cells the values of an entry come from; the first stands for the whole."""
        for column in columns:
            for path in column.read_from:
                self.places.setdefault((*where, *path), row[column.key].place)
                self.notations.setdefault((*where, *path), column.notation)

    def place(self, where: Where) -> Place:
        """Return the cell of a value, or of the nearest that has one; else the first of the file."""
        while where:
            if where in self.places:
                return self.places[where]
            inside = (place for path, place in self.places.items() if path[: len(where)] == where)
            if place := next(inside, None):
                return place
            where = where[:-1]
        return min(self.places.values(), default=Place())


def shown(notation: Notation, value: Any, units: Units) -> str:
    """Return the text of the cell that shows a value."""
    return "" if value is None else notation.show(value, units)[:LONGEST]


def shown_entry(columns: Sequence[Column], entry: Content, units: Units) -> dict[str, str]:
    """Return the texts of the cells that show an entry."""
    return {c.key: shown(c.notation, entry.get(c.key), units) for c in columns}


def _says(cell: Cell, notation: Notation, old: Any, units: Units) -> bool:
    text = shown(notation, old, units)
    if cell.text == tidy(text):
        return True
    numbers = cell.text, thai.arabic(text)
    is_number = notation.numeric and cell.raw.bare and all(map(_NUMBER.fullmatch, numbers))
    return bool(is_number) and Decimal(numbers[0]) == Decimal(numbers[1])


def tidy(text: str) -> str:
    """Return a text as it is read from a cell: line ends of one kind, nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
