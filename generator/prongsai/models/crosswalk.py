"""Which items of one fiscal year continue as which items of the next."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from prongsai.models.base import Model
from prongsai.models.codes import ItemId
from prongsai.models.terms import Grade
from prongsai.models.values import FiscalYear, Words


class Relation(StrEnum):
    """How items relate to those of the next year, by meaning."""

    SAME = "same"
    RENAMED = "renamed"
    MERGED = "merged"
    REPLACED = "replaced"
    RELATED = "related"


class CrosswalkLink(Model):
    """Items of one year and the items of the next that continue them."""

    before: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    after: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    relation: Relation
    note: Words | None = None


class YearPair(Model):
    """All items of two neighbouring years."""

    from_year: FiscalYear
    to_year: FiscalYear
    confidence: Grade
    new: tuple[ItemId, ...] = ()
    """Items of the later year that continue none of the earlier."""
    dropped: tuple[ItemId, ...] = ()
    """Items of the earlier year that end."""
    links: tuple[CrosswalkLink, ...]


class Crosswalk(Model):
    """The pairs of neighbouring years, oldest first."""

    note: Words
    pairs: tuple[YearPair, ...]

    def pair(self, to_year: int) -> YearPair | None:
        """Return how a year continues the one before it; None where no source tells."""
        return next((pair for pair in self.pairs if pair.to_year == to_year), None)

    def before(self, year: int, item: str) -> Iterator[tuple[int, str, CrosswalkLink]]:
        """Yield (year, item, link) for each item of the year before that this one continues."""
        for pair in self.pairs:
            if pair.to_year == year:
                for link in pair.links:
                    if item in link.after:
                        yield from ((pair.from_year, old, link) for old in link.before)

    def after(self, year: int, item: str) -> Iterator[tuple[int, str, CrosswalkLink]]:
        """Yield (year, item, link) for each item of the next year that continues this one."""
        for pair in self.pairs:
            if pair.from_year == year:
                for link in pair.links:
                    if item in link.before:
                        yield from ((pair.to_year, new, link) for new in link.after)
