"""The front page: who this is, how it scored, what is published, what was updated last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from prongsai.models.agency import Contact
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.pages import ita, oit, words
from prongsai.pages.page import Draft
from prongsai.pages.recent import UpdateView, recent
from prongsai.reports import analysis
from prongsai.reports.words import fiscal_year
from prongsai.updates import updates

_OPEN_DATA = "data/"
_CALLED = re.compile(r"\+?[0-9][0-9 ()-]{5,18}[0-9]")
"""One telephone number and nothing else: what a phone can be told to call."""


@dataclass(frozen=True)
class ScoreView:
    """The newest announced result."""

    row: ita.ResultRow
    totalled: bool
    """Whether its total is known."""
    source: str
    """The document that prints it, as the content names it."""
    instruments: tuple[tuple[str, str, str], ...]
    """Id, Thai name, score."""


@dataclass(frozen=True)
class Way:
    """A way to a part of the site."""

    title: str
    about: str
    url: str


@dataclass(frozen=True)
class HomeView:
    name: str
    kind: str
    place: tuple[str, ...]
    emblem: str
    """The address of the picture below the site; empty for none."""
    emblem_alt: str
    call: str
    """The telephone number as phones read it; empty where it is none, or more than one."""
    main_site: str
    score: ScoreView | None
    year: oit.YearCard | None
    """The newest year with item pages."""
    earlier: tuple[oit.YearCard, ...]
    ways: tuple[Way, ...]
    updates: tuple[UpdateView, ...]
    contact: Contact


def build(site: Site) -> Draft:
    agency = site.agency
    about = (
        f"ผลการประเมิน ITA ข้อมูลสาธารณะ (OIT) และมาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{agency.name.th}"
    )
    meta = {  # without a title: the theme takes the site's
        "description": about,
        "hide": ["toc", "navigation"],
        "synonyms": (*site.synonyms.pages.home, agency.short_name.th),
    }
    cards = tuple(oit.year_card(site, year) for year in site.item_years)
    phone, found = agency.contact.phone or "", updates(site)
    view = HomeView(
        name=agency.name.th,
        kind=words.AGENCY_KINDS[agency.kind],
        place=tuple(_place(site)),
        emblem=site.emblem.url if site.emblem else "",
        emblem_alt=agency.emblem_alt,
        call=re.sub(r"[ ()-]", "", phone) if _CALLED.fullmatch(phone) else "",
        main_site=agency.main_site,
        score=_score(site),
        year=cards[0] if cards else None,
        earlier=cards[1:],
        ways=tuple(_ways(site)),
        updates=recent(site, found),
        contact=agency.contact,
    )
    newest = found[0].day if found else None
    return Draft("index.md", "หน้าแรก", "home.md.jinja", view, meta, updated=newest)


def _place(site: Site) -> Iterator[str]:
    parts = (("อำเภอ", site.agency.district), ("จังหวัด", site.agency.province))
    return (f"{kind}{name}" for kind, name in parts if name)


def _score(site: Site) -> ScoreView | None:
    latest = _latest(site)
    if latest is None:
        return None
    source = " ".join(filter(None, (latest.source.title, latest.source.place)))
    row, totalled = ita.result_row(site, latest), latest.total is not None
    return ScoreView(row, totalled, source, tuple(_instruments(site, latest)))


def _latest(site: Site) -> Result | None:
    """Return the newest result that says how the agency did as a whole, or else in any part."""
    return next(
        chain(filter(_tells_the_whole, site.results), filter(_says_something, site.results)), None
    )


def _tells_the_whole(result: Result) -> bool:
    return result.total is not None or bool(result.level or result.instruments)


def _says_something(result: Result) -> bool:
    """A file that is still to be filled in says nothing."""
    return _tells_the_whole(result) or bool(result.indicators or result.questions or result.items)


def _instruments(site: Site, latest: Result) -> Iterator[tuple[str, str, str]]:
    known = site.frameworks[latest.fiscal_year].instrument_by_id
    for code, figure in latest.instruments.items():
        yield code, known[code].name.th, site.agency.digits.show(figure.score)


def _ways(site: Site) -> Iterator[Way]:
    if site.results:
        told = [one.fiscal_year for one in site.results if _says_something(one)]
        about = f"คะแนนที่ประกาศ {_years(site, told)}" if told else "ยังไม่มีคะแนนที่ประกาศ"
        yield Way("ผลการประเมิน ITA", about, "ita/")
    if site.item_years:
        years = _years(site, [year.fiscal_year for year in site.item_years])
        yield Way("ข้อมูลสาธารณะ (OIT)", f"หลักฐานรายข้อ {years}", "oit/")
    analysed = next((one for one in site.results if analysis.has_analysis(one)), None)
    if analysed:
        about = fiscal_year(site.agency, analysed.fiscal_year)
        yield Way("รายงานการวิเคราะห์ผล", about, f"ita/{analysed.fiscal_year}/analysis/")
    if site.plans:
        yield from _measures(site, site.plans[0])
    yield Way("ข้อมูลเปิด", "ข้อมูลของเว็บไซต์นี้เป็นไฟล์สำหรับนำไปใช้ต่อ", _OPEN_DATA)


def _measures(site: Site, plan: Measures) -> Iterator[Way]:
    show, year = site.agency.digits.show, fiscal_year(site.agency, plan.fiscal_year)
    count, reported = len(plan.measures), sum(m.reported for m in plan.measures)
    told = f"{count} มาตรการ" if count else "ยังไม่มีมาตรการ"
    yield Way("มาตรการ", f"{year} {show(told)}", f"ita/{plan.fiscal_year}/measures/")
    told = f"รายงานผลแล้ว {reported} จาก {count} มาตรการ" if reported else "ยังไม่มีรายงานผล"
    yield Way("ผลการดำเนินการ", f"{year} {show(told)}", f"ita/{plan.fiscal_year}/progress/")


def _years(site: Site, years: list[int]) -> str:
    """Return `ปี ๒๕๖๘` or, of several years, how many and from which to which."""
    show = site.agency.digits.show
    if len(years) == 1:
        return f"ปี {show(years[0])}"
    return show(f"{len(years)} ปี ({min(years)} ถึง {max(years)})")
