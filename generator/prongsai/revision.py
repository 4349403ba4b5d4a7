"""A YAML file of the content before and after it is changed. At the edge: it reads the file."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from prongsai.yamlediting import edited
from prongsai.yamlfile import read_text


@dataclass(frozen=True)
class Change:
    """One file that would change."""

    path: Path
    before: str
    after: str

    @property
    def written(self) -> bytes:
        """What is to stand in the file: line ends and byte order mark are those it had."""
        earlier = self.path.read_bytes() if self.path.exists() else b""
        ends = self.after.replace("\n", "\r\n") if b"\r\n" in earlier else self.after
        return ends.encode("utf-8-sig" if earlier.startswith(BOM_UTF8) else "utf-8")

    def diff(self) -> str:
        """Return what changes, as a unified diff."""
        return diff(self.path, self.before, self.after)


def text_of(path: Path) -> str:
    """Return the text of a file with plain line ends; empty where it is not there yet.

    Raises ContentError for one that cannot be read.
    """
    if not path.is_file():
        return ""
    return read_text(path, path.as_posix()).replace("\r\n", "\n")


def revised(path: Path, before: str, content: Mapping[str, Any]) -> Change:
    """Return the change by which a file, whose text is `before`, says the content."""
    return Change(path, before, edited(before, content))


def diff(path: Path, before: str, after: str) -> str:
    """Return a unified diff; a file that is not there yet has no text before."""
    name = path.as_posix()
    lines = unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        name if before else "/dev/null",
        name,
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
