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
from prongsai.inspection.plain_text import encoding_of
from prongsai.keeping import kept
from prongsai.models.inspected import Condition, Inspected, PersonalNumber
from prongsai.models.site import PublishedFile, Site, Year
from prongsai.paths import printable, stays_inside
from prongsai.problems import Location, Text
from prongsai.yamlevents import scalars

_YAML = (".yml", ".yaml")
_TEXTS = (
    *_YAML,
    *(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".csv", ".txt", ".html", ".json", ".svg"),
)
_LARGEST_TEXT = 20_000_000
_PAGES = "pages"
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
    written = tuple(_written(content_dir, shown, largest, place))
    return replace(site, years=years, written_ids=written)


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
    return replace(file, inspected=_seen(file.path, largest, folder))


def _seen(path: Path, largest: int, folder: Path | None) -> Inspected:
    """Return what a file is like inside: as it was seen before, or by looking now."""
    try:
        if folder is None or path.stat().st_size > largest:
            return inspect(path, largest=largest)
        place = folder / f"{_digest(path)}{path.suffix.lower()}.json"
        seen = _read(place)
        if seen is None:
            seen = inspect(path, largest=largest)
            with suppress(UnwritableError):
                write_file(place, json.dumps(asdict(seen)))
    except OSError:  # it may not be read, or is gone since the content was loaded
        return Inspected((Condition.UNREADABLE,))
    return seen


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


def _written(
    content_dir: Path, shown: str, largest: int, folder: Path | None
) -> Iterator[tuple[Location, str]]:
    """Yield where an ID stands in YAML and in all that lies below pages/, and the ID masked.

    MkDocs publishes whatever lies there: pages, and any other file beside them.
    """
    for path in sorted(content_dir.rglob("*")):
        below = path.relative_to(content_dir)
        is_page = below.parts[0] == _PAGES
        is_evidence = not is_page and below.parts[1:2] == (
            "files",
        )  # looked into where it is named
        if is_evidence or not stays_inside(path, content_dir) or not path.is_file():
            continue
        name = f"{shown}/{printable(below.as_posix())}"
        yield from ((Location(name), masked) for _, masked in citizen_ids(below.as_posix()))
        if path.suffix.lower() in _TEXTS and path.stat().st_size <= _LARGEST_TEXT:
            yield from _in_text(path, name)
        elif is_page:
            found = _seen(path, largest, folder).personal
            yield from ((Location(name), one.masked) for one in found)


def _in_text(path: Path, name: str) -> Iterator[tuple[Location, str]]:
    """Yield the IDs of a text as it is written, and of YAML as it is read: folded and unescaped."""
    try:
        raw = path.read_bytes()
    except OSError:
        return
    text = raw.decode(encoding_of(raw), "replace")
    found = {(text.count("\n", 0, offset) + 1, masked) for offset, masked in citizen_ids(text)}
    if path.suffix.lower() in _YAML:
        found |= {
            (line, masked) for line, value in scalars(text) for _, masked in citizen_ids(value)
        }
    yield from ((Location(name, line), masked) for line, masked in sorted(found))
