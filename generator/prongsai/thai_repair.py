"""Thai text that a PDF or an old font damaged: recognised, and put right where only one reading is left. Pure.

The rules and how often they are right are measured in TYPESETTING.md of this field's notes: private
codes, vowels typed twice or apart, marks before their letter, and the am that fell to pieces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TONES = "\u0e48-\u0e4c"
_ABOVE = "\u0e31\u0e34-\u0e37\u0e47"
_BELOW = "\u0e38-\u0e3a"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LETTERS = "\u0e01-\u0e2e"
_PRIVATE: Mapping[int, str] = {
    **dict(zip(range(0xF700, 0xF705), "\u0e10\u0e34\u0e35\u0e36\u0e37", strict=True)),
    **{0xF705 + at: chr(0x0E48 + at) for at in range(5)},
    **{0xF70A + at: chr(0x0E48 + at) for at in range(5)},
    **dict(zip(range(0xF70F, 0xF713), "\u0e0d\u0e31\u0e4d\u0e47", strict=True)),
    **{0xF713 + at: chr(0x0E48 + at) for at in range(5)},
    **dict(zip(range(0xF718, 0xF71B), "\u0e38\u0e39\u0e3a", strict=True)),
}
"""Letters and marks of older Thai fonts of Windows and Macintosh, in private codes."""
_SPLIT_AM = re.compile(rf"([{_LETTERS}][{_TONES}]?) +\u0e32")
_LOST = 0.005
"""Share of am among consonants below which it was lost: good text has 1.6 to 1.9 %."""
_FEW = 3


def repaired(text: str) -> str:
    """Return the text with what can only be damage put right; good text comes back as it is."""
    found = text.translate(_PRIVATE).replace("\u0e40\u0e40", "\u0e41")
    found = re.sub(rf" +(?=[{_MARKS}])", "", found)
    found = re.sub(rf"([{_TONES}])([{_ABOVE}{_BELOW}])", r"\2\1", found)
    found = re.sub(rf"\u0e4d([{_TONES}]?)\u0e32", "\\1\u0e33", found)
    found = re.sub(rf"\u0e33([{_TONES}])", "\\1\u0e33", found)
    found = re.sub(rf"([{_MARKS}])\1+", r"\1", found)
    return _SPLIT_AM.sub("\\1\u0e33", found) if has_lost_am(found) else found


def has_lost_am(text: str) -> bool:
    """Say whether am fell to pieces all through: a word typed so once or twice is no damage."""
    split = len(_SPLIT_AM.findall(text))
    letters = len(re.findall(f"[{_LETTERS}]", text))
    return split >= _FEW and (
        text.count("\u0e33") < _LOST * letters or split > 3 * text.count("\u0e33")
    )


def is_unreadable(text: str) -> bool:
    """Say whether so much of a text is of no letters at all that no figure in it may be trusted."""
    broken = len(re.findall(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\ufffd]", text))
    letters = sum(char.isalnum() for char in text)
    return broken > 5 and broken > letters / 20
