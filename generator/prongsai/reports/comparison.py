"""This year's announced figures beside those of the year before, where both are known."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.reports import words
from prongsai.reports.document import Column, Table, cell


def with_last_year(site: Site, result: Result) -> Table | None:
    """Return the figures that both years announced; None where there is no such figure."""
    before = site.result(result.fiscal_year - 1)
    if before is None:
        return None
    show = site.agency.digits.show
    rows = []
    for what in _comparable(site, result, before):
        now, then = result.announced(what), before.announced(what)
        if now is not None and then is not None:
            name = words.figure(site, result.fiscal_year, what)
            rows.append(
                (
                    cell(name),
                    cell(show(then)),
                    cell(show(now)),
                    cell(words.signed(site, now - then)),
                )
            )
    columns = (
        Column("รายการ"),
        Column(f"ปี {show(before.fiscal_year)}", True),
        Column(f"ปี {show(result.fiscal_year)}", True),
        Column("ผลต่าง", True),
    )
    return Table("คะแนนเปรียบเทียบกับปีก่อน", columns, tuple(rows)) if rows else None


def is_compared(site: Site, result: Result, before: Result, figure: str) -> bool:
    """Whether the comparison shows a figure: both years announced it, and it means the same."""
    both = result.announced(figure) is not None and before.announced(figure) is not None
    return both and figure in _comparable(site, result, before)


def _comparable(site: Site, result: Result, before: Result) -> Iterator[str]:
    """Yield the figures that mean the same in both years: an indicator by its number and its name."""
    now, then = site.frameworks[result.fiscal_year], site.frameworks[before.fiscal_year]
    yield "total"
    names = _names(then)
    if names == _names(now):
        yield from (one.id for one in now.instruments if one.id in then.instrument_by_id)
    for one in now.indicators:
        if names.get(one.id) == thai.normalise(one.name.th):
            yield f"indicator {one.id}"


def _names(framework: Framework) -> dict[int, str]:
    return {one.id: thai.normalise(one.name.th) for one in framework.indicators}
