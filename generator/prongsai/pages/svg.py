"""Charts as inline SVG: readable without colour, without scripts, and by a screen reader."""

from __future__ import annotations

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
    parts = [
        f'<svg class="ps-chart" viewBox="0 0 {_TREND_WIDTH} {_TREND_HEIGHT}" role="img" '
        f'aria-labelledby="{trend.id}-title {trend.id}-desc" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{trend.id}-title">{html(trend.title)}</title>',
        f'<desc id="{trend.id}-desc">{html(trend.description)}</desc>',
        _level_line(trend.mark),
        *(_joined(one, next_one) for one, next_one in pairwise(places)),
        *(_point(one, x, trend.mark) for one, x in places),
        "</svg>",
    ]
    return "".join(parts)


def _places(trend: Trend) -> list[tuple[YearScore, Decimal]]:
    span = Decimal(_TREND_WIDTH - 2 * _SIDE)
    step = span / max(len(trend.scores) - 1, 1)
    return [
        (one, (_SIDE + i * step).quantize(Decimal("0.1"))) for i, one in enumerate(trend.scores)
    ]


def _level_line(mark: Decimal) -> str:
    y = _y(mark)
    return f'<line class="ps-chart__mark" x1="0" y1="{y}" x2="{_TREND_WIDTH}" y2="{y}"/>'


def _joined(first: tuple[YearScore, Decimal], second: tuple[YearScore, Decimal]) -> str:
    (one, x1), (other, x2) = first, second
    if one.score is None or other.score is None:
        return ""
    return (
        f'<line class="ps-chart__trend" x1="{x1}" y1="{_y(one.score)}" '
        f'x2="{x2}" y2="{_y(other.score)}"/>'
    )


def _point(one: YearScore, x: Decimal, mark: Decimal) -> str:
    year = (
        f'<text class="ps-chart__label" x="{x}" y="{_TREND_HEIGHT - 5}" text-anchor="middle">'
        f"{html(one.year_shown)}</text>"
    )
    if one.score is None:
        return year
    y = _y(one.score)
    tone = "ps-chart__bar--weak" if one.score < mark else "ps-chart__bar"
    return (
        f'<circle class="{tone}" cx="{x}" cy="{y}" r="4"/>'
        f'<text class="ps-chart__value" x="{x}" y="{y - 8}" text-anchor="middle">'
        f"{html(one.shown)}</text>{year}"
    )


def _y(score: Decimal) -> Decimal:
    span = _TREND_HEIGHT - _ABOVE - _BELOW
    return (_ABOVE + (100 - score) * span / 100).quantize(Decimal("0.1"))
