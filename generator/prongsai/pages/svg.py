"""Charts as inline SVG: readable without colour, without scripts, and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from prongsai.pages.escape import html
from prongsai.reports.document import Bar, BarChart
from prongsai.reports.years import Trend, YearScore

_WIDTH, _ROW, _BAR, _TOP = 400, 46, 14, 30
_LEFT, _RIGHT = 2, 54
_TREND_WIDTH, _TREND_HEIGHT = 340, 110
_SIDE, _ABOVE, _BELOW = 28, 24, 24
"""What a trend leaves free at its sides, above 100 and below 0."""
_SCORE_WIDTH, _YEAR_WIDTH, _LABEL_HEIGHT = 40, 36, 15
"""The room that a score and a year take."""
_OVER, _UNDER = -8, 18
"""Where a score stands, from its point."""
_YEARS_AT = Decimal(_TREND_HEIGHT - 5)

P = TypeVar("P")


def bar_chart(chart: BarChart) -> str:
    """Return the chart as one SVG element on one line, with a title and a description."""
    height = _TOP + _ROW * len(chart.bars) + 6
    parts = [
        f'<svg class="ps-chart" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="{chart.id}-title {chart.id}-desc" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{chart.id}-title">{html(chart.title)}</title>',
        f'<desc id="{chart.id}-desc">{html(chart.description)}</desc>',
        *(_bar(bar, row, chart.mark) for row, bar in enumerate(chart.bars)),
        _mark(chart, height),
        "</svg>",
    ]
    return "".join(parts)


def _bar(bar: Bar, row: int, mark: Decimal) -> str:
    top = _TOP + row * _ROW
    length = _x(bar.value) - _LEFT
    tone = "ps-chart__bar--weak" if bar.value < mark else "ps-chart__bar"
    full = _x(Decimal(100)) - _LEFT
    return (
        f'<text class="ps-chart__label" x="{_LEFT}" y="{top + 14}">{html(bar.label)}</text>'
        f'<rect class="ps-chart__rail" x="{_LEFT}" y="{top + 21}" width="{full}" height="{_BAR}"/>'
        f'<rect class="{tone}" x="{_LEFT}" y="{top + 21}" width="{length}" height="{_BAR}"/>'
        f'<text class="ps-chart__value" x="{_WIDTH}" y="{top + 33}" text-anchor="end">'
        f"{html(bar.shown)}</text>"
    )


def _mark(chart: BarChart, height: int) -> str:
    x = _x(chart.mark)
    return (
        f'<line class="ps-chart__mark" x1="{x}" y1="{_TOP - 4}" x2="{x}" y2="{height - 6}"/>'
        f'<text class="ps-chart__label" x="{x}" y="{_TOP - 12}" text-anchor="middle">'
        f"{html(chart.mark_label)}</text>"
    )


def _x(value: Decimal) -> Decimal:
    span = _WIDTH - _RIGHT - _LEFT
    return (_LEFT + value * span / 100).quantize(Decimal("0.1"))


def trend_chart(trend: Trend) -> str:
    """Return a figure over the years as one SVG element on one line.

    Years stand apart as they lie; a line joins neighbouring years only.
    """
    places = _places(trend)
    known = [place for place in places if place.y is not None]
    years = _apart([_Label(one.x, _YEARS_AT, one.score.year_shown) for one in places], _YEAR_WIDTH)
    parts = [
        f'<svg class="ps-chart" viewBox="0 0 {_TREND_WIDTH} {_TREND_HEIGHT}" role="img" '
        f'aria-labelledby="{trend.id}-title {trend.id}-desc" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{trend.id}-title">{html(trend.title)}</title>',
        f'<desc id="{trend.id}-desc">{html(trend.description)}</desc>',
        _level_line(trend.mark),
        *(_joined(one, other) for one, other in pairwise(places)),
        *(_dot(place, trend.mark) for place in known),
        *(_text(label, "value") for label in _scores(known, _y(trend.mark))),
        *(_text(label, "label") for label in years),
        "</svg>",
    ]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a year stands in a trend, in units of its viewBox; y is None without a score."""

    score: YearScore
    x: Decimal
    y: Decimal | None


@dataclass(frozen=True, slots=True)
class _Label:
    x: Decimal
    y: Decimal
    """Of the line that the text stands on."""
    text: str


def _places(trend: Trend) -> list[_Place]:
    step = Decimal(_TREND_WIDTH - 2 * _SIDE) / max(len(trend.scores) - 1, 1)
    return [
        _Place(
            one,
            (_SIDE + i * step).quantize(Decimal("0.1")),
            None if one.score is None else _y(one.score),
        )
        for i, one in enumerate(trend.scores)
    ]


def _scores(places: Sequence[_Place], mark: Decimal) -> list[_Label]:
    """Return the scores, each above its point or below it, wherever neither the line of the mark nor
    another label is. What finds no room is left out: the table below the charts has every score."""
    kept: list[_Label] = []
    for place in _newest_first(places):
        y = place.y or Decimal(0)
        options = [_Label(place.x, y + by, place.score.shown) for by in (_OVER, _UNDER)]
        clear = [one for one in options if not -3 < one.y - mark < _LABEL_HEIGHT - 2]
        free = (one for one in (*clear, *options) if _is_free(one, kept, _SCORE_WIDTH))
        if label := next(free, None):
            kept.append(label)
    return sorted(kept, key=lambda one: one.x)


def _apart(labels: Sequence[_Label], width: int) -> list[_Label]:
    """Return the labels that do not overlap."""
    kept: list[_Label] = []
    for label in _newest_first(labels):
        if _is_free(label, kept, width):
            kept.append(label)
    return sorted(kept, key=lambda one: one.x)


def _newest_first(of: Sequence[P]) -> tuple[P, ...]:
    """Return the newest, the oldest, then the others from the newest on."""
    return (*of[-1:], *(of[:1] if len(of) > 1 else ()), *of[-2:0:-1])


def _is_free(label: _Label, kept: Sequence[_Label], width: int) -> bool:
    return all(
        abs(label.x - one.x) >= width or abs(label.y - one.y) >= _LABEL_HEIGHT for one in kept
    )


def _level_line(mark: Decimal) -> str:
    y = _y(mark)
    return f'<line class="ps-chart__mark" x1="0" y1="{y}" x2="{_TREND_WIDTH}" y2="{y}"/>'


def _joined(one: _Place, other: _Place) -> str:
    if one.y is None or other.y is None:
        return ""
    return (
        f'<line class="ps-chart__trend" x1="{one.x}" y1="{one.y}" x2="{other.x}" y2="{other.y}"/>'
    )


def _dot(place: _Place, mark: Decimal) -> str:
    is_weak = place.score.score is not None and place.score.score < mark
    tone = "ps-chart__bar--weak" if is_weak else "ps-chart__bar"
    return f'<circle class="{tone}" cx="{place.x}" cy="{place.y}" r="4"/>'


def _text(label: _Label, kind: str) -> str:
    return (
        f'<text class="ps-chart__{kind} ps-chart__text" x="{label.x}" y="{label.y}" '
        f'text-anchor="middle">{html(label.text)}</text>'
    )


def _y(score: Decimal) -> Decimal:
    span = _TREND_HEIGHT - _ABOVE - _BELOW
    return (_ABOVE + (100 - score) * span / 100).quantize(Decimal("0.1"))
