"""Whatever colour an agency has, all that is written in it or on it can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.palette import (
    BEHIND_DARK,
    BEHIND_LIGHT,
    READABLE,
    adaptations,
    contrast,
    palette,
    style,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_the_guideline(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@given(colours)
@example("#ffffff")
@example("#000000")
@example("#777777")
@example("#ffff00")
def test_text_can_be_read_in_every_tone_of_every_colour(colour):
    made = palette(colour)

    for tones, grounds in ((made.light, BEHIND_LIGHT), (made.dark, BEHIND_DARK)):
        assert contrast(tones.head, tones.on_head) >= READABLE
        assert contrast(tones.deep, "#ffffff") >= READABLE
        assert min(contrast(tones.link, ground) for ground in grounds) >= READABLE


@given(colours)
def test_the_head_of_a_page_has_the_colour_itself(colour):
    assert palette(colour).light.head == colour


@given(colours)
def test_what_is_told_is_what_was_changed(colour):
    tones = palette(colour).light

    told = [text.en for text in adaptations(colour)]

    assert any("black text" in one for one in told) == (tones.on_head != "#ffffff")
    assert any(tones.link in one for one in told) == (tones.link != colour)


def test_a_dark_colour_is_taken_as_it_is_without_a_word():
    tones = palette("#1a5f3c").light

    assert (tones.head, tones.on_head, tones.link) == ("#1a5f3c", "#ffffff", "#1a5f3c")
    assert list(adaptations("#1a5f3c")) == []


def test_the_style_names_both_schemes_and_colours_only():
    css = style("#ffd54f")

    assert re.findall(r'data-md-color-scheme="(\w+)"', css) == ["default", "slate"]
    assert all(
        re.fullmatch(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?", v) for v in re.findall(r":(#[^;}]*)", css)
    )
