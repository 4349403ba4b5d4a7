"""Where a line may break: between the pieces of a text, and never inside one.

Typst breaks Thai where a model guesses that words end: inside words (รับสิน-บน), inside names, and
before ๆ, ฯ and closing brackets. So each word goes to it as a piece of its own, with whatever must
not be parted from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from prongsai import thai
from prongsai.reports.paper.lettering import shown, width
from prongsai.reports.paper.lexicon import WORDS
from prongsai.reports.paper.segments import Vocabulary, segments, vocabulary


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    whole: bool
    """Whether it stays in one line. Otherwise it breaks as text of any other language does."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words and names of one report."""

    known: Vocabulary
    together: re.Pattern[str]


_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
_RUN = re.compile(f"[{_LETTERS}]+| ?ฯลฯ|(?:(?! ?ฯลฯ)[^{_LETTERS}])+")
_STRAY = 3
"""A name of so few characters is left out: it would be found inside other words."""
_WHOLE_UNKNOWN = 12
"""An unknown word of so many characters is most likely a name."""
_NO_WORDS = 100
"""So many characters without a known word are no Thai, and may have no place to break at all."""
_CLUSTERS = re.compile("[เแโใไ]?.[ะ-ฺๅ็-๎]*")

_CLINGS = re.compile(r"(?: ?ๆ| ?ฯลฯ|ฯ|[)\]}”’»,:;!?%…./–-])+")
"""What must not begin a line."""
_OPENS = re.compile(r"[(\[{“‘«]+$")
_BITS = re.compile(r"[^/._?&=-]+[/._?&=-]*|[/._?&=-]+")
"""An address may break behind its punctuation."""

_DIGIT = "[0-9๐-๙]"
_NUMBER = f"{_DIGIT}(?:[.,]?{_DIGIT})*"
_LABELS = (
    "ตัวชี้วัดย่อยที่|ตัวชี้วัดย่อย|ตัวชี้วัดที่|ขั้นตอนที่|มาตรการที่|ประเด็นที่|ไตรมาสที่|ลำดับที่|ตารางที่|ส่วนที่|ครั้งที่|"
    "ด้านที่|ระดับที่|หมวดที่|หมู่ที่|ข้อที่|ปีที่|หัวข้อ|หมวด|มาตรา|ร้อยละ|จำนวน|หน้า|ข้อ|ปี"
)
_UNITS = (
    "คะแนน|รายการ|มาตรการ|โครงการ|กิจกรรม|ขั้นตอน|ตัวชี้วัด|แห่ง|บาท|คน|ครั้ง|วัน|เดือน|ปี|ราย|เรื่อง|ฉบับ|ข้อ|ด้าน"
)
_OFFICES = "อบต|อบจ|ทต|ทม|ทน|อ|ต|จ|ม"


def wording(names: Iterable[str]) -> Wording:
    """Return how to break the texts of a report that names these places, people and titles."""
    said = {one for name in names for word in shown(name).split() for one in _parts(word)}
    said = {one for one in said if len(one) > _STRAY}
    runs = {one for one in said if re.fullmatch(f"[{_LETTERS}]+", one)}
    phrases = [re.escape(one) for one in sorted(said - runs, key=lambda one: (-len(one), one))]
    known = vocabulary({*WORDS.split(), *thai.MONTHS, *runs}) if runs else _common()
    return Wording(known, re.compile("|".join([*phrases, *_always_together()])))


def pieces(text: str, words: Wording, room: float) -> list[Piece]:
    """Return the text in pieces, none of them wider than the room in ems where that can be."""
    text = shown(text)
    found: list[Piece] = []
    place = 0
    for match in words.together.finditer(text):
        if match[0] and width(match[0]) <= room:
            found += _words(text[place : match.start()], words, room)
            found.append(Piece(match[0], whole=True))
            place = match.end()
    found += _words(text[place:], words, room)
    return list(_clinging(found, room))


