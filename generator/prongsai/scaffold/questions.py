"""What is asked of whoever begins a site, and how each answer is read. Pure but for the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prongsai import frameworks, thai
from prongsai.models.terms import AgencyKind
from prongsai.models.values import fiscal_year, link
from prongsai.problems import InvalidValueError, Text


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked: its field, what is meant, an example, and how an answer is read."""

    field: str
    asked: Text
    meant: Text
    example: str
    read: Callable[[str], str | int]
    default: str | None = None
    """What no answer means; None where there has to be one."""

    @property
    def option(self) -> str:
        return "--" + self.field.replace("_", "-")


def _line(text: str) -> str:
    """Return one line of text without what cannot be seen."""
    words = " ".join(thai.visible(text).split())
    if words.isprintable():
        return words
    raise InvalidValueError(
        Text("มีอักขระที่พิมพ์ไม่ได้", "holds characters that cannot be printed"),
        Text("พิมพ์ใหม่แทนการคัดลอกมาวาง", "type it instead of pasting it"),
    )


def _words(text: str) -> str:
    if words := _line(text):
        return words
    raise InvalidValueError(Text("ต้องไม่ว่าง", "must not be empty"))


def _kind(text: str) -> str:
    asked = thai.arabic(_line(text)).lower().removesuffix(".")
    for number, (kind, names) in enumerate(_KINDS.items(), 1):
        if asked in (str(number), kind.value, *names):
            return kind.value
    allowed = ", ".join(f"{kind.value} ({names[0]})" for kind, names in _KINDS.items())
    raise InvalidValueError(
        Text(f"ไม่รู้จักประเภท '{text}'", f"unknown kind '{text}'"),
        Text(f"พิมพ์ 1, 2 หรือ 3 หรือเลือกจาก {allowed}", f"1, 2, 3, or one of {', '.join(_KINDS)}"),
    )


def _site(text: str) -> str:
    address = link(_line(text))
    if "?" not in address and "#" not in address:
        return address
    raise InvalidValueError(
        Text(f"'{address}' มี ? หรือ # อยู่", f"'{address}' has a ? or #"),
        Text("เขียนเฉพาะที่อยู่ของเว็บไซต์", "write only the site"),
    )


def _site_or_none(text: str) -> str:
    return _site(text) if _line(text) else ""


def _year(text: str) -> int:
    year, known = fiscal_year(text), years()
    if year in known:
        return year
    listed = ", ".join(map(str, known))
    raise InvalidValueError(
        Text(f"ไม่มีรายการข้อของปี {year} ในระบบ", f"the catalogue has no items of {year}"),
        Text(f"ปีที่ใช้ได้: {listed}", f"known: {listed}"),
    )


def years() -> tuple[int, ...]:
    """Return the years whose items the catalogue has."""
    return tuple(
        sorted({year for year, edition in frameworks.known() if _has_items(year, edition)})
    )


def _has_items(year: int, edition: str) -> bool:
    return bool(frameworks.load(year, edition).items)


_KINDS: Mapping[AgencyKind, tuple[str, ...]] = {
    AgencyKind.LOCAL_GOVERNMENT: ("องค์กรปกครองส่วนท้องถิ่น", "อปท"),
    AgencyKind.PROVINCE: ("จังหวัด",),
    AgencyKind.STATE_AGENCY: ("หน่วยงานอื่นของรัฐ", "หน่วยงานของรัฐ"),
}

_NEWEST = str(max(frameworks.known_years()))

QUESTIONS = (
    Question(
        "name",
        Text("ชื่อหน่วยงาน", "the name of the agency"),
        Text("ชื่อเต็มที่แสดงบนหน้าแรก", "the full name, shown on the front page"),
        "องค์การบริหารส่วนตำบลสามเรือน",
        _words,
    ),
    Question(
        "short_name",
        Text("ชื่อย่อ", "the short name"),
        Text("ชื่อสั้นที่แสดงบนหัวของทุกหน้า", "shown at the head of every page"),
        "อบต.สามเรือน",
        _words,
    ),
    Question(
        "kind",
        Text("ประเภทหน่วยงาน", "the kind of agency"),
        Text(
            "1 องค์กรปกครองส่วนท้องถิ่น (local-government)  2 จังหวัด (province)  3 หน่วยงานอื่นของรัฐ (state-agency)",
            "1 local-government, 2 province, 3 state-agency: which edition of a year applies",
        ),
        "local-government",
        _kind,
    ),
    Question(
        "district",
        Text("อำเภอ", "the district"),
        Text("ไม่ต้องมีคำว่าอำเภอ ไม่มีให้กด Enter", "without the word อำเภอ; Enter for none"),
        "เมืองราชบุรี",
        _line,
        default="",
    ),
    Question(
        "province",
        Text("จังหวัด", "the province"),
        Text("ไม่ต้องมีคำว่าจังหวัด ไม่มีให้กด Enter", "without the word จังหวัด; Enter for none"),
        "ราชบุรี",
        _line,
        default="",
    ),
    Question(
        "main_site",
        Text("เว็บไซต์หลัก", "the main website"),
        Text("เว็บไซต์ที่หลักฐานทุกข้อต้องอยู่ ขึ้นต้นด้วย https://", "where all evidence must live, with https://"),
        "https://www.example.go.th/",
        _site,
    ),
    Question(
        "published_at",
        Text("ที่วางเว็บไซต์นี้", "where this site will lie"),
        Text(
            "ที่อยู่ของโฟลเดอร์บนเว็บไซต์หลักที่จะวางเว็บไซต์นี้ กด Enter เมื่อใช้แทนทั้งเว็บไซต์หลัก",
            "the folder of the main website that this site will lie in; Enter where it is the whole website",
        ),
        "https://www.example.go.th/ita/",
        _site_or_none,
        default="",
    ),
    Question(
        "year",
        Text("ปีงบประมาณ", "the fiscal year"),
        Text(
            f"ปี พ.ศ. ที่จะเปิดเผยข้อมูล กด Enter = {_NEWEST}",
            f"the Buddhist year to disclose; Enter for {_NEWEST}",
        ),
        "2568",
        _year,
        default=_NEWEST,
    ),
)  # fmt: skip
"""In the order in which they are asked."""
