"""How values of the content stand in cells, and how they are read from them. Pure.

Each notation is a pair: `show` gives the text of a cell, `read` what a changed cell means. The value
that stood there before is given along, for what no cell can show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from prongsai import thai
from prongsai.models.codes import element_id
from prongsai.problems import InvalidValueError, Text, did_you_mean
from prongsai.workbook.numbers import without_noise

LONGEST = 32_000
"""Characters of a cell; Excel takes some more, and cuts off the rest without a word."""
_BREAK = "↵"
"""Stands in a list, one entry a line, for a line end within an entry."""
_FIGURE = re.compile(r"([-+−–]?)\d+(?:\.(\d+))?")
_DECIMALS = 2
"""Of a score as it is announced, of questions and items too."""
_BETWEEN = re.compile(r"[,;\n]+")


@dataclass(frozen=True)
class Units:
    """The units of the agency: officers choose names, the content has short names."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The name of each by its short name, as the cells show it."""
    renamed: Mapping[str, str] | None = None
    """The same as the workbook has it afterwards."""

    @property
    def known(self) -> Mapping[str, str]:
        """The units that can be chosen."""
        return self.names if self.renamed is None else self.renamed

    def shown(self, short: str) -> str:
        """Return the name of a unit; its short name where two have the same."""
        return _name(short, self.names)

    def short(self, text: str) -> str:
        """Return the short name of a unit by either of its names."""
        if text in self.known:
            return text
        for names in (self.known, self.names):
            found = [s for s, name in names.items() if _folded(name) == _folded(text)]
            if len(found) == 1 and found[0] in self.known:
                return found[0]
        message = Text(f"ไม่มี '{text}' ในแผ่นงาน สำนักกอง", f"'{text}' is not on the sheet สำนักกอง")
        hint = did_you_mean(text, (_name(short, self.known) for short in self.known))
        raise InvalidValueError(message, hint or _ADD_UNIT)


def _name(short: str, names: Mapping[str, str]) -> str:
    name = names.get(short, "")
    return name if name and [*names.values()].count(name) == 1 else short


_ADD_UNIT = Text("เพิ่มในแผ่นงาน สำนักกอง ก่อน", "add it to the sheet สำนักกอง first")


@dataclass(frozen=True)
class Notation:
    """How one kind of value stands in a cell."""

    show: Callable[[Any, Units], str]
    read: Callable[[str, Any, Units], Any]
    numeric: bool = False
    """Whether two numbers of the same worth are the same value."""
    still: Callable[[Any, Units], bool] = lambda value, units: True
    """Whether a value may stand on where its cell was not changed."""


def _as_it_is(value: Any, units: Units) -> str:
    return str(value)


def _as_typed(text: str, old: Any, units: Units) -> Any:
    return text


def _read_figure(text: str, old: Any, units: Units) -> Any:
    number = _FIGURE.fullmatch(thai.arabic(text).strip())
    if not number or len(number[2] or "") <= _DECIMALS:
        return text
    exact = Decimal(number[0].replace("−", "-").replace("–", "-"))
    cleaned = without_noise(exact)
    if cleaned != exact and cleaned == round(cleaned, _DECIMALS):
        return f"{round(cleaned, _DECIMALS).normalize():f}"
    raise InvalidValueError(
        Text(f"'{text}' มีทศนิยมเกินสองตำแหน่ง", f"'{text}' has more than two decimals"),
        Text(
            "คะแนนประกาศเป็นทศนิยมสองตำแหน่ง พิมพ์ตามที่ประกาศ เช่น 96.79 ระบบไม่ปัดเศษให้ (ช่องที่เป็นสูตรหรือตั้งรูปแบบไว้ "
            "อาจแสดงน้อยกว่าค่าจริง)",
            "scores are announced with two decimals: type what was announced, such as 96.79; nothing is rounded "
            "here (a cell with a formula or a format may show less than it holds)",
        ),
    )


def _show_day(value: Any, units: Units) -> str:
    day = thai.parse_date(str(value))
    is_iso = re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))
    return thai.short_date(day) if day and is_iso else str(value)


