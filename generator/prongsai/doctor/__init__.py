"""Whether the program, a site and the folders it uses are in order. Nothing is written but a probe.

A check is a function from a Project to readings. One that breaks is told, and the others go on: the
doctor is asked for when things are broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from prongsai.doctor import contents, installation, names, places
from prongsai.doctor.project import Project
from prongsai.doctor.reading import Reading, State, mend
from prongsai.problems import Text

__all__ = ["CHECKS", "Project", "Reading", "State", "examine"]

Check = Callable[[Project], Iterable[Reading]]

CHECKS: Sequence[Check] = (
    installation.python,
    installation.packages,
    installation.pins,
    installation.mkdocs,
    installation.fonts,
    contents.config,
    contents.content,
    contents.waivers,
    contents.year,
    places.cache,
    places.output,
    places.disk,
    names.names,
)


def examine(project: Project, checks: Sequence[Check] = CHECKS) -> list[Reading]:
    """Return what every check says, in their order."""
    return [reading for check in checks for reading in _asked(check, project)]


def _asked(check: Check, project: Project) -> list[Reading]:
    try:
        return list(check(project))
    except Exception as error:  # whatever it is: it is what the officer wants to know
        return [_failed(check, error)]


def _failed(check: Check, error: Exception) -> Reading:
    subject = Text(f"การตรวจ {check.__name__}", f"the check {check.__name__}")
    why = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return mend(
        subject,
        Text(f"ตรวจไม่สำเร็จ ({why})", f"failed ({why})"),
        Text(
            "ติดตั้ง prongsai ใหม่ ถ้ายังเป็นอยู่ให้ส่งข้อความนี้ให้ผู้ดูแลโปรแกรม",
            "install prongsai again; if it stays, send this line to whoever looks after the program",
        ),
    )
