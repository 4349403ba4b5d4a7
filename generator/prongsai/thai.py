"""Thai numbers, dates, periods and spelling. Pure; years are Buddhist Era (BE = CE + 543)."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ARABIC, _THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_SHORT = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
_MONTH_NUMBER = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTHS_SHORT)
    for number, name in enumerate(names, 1)
}

_ERA = 543
_YEARS = range(1900, 2400)
"""The CE years that a day can lie in; any other is a slip of the pen."""
_BETWEEN = tuple(map(re.compile, (r"\s*ถึง\s*", r"\s*[–—]\s*", r"\s+-\s+", r"\s*-\s*")))
"""What stands between two days, the surest first: an ISO day has dashes of its own."""
_PREFIX = re.compile(r"(?:ระหว่าง|ตั้งแต่|วันที่|เดือน|พ\s*\.\s*ศ\s*\.?)\s*")
_DAY_MONTH_YEAR = re.compile(r"(?:(\d{1,2})\s*)?([ก-์]+(?:\.\s?[ก-์]+)*)\.?\s*(\d{4}|\d{2})?")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ALL = r"(?:ตลอด(?:ทั้ง)?|ทั้ง)"
_WHOLE_YEAR = re.compile(rf"{_ALL}ปี(?:งบประมาณ)?")
_FISCAL_YEAR = re.compile(rf"(?:{_ALL}?ปี(?:งบประมาณ)?\s*(\d\d|2[4-9]\d\d)|(2[4-9]\d\d))")
_ERA_WORD = re.compile(r"พ\.\s*ศ\.?\s*")
_IN_BRACKETS = re.compile(r"^[^()\d]*\d{0,2}[^()\d]*\(([^()]+)\)$")

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_SPACES = re.compile(r"\s+")
# Written as two characters, read as one: nikhahit + sara aa is sara am, twice sara e is sara ae.
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_AFTER_AM = re.compile("\u0e33([\u0e48-\u0e4b])")


def arabic(text: str) -> str:
    """Return the text with Thai digits as Arabic digits."""
    return text.translate(_TO_ARABIC)


def thai(text: str) -> str:
    """Return the text with Arabic digits as Thai digits."""
    return text.translate(_TO_THAI)


def normalise(text: str) -> str:
    """Return the text for comparison: one spelling of each vowel, plain spaces, nothing invisible.

    Digits stay as they are; use `arabic` for those. Never show the result, only compare it.
    """
    text = visible(unicodedata.normalize("NFC", text))
    text = _SARA_AM.sub("\\1\u0e33", text).replace("\u0e40\u0e40", "\u0e41")
    text = _TONE_AFTER_AM.sub("\\1\u0e33", text)
    return _SPACES.sub(" ", text).strip()


def folded(text: str) -> str:
    """Return the text for telling whether two say the same: normalised, Arabic digits, no spaces.

    Thai sets no spaces between words, so where one stands is a matter of the line it was set on.
    """
    return arabic(normalise(text)).replace(" ", "")


def visible(text: str) -> str:
    """Return the text without what LINE, Word and web pages hide in it: zero-width characters."""
    return _INVISIBLE.sub("", text)


@dataclass(frozen=True, slots=True)
class Span:
    """Two days, both included."""

    start: date
    end: date


def fiscal_year_span(year: int) -> Span:
    """Return the days of a BE fiscal year: FY2568 is 1 October 2567 to 30 September 2568 BE."""
    return Span(date(year - _ERA - 1, 10, 1), date(year - _ERA, 9, 30))


def parse_date(text: str) -> date | None:
    """Read a day: ISO (CE or BE year), `15 มี.ค. 68`, `๑๕ มีนาคม ๒๕๖๘`, `15/3/2568`. Or None."""
    text = _clean(text)
    if found := _ISO.fullmatch(text):
        return _day(_year(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return _day(_year(found[4]), int(found[3]), int(found[1]))
    parts = _month_of(text)
    if parts and parts.day and parts.year:
        return _day(parts.year, parts.month, parts.day)
    return None


def parse_span(text: str) -> Span | None:
    """Read a period given by days or months: `๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙`, `ม.ค. - ก.ย. ๖๕`, `2568`.

    A month without a day means from its first or to its last day; a first half without a year
    takes it from the second. A year alone is the fiscal year, and `2566-2570` five
    of them. Returns None when the text is no such period. One that ends before it starts is
    returned as it is written: the caller judges.
    """
    cleaned = _ERA_WORD.sub("", _clean(text))
    if inner := _IN_BRACKETS.search(cleaned):  # แผน 5 ปี (พ.ศ. 2566 - 2570)
        cleaned = inner[1]
    halves = _halves(cleaned.strip())
    if len(halves) > 2:
        return None
    first_year, last_year = _fiscal_year(halves[0]), _fiscal_year(halves[-1])
    if first_year and last_year:
        return Span(fiscal_year_span(first_year).start, fiscal_year_span(last_year).end)
    last = _point(halves[-1])
    first = last and (_point(halves[0]) or _bare_day(halves[0], last))
    return _span(first, last) if first and last else None


def whole_year(text: str) -> bool:
    """Say whether the text means all of a fiscal year: ตลอดปี, ตลอดปีงบประมาณ."""
    return bool(_WHOLE_YEAR.fullmatch(_clean(text)))


def long_date(day: date) -> str:
    """Return the day as `15 มีนาคม 2568`, in Arabic digits."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + _ERA}"


