"""The nodes of a YAML text, what they say, and where in the text they stand. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

_NAMES = ("id", "title", "place", "code", "indicator")
"""Keys by which an entry of a list is known when it changes or moves."""
_NO_VALUE = re.compile(r"(.*?[:-])\s*(?:#.*)?$")
"""A line that ends in a key or a dash, but for a remark."""
_REMARK = re.compile(r"[ \t]+#[^\n]*")
_COLON = re.compile(r"\s*:")


def composed(text: str) -> Any:
    """Return the root node of a text, None where it says nothing. Raises what ruamel.yaml raises."""
    # The parser in Python: the marks of the one in C do not count characters.
    return YAML(typ="safe", pure=True).compose(text)


def value_of(node: Node) -> Any:
    """Return what a node says: text, lists and dictionaries."""
    if isinstance(node, MappingNode):
        return {str(key.value): value_of(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [value_of(one) for one in node.value]
    return str(node.value)


def name_of(value: Any) -> str:
    """Return what an entry of a list is known by, and else all that it says."""
    known = [value[key] for key in _NAMES if key in value] if isinstance(value, Mapping) else []
    return str(known[0] if known else value)


def is_empty(node: Node) -> bool:
    """Say whether nothing at all is written for a node."""
    return isinstance(node, ScalarNode) and not node.value and node.style is None


class Spans:
    """Where nodes of a text begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text

    def end(self, node: Node) -> int:
        """Return where the last sign of a node ends: marks of blocks reach on to what follows."""
        if isinstance(node, ScalarNode):
            end = int(node.end_mark.index)
            if is_empty(node):
                return self._empty_end(end)
            return len(self.text[:end].rstrip()) if node.style in ("|", ">") else end
        if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, MappingNode) else last)

    def pair(self, key: Node, value: Node) -> tuple[int, int]:
        """Return where an entry of a mapping in braces begins and ends."""
        start, end = int(key.start_mark.index), int(value.end_mark.index)
        if is_empty(value):
            colon = _COLON.match(self.text, key.end_mark.index)
            end = colon.end() if colon else int(key.end_mark.index)
        return start, end

    def _empty_end(self, mark: int) -> int:
        """Return where a key or dash without a value ends: its mark is where the next thing begins."""
        end = len(self.text[:mark].rstrip())
        start = self.line_start(end)
        while (line := self.text[start:end].strip()).startswith("#") or not line:
            end = start - 1
            start = self.line_start(end)
        found = _NO_VALUE.match(self.text, start, end)
        return found.end(1) if found else end

    def dash(self, column: int, node: Node) -> int:
        """Return where the dash of an entry stands in a list whose dashes stand at a column."""
        place = self.end(node) if is_empty(node) else int(node.start_mark.index)
        start = self.line_start(place)
        while self.text[start:].lstrip(" ").startswith("#") or not self._has_dash(start, column):
            start = self.line_start(start - 1)
        return start + column

    def _has_dash(self, start: int, column: int) -> bool:
        return self.text[start + column : start + column + 2] in ("- ", "-\n", "-")

    def remark(self, place: int) -> str:
        """Return what stands from a place to the end of its line, if it is a remark."""
        found = _REMARK.match(self.text, place)
        return found[0] if found else ""

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, node: Node) -> int:
        """Return where the last line of a node ends, before its line end."""
        found = self.text.find("\n", self.end(node))
        return len(self.text) if found < 0 else found

    def after_remarks(self, place: int, column: int, *, last: bool) -> int:
        """Return where the remarks end that follow an entry of a block at a column and belong to it.

        Those that stand deeper do; those at the column itself do below the last entry, unless they
        stand at the left edge of the file, where they may be about what follows.
        """
        deep = column if last and column else column + 1
        at = place
        while at < len(self.text):
            end = self.text.find("\n", at + 1)
            end = len(self.text) if end < 0 else end
            line = self.text[at + 1 : end]
            if line.strip() and not (line.lstrip().startswith("#") and indent(line) >= deep):
                break
            at = end
            place = at if line.strip() else place
        return place


def indent(line: str) -> int:
    """Return how many signs a line begins with that are none."""
    return len(line) - len(line.lstrip())
