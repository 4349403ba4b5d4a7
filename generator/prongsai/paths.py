"""Where a path really leads. Links are followed: only what stays in the folder may be read."""

from __future__ import annotations

from pathlib import Path


def stays_inside(path: Path, folder: Path) -> bool:
    """Say whether the path, with every link on its way followed, lies below the folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a link to itself, before Python 3.13
        return False


def is_file(path: Path) -> bool:
    """Say whether a file is there; a name too long for the file system names none."""
    try:
        return path.is_file()
    except OSError:
        return False


class Listing:
    """The names in folders, each folder read once."""

    def __init__(self) -> None:
        self._names: dict[Path, frozenset[str]] = {}

    def has(self, path: Path) -> bool:
        """Say whether the folder of `path` lists it in these very letters.

        Windows finds `O2.PDF` where `o2.pdf` is asked for; the server that the site goes to
        does not.
        """
        folder = path.parent
        if folder not in self._names:
            self._names[folder] = frozenset(entry.name for entry in folder.iterdir())
        return path.name in self._names[folder]


def printable(name: str) -> str:
    """Return a file name that can be shown; names from old Windows discs may hold stray bytes."""
    return name.encode("utf-8", "replace").decode("utf-8")
