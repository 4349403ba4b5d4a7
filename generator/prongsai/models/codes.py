"""The codes of a framework: items, questions, indicators, instruments, and names for figures.

Each is read with Thai or Arabic digits, in the ways people really write it, and has one spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from prongsai.models.base import Lines
from prongsai.models.values import plain
from prongsai.problems import InvalidValueError, Location, Problem, Text

_ITEM = re.compile(r"(?:[oO0]|โอ)\s*[-.]?\s*0*([1-9]\d?)")
_QUESTION = re.compile(r"([ieIE])\s*[-.]?\s*0*([1-9]\d?)")
_INDICATOR = re.compile(r"0*([1-9]|1\d|20)")
_SUB_INDICATOR = re.compile(r"(\d{1,2})\.(\d)")
_ELEMENT = re.compile(r"[oO]([1-9]\d?)-[eE]([1-9]\d?)")
_FIGURE = re.compile(r"(?:(indicator)\s+(\d{1,2})|(sub-indicator)\s+(\d{1,2}\.\d))")
_INSTRUMENTS = ("IIT", "EIT", "OIT", "EBIT")

FISCAL_YEAR = "fiscal_year"
"""The name, among the figures of a result, of the year that it is the result of."""


def item_id(value: Any) -> str:
    """Return `O8` for o8, `o 8`, O-08, โอ 8, and for 08 or ๐๘, where a zero stands for the O."""
    if found := _ITEM.fullmatch(plain(value)):
        return f"O{int(found[1])}"
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่รหัสข้อ", f"'{value}' is not an item code"),
        Text("เขียนเป็น O1, O2 ...", "write O1, O2 ..."),
    )


def question_id(value: Any) -> str:
    """Return `i1` or `e1` for I1, i๑, `e 1`."""
    if found := _QUESTION.fullmatch(plain(value)):
        return f"{found[1].lower()}{int(found[2])}"
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่รหัสข้อคำถาม", f"'{value}' is not a question code"),
        Text("เขียนเป็น i1 ... หรือ e1 ...", "write i1 ... or e1 ..."),
    )


def indicator_id(value: Any) -> int:
    """Return 4 for `4`, `๔` and `04`."""
    if found := _INDICATOR.fullmatch(plain(value)):
        return int(found[1])
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่เลขตัวชี้วัด", f"'{value}' is not the number of an indicator"),
        Text("เขียนเป็นตัวเลข 1 ถึง 10", "write a number, 1 to 10"),
    )


def sub_indicator_id(value: Any) -> str:
    """Return `9.1`, also for ๙.๑."""
    text = plain(value)
    if _SUB_INDICATOR.fullmatch(text):
        return text
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่รหัสตัวชี้วัดย่อย", f"'{value}' is not a sub-indicator"),
        Text("เขียนเป็น 9.1 ... 10.2", "write 9.1 ... 10.2"),
    )


def element_id(value: Any) -> str:
    """Return `o2-e1`, also for `O2-E1` and `o๒-e๑`."""
    if found := _ELEMENT.fullmatch(plain(value)):
        return f"o{found[1]}-e{found[2]}"
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่รหัสองค์ประกอบ", f"'{value}' is not the code of an element"),
        Text("เขียนเช่น o2-e1 คือองค์ประกอบที่ 1 ของข้อ O2", "write o2-e1 for element 1 of item O2"),
    )


def instrument_id(value: Any) -> str:
    """Return `IIT`, also for `iit`."""
    if (text := plain(value).upper()) in _INSTRUMENTS:
        return text
    known = ", ".join(_INSTRUMENTS[:3])
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่เครื่องมือประเมิน", f"'{value}' is not an instrument"),
        Text(f"เลือกจาก {known}", f"one of {known}"),
    )


def cited(value: Any) -> str:
    """Return the code of what a text refers to: an item (`O8`) or a sub-indicator (`9.1`)."""
    text = plain(value)
    return text if _SUB_INDICATOR.fullmatch(text) else item_id(value)


def figure_id(value: Any) -> str:
    """Return what a result prints, by name: total, IIT, `indicator 6`, `sub-indicator 9.3`, i1, O13.

    `fiscal_year` is among them: a year can be printed in two ways, as a score can.
    """
    text = plain(value)
    if text in ("total", "change", FISCAL_YEAR, *_INSTRUMENTS):
        return text
    if found := _FIGURE.fullmatch(text):
        return " ".join(part for part in found.groups() if part)
    if _QUESTION.fullmatch(text):
        return question_id(value)
    if _ITEM.fullmatch(text):
        return item_id(value)
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่ชื่อคะแนน", f"'{value}' is not the name of a figure"),
        Text(
            "เขียนเช่น total, IIT, indicator 6, i1, O13 หรือ fiscal_year",
            "write for example total, IIT, indicator 6, i1, O13 or fiscal_year",
        ),
    )


def no_twins(read: Callable[[Any], object]) -> BeforeValidator:
    """Refuse two keys that mean the same code (`O8` and `๐๘`): the later would silently win."""

    def check(value: Any, info: ValidationInfo) -> Any:
        written: dict[object, Any] = {}
        for key in value if isinstance(value, dict) else ():
            try:
                code = read(key)
            except InvalidValueError:
                continue  # told of the key itself
            if code in written:
                _tell_twins(written[code], key, value, info)
            written.setdefault(code, key)
        return value

    return BeforeValidator(check)


def _tell_twins(first: Any, second: Any, value: Any, info: ValidationInfo) -> None:
    message = Text(
        f"'{first}' กับ '{second}' คือรหัสเดียวกัน", f"'{first}' and '{second}' are the same code"
    )
    hint = Text("เหลือไว้อย่างเดียว", "keep one of them")
    if not info.context or not isinstance(value, Lines):
        raise InvalidValueError(message, hint)
    where = Location(info.context["file"], value.key_lines[second])
    info.context["problems"].append(Problem(where, message, hint))


ItemId = Annotated[str, BeforeValidator(item_id)]
QuestionId = Annotated[str, BeforeValidator(question_id)]
IndicatorId = Annotated[int, BeforeValidator(indicator_id)]
SubIndicatorId = Annotated[str, BeforeValidator(sub_indicator_id)]
ElementId = Annotated[str, BeforeValidator(element_id)]
InstrumentId = Annotated[str, BeforeValidator(instrument_id)]
Cited = Annotated[str, BeforeValidator(cited)]
FigureId = Annotated[str, BeforeValidator(figure_id)]
