"""The files that stand beside the pages for programs: open data, manifest, feed, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.manifest import MANIFEST, Document, documents, manifest, newly_published
from prongsai.metadata import robots_txt
from prongsai.models.published import Publication
from prongsai.models.site import Site
from prongsai.opendata import data_files
from prongsai.reports.files import ReportFile
from prongsai.updates import FEED, feed


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the pages of a site."""

    files: tuple[tuple[str, str], ...]
    """The address below the site, and the text, of each."""
    recorded: tuple[Publication, ...]
    """What is to be recorded of documents that were not published before."""


def beside_pages(
    site: Site, reports: Iterable[ReportFile], record_on: date | None = None
) -> Beside:
    """Return the files for programs; documents are read.

    With `record_on`, documents that are new or changed count as published on that day; whoever
    publishes the files has to keep what is `recorded`.
    """
    found = documents(site, reports)
    new = newly_published(found, site.published, record_on) if record_on else ()
    return Beside(tuple(_files(site, found, (*site.published, *new))), new)


def _files(
    site: Site, found: Sequence[Document], published: Sequence[Publication]
) -> Iterator[tuple[str, str]]:
    for data in data_files(site):
        yield data.path, data.text
    yield MANIFEST, manifest(site, found, published)
    if entries := feed(site):
        yield FEED, entries
    if robots := robots_txt(site):
        yield "robots.txt", robots
