"""What the models find wrong with a draft, told of the cell it came from and not of a YAML line. Pure.

A draft is written with each value on a line of its own, so that the line of a problem says which value
it is about. That text is only judged, never kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai.problems import Problem, Text
from prongsai.workbook.cells import CellProblem
from prongsai.workbook.draft import Content, Draft, Where
from prongsai.yamlwriting import scalar

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Read as nothing where they stand without quotes; with quotes they are text."""


def laid_out(content: Content, earlier: Content) -> tuple[str, tuple[Where, ...]]:
    """Return the content as YAML, and of which value each line is.

    What the file says `earlier` tells a key without a value from such a text that was typed.
    """
    empty = {_keys(where) for where, value in _leaves(earlier, ()) if value in _NULLS}
    lines = list(_lines(content, (), empty))
    return "".join(f"{text}\n" for text, _ in lines), tuple(where for _, where in lines)


def _keys(where: Where) -> Where:
    return tuple(step for step in where if isinstance(step, str))


def _leaves(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, (*where, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _leaves(one, (*where, number))
    else:
        yield where, str(value)


def _lines(content: Content, where: Where, empty: set[Where]) -> Iterator[tuple[str, Where]]:
    for key, value in content.items():
        yield from _value(f"{'  ' * len(where)}{scalar(key)}:", value, (*where, key), empty)


def _value(head: str, value: Any, where: Where, empty: set[Where]) -> Iterator[tuple[str, Where]]:
    if isinstance(value, dict):
        yield (head if value else f"{head} {{}}"), where
        yield from _lines(value, where, empty)
    elif isinstance(value, list):
        yield (head if value else f"{head} []"), where
        for number, one in enumerate(value):
            yield from _value(f"{'  ' * len(where)}-", one, (*where, number), empty)
    else:
        is_empty = str(value) in _NULLS and _keys(where) in empty
        yield f"{head} {value if is_empty else scalar(str(value))}", where


def cell_problem(problem: Problem, draft: Draft, lines: tuple[Where, ...]) -> CellProblem:
    """Return a problem of the text that `laid_out` gave as one of the workbook."""
    named = {_named(where): where for where in draft.places}
    head, _, rest = problem.message.th.partition(": ")
    told = _nearest_name(head, named) if rest else None
    if told is not None:
        message = Text(rest, problem.message.en.partition(": ")[2])
        return CellProblem(draft.place(told), _in_cells(message), _cure(problem))
    line = problem.where.line
    where = lines[line - 1] if 0 < line <= len(lines) else ()
    return CellProblem(draft.place(where), _in_cells(problem.message), _cure(problem))


def _cure(problem: Problem) -> Text:
    """Return what to do in the cell; what models say of values is not always more than what is wrong."""
    if problem.hint:
        return _in_cells(problem.hint)
    if "exclude each other" in problem.message.en:
        return _ONE_STATE
    return _FILL_IN if "missing" in problem.message.en else _CORRECT


def _named(where: Where) -> str:
    """Return a path as the messages of models name it: `measures[1].title`."""
    named = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where)
    return named.removeprefix(".")


def _nearest_name(head: str, named: dict[str, Where]) -> Where | None:
    """Return the path that begins a message, cut back to what the workbook has cells for."""
    if " " in head:
        return None
    while head:
        inside = (
            where for name, where in named.items() if name.startswith((f"{head}.", f"{head}["))
        )
        if (found := named.get(head) or next(inside, None)) is not None:
            return found
        head = head[: max(head.rfind("."), head.rfind("["), 0)]
    return None


_FILL_IN = Text("กรอกช่องนี้", "fill in the cell")
_CORRECT = Text(
    "แก้ค่าในช่องนี้ คำอธิบายอยู่ที่หัวตาราง", "correct the cell; the comment at the heading explains it"
)
_ONE_STATE = Text(
    "ล้างสถานะที่แจ้ง หรือลบแถวหลักฐานของข้อนี้", "clear the state, or delete the rows of its evidence"
)
_WORDS = (
    Text(
        "ยังเป็นร่าง (state: draft) แต่มีหลักฐานหรือคำแจ้งแล้ว",
        "is still a draft (state: draft), but has evidence or a declaration",
    ),
    Text("ให้ลบบรรทัด state: draft", "delete the line state: draft"),
    Text("ให้ลบบรรทัดนี้", "delete the line"),
    Text("หรือลบบรรทัดนี้", "or delete the line"),
    Text("ใน units ของ agency.yml", "among the units of agency.yml"),
    Text("ถ้าไม่มีวันให้เขียน {text: คำที่พิมพ์ไว้}", "without days write {text: the words}"),
    Text("result_year", "result_year"),
    Text(
        "มีหลักฐาน ไม่มีเรื่องที่ต้องรายงาน และไม่เกี่ยวข้อง", "evidence, nothing_to_report and not_applicable"
    ),
    Text("id ของมาตรการ", "measure ids"),
)
_CELLS = (
    Text("ยังเป็น ร่าง แต่มีหลักฐานแล้ว", "is still a draft (ร่าง), but has evidence"),
    Text("ให้ล้างช่องนี้", "clear the cell"),
    Text("ให้ล้างช่องนี้", "clear the cell"),
    Text("หรือล้างช่องนี้", "or clear the cell"),
    Text("ในแผ่นงาน สำนักกอง", "on the sheet สำนักกอง"),
    Text("ถ้าไม่มีวันให้เขียนโดยไม่ใส่ตัวเลข", "without days write no figures"),
    Text("ปีของผลที่มาตรการตอบ", "the year of the result"),
    Text("ข้อนี้มีหลักฐานและมีสถานะที่แจ้ง", "evidence and a declared state"),
    Text("รหัสมาตรการ", "measure ids"),
)


def _in_cells(text: Text) -> Text:
    """Return a message in the words of the workbook where it speaks of lines and keys."""
    thai, english = text.th, text.en
    for word, cell in zip(_WORDS, _CELLS, strict=True):
        thai, english = thai.replace(word.th, cell.th), english.replace(word.en, cell.en)
    return Text(thai, english)
