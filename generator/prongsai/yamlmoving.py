"""Entries of lists in another order, each with the comments that are about it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from prongsai.yamlnodes import Spans, composed, indent, name_of, value_of
from prongsai.yamlwriting import Value


def in_order(text: str, content: Mapping[str, Value]) -> str:
    """Return the text with the entries of its lists in the order that they have in the content.

    Comments that stand right above an entry or within it go with it; blank lines stay. What an
    entry says is not changed, and entries that the content does not have stay where they are.
    """
    moved = _moved(text, composed(text), content)
    while moved is not None:
        text = moved
        moved = _moved(text, composed(text), content)
    return text


def _moved(text: str, node: Node, content: Any) -> str | None:
    """Return the text with the first list that stands in another order put right, or None."""
    if isinstance(node, MappingNode) and isinstance(content, Mapping):
        pairs = [(value, content.get(str(key.value))) for key, value in node.value]
    elif (
        isinstance(node, SequenceNode) and not node.flow_style and isinstance(content, list | tuple)
    ):
        numbers = _numbers(node.value, content)
        if (found := _put_in_order(text, node, numbers)) is not None:
            return found
        # An entry that has another name may still be the one in its place.
        places = [at if number is None else number for at, number in enumerate(numbers)]
        pairs = [
            (one, content[at] if at < len(content) else None)
            for one, at in zip(node.value, places, strict=True)
        ]
    else:
        return None
    for inner, asked in pairs:
        if (found := _moved(text, inner, asked)) is not None:
            return found
    return None


def _numbers(nodes: Sequence[Node], content: Sequence[Any]) -> list[int | None]:
    """Return for each entry which of the content it is, by its name."""
    places: dict[str, list[int]] = {}
    for number, one in enumerate(content):
        places.setdefault(name_of(one), []).append(number)
    names = (name_of(value_of(node)) for node in nodes)
    return [places[name].pop(0) if places.get(name) else None for name in names]


def _put_in_order(text: str, node: SequenceNode, numbers: Sequence[int | None]) -> str | None:
    known = [(number, at) for at, number in enumerate(numbers) if number is not None]
    if known == sorted(known):
        return None
    spans = Spans(text)
    column = int(node.start_mark.column)
    slots = [_lines(spans, column, node.value[at]) for _, at in known]
    if None in slots:
        return None
    places = [slot for slot in slots if slot]
    lines = [
        text[places[known.index(one)][0] : places[known.index(one)][1]] for one in sorted(known)
    ]
    found = text
    for (start, end), new in sorted(zip(places, lines, strict=True), reverse=True):
        found = found[:start] + new + found[end:]
    return found


def _lines(spans: Spans, column: int, node: Node) -> tuple[int, int] | None:
    """Return where the lines of an entry begin and end, with its comments; None for one in a line."""
    text = spans.text
    dash = spans.dash(column, node)
    start, end = spans.line_start(dash), spans.line_end(node)
    if text[start:dash].strip():
        return None
    while start and text[spans.line_start(start - 1) : start].lstrip().startswith("#"):
        above = spans.line_start(start - 1)
        if indent(text[above:start]) > column:
            break
        start = above
    while end < len(text):
        after = text.find("\n", end + 1)
        line = text[end + 1 : after if after >= 0 else len(text)]
        if not line.lstrip().startswith("#") or indent(line) <= column:
            break
        end = after if after >= 0 else len(text)
    return start, end