def short_date(day: date) -> str:
    """Return the day as `15 มี.ค. 2568`, in Arabic digits."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year + _ERA}"


@dataclass(frozen=True, slots=True)
class _Month:
    day: int | None
    month: int
    year: int | None


def _clean(text: str) -> str:
    return _PREFIX.sub("", arabic(normalise(text)))


def _halves(text: str) -> list[str]:
    if parse_date(text):
        return [text]
    split = (separator.split(text) for separator in _BETWEEN)
    return next((halves for halves in split if len(halves) > 1), [text])


def _fiscal_year(text: str) -> int | None:
    found = _FISCAL_YEAR.fullmatch(text)
    return _year(found[1] or found[2]) + _ERA if found else None


def _span(first: _Month, last: _Month) -> Span | None:
    if not last.year:
        return None
    start_year = first.year or last.year - (first.month > last.month)
    start = _day(start_year, first.month, 1 if first.day is None else first.day)
    end_day = monthrange(last.year, last.month)[1] if last.day is None else last.day
    end = _day(last.year, last.month, end_day)
    return Span(start, end) if start and end else None


def _point(text: str) -> _Month | None:
    if parts := _month_of(text):
        return parts
    day = parse_date(text)
    return _Month(day.day, day.month, day.year) if day else None


def _bare_day(text: str, last: _Month) -> _Month | None:
    """Read the `1` of `1 - 31 มี.ค. 68`."""
    is_day = text.isdecimal() and len(text) <= 2
    return _Month(int(text), last.month, last.year) if is_day else None


def _month_of(text: str) -> _Month | None:
    found = _DAY_MONTH_YEAR.fullmatch(text.strip())
    month = _MONTH_NUMBER.get(found[2].replace(".", "").replace(" ", "")) if found else None
    if not found or not month:
        return None
    day, year = found[1], found[3]
    return _Month(int(day) if day else None, month, _year(year) if year else None)


def _year(text: str) -> int:
    """Return the CE year: two digits are BE 25xx, four digits from 2400 on are BE.

    Two digits under 50 give 0, which is no year: `15/3/25` is a year of the common era as a rule,
    and BE 2525 is none that ITA knows.
    """
    if len(text) == 2 and int(text) < 50:
        return 0
    year = int(text) + (2500 if len(text) == 2 else 0)
    return year - _ERA if year >= 2400 else year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
