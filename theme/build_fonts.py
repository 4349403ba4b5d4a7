"""Build the fonts of the reports: Sarabun with one glyph for every Thai cluster.

Typst writes a base with its vowel and tone as several glyphs and gives only the first of them a
place in the PDF's table of characters, so that most readers return `ก(cid:8)` for ก่. A font in
which the whole cluster is one glyph reads back in all of them. The source is the npm package
`@expo-google-fonts/sarabun` (`npm pack`, then unpack); the fonts it makes are committed, so
nobody needs to run this but who changes it:

    python theme/build_fonts.py PACKAGE_FOLDER theme/prongsai_theme/fonts
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools import subset
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from font_symbols import symbols

FAMILY = "Sarabun Cluster"
"""Not the name of the original: this is a modified version, and both may be installed."""
STYLES = {"Regular": "400Regular/Sarabun_400Regular.ttf", "Bold": "700Bold/Sarabun_700Bold.ttf"}
LICENCE = "LICENSE_FONT"
VERSION = "Version 1.000; Sarabun 1.000 with Thai clusters as glyphs, trimmed"

BASES = tuple(map(chr, range(0x0E01, 0x0E2F)))
ABOVE = tuple("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d")
BELOW = tuple("\u0e38\u0e39\u0e3a")
TONES = tuple("\u0e48\u0e49\u0e4a\u0e4b")
TOPS = (*TONES, "\u0e4c", "\u0e4e")
NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"

DROPPED = [*range(0x1E00, 0x1F00), 0xF8FF]
"""What no Thai document needs: Vietnamese letters, a private character."""
FEATURES = ["ccmp", "kern", "mark", "mkmk"]


def main(package: Path, target: Path) -> None:
    """Write both weights and the licence into the target folder."""
    for style, source in STYLES.items():
        (target / f"{FAMILY.replace(' ', '')}-{style}.ttf").write_bytes(
            build((package / source).read_bytes(), style)
        )
    (target / "OFL.txt").write_bytes((package / LICENCE).read_bytes())


def build(source: bytes, style: str) -> bytes:
    """Return the cluster font of one weight; the same bytes for the same source."""
    trimmed = _trimmed(source)
    font = _opened(trimmed)
    _add_symbols(font, bold=style == "Bold")
    ligatures = _add_clusters(font, trimmed)
    _choose_first(font, ligatures)
    _name(font, style)
    font["post"].formatType = 3  # glyph names would be a third of the file
    return _saved(font)


def clusters() -> Iterator[str]:
    """Yield every base with a vowel or mark above or below, a tone, or sara am."""
    for base in BASES:
        for vowel, top in product(("", *ABOVE, *BELOW), ("", *TOPS)):
            if vowel or top:
                yield base + vowel + top
        for tone in ("", *TONES):
            yield base + tone + SARA_AM
        for vowel in BELOW[:2]:
            yield base + vowel + NIKHAHIT


def _trimmed(source: bytes) -> bytes:
    """Return the font without what no report needs, and without hinting: PDFs are not hinted."""
    font = _opened(source)
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        glyph_names=True,
        recalc_timestamp=False,
    )
    trimmer = subset.Subsetter(options)
    trimmer.populate(unicodes=sorted(set(font.getBestCmap()) - set(DROPPED)))
    trimmer.subset(font)
    return _saved(font)


def _opened(data: bytes) -> Any:
    return TTFont(BytesIO(data), recalcTimestamp=False)


def _saved(font: Any) -> bytes:
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def _add_clusters(font: Any, shaped_by: bytes) -> dict[tuple[str, ...], str]:
    """Add a composite glyph per cluster; return which glyphs each of them stands for."""
    cmap = font.getBestCmap()
    shaper = hb.Font(hb.Face(shaped_by))
    order = font.getGlyphOrder()
    ligatures: dict[tuple[str, ...], str] = {}
    for text in clusters():
        parts = _as_shaped(text)
        if any(ord(part) not in cmap for part in parts):
            continue
        name = "cluster_" + "_".join(f"{ord(part):04X}" for part in text)
        _add_glyph(font, name, *_composed(shaper, order, text))
        ligatures[tuple(cmap[ord(part)] for part in parts)] = name
    return ligatures


def _as_shaped(text: str) -> str:
    """Return the characters as HarfBuzz hands them to the font: sara am comes taken apart."""
    return text[0] + NIKHAHIT + text[1:-1] + SARA_AA if text.endswith(SARA_AM) else text


def _composed(shaper: Any, order: list[str], text: str) -> tuple[Glyph, int]:
    """Return the cluster as the font itself lays it out, and its width."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "th"
    hb.shape(shaper, buffer, {"kern": False})
    glyph, width = Glyph(), 0
    glyph.numberOfContours = -1
    glyph.components = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        part = GlyphComponent()
        part.glyphName = order[info.codepoint]
        part.x, part.y = width + position.x_offset, position.y_offset
        part.flags = 0x4  # rounded to the grid
        glyph.components.append(part)
        width += position.x_advance
    return glyph, width


def _add_glyph(font: Any, name: str, glyph: Any, width: int) -> None:
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))


def _choose_first(font: Any, ligatures: dict[tuple[str, ...], str]) -> None:
    """Put a lookup before all others that takes a cluster's glyphs for its one glyph."""
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 4, 0
    lookup.SubTable = [buildLigatureSubstSubtable(ligatures)]
    lookup.SubTableCount = 1
    table = font["GSUB"].table
    for one in table.LookupList.Lookup:
        one.ensureDecompiled(recurse=True)
        for record in _nested_lookups(one):
            record.LookupListIndex += 1
    table.LookupList.Lookup.insert(0, lookup)
    for record in table.FeatureList.FeatureRecord:
        moved = [index + 1 for index in record.Feature.LookupListIndex]
        record.Feature.LookupListIndex = [0, *moved] if record.FeatureTag == "ccmp" else moved
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    classes.update(dict.fromkeys(ligatures.values(), 1))


def _nested_lookups(value: Any) -> Iterator[Any]:
    """Yield the records by which a contextual lookup names another one."""
    if isinstance(value, list):
        for one in value:
            yield from _nested_lookups(one)
    elif isinstance(value, otTables.SubstLookupRecord):
        yield value
    elif hasattr(value, "__dict__"):
        for one in vars(value).values():
            yield from _nested_lookups(one)


def _name(font: Any, style: str) -> None:
    table = font["name"]
    full = f"{FAMILY} {style}"
    postscript = full.replace(" ", "", 1).replace(" ", "-")
    for number, text in {
        1: FAMILY,
        2: style,
        3: f"1.000;prongsai;{postscript}",
        4: full,
        5: VERSION,
        6: postscript,
    }.items():
        table.setName(text, number, 3, 1, 0x409)


def _add_symbols(font: Any, *, bold: bool) -> None:
    """Add the marks of forms that Sarabun lacks: ticks, crosses, boxes and circles."""
    for character, shapes in symbols(70 if bold else 46).items():
        pen = TTGlyphPen(None)
        for points, curved in shapes:
            if curved:
                pen.qCurveTo(*points, None)
            else:
                pen.moveTo(points[0])
                for point in points[1:]:
                    pen.lineTo(point)
            pen.closePath()
        name = f"symbol_{ord(character):04X}"
        _add_glyph(font, name, pen.glyph(), 760)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = name


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
