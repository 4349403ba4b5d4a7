"""The fonts as they are shipped: their name and licence, and one glyph for every Thai cluster."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

import prongsai_theme
from prongsai.reports import build_reports
from prongsai.reports.paper.lettering import _ALIKE, shown, width
from prongsai.reports.paper.lexicon import WORDS

FOLDER = Path(prongsai_theme.__file__).parent / "fonts"
FILES = {style: FOLDER / f"SarabunCluster-{style}.ttf" for style in ("Regular", "Bold")}
CLUSTER = re.compile("[ก-ฮ][ัิ-ฺ็-๎]*ำ|[ก-ฮ][ัิ-ฺ็-๎]+")
SIGNS = "“”‘’–—·•…›‹▼▲▶→≥≤×÷°½✓✔✗✘☐☑☒□■▪○●๏๚๛฿"

by_style = pytest.mark.parametrize("style", FILES)


@pytest.fixture(scope="session")
def fonts():
    return {style: TTFont(path) for style, path in FILES.items()}


@pytest.fixture(scope="session")
def texts(samruean, said):
    """All that the reports of the real content say, and the words that we know."""
    told = [shown(text) for report in build_reports(samruean) for text in said(report)]
    return [*told, WORDS]


def name(font, number):
    return str(font["name"].getDebugName(number))


@by_style
def test_the_font_has_a_name_of_its_own(style, fonts):
    font = fonts[style]

    assert name(font, 1) == "Sarabun Cluster"
    assert name(font, 2) == style
    assert name(font, 6) == f"SarabunCluster-{style}"


@by_style
def test_the_licence_of_the_original_comes_along(style, fonts):
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")

    assert licence.startswith(name(fonts[style], 0))
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "SIL Open Font License, Version 1.1" in name(fonts[style], 13)
    # the original reserves no name; if it ever does, ours must be another one
    assert "with Reserved Font Name" not in licence


@by_style
def test_every_cluster_of_the_reports_is_one_glyph(style, texts):
    font = hb.Font(hb.Face(FILES[style].read_bytes()))
    clusters = sorted({found for text in texts for found in CLUSTER.findall(text)})

    taken_apart = [one for one in clusters if glyphs(font, one) != 1]

    assert len(clusters) > 250
    assert taken_apart == []


def glyphs(font, text):
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "th"
    hb.shape(font, buffer, {})
    return len(buffer.glyph_infos)


@by_style
def test_every_character_of_the_reports_has_a_glyph(style, fonts, texts):
    known = fonts[style].getBestCmap()
    printed = {one for text in (*texts, SIGNS) for one in text if not one.isspace()}

    assert sorted(one for one in printed if ord(one) not in known) == []


@by_style
def test_what_stands_in_for_another_character_has_a_glyph(style, fonts):
    known = fonts[style].getBestCmap()

    assert [code for code in _ALIKE.values() if ord(code) not in known] == []


@by_style
def test_no_character_is_wider_than_we_reckon(style, fonts):
    font = fonts[style]
    advances = {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}
    usual = [chr(code) for code in (*range(0x20, 0x7F), *range(0xE01, 0xE3B), *range(0xE3F, 0xE5B))]

    wider = [one for one in (*usual, *SIGNS) if advances[one] / 1000 > width(one) + 0.001]

    assert wider == []


def test_the_fonts_are_small():
    assert all(path.stat().st_size < 300_000 for path in FILES.values())
