"""Changing YAML text where it says something else, and nowhere besides: comments and order stay. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from prongsai.yamlwriting import Value, below, beside, block, scalar

_NAMES = ("id", "title", "place", "code", "indicator")
"""Keys by which an entry of a list is known when it changes or moves."""

_NO_VALUE = re.compile(r"(.*?[:-])\s*(?:#.*)?$")
"""A line that ends in a key or a dash, but for a remark."""


def edited(text: str, content: Mapping[str, Value]) -> str:
    """Return `text`, a YAML mapping or nothing, changed as little as makes it say `content`.

    Raises what ruamel.yaml raises for text that is no YAML; load it first.
    """
    root = _compose(text)
    if not isinstance(root, MappingNode) or root.flow_style or not _share(root, content):
        return block(content)
    editing = _Editing(text)
    editing.mapping(root, content)
    found = editing.text_after()
    # A text laid out in a way that cannot be changed in places is written anew.
    return found if _says(found, content) else block(content)


def said(text: str) -> Any:
    """Return what a YAML text says: text, lists and dictionaries; an empty one says {}."""
    node = _compose(text)
    return {} if node is None else _value(node)


def plain(content: Value) -> Any:
    """Return a value as `said` gives it."""
    if isinstance(content, str):
        return str(content)
    if isinstance(content, Mapping):
        return {str(key): plain(value) for key, value in content.items()}
    return [plain(one) for one in content]


def _says(text: str, content: Mapping[str, Value]) -> bool:
    try:
        return bool(said(text) == plain(content))
    except YAMLError:
        return False


def _compose(text: str) -> Any:
    # The parser in Python: the marks of the one in C do not count characters.
    return YAML(typ="safe", pure=True).compose(text)


def _value(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(one) for one in node.value]
    return str(node.value)


@dataclass
class _Editing:
    """The changes of one text, collected while its nodes are walked through."""

    text: str
    changes: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Where each begins, its number, where it ends, and what stands there then."""

    def text_after(self) -> str:
        found = self.text
        for start, _, end, new in sorted(self.changes, reverse=True):
            found = found[:start] + new + found[end:]
        return found

    def mapping(self, node: MappingNode, content: Mapping[str, Value]) -> None:
        """Change the entries of a mapping in block style that shares a key with the content."""
        here = {str(key.value): (key, value) for key, value in node.value}
        column = node.value[0][0].start_mark.column
        self._remove_entries([here[name] for name in here], [name in content for name in here])
        for name, pair in here.items():
            if name in content:
                self._entry(*pair, content[name], column)
        # After the changes within them, as what is added below an entry stands below those too.
        after = next(here[name] for name in here if name in content)
        for name, new in content.items():
            after = here.get(name, after)
            if name not in here:
                line = f"\n{' ' * column}{scalar(name)}:{below(new, column)}"
                place = self._line_end(after[1])
                if after[1] is node.value[-1][1]:
                    place = self._after_remarks(place, column)
                self._change(place, None, line)

    def _entry(self, key: Node, value: Node, new: Value, column: int) -> None:
        if _value(value) == plain(new) or self._inside(value, new):
            return
        colon = self.text.index(":", key.end_mark.index) + 1
        self._change(colon, self._end(value), below(new, column, in_line=_is_in_line(value)))

    def _inside(self, node: Node, new: Value) -> bool:
        """Change a node in its entries, if it can be; say whether it was."""
        if not isinstance(node, CollectionNode) or node.flow_style or not _share(node, new):
            return False
        if isinstance(node, MappingNode) and isinstance(new, Mapping):
            self.mapping(node, new)
        elif isinstance(node, SequenceNode) and not isinstance(new, str | Mapping):
            self._sequence(node.value, new)
        return True

    def _sequence(self, nodes: list[Node], content: Sequence[Value]) -> None:
        names = [_name(_value(one)) for one in nodes], [_name(plain(one)) for one in content]
        for _, first, last, begin, end in SequenceMatcher(
            None, *names, autojunk=False
        ).get_opcodes():
            both = min(last - first, end - begin)
            for node, new in zip(nodes[first : first + both], content[begin:end], strict=False):
                self._item(node, new)
            for node in nodes[first + both : last]:
                start = self._line_start(node.start_mark.index)
                self._change(start, self._line_end(node) + 1, "")
            self._add_items(nodes, first + both, content[begin + both : end])

    def _add_items(self, nodes: list[Node], at: int, new: Sequence[Value]) -> None:
        if not new:
            return
        dash = self.text.rindex("-", 0, nodes[0].start_mark.index)
        column = dash - self._line_start(dash)
        lines = [f"{' ' * column}- {beside(one, column + 2)}" for one in new]
        if at:
            place = self._line_end(nodes[at - 1])
            if at == len(nodes):
                place = self._after_remarks(place, column)
            self._change(place, None, "".join(f"\n{line}" for line in lines))
        else:
            place = self._line_start(dash)
            self._change(place, None, "".join(f"{line}\n" for line in lines))

    def _after_remarks(self, place: int, column: int) -> int:
        """Return where the remarks end that stand below the last entry of a list and belong to it.

        Those at the left edge of the file may be about what follows.
        """
        at = place
        while column and at < len(self.text):
            end = self.text.find("\n", at + 1)
            end = len(self.text) if end < 0 else end
            line = self.text[at + 1 : end]
            if line.strip() and not (line.lstrip().startswith("#") and _indent(line) >= column):
                break
            at = end
            place = at if line.strip() else place
        return place

    def _item(self, node: Node, new: Value) -> None:
        if _value(node) == plain(new) or self._inside(node, new):
            return
        new_text = beside(new, node.start_mark.column, in_line=_is_in_line(node))
        self._change(node.start_mark.index, self._end(node), new_text)

    def _remove_entries(self, pairs: list[tuple[Node, Node]], kept: list[bool]) -> None:
        """Take out the lines of entries; below a dash the first one that stays moves up to it."""
        starts = [key.start_mark.index for key, _ in pairs]
        first = kept.index(True)
        if first and self.text[self._line_start(starts[0]) : starts[0]].strip():
            self._change(starts[0], starts[first], "")
            pairs, kept = pairs[first:], kept[first:]
        for (key, value), stays in zip(pairs, kept, strict=True):
            if not stays:
                start = self._line_start(key.start_mark.index)
                self._change(start, self._line_end(value) + 1, "")

    def _change(self, start: int, end: int | None, new: str) -> None:
        end = start if end is None else min(end, len(self.text))
        self.changes.append((start, len(self.changes), end, new))

    def _end(self, node: Node) -> int:
        """Return where the last sign of a node ends: marks of blocks reach on to what follows."""
        if isinstance(node, ScalarNode):
            end = int(node.end_mark.index)
            if not node.value and node.style is None:
                return self._empty_end(end)
            return len(self.text[:end].rstrip()) if node.style in ("|", ">") else end
        if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1] if isinstance(node, MappingNode) else last)

    def _empty_end(self, mark: int) -> int:
        """Return where a key or dash without a value ends: its mark is where the next thing begins."""
        end = len(self.text[:mark].rstrip())
        start = self._line_start(end)
        while (line := self.text[start:end].strip()).startswith("#") or not line:
            end = start - 1
            start = self._line_start(end)
        found = _NO_VALUE.match(self.text, start, end)
        return found.end(1) if found else end

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, node: Node) -> int:
        found = self.text.find("\n", self._end(node))
        return len(self.text) if found < 0 else found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_in_line(node: Node) -> bool:
    """Say whether a node stands in brackets with something in them."""
    return isinstance(node, CollectionNode) and bool(node.flow_style) and bool(node.value)


def _share(node: Node, new: Value) -> bool:
    """Say whether a node and a value are of one kind, and something of the node would be left."""
    if isinstance(node, MappingNode):
        return isinstance(new, Mapping) and any(str(key.value) in new for key, _ in node.value)
    is_list = not isinstance(new, str | Mapping)
    return isinstance(node, SequenceNode) and is_list and bool(node.value) and bool(new)


def _name(value: Any) -> str:
    """Return what an entry of a list is known by, and else all that it says."""
    known = [value[key] for key in _NAMES if key in value] if isinstance(value, dict) else []
    return str(known[0] if known else value)
