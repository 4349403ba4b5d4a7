"""The shipped catalogue: one YAML file per fiscal year and edition, the crosswalk and the synonyms.

A file is named YEAR-EDITION.yml. Every fact in it carries where it comes from and how sure it is.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from prongsai import yamlfile
from prongsai.models.crosswalk import Crosswalk
from prongsai.models.framework import Framework
from prongsai.models.synonyms import Synonyms
from prongsai.models.terms import AgencyKind
from prongsai.problems import UnknownYearError

_FILES = files(__name__)


def known() -> tuple[tuple[int, str], ...]:
    """Return (fiscal year, edition) of every shipped framework, oldest first."""
    names = (entry.name.removesuffix(".yml") for entry in _FILES.iterdir())
    keys = (name.partition("-") for name in names if name[:4].isdigit())
    return tuple(sorted((int(year), edition) for year, _, edition in keys))


def known_years() -> tuple[int, ...]:
    return tuple(sorted({year for year, _ in known()}))


@cache
def load(year: int, edition: str) -> Framework:
    """Return one framework; UnknownYearError when it is not shipped. Read once per process."""
    if (year, edition) not in known():
        raise UnknownYearError(year, known_years())
    name = f"{year}-{edition}.yml"
    with as_file(_FILES / name) as path:
        return yamlfile.load(path, Framework, f"frameworks/{name}")


def load_for(year: int, kind: AgencyKind) -> Framework:
    """Return the edition of a year that is for this kind of agency, or raise UnknownYearError."""
    for known_year, edition in known():
        if known_year == year and kind in (framework := load(year, edition)).kinds:
            return framework
    raise UnknownYearError(year, known_years())


@cache
def crosswalk() -> Crosswalk:
    """Return the items of each year beside those of the next."""
    with as_file(_FILES / "crosswalk.yml") as path:
        return yamlfile.load(path, Crosswalk, "frameworks/crosswalk.yml")


@cache
def synonyms() -> Synonyms:
    """Return the everyday words by which items and pages are found. They are ours, and no facts."""
    with as_file(_FILES / "synonyms.yml") as path:
        return yamlfile.load(path, Synonyms, "frameworks/synonyms.yml")
