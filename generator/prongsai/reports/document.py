"""A report as values: what it says and in which order, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from prongsai.models.agency import Digits


class Author(StrEnum):
    """Whose words a text is. What the software composes is always told apart."""

    AGENCY = "agency"
    SOFTWARE = "software"


def url_of(page: str) -> str:
    """Return the address of a page below the site: `oit/2568/o12/` for `oit/2568/o12.md`."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


@dataclass(frozen=True)
class Link:
    """Words that lead to another page of the site."""

    text: str
    page: str
    """The page's Markdown path below the docs root: `oit/2568/o8.md`."""


Inline = str | Link
Line = tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    line: Line
    by: Author = Author.AGENCY


@dataclass(frozen=True)
class Bullets:
    lines: tuple[Line, ...]
    ordered: bool = False
    by: Author = Author.AGENCY


@dataclass(frozen=True)
class Column:
    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell: a line, or several; numbered where they are steps, with points below a step."""

    lines: tuple[Line, ...] = ()
    numbered: bool = False
    points: tuple[tuple[str, ...], ...] = ()
    """For each line its points, or nothing at all."""
    tone: str = ""
    """A state or mark that the look may pick up: `done`, `weak`."""


@dataclass(frozen=True)
class Table:
    """The first column heads its row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    by: Author = Author.SOFTWARE


@dataclass(frozen=True)
class Bar:
    label: str
    value: Decimal
    """0 to 100."""
    shown: str
    """The value in the agency's digits."""


@dataclass(frozen=True)
class BarChart:
    """Scores as bars, 0 to 100. Its figures always stand in a table beside it."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    mark: Decimal
    """A score to draw a line at."""
    mark_label: str


class Tone(StrEnum):
    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True)
class Notice:
    title: str
    lines: tuple[Line, ...]
    tone: Tone = Tone.INFO
    folded: bool = False
    """Whether only the title shows until the reader asks for the rest."""


Block = Paragraph | Bullets | Table | BarChart | Notice


@dataclass(frozen=True)
class Section:
    id: str
    """ASCII, unique in the report: it is part of the URL."""
    title: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True)
class Issuer:
    """Who issues a report, as its cover, running head and signature name them."""

    name: str
    short_name: str
    place: str
    """อำเภอ and จังหวัด; empty where the agency gives none."""


@dataclass(frozen=True)
class Memo:
    """The head of a บันทึกข้อความ. What is empty is left blank to be filled in by hand."""

    office: str
    """ส่วนราชการ, with its telephone."""
    reference: str
    """ที่"""
    date: str
    subject: str
    to: str


@dataclass(frozen=True)
class Report:
    """One report of one fiscal year."""

    kind: str
    """result, analysis, measures or progress."""
    fiscal_year: int
    title: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    digits: Digits
    """The digits that numbered lists and pages count in."""
    issuer: Issuer
    day: date | None = None
    """The day of what it says; None where the content does not tell."""
    memo: Memo | None = None
    """Where the report is handed in as a memorandum, its head."""

    @property
    def memo_head(self) -> Memo:
        """The head of a memorandum; without one of its own, what the report itself says."""
        return self.memo or Memo(self.issuer.name, "", "", self.title, "")


def line(*parts: Inline) -> Line:
    """Return the parts as one line, leaving out what is empty."""
    return tuple(part for part in parts if part)


def cell(*parts: Inline, tone: str = "") -> Cell:
    """Return a cell of one line; an em dash when there is nothing to say."""
    return Cell((line(*parts) or ("–",),), tone=tone)


def present(*blocks: Block | None) -> tuple[Block, ...]:
    """Return the blocks that are there."""
    return tuple(block for block in blocks if block is not None)


def lines(texts: Iterable[str]) -> Cell:
    """Return a cell with one line per text."""
    return Cell(tuple((text,) for text in texts))


def joined(links: Sequence[Inline], between: str = ", ") -> Line:
    """Return the parts with a separator between them."""
    parts: list[Inline] = []
    for link in links:
        parts += [between, link] if parts else [link]
    return tuple(parts)
