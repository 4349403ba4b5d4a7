"""Every place where a line or a cell prints a figure: what it says, where, and in what words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai import thai
from prongsai.problems import Text
from prongsai.recognition.naming import Names
from prongsai.recognition.source import Row

SCORE = r"(?<![\d.,/:])(?P<score>\d{1,3}(?:\.\d{1,2})?)(?![\d%/]|\.\d|,\d)"
"""A number as scores are printed; no part of a date, an amount or a year."""
_WORDS = "ได้รับ|ได้|ซึ่ง|มี|อยู่ที่|อยู่|ระดับ|ผลการประเมิน|ผล|ค่า|คะแนน|เฉลี่ย|รวม|เท่ากับ|ร้อยละ|คือ|ที่|จำนวน"
_LAST_WORD = re.compile(rf"(?:{_WORDS}|[\s=:>*|()\[\].…–—-])\Z")
"""What stands between a name and its score: these words and signs, and nothing else."""
_ANCHOR = re.compile(
    r"ตัวชี้วัด(?:ที่)?\s*(?P<number>\d{1,2}(?:\.\d)?)|ด้าน|ตัวชี้วัด(?=[^ย\d\s])"
    r"|^\s*[-(•]?\s*(?P<index>\d{1,2}(?:\.\d)?)?\s*[.)]?"
)
"""What a name follows: the word for an indicator, or the beginning of a line or a cell."""
SCORED = re.compile(
    r"(?<![\d.,/:])(?P<score>\d{1,3}(?:\.\d{1,2})?)(?![\d/]|\.\d|,\d)(?!\s*จาก\s*\d)\s*(?P<unit>คะแนน|%)?"
)
_ANOTHER = re.compile(r"[\s)\]]*(?:[-–]\s*)?\d{1,3}(?:\.\d|\s*(?:%|คะแนน|$))")
"""A second number behind the first: which of them is the score cannot be told from a line."""
_NOT_THE_RESULT = re.compile(
    r"ปี(?:ที่แล้ว|ก่อน|ที่ผ่านมา)|ควร|เป้าหมาย|ตั้งเป้า|ให้ได้|คาดว่า|คาดหวัง|เกณฑ์|ตนเอง|จำลอง|พยากรณ์"
    r"|เพิ่ม|ลดลง|สูงกว่า|ต่ำกว่า|มากกว่า|น้อยกว่า|ผลต่าง|ส่วนต่าง|น้ำหนัก|ลำดับ|อันดับ|ประเทศ|จังหวัด|กลุ่ม"
)
"""Words at a name or behind it that make its number another's, a difference, or one that is hoped for."""
_LONGEST_NAME = 70
_POINTS = re.compile(r"คะแนน|ร้อยละ|เท่ากับ")
_CODE = re.compile(
    r"\s*[(\[]?\s*(?:(?P<question>[iIeE])|(?:ข้อ(?:ที่)?\s*)?[oO0])\s*[-.]?\s*(?P<number>\d{1,2})(?!\d|\.\d)[\s).:\]-]*"
)
_AT_THE_END = re.compile(rf"(?P<title>.{{4,}}?(?<![.…]))\s+{SCORE}\s*(?P<unit>คะแนน)?\s*")
_ALONE = re.compile(
    r"\(?\s*(?P<share>ร้อยละ)?\s*(?P<score>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:คะแนน|(?P<percent>%|/\s*100(?:\.0+)?))?\s*\)?\**"
)
_NUMBER = re.compile(r"\D{0,8}\d{1,6}(?:[.,]\d+)?\s*(?:%|คะแนน)?\**")
_ENDS_IN_A_SCORE = re.compile(r"\s\d{1,3}(?:\.\d{1,2})?\s*(?:%|คะแนน)?$")
_INSTRUMENT = re.compile(
    r"\b(IIT|EIT|OIT)\b\s*\)?"
    r"(?:[\s:]*\(?(?:น้ำหนัก|ร้อยละ|คิดเป็น|\s)*(?:30|40)(?:\.0+)?\s*%?\s*\)?(?=\D{0,20}\d))?"
)
"""An instrument, with its weight where that stands between it and its score."""
_QUOTED = 90


@dataclass(frozen=True)
class Reading:
    """One figure as printed in one place."""

    figure: str
    """By the names of results: `total`, `IIT`, `indicator 6`, `i1`, `O13`."""
    value: str
    """As printed, in Arabic digits: `96.50`; of the level its name."""
    place: Text
    quote: str
    """The words around it."""
    title: str = ""
    """The name with its number as printed, where that is not the official number."""
    doubt: Text | None = None


@dataclass(frozen=True)
class LeftOut:
    """What a document says and is not taken over: told, so that nobody misses it unknowingly."""

    place: Text
    why: Text
    value: str = ""
    """The number that is left out, where it is one alone."""


def score_alone(text: str, *, shares: bool = False) -> str:
    """Return the score that a cell is nothing but; empty for any other.

    `shares`: also ร้อยละ 96.5, 96.5% and, as some machines write decimals, 96,5.
    """
    found = _ALONE.fullmatch(text.strip())
    if not found or (not shares and (found["share"] or found["percent"] or "," in found["score"])):
        return ""
    score = found["score"].replace(",", ".")
    return score if Decimal(score) <= 100 else ""


def is_number(text: str) -> bool:
    """Say whether a cell is a number that might be meant as a score, readable as one or not."""
    return bool(_NUMBER.fullmatch(text.strip()))


