"""What a sheet of the workbook is, whoever draws it: columns, rows, colours and choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.workbook.notation import TEXT, Notation

HEADING_ROW = 2
"""The row of the headings; above them stands what the sheet is for."""
FIRST_ROW = HEADING_ROW + 1


class Look(StrEnum):
    """What a cell is for; drawn as its colour."""

    REQUIRED = "required"
    INPUT = "input"
    LOCKED = "locked"
    TOLD = "told"
    """Locked as well, and not coloured: a text to read."""
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a drop-down list offers: values, or the cells of a range."""

    values: tuple[str, ...] = ()
    range: str = ""
    only: bool = True
    """Whether nothing else can be typed."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet, and how its cells stand for content."""

    key: str
    heading: str
    width: int = 20
    note: str = ""
    """What the comment at its heading explains."""
    look: Look = Look.INPUT
    choices: Choices | None = None
    notation: Notation = TEXT
    paths: tuple[tuple[str, ...], ...] = ()
    """Where in an entry of the content its value may stand; its key, where nothing is said."""
    hidden: bool = False

    @property
    def vital(self) -> bool:
        """Whether a workbook without it cannot be read."""
        return self.look in (Look.REQUIRED, Look.INPUT) or self.key in ("code", "item")

    @property
    def read_from(self) -> tuple[tuple[str, ...], ...]:
        return self.paths or ((self.key,),)


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is drawn."""

    text: str = ""
    look: Look = Look.LOCKED
    choices: Choices | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is drawn."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Shown, ...], ...]
    grows: bool = False
    """Whether rows may be added; else only its input cells can be changed."""


def shown_row(columns: Sequence[Column], texts: dict[str, str]) -> tuple[Shown, ...]:
    """Return a row with these texts under the columns of the same keys."""
    return tuple(
        Shown(texts.get(column.key, ""), column.look, column.choices) for column in columns
    )
