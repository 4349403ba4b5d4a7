"""The outlines of ticks, crosses, boxes and circles, which forms use and Sarabun lacks."""

from __future__ import annotations

Shape = tuple[tuple[int, int], ...]


def symbols(line: int) -> dict[str, list[tuple[Shape, bool]]]:
    """Return the outlines by character; a curved one goes through points off the curve only."""
    frame = [(_square(380, 330, 300), False), (_square(380, 330, 300 - line)[::-1], False)]
    ring = [(_octagon(300), True), (_octagon(300 - line)[::-1], True)]
    tick, heavy = _tick(line), _tick(line + 30)
    cross, heavy_cross = _cross(line), _cross(line + 30)
    return {
        "☐": frame,
        "□": frame,
        "☑": [*frame, (tick, False)],
        "☒": [*frame, *cross],
        "■": [(_square(380, 330, 300), False)],
        "▪": [(_square(380, 330, 140), False)],
        "✓": [(tick, False)],
        "✔": [(heavy, False)],
        "✗": cross,
        "✘": heavy_cross,
        "○": ring,
        "●": [(_octagon(300), True)],
    }


def _square(x: int, y: int, half: int) -> Shape:
    return ((x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half))


def _octagon(radius: int) -> Shape:
    """Return the corners of an octagon around a circle: a curve past them is round enough."""
    near = round(radius * 0.4142)
    corners = [(-radius, -near), (-radius, near), (-near, radius), (near, radius)]
    return tuple((380 + x, 330 + y) for x, y in corners + [(-x, -y) for x, y in corners])


def _tick(line: int) -> Shape:
    return ((190, 330), (320, 130), (570, 550), (570 + line, 550 - line), (325, 20), (130, 330))


def _cross(line: int) -> list[tuple[Shape, bool]]:
    low, high = (200, 150), (560, 510)
    rising = (low, (high[0] - line, high[1]), high, (low[0] + line, low[1]))
    falling = tuple((760 - x, y) for x, y in rising)[::-1]
    return [(rising, False), (falling, False)]
