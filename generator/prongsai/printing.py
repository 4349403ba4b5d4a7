"""The report files of a site, made once and kept between builds. At the edge: it reads and writes.

A report that did not change is not set again: it is known by all that its bytes depend on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from prongsai.atomic import UnwritableError, write_file
from prongsai.models.site import Site
from prongsai.problems import ProngsaiError
from prongsai.reports.document import Report
from prongsai.reports.files import FORMATS, ReportFile, handed_in, render

_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of the reports of a site."""

    files: tuple[ReportFile, ...]
    errors: tuple[ProngsaiError, ...]
    """Why a file is not there. The others are, and so is the report's page."""


def print_reports(
    site: Site, kept: Path | None = None, own: Mapping[str, Path] | None = None
) -> Printed:
    """Return the yearly reports as PDF and Word. `kept` is a folder to keep them in between runs.

    `own` leads from an address (`reports/2568/analysis.pdf`) to a file that the agency has put
    there, mostly the scan of the signed paper: it takes the place of ours.
    """
    makers = _makers() if kept else ""
    made: list[ReportFile] = []
    errors: list[ProngsaiError] = []
    for report in handed_in(site):
        for form in FORMATS:
            file = ReportFile(report.kind, report.fiscal_year, form, b"", report.day)
            if path := (own or {}).get(file.url):
                made.append(replace(file, content=path.read_bytes(), day=None))
                continue
            try:
                content = (
                    _kept(site, report, form, kept, makers) if kept else render(site, report, form)
                )
            except ProngsaiError as error:
                errors.append(error)
            else:
                made.append(replace(file, content=content))
    return Printed(tuple(made), tuple(errors))


def _kept(site: Site, report: Report, form: str, folder: Path, makers: str) -> bytes:
    """Return the file as it was kept if it depends on just the same, or made anew and kept.

    Each report of each site has one place, so that the folder does not grow with every edit.
    """
    address = site.agency.address(f"reports/{report.fiscal_year}/{report.kind}.{form}")
    place = folder / sha256(address.encode()).hexdigest()[:_DIGEST]
    key = sha256(f"{report!r}\n{address}\n{makers}".encode()).digest()
    if (content := _read(place, key)) is not None:
        return content
    content = render(site, report, form)
    with suppress(UnwritableError):  # a full disk only costs the time
        write_file(place, key + sha256(content).digest() + content)
    return content


def _read(place: Path, key: bytes) -> bytes | None:
    """Return what was kept under the key; None for nothing, another key, or a damaged file."""
    try:
        written = place.read_bytes()
    except OSError:
        return None
    begun, content = written[: 2 * _DIGEST], written[2 * _DIGEST :]
    return content if begun == key + sha256(content).digest() else None


def _makers() -> str:
    """Return a digest of all that makes a file of a report: our code, the theme, the libraries."""
    digest = sha256()
    theme = files("prongsai_theme")
    for root in (files("prongsai"), theme / "report", theme / "fonts"):
        for name, content in _contents(root):
            digest.update(f"{name} {len(content)}\n".encode() + content)
    for library in ("prongsai", "typst", "docxtpl", "jinja2", "python-docx", "lxml"):
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()


def _contents(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir() and one.name != "__pycache__":
            yield from _contents(one)
        elif one.is_file():
            yield one.name, one.read_bytes()
