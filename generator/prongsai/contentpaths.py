"""Where the YAML files of a content directory lie, or would lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prongsai import thai

SUFFIXES = (".yml", ".yaml")
LOOKS_LIKE_YAML = (".yml", ".yaml", ".yml.txt", ".yaml.txt")
"""Notepad adds .txt to what it saves, and Explorer does not show it."""
AGENCY = "agency"
YEARLY = ("result", "disclosure", "measures")


def fiscal_year_of(folder: Path) -> int | None:
    """Return the year that a folder is called by, in Thai or Arabic digits."""
    name = thai.arabic(folder.name)
    return int(name) if name.isdecimal() and len(name) == 4 else None


def yaml_paths(content_dir: Path) -> Iterator[tuple[tuple[int | None, str], Path]]:
    """Yield (year, stem) and the path of each file that an agency writes; agency.yml has no year.

    For a file that is not there yet, the path where it would be. The content must load.
    """
    yield (None, AGENCY), _path(content_dir, AGENCY)
    for folder in sorted(path for path in content_dir.iterdir() if path.is_dir()):
        if year := fiscal_year_of(folder):
            yield from (((year, stem), _path(folder, stem)) for stem in YEARLY)


def yearly_path(content_dir: Path, year: int, stem: str) -> Path:
    """Return where a file of a year is or, where it has none, is to be written."""
    named = (path for path in sorted(content_dir.iterdir()) if fiscal_year_of(path) == year)
    return _path(next(filter(Path.is_dir, named), content_dir / str(year)), stem)


def agency_path(content_dir: Path) -> Path:
    """Return where agency.yml is."""
    return _path(content_dir, AGENCY)


def _path(folder: Path, stem: str) -> Path:
    paths = [folder / f"{stem}{suffix}" for suffix in SUFFIXES]
    return next((path for path in paths if path.exists()), paths[0])
