"""What Pydantic finds wrong, told in Thai and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from prongsai.models.values import EMPTY, FILL_IN
from prongsai.problems import NO_TEXT, InvalidValueError, Text

_Context = Mapping[str, Any]


def explain(details: ErrorDetails) -> tuple[Text, Text]:
    """Return message and hint for one error of a Pydantic ValidationError."""
    context = details.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, InvalidValueError):
        return cause.message, cause.hint
    if details["type"] != "missing" and details["input"] is None:
        return EMPTY, FILL_IN
    if tell := _TOLD.get(details["type"]):
        return tell(context), NO_TEXT
    if details["type"].endswith("_type"):
        return _wrong_shape(details), NO_TEXT
    return Text("ค่านี้ใช้ไม่ได้", details["msg"]), NO_TEXT


_SHAPES = {
    "dict": Text("ชุดของ 'คำ: ค่า'", "a set of 'key: value'"),
    "model": Text("ชุดของ 'คำ: ค่า'", "a set of 'key: value'"),
    "list": Text(
        "รายการ เช่น [ก, ข] หรือขึ้นต้นแต่ละบรรทัดด้วย -",
        "a list, such as [a, b], or lines that begin with -",
    ),
    "tuple": Text(
        "รายการ เช่น [ก, ข] หรือขึ้นต้นแต่ละบรรทัดด้วย -",
        "a list, such as [a, b], or lines that begin with -",
    ),
    "string": Text("ข้อความ", "text"),
    "int": Text("จำนวนเต็ม", "a whole number"),
    "bool": Text("true หรือ false", "true or false"),
}


def _wrong_shape(details: ErrorDetails) -> Text:
    shape = _SHAPES.get(details["type"].removesuffix("_type"), _SHAPES["string"])
    return Text(f"ต้องเป็น{shape.th}", f"expected {shape.en}")


def _bounds(symbol_th: str, symbol_en: str, key: str) -> Callable[[_Context], Text]:
    return lambda c: Text(f"ต้อง{symbol_th} {c[key]}", f"must be {symbol_en} {c[key]}")


def _alternatives(context: _Context) -> Text:
    expected = str(context["expected"]).replace("'", "")
    return Text(f"ต้องเป็นค่าใดค่าหนึ่งใน {expected.replace(' or ', ' หรือ ')}", f"must be {expected}")


_TOLD: Mapping[str, Callable[[_Context], Text]] = {
    "missing": lambda _: Text("ต้องมี แต่ไม่พบ", "is required but missing"),
    "greater_than_equal": _bounds("ไม่น้อยกว่า", "at least", "ge"),
    "less_than_equal": _bounds("ไม่เกิน", "at most", "le"),
    "enum": _alternatives,
    "literal_error": _alternatives,
    "int_parsing": lambda _: Text("ต้องเป็นจำนวนเต็ม", "expected a whole number"),
    "bool_parsing": lambda _: Text("ต้องเป็น true หรือ false", "expected true or false"),
    "string_too_short": lambda _: Text("ต้องไม่ว่าง", "must not be empty"),
    "too_short": lambda _: Text("ต้องมีอย่างน้อยหนึ่งรายการ", "needs at least one entry"),
    "string_pattern_mismatch": lambda c: Text(
        f"รูปแบบไม่ถูกต้อง (ต้องตรงกับ {c['pattern']})", f"must match {c['pattern']}"
    ),
}