def indicators_in(told: str, place: Text, names: Names) -> Iterator[Reading | LeftOut]:
    """Yield the scores that a line or a cell gives to the indicators that it names."""
    text = thai.arabic(told)
    for anchor in _ANCHOR.finditer(text):
        number = anchor["number"] or anchor["index"] or ""
        score = SCORED.search(text, anchor.end(), anchor.end() + 2 * _LONGEST_NAME)
        if not score or "." in number:
            continue
        between = text[anchor.end() : score.start()]
        filler = _trailing_filler(between)
        name = between[: len(between) - len(filler)].strip(" .:()–-")
        if (
            _NOT_THE_RESULT.search(between)
            or any(char.isdigit() for char in name)
            or len(name) > _LONGEST_NAME
            or "\t" in name
        ):
            continue
        if not (_POINTS.search(filler) or score["unit"] or "." in score["score"]):
            continue
        if called := indicator_called(name, anchor["number"], number, names):
            figure, renumbered, doubt = called
            ends = anchor.end() + len(between) - len(filler)
            title = told[anchor.start() : ends].strip(" .:()–-") if renumbered else ""
            quote = quoted(told[anchor.start() : score.end()])
            yield scored(Reading(figure, score["score"], place, quote, title, doubt), score)


def scored(reading: Reading, score: re.Match[str]) -> Reading | LeftOut:
    """Return the reading, or why it is none: the number is no score, or one of several."""
    if Decimal(reading.value) > 100:
        return LeftOut(reading.place, too_high(reading.quote), reading.value)
    if another := _ANOTHER.match(score.string, score.end()):
        return LeftOut(reading.place, several(f"{reading.quote}{another[0]}"), reading.value)
    return reading


def too_high(quote: str) -> Text:
    return Text(f"'{quote}' เกิน 100 จึงไม่ใช่คะแนน", f"'{quote}' is over 100, and no score")


def several(quote: str) -> Text:
    return Text(
        f"'{quote}' มีหลายตัวเลข บอกไม่ได้ว่าตัวใดเป็นคะแนน",
        f"'{quote}' has several numbers, and which is the score cannot be told",
    )


def _trailing_filler(text: str) -> str:
    """Return the longest end of a text that is nothing but words that lead to a score."""
    end = len(text)
    while end:
        found = _LAST_WORD.search(text, 0, end)
        if not found:
            break
        end = found.start()
    return text[end:]


def indicator_called(
    name: str, official: str | None, number: str, names: Names
) -> tuple[str, bool, Text | None] | None:
    """Return the figure that a name with a number means, whether it is numbered anew, and the doubt.

    The name decides: reports put indicators in the order of their scores and number them anew.
    """
    meant = None if _NOT_THE_RESULT.search(name) else names.indicator(name)
    if meant is not None:
        renumbered = number.isdecimal() and int(number) != meant
        return f"indicator {meant}", renumbered, None
    if official and not name and official.isdecimal() and int(official) in names.indicators:
        return f"indicator {int(official)}", False, _ONLY_A_NUMBER
    return None


_ONLY_A_NUMBER = Text(
    "เอกสารบอกเพียงเลขตัวชี้วัด ไม่ได้บอกชื่อ",
    "the document gives the number of the indicator without its name",
)


def code_of(cells: Collection[str], names: Names | None, questions: Collection[str]) -> str | None:
    """Return the question or the item whose code begins a row, if its title can be that of the item.

    Without `names` any code of an item counts.
    """
    filled = [cell for cell in cells if cell.strip()]
    for at, cell in enumerate(filled[:2]):
        if found := _CODE.match(cell):
            title = cell[found.end() :].strip() or next(iter(filled[at + 1 :]), "")
            return _coded(found, title, names, questions)
        if not re.fullmatch(r"[\d.)\s]*", cell):
            return None
    return None


def coded_line(
    row: Row, text: str, names: Names, questions: Collection[str]
) -> Iterator[Reading | LeftOut]:
    """Yield the score at the end of a line that begins with the code of a question or an item."""
    found = _CODE.match(text)
    ends = _AT_THE_END.fullmatch(text[found.end() :]) if found else None
    # Without decimals it may be the number of a page.
    is_score = ends and ("." in ends["score"] or ends["unit"] or ends["score"] == "100")
    if found and ends and is_score:
        code = _coded(found, ends["title"], names, questions)
        if code and Decimal(ends["score"]) > 100:
            yield LeftOut(row.place, too_high(quoted(text)))
        elif code and _ENDS_IN_A_SCORE.search(ends["title"]):
            yield LeftOut(row.place, several(quoted(text)))
        elif code:
            yield Reading(code, ends["score"], row.place, quoted(text))


def _coded(
    found: re.Match[str], title: str, names: Names | None, questions: Collection[str]
) -> str | None:
    if found["question"]:
        code = f"{found['question'].lower()}{int(found['number'])}"
        return code if code in questions or not questions else None
    code = f"O{int(found['number'])}"
    if names is None:
        return code
    return code if code in names.items and names.is_title_of(title, code) else None


def instruments_in(text: str, place: Text) -> Iterator[Reading | LeftOut]:
    """Yield the scores that a line gives to instruments by their short names."""
    folded = thai.arabic(text)
    for found in _INSTRUMENT.finditer(folded):
        score = SCORED.search(folded, found.end(), found.end() + _LONGEST_NAME)
        if not score:
            continue
        between = folded[found.end() : score.start()]
        leads = _trailing_filler(between) == between
        if leads and ("." in score["score"] or _POINTS.search(between)):
            quote = quoted(text[found.start() : score.end()])
            yield scored(Reading(found[1], score["score"], place, quote), score)


def quoted(text: str) -> str:
    """Return a text as a short quotation in one line."""
    told = " ".join(text.split())
    return told if len(told) <= _QUOTED else f"{told[: _QUOTED - 1]}…"
