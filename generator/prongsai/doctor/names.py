"""Names that Windows or an FTP server would refuse, in the content and in what was built."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from prongsai.doctor.project import Project
from prongsai.doctor.reading import Reading, good, listed, look
from prongsai.paths import printable
from prongsai.problems import ContentError, ProngsaiError, Text

_NAMES = Text("ชื่อไฟล์", "file names")
_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_LONGEST = 180
"""Characters of a path below the site: Windows takes 260, and the folder above needs some."""


def names(project: Project) -> Iterator[Reading]:
    """Tell each kind of name that another system would refuse."""
    paths = sorted({*_content_names(project), *_built_names(project)})
    told = list(_readings(paths))
    yield from told
    if not told:
        yield good(
            _NAMES,
            Text(
                f"{len(paths)} ไฟล์ ใช้ได้บน Windows และ FTP",
                f"{len(paths)} files fit Windows and FTP",
            ),
        )


def _readings(paths: list[str]) -> Iterator[Reading]:
    if refused := [path for path in paths if _is_refused(path)]:
        found = listed(map(printable, refused))
        yield look(
            _NAMES,
            Text(f"Windows ไม่รับ: {found.th}", f"refused by Windows: {found.en}"),
            Text('อย่าใช้ < > : " | ? * \\ และชื่ออย่าง con, aux', 'without < > : " | ? * \\, con, aux'),
        )
    if long := [path for path in paths if len(path) > _LONGEST]:
        found = listed(f"{printable(path)[:60]}…" for path in long)
        yield look(
            _NAMES,
            Text(f"ยาวเกิน {_LONGEST} ตัวอักษร: {found.th}", f"longer than {_LONGEST}: {found.en}"),
            Text("ตั้งชื่อไฟล์และโฟลเดอร์ให้สั้นลง", "shorten the names of files and folders"),
        )
    if clashes := [" = ".join(same) for same in case_clashes(paths)]:
        found = listed(map(printable, clashes))
        yield look(
            _NAMES,
            Text(f"ต่างกันแค่ตัวพิมพ์เล็กใหญ่: {found.th}", f"differ in case alone: {found.en}"),
            Text(
                "เปลี่ยนชื่อให้ต่างกัน บน Windows ไฟล์หนึ่งจะทับอีกไฟล์หนึ่ง",
                "rename one: on Windows one takes the place of the other",
            ),
        )


def case_clashes(paths: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the paths that are one on a server that does not tell capitals from small letters."""
    same: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        same[unicodedata.normalize("NFC", path).casefold()].add(path)
    yield from (tuple(sorted(found)) for found in same.values() if len(found) > 1)


def _is_refused(path: str) -> bool:
    return any(
        part != part.rstrip(". ")
        or part.partition(".")[0].lower() in _DEVICES
        or any(c in _FORBIDDEN or ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in part)
        for part in path.split("/")
    )


def _content_names(project: Project) -> Iterator[str]:
    yield from (f"content/{name}" for name in _below(project.content))


def _built_names(project: Project) -> Iterator[str]:
    """Yield what the site has or would have: documents and pages, below the output folder."""
    try:
        settings = project.settings
        built, pages = project.folder / settings.site_dir, project.folder / settings.docs_dir
    except ProngsaiError:
        return
    yield from (f"site/{name}" for name in _below(built))
    yield from (f"site/{name.removesuffix('.md')}" for name in _below(pages))
    try:
        years = project.site.years
    except ContentError:
        return
    yield from (f"site/{file.url}" for year in years for file in year.files.values())


def _below(folder: Path) -> Iterator[str]:
    """Yield the files below a folder by their paths, no link followed; none where there is none."""
    for here, _, found in os.walk(folder):
        below = Path(here).relative_to(folder)
        yield from ((below / name).as_posix() for name in found)
