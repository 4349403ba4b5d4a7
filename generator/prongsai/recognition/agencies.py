"""Which agency a text speaks of: names are spelled out or shortened, spaced, damaged, and run on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from prongsai.recognition.source import folded

_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
"""Vowels and tones above and below the line: the first that a bad scan or PDF loses."""


def _damaged(word: str) -> str:
    """Return a pattern for a word whose marks may be lost, with spaces where Word broke it."""
    return r"\s?".join(
        f"{part[0]}{''.join(f'{sign}?' if sign in _MARKS else sign for sign in part[1:])}".replace(
            "ำ", r"\s?[ำา]{0,2}"
        )
        for part in word.split("|")
    )


_KINDS: tuple[tuple[str, str], ...] = (
    (
        "องค์การบริหารส่วนตำบล",
        rf"{_damaged('องค์การ|บริหาร|ส่วน|ตำบล')}|อ\.?\s?บ\.?\s?ต(?![ก-๙])\.?|อบต\.?",
    ),
    (
        "องค์การบริหารส่วนจังหวัด",
        rf"{_damaged('องค์การ|บริหาร|ส่วน|จังหวัด')}|อ\.?\s?บ\.?\s?จ(?![ก-๙])\.?|อบจ\.?",
    ),
    (
        "เทศบาลตำบล",
        rf"เทศ(?:บาล|{_damaged('มนตรี')})\s?{_damaged('ตำบล')}|(?<![ก-๙.])ท\.?\s?ต\.",
    ),
    ("เทศบาลเมือง", rf"เทศ(?:บาล|{_damaged('มนตรี')})\s?{_damaged('เมือง')}|(?<![ก-๙.])ท\.?\s?ม\."),
    ("เทศบาลนคร", rf"เทศ(?:บาล|{_damaged('มนตรี')})\s?นคร|(?<![ก-๙.])ท\.?\s?น\."),
)
_KIND = re.compile("|".join(f"(?P<k{at}>{words})" for at, (_, words) in enumerate(_KINDS)))
_OTHER_KIND = re.compile(
    r"(?:^|(?<=ของ)|(?<=หน่วยงาน)|(?<=หน่วยงาน )|(?<=[:|]))\s*"
    r"(?P<name>(?:กรม|มหาวิทยาลัย|โรงพยาบาล|สถานีตำรวจ|โรงเรียน|วิทยาลัย|สถาบัน|สำนักงานเขต|สำนักงานจังหวัด|การไฟฟ้า|การประปา)"
    r"(?!ส่งเสริมการปกครอง)[ก-๙]{2,40})",
    re.MULTILINE,
)
"""Agencies that are no local governments, where a report says whose it is."""
_RUNS_ON = (
    "ได้|มี|เป็น|จึง|ที่|ใน|โดย|ปี|ประจำ|ขอ(?![นงบ])|พบ|ให้|และ|หรือ|กับ|ซึ่ง|จะ|ต้อง|ผล|ว่า|ตาม|เรื่อง|ระดับ|คะแนน|ดำเนิน"
    "|กำหนด|เพื่อ|อำเภอ|จังหวัด|ตำบล|แล้ว|อยู่|ของ|รายงาน|ประเมิน|ประกาศ|เมื่อ|จาก|ต่อ|ด้วย|พร้อม|คือ|ไม่(?!้)|ควร|งาน|สามารถ|เพิ่ม|ปรับ|มุ่ง|ตั้งเป้า|เปิดเผย|จัด|เข้า"
    "|รับ|ยัง|แห่ง|นี้|นั้น|เอง|ดัง|เห็น|เสนอ|ทราบ|ทั้ง"
)
"""Words that go on behind a name without a space."""
_SENTENCE = re.compile("ได้|คะแนน|ระดับ|ผล|อำเภอ|จังหวัด")
_NAME_ENDS = re.compile(rf"[^ก-๙]|$|{_RUNS_ON}")
_NO_NAME = re.compile(
    rf"(?:(?!ในเมือง|ที่วัง|มีชัย|ตำบล)(?:{_RUNS_ON}))|ทุก|ทั้ง|อื่น|ข้างเคียง|แห่ง|ต่าง|นี้|นั้น|เอง|สามารถ|ควร|ยัง|พ\.ศ|ขนาด"
)
"""What follows where an agency of the kind is meant and none is named."""
_ADDRESS = re.compile(
    r"\s*(?:(?:ตำบล|ต\.)\s*[ก-๙]+?\s*(?=อำเภอ|อ\.|จังหวัด|จ\.|\s|$))?[\s,]*"
    r"(?:(?:อำเภอ|อ\.)\s*(?P<district>[ก-๙]+?)(?=จังหวัด|จ\.|[^ก-๙]|$))?[\s,]*"
    r"(?:(?:จังหวัด|จ\.)\s*(?P<province>[ก-๙]+?)(?=ได้|มี|ประจำ|พบ|ปี|อยู่|[^ก-๙]|$))?"
)
_SAME_PLACE = 0.6
"""Share of signs by which two names of a place may be one, typed badly."""


@dataclass(frozen=True)
class Mention:
    """A place in a text that names an agency."""

    kind: str
    name: str
    """Without the kind; as far as it can be told where it ends."""
    start: int
    end: int
    """Where the name, and the address behind it, end."""
    own: bool
    """Whether it is the name of the agency that is asked for."""
    elsewhere: str = ""
    """The address, where it is that of another agency of the same name."""

    addressed: bool = False
    """Whether an address stands behind it."""

    @property
    def told(self) -> str:
        return f"{self.kind}{self.name} {self.elsewhere}".strip()


@dataclass(frozen=True)
class OwnAgency:
    """The agency whose figures are looked for, by the names that it may bear in a document."""

    names: tuple[str, ...]
    """Its name in full, and the short one."""
    district: str = ""
    province: str = ""

    @cached_property
    def kind(self) -> str:
        found = next((one for name in self.names if (one := _KIND.match(folded(name)))), None)
        return _kind_of(found) if found else ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The names without the kind of agency, as they are compared."""
        return frozenset(skeleton(_KIND.sub("", folded(name), count=1)) for name in self.names)

    def is_named(self, cell: str) -> bool:
        """Say whether a cell is the name of the agency, with its kind."""
        return any(one.own and one.start == 0 for one in self.mentions(cell))

    def mentions(self, told: str) -> Iterator[Mention]:
        """Yield the agencies that a text names, in order."""
        text = folded(told) if "\n" not in told else "\n".join(map(folded, told.split("\n")))
        found = [self._mention(text, one) for one in _KIND.finditer(text)]
        found += [
            Mention("", one["name"], one.start("name"), one.end(), own=False)
            for one in _OTHER_KIND.finditer(text)
        ]
        if not self.kind:
            found = [one for one in found if one and skeleton(one.name) not in self.stems]
            found += list(self._literally(text))
        yield from sorted((one for one in found if one), key=lambda one: one.start)

    def _mention(self, text: str, kind: re.Match[str]) -> Mention | None:
        begins = re.compile(r"[\s:.\"“‘'(]*").match(text, kind.end())
        start = begins.end() if begins else kind.end()
        called = _kind_of(kind)
        if called == self.kind:
            ends = next((end for stem in self.stems if (end := _ends(text, start, stem))), 0)
            if ends:
                return self._addressed(text, kind, start, ends)
        if not re.match("[ก-ฮเ-ไ]", text[start:]) or _NO_NAME.match(text, start):
            return None
        ends = _end_of_name(text, start)
        after = _address(text, ends).end()
        return Mention(called, text[start:ends], kind.start(), after, own=False)

    def _addressed(self, text: str, kind: re.Match[str], start: int, ends: int) -> Mention:
        """Return a mention of the name; the same name in another province is another agency."""
        address = _address(text, ends)
        province, district = address["province"] or "", address["district"] or ""
        elsewhere = ""
        if not _may_be(province, self.province):
            elsewhere = f"จังหวัด{province}"
        elif not province and not _may_be(district, self.district):
            elsewhere = f"อำเภอ{district}"
        return Mention(
            _kind_of(kind),
            text[start:ends],
            kind.start(),
            address.end(),
            own=True,
            elsewhere=elsewhere,
            addressed=bool(province or district),
        )

    def _literally(self, text: str) -> Iterator[Mention]:
        """Yield the places that have the name of an agency of no known kind."""
        for stem in self.stems:
            for begin in range(len(text)):
                if stem and text[begin] == stem[0] and (end := _ends(text, begin, stem)):
                    yield Mention("", text[begin:end], begin, end, own=True)


