"""What is read from a workbook: grids of cells, each with its place, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from prongsai.problems import NO_TEXT, Lang, ProngsaiError, Text


def column_letters(number: int) -> str:
    """Return what Excel calls a column: A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell of a sheet; without a row the sheet as a whole, without a sheet the workbook."""

    number: int = 0
    """Where the sheet stands in the workbook: problems are told in that order."""
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell as Excel calls it: B7."""
        return f"{column_letters(self.column)}{self.row}" if self.row else ""

    def told(self, lang: Lang) -> str:
        thai, english = f"แผ่นงาน '{self.sheet}'", f"sheet '{self.sheet}'"
        if self.row:
            thai, english = f"{thai} ช่อง {self.cell}", f"{english}, cell {self.cell}"
        return Text(thai, english).told(lang) if self.sheet else ""


@dataclass(frozen=True, slots=True, order=True)
class CellProblem:
    """One thing wrong with a workbook: in which cell, what, and what to do about it."""

    place: Place
    message: Text
    hint: Text = NO_TEXT

    def told(self, lang: Lang) -> str:
        where = self.place.told(lang)
        head = f"{where}: {self.message.told(lang)}" if where else self.message.told(lang)
        label = {Lang.TH: "วิธีแก้", Lang.EN: "hint"}[lang]
        return f"{head}\n    {label}: {self.hint.told(lang)}" if self.hint else head


class WorkbookError(ProngsaiError):
    """A workbook cannot be taken over. Carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(Text(*("\n".join(p.told(lang) for p in self.problems) for lang in Lang)))


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell as it was found."""

    text: str = ""
    bare: bool = False
    """Whether it is a number whose format says nothing of decimals."""
    trouble: tuple[Text, Text] | None = None
    """Message and hint of a cell whose value cannot be used: an error, a formula without value."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that were merged into one: the first and the last of them, from 1."""

    name: str
    """As Excel writes it: B7:C8."""
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it was found."""

    name: str
    number: int
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[Merged, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        return Place(self.number, self.name, row, column)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row below the headings."""

    place: Place
    raw: Raw

    @property
    def text(self) -> str:
        return self.raw.text


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet that say something, each as cells by the key of their column."""

    heading: Place
    """The heading of the first column: the place of what is said of the table as a whole."""
    rows: tuple[Mapping[str, Cell], ...]
    problems: tuple[CellProblem, ...] = field(default=())
