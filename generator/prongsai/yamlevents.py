"""YAML text to Lines, LineLists and Scalars: the parser's events, each with its line.

Text stays text: a model, not YAML, decides that `08`, `no` or `๙๖.๗๙` is a code, a word or a
number. Anchors, aliases and tags are refused: nobody who edits these files needs them, and a file
that expands to gigabytes is made of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from prongsai.models.base import LineList, Lines, Scalar
from prongsai.problems import NO_TEXT, ContentError, Location, Problem, Text
from prongsai.yamlsyntax import control_character, syntax_problem, unreadable

_MAX_DEPTH = 30
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def parse(text: str, shown: str, problems: list[Problem]) -> Any:
    """Return the YAML as Lines, LineLists and Scalars; repeated keys are added to `problems`.

    Raises ContentError, with those, for what cannot be read on from.
    """
    if problem := control_character(text, shown):
        raise ContentError([*problems, problem])
    before = list(problems)
    try:
        return _built(YAML(typ="safe"), text, shown, problems)
    except MarkedYAMLError as error:
        # The parser in C, of YAML 1.1, refuses a link or a time inside braces: {url: https://...}.
        problems[:] = before
        try:
            return _built(YAML(typ="safe", pure=True), text, shown, problems)
        except MarkedYAMLError:
            raise ContentError([*problems, syntax_problem(error, text, shown)]) from error


def scalars(text: str) -> Iterator[tuple[int, str]]:
    """Yield every key and value of a YAML text as it is read, with its line; none of a broken one."""
    for pure in (False, True):  # as parse() does
        try:
            events = list(YAML(typ="safe", pure=pure).parse(text))
        except (YAMLError, AssertionError, ValueError, OverflowError):
            continue  # loading tells what is wrong with it
        yield from ((e.start_mark.line + 1, e.value) for e in events if isinstance(e, ScalarEvent))
        return


def _built(yaml: YAML, text: str, shown: str, problems: list[Problem]) -> Any:
    """Return what the events of a parser come to. Raises MarkedYAMLError, and ContentError."""
    builder = _Builder(shown, problems)
    try:
        for event in yaml.parse(text):
            builder.feed(event)
    except MarkedYAMLError:
        raise
    except (YAMLError, AssertionError, ValueError, OverflowError) as error:
        # The parser in Python lets the last three out, for a directive or an escape that it
        # cannot read; the one in C has marks for both.
        raise ContentError([*problems, unreadable(shown)]) from error
    if builder.root is None:
        raise ContentError([*problems, _empty(shown)])
    return builder.root


class _Builder:
    """Collects the events of one document into Lines, LineLists and Scalars."""

    def __init__(self, shown: str, problems: list[Problem]) -> None:
        self._shown, self._problems = shown, problems
        self._open: list[Lines | LineList] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0
        self.root: Any = None

    def feed(self, event: Event) -> None:
        """Take the next event. Raises ContentError for what cannot be read on from."""
        line = event.start_mark.line + 1
        if type(event) is ScalarEvent:  # by far the most: asked for before all others
            self._refuse_reuse(event, line)
            self._scalar(event, line)
            return
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._open.pop()
            self._keys.pop()
            return
        self._refuse_reuse(event, line)
        match event:
            case DocumentStartEvent():
                self._document(line)
            case MappingStartEvent():
                self._start(Lines(self._line_of_key(line)), line)
            case SequenceStartEvent():
                self._start(LineList(self._line_of_key(line)), line)

    def _document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            message = Text(
                "มีเอกสารมากกว่าหนึ่งในไฟล์เดียว (---)", "more than one document in the file (---)"
            )
            self._refuse(line, message)

    def _line_of_key(self, line: int) -> int:
        """What stands under a key is found where the key is, not on the line below it."""
        key = self._keys[-1] if self._keys else None
        return key.line if key is not None else line

    def _start(self, container: Lines | LineList, line: int) -> None:
        if len(self._open) >= _MAX_DEPTH:
            self._refuse(line, Text("ซ้อนกันลึกเกินไป", "nested too deeply"))
        self._add(container, line)
        self._open.append(container)
        self._keys.append(None)

    def _scalar(self, event: ScalarEvent, line: int) -> None:
        scalar = Scalar(event.value, line)
        if event.style == '"' and (problem := control_character(scalar, self._shown)):
            self._refuse(line, problem.message, problem.hint)  # written as an escape: "\\x07"
        if self._open and isinstance(self._open[-1], Lines) and self._keys[-1] is None:
            self._keys[-1] = scalar
            return
        plain = not event.style  # None from the parser in Python, "" from the one in C
        self._add(None if plain and scalar in _NULLS else scalar, line)

    def _add(self, value: Any, line: int) -> None:
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent, LineList):
            parent.append(value)
            parent.entry_lines.append(line)
            return
        key = self._keys[-1]
        if key is None:
            self._refuse(line, Text("คำหน้า : ต้องเป็นข้อความ", "a key must be text"))
        self._keys[-1] = None
        if key in parent:
            self._repeated(key, parent)
        parent[str(key)] = value
        parent.key_lines[str(key)] = key.line

    def _repeated(self, key: Scalar, parent: Lines) -> None:
        first = parent.key_lines[str(key)]
        self._problems.append(
            Problem(
                Location(self._shown, key.line),
                Text(
                    f"คำ '{key}' ซ้ำกับบรรทัดที่ {first}",
                    f"the key '{key}' is repeated; first on line {first}",
                ),
                Text("ลบบรรทัดใดบรรทัดหนึ่ง", "delete one of the two"),
            )
        )

    def _refuse_reuse(self, event: Event, line: int) -> None:
        tag = getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or (tag and tag != "!"):
            message = Text(
                "ใช้เครื่องหมาย & * หรือ ! ของ YAML ไม่ได้",
                "YAML anchors, aliases and tags are not allowed",
            )
            hint = Text(
                "เขียนค่าให้เต็ม หรือใส่ข้อความไว้ในเครื่องหมายคำพูด",
                "write the value out, or put the text in quotes",
            )
            self._refuse(line, message, hint)

    def _refuse(self, line: int, message: Text, hint: Text = NO_TEXT) -> NoReturn:
        problem = Problem(Location(self._shown, line), message, hint)
        raise ContentError([*self._problems, problem])


def _empty(shown: str) -> Problem:
    return Problem(
        Location(shown),
        Text("ไฟล์ว่างเปล่า", "the file is empty"),
        Text("ดูตัวอย่างใน README หรือลบไฟล์นี้ออก", "see the README for an example, or delete it"),
    )
