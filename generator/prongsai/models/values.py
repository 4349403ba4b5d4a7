"""The small values that many models share: scores, years, days, links, short names, texts.

Numbers and days are read with Thai or Arabic digits.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, StringConstraints

from prongsai import thai
from prongsai.problems import InvalidValueError, Text

_SCORE = re.compile(r"-?(\d{1,3}(?:\.\d+)?)")
_DIFFERENCE = re.compile(r"([-+−–]?)\s*(\d{1,3}(?:\.\d+)?)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLOUR = re.compile(r"#?([0-9a-f]{6})|#([0-9a-f]{3})")
_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+")
_SCHEMES = ("http", "https")
_NOT_IN_LINKS = frozenset('<>"`\\')
"""A browser takes a backslash for a slash, and so sees another host than Python does."""


EMPTY = Text("ยังว่างอยู่", "is empty")
FILL_IN = Text("ใส่ค่า หรือลบบรรทัดนี้", "write a value, or delete the line")


def plain(value: Any) -> str:
    """Return the text of a single value for reading: Arabic digits, plain spaces."""
    if value is None:
        raise InvalidValueError(EMPTY, FILL_IN)
    if isinstance(value, dict | list | tuple | set):
        raise InvalidValueError(Text("ต้องเป็นค่าเดียว", "expected a single value"))
    return thai.arabic(thai.normalise(str(value)))


def score(value: Any) -> Decimal:
    """Return the score that is written, with its decimals."""
    text = plain(value)
    found = _SCORE.fullmatch(text)
    if not found:
        raise InvalidValueError(Text(f"'{value}' ไม่ใช่คะแนน", f"'{value}' is not a score"), _A_SCORE)
    points = Decimal(found[1])
    if text.startswith("-") or points > 100:
        message = Text(
            f"คะแนน {value} อยู่นอกช่วง 0 ถึง 100", f"the score {value} is not between 0 and 100"
        )
        raise InvalidValueError(message, _A_SCORE)
    return points


_A_SCORE = Text(
    "เขียนตัวเลข 0 ถึง 100 เช่น 96.79 ถ้าไม่มีคะแนนให้ลบบรรทัดนี้",
    "write a number from 0 to 100 such as 96.79; without a score delete the line",
)


def difference(value: Any) -> Decimal:
    """Return the points gained (or, negative, lost) that are written."""
    found = _DIFFERENCE.fullmatch(plain(value))
    points = Decimal(found[2]) if found else None
    if not found or points is None or points > 100:
        raise InvalidValueError(
            Text(f"'{value}' ไม่ใช่ผลต่างของคะแนน", f"'{value}' is not a difference of scores"),
            Text("เขียนเช่น 0.78 หรือ -1.25", "write for example 0.78 or -1.25"),
        )
    lost = found[1] not in ("", "+")
    return points.copy_negate() if lost and points else points


def fiscal_year(value: Any) -> int:
    """Return the Buddhist year that is written."""
    text = plain(value)
    if not text.isdecimal() or len(text) != 4:
        raise InvalidValueError(
            Text(f"'{value}' ไม่ใช่ปีงบประมาณ", f"'{value}' is not a fiscal year"),
            Text("เขียนปี พ.ศ. สี่หลัก เช่น 2568", "write a Buddhist year of four digits, such as 2568"),
        )
    year = int(text)
    if year < 2400:
        raise InvalidValueError(
            Text(f"{year} เป็นปี ค.ศ.", f"{year} is a year of the common era"),
            Text(f"ปี พ.ศ. คือ {year + 543}", f"the Buddhist year is {year + 543}"),
        )
    return year


def day_of(value: Any) -> date:
    """Return the day that is written, in Thai or as YEAR-MONTH-DAY."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if day := thai.parse_date(plain(value)):
        return day
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่วันที่", f"'{value}' is not a date"),
        Text(
            "เขียนเช่น 2025-03-15 หรือ 15 มี.ค. 2568",
            "write for example 2025-03-15 or 15 มี.ค. 2568",
        ),
    )


def link(value: Any) -> str:
    """Return the http or https address that is written."""
    plain(value)
    text = thai.visible(str(value)).strip()
    if _is_address(text) and not any(c.isspace() or c in _NOT_IN_LINKS for c in text):
        return text
    raise InvalidValueError(
        Text(f"'{text}' ไม่ใช่ที่อยู่เว็บ", f"'{text}' is not a web address"),
        Text("ต้องขึ้นต้นด้วย https://", "it begins with https://"),
    )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.hostname) and port != 0


def slug(value: Any) -> str:
    """Return the short name that is written: small letters, digits and hyphens."""
    text = plain(value)
    if _SLUG.fullmatch(text):
        return text
    raise InvalidValueError(
        Text(f"'{value}' ใช้เป็นชื่อย่อไม่ได้", f"'{value}' cannot serve as a short name"),
        Text(
            "ใช้ตัวอักษร a-z ตัวเล็ก ตัวเลข และเครื่องหมาย - เช่น clerk",
            "use small letters a-z, digits and hyphens, such as clerk",
        ),
    )


def megabytes(value: Any) -> int:
    """Return the size that is written, from 1 to 500."""
    text = plain(value)
    if text.isdecimal() and 1 <= int(text) <= 500:
        return int(text)
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่ขนาดไฟล์", f"'{value}' is not a size of files"),
        Text("เขียนจำนวนเต็ม 1 ถึง 500 หน่วยเป็น MB", "write a whole number from 1 to 500, in MB"),
    )


def colour(value: Any) -> str:
    """Return the colour that is written, as `#1a5f3c`: red, green and blue as HTML writes them."""
    text = "" if value is None else plain(value).lower()
    if found := _COLOUR.fullmatch(text):
        return f"#{found[1] or ''.join(digit * 2 for digit in found[2])}"
    raise InvalidValueError(
        Text(f"'{value or ''}' ไม่ใช่รหัสสี", f"'{value or ''}' is not the code of a colour"),
        Text(
            'เขียนเครื่องหมาย # กับเลขฐานสิบหก 6 หรือ 3 ตัวในเครื่องหมายคำพูด เช่น "#1a5f3c" '
            "ถ้าไม่มีเครื่องหมายคำพูด สิ่งที่ตามหลัง # จะถูกอ่านเป็นหมายเหตุ",
            'write # and six or three hexadecimal digits in quotes, such as "#1a5f3c"; '
            "without the quotes all behind # is read as a remark",
        ),
    )


def email(value: Any) -> str:
    """Return the e-mail address that is written."""
    text = thai.visible(plain(value))
    if _EMAIL.fullmatch(text):
        return text
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่อีเมล", f"'{value}' is not an e-mail address"),
        Text("เขียนเช่น saraban@samruean.example", "write for example saraban@samruean.example"),
    )


Score = Annotated[Decimal, BeforeValidator(score)]
"""0 to 100, with the decimals that were written."""
Difference = Annotated[Decimal, BeforeValidator(difference)]
"""Points gained (or, negative, lost) against another score."""
FiscalYear = Annotated[int, BeforeValidator(fiscal_year)]
"""A Buddhist year: FY2568 runs from 1 October 2567 to 30 September 2568."""
Megabytes = Annotated[int, BeforeValidator(megabytes)]
Day = Annotated[date, BeforeValidator(day_of)]
Link = Annotated[str, BeforeValidator(link)]
"""An http or https address with a host."""
Email = Annotated[str, BeforeValidator(email)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that says something."""
Slug = Annotated[str, BeforeValidator(slug)]
"""ASCII, lower case, words joined by hyphens: safe in a URL."""
