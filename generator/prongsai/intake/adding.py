"""What a report adds to the content of an agency, and the files that it changes. At the edge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai import frameworks
from prongsai.content import load_site
from prongsai.contentpaths import agency_path, yearly_path
from prongsai.models.framework import Framework
from prongsai.models.site import Site
from prongsai.problems import ProngsaiError, Text
from prongsai.recognition import (
    MeasureTables,
    OwnAgency,
    Ownership,
    Recognised,
    Source,
    measure_tables,
    ownership,
    recognise,
)
from prongsai.recognition.proposal import (
    Conflict,
    measures_content,
    measures_year,
    result_content,
)
from prongsai.recognition.units import Units
from prongsai.revision import Change, revised, text_of
from prongsai.yamlediting import said

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
    ownership: Ownership
    recognised: Recognised
    tables: MeasureTables
    measures_year: int | None
    units: Units
    has_measures: bool
    """Whether the year of the measures has some already, which stay."""
    replace: bool
    contents: Mapping[Path, Mapping[str, Any]]
    """The content of each file that may change."""
    conflicts: tuple[Conflict, ...] = ()


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
    owned = ownership(source, own_agency(site))
    # The figures of another's report are shown as what they are: the officer sees what was read.
    found = recognise(source, known, year, owned.agency)
    framework = known.get(found.year or 0)
    tables = measure_tables(source, framework)
    if not _is_about_ita(source, found) or not (found.certain or tables.measures or not found.year):
        raise NotRecognisedError(name)
    if found.year is None:
        raise UndecidedYearError(name, found)
    adding = _Adding(site, root, name, owned, found, tables, replace=replace)
    return adding.addition(source, measures_year)


@dataclass
class _Adding:
    """Puts together what a document adds, file by file."""

    site: Site
    root: Path
    name: str
    owned: Ownership
    found: Recognised
    tables: MeasureTables
    replace: bool

    def addition(self, source: Source, asked: int | None) -> Addition:
        contents, conflicts = self._result()
        units = Units(self.site.agency.units)
        year = (
            (asked or year_of_measures(self.tables, self.found)) if self.tables.measures else None
        )
        old = _old(yearly_path(self.root, year, "measures")) if year else {}
        has_measures = bool(old.get("measures")) and not self.replace
        if year and not has_measures:
            contents |= self._measures(year, old, units)
        return Addition(
            self.name,
            source.notes,
            self.owned,
            self.found,
            self.tables,
            year,
            units,
            has_measures,
            self.replace,
            contents,
            conflicts,
        )

    def _result(self) -> tuple[dict[Path, Mapping[str, Any]], tuple[Conflict, ...]]:
        if not self.found.certain or not self.found.year:
            return {}, ()
        path = yearly_path(self.root, self.found.year, "result")
        content, conflicts = result_content(self.found, _old(path), self.name, replace=self.replace)
        return {path: content}, conflicts

    def _measures(
        self, year: int, old: Mapping[str, Any], units: Units
    ) -> dict[Path, Mapping[str, Any]]:
        """Return measures.yml and, where it names units that the agency does not have, agency.yml."""
        assert self.found.year
        new = measures_content(self.tables, year, self.found.year, self.name, units)
        content = {**old, **new, "source": old.get("source", new["source"])}
        made: dict[Path, Mapping[str, Any]] = {yearly_path(self.root, year, "measures"): content}
        if units.new:
            path = agency_path(self.root)
            agency = _old(path)
            made[path] = {**agency, "units": {**agency.get("units", {}), **units.new}}
        return made


def own_agency(site: Site) -> OwnAgency:
    """Return the agency of a site by the names that documents may give it."""
    agency = site.agency
    names = (agency.name.th, agency.short_name.th)
    return OwnAgency(names, agency.district or "", agency.province or "")


def year_of_measures(tables: MeasureTables, found: Recognised) -> int:
    assert found.year is not None
    return measures_year(tables, found) or found.year + 1


def changes(root: Path, added: Addition) -> list[Change]:
    """Return the files that change, after all of them were seen to load. Raises ContentError."""
    made = [
        revised(path, text_of(path), content) for path, content in sorted(added.contents.items())
    ]
    changed = [one for one in made if one.after != one.before]
    load_site(root, drafts={one.path: one.after for one in changed})
    return changed


def _old(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = said(text_of(path))
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


class OtherAgencyError(ProngsaiError):
    """The document is the report of another agency than the site's."""

    def __init__(self, name: str, found: Ownership) -> None:
        super().__init__(
            Text(
                f"{name}: เอกสารเป็นของ {found.other} ไม่ใช่ {found.own} จึงไม่ได้เขียนไฟล์ใด "
                "วิธีแก้: ใช้เอกสารของหน่วยงาน หรือถ้าตรวจแล้วว่าใช้ได้ ให้สั่งอีกครั้งด้วย --other-agency",
                f"{name}: the document is that of {found.other}, not of {found.own}, and nothing was written; "
                "hint: use the agency's own, or give --other-agency if you have seen that it is right",
            )
        )