@cache
def _common() -> Vocabulary:
    return vocabulary({*WORDS.split(), *thai.MONTHS})


@cache
def _always_together() -> tuple[str, ...]:
    long, short = ("|".join(map(re.escape, names)) for names in (thai.MONTHS, thai.MONTHS_SHORT))
    return (
        rf"{_DIGIT}{{1,2}} (?:{long}|{short})(?: ?(?:พ\.ศ\. ?)?{_DIGIT}{{2,4}})?",
        rf"(?:{long}|{short}) ?{_DIGIT}{{2,4}}",
        rf"(?<![{_LETTERS}])(?:{_OFFICES})\. ?[{_LETTERS}]{{2,16}}(?![{_LETTERS}])",
        rf"(?<![{_LETTERS}])(?:[เแโ]?[ก-ฮ]{{1,3}}[ิีุ]?\.){{1,5}}(?: ?{_DIGIT}[0-9๐-๙.–-]*)?",
        r"[A-Za-z]+(?:-[A-Za-z]+)+",
        rf"(?:{_LABELS}) {_NUMBER}(?: (?:{_UNITS})(?![{_LETTERS}]))?",
        rf"{_NUMBER} (?:{_UNITS})(?![ะ-ฺๅ็-๎])",
    )


def _parts(name: str) -> Iterator[str]:
    """Yield a name, and what is left of it without the kind of place."""
    yield name
    for kind in ("องค์การบริหารส่วน", "เทศบาล", "อำเภอ", "จังหวัด", "ตำบล", "เมือง", "นคร"):
        if name.startswith(kind) and len(name) - len(kind) > 3:
            yield from _parts(name.removeprefix(kind))


def _words(text: str, words: Wording, room: float) -> Iterator[Piece]:
    for run in _RUN.findall(text):
        if not re.match(f"[{_LETTERS}]", run):
            yield from _foreign(run, room)
            continue
        for one in segments(run, words.known, room):
            name = len(one.text) <= _WHOLE_UNKNOWN and width(one.text) <= room
            if one.known or len(one.text) <= _NO_WORDS:
                yield Piece(one.text, whole=one.known or name)
            else:
                yield from (Piece(part, whole=True) for part in _CLUSTERS.findall(one.text))


def _foreign(text: str, room: float) -> Iterator[Piece]:
    """Yield text that is not Thai as it is; what finds no room in a line, an address, in bits."""
    if all(width(word) <= room for word in text.split()):
        yield Piece(text, whole=False)
        return
    for word in re.findall(r"\s+|\S+", text):
        if width(word) <= room:
            yield Piece(word, whole=False)
        else:
            size = max(1, int(room / 0.75))
            for bit in _BITS.findall(word):
                for start in range(0, len(bit), size):
                    yield Piece(bit[start : start + size], whole=True)


def _clinging(found: list[Piece], room: float) -> Iterator[Piece]:
    """Yield the pieces with brackets, ๆ and ฯ where they belong, and what a hyphen joins joined.

    A hyphen at the end of a line is taken for a soft one by some readers, and lost.
    """
    held = Piece("", whole=True)
    for one in found:
        text = one.text
        if held.whole and held.text and (clings := _CLINGS.match(text)):
            held = Piece(held.text + clings[0], whole=True)
            text = text[clings.end() :]
        if one.whole and not held.whole and (opens := _OPENS.search(held.text)):
            text = opens[0] + text
            held = Piece(held.text[: opens.start()], whole=False)
        if not text:
            continue
        following = Piece(text, one.whole)
        if _joined(held, following, room):
            following = Piece(held.text + text, one.whole)
        elif held.text:
            yield held
        held = following
    if held.text:
        yield held


def _joined(held: Piece, following: Piece, room: float) -> bool:
    if held.whole and following.whole:
        return held.text.endswith("-") and width(held.text + following.text) <= room
    return held.whole == following.whole
