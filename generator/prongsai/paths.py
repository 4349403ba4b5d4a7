"""Where a path really leads. Links are followed: only what stays in the folder may be read."""

from __future__ import annotations

from pathlib import Path

from prongsai import thai


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
        self._names: dict[Path, dict[str, str]] = {}

    def find(self, path: Path) -> Path | None:
        """Return the path of a file as the disc spells it; None where nothing is called so.

        Upper and lower case must agree: Windows finds `O2.PDF` where `o2.pdf` is asked for, but the
        server that the site goes to does not. Thai marks may stand composed or apart: macOS
        rewrites them, and nobody sees the difference.
        """
        folder = path.parent
        if folder not in self._names:
            self._names[folder] = _names_in(folder)
        name = self._names[folder].get(thai.normalise(path.name))
        return folder / name if name and (folder / name).is_file() else None


def _names_in(folder: Path) -> dict[str, str]:
    """Return each name by its normalised spelling; none where there is no such folder."""
    try:
        return {thai.normalise(entry.name): entry.name for entry in folder.iterdir()}
    except OSError:
        return {}


def printable(name: str) -> str:
    """Return a file name that can be shown; names from old Windows discs may hold stray bytes."""
    return name.encode("utf-8", "replace").decode("utf-8")
