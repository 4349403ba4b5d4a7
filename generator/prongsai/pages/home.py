"""The front page: who this is, how it scored, what is published."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.models.agency import Contact
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.pages import ita, oit
from prongsai.pages.page import Draft
from prongsai.reports import analysis
from prongsai.reports.words import fiscal_year


@dataclass(frozen=True)
class HomeView:
    name: str
    place: str
    main_site: str
    latest: ita.ResultRow | None
    instruments: tuple[tuple[str, str, str], ...]
    """Id, Thai name, score."""
    years: tuple[oit.YearCard, ...]
    reports: tuple[ita.ReportLink, ...]
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
    view = HomeView(
        name=agency.name.th,
        place=_place(site),
        main_site=agency.main_site,
        latest=ita.result_row(site, latest) if (latest := _latest(site)) else None,
        instruments=tuple(_instruments(site)),
        years=tuple(oit.year_card(site, year) for year in site.item_years),
        reports=tuple(_reports(site)),
        contact=agency.contact,
    )
    return Draft("index.md", "หน้าแรก", "home.md.jinja", view, meta)


def _place(site: Site) -> str:
    parts = (("อำเภอ", site.agency.district), ("จังหวัด", site.agency.province))
    return " ".join(f"{kind}{name}" for kind, name in parts if name)


def _latest(site: Site) -> Result | None:
    """Return the newest result that says how the agency did; a file still to be filled in does not."""
    return next((one for one in site.results if one.total or one.level or one.instruments), None)


def _instruments(site: Site) -> list[tuple[str, str, str]]:
    latest = _latest(site)
    if not latest:
        return []
    known = site.frameworks[latest.fiscal_year].instrument_by_id
    return [
        (code, known[code].name.th, site.agency.digits.show(figure.score))
        for code, figure in latest.instruments.items()
    ]


def _reports(site: Site) -> list[ita.ReportLink]:
    links = [
        ita.ReportLink(
            f"รายงานการวิเคราะห์ผล {fiscal_year(site.agency, result.fiscal_year)}",
            f"ita/{result.fiscal_year}/analysis.md",
        )
        for result in site.results[:1]
        if analysis.has_analysis(result)
    ]
    for plan in site.plans[:1]:
        links += ita.plan_links(site, plan.fiscal_year)
    return links
