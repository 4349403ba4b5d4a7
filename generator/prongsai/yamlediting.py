"""Changing YAML text where it says something else, and nowhere besides: comments and order stay. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from prongsai.yamlbrackets import Bracketed, gaps
from prongsai.yamlmoving import in_order
from prongsai.yamlnodes import Spans, composed, is_empty, name_of, value_of
from prongsai.yamlwriting import Value, below, beside, block, flow, scalar


def edited(text: str, content: Mapping[str, Value]) -> str:
    """Return `text`, a YAML mapping or nothing, changed as little as makes it say `content`.

    Raises what ruamel.yaml raises for text that is no YAML; load it first.
    """
    if not _share(composed(text), content):
        return block(content)
    ordered = in_order(text, plain(content))
    for one in dict.fromkeys((ordered, text)):
        editing = _Editing(Spans(one))
        editing.inside(composed(one), content)
        found = editing.text_after()
        if _says(found, content):
            return found
    return block(content)  # laid out in a way that cannot be changed in places


def said(text: str) -> Any:
    """Return what a YAML text says: text, lists and dictionaries; an empty one says {}."""
    node = composed(text)
    return {} if node is None else value_of(node)


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


@dataclass
class _Editing:
    """The changes of one text, collected while its nodes are walked through."""

    spans: Spans
    changes: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Where each begins, its number, where it ends, and what stands there then."""

    def text_after(self) -> str:
        found = self.spans.text
        for start, _, end, new in sorted(self.changes, reverse=True):
            found = found[:start] + new + found[end:]
        return found

    def inside(self, node: Node, new: Value) -> bool:
        """Change a node in its entries, if it can be; say whether it was."""
        if not isinstance(node, CollectionNode) or not _share(node, new):
            return False
        if isinstance(node, MappingNode) and isinstance(new, Mapping):
            (self._braces if node.flow_style else self._mapping)(node, new)
        elif isinstance(node, SequenceNode) and not isinstance(new, str | Mapping):
            (self._brackets if node.flow_style else self._sequence)(node, new)
        return True

    def _mapping(self, node: MappingNode, content: Mapping[str, Value]) -> None:
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
                place = self.spans.line_end(after[1])
                last = after[1] is node.value[-1][1]
                self._change(self.spans.after_remarks(place, column, last=last), None, line)

    def _entry(self, key: Node, value: Node, new: Value, column: int) -> None:
        if value_of(value) == plain(new) or self.inside(value, new):
            return
        colon = self.spans.text.index(":", key.end_mark.index) + 1
        written = below(new, column, in_line=_is_in_line(value))
        self._write(colon, self.spans.end(value), written)

    def _write(self, start: int, end: int, new: str) -> None:
        """Put a value in the place of another; a remark beside it stays on its first line."""
        remark = self.spans.remark(end)
        if remark and "\n" in new:
            new = new.replace("\n", f"{remark}\n", 1)
            end += len(remark)
        self._change(start, end, new)

    def _sequence(self, node: SequenceNode, content: Sequence[Value]) -> None:
        column = int(node.start_mark.column)
        dashes = [self.spans.dash(column, one) for one in node.value]
        for first, last, begin, end in _opcodes(node.value, content):
            stay = first + min(last - first, end - begin)
            for one, new in zip(node.value[first:stay], content[begin:end], strict=False):
                self._item(one, new)
            self._remove_items(node, dashes, stay, last)
            self._add_items(node, dashes[0], stay, content[begin + stay - first : end])

    def _remove_items(
        self, node: SequenceNode, dashes: Sequence[int], first: int, last: int
    ) -> None:
        if first < last and not first and self._stands_in_line(dashes[0]):
            self._change(dashes[0], dashes[last], "")
            return
        for one, dash in zip(node.value[first:last], dashes[first:last], strict=True):
            self._change(self.spans.line_start(dash), self.spans.line_end(one) + 1, "")

    def _stands_in_line(self, place: int) -> bool:
        """Say whether something stands before a place in its line."""
        return bool(self.spans.text[self.spans.line_start(place) : place].strip())

    def _add_items(self, node: SequenceNode, dash: int, at: int, new: Sequence[Value]) -> None:
        column = int(node.start_mark.column)
        pad = " " * column
        lines = [f"- {beside(one, column + 2)}".rstrip(" ") for one in new]
        if at:
            place = self.spans.line_end(node.value[at - 1])
            place = self.spans.after_remarks(place, column, last=at == len(node.value))
            self._change(place, None, "".join(f"\n{pad}{line}" for line in lines))
        else:
            self._change(dash, None, "".join(f"{line}\n{pad}" for line in lines))

    def _item(self, node: Node, new: Value) -> None:
        if value_of(node) == plain(new) or self.inside(node, new):
            return
        new_text = beside(new, node.start_mark.column, in_line=_is_in_line(node))
        if is_empty(node):  # its mark is where the next thing begins
            dash = self.spans.end(node)
            column = dash - self.spans.line_start(dash) + 1
            self._write(dash, dash, f" {beside(new, column)}")
        else:
            self._write(int(node.start_mark.index), self.spans.end(node), new_text)

    def _remove_entries(self, pairs: list[tuple[Node, Node]], kept: list[bool]) -> None:
        """Take out the lines of entries; below a dash the first one that stays moves up to it."""
        starts = [key.start_mark.index for key, _ in pairs]
        first = kept.index(True)
        if first and self._stands_in_line(starts[0]):
            self._change(starts[0], starts[first], "")
            pairs, kept = pairs[first:], kept[first:]
        for (key, value), stays in zip(pairs, kept, strict=True):
            if not stays:
                start = self.spans.line_start(key.start_mark.index)
                self._change(start, self.spans.line_end(value) + 1, "")

    def _braces(self, node: MappingNode, content: Mapping[str, Value]) -> None:
        """Change the entries of a mapping in braces, which stays in them."""
        names = [str(key.value) for key, _ in node.value]
        entries = Bracketed([self.spans.pair(*pair) for pair in node.value])
        for at, (key, value) in enumerate(node.value):
            if names[at] not in content:
                entries.gone.add(at)
            elif is_empty(value) and content[names[at]]:
                start, end = int(key.end_mark.index), entries.spans[at][1]
                self._change(start, end, f": {flow(content[names[at]])}")
            else:
                self._within(value, content[names[at]])
        after = -1
        for name, new in content.items():
            after = names.index(name) if name in names else after
            if name not in names:
                entries.add(after, f"{scalar(name, in_flow=True)}: {flow(new)}")
        self._rearrange(entries)

    def _brackets(self, node: SequenceNode, content: Sequence[Value]) -> None:
        """Change the entries of a list in brackets, which stays in them."""
        nodes = node.value
        marks = [(int(one.start_mark.index), int(one.end_mark.index)) for one in nodes]
        entries = Bracketed(marks)
        for first, last, begin, end in _opcodes(nodes, content):
            both = min(last - first, end - begin)
            for one, new in zip(nodes[first : first + both], content[begin:end], strict=False):
                self._within(one, new)
            entries.gone.update(range(first + both, last))
            for added in content[begin + both : end]:
                entries.add(first + both - 1, flow(added))
        self._rearrange(entries)

    def _within(self, node: Node, new: Value) -> None:
        if value_of(node) != plain(new) and not self.inside(node, new):
            self._change(node.start_mark.index, int(node.end_mark.index), flow(new))

    def _rearrange(self, entries: Bracketed) -> None:
        for start, end, new in gaps(self.spans.text, entries):
            self._change(start, end, new)

    def _change(self, start: int, end: int | None, new: str) -> None:
        end = start if end is None else min(end, len(self.spans.text))
        self.changes.append((start, len(self.changes), end, new))


def _opcodes(
    nodes: Sequence[Node], content: Sequence[Value]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield runs of nodes, and the run of the content that each becomes."""
    names = [name_of(value_of(one)) for one in nodes], [name_of(plain(one)) for one in content]
    for _, *run in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        yield run[0], run[1], run[2], run[3]


def _is_in_line(node: Node) -> bool:
    """Say whether a node stands in brackets with something in them."""
    return isinstance(node, CollectionNode) and bool(node.flow_style) and bool(node.value)


def _share(node: Node, new: Value) -> bool:
    """Say whether a node and a value are of one kind, and something of the node would be left."""
    if isinstance(node, MappingNode):
        return isinstance(new, Mapping) and any(str(key.value) in new for key, _ in node.value)
    is_list = not isinstance(new, str | Mapping)
    return isinstance(node, SequenceNode) and is_list and bool(node.value) and bool(new)
