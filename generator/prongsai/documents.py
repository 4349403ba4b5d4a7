"""The documents that a year's disclosure.yml names: where they are, their size, a table's cells.

Only what is named is ever published, and only from `content/YEAR/files/`.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from pathlib import Path, PurePosixPath

from prongsai import thai
from prongsai.models.disclosure import Disclosures, Evidence
from prongsai.models.site import PublishedFile, Table
from prongsai.paths import Listing, is_file, stays_inside
from prongsai.problems import NO_TEXT, Problem, Text

_FOLDER = "files"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MAX_TABLE_BYTES = 10_000_000


@dataclass
class Documents:
    """What was found for one year; `problems` are those of paths that may not be published."""

    files: dict[str, PublishedFile] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_documents(year_folder: Path, disclosures: Disclosures | None) -> Documents:
    """Look up every named document below `year_folder`; nothing outside it is touched.

    A path that climbs out, or a link that leaves, is a problem. A file that is not there is simply
    absent: a check tells it, and the site can be built without.
    """
    found, listing = Documents(), Listing()
    entries = disclosures.items.values() if disclosures else ()
    for evidence in (e for entry in entries for e in entry.evidence if e.path):
        path = year_folder / str(evidence.path)
        if problem := _escape_problem(evidence, path, year_folder):
            found.problems.append(problem)
        elif is_file(path) and listing.has(path):
            found.files[str(evidence.path)] = _published(path, str(evidence.path), year_folder)
            _read_table(evidence, path, found)
    return found


def _escape_problem(evidence: Evidence, path: Path, year_folder: Path) -> Problem | None:
    written = str(evidence.path)
    message = NO_TEXT
    if "\\" in written or ":" in written:
        message = Text(
            f"'{written}' ไม่ใช่ที่อยู่ไฟล์ในโฟลเดอร์ของปี", f"'{written}' is not a relative path"
        )
    elif PurePosixPath(written).is_absolute() or ".." in PurePosixPath(written).parts:
        message = Text(
            f"'{written}' ออกนอกโฟลเดอร์ของปี", f"'{written}' climbs out of the year's folder"
        )
    elif not written.startswith(f"{_FOLDER}/"):
        message = Text(f"'{written}' ไม่ได้อยู่ใน files/", f"'{written}' is not in files/")
    elif not stays_inside(path, year_folder):
        message = Text(
            f"'{written}' เป็นลิงก์ออกนอกโฟลเดอร์ของปี",
            f"'{written}' is a link that leaves the year's folder",
        )
    hint = Text(
        f"วางไฟล์ไว้ใน {year_folder.name}/files/ แล้วเขียน files/ชื่อไฟล์ โดยใช้เครื่องหมาย /",
        f"put the file into {year_folder.name}/files/ and write files/NAME, with forward slashes",
    )
    where = evidence.where_is(evidence.kind)
    return Problem(where, message, hint) if message else None


def _published(path: Path, written: str, year_folder: Path) -> PublishedFile:
    below = PurePosixPath(written).relative_to(_FOLDER)
    parts = [_ascii(part) for part in below.parts]
    url = "/".join([_FOLDER, thai.arabic(year_folder.name), *parts])
    return PublishedFile(path, url, path.stat().st_size)


def _ascii(name: str) -> str:
    """Keep a plain name; else name the file by its first twelve digits of SHA-256 of the name.

    A Thai name becomes hundreds of characters in a link, and is lost in LINE and in letters.
    """
    if _PLAIN_NAME.fullmatch(name):
        return name
    suffix = PurePosixPath(name).suffix
    suffix = suffix if _PLAIN_NAME.fullmatch(suffix[1:]) else ""
    return f"file-{sha256(name.encode()).hexdigest()[:12]}{suffix.lower()}"


def _read_table(evidence: Evidence, path: Path, found: Documents) -> None:
    name = evidence.table
    if not name or name in found.tables:
        return
    message, hint = NO_TEXT, NO_TEXT
    if path.suffix.lower() != ".csv":
        message = Text(f"'{name}' ไม่ใช่ไฟล์ CSV", f"'{name}' is not a CSV file")
        hint = Text(
            "บันทึกเป็น CSV หรือใช้ file: แทน table:", "save it as CSV, or use file: instead of table:"
        )
    elif path.stat().st_size > _MAX_TABLE_BYTES:
        message = Text(
            f"ตาราง '{name}' ใหญ่เกินกว่าจะแสดงบนหน้าเว็บ",
            f"the table '{name}' is too large to show on a page",
        )
        hint = Text("ใช้ file: แทน table:", "use file: instead of table:")
    elif (rows := _rows(path)) is None:
        message = Text(f"อ่านตาราง '{name}' ไม่ได้", f"the table '{name}' cannot be read")
        hint = Text("บันทึกเป็น CSV UTF-8", "save it as CSV UTF-8")
    elif rows:
        found.tables[name] = Table(rows[0], tuple(rows[1:]))
    if message:
        found.problems.append(Problem(evidence.where_is("table"), message, hint))


def _rows(path: Path) -> list[tuple[str, ...]] | None:
    """Return the rows of a CSV file, all of one length, without those that are empty."""
    text = _text(path)
    if text is None:
        return None
    try:
        rows = [row for row in csv.reader(StringIO(text, newline=""), strict=True) if any(row)]
    except csv.Error:
        return None
    width = max(map(len, rows), default=0)
    return [tuple(row + [""] * (width - len(row))) for row in rows]


def _text(path: Path) -> str | None:
    """Return the text of a file in UTF-8 or, as Thai Excel writes it, Windows-874."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    for encoding in ("utf-8-sig", "cp874"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
