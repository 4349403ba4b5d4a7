"""The tones that an agency's colour gives, so that all that is written in or on them can be read. Pure.

Contrast is reckoned as WCAG 2.2 does: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from prongsai.problems import Text

READABLE = 4.5
"""What text needs against what lies behind it: success criterion 1.4.3, level AA."""
WHITE, BLACK = "#ffffff", "#000000"

# What links stand on: page, cards and heads of tables, marks. The theme's CSS names the same.
BEHIND_LIGHT = (WHITE, "#f4f6f9", "#e8ecf1")
BEHIND_DARK = ("#1e2329", "#1d2735", "#2b3646")

_EASY = 7.0
"""What text has in the dark scheme: more, because bright text on dark glares and is read thin."""
_DEEP = 10.0
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Tones:
    """The tones of one scheme, each as `#1a5f3c`."""

    head: str
    """Behind the head of each page."""
    on_head: str
    """What is written there."""
    deep: str
    """Behind the foot of each page, under white."""
    rule: str
    """The line that ends the head: an ornament, which nothing rests on."""
    link: str
    """Links, bars and marks."""


@dataclass(frozen=True, slots=True)
class Palette:
    light: Tones
    dark: Tones


def palette(colour: str) -> Palette:
    """Return the tones of both schemes for a colour written as `#1a5f3c`; every colour has them.

    The head takes the colour itself, with black on it where white could not be read. Links take a
    darker tone of it on light ground and a lighter one on dark, as far as they need it.
    """
    deep = _shifted(colour, (WHITE,), _DEEP, darker=True)
    on_head = WHITE if contrast(colour, WHITE) >= READABLE else BLACK
    light = Tones(
        head=colour,
        on_head=on_head,
        deep=deep,
        rule=_mixed(colour, WHITE) if on_head == WHITE else deep,
        link=_shifted(colour, BEHIND_LIGHT, READABLE, darker=True),
    )
    night = _shifted(colour, (WHITE,), _EASY, darker=True)
    dark = Tones(
        head=night,
        on_head=WHITE,
        deep=deep,
        rule=_mixed(night, WHITE),
        link=_shifted(colour, BEHIND_DARK, _EASY, darker=False),
    )
    return Palette(light, dark)


def adaptations(colour: str) -> Iterator[Text]:
    """Yield what is not shown in the colour itself, or not with white on it, and why."""
    tones = palette(colour).light
    if tones.on_head != WHITE:
        ratio = f"{contrast(colour, WHITE):.1f}"
        yield Text(
            f"ตัวอักษรสีขาวบนสีนี้อ่านไม่ออก (ความต่างของสี {ratio} ต้องได้ {READABLE}) หัวเว็บไซต์จึงใช้ตัวอักษรสีดำ",
            f"white on it cannot be read (contrast {ratio}, needed {READABLE}), so the head has black text",
        )
    if tones.link != colour:
        ratio = f"{min(contrast(colour, one) for one in BEHIND_LIGHT):.1f}"
        yield Text(
            f"ลิงก์สีนี้บนพื้นสีอ่อนอ่านไม่ออก (ความต่างของสี {ratio} ต้องได้ {READABLE}) "
            f"ลิงก์จึงใช้สีเดียวกันที่เข้มกว่า คือ {tones.link}",
            f"links in it cannot be read on light ground (contrast {ratio}, needed {READABLE}), "
            f"so they have a darker tone of it, {tones.link}",
        )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black and white)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shifted(colour: str, behind: Iterable[str], needed: float, *, darker: bool) -> str:
    """Return the colour, or the nearest tone of its hue that has the contrast with all of these."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    end = 0.0 if darker else 1.0
    for step in range(_STEPS + 1):
        share = step / _STEPS
        tone = _written(hls_to_rgb(hue, lightness + (end - lightness) * share, saturation))
        tone = tone if step else colour
        if all(contrast(tone, ground) >= needed for ground in behind):
            return tone
    raise AssertionError("black, or white, has the contrast with every ground that is asked about")


def _mixed(one: str, other: str) -> str:
    parts = zip(_parts(one), _parts(other), strict=True)
    return _written((a + b) / 2 for a, b in parts)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def style(colour: str) -> str:
    """Return the CSS that lays the agency's tones over those of the theme."""
    tones = palette(colour)
    well = "#ffffff59" if tones.light.on_head == BLACK else "#00000042"
    return (
        f'[data-md-color-scheme="default"]{{{_scheme(tones.light)}'
        f"--md-footer-bg-color:{tones.light.deep};--md-footer-bg-color--dark:{tones.light.deep};"
        f"--ps-head-well:{well}}}\n"
        f'[data-md-color-scheme="slate"]{{{_scheme(tones.dark)}}}\n'
    )


def _scheme(tones: Tones) -> str:
    values = {
        "--md-primary-fg-color": tones.head,
        "--md-primary-fg-color--light": tones.head,
        "--md-primary-fg-color--dark": tones.head,
        "--md-primary-bg-color": tones.on_head,
        "--md-primary-bg-color--light": tones.on_head,
        "--md-accent-fg-color": tones.link,
        "--md-typeset-a-color": tones.link,
        "--ps-gold": tones.rule,
        "--ps-bar": tones.link,
    }
    return "".join(f"{name}:{value};" for name, value in values.items())
