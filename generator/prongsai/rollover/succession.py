"""Which items of a year continue which of the year before. The crosswalk alone says so. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.models.crosswalk import Crosswalk, CrosswalkLink, Relation
from prongsai.models.framework import Framework
from prongsai.models.item import Item
from prongsai.models.terms import Grade


class Change(StrEnum):
    """What became of an item from one year to the next."""

    NEW = "new"
    MERGED = "merged"
    SPLIT = "split"
    REPLACED = "replaced"
    RELATED = "related"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    """The same under another number."""
    SAME = "same"
    UNTOLD = "untold"
    """The crosswalk has no entry for it."""


_BY_RELATION = {
    Relation.MERGED: Change.MERGED,
    Relation.REPLACED: Change.REPLACED,
    Relation.RELATED: Change.RELATED,
    Relation.RENAMED: Change.RENAMED,
}


@dataclass(frozen=True, slots=True)
class Successor:
    """An item of the later year, and the items of the earlier that it continues."""

    item: Item
    before: tuple[Item, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Succession:
    """Two neighbouring years, item by item."""

    before: Framework
    after: Framework
    successors: tuple[Successor, ...]
    """One for each item of the later year, in its order."""
    gone: tuple[Item, ...]
    """Items that end with the earlier year."""
    untold: tuple[Item, ...]
    """Items of the earlier year of which the crosswalk does not say what becomes of them."""
    confidence: Grade
    """How sure the crosswalk is of this pair of years."""


def succession(crosswalk: Crosswalk, before: Framework, after: Framework) -> Succession:
    """Return how the items of `after` continue those of `before`, the year before it."""
    pair = crosswalk.pair(after.fiscal_year)
    links = pair.links if pair else ()
    new, dropped = (pair.new, pair.dropped) if pair else ((), ())
    told = {*dropped, *(code for link in links for code in link.before)}
    return Succession(
        before,
        after,
        tuple(_successor(before, item, links, new) for item in after.items),
        tuple(item for item in before.items if item.id in dropped),
        tuple(item for item in before.items if item.id not in told),
        pair.confidence if pair else Grade.NONE,
    )


def _successor(
    before: Framework, item: Item, links: tuple[CrosswalkLink, ...], new: tuple[str, ...]
) -> Successor:
    found = [link for link in links if item.id in link.after]
    codes = dict.fromkeys(code for link in found for code in link.before)
    earlier = tuple(before.item_by_id[code] for code in codes)
    if found:
        return Successor(item, earlier, _change(item, found[0]))
    return Successor(item, (), Change.NEW if item.id in new else Change.UNTOLD)


def _change(item: Item, link: CrosswalkLink) -> Change:
    if len(link.before) == 1 and len(link.after) > 1:
        return Change.SPLIT
    if link.relation in _BY_RELATION:
        return _BY_RELATION[link.relation]
    return Change.SAME if link.before == (item.id,) else Change.RENUMBERED
