"""สิ่งที่ต้องทำ: what is missing or due, for each unit, in an order that a person works through. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.checks.finding import natural
from prongsai.models.agency import Agency
from prongsai.problems import ProngsaiError, Text, did_you_mean
from prongsai.todo.gathering import tasks
from prongsai.todo.task import KIND_NAMES, Kind, Task

__all__ = ["KIND_NAMES", "Group", "Kind", "Task", "by_unit", "tasks", "unit_named"]

NOBODY = Text("ยังไม่มีผู้รับผิดชอบ", "nobody is responsible")


@dataclass(frozen=True, slots=True)
class Group:
    """What one unit has to do."""

    unit: str | None
    """Its short name; None for what nobody is responsible for."""
    name: Text
    tasks: tuple[Task, ...]


def by_unit(agency: Agency, found: Iterable[Task], unit: str | None = None) -> Iterator[Group]:
    """Yield the units that have something to do, in the order of agency.yml; nobody comes last.

    With `unit` only that one, and also where it has nothing to do. What several units share
    stands under each of them.
    """
    listed = in_order(found)
    for code, name in agency.units.items():
        own = tuple(task for task in listed if code in task.units)
        if code == unit or (own and unit is None):
            yield Group(code, Text(name, name), own)
    unowned = tuple(task for task in listed if not task.units)
    if unowned and unit is None:
        yield Group(None, NOBODY, unowned)


def in_order(found: Iterable[Task]) -> list[Task]:
    """Put the newest year first; in it what has a day, the soonest first, and then the gravest.

    All that is to be done for one item stands together.
    """
    listed = list(found)
    first: dict[tuple[int, str], tuple[date, int]] = {}
    for task in listed:
        place = (_year(task), task.subject)
        first[place] = min(first.get(place, _LAST), (task.due or date.max, task.kind.rank))

    def key(task: Task) -> tuple[object, ...]:
        place = (_year(task), task.subject)
        day = task.due or date.max
        return (-place[0], *first[place], natural(task.subject), task.kind.rank, day, task.what)

    return sorted(listed, key=key)


_LAST = (date.max, len(Kind))


def _year(task: Task) -> int:
    """What is of no year is of now, and so is a waiver, which holds until it ends."""
    return 9999 if task.kind is Kind.WAIVER or task.fiscal_year is None else task.fiscal_year


def unit_named(agency: Agency, word: str) -> str:
    """Return the unit with this short name or name, or raise UnknownUnitError with the nearest."""
    for code, name in agency.units.items():
        if word.strip() in (code, name):
            return code
    raise UnknownUnitError(word, agency)


class UnknownUnitError(ProngsaiError):
    """A unit was asked for that agency.yml does not have."""

    def __init__(self, word: str, agency: Agency) -> None:
        hint = did_you_mean(word, [*agency.units, *agency.units.values()])
        if not agency.units:
            hint = Text("เพิ่ม units ใน agency.yml ก่อน", "add units to agency.yml first")
        super().__init__(
            Text(
                f"ไม่มีหน่วยชื่อ '{word}' ใน units ของ agency.yml\n    วิธีแก้: {hint.th}",
                f"agency.yml has no unit '{word}'\n    hint: {hint.en}",
            )
        )
