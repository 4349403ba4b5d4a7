"""Values as YAML text that an officer can read and go on with. Pure.

A value is text, a list of values or a mapping of values: what a text means, a number or a day, is for
the models to say. So figures are written as they stand, with the decimals that they have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

_INDENT = 2
_WIDEST = 100
"""Characters of a list that still stands in one line."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN = re.compile(
    r"(?:[^\W_]|[\u0e00-\u0e7f(./]|-[0-9])[^\n\t\r\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*"
)
_NOT_PLAIN = re.compile(r": |:$| #|\s$")
# The parser in C stops at a colon or a question mark in brackets, also within a word.
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?]")


def block(content: Mapping[str, Value], column: int = 0) -> str:
    """Return a mapping, an entry a line and below it what it holds, ending in a line end."""
    pad = " " * column
    return "".join(f"{pad}{scalar(key)}:{below(value, column)}\n" for key, value in content.items())


def below(value: Value, column: int, *, in_line: bool = False) -> str:
    """Return what stands behind the colon of a key at `column`, without a line end at the end.

    `in_line` asks for brackets and braces where there is room.
    """
    if isinstance(value, str):  # no value at all where there is none: "" would be a text
        return f" {_literal(value, column + _INDENT) or scalar(value)}" if value else ""
    if not value or _is_short(value, in_line=in_line):
        return f" {flow(value)}"
    if isinstance(value, Mapping):
        return "\n" + block(value, column + _INDENT).removesuffix("\n")
    pad = " " * (column + _INDENT)
    lines = (f"{pad}- {beside(one, column + 2 * _INDENT)}".rstrip(" ") for one in value)
    return "".join(f"\n{line}" for line in lines)


def beside(value: Value, column: int, *, in_line: bool = False) -> str:
    """Return what stands behind the dash of a list; its lines below the first begin at `column`."""
    if isinstance(value, str):
        return (_literal(value, column) or scalar(value)) if value else ""
    if not isinstance(value, Mapping) or not value or _is_short(value, in_line=in_line):
        return flow(value)
    return block(value, column).lstrip(" ").removesuffix("\n")


def flow(value: Value) -> str:
    """Return a value in one line: `[a, b]`, `{a: b}`."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Return a text as it is where YAML reads it as such, and else between double quotes."""
    plain = (
        text not in _NULLS
        and _PLAIN.fullmatch(text)
        and not _NOT_PLAIN.search(text)
        and not (in_flow and _NOT_IN_FLOW.search(text))
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def _literal(text: str, column: int) -> str:
    """Return a text of several lines as a literal block; empty where it is none, or cannot be one."""
    lines = text.split("\n")
    if len(lines) == 1 or text != text.strip() or any(line != line.rstrip() for line in lines):
        return ""
    if not text.replace("\n", "").isprintable():
        return ""
    return "|-" + "".join(f"\n{' ' * column}{line}" if line else "\n" for line in lines)


def _is_short(value: Value, *, in_line: bool) -> bool:
    if isinstance(value, Mapping) and not in_line:
        return False
    values = value.values() if isinstance(value, Mapping) else value
    nested = any(not isinstance(one, str) for one in values)
    return not (nested and not in_line) and len(flow(value)) <= _WIDEST and "\\n" not in flow(value)
