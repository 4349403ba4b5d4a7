"""Text as it is printed: one spelling for what looks alike, and how much room it takes."""

from __future__ import annotations

import re
import unicodedata

from prongsai import thai

_TONES = "\u0e48-\u0e4c"
_REORDERED = (
    # Nothing of this can be seen. Readers, though, find น้ำ only when it is spelt as people type it.
    (re.compile(f"\u0e4d([{_TONES}]?)\u0e32"), "\\1\u0e33"),
    (re.compile(f"\u0e33([{_TONES}])"), "\\1\u0e33"),
    (re.compile(f"([{_TONES}])([\u0e31\u0e34-\u0e3a])"), "\\2\\1"),
    (re.compile("\u0e40\u0e40"), "\u0e41"),
)
_UNSEEN = re.compile("[\ufe00-\ufe0f\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")

_OLD_FONTS = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
    "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_ALIKE = str.maketrans(
    {
        # the private codes of Symbol and Wingdings, which Word copies along with its bullets
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "▶",
        "\uf0fc": "✓",
        "\uf0fe": "☑",
        "\uf06f": "□",
        "\uf0a8": "□",
        "\uf0a3": "□",
        "\uf052": "☑",
        # what the font has under a neighbouring code
        "\u2011": "\u2010",
        "\u25e6": "○",
        "\u2043": "–",
        "\u2023": "▶",
        "\u25b8": "▶",
        "\u25ba": "▶",
        "\u27a2": "▶",
        "\u27a4": "▶",
        "\u2794": "→",
        "\u279c": "→",
        "\u21d2": "→",
        "\u2705": "✔",
        "\u274c": "✘",
        "\u2715": "✗",
        "\u2716": "✘",
        "\u2b1c": "☐",
        "\u25fb": "☐",
        "\u25fc": "■",
        "\u25aa": "▪",
        "\u2b24": "●",
        # letters and marks of older Thai fonts, in the private codes from U+F700 on
        **dict(zip(map(chr, range(0xF700, 0xF71B)), _OLD_FONTS, strict=True)),
    }
)

_ADVANCES = {
    # in ems, those of the bold weight rounded up; a test holds them against the font
    0.0: "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\n",
    0.35: " '!,.:;|-I[]ijl{}เๅ",
    0.45: '"()*\\_`frst•โใไ',
    0.55: "$/?Jaceknvxyzงรวะาำ–",
    0.6: "0123456789EFLPRSTZ^bdghnopquกจฉฐถธยฤลสฮฯ“”",
    0.65: "+<=>ABCDVY~ขคฅชฎฏดตนผฝภมฦศหอ฿แ๏",
    0.75: "&#GHKNOQUXwฃฆซทบปพฟษฬๆ๐๑๒๓๔๕๖๘๙",
}
_WIDTHS = {character: advance for advance, group in _ADVANCES.items() for character in group}
_WIDEST = 1.1


def shown(text: str) -> str:
    """Return the text as it is set: nothing that can be seen changes but runs of spaces."""
    text = thai.visible(unicodedata.normalize("NFC", text.translate(_ALIKE)))
    for pattern, put in _REORDERED:
        text = pattern.sub(put, text)
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def width(text: str) -> float:
    """Return how much room a text takes at the most, in ems. Marks stand above or below."""
    return sum(_WIDTHS.get(character, _WIDEST) for character in text)