def skeleton(text: str) -> str:
    """Return a name for comparison: letters alone, without what damage takes first."""
    return re.sub(rf"[{_MARKS}\W_]", "", folded(text).replace("ำ", "า"))


def _kind_of(found: re.Match[str]) -> str:
    return _KINDS[int((found.lastgroup or "k0")[1:])][0]


def _end_of_name(text: str, start: int) -> int:
    """Return where a name ends that is not known: before an address, or where a sentence goes on."""
    run = re.compile("[ก-๙]+").match(text, start)
    if run and not _SENTENCE.search(run[0]) and text[run.end() : _address(text, run.end()).end()]:
        return run.end()
    return next(one.start() for one in _NAME_ENDS.finditer(text, start + 2))


def _address(text: str, at: int) -> re.Match[str]:
    found = _ADDRESS.match(text, at)
    assert found  # all of it may be missing
    return found


def _ends(text: str, start: int, stem: str) -> int:
    """Return where a name that begins at `start` ends; 0 where another stands there, or a longer one."""
    at = start
    for sign in stem:
        while at < len(text) and (text[at] in _MARKS or text[at] in " \n."):
            at += 1
        if at >= len(text) or text[at].replace("ำ", "า") != sign:
            return 0
        at += 1
    while at < len(text) and text[at] in _MARKS:
        at += 1
    return at if _NAME_ENDS.match(text, at) else 0


def _may_be(said: str, known: str) -> bool:
    """Say whether a place that is said may be the one known; what is not said may be any."""
    one, other = skeleton(said), skeleton(known)
    return (
        not one
        or not other
        or one in other
        or other in one
        or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_PLACE
    )
