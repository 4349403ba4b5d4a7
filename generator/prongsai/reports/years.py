"""The announced results of all years side by side: what can be compared, and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.models.terms import Grade
from prongsai.reports import words
from prongsai.reports.document import Author, Column, Paragraph, Table, cell, line
from prongsai.reports.scores import figure
from prongsai.scoring import PASS_MARK


@dataclass(frozen=True, slots=True)
class YearScore:
    """One point of a trend."""

    fiscal_year: int
    year_shown: str
    score: Decimal | None
    """0 to 100; None where it was not announced or is not known."""
    shown: str


@dataclass(frozen=True, slots=True)
class Trend:
    """One figure over the years, every year from the first known to the last."""

    id: str
    title: str
    description: str
    scores: tuple[YearScore, ...]
    mark: Decimal
    """A score to draw a line at."""
    mark_label: str


@dataclass(frozen=True, slots=True)
class Years:
    """All results, oldest first."""

    tables: tuple[Table, ...]
    """One for each set of indicators; the newest set comes first."""
    trends: tuple[Trend, ...]
    """The total, then each indicator of the newest set, as far as two years are known."""
    notes: tuple[Paragraph, ...]
    """What must not be compared, and why."""


def side_by_side(site: Site) -> Years:
    """Return the totals, levels and indicators of every year with a result, as announced."""
    results = site.results[::-1]
    if len(results) < 2:
        return Years((), (), ())
    sets = _sets(site, results)
    tables = tuple(_table(site, one, first=i == 0) for i, one in enumerate(sets))
    return Years(
        tables,
        tuple(_trends(site, results, sets[0])) if sets else (),
        (*_other_indicators(site, sets), *_other_levels(site, results)),
    )


def _sets(site: Site, results: Sequence[Result]) -> list[list[Result]]:
    """Return the results by the indicators of their years, told apart by name; newest set first.

    Results that follow the same ten indicators stand together; FY2561 had five indices of its own.
    """
    by_names: dict[tuple[str, ...], list[Result]] = {}
    for result in results:
        by_names.setdefault(_names(site.frameworks[result.fiscal_year]), []).append(result)
    return sorted(by_names.values(), key=lambda one: -one[-1].fiscal_year)


def _names(framework: Framework) -> tuple[str, ...]:
    return tuple(thai.normalise(f"{one.id} {one.name.th}") for one in framework.indicators)


def _table(site: Site, results: Sequence[Result], *, first: bool) -> Table:
    agency, newest = site.agency, results[-1].fiscal_year
    rows = [
        (cell("คะแนนรวม"), *(figure(site, one.total) for one in results)),
        (cell("ระดับ"), *(cell(one.level or "") for one in results)),
    ]
    for indicator in site.frameworks[newest].indicators:
        what = f"indicator {indicator.id}"
        figures = [one.announced(what) for one in results]
        if not any(value is not None for value in figures):
            continue
        rows.append(
            (
                cell(words.indicator(site, newest, indicator.id)),
                *(figure(site, value) for value in figures),
            )
        )
    years = [agency.digits.show(one.fiscal_year) for one in results]
    columns = (Column("รายการ"), *(Column(f"ปี {year}", True) for year in years))
    which = "รายปี" if first else f"ปี {', '.join(years)}"
    return Table(f"คะแนนรวม ระดับ และคะแนนรายตัวชี้วัด {which}", columns, tuple(rows))


def _trends(site: Site, results: Sequence[Result], newest: Sequence[Result]) -> Iterator[Trend]:
    year = newest[-1].fiscal_year
    yield from _trend(site, results, "total", "คะแนนรวม")
    for one in site.frameworks[year].indicators:
        yield from _trend(site, newest, f"indicator {one.id}", words.indicator(site, year, one.id))


def _trend(site: Site, results: Sequence[Result], what: str, title: str) -> Iterator[Trend]:
    """Yield the trend of a figure that two years announce; one point shows no change."""
    known = {
        one.fiscal_year: score for one in results if (score := one.announced(what)) is not None
    }
    if len(known) < 2:
        return
    show = site.agency.digits.show
    # All charts have the same years, so that one can be held beside another.
    span = range(site.results[-1].fiscal_year, site.results[0].fiscal_year + 1)
    scores = tuple(
        YearScore(year, show(year), known.get(year), words.score(site.agency, known.get(year)))
        for year in span
    )
    told = ", ".join(
        f"ปี {one.year_shown} {one.shown} คะแนน" for one in scores if one.score is not None
    )
    mark = f"{show(PASS_MARK)} คะแนน"
    yield Trend(
        f"trend-{what.replace(' ', '-')}",
        title,
        f"{title} รายปี คะแนนเต็ม {show(100)}: {told} เส้นประคือ {mark}",
        scores,
        PASS_MARK,
        mark,
    )


def _other_indicators(site: Site, sets: Sequence[Sequence[Result]]) -> Iterator[Paragraph]:
    for one in sets[1:]:
        text = f"ปี {_listed(site, one)} ประเมินด้วยตัวชี้วัดคนละชุด จึงแสดงแยกและไม่นำมาเทียบรายตัวชี้วัด"
        yield Paragraph(line(text), Author.SOFTWARE)


def _other_levels(site: Site, results: Sequence[Result]) -> Iterator[Paragraph]:
    """Say which years share a scale of levels, where not all of them do."""
    scales = [
        (names, list(found))
        for names, found in groupby(results, lambda one: _scale(site.frameworks[one.fiscal_year]))
        if names
    ]
    if len({names for names, _ in scales}) > 1:
        told = "; ".join(
            f"ปี {_listed(site, found)} ใช้ {' '.join(names)}{_as_far(site, found)}"
            for names, found in scales
        )
        yield Paragraph(
            line(f"ชื่อระดับไม่เหมือนกันทุกปี จึงเทียบระดับข้ามปีไม่ได้โดยตรง: {told}"), Author.SOFTWARE
        )


def _as_far(site: Site, results: Sequence[Result]) -> str:
    """Say that there may be more levels than are found, where the catalogue is not sure of them."""
    grades = {site.frameworks[one.fiscal_year].confidence.levels.grade for one in results}
    return " (เท่าที่พบแหล่งข้อมูล)" if grades & {Grade.LOW, Grade.NONE} else ""


def _scale(framework: Framework) -> tuple[str, ...]:
    return tuple(level.name.th for level in framework.levels)


def _listed(site: Site, results: Sequence[Result]) -> str:
    return ", ".join(site.agency.digits.show(one.fiscal_year) for one in results)
