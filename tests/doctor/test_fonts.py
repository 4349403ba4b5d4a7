"""A font that is damaged anywhere is known by the sums that it carries."""

from __future__ import annotations

from pathlib import Path

import pytest

import prongsai_theme
from prongsai.doctor.fonts import is_intact
from prongsai.doctor.installation import _FONTS

FOLDER = Path(prongsai_theme.__file__).parent / "fonts"


def test_the_fonts_that_are_looked_at_are_all_that_the_theme_carries():
    assert sorted(_FONTS) == sorted(path.name for path in FOLDER.glob("*.ttf"))


@pytest.mark.parametrize("name", _FONTS)
def test_a_font_of_the_theme_is_intact(name):
    assert is_intact(FOLDER / name)


@pytest.mark.parametrize("at", [0, 5, 20, 400, 5_000, -50])
def test_a_font_with_another_byte_is_not(tmp_path, at):
    font = bytearray((FOLDER / _FONTS[0]).read_bytes())
    font[at] ^= 0xFF
    (tmp_path / "font.ttf").write_bytes(font)

    assert not is_intact(tmp_path / "font.ttf")


@pytest.mark.parametrize("content", [b"", b"no font", b"\0\1\0\0" + bytes(100)])
def test_what_is_no_font_is_not(tmp_path, content):
    (tmp_path / "font.ttf").write_bytes(content)

    assert not is_intact(tmp_path / "font.ttf")
    assert not is_intact(tmp_path / "nowhere.ttf")


def test_half_a_font_is_not(tmp_path):
    font = (FOLDER / _FONTS[0]).read_bytes()
    (tmp_path / "font.ttf").write_bytes(font[: len(font) // 2])

    assert not is_intact(tmp_path / "font.ttf")
