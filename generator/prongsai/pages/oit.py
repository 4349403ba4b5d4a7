"""The years with item pages, and the table of a year's items with their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import thai
from prongsai.coverage import ItemCoverage, coverage
from prongsai.models.site import Site, Year
from prongsai.pages import words
from prongsai.pages.item import path_of
from prongsai.pages.page import Draft
from prongsai.reports.words import fiscal_year


@dataclass(frozen=True)
class YearCard:
    """How far one year is covered."""

    title: str
    path: str
    covered: str
    states: tuple[tuple[str, str, str], ...]
    """State, its label and how many items are in it."""
    counts: tuple[int, ...]
    """The same numbers, for a drawing."""
    updated: str
    """The last day on which an item of the year was changed, as far as the content tells."""


@dataclass(frozen=True)
class YearsView:
    agency: str
    cards: tuple[YearCard, ...]


@dataclass(frozen=True)
class RowView:
    id: str
    title: str
    path: str
    state: str
    state_label: str
    score: str
    updated: str
    group: str
    """The group of its sub-indicator."""


@dataclass(frozen=True)
class GroupView:
    """The items of one sub-indicator, or of a year without established ones; or of one state."""

    id: str
    """ASCII, unique on the page: it is part of the URL."""
    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class YearView:
    year_title: str
    card: YearCard
    groups: tuple[GroupView, ...]
    by_state: tuple[GroupView, ...]
    """The same items, put in order by state."""
    scored: bool
    """Whether any announced item score is shown."""
    dated: bool
    """Whether it is known of any item when it was updated."""
    open_points: tuple[str, ...]
    """What the catalogue of this year leaves open."""


def build(site: Site) -> Iterator[Draft]:
    title = "การเปิดเผยข้อมูลสาธารณะ (OIT)"
    cards = tuple(year_card(site, year) for year in site.item_years)
    meta = {
        "title": title,
        "description": f"{title} {site.agency.name.th}",
        "synonyms": site.synonyms.pages.years,
    }
    view = YearsView(site.agency.name.th, cards)
    yield Draft("oit/index.md", title, "oit.md.jinja", view, meta)
    for year in site.item_years:
        yield _year_page(site, year)


def year_card(site: Site, year: Year) -> YearCard:
    """Return the summary of a year's coverage."""
    rows, show = coverage(site, year), site.agency.digits.show
    counted = Counter(row.state for row in rows)
    covered = sum(row.covered for row in rows)
    newest = max((row.updated for row in rows if row.updated), default=None)
    found = [(state, label) for state, label in words.STATES.items() if counted[state]]
    return YearCard(
        fiscal_year(site.agency, year.fiscal_year),
        f"oit/{year.fiscal_year}/index.md",
        show(f"{covered} จาก {len(rows)} ข้อ"),
        tuple((state.value, label, show(counted[state])) for state, label in found),
        tuple(counted[state] for state, _ in found),
        show(thai.short_date(newest)) if newest else "",
    )


def _year_page(site: Site, year: Year) -> Draft:
    number = year.fiscal_year
    path, title = f"oit/{number}/index.md", fiscal_year(site.agency, number)
    rows = coverage(site, year)
    updated = [row.updated for row in rows if row.updated]
    groups = tuple(_groups(site, year, rows))
    view = YearView(
        year_title=title,
        card=year_card(site, year),
        groups=groups,
        by_state=tuple(_by_state(groups)),
        scored=bool(year.result and year.result.items),
        dated=bool(updated),
        open_points=tuple(_open_points(site, year)),
    )
    meta = {
        "title": f"ข้อมูล OIT {title}",
        "description": f"รายการข้อมูลที่ต้องเปิดเผยตามแบบวัด OIT {title} {site.agency.name.th}",
        "fiscal_year": number,
        "synonyms": site.synonyms.pages.year,
    }
    source = year.disclosures.where if year.disclosures else None
    newest = max(updated, default=None)
    name = f"ข้อมูล OIT ปี {site.agency.digits.show(number)}"
    return Draft(path, name, "oit_year.md.jinja", view, meta, source, newest)


def _groups(site: Site, year: Year, rows: tuple[ItemCoverage, ...]) -> Iterator[GroupView]:
    by_id = {row.item.id: row for row in rows}
    framework = year.framework
    for sub in framework.sub_indicators:
        name = f" {sub.name.th}" if sub.name else ""
        title = f"{site.agency.digits.show(sub.id)}{name}"
        found = tuple(by_id[item] for item in sub.items)
        yield _group(site, year, f"sub-{sub.id.replace('.', '-')}", title, found)
    rest = tuple(row for row in rows if row.item.id not in framework.sub_indicator_of)
    if rest:
        title = "ข้ออื่น" if framework.sub_indicators else "รายการข้อทั้งหมด"
        yield _group(site, year, "items", title, rest)


def _group(
    site: Site, year: Year, group: str, title: str, rows: tuple[ItemCoverage, ...]
) -> GroupView:
    return GroupView(group, title, tuple(_row(site, year, row, group) for row in rows))


def _by_state(groups: tuple[GroupView, ...]) -> Iterator[GroupView]:
    rows = [row for group in groups for row in group.rows]
    for state, label in words.STATES.items():
        found = tuple(row for row in rows if row.state == state.value)
        if found:
            yield GroupView(f"state-{state.value}", label, found)


def _row(site: Site, year: Year, row: ItemCoverage, group: str) -> RowView:
    show, updated = site.agency.digits.show, row.updated
    announced = year.result.items.get(row.item.id) if year.result else None
    return RowView(
        row.item.id,
        row.item.title.th,
        path_of(year.fiscal_year, row.item),
        row.state.value,
        words.STATES[row.state],
        show(announced.score) if announced else "",
        show(thai.short_date(updated)) if updated else "",
        group,
    )


def _open_points(site: Site, year: Year) -> Iterator[str]:
    show = site.agency.digits.show
    if not year.framework.sub_indicators:
        yield "ยังไม่พบแหล่งข้อมูลที่ยืนยันการจัดกลุ่มข้อเป็นตัวชี้วัดย่อยของปีนี้ จึงแสดงตามลำดับข้อ"
    grade = words.GRADES[year.framework.confidence.items.grade]
    yield f"ความเชื่อมั่นในรายการข้อของปีนี้: {grade}"
    counted = Counter(item.elements.confidence for item in year.framework.items)
    told = " ".join(
        f"{label} {show(counted[grade])} ข้อ"
        for grade, label in words.GRADES.items()
        if counted[grade]
    )
    yield f"ความเชื่อมั่นในรายการองค์ประกอบของแต่ละข้อ: {told} (เหตุผลอยู่ในหน้าของข้อ)"
