"""What was updated on a site, as an Atom feed (RFC 4287). Pure.

Days come from the content and never from the clock: the same content gives the same bytes, and what
has no day is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from prongsai.coverage import STATE_NAMES, ItemCoverage, coverage
from prongsai.models.site import Site, Year
from prongsai.urls import item_url

FEED = "updates.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 50
"""As many entries as there are, the newest first: readers of feeds look for what is new."""


@dataclass(frozen=True, slots=True)
class Update:
    """One page that was updated on a day."""

    day: date
    url: str
    """Below the site."""
    title: str
    summary: str


def updates(site: Site) -> list[Update]:
    """Return what was updated, the newest first; what is of the same day in the order of the site."""
    found = [
        *(one for year in site.item_years for one in _items(site, year)),
        *_results(site),
        *_plans(site),
    ]
    return sorted(found, key=lambda one: one.day, reverse=True)


def feed(site: Site) -> str | None:
    """Return the feed; None where the content tells no day: a feed must say when it was updated."""
    found = updates(site)
    if not found:
        return None
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "th"})
    home = site.agency.address("")
    _add(root, "id", home)
    _add(root, "title", site.agency.named(f"การปรับปรุงข้อมูล {site.agency.short_name.th}"))
    _add(root, "updated", _moment(found[0].day))
    _add(ET.SubElement(root, "author"), "name", site.agency.named(site.agency.name.th))
    _link(root, "alternate", home)
    _link(root, "self", site.agency.address(FEED))
    for one in found[:_MOST]:
        _entry(root, site, one)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'


def _entry(root: ET.Element, site: Site, update: Update) -> None:
    entry, address = ET.SubElement(root, "entry"), site.agency.address(update.url)
    # A page that is updated again is another entry, or no reader would be told of it.
    _add(entry, "id", f"tag:{urlsplit(address).hostname},{update.day}:{urlsplit(address).path}")
    _add(entry, "title", update.title)
    _add(entry, "updated", _moment(update.day))
    _link(entry, "alternate", address)
    _add(entry, "summary", update.summary)


def _items(site: Site, year: Year) -> Iterator[Update]:
    for row in coverage(site, year):
        if row.updated:
            yield Update(
                row.updated,
                item_url(year.fiscal_year, row.item.slug),
                f"{row.item.id} {row.item.title.th} ({_of(site, year.fiscal_year)})",
                " · ".join(_told(row)),
            )


def _told(row: ItemCoverage) -> Iterator[str]:
    yield STATE_NAMES[row.state].th
    if row.disclosure.declaration:
        yield row.disclosure.declaration.reason
    yield from (one.title for one in row.evidence)


def _results(site: Site) -> Iterator[Update]:
    for result in site.results:
        if result.updated:
            of = _of(site, result.fiscal_year)
            title = f"ผลการประเมิน ITA {of}"
            yield Update(result.updated, f"ita/{result.fiscal_year}/", title, "ผลคะแนนตามที่ประกาศ")


def _plans(site: Site) -> Iterator[Update]:
    for plan in site.plans:
        if plan.updated:
            of = _of(site, plan.fiscal_year)
            title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {of}"
            told = site.agency.digits.show(f"{len(plan.measures)} มาตรการ")
            yield Update(plan.updated, f"ita/{plan.fiscal_year}/measures/", title, told)


def _of(site: Site, year: int) -> str:
    return f"ปีงบประมาณ พ.ศ. {site.agency.digits.show(year)}"


def _moment(day: date) -> str:
    """Return a day as the moment in which it begins in Thailand: Atom knows no days."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href})
