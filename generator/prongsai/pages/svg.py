"""Charts as inline SVG: readable without colour, without scripts, and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from prongsai.pages.escape import html
from prongsai.reports.document import Bar, BarChart
from prongsai.reports.years import Trend, YearScore

_WIDTH, _ROW, _BAR, _TOP = 400, 46, 14, 30
_LEFT, _RIGHT = 2, 54
_TREND_WIDTH, _TREND_HEIGHT = 340, 150
_SIDE, _ABOVE, _BELOW = 28, 24, 24
"""What a trend leaves free at its sides, above 100 and below 0."""
_SCORE_WIDTH, _YEAR_WIDTH, _LABEL_HEIGHT = 44, 36, 16
"""The room that a score and a year take."""


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
    dated = _apart([replace(place, y=Decimal(0)) for place in places], _YEAR_WIDTH)
    valued = _apart(known, _SCORE_WIDTH)
    parts = [
        f'<svg class="ps-chart" viewBox="0 0 {_TREND_WIDTH} {_TREND_HEIGHT}" role="img" '
        f'aria-labelledby="{trend.id}-title {trend.id}-desc" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{trend.id}-title">{html(trend.title)}</title>',
        f'<desc id="{trend.id}-desc">{html(trend.description)}</desc>',
        _level_line(trend.mark),
        *(_joined(one, other) for one, other in pairwise(places)),
        *(_dot(place, trend.mark) for place in known),
        *(_text(one, (one.y or Decimal(0)) - 8, one.score.shown, "value") for one in valued),
        *(_text(one, _TREND_HEIGHT - 5, one.score.year_shown, "label") for one in dated),
        "</svg>",
    ]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a year stands in a trend, in units of its viewBox; y is None without a score."""

    score: YearScore
    x: Decimal
    y: Decimal | None


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


def _apart(places: Sequence[_Place], width: int) -> list[_Place]:
    """Return the places whose labels do not overlap: the newest, the oldest, then newest first.

    A label without room is left out: the table below the charts has every score.
    """
    kept: list[_Place] = []
    for place in (*places[-1:], *places[:1], *places[-2:0:-1]):
        if not any(_overlap(place, one, width) for one in kept):
            kept.append(place)
    return sorted(kept, key=lambda one: one.x)


def _overlap(one: _Place, other: _Place, width: int) -> bool:
    beside = abs(one.x - other.x) >= width
    return not beside and abs((one.y or Decimal(0)) - (other.y or Decimal(0))) < _LABEL_HEIGHT


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


def _text(place: _Place, y: Decimal | int, text: str, kind: str) -> str:
    return (
        f'<text class="ps-chart__{kind} ps-chart__text" x="{place.x}" y="{y}" '
        f'text-anchor="middle">{html(text)}</text>'
    )


def _y(score: Decimal) -> Decimal:
    span = _TREND_HEIGHT - _ABOVE - _BELOW
    return (_ABOVE + (100 - score) * span / 100).quantize(Decimal("0.1"))
