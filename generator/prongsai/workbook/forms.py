"""Sheets with a fixed row for each thing that can be said: the agency, a result, a plan. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from prongsai import thai
from prongsai.problems import Text, did_you_mean
from prongsai.workbook.cells import Cell, Rows
from prongsai.workbook.draft import Content, Draft, shown
from prongsai.workbook.nesting import Path, found, put
from prongsai.workbook.notation import TEXT, Notation, Units
from prongsai.workbook.sheet import Choices, Column, Look, Shown


@dataclass(frozen=True)
class Slot:
    """A cell of a form: the place in the content that it stands for."""

    path: Path
    notation: Notation = TEXT
    required: bool = False
    choices: Choices | None = None


@dataclass(frozen=True)
class FormRow:
    """A row of a form, known by its code."""

    code: str
    texts: Mapping[str, str] = field(default_factory=dict)
    """What stands in the columns that are read only."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    """The cells to fill in, by column."""
    formulas: Mapping[str, str] = field(default_factory=dict)


def drawn(
    columns: Sequence[Column], rows: Iterable[FormRow], content: Content, units: Units
) -> tuple[tuple[Shown, ...], ...]:
    """Return the rows of a form as they are drawn."""
    return tuple(tuple(_cell(column, row, content, units) for column in columns) for row in rows)


def _cell(column: Column, row: FormRow, content: Content, units: Units) -> Shown:
    if column.key == "code":
        return Shown(row.code, Look.LOCKED if row.code else Look.INPUT)
    if slot := row.slots.get(column.key):
        look = Look.REQUIRED if slot.required else Look.INPUT
        text = shown(slot.notation, found(content, slot.path), units)
        return Shown(text, look, slot.choices)
    if formula := row.formulas.get(column.key):
        return Shown(formula, Look.COMPUTED, formula=True)
    return Shown(row.texts.get(column.key, ""))


def read(
    rows: Rows,
    form: Sequence[FormRow],
    draft: Draft,
    order: Mapping[Path, Sequence[str]],
    further: Callable[[str], FormRow | None] = lambda code: None,
) -> None:
    """Take the values of a form over into a draft.

    `order` has, by the path of a mapping, the order in which its keys are written; `further` gives
    the row of a code that the form has none for, or None.
    """
    by_code = {_folded(row.code): row for row in form}
    given: dict[str, Mapping[str, Cell]] = {}
    counted = Counter(_folded(row["code"].text) for row in rows.rows)
    for row in rows.rows:
        code = _folded(row["code"].text)
        if code not in by_code and (new := further(row["code"].text)):
            by_code[code] = new
        if code not in by_code:
            _tell_unknown(row["code"], form, draft)
        elif code in given:
            message = Text(
                f"มีแถวรหัส '{row['code'].text}' {counted[code]} แถว",
                f"the code '{row['code'].text}' has {counted[code]} rows",
            )
            draft.tell(row["code"].place, message, Text("เหลือไว้แถวเดียว", "keep one of them"))
        else:
            given[code] = row
    for code, form_row in by_code.items():
        if code in given:
            _take(given[code], form_row, draft, order)
        elif any(found(draft.earlier, slot.path) is not None for slot in form_row.slots.values()):
            message = Text(f"ไม่พบแถวรหัส '{form_row.code}'", f"the row '{form_row.code}' is missing")
            draft.tell(rows.heading, message, _ROW_BACK)


def _folded(code: str) -> str:
    return thai.folded(code).lower()


def _take(
    row: Mapping[str, Cell], form_row: FormRow, draft: Draft, order: Mapping[Path, Sequence[str]]
) -> None:
    for column, slot in form_row.slots.items():
        cell = row[column]
        old = found(draft.earlier, slot.path)
        new = draft.value(cell, slot.notation, old)
        if new != old:
            put(draft.content, slot.path, new, order)
        draft.places[slot.path] = cell.place
        draft.notations[slot.path] = slot.notation


def _tell_unknown(cell: Cell, form: Sequence[FormRow], draft: Draft) -> None:
    if cell.text:
        message = Text(f"ไม่รู้จักรหัส '{cell.text}'", f"unknown code '{cell.text}'")
        hint = did_you_mean(cell.text, (row.code for row in form))
    else:
        message = Text("แถวนี้ไม่มีรหัส", "the row has no code")
        hint = Text("ใส่รหัสเดิมกลับ หรือล้างทั้งแถว", "put its code back, or clear the row")
    draft.tell(cell.place, message, hint)


_ROW_BACK = Text(
    "ใส่แถวนั้นกลับ ถ้าต้องการลบค่าให้ล้างเฉพาะช่อง ไม่ใช่ลบทั้งแถว",
    "put the row back; to take a value away clear its cell, not the row",
)
