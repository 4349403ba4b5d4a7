"""The headings of a sheet that was filled in, and the rows below them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai import thai
from prongsai.problems import Text, did_you_mean
from prongsai.workbook.cells import Cell, CellProblem, Grid, Raw, Rows
from prongsai.workbook.sheet import HEADING_ROW, Column

_SEARCHED = 30
"""Rows in which the headings are looked for: some may have been put in above them."""
_NOTHING = Raw()


def rows_of(grid: Grid, columns: Sequence[Column]) -> Rows:
    """Return the rows of a sheet by its headings, or what is wrong with headings and merged cells.

    Columns may stand in another order, and others beside them; empty rows are passed over.
    """
    at = _heading_row(grid, columns)
    heading = grid.place(at or HEADING_ROW, 1)
    if not at:
        return Rows(heading, (), (CellProblem(heading, _NO_HEADINGS, _KEEP),))
    titles = [_folded(raw.text) for raw in grid.rows[at - 1]]
    problems = [*_missing(grid, columns, at), *_repeated(grid, columns, at)]
    found = {c.key: titles.index(_folded(c.heading)) + 1 for c in columns if _is_in(c, titles)}
    problems += _merged(grid, at, set(found.values()))
    if problems:
        return Rows(heading, (), tuple(problems))
    asked = {c.key for c in columns if c.vital}
    rows = (_row(grid, number, found) for number in range(at + 1, len(grid.rows) + 1))
    return Rows(heading, tuple(row for row in rows if _says_something(row, asked)))


def _folded(text: str) -> str:
    return thai.folded(text).lower().strip("*")


def _is_in(column: Column, titles: Sequence[str]) -> bool:
    return _folded(column.heading) in titles


def _heading_row(grid: Grid, columns: Sequence[Column]) -> int:
    """Return the row with most of the headings, from 1; 0 where no row has two of them."""
    wanted = {_folded(column.heading) for column in columns}
    hits = [len(wanted & {_folded(raw.text) for raw in row}) for row in grid.rows[:_SEARCHED]] or [
        0
    ]
    most = max(hits)
    return hits.index(most) + 1 if most >= min(2, len(wanted)) else 0


def _missing(grid: Grid, columns: Sequence[Column], at: int) -> Iterator[CellProblem]:
    row = grid.rows[at - 1]
    titles = [_folded(raw.text) for raw in row]
    known = {_folded(column.heading) for column in columns}
    others = {raw.text: n for n, raw in enumerate(row, 1) if raw.text}
    strange = {text: n for text, n in others.items() if _folded(text) not in known}
    for column in columns:
        if column.vital and _folded(column.heading) not in titles:
            message = Text(
                f"ไม่พบคอลัมน์ '{column.heading}'", f"the column '{column.heading}' is missing"
            )
            renamed = _renamed(column.heading, strange)
            place = grid.place(at, strange.get(renamed, 1))
            hint = Text(
                f"แก้หัวตาราง '{renamed}' กลับเป็น '{column.heading}'",
                f"call the heading '{renamed}' '{column.heading}' again",
            )
            yield CellProblem(place, message, hint if renamed else _KEEP)


def _renamed(heading: str, strange: Mapping[str, int]) -> str:
    near = did_you_mean(heading, strange).en
    return next((text for text in strange if near == f"did you mean {text}?"), "")


def _repeated(grid: Grid, columns: Sequence[Column], at: int) -> Iterator[CellProblem]:
    titles = [_folded(raw.text) for raw in grid.rows[at - 1]]
    for column in columns:
        places = [n for n, title in enumerate(titles, 1) if title == _folded(column.heading)]
        for place in places[1:]:
            message = Text(
                f"หัวตาราง '{column.heading}' ซ้ำกัน", f"the heading '{column.heading}' is repeated"
            )
            hint = Text("ลบคอลัมน์ที่เกินมา", "delete the column that is too many")
            yield CellProblem(grid.place(at, place), message, hint)


def _merged(grid: Grid, at: int, columns: set[int]) -> Iterator[CellProblem]:
    for merged in grid.merged:
        across = set(range(merged.first[1], merged.last[1] + 1))
        if merged.last[0] >= at and across & columns:
            message = Text(
                f"ช่อง {merged.name} ถูกผสานเข้าด้วยกัน", f"the cells {merged.name} are merged"
            )
            hint = Text(
                "เลือกช่องนั้น แล้วกด ผสานและจัดกึ่งกลาง (Merge & Center) อีกครั้งเพื่อยกเลิก และกรอกทุกช่อง",
                "select them, press Merge & Center again to part them, and fill in each",
            )
            yield CellProblem(grid.place(*merged.first), message, hint)


def _row(grid: Grid, number: int, found: Mapping[str, int]) -> dict[str, Cell]:
    row = grid.rows[number - 1]
    return {
        key: Cell(grid.place(number, at), row[at - 1] if at <= len(row) else _NOTHING)
        for key, at in found.items()
    }


def _says_something(row: Mapping[str, Cell], asked: set[str]) -> bool:
    return any(cell.text or cell.raw.trouble for key, cell in row.items() if key in asked)


_NO_HEADINGS = Text("ไม่พบหัวตารางของแผ่นงานนี้", "the headings of this sheet are not there")
_KEEP = Text(
    "ย้อนกลับ (Undo) การลบหรือเปลี่ยนชื่อหัวตาราง หรือส่งออกไฟล์ใหม่แล้วคัดลอกข้อมูลไปใส่",
    "undo what deleted or renamed it, or export the workbook again and copy the values over",
)
