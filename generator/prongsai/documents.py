"""The documents that a year's disclosure.yml names: where they are, their size, a table's cells.

Only what is named is ever published, and only from `content/YEAR/files/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from prongsai import thai
from prongsai.models.disclosure import Disclosures, Evidence
from prongsai.models.evidencepath import FOLDER, into_files, misplaced
from prongsai.models.site import PublishedFile, Table
from prongsai.paths import Listing, stays_inside
from prongsai.problems import InvalidValueError, Problem, Text
from prongsai.tables import read_table

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass
class Documents:
    """What was found for one year; `problems` are those of paths that may not be published."""

    files: dict[str, PublishedFile] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    refused_tables: dict[str, tuple[Text, Text]] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)
    """Files that lie beside the named ones, by their paths below the folder of the year."""
    problems: list[Problem] = field(default_factory=list)


def read_documents(year_folder: Path, disclosures: Disclosures | None) -> Documents:
    """Look up every named document below `year_folder`; nothing outside it is touched.

    A path that climbs out, or a link that leaves, is a problem. A file that is not there, or has
    nothing in it, is simply absent: a check tells it, and the site can be built without.
    """
    found, listing = Documents(), Listing()
    entries = disclosures.items.values() if disclosures else ()
    for evidence in (e for entry in entries for e in entry.evidence if e.path):
        path = year_folder / str(evidence.path)
        if problem := _escape_problem(evidence, path, year_folder):
            found.problems.append(problem)
        elif (real := listing.find(path)) and real.stat().st_size:
            found.files[str(evidence.path)] = _published(real, str(evidence.path), year_folder)
            _read_table(evidence, real, found)
    found.unnamed += _unnamed(year_folder, {file.path for file in found.files.values()})
    return found


def _unnamed(year_folder: Path, named: set[Path]) -> Iterator[str]:
    """Yield the files that no evidence names. What systems leave behind is nobody's document."""
    for path in sorted((year_folder / FOLDER).rglob("*")):
        is_left_behind = path.name.startswith((".", "~$")) or path.name.lower() in _LEFT_BEHIND
        if path.is_file() and path not in named and not is_left_behind:
            yield path.relative_to(year_folder).as_posix()


_LEFT_BEHIND = ("thumbs.db", "desktop.ini")


def _escape_problem(evidence: Evidence, path: Path, year_folder: Path) -> Problem | None:
    written, where = str(evidence.path), evidence.where_is(evidence.kind)
    if problem := misplaced(written, year_folder.name):
        return Problem(where, *problem)
    if stays_inside(path, year_folder) and stays_inside(path, year_folder / FOLDER):
        return None
    message = Text(
        f"'{written}' เป็นลิงก์ออกนอกโฟลเดอร์ของปี",
        f"'{written}' is a link that leaves the year's folder",
    )
    return Problem(where, message, into_files(written, year_folder.name))


def _published(path: Path, written: str, year_folder: Path) -> PublishedFile:
    below = PurePosixPath(written).relative_to(FOLDER)
    parts = [_ascii(part) for part in below.parts]
    url = "/".join([FOLDER, thai.arabic(year_folder.name), *parts])
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
    try:
        found.tables[name] = read_table(path, name)
    except InvalidValueError as error:
        found.refused_tables[name] = (error.message, error.hint)
