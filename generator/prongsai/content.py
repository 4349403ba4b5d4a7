"""Turn a content directory into a Site. The only module that walks content/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from prongsai import frameworks, thai, yamlfile
from prongsai.contentpaths import AGENCY, LOOKS_LIKE_YAML, SUFFIXES, YEARLY, fiscal_year_of
from prongsai.documents import read_documents
from prongsai.emblems import read_emblem
from prongsai.locks import locked_urls, publications
from prongsai.models.agency import Agency
from prongsai.models.base import Model
from prongsai.models.disclosure import Disclosures
from prongsai.models.framework import Framework
from prongsai.models.measure import Measures
from prongsai.models.published import Publication
from prongsai.models.redirect import Redirects
from prongsai.models.result import Result
from prongsai.models.site import Site, Year
from prongsai.models.waiver import Waivers
from prongsai.paths import is_file, printable, stays_inside
from prongsai.problems import (
    NO_TEXT,
    ContentError,
    Location,
    Problem,
    Text,
    UnknownYearError,
    did_you_mean,
)
from prongsai.references import reference_problems

M = TypeVar("M", bound=Model)

_WAIVERS, _REDIRECTS = "waivers", "redirects"


def load_site(
    content_dir: Path, shown: str | None = None, drafts: Mapping[Path, str] | None = None
) -> Site:
    """Load everything below `content_dir`; messages call the directory `shown`.

    `drafts` are texts that stand for files of the directory, to see whether they could be written.
    Raises ContentError with the problems of all files together.
    """
    loader = _Loader(content_dir, shown or content_dir.as_posix(), drafts or {})
    site = loader.site()
    if loader.problems or site is None:
        raise ContentError(loader.problems)
    return site


@dataclass
class _Loader:
    """Reads one content directory, and remembers all that is wrong with it."""

    root: Path
    shown: str
    drafts: Mapping[Path, str]
    problems: list[Problem] = field(default_factory=list)

    def site(self) -> Site | None:
        if not self.root.is_dir():
            self._complain(
                self.shown, Text("ไม่พบโฟลเดอร์นี้", "there is no such folder"), _HOW_TO_POINT
            )
            return None
        agency = self._agency()
        folders = self._year_folders()
        years = [year for folder in folders if (year := self._year(folder, agency))]
        if not folders:
            message = Text("ยังไม่มีโฟลเดอร์ของปีใดเลย", "has no folder of any year")
            self._complain(self.shown, message, _YEAR_FOLDERS)
        waivers = self._whole(_WAIVERS, Waivers)
        redirects = self._whole(_REDIRECTS, Redirects)
        locked = tuple(locked_urls(self.root, self.shown))
        emblem, refused = read_emblem(self.root, agency.emblem if agency else None)
        self.problems += refused
        recorded = list(publications(self.root, self.shown))
        published = tuple(one for one in recorded if isinstance(one, Publication))
        self.problems += [one for one in recorded if isinstance(one, Problem)]
        if agency is None or self.problems:
            return None
        neighbours = self._neighbours(years, agency)
        let_stand, leading = waivers and waivers.waivers, redirects and redirects.redirects
        told = (let_stand or (), leading or (), locked, published)
        known = (agency, tuple(years), neighbours, frameworks.crosswalk(), frameworks.synonyms())
        return Site(*known, *told, emblem=emblem, shown=self.shown)

    def _whole(self, stem: str, model: type[M]) -> M | None:
        path = self._find(self.root, stem)
        return self._read(path, model) if path else None

    def _agency(self) -> Agency | None:
        self._refuse_strangers(self.root, (AGENCY, _WAIVERS, _REDIRECTS))
        path = self._find(self.root, AGENCY)
        if path:
            return self._read(path, Agency)
        hint = Text(
            "สร้างไฟล์ agency.yml ที่มี name, short_name, kind และ main_site",
            "create agency.yml with name, short_name, kind and main_site",
        )
        message = Text("ไม่พบไฟล์นี้", "there is no such file")
        self._complain(f"{self.shown}/{AGENCY}.yml", message, hint)
        return None

    def _year_folders(self) -> list[Path]:
        found: dict[int, Path] = {}
        for folder in (path for path in self._entries(self.root) if path.is_dir()):
            number = fiscal_year_of(folder)
            if number is None:
                self._refuse_lost_folder(folder)
            elif not stays_inside(folder, self.root):
                self._complain(self._name(folder), _LEAVES)
            elif number in found:
                other = found[number].name
                message = Text(
                    f"เป็นปีเดียวกับโฟลเดอร์ {other}", f"is the same year as the folder {other}"
                )
                self._complain(self._name(folder), message, _ONE_ONLY)
            else:
                found[number] = folder
        return [found[year] for year in sorted(found)]

    def _year(self, folder: Path, agency: Agency | None) -> Year | None:
        number = int(thai.arabic(folder.name))
        framework = self._framework(number, folder, agency)
        self._refuse_strangers(folder, YEARLY)
        result = self._yearly(folder, "result", Result, number)
        disclosures = self._yearly(folder, "disclosure", Disclosures, number)
        measures = self._yearly(folder, "measures", Measures, number)
        if measures and measures.result_year not in frameworks.known_years():
            unknown = UnknownYearError(measures.result_year, frameworks.known_years())
            self.problems.append(Problem(measures.where_is("result_year"), unknown.text))
        documents = read_documents(folder, disclosures)
        self.problems += documents.problems
        if framework is None or agency is None:
            return None
        unnamed = tuple(map(printable, documents.unnamed)) if disclosures else ()
        found = (documents.files, documents.tables, documents.refused_tables, unnamed)
        year = Year(framework, result, disclosures, measures, *found)
        self.problems += reference_problems(agency, year)
        return year

    def _framework(self, year: int, folder: Path, agency: Agency | None) -> Framework | None:
        try:
            if agency:
                return frameworks.load_for(year, agency.kind)
            if year not in frameworks.known_years():
                raise UnknownYearError(year, frameworks.known_years())
        except UnknownYearError as error:
            is_ce = Text(f"ปี พ.ศ. คือ {year + 543}", f"the Buddhist year is {year + 543}")
            self._complain(self._name(folder), error.text, is_ce if year < 2400 else NO_TEXT)
        return None

    def _neighbours(self, years: list[Year], agency: Agency) -> dict[int, Framework]:
        shipped = frameworks.known_years()
        wanted = {y.fiscal_year + step for y in years if y.opens_items for step in (-1, 0, 1)}
        wanted |= {y.fiscal_year for y in years}
        wanted |= {y.measures.result_year for y in years if y.measures}
        return {y: frameworks.load_for(y, agency.kind) for y in sorted(wanted) if y in shipped}

    def _yearly(self, folder: Path, stem: str, model: type[M], number: int) -> M | None:
        path = self._find(folder, stem)
        value = self._read(path, model) if path else None
        written = getattr(value, "fiscal_year", number)
        if value and written != number:
            message = Text(
                f"fiscal_year: {written} แต่อยู่ในโฟลเดอร์ {folder.name}",
                f"fiscal_year: {written}, but the folder is {folder.name}",
            )
            self.problems.append(Problem(value.where_is("fiscal_year"), message, _YEAR_FOLDERS))
        return value

    def _find(self, folder: Path, stem: str) -> Path | None:
        paths = (folder / f"{stem}{suffix}" for suffix in SUFFIXES)
        found = [p for p in paths if p in self.drafts or p.exists() or p.is_symlink()]
        if len(found) > 1:
            first, second = found[0].name, found[1].name
            message = Text(f"มีทั้ง {first} และ {second}", f"both {first} and {second} are there")
            self._complain(self._name(folder), message, _ONE_ONLY)
        return found[0] if found else None

    def _read(self, path: Path, model: type[M]) -> M | None:
        if not stays_inside(path, self.root):
            self._complain(self._name(path), _LEAVES)
            return None
        if path.exists() and not is_file(path):
            self._complain(self._name(path), Text("ไม่ใช่ไฟล์", "is not a file"))
            return None
        try:
            return yamlfile.load(path, model, self._name(path), self.drafts.get(path))
        except ContentError as error:
            self.problems += error.problems
            return None

    def _refuse_strangers(self, folder: Path, known: tuple[str, ...]) -> None:
        """A misspelt file name would otherwise be passed over without a word."""
        names = {f"{stem}{suffix}" for stem in known for suffix in SUFFIXES}
        for path in self._yaml_files(folder):
            if path.name not in names:
                message = Text("ไม่รู้จักไฟล์ชื่อนี้ จึงไม่ได้อ่าน", "is not a file that is read")
                hint = did_you_mean(path.name.lower().partition(".")[0], known, ".yml")
                self._complain(self._name(path), message, hint)

    def _refuse_lost_folder(self, folder: Path) -> None:
        inside = stays_inside(folder, self.root)
        if inside and any(path.stem in YEARLY for path in self._yaml_files(folder)):
            message = Text("ชื่อโฟลเดอร์ไม่ใช่ปีงบประมาณ", "the folder is not called by a fiscal year")
            self._complain(self._name(folder), message, _YEAR_FOLDERS)

    def _yaml_files(self, folder: Path) -> Iterator[Path]:
        visible = (path for path in self._entries(folder) if not path.name.startswith((".", "~$")))
        return (path for path in visible if path.name.lower().endswith(LOOKS_LIKE_YAML))

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            message = Text("เปิดโฟลเดอร์ไม่ได้", f"cannot be opened: {error.strerror}")
            self._complain(self._name(folder), message)
            return []

    def _name(self, path: Path) -> str:
        below = path.relative_to(self.root).as_posix()
        return self.shown if below == "." else f"{self.shown}/{printable(below)}"

    def _complain(self, where: str, message: Text, hint: Text = NO_TEXT) -> None:
        self.problems.append(Problem(Location(where), message, hint))


_HOW_TO_POINT = Text(
    "เปิดโฟลเดอร์ของเว็บไซต์ก่อน (cd ชื่อโฟลเดอร์ หรือ cd .. ถ้าอยู่ในโฟลเดอร์ย่อยของเว็บไซต์) หรือเริ่มเว็บไซต์ใหม่ด้วย prongsai init "
    "ถ้าอยู่ที่อื่นใช้ --content โฟลเดอร์",
    "go to the folder of the site (cd FOLDER, or cd .. from a folder in it), or begin one with prongsai init; "
    "--content DIR for another place",
)
_YEAR_FOLDERS = Text(
    "โฟลเดอร์ของปีใช้ชื่อปี พ.ศ. เช่น 2568 และ fiscal_year ในไฟล์ต้องตรงกัน",
    "folders are called by the Buddhist year, such as 2568, and fiscal_year in the files agrees",
)
_ONE_ONLY = Text("เหลือไว้อย่างเดียว", "keep only one of them")
_LEAVES = Text("เป็นลิงก์ออกไปนอกโฟลเดอร์ content", "is a link that leaves the content folder")
