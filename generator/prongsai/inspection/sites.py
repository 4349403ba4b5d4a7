"""All documents and texts of a site, looked into once: what was seen of a file is kept by its digest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from prongsai import __version__
from prongsai.atomic import UnwritableError, write_file
from prongsai.content import load_site
from prongsai.inspection import inspect
from prongsai.inspection.personal import citizen_ids
from prongsai.keeping import kept
from prongsai.models.inspected import Condition, Inspected, PersonalNumber
from prongsai.models.site import PublishedFile, Site, Year
from prongsai.paths import printable, stays_inside
from prongsai.problems import Location, Text

_TEXTS = (".yml", ".yaml", ".md", ".csv", ".txt", ".html")
_LARGEST_TEXT = 5_000_000
_PART = 1 << 20


def load_inspected(content_dir: Path, shown: str | None = None) -> Site:
    """Return the site below a folder, looked into, on this day. Raises ContentError."""
    site = replace(load_site(content_dir, shown), today=date.today())
    return inspected(site, content_dir, shown or content_dir.as_posix(), kept("inspected"))


def inspected(site: Site, content_dir: Path, shown: str, folder: Path | None = None) -> Site:
    """Return the site with what its documents are like inside, and the IDs in what it is written in.

    `content_dir` is where the site was loaded from, `shown` what messages call it. `folder`
    is for what was seen of each file; a file whose bytes are the same is not read again.
    """
    largest = site.agency.largest_document_mb * 1_000_000
    # Of this program's own way of looking: after a change of it nothing that was seen holds.
    place = folder / _way_of_looking() if folder else None
    years = tuple(_year(year, largest, place) for year in site.years)
    return replace(site, years=years, written_ids=tuple(_written(content_dir, shown)))


def _way_of_looking() -> str:
    """Return a name for the code that looks into documents, whatever version it calls itself."""
    digest = sha256(__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _year(year: Year, largest: int, folder: Path | None) -> Year:
    files = {name: _file(file, largest, folder) for name, file in year.files.items()}
    return replace(year, files=files)


def _file(file: PublishedFile, largest: int, folder: Path | None) -> PublishedFile:
    if folder is None or file.size > largest:
        return replace(file, inspected=inspect(file.path, largest=largest))
    place = folder / f"{_digest(file.path)}{file.path.suffix.lower()}.json"
    seen = _read(place)
    if seen is None:
        seen = inspect(file.path, largest=largest)
        with suppress(UnwritableError):
            write_file(place, json.dumps(asdict(seen)))
    return replace(file, inspected=seen)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.hexdigest()[:32]


def _read(place: Path) -> Inspected | None:
    """Return what was seen of a file before; None for nothing, or for what cannot be read."""
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        return Inspected(
            tuple(Condition(one) for one in told["conditions"]),
            tuple(
                PersonalNumber(one["masked"], Text(one["place"]["th"], one["place"]["en"]))
                for one in told["personal"]
            ),
            told["kind"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _written(content_dir: Path, shown: str) -> Iterator[tuple[Location, str]]:
    """Yield where an ID stands in YAML, in hand-written pages and beside them, and the ID masked."""
    for path in sorted(content_dir.rglob("*")):
        below = path.relative_to(content_dir)
        if "files" in below.parts[1:2] or path.suffix.lower() not in _TEXTS:
            continue  # documents are looked into where they are named
        if not stays_inside(path, content_dir) or not path.is_file():
            continue
        with path.open("rb") as file:
            text = file.read(_LARGEST_TEXT).decode("utf-8", "replace")
        for offset, masked in citizen_ids(text):
            line = text.count("\n", 0, offset) + 1
            yield Location(f"{shown}/{printable(below.as_posix())}", line), masked
