"""Steps of a measure in a cell: a line each, and below it its points, each after a dash. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from prongsai.workbook.notation import Notation, Units, one_line, several_lines

_DASH = "- "
_NO_POINT = "\\"
"""Before the dash of a step that begins with one and is no point."""


def _show(value: Any, units: Units) -> str:
    return "\n".join(map(_shown_step, value if isinstance(value, list) else []))


def _read(text: str, old: Any, units: Units) -> Any:
    earlier = old if isinstance(old, list) else []
    known = {_shown_step(step): step for step in earlier}
    points = {_shown_point(point): point for step in earlier for point in _points(step)}
    return [
        known.get("\n".join(block))
        or _step(block[0], [points.get(p, _point(p)) for p in block[1:]])
        for block in _blocks(text)
    ]


def _shown_step(step: Any) -> str:
    text = one_line(str(step["text"] if isinstance(step, Mapping) else step))
    head = f"{_NO_POINT}{text}" if text.startswith((_DASH, _NO_POINT)) else text
    return "\n".join([head, *map(_shown_point, _points(step))])


def _points(step: Any) -> list[Any]:
    parts = step.get("parts", []) if isinstance(step, Mapping) else []
    return parts if isinstance(parts, list) else []


def _shown_point(point: Any) -> str:
    text = point["text"] if isinstance(point, Mapping) else point
    return f"{_DASH}{one_line(str(text))}"


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield each step with its points, as lines; a point with no step before it is a step."""
    block: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if block and line.startswith(_DASH):
            block.append(line)
            continue
        if block:
            yield block
        block = [line]
    if block:
        yield block


def _point(line: str) -> str:
    return several_lines(line.removeprefix(_DASH))


def _step(line: str, points: list[Any]) -> Any:
    text = several_lines(line.removeprefix(_NO_POINT))
    return {"text": text, "parts": points} if points else text


STEPS = Notation(_show, _read)
