"""What is recorded for good, one a line: addresses that were handed in, documents published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from prongsai.models.published import Publication
from prongsai.paths import is_file, stays_inside
from prongsai.problems import Location, Problem, Text

LOCK = "urls.lock"
PUBLISHED = "published.lock"
_PUBLISHED = re.compile(r"(\d{4}-\d\d-\d\d) ([0-9a-f]{64}) (\S+)")


def locked_urls(content_dir: Path, shown: str) -> Iterator[tuple[Location, str]]:
    """Yield the addresses with their places; a line that begins with # is a remark."""
    return _lines(content_dir, LOCK, shown)


def publications(content_dir: Path, shown: str) -> Iterator[Publication | Problem]:
    """Yield what was recorded of documents; a Problem for a line that somebody has changed."""
    for where, line in _lines(content_dir, PUBLISHED, shown):
        yield _publication(line) or Problem(where, _CHANGED, _HOW_TO_RECORD)


def published_line(one: Publication) -> str:
    """Return the line that records a document."""
    return f"{one.day.isoformat()} {one.sha256} {one.url}\n"


def _publication(line: str) -> Publication | None:
    found = _PUBLISHED.fullmatch(line)
    if not found:
        return None
    try:
        return Publication(date.fromisoformat(found[1]), found[2], found[3])
    except ValueError:  # no such day
        return None


def _lines(content_dir: Path, name: str, shown: str) -> Iterator[tuple[Location, str]]:
    path = content_dir / name
    if not is_file(path) or not stays_inside(path, content_dir):
        return
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        if (told := line.strip()) and not told.startswith("#"):
            yield Location(f"{shown}/{name}", number), told


ABOUT_PUBLISHED = """\
# วันที่เผยแพร่เอกสารแต่ละฉบับ จดโดย prongsai build --record อย่าแก้ อย่าลบบรรทัด
# The day on which each document was published, recorded by prongsai build --record. Change nothing.
"""
_CHANGED = Text("บรรทัดนี้อ่านไม่ได้", "this line cannot be read")
_HOW_TO_RECORD = Text(
    "แต่ละบรรทัดคือ ปี-เดือน-วัน (ค.ศ.) รหัส SHA-256 และที่อยู่ คั่นด้วยช่องว่าง หรือลบบรรทัดนี้แล้วใช้ prongsai build --record",
    "a line is YEAR-MONTH-DAY, SHA-256 and address; or delete it and use prongsai build --record",
)
