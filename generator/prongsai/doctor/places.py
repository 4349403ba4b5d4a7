"""Where is written: the cache, the output folder, the space on the disk. A probe is taken away again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from prongsai.atomic import is_ours
from prongsai.doctor.project import Project
from prongsai.doctor.reading import Reading, good, look, mend
from prongsai.problems import ProngsaiError, Text

_CACHE = Text("โฟลเดอร์แคช", "cache folder")
_OUTPUT = Text("โฟลเดอร์ผลลัพธ์", "output folder")
_DISK = Text("เนื้อที่ว่าง", "free space")
_MEGABYTE = 1_000_000
_LEAST, _COMFORTABLE = 100, 1000
"""Megabytes: a site with its documents does not fit below the first, and has room above the second."""


def cache(_: Project) -> Iterator[Reading]:
    """Say whether anything can be kept between builds."""
    from prongsai.keeping import place

    folder = place()
    if _can_be_written(folder):
        yield good(_CACHE, Text(f"เขียนได้ {folder}", f"can be written: {folder}"))
        return
    yield look(
        _CACHE,
        Text(f"เขียนไม่ได้ {folder}", f"cannot be written: {folder}"),
        Text(
            "ใช้งานได้แต่ช้าลง ถ้าต้องการให้เร็ว ให้สิทธิ์เขียนโฟลเดอร์นี้",
            "builds work, but take longer; give yourself the right to write there",
        ),
    )


def output(project: Project) -> Iterator[Reading]:
    """Say whether a build may put the site where mkdocs.yml wants it."""
    from prongsai.plugin.hooks import MARKER

    try:
        folder = project.folder / project.settings.site_dir
    except ProngsaiError:
        return  # told of mkdocs.yml
    if not is_ours(folder, MARKER):
        yield mend(
            _OUTPUT,
            Text(
                f"{folder} มีไฟล์ที่ prongsai ไม่ได้สร้าง",
                f"{folder} holds files that prongsai did not write",
            ),
            Text(
                "ย้ายออก หรือเลือกโฟลเดอร์อื่นที่ site_dir ใน mkdocs.yml",
                "move them, or choose another folder at site_dir in mkdocs.yml",
            ),
        )
    elif not _can_be_written(folder.parent):
        yield mend(
            _OUTPUT,
            Text(f"เขียนใน {folder.parent} ไม่ได้", f"{folder.parent} cannot be written"),
            Text(
                "ให้สิทธิ์เขียน หรือเลือกโฟลเดอร์อื่นที่ site_dir ใน mkdocs.yml",
                "give yourself the right to, or choose another at site_dir in mkdocs.yml",
            ),
        )
    else:
        there = Text("สร้างไว้แล้ว", "built before") if folder.exists() else Text("ว่าง", "free")
        yield good(_OUTPUT, Text(f"{folder} ({there.th})", f"{folder} ({there.en})"))


def disk(project: Project) -> Iterator[Reading]:
    """Say whether there is room for the site."""
    free = shutil.disk_usage(project.folder).free // _MEGABYTE
    told = Text(f"{free:,} MB", f"{free:,} MB")
    cure = Text("ลบไฟล์ที่ไม่ใช้ หรือใช้ดิสก์อื่น", "delete what is not needed, or use another disk")
    if free < _LEAST:
        yield mend(_DISK, told, cure)
    elif free < _COMFORTABLE:
        yield look(_DISK, told, cure)
    else:
        yield good(_DISK, told)


def _can_be_written(folder: Path) -> bool:
    """Say whether a file can be put into a folder, or into the one in which it would be made."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), None)
    if there is None or not there.is_dir():
        return False
    try:
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False
