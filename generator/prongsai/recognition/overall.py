"""The total, the level and the change from the year before, in sentences and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai import thai
from prongsai.problems import Text
from prongsai.recognition.readings import SCORE, SCORED, LeftOut, Reading, quoted, scored
from prongsai.recognition.sought import Sought
from prongsai.recognition.subjects import Subject, subject_before
from prongsai.recognition.yearwords import years_in

_TOTAL = re.compile(
    r"(?:ผลคะแนน|ได้(?:รับ)?(?:ผล)?คะแนน|คะแนน(?:เฉลี่ย|รวม|ภาพรวม|ที่ได้)|ค่าคะแนน|คะแนน\s*ITA|มีคะแนน)"
    r"(?:เฉลี่ย|รวม|ภาพรวม|ทั้งสิ้น|การประเมิน|เท่ากับ|ร้อยละ|อยู่ที่|คือ|ITA|[\s=:*])*(?=\d+\.)"
    r"|(?:ได้(?:รับ)?|เท่ากับ|คิดเป็น|อยู่ที่)\s*(?:ร้อยละ)?\s*(?=\d{1,3}\.\d{1,2}\s*คะแนน)"
)
_OTHER_YEAR = re.compile(r"(?:(?<!\d)25|ปี\s*|พ\.ศ\.\s*)(\d\d)(?!\d)\D*$")
_OF_A_PART = re.compile(
    r"ตัวชี้วัด|ด้าน|ข้อคำถาม|แบบวัด|แบบตรวจ|เครื่องมือ|IIT|EIT|OIT|เกณฑ์|ตั้งเป้า|เป้าหมาย|ต้องมี|ไม่น้อยกว่า|ให้ได้|ควร|คาดว่า|คาดหวัง"
    r"|ปีที่ผ่านมา|ปีที่แล้ว|ปีก่อน|ตนเอง|จำลอง|พยากรณ์|คาดการณ์"
)
_NEAR = 45
"""Signs before a total in which the name of a part would make it that part's score."""
_TOTAL_LABEL = re.compile(
    r"(?:สรุป)?(?:ผล)?คะแนน(?:ผลการประเมิน)?(?:เฉลี่ย|รวม|ภาพรวม|สุทธิ|ITA|ทั้งหมด|\s|ของหน่วยงาน)+|(?:คะแนน)?ภาพรวม(?:หน่วยงาน)?|(?:ค่า)?เฉลี่ยรวม|รวม(?:คะแนน)?(?:เฉลี่ย|ทั้งหมด)?|ผลการประเมิน(?:ภาพรวม|ITA|\s)*|total",
    re.IGNORECASE,
)
_LEVEL_LABEL = re.compile(r"ระดับ(?:ผล)?(?:การประเมิน|คะแนน|คุณภาพ)?(?:ITA|\s)*")
_CHANGE = re.compile(
    r"(?P<way>สูงกว่า|เพิ่มขึ้น(?:จาก)?|มากกว่า|ต่ำกว่า|ลดลง(?:จาก)?|น้อยกว่า)\s*(?:ผลการประเมิน\s*)?(?:ของ\s*)?(?:ใน\s*)?"
    rf"ปี(?:งบประมาณ)?\s*(?:ที่ผ่านมา|ก่อนหน้า|ก่อน|ที่แล้ว)\s*(?:จำนวน|ร้อยละ|เท่ากับ|อยู่|คิดเป็น|[\s=:])*{SCORE}"
)
_DOWN = ("ต่ำกว่า", "ลดลง", "น้อยกว่า")


def overall_in(told: str, place: Text, sought: Sought) -> Iterator[Reading | LeftOut]:
    """Yield what a sentence says of the agency's result of a year as a whole."""
    text = thai.arabic(told)
    for found in _TOTAL.finditer(text):
        figure = SCORED.match(text, found.end())
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if not figure or _OF_A_PART.search(before):
            continue
        if "ขึ้นไป" in text[figure.end() : figure.end() + 12]:
            continue
        quote = quoted(told[found.start() - len(before) : figure.end()])
        reading = Reading("total", figure["score"], place, quote)
        other = _OTHER_YEAR.search(before)
        if other and 2500 + int(other[1]) != sought.year:
            yield LeftOut(place, of_another_year(quote), figure["score"])
        else:
            yield _of_the_agency(reading, text, found.start(), figure, sought)
    yield from _levels(text, place, sought)
    for found in _CHANGE.finditer(text):
        sign = "-" if found["way"].startswith(_DOWN) else ""
        yield Reading("change", f"{sign}{found['score']}", place, quoted(found[0]))


def only_ours(
    readings: Iterable[Reading | LeftOut], before: str, sought: Sought
) -> Iterator[Reading | LeftOut]:
    """Yield what a line says of parts; what follows the name of others or of another year is left out.

    `before` is the text up to the first of them.
    """
    years = years_in(before[-_NEAR:])
    others = subject_before(before, len(before), sought.own) is not Subject.OWN
    for one in readings:
        if others:
            yield LeftOut(one.place, of_others(quoted(before)), one.value)
        elif years and years[-1] != sought.year:
            yield LeftOut(one.place, of_another_year(quoted(before)), one.value)
        else:
            yield one


def _of_the_agency(
    reading: Reading, text: str, at: int, score: re.Match[str], sought: Sought
) -> Reading | LeftOut:
    if subject_before(text, at, sought.own) is not Subject.OWN:
        return LeftOut(reading.place, of_others(reading.quote), reading.value)
    return scored(reading, score)


def _levels(text: str, place: Text, sought: Sought) -> Iterator[Reading | LeftOut]:
    if not sought.names.levels:
        return
    known = "|".join(map(re.escape, sought.names.levels))
    pattern = rf"(?:อยู่ใน|มี|ได้|ใน)ระดับ(?:ผลการประเมิน|คุณภาพ|คะแนน)?[\s:*\"“”'(]*(?P<level>{known})(?![A-Za-zก-ฮ])"
    for found in re.finditer(pattern, text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if re.search(
            r"ตัวชี้วัดที่|ด้าน|ข้อคำถาม|เป้าหมาย|คาดว่า|คาดหวัง|ควร|ตนเอง|จำลอง|ปีที่แล้ว|ปีก่อน|ปีที่ผ่านมา|เกณฑ์",
            before,
        ):
            continue
        quote = quoted(text[found.start() - len(before) : found.end()])
        named = years_in(before)
        if subject_before(text, found.start(), sought.own) is not Subject.OWN:
            yield LeftOut(place, of_others(quote), found["level"])
        elif named and named[-1] != sought.year:
            yield LeftOut(place, of_another_year(quote), found["level"])
        else:
            yield Reading("level", found["level"], place, quoted(found[0]))


def of_others(quote: str) -> Text:
    return Text(
        f"'{quote}' เป็นของจังหวัด กลุ่ม หรือหน่วยงานอื่น",
        f"'{quote}' is of a province, a group or another agency",
    )


def of_another_year(quote: str) -> Text:
    return Text(f"'{quote}' เป็นของปีอื่น", f"'{quote}' is of another year")


def is_total_label(text: str) -> bool:
    """Say whether a cell names the score of the whole."""
    return bool(_TOTAL_LABEL.fullmatch(text.strip(" :*-")))


def is_level_label(text: str) -> bool:
    return bool(_LEVEL_LABEL.fullmatch(text.strip(" :*-")))
