"""A bar chart as inline SVG: readable without colour, without scripts, and by a screen reader."""

from __future__ import annotations

from decimal import Decimal

from prongsai.pages.escape import html
from prongsai.reports.document import Bar, BarChart

_WIDTH, _ROW, _BAR, _TOP = 400, 46, 14, 30
_LEFT, _RIGHT = 2, 54


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
