"""Which days an item's data must cover, and which of them its evidence does not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai import thai
from prongsai.models.disclosure import Disclosure, Evidence
from prongsai.models.item import Item, PeriodKind
from prongsai.problems import Text

_DAY = timedelta(days=1)
_MONTHLY = (PeriodKind.MONTHLY, PeriodKind.MONTHLY_FIRST_HALF)
_HALF = (PeriodKind.FIRST_HALF, PeriodKind.MONTHLY_FIRST_HALF, PeriodKind.FIRST_TWO_QUARTERS)
_WHOLE = (PeriodKind.THIS_YEAR, PeriodKind.MONTHLY, PeriodKind.PLAN, PeriodKind.MULTI_YEAR_PLAN)


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included."""

    first: date
    last: date


def required_days(kind: PeriodKind, fiscal_year: int) -> Days | None:
    """Return the days that the data of an item must cover; None where it asks for no certain days.

    What is current or in force says nothing of days.
    """
    this, before = (thai.fiscal_year_span(year) for year in (fiscal_year, fiscal_year - 1))
    if kind is PeriodKind.PREVIOUS_YEAR:
        return Days(before.start, before.end)
    if kind in _HALF:
        return Days(this.start, date(this.end.year, 3, 31))
    return Days(this.start, this.end) if kind in _WHOLE else None


def earliest_update(kind: PeriodKind, fiscal_year: int) -> date | None:
    """Return the first day on which an item can have been updated with all that it asks for.

    A report of last year is made when that year has ended, one of six months after these, and data of
    this year once it has begun. None where any day will do, as for a plan.
    """
    this = thai.fiscal_year_span(fiscal_year)
    if kind in _HALF:
        return date(this.end.year, 3, 31)
    if kind is PeriodKind.PREVIOUS_YEAR:
        return this.start - _DAY
    if kind is PeriodKind.THIS_YEAR:  # it may be a plan, which is made in the year before
        return thai.fiscal_year_span(fiscal_year - 1).start
    return this.start if kind in (PeriodKind.MONTHLY, PeriodKind.CURRENT) else None


def open_stretches(
    item: Item, evidence: Sequence[Evidence], disclosure: Disclosure, fiscal_year: int
) -> tuple[Days, ...]:
    """Return the days that an item asks for and its evidence is not of; none where that cannot be told.

    Of the year that is assessed some days will do, and of its months those that were over when the
    item was updated: it is handed in before the year has ended.
    """
    kind = item.period.kind
    required, covered = required_days(kind, fiscal_year), covered_days(evidence, fiscal_year)
    if required is None or covered is None:
        return ()
    if kind is PeriodKind.THIS_YEAR and any(
        one.first <= required.last and one.last >= required.first for one in covered
    ):
        return ()
    updated = max(
        filter(None, (disclosure.updated, *(one.updated for one in evidence))), default=None
    )
    if kind is PeriodKind.MONTHLY and updated:
        last = updated.replace(day=1) - _DAY
        required = Days(required.first, max(required.first, min(required.last, last)))
    return tuple(gaps(required, covered))


def covered_days(evidence: Iterable[Evidence], fiscal_year: int) -> list[Days] | None:
    """Return the days that evidence is of, in order; None where a piece does not tell its days."""
    spans = [one.period.span(fiscal_year) if one.period else None for one in evidence]
    if not spans or None in spans:
        return None
    return sorted((Days(*span) for span in spans if span), key=lambda one: (one.first, one.last))


def gaps(required: Days, covered: Iterable[Days]) -> Iterator[Days]:
    """Yield the stretches of the required days that nothing covers. `covered` is in order."""
    open_from = required.first
    for one in covered:
        if one.first > required.last:
            break
        if one.first > open_from:
            yield Days(open_from, one.first - _DAY)
        open_from = max(open_from, one.last + _DAY)
    if open_from <= required.last:
        yield Days(open_from, required.last)


def months(days: Days) -> Iterator[date]:
    """Yield the first day of every month that the days touch."""
    month = days.first.replace(day=1)
    while month <= days.last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def month_names(days: Iterable[Days]) -> Text:
    """Return the months that stretches of days touch: ต.ค. 2567, ก.พ. 2568."""
    touched = list(dict.fromkeys(month for one in days for month in months(one)))
    return Text(
        ", ".join(f"{thai.MONTHS_SHORT[one.month - 1]} {one.year + 543}" for one in touched),
        ", ".join(f"{one:%Y-%m}" for one in touched),
    )
