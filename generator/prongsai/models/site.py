"""All that is published by one agency, as values. Everything after loading is a function of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from prongsai.models.agency import Agency
from prongsai.models.crosswalk import Crosswalk
from prongsai.models.disclosure import Disclosure, Disclosures
from prongsai.models.framework import Framework
from prongsai.models.inspected import Inspected
from prongsai.models.measure import Measures
from prongsai.models.published import Publication
from prongsai.models.redirect import Redirect
from prongsai.models.result import Result
from prongsai.models.synonyms import Synonyms
from prongsai.models.waiver import Waiver
from prongsai.problems import Location, Text


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A document that a YAML file names, and that is there."""

    path: Path
    """Where it is read from."""
    url: str
    """Where it is published, relative to the site: `files/2568/o2-executives.pdf`."""
    size: int
    """In bytes."""
    inspected: Inspected | None = None
    """What it is like inside; None where nobody looked."""

    @property
    def type(self) -> str:
        """The kind of file as people call it: PDF, XLSX."""
        return self.path.suffix.removeprefix(".").upper()


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a CSV or XLSX file, as text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()
    """What stands above the headings."""


@dataclass(frozen=True)
class Year:
    """What the agency has for one fiscal year. What there is no file for is None."""

    framework: Framework
    result: Result | None = None
    disclosures: Disclosures | None = None
    measures: Measures | None = None
    files: Mapping[str, PublishedFile] = field(default_factory=dict)
    """Documents by the path that disclosure.yml gives them; a missing one is absent."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    refused_tables: Mapping[str, tuple[Text, Text]] = field(default_factory=dict)
    """What is wrong with a table that cannot be shown, and the cure, by its path."""
    unnamed: tuple[str, ...] = ()
    """Files in the folder of the year that no evidence names: they are not published."""

    @property
    def fiscal_year(self) -> int:
        return self.framework.fiscal_year

    @property
    def opens_items(self) -> bool:
        """Whether the year has item pages: it has a disclosure.yml, and its framework has items."""
        return self.disclosures is not None and bool(self.framework.items)

    def disclosure(self, item: str) -> Disclosure:
        """Return what is disclosed for an item; an empty Disclosure when nothing is."""
        entries = self.disclosures.items if self.disclosures else {}
        return entries.get(item) or Disclosure()


@dataclass(frozen=True)
class Site:
    """One agency, its years in order, and the frameworks around them."""

    agency: Agency
    years: tuple[Year, ...]
    frameworks: Mapping[int, Framework]
    """The frameworks of the years and of their neighbours."""
    crosswalk: Crosswalk
    synonyms: Synonyms
    waivers: tuple[Waiver, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    locked_urls: tuple[tuple[Location, str], ...] = ()
    """The addresses that were handed in, and where that is recorded."""
    published: tuple[Publication, ...] = ()
    """Which documents were published on which day, as far as that was recorded."""
    written_ids: tuple[tuple[Location, str], ...] = ()
    """Citizen IDs in YAML and in hand-written pages: where, and masked."""
    emblem: PublishedFile | None = None
    """The agency's emblem, where agency.yml names one and it is there."""
    shown: str = "content"
    """The folder of the content as messages name it: every place begins with it."""
    today: date | None = None
    """The day that the terms of waivers are held against; None where nobody asks."""

    @cached_property
    def year_by_number(self) -> dict[int, Year]:
        return {year.fiscal_year: year for year in self.years}

    @property
    def item_years(self) -> tuple[Year, ...]:
        """The years with item pages, newest first."""
        return tuple(year for year in reversed(self.years) if year.opens_items)

    @property
    def results(self) -> tuple[Result, ...]:
        """The announced results, newest first."""
        return tuple(year.result for year in reversed(self.years) if year.result)

    @property
    def plans(self) -> tuple[Measures, ...]:
        """The measures of each year that has any, newest first."""
        return tuple(year.measures for year in reversed(self.years) if year.measures)

    @property
    def published_files(self) -> Iterator[PublishedFile]:
        """Every document of every year, and the emblem."""
        yield from (file for year in self.years for file in year.files.values())
        if self.emblem:
            yield self.emblem

    def result(self, year: int) -> Result | None:
        found = self.year_by_number.get(year)
        return found.result if found else None

    def measures(self, year: int) -> Measures | None:
        found = self.year_by_number.get(year)
        return found.measures if found else None
