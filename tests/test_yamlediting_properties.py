"""Whatever a YAML file looks like and whatever is changed in it: all else stays, byte for byte.

The texts made here have every value and every remark once, so that what stays can be told apart.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.yamlediting import edited, said

KEYS = st.sampled_from(["title", "text", "ก", "O12", "4", "updated", "by", "on"])
SHAPES = st.recursive(
    st.sampled_from(["leaf", "leaf", "quoted", "empty", "literal"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
ROOTS = st.dictionaries(KEYS, SHAPES, min_size=2, max_size=5)


class Text:
    """A YAML text made of a shape, in which values and remarks are numbered."""

    def __init__(self, draw):
        self.draw, self.number = draw, count(1)
        self.remarks: dict[tuple, list[str]] = {}
        """By the path of an entry, the remarks that go with it where it goes."""

    def remark(self, path):
        text = f"# r{next(self.number)}."
        self.remarks.setdefault(path, []).append(text)
        return text

    def beside(self, path):
        return f"   {self.remark(path)}" if self.draw(st.booleans()) else ""

    def above(self, pad, path):
        """Remarks and blank lines above an entry: they may stay when it goes, or go with it."""
        kind = self.draw(st.sampled_from(["", "", "", "remark", "blank", "blank and remark"]))
        lines = [""] if "blank" in kind else []
        return [*lines, f"{pad}{self.remark(path)}"] if "remark" in kind else lines

    def block(self, shape, path, column):
        pad, lines = " " * column, []
        pairs = shape.items() if isinstance(shape, dict) else enumerate(shape)
        for key, inner in pairs:
            where = (*path, key)
            lines += self.above(pad, where)
            head = f"{pad}-" if isinstance(shape, list) else f"{pad}{key}:"
            lines += self.entry(head, inner, where, column, in_list=isinstance(shape, list))
        return lines

    def entry(self, head, shape, where, column, *, in_list):
        if isinstance(shape, str):
            return self.leaf(head, shape, where, column)
        if self.draw(st.booleans()):
            return [f"{head} {self.flow(shape)}{self.beside(where)}"]
        inner = column + 2
        if in_list and isinstance(shape, dict):
            first, *rest = self.block(shape, where, inner)
            while not first or first.lstrip().startswith("#"):  # nothing may stand before the dash
                self.remarks = {
                    path: [r for r in found if r != first.strip()]
                    for path, found in self.remarks.items()
                }
                first, *rest = rest
            return [f"{head} {first.lstrip()}", *rest]
        return [f"{head}{self.beside(where)}", *self.block(shape, where, inner)]

    def leaf(self, head, shape, where, column):
        word = f"v{next(self.number)}."
        if shape == "literal":
            pad = " " * (column + 2)
            return [f"{head} |-", f"{pad}{word}", "", f"{pad}# {word} อีกบรรทัด"]
        written = {"leaf": f" {word}", "quoted": f' "{word}"', "empty": ""}[shape]
        return [f"{head}{written}{self.beside(where)}"]

    def flow(self, shape):
        if isinstance(shape, str):
            word = f"v{next(self.number)}."
            return f'"{word}"' if shape in ("quoted", "empty", "literal") else word
        if isinstance(shape, dict):
            return "{" + ", ".join(f"{k}: {self.flow(v)}" for k, v in shape.items()) + "}"
        return "[" + ", ".join(map(self.flow, shape)) + "]"


@st.composite
def texts(draw):
    """A text, and the remarks in it by the path of what they are about."""
    made = Text(draw)
    lines = ["# หัวไฟล์", *made.block(draw(ROOTS), (), 0)]
    end = draw(st.sampled_from(["\n", "", "\n\n# ท้ายไฟล์\n"]))
    return "\n".join(lines) + end, made.remarks


def paths(value, path=()):
    """Every path in a content, the root left out."""
    pairs = value.items() if isinstance(value, dict) else ()
    pairs = enumerate(value) if isinstance(value, list) else pairs
    for key, inner in pairs:
        yield (*path, key)
        yield from paths(inner, (*path, key))


def at(content, path):
    for step in path:
        content = content[step]
    return content


def words_left(text):
    return Counter(word for line in text.splitlines() for word in line.split())


@settings(max_examples=150, deadline=None)
@given(texts(), st.data())
def test_one_value_that_changes_is_all_that_changes(made, data):
    text, _ = made
    content = said(text)
    leaves = [path for path in paths(content) if (v := at(content, path)) and isinstance(v, str)]
    if not (leaves := [path for path in leaves if "\n" not in at(content, path)]):
        return
    path = data.draw(st.sampled_from(leaves))
    old, new = at(content, path), data.draw(st.sampled_from(["ใหม่", "93.10", "ก ข"]))
    at(content, path[:-1])[path[-1]] = new

    found = edited(text, content)

    assert found in (text.replace(f'"{old}"', new), text.replace(old, new))


@settings(max_examples=150, deadline=None)
@given(texts(), st.data())
def test_an_entry_that_goes_takes_nothing_with_it_but_its_own(made, data):
    text, remarks = made
    content = said(text)
    path = data.draw(st.sampled_from(list(paths(content))))
    if len(at(content, path[:-1])) == 1:
        return
    del at(content, path[:-1])[path[-1]]

    found = edited(text, content)

    assert said(found) == content
    for about, told in remarks.items():
        if about[: len(path)] != path:
            assert all(remark in found for remark in told), (path, about)
    assert words_left(found) <= words_left(text) or "{" in text or "[" in text


@settings(max_examples=150, deadline=None)
@given(texts(), st.data())
def test_an_entry_that_comes_is_all_that_comes(made, data):
    text, remarks = made
    content = said(text)
    inner = [(), *(p for p in paths(content) if isinstance(at(content, p), dict | list))]
    into = at(content, data.draw(st.sampled_from(inner)))
    new = data.draw(st.sampled_from(["ใหม่", {"title": "ใหม่", "on": ""}, ["ใหม่", "เพิ่ม"]]))
    if isinstance(into, dict):
        into["new"] = new
    else:
        into.insert(data.draw(st.integers(0, len(into))), new)

    found = edited(text, content)

    assert said(found) == content
    assert all(remark in found for told in remarks.values() for remark in told)
    lines = iter(found.splitlines())
    missing = [line for line in text.splitlines() if line not in lines]
    assert all("{" in line or "[" in line for line in missing[:1])


@settings(max_examples=100, deadline=None)
@given(texts(), st.data())
def test_entries_in_another_order_keep_every_line(made, data):
    text, _ = made
    content = said(text)
    lists = [
        path
        for path in paths(content)
        if isinstance(at(content, path), list) and len(at(content, path)) > 1
    ]
    if not lists:
        return
    path = data.draw(st.sampled_from(lists))
    at(content, path)[:] = data.draw(st.permutations(at(content, path)))

    found = edited(text, content)

    assert said(found) == content
    in_lines = [line for line in text.splitlines() if "[" not in line]
    assert Counter(in_lines) <= Counter(found.splitlines())


@settings(max_examples=100, deadline=None)
@given(texts(), st.data())
def test_after_any_sequence_of_changes_it_says_what_was_wanted(made, data):
    text, _ = made
    for _ in range(data.draw(st.integers(1, 5))):
        content = deepcopy(said(text))
        path = data.draw(st.sampled_from([*paths(content)]))
        into, key = at(content, path[:-1]), path[-1]
        what = data.draw(st.sampled_from(["set", "nest", "delete", "empty", "move"]))
        if what == "set":
            into[key] = data.draw(st.sampled_from(["ใหม่", "a: b", "สอง\nบรรทัด", "- x", "#"]))
        elif what == "nest":
            into[key] = {"title": "ใหม่", "text": ["ก", {"by": "ข", "on": ""}]}
        elif what == "empty":
            into[key] = ""
        elif what == "move" and isinstance(into, list):
            into.append(into.pop(key))
        elif len(into) > 1:
            del into[key]

        text = edited(text, content)

        assert said(text) == content
        assert "# หัวไฟล์" in text
