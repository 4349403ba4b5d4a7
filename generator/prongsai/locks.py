"""urls.lock: the addresses that were handed in, one a line, in full or below the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prongsai.paths import is_file, stays_inside
from prongsai.problems import Location

LOCK = "urls.lock"


def locked_urls(content_dir: Path, shown: str) -> Iterator[tuple[Location, str]]:
    """Yield the addresses with their places; a line that begins with # is a remark."""
    path = content_dir / LOCK
    if not is_file(path) or not stays_inside(path, content_dir):
        return
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        if (url := line.strip()) and not url.startswith("#"):
            yield Location(f"{shown}/{LOCK}", number), url
