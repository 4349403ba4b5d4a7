"""The Thai words that reports and pages use for the terms of the field, and figures as shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from prongsai import thai
from prongsai.models.agency import Agency
from prongsai.models.measure import Progress
from prongsai.models.period import Period
from prongsai.models.site import Site
from prongsai.reports.document import Inline, Issuer, Link

PROGRESS = {
    Progress.NOT_STARTED: "ยังไม่ดำเนินการ",
    Progress.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Progress.DONE: "ดำเนินการเรียบร้อยแล้ว",
}
NOT_REPORTED = "ยังไม่มีรายงานผล"

EIT_PARTS = {
    "public": "ส่วนที่ 1 ผู้รับบริการหรือผู้ติดต่อราชการตอบด้วยตนเอง (EIT Public)",
    "survey": "ส่วนที่ 2 ผู้ประเมินจัดเก็บข้อมูล (EIT Survey)",
}


def fiscal_year(agency: Agency, year: int) -> str:
    return f"ปีงบประมาณ พ.ศ. {agency.digits.show(year)}"


def issuer(agency: Agency) -> Issuer:
    """Return who issues the agency's reports."""
    parts = (("อำเภอ", agency.district), ("จังหวัด", agency.province))
    place = " ".join(f"{kind}{name}" for kind, name in parts if name)
    return Issuer(agency.named(agency.name.th), agency.named(agency.short_name.th), place)


def score(agency: Agency, value: Decimal | None) -> str:
    """Return the score in the agency's digits, with the decimals it has; a dash for none."""
    return "–" if value is None else agency.digits.show(value)


def change(agency: Agency, value: Decimal) -> str:
    """Return a difference of points in words, for where it is clear what it is taken from."""
    size = agency.digits.show(abs(value))
    if value == 0:
        return "เท่าเดิม"
    return f"{'เพิ่มขึ้น' if value > 0 else 'ลดลง'} {size} คะแนน"


def signed(site: Site, value: Decimal) -> str:
    """Return a difference of points with its sign, as a table shows it."""
    return site.agency.digits.show(f"{value:+}" if value else value)


def long_date(agency: Agency, day: date | None) -> str:
    """Return the day as `๒๕ มีนาคม ๒๕๖๔`; nothing for none."""
    return agency.digits.show(thai.long_date(day)) if day else ""


def change_since_last_year(agency: Agency, value: Decimal) -> str:
    return "เท่ากับปีก่อน" if value == 0 else f"{change(agency, value)}จากปีก่อน"


def indicator(site: Site, year: int, number: int) -> str:
    """Return `ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ`."""
    known = site.frameworks[year].indicator_by_id.get(number) if year in site.frameworks else None
    name = f" {known.name.th}" if known else ""
    return f"ตัวชี้วัดที่ {site.agency.digits.show(number)}{name}"


def scored_indicator(site: Site, year: int, number: int) -> str:
    """Return an indicator with its announced score, where the site has one."""
    name, result = indicator(site, year, number), site.result(year)
    announced = result.announced(f"indicator {number}") if result else None
    return f"{name} ({score(site.agency, announced)} คะแนน)" if announced is not None else name


def figure(site: Site, year: int, what: str) -> str:
    """Return how a figure such as `indicator 6`, `total` or `O13` is called in Thai."""
    kind, _, code = what.rpartition(" ")
    match kind, what:
        case _, "total":
            return "คะแนนรวม"
        case _, "change":
            return "ผลต่างจากปีก่อน"
        case _, "fiscal_year":
            return "ปีงบประมาณ"
        case "indicator", _:
            return indicator(site, year, int(code))
        case "sub-indicator", _:
            return f"ตัวชี้วัดย่อยที่ {site.agency.digits.show(code)}"
    return what


def units(agency: Agency, ids: Iterable[str]) -> str:
    return ", ".join(agency.units.get(unit, unit) for unit in ids)


def period(agency: Agency, value: Period | None) -> str:
    """Return a period as it was written or, given by days alone, in Thai months."""
    if value is None:
        return "–"
    if value.text or not (value.start and value.end):
        return value.text or "–"
    return agency.digits.show(f"{thai.short_date(value.start)} – {thai.short_date(value.end)}")


def cites(site: Site, year: int, codes: Iterable[str]) -> list[Inline]:
    """Return the cited items, each leading to its page where the site has one."""
    found = site.year_by_number.get(year)
    pages = found.framework.item_by_id if found and found.opens_items else {}
    return [
        Link(code, f"oit/{year}/{pages[code].slug}.md")
        if code in pages
        else (code if code.startswith("O") else f"ตัวชี้วัดย่อย {site.agency.digits.show(code)}")
        for code in codes
    ]
