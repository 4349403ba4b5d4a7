"""What has a day, as a calendar file (RFC 5545). Pure: the same content gives the same bytes.

Events of a whole day rather than VTODO, which the calendars of phones and of Google do not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from prongsai.models.agency import Agency
from prongsai.problems import Lang
from prongsai.todo.task import Kind, Task, element_text

_STAMP = "20000101T000000Z"
"""The day on which an entry was made has to be told. A clock would change the file at every run."""
_LINE = 75
"""Bytes of a line, its end not counted; the rest goes on in the next, after a space."""
_MEASURES = (Kind.UNREPORTED, Kind.UNFINISHED)


def calendar(agency: Agency, found: Iterable[Task], lang: Lang) -> str | None:
    """Return a calendar of what has a day, in order; None where nothing has: none may be empty."""
    dated = sorted(
        ((task.due, _identity(task), task) for task in found if task.due), key=lambda one: one[:2]
    )
    if not dated:
        return None
    seen: Counter[str] = Counter()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//prongsai//todo//TH", "CALSCALE:GREGORIAN"]
    for due, identity, task in dated:
        seen[identity] += 1
        lines += _event(agency, task, due, f"{identity}/{seen[identity]}", lang)
    return "".join(
        f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _folded(line)
    )


def _identity(task: Task) -> str:
    """Name a task by what does not change while it is worked on."""
    kind = "measure" if task.kind in _MEASURES else task.kind.value
    return f"{task.fiscal_year}/{kind}/{task.code}/{task.subject}"


def _event(agency: Agency, task: Task, due: date, identity: str, lang: Lang) -> Iterator[str]:
    host = urlsplit(agency.main_site).hostname
    about = [task.to_do, task.due_basis]
    lacking = [element_text(one, lang) for one in task.elements]
    description = "\n".join([*filter(None, (text.told(lang) for text in about)), *lacking])
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(identity.encode()).hexdigest()[:32]}@{host}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"SUMMARY:{_escaped(task.what.told(lang))}"
    yield f"DESCRIPTION:{_escaped(description)}"
    if task.url:
        yield f"URL:{task.url}"
    if task.units:
        yield "CATEGORIES:" + ",".join(_escaped(agency.units[unit]) for unit in task.units)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Escape what has a meaning in a value, and drop control characters, which none may hold."""
    text = "\n".join(text.splitlines())
    shown = "".join(char for char in text if char == "\n" or char.isprintable())
    for char in ("\\", ";", ","):
        shown = shown.replace(char, f"\\{char}")
    return shown.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line between characters, never within one: a Thai letter is three bytes."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
