"""manifest.json: size, SHA-256 and first day of every document of a site. At the edge: it reads them.

Whoever has a document can see whether it is the one that the agency published, and since when. The
day comes from what the agency recorded (published.lock); a document without a record has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path

from prongsai.models.published import Publication
from prongsai.models.site import Site, Year
from prongsai.opendata import to_json
from prongsai.reports.files import ReportFile

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it is published."""

    url: str
    """Below the site."""
    fiscal_year: int
    items: tuple[str, ...]
    """The items that it is evidence of; none of a report."""
    size: int
    sha256: str


def documents(site: Site, reports: Iterable[ReportFile]) -> list[Document]:
    """Return the evidence files and the reports, by year and address."""
    found = [one for year in site.years for one in _evidence(year)]
    for report in reports:
        digest = sha256(report.content).hexdigest()
        size = len(report.content)
        found.append(Document(report.url, report.fiscal_year, (), size, digest))
    return sorted(found, key=lambda one: (-one.fiscal_year, one.url))


def _evidence(year: Year) -> Iterator[Document]:
    """Yield each file of a year once, however often and in whatever spelling evidence names it."""
    items: dict[str, list[str]] = {file.url: [] for file in year.files.values()}
    for code, entry in year.disclosures.items.items() if year.disclosures else ():
        paths = (one.path for one in entry.evidence if one.path and one.path in year.files)
        for url in {year.files[path].url for path in paths}:
            items[url].append(code)
    files = {file.url: file for file in year.files.values()}
    for url, file in files.items():
        written = file.path.stat()
        digest = _digest(file.path, written.st_size, written.st_mtime_ns)
        yield Document(url, year.fiscal_year, tuple(items[url]), file.size, digest)


@cache
def _digest(path: Path, size: int, written_ns: int) -> str:
    """Return the digest of a file; while the program runs, only what was written again is read again.

    `prongsai serve` builds at every save, and an agency has gigabytes of documents.
    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def newly_published(
    found: Iterable[Document], earlier: Sequence[Publication], day: date
) -> tuple[Publication, ...]:
    """Return what is to be recorded on a day: documents that are new, or not as they were."""
    known = {(one.url, one.sha256) for one in earlier}
    return tuple(
        Publication(day, one.sha256, one.url) for one in found if (one.url, one.sha256) not in known
    )


def manifest(site: Site, found: Iterable[Document], published: Sequence[Publication]) -> str:
    """Return manifest.json."""
    first: dict[str, date] = {}
    version: dict[tuple[str, str], date] = {}
    for one in published:
        first[one.url] = min(one.day, first.get(one.url, one.day))
        place = (one.url, one.sha256)
        version[place] = min(one.day, version.get(place, one.day))
    rows = [
        {
            "url": site.agency.address(one.url),
            "fiscal_year": one.fiscal_year,
            "items": list(one.items),
            "size": one.size,
            "sha256": one.sha256,
            "first_published": first.get(one.url),
            "this_version_published": version.get((one.url, one.sha256)),
        }
        for one in found
    ]
    return to_json({"agency": site.agency.named(site.agency.name.th), "documents": rows})
