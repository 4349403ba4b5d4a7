"""The list of what is to be done: in lines for people, in rows for programs and for Excel. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from prongsai import thai
from prongsai.opendata import Row
from prongsai.problems import Lang, Text
from prongsai.sheets import Cell, workbook
from prongsai.todo import KIND_NAMES, Group, Kind, Task
from prongsai.todo.task import element_text

_HEADS = {
    Text("หน่วย", "unit"): 20,
    Text("ปี", "year"): 7,
    Text("เรื่อง", "kind"): 18,
    Text("ข้อ", "about"): 9,
    Text("สิ่งที่ขาด", "what is missing"): 48,
    Text("ให้ทำ", "to do"): 40,
    Text("องค์ประกอบที่ต้องแสดง", "elements to show"): 48,
    Text("ครบกำหนด", "due"): 14,
    Text("หน้าเว็บ", "page"): 40,
}
_PAGE = len(_HEADS) - 1
_OVERDUE = Text("เลยกำหนดแล้ว", "overdue")


def text(groups: Sequence[Group], today: date | None, lang: Lang) -> str:
    """Return the list in lines, unit by unit, numbered."""
    lines: list[str] = []
    for group in groups:
        name = f"{group.name.told(lang)} ({group.unit})" if group.unit else group.name.told(lang)
        count = len(group.tasks)
        lines.append(Text(f"{name}: {count} เรื่อง", f"{name}: {count} to do").told(lang))
        for number, task in enumerate(group.tasks, 1):
            lines.append(f"{number:>3}. {_one_line(task.what.told(lang))}")
            lines += [f"     {line}" for line in _details(task, today, lang)]
        lines.append("")
    return "\n".join([*lines, _sum(groups).told(lang)]) + "\n"


def rows(groups: Sequence[Group], today: date | None, lang: Lang) -> list[Row]:
    """Return a row per unit and task, for programs; messages are in the language asked for."""
    return [
        {
            "unit": group.unit,
            "unit_name": group.name.told(lang) if group.unit else None,
            "fiscal_year": task.fiscal_year,
            "kind": task.kind.value,
            "code": task.code or None,
            "subject": task.subject,
            "what": task.what.told(lang),
            "to_do": task.to_do.told(lang),
            "elements": [{"id": one.id, "text": element_text(one, lang)} for one in task.elements],
            "url": task.url or None,
            "due": task.due,
            "due_basis": task.due_basis.told(lang) or None,
            "overdue": task.is_overdue(today),
        }
        for group in groups
        for task in group.tasks
    ]


def sheet(groups: Sequence[Group], today: date | None, lang: Lang) -> bytes:
    """Return a workbook with a row per unit and task, and a link to each page."""
    found = [(group, task) for group in groups for task in group.tasks]
    cells = [_cells(group, task, today, lang) for group, task in found]
    links = {(at, _PAGE): task.url for at, (_, task) in enumerate(found) if task.url}
    heads = {head.told(lang): width for head, width in _HEADS.items()}
    title = Text("สิ่งที่ต้องทำ แยกตามสำนัก/กอง", "what is to be done, unit by unit")
    return workbook("todo", title.told(lang), heads, cells, links)


def _cells(group: Group, task: Task, today: date | None, lang: Lang) -> list[Cell]:
    return [
        group.name.told(lang),
        task.fiscal_year,
        KIND_NAMES[task.kind].told(lang),
        task.subject,
        task.what.told(lang),
        task.to_do.told(lang),
        "\n".join(element_text(one, lang) for one in task.elements),
        _due(task, today, lang),
        task.url,
    ]


def _details(task: Task, today: date | None, lang: Lang) -> Iterator[str]:
    if due := _due(task, today, lang):
        basis = task.due_basis.told(lang)
        yield Text(f"ครบกำหนด: {due} ({basis})", f"due: {due} ({basis})").told(lang)
    to_do = _one_line(task.to_do.told(lang))
    yield Text(f"ให้ทำ: {to_do}", f"to do: {to_do}").told(lang)
    if task.elements and task.kind is not Kind.INCOMPLETE:  # it names them itself
        listed = "; ".join(f"{one.id} {element_text(one, lang)}" for one in task.elements)
        yield Text(f"ต้องแสดง: {listed}", f"to show: {listed}").told(lang)
    if task.url:
        yield Text(f"หน้า: {task.url}", f"page: {task.url}").told(lang)


def _due(task: Task, today: date | None, lang: Lang) -> str:
    if task.due is None:
        return ""
    day = thai.short_date(task.due) if lang is Lang.TH else task.due.isoformat()
    return f"{day} {_OVERDUE.told(lang)}" if task.is_overdue(today) else day


def _sum(groups: Sequence[Group]) -> Text:
    """What several units share is counted once."""
    found = {id(task): task for group in groups for task in group.tasks}.values()
    dated = sum(task.due is not None for task in found)
    if not found:
        return Text("ไม่มีสิ่งที่ต้องทำ", "nothing to do")
    return Text(
        f"รวม {len(found)} เรื่อง มีวันครบกำหนด {dated} เรื่อง",
        f"to do: {len(found)}, of which have a due day: {dated}",
    )


def _one_line(message: str) -> str:
    return " ".join(message.split())
