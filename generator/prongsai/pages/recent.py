"""What was updated last, by the days that the content tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai import thai
from prongsai.models.site import Site
from prongsai.updates import Update

_SHOWN = 5


@dataclass(frozen=True)
class UpdateView:
    """One page, and the day on which what it shows was last changed."""

    day: str
    date: str
    """The same day as programs read it."""
    title: str
    path: str


def recent(site: Site, updated: Sequence[Update]) -> tuple[UpdateView, ...]:
    """Return the first few of what was updated, the newest first."""
    show = site.agency.digits.show
    return tuple(
        UpdateView(
            show(thai.short_date(one.day)), one.day.isoformat(), one.title, _source_of(one.url)
        )
        for one in updated[:_SHOWN]
    )


def _source_of(url: str) -> str:
    """Return the path of the page at `oit/2568/o1/` or `ita/2568/`; that of a year is its index."""
    return f"{url.rstrip('/')}.md" if url.count("/") > 2 else f"{url}index.md"
