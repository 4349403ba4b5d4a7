"""All evidence of a site, with the year and the item that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.models.disclosure import Evidence
from prongsai.models.item import Item
from prongsai.models.site import Site, Year


class ItemEvidence(NamedTuple):
    """One piece of evidence in its place."""

    year: Year
    item: Item
    evidence: Evidence


def all_evidence(site: Site) -> Iterator[ItemEvidence]:
    """Yield the evidence of every year, oldest year first, in the order it was written."""
    for year in site.years:
        entries = year.disclosures.items if year.disclosures else {}
        for code, disclosure in entries.items():
            item = year.framework.item_by_id[code]
            yield from (ItemEvidence(year, item, evidence) for evidence in disclosure.evidence)
