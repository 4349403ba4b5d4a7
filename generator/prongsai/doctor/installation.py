"""What is installed: Python, the packages, MkDocs with theme and plugin, the font of the reports."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from importlib.resources import files
from pathlib import Path

from prongsai.doctor.fonts import is_intact
from prongsai.doctor.project import Project
from prongsai.doctor.reading import Reading, good, listed, look, mend
from prongsai.problems import Text

_OLDEST = (3, 11)
_PYTHON = Text("Python", "Python")
_PACKAGES = Text("ส่วนประกอบ", "packages")
_PINS = Text("รุ่นที่กำหนดไว้", "pinned versions")
_MKDOCS = Text("MkDocs และธีม", "MkDocs and theme")
_FONT = Text("แบบอักษรของรายงาน", "font of the reports")
_AGAIN = Text(
    "ติดตั้งใหม่: python -m pip install -r requirements.txt (หรือ constraints.txt ของโปรแกรม)",
    "install again: python -m pip install -r requirements.txt (or the program's constraints.txt)",
)
_OUR_WHEEL = re.compile(r"\./wheels/prongsai-([^-]+)-")
_FONTS = ("SarabunCluster-Regular.ttf", "SarabunCluster-Bold.ttf")


def python(_: Project) -> Iterator[Reading]:
    """Say whether Python is new enough."""
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= _OLDEST:
        yield good(_PYTHON, Text(running, running))
        return
    least = ".".join(map(str, _OLDEST))
    yield mend(
        _PYTHON,
        Text(f"รุ่น {running} เก่ากว่า {least}", f"{running} is older than {least}"),
        Text("ติดตั้ง Python รุ่นใหม่จาก python.org", "install a newer Python from python.org"),
    )


def packages(_: Project) -> Iterator[Reading]:
    """Hold what prongsai needs against what is installed."""
    from packaging.requirements import Requirement

    needed = [Requirement(line) for line in requires("prongsai") or ()]
    ours = [one for one in needed if not one.marker or one.marker.evaluate({"extra": ""})]
    wrong = []
    for one in ours:
        found = _installed(one.name)
        if not found or not one.specifier.contains(found, prereleases=True):
            wrong.append(f"{one.name} {found or '-'} ({one.specifier})")
    if wrong:
        names = listed(wrong, shown=5)
        what = Text(f"ขาดหรือรุ่นใช้ไม่ได้: {names.th}", f"missing or unfit: {names.en}")
        yield mend(_PACKAGES, what, _AGAIN)
    else:
        told = f"{len(ours)}/{len(ours)}"
        yield good(_PACKAGES, Text(f"ครบ {told}", f"{told} are there"))


def pins(project: Project) -> Iterator[Reading]:
    """Hold the versions that are pinned beside mkdocs.yml against those that are installed."""
    for name in ("requirements.txt", "constraints.txt"):
        path = project.folder / name
        if not path.is_file():
            continue
        pinned = dict(_pinned(path.read_text(encoding="utf-8-sig", errors="replace")))
        found = {package: _installed(package) for package in pinned}
        other = [
            f"{package} {installed} (≠ {pinned[package]})"
            for package, installed in found.items()
            if installed and installed != pinned[package]
        ]
        if other:
            names = listed(other)
            what = Text(f"{name} ต่างจากที่ติดตั้ง: {names.th}", f"{name} differs: {names.en}")
            yield look(_PINS, what, _AGAIN)
        else:
            same = sum(map(bool, found.values()))
            yield good(
                _PINS,
                Text(f"ตรงกับ {name} ทั้ง {same} ตัว", f"{same} agree with {name}"),
            )


def _pinned(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and version of each line `name==version` that is for this machine."""
    from packaging.markers import Marker

    for line in text.splitlines():
        head, _, marker = line.rstrip("\\ ").partition(";")
        name, equal, pin = head.strip().partition("==")
        if wheel := _OUR_WHEEL.match(line):
            yield "prongsai", wheel[1]
        elif (
            equal and not name.startswith(("#", "-")) and (not marker or Marker(marker).evaluate())
        ):
            yield name, pin.strip()


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def mkdocs(_: Project) -> Iterator[Reading]:
    """Say whether MkDocs is one that runs plugins, and finds the theme and the plugin."""
    found = _installed("mkdocs")
    if not found or int(found.partition(".")[0]) >= 2:
        yield mend(
            _MKDOCS,
            Text(f"MkDocs {found or 'ไม่ได้ติดตั้ง'}", f"MkDocs {found or 'is not installed'}"),
            Text(
                "ต้องใช้ MkDocs รุ่นต่ำกว่า 2: python -m pip install 'mkdocs>=1.6,<2'",
                "MkDocs below 2 is needed: python -m pip install 'mkdocs>=1.6,<2'",
            ),
        )
        return
    wanted = [("mkdocs.themes", "prongsai"), ("mkdocs.themes", "material")]
    wanted.append(("mkdocs.plugins", "prongsai"))
    lost = [
        f"{group}: {name}" for group, name in wanted if not entry_points(group=group, name=name)
    ]
    if lost:
        names = listed(lost)
        yield mend(_MKDOCS, Text(f"ไม่พบ {names.th}", f"not found: {names.en}"), _AGAIN)
        return
    for theme in ("prongsai", "material"):
        for entry in entry_points(group="mkdocs.themes", name=theme):
            entry.load()
    yield good(
        _MKDOCS,
        Text(f"MkDocs {found} พบธีมและปลั๊กอิน", f"MkDocs {found}; theme and plugin are there"),
    )


def fonts(_: Project) -> Iterator[Reading]:
    """Say whether the font that the theme carries is whole; no other font is needed."""
    folder = Path(str(files("prongsai_theme"))) / "fonts"
    broken = [name for name in _FONTS if not is_intact(folder / name)]
    if broken:
        names = listed(broken)
        yield mend(
            _FONT,
            Text(f"เสียหายหรือหายไป: {names.th}", f"damaged or gone: {names.en}"),
            Text(
                "ติดตั้ง prongsai ใหม่ รายงาน PDF ใช้แบบอักษรนี้",
                "install prongsai again: the PDF reports are set with it",
            ),
        )
        return
    yield good(
        _FONT,
        Text(
            "ครบถ้วน ไม่ต้องติดตั้งแบบอักษรหรือ Chromium เพิ่ม",
            "whole; no other font is needed, and no Chromium",
        ),
    )
