"""What was updated last, by the days that the content tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai import thai
from prongsai.coverage import coverage
from prongsai.models.site import Site
from prongsai.pages.item import path_of

_SHOWN = 5


@dataclass(frozen=True)
class UpdateView:
    """One page, and the day on which what it shows was last changed."""

    day: str
    date: str
    """The same day as programs read it."""
    title: str
    path: str


def recent(site: Site) -> tuple[UpdateView, ...]:
    """Return the pages that were updated last, the newest first; what has no day is left out."""
    newest = sorted(_dated(site), key=lambda one: one[0], reverse=True)[:_SHOWN]
    show = site.agency.digits.show
    return tuple(
        UpdateView(show(thai.short_date(day)), day.isoformat(), title, path)
        for day, title, path in newest
    )


def _dated(site: Site) -> Iterator[tuple[date, str, str]]:
    show = site.agency.digits.show
    for year in site.item_years:
        for row in coverage(site, year):
            if row.updated:
                path = path_of(year.fiscal_year, row.item)
                title = f"{row.item.id} {row.item.title.th} ปี {show(year.fiscal_year)}"
                yield row.updated, title, path
    for result in site.results:
        if result.updated:
            title = f"ผลการประเมิน ITA ปี {show(result.fiscal_year)}"
            yield result.updated, title, f"ita/{result.fiscal_year}/index.md"
    for plan in site.plans:
        if plan.updated:
            title = f"มาตรการ ปี {show(plan.fiscal_year)}"
            yield plan.updated, title, f"ita/{plan.fiscal_year}/measures.md"
