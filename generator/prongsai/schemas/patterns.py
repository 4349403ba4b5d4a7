"""How values look as text, as patterns: all that the models read, and little besides. Pure.

They are read by Python and by JavaScript. Digits may be Thai or Arabic, and the characters that
LINE and Word hide in what they copy may stand anywhere, as the models allow them to.
"""

from __future__ import annotations

from prongsai import thai
from prongsai.models import codes

_HIDDEN_ONES = r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"
_HIDDEN = f"[{_HIDDEN_ONES}]*"
GAP = rf"[\s{_HIDDEN_ONES}]*"


def digit(first: int = 0, last: int = 9) -> str:
    """Return the pattern of one digit between the two, Thai or Arabic."""
    span = f"{first}-{last}"
    return f"(?:[{span}{thai.thai(span)}]{_HIDDEN})"


def letters(word: str) -> str:
    """Return the pattern of a word in capitals or small letters."""
    return "".join(f"[{c.upper()}{c.lower()}]{_HIDDEN}" for c in word)


def _exactly(word: str) -> str:
    return "".join(f"{c}{_HIDDEN}" for c in word)


def any_of(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def whole(pattern: str) -> str:
    """Return the pattern of a text that is this and nothing else."""
    return f"^{GAP}{pattern}{GAP}$"


_D, _ZERO = digit(), digit(0, 0)
_DECIMALS = rf"(?:\.{_HIDDEN}{_D}+)?"
NUMBER = f"{_D}{{1,3}}{_DECIMALS}"
SCORE = any_of(
    f"{_ZERO}?{_D}{{1,2}}{_DECIMALS}", rf"{digit(1, 1)}{_ZERO}{{2}}(?:\.{_HIDDEN}{_ZERO}+)?"
)
YEAR = any_of(f"{digit(2, 2)}{digit(4, 9)}{_D}{{2}}", f"{digit(3, 9)}{_D}{{3}}")

# Days and periods. What stands before a day or a year (วันที่, พ.ศ.) may stand anywhere.
_PREFIXES = ("ระหว่าง", "ตั้งแต่", "วันที่", "เดือน")
SPACE = any_of(rf"[\s{_HIDDEN_ONES}]", *_PREFIXES, rf"พ{GAP}\.{GAP}ศ{GAP}\.?") + "*"
_ANY_YEAR = any_of(f"{_D}{{4}}", f"{digit(5, 9)}{_D}")
_MONTH = any_of(
    *(
        rf"[.\s{_HIDDEN_ONES}]*".join(name.replace(".", ""))
        for name in (*thai.MONTHS, *thai.MONTHS_SHORT)
    )
)
_IN_MONTH = rf"{_MONTH}{GAP}\.?{SPACE}"
_ISO = f"{_D}{{4}}-{_HIDDEN}{_D}{{1,2}}-{_HIDDEN}{_D}{{1,2}}"
_NUMERIC = "".join((rf"{_D}{{1,2}}[/.-]{_HIDDEN}" * 2, _ANY_YEAR))
DAY = any_of(_ISO, _NUMERIC, f"{_D}{{1,2}}{SPACE}{_IN_MONTH}{_ANY_YEAR}")
_ALL = any_of("ตลอด(?:ทั้ง)?", "ทั้ง")
_FISCAL = any_of(
    rf"{_ALL}?ปี(?:งบประมาณ)?{SPACE}{any_of(_D + '{2}', YEAR)}",
    YEAR,
)
_POINT = any_of(DAY, f"(?:{_D}{{1,2}}{SPACE})?{_IN_MONTH}{_ANY_YEAR}?", _FISCAL, f"{_D}{{1,2}}")
PERIOD = any_of(f"{_POINT}(?:{SPACE}(?:ถึง|[–—-]){SPACE}{_POINT})?", f"{_ALL}ปี(?:งบประมาณ)?")

# Codes
_TWO_DIGITS = f"{_ZERO}*{digit(1, 9)}{_D}?"
_DASH = rf"{GAP}[-.]?{GAP}"
ITEM = f"{any_of('[oO0๐]', f'โ{_HIDDEN}อ')}{_DASH}{_TWO_DIGITS}"
ITEM_OR_NUMBER = any_of(ITEM, "[1-9][0-9]?")
QUESTION = f"[ieIE]{_DASH}{_TWO_DIGITS}"
INDICATOR = f"{_ZERO}*{any_of(digit(1, 1) + _D, digit(2, 2) + _ZERO, digit(1, 9))}"
SUB_INDICATOR = rf"{_D}{{1,2}}\.{_HIDDEN}{_D}"
ELEMENT = f"[oO]{_HIDDEN}{digit(1, 9)}{_D}?-{_HIDDEN}[eE]{_HIDDEN}{digit(1, 9)}{_D}?"
INSTRUMENTS = ("IIT", "EIT", "OIT", "EBIT")
FIGURE = any_of(
    *map(_exactly, ("total", "change", codes.FISCAL_YEAR, *INSTRUMENTS)),
    rf"{_exactly('indicator')}{GAP}{_D}{{1,2}}",
    rf"{_exactly('sub-indicator')}{GAP}{SUB_INDICATOR}",
    QUESTION,
    ITEM,
)

SLUG = rf"(?:[a-z0-9๐-๙]{_HIDDEN})+(?:-{_HIDDEN}(?:[a-z0-9๐-๙]{_HIDDEN})+)*"
LINK = rf"{letters('http')}[sS]?{_HIDDEN}:{_HIDDEN}/{_HIDDEN}/(?:[^\s<>\x22`\\]|\ufeff)+"
_NAME_IN_MAIL = r"[^@\s<>\x22']+"
EMAIL = rf"{_NAME_IN_MAIL}@{_NAME_IN_MAIL}\.{_NAME_IN_MAIL}"
_BELOW = rf"/?(?![A-Za-z][A-Za-z0-9+.-]*:)(?!//[^/])(?:[!\x22$->@-~๐-๙]{_HIDDEN})+"
BELOW = any_of(_BELOW, rf"[Hh][Tt][Tt][Pp][Ss]?://(?:[!\x22$->@-~๐-๙]{_HIDDEN})+")
CHECK = f"[A-Za-z]{{3}}{_D}{{3}}"

MEGABYTES = f"{_ZERO}*{any_of(f'{digit(1, 4)}?{_D}{{1,2}}', digit(5, 5) + _ZERO + '{2}')}"

_HEX = f"(?:[0-9a-fA-F๐-๙]{_HIDDEN})"
COLOUR = any_of(f"(?:#{_HIDDEN})?{_HEX}{{6}}", f"#{_HIDDEN}{_HEX}{{3}}")

YES_OR_NO = any_of(*map(letters, ("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n")))
