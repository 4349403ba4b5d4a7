"""What a report adds to the content of an agency, and the files that it changes. At the edge."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai import frameworks
from prongsai.content import load_site
from prongsai.models.framework import Framework
from prongsai.models.site import Site
from prongsai.problems import ProngsaiError, Text
from prongsai.recognition import MeasureTables, Recognised, Source, measure_tables, recognise
from prongsai.recognition.proposal import (
    Conflict,
    measures_content,
    measures_year,
    result_content,
)
from prongsai.recognition.units import Units
from prongsai.yamlediting import edited, said
from prongsai.yamlfile import read_text

_ABOUT_ITA = re.compile(
    r"\bITA\b|คุณธรรมและความโปร่งใส|Integrity\s+and\s+Transparency", re.IGNORECASE
)
_ENOUGH = 3
"""Indicators by whose names a sheet without a word of ITA is known."""


@dataclass(frozen=True)
class Addition:
    """What a file was found to hold, and where it is to go."""

    name: str
    notes: tuple[Text, ...]
    recognised: Recognised
    tables: MeasureTables
    measures_year: int | None
    units: Units
    has_measures: bool
    """Whether the year of the measures has some already, which stay."""
    replace: bool
    contents: Mapping[str, Mapping[str, Any]]
    """The content of each file that changes, by its path below the content directory."""
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class Change:
    """A file and its text before and after."""

    path: Path
    before: str
    written: str
    name: str = field(default="")

    def diff(self) -> str:
        """Return a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.written.splitlines(keepends=True),
            self.name,
            self.name,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def addition(
    root: Path,
    source: Source,
    name: str,
    *,
    year: int | None = None,
    measures_year: int | None = None,
    replace: bool = False,
) -> Addition:
    """Return what a document adds. Raises ContentError, NotRecognisedError and UndecidedYearError."""
    site = load_site(root)
    known = dict(_frameworks(site))
    found = recognise(source, known, year)
    framework = known.get(found.year or 0)
    tables = measure_tables(source, framework)
    if not _is_about_ita(source, found) or not (found.certain or tables.measures or not found.year):
        raise NotRecognisedError(name)
    if found.year is None:
        raise UndecidedYearError(name, found)
    return _assembled(site, root, source, name, found, tables, measures_year, replace=replace)


def _assembled(
    site: Site,
    root: Path,
    source: Source,
    name: str,
    found: Recognised,
    tables: MeasureTables,
    asked: int | None,
    *,
    replace: bool,
) -> Addition:
    assert found.year is not None
    contents: dict[str, Mapping[str, Any]] = {}
    conflicts: tuple[Conflict, ...] = ()
    if found.certain:
        path = f"{found.year}/result.yml"
        contents[path], conflicts = result_content(found, _old(root, path), name, replace=replace)
    units = Units(site.agency.units)
    its_year = (asked or year_of_measures(tables, found)) if tables.measures else None
    has_measures = False
    if its_year:
        path = f"{its_year}/measures.yml"
        old = _old(root, path)
        has_measures = bool(old.get("measures")) and not replace
        if not has_measures:
            new = measures_content(tables, its_year, found.year, name, units)
            contents[path] = (
                new if not old else {**old, **new, "source": old.get("source", new["source"])}
            )
            if units.new:
                agency = _old(root, "agency.yml")
                contents["agency.yml"] = {
                    **agency,
                    "units": {**agency.get("units", {}), **units.new},
                }
    return Addition(
        name,
        source.notes,
        found,
        tables,
        its_year,
        units,
        has_measures,
        replace,
        contents,
        conflicts,
    )


def year_of_measures(tables: MeasureTables, found: Recognised) -> int:
    assert found.year is not None
    return measures_year(tables, found) or found.year + 1


def changes(root: Path, added: Addition) -> list[Change]:
    """Return the files that change, after all of them were seen to load. Raises ContentError."""
    made = []
    for name, content in sorted(added.contents.items()):
        path = root / name
        before = read_text(path, name) if path.is_file() else ""
        after = edited(before, content)
        if after != before:
            made.append(Change(path, before, after, f"{root.as_posix()}/{name}"))
    load_site(root, drafts={change.path: change.written for change in made})
    return made


def _old(root: Path, name: str) -> dict[str, Any]:
    path = root / name
    content: dict[str, Any] = said(read_text(path, name)) if path.is_file() else {}
    return content


def _frameworks(site: Site) -> Iterator[tuple[int, Framework]]:
    for year in frameworks.known_years():
        try:
            yield year, frameworks.load_for(year, site.agency.kind)
        except ProngsaiError:
            continue  # this year has none for this kind of agency


def _is_about_ita(source: Source, found: Recognised) -> bool:
    indicators = sum(one.figure.startswith("indicator") for one in found.certain)
    return indicators >= _ENOUGH or any(_ABOUT_ITA.search(row.text) for row in source.rows)


class NotRecognisedError(ProngsaiError):
    """The file holds no announced figure and no measures."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                f"{name}: ไม่พบผลการประเมิน ITA หรือตารางมาตรการในไฟล์นี้ ไม่ได้เขียนไฟล์ใด "
                "วิธีแก้: ใช้ไฟล์รายงานผลการประเมินหรือรายงานมาตรการของหน่วยงาน",
                f"{name}: not recognised: it holds no ITA result and no table of measures, and nothing was written; "
                "hint: use the agency's report of the result or of its measures",
            )
        )


class UndecidedYearError(ProngsaiError):
    """The document does not settle which year its result is of."""

    def __init__(self, name: str, found: Recognised) -> None:
        years = sorted({said.year for said in found.years})
        listed = ", ".join(map(str, years))
        th = f"เอกสารกล่าวถึงปี {listed}" if years else "เอกสารไม่ได้บอกปี"
        en = f"it names {listed}" if years else "it names none"
        super().__init__(
            Text(
                f"{name}: ไม่ชัดว่าเป็นผลการประเมินของปีงบประมาณใด ({th}) วิธีแก้: ระบุ --year เช่น --year 2568",
                f"{name}: it is not clear which fiscal year the result is of ({en}); hint: give --year, "
                "such as --year 2568",
            )
        )