def _read_day(text: str, old: Any, units: Units) -> Any:
    day = thai.parse_date(text)
    return day.isoformat() if day else text


def _show_period(value: Any, units: Units) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    days = (_show_day(value[key], units) for key in ("from", "to") if key in value)
    return str(value.get("text") or " ถึง ".join(days))


def _read_period(text: str, old: Any, units: Units) -> Any:
    if thai.parse_span(text) or thai.whole_year(text) or re.search(r"\d", thai.arabic(text)):
        return text
    return {"text": text}


def _show_codes(value: Any, units: Units) -> str:
    return ", ".join(_listed(value))


def _read_codes(text: str, old: Any, units: Units) -> Any:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _read_elements(text: str, old: Any, units: Units) -> Any:
    """No code has a space in it, so that spaces part them as commas do."""
    found = [part for part in re.split(r"[,;\s]+", text) if part]
    for part in found:
        try:
            element_id(part)
        except InvalidValueError as error:
            raise InvalidValueError(error.message, _ELEMENTS) from error
    return found


_ELEMENTS = Text(
    "เขียนเช่น o2-e1 คือองค์ประกอบที่ 1 ของข้อ O2 ถ้ามีหลายรหัสให้คั่นด้วยจุลภาค เช่น o2-e1, o2-e2",
    "write o2-e1 for element 1 of item O2; several with commas between them, such as o2-e1, o2-e2",
)


def _show_lines(value: Any, units: Units) -> str:
    return "\n".join(one_line(entry) for entry in _listed(value))


def _read_lines(text: str, old: Any, units: Units) -> Any:
    known = {one_line(entry): entry for entry in _listed(old)}
    lines = (line.strip() for line in text.split("\n"))
    return [known.get(line, several_lines(line)) for line in lines if line]


def one_line(text: str) -> str:
    """Return a text as one line of a list in a cell."""
    return text.strip().replace("\n", _BREAK)


def several_lines(line: str) -> str:
    """Return the text behind a line of a list."""
    return line.replace(_BREAK, "\n").strip()


def _show_unit(value: Any, units: Units) -> str:
    return units.shown(str(value))


def _read_unit(text: str, old: Any, units: Units) -> Any:
    return units.short(text)


def _show_units(value: Any, units: Units) -> str:
    return "\n".join(map(units.shown, _listed(value)))


def _read_units(text: str, old: Any, units: Units) -> Any:
    found: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        try:
            found.append(units.short(line))
        except InvalidValueError:  # a name may have a comma in it; several in a line have one too
            found += (units.short(part.strip()) for part in _BETWEEN.split(line) if part.strip())
    return found


def _known_unit(value: Any, units: Units) -> bool:
    """Say whether nothing or only units that stand in the agency are named."""
    return not value or all(short in units.known for short in _listed(value) or [str(value)])


def _listed(value: Any) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _folded(text: str) -> str:
    return thai.folded(text).lower()


def choice(names: Mapping[str, str]) -> Notation:
    """Return the notation of a value that is one of some words, shown in Thai."""

    def show(value: Any, units: Units) -> str:
        return names.get(str(value), str(value))

    def read(text: str, old: Any, units: Units) -> Any:
        for word, name in names.items():
            if _folded(text) in (_folded(word), _folded(name)):
                return word
        listed = ", ".join(names.values())
        message = Text(f"'{text}' ไม่มีในรายการให้เลือก", f"'{text}' is not one of the choices")
        raise InvalidValueError(message, Text(f"เลือกจาก: {listed}", f"one of: {listed}"))

    return Notation(show, read)


TEXT = Notation(_as_it_is, _as_typed)
FIGURE = Notation(_as_it_is, _read_figure, numeric=True)
DAY = Notation(_show_day, _read_day)
PERIOD = Notation(_show_period, _read_period)
CODES = Notation(_show_codes, _read_codes)
ELEMENTS = Notation(_show_codes, _read_elements)
LINES = Notation(_show_lines, _read_lines)
UNIT = Notation(_show_unit, _read_unit, still=_known_unit)
UNITS = Notation(_show_units, _read_units, still=_known_unit)
