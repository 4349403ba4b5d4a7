"""The results over the years, and one page per report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.pages import words as page_words
from prongsai.pages.page import Draft
from prongsai.reports import analysis, build_reports, scores, words
from prongsai.reports.document import Report, Table
from prongsai.reports.files import ReportFile
from prongsai.reports.years import Years, side_by_side

_TITLE = "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)"


@dataclass(frozen=True)
class ReportLink:
    title: str
    path: str


@dataclass(frozen=True)
class ResultRow:
    """One announced result."""

    year_title: str
    path: str
    total: str
    level: str
    change: str


@dataclass(frozen=True)
class PlanRow:
    year_title: str
    links: tuple[ReportLink, ...]


@dataclass(frozen=True)
class ResultsView:
    agency: str
    rows: tuple[ResultRow, ...]
    plans: tuple[PlanRow, ...]
    years: Years
    digits: str


@dataclass(frozen=True)
class FileLink:
    """A report as a file to take away."""

    label: str
    """What it is for: to sign and file, or to finish by hand."""
    url: str
    about: str
    """Type, size and the day of what it says."""


@dataclass(frozen=True)
class ReportView:
    report: Report
    files: tuple[FileLink, ...]
    related: tuple[ReportLink, ...]


@dataclass(frozen=True)
class PlanYearView:
    year_title: str
    links: tuple[ReportLink, ...]


def build(site: Site, report_files: Sequence[ReportFile]) -> Iterator[Draft]:
    files: dict[tuple[str, int], list[ReportFile]] = {}
    for file in report_files:
        files.setdefault((file.kind, file.fiscal_year), []).append(file)
    yield _index(site)
    for report in build_reports(site):
        yield report_draft(site, report, files.get((report.kind, report.fiscal_year), ()))
    results = {result.fiscal_year for result in site.results}
    for plan in site.plans:
        if plan.fiscal_year not in results:
            yield _plan_year(site, plan.fiscal_year)


def result_row(site: Site, result: Result) -> ResultRow:
    """Return one result as the home page and the overview show it."""
    step = scores.change_since(site, result)
    return ResultRow(
        words.fiscal_year(site.agency, result.fiscal_year),
        f"ita/{result.fiscal_year}/index.md",
        words.score(site.agency, result.total),
        result.level or "",
        words.change(site.agency, step) if step is not None else "",
    )


def plan_links(site: Site, year: int) -> tuple[ReportLink, ...]:
    shown = words.fiscal_year(site.agency, year)
    return (
        ReportLink(f"มาตรการ {shown}", f"ita/{year}/measures.md"),
        ReportLink(f"ผลการดำเนินการ {shown}", f"ita/{year}/progress.md"),
    )


def path_of(report: Report) -> str:
    stem = "index" if report.kind == "result" else report.kind
    return f"ita/{report.fiscal_year}/{stem}.md"


def _index(site: Site) -> Draft:
    view = ResultsView(
        site.agency.name.th,
        tuple(result_row(site, result) for result in site.results),
        tuple(
            PlanRow(words.fiscal_year(site.agency, p.fiscal_year), plan_links(site, p.fiscal_year))
            for p in site.plans
        ),
        side_by_side(site),
        site.agency.digits.value,
    )
    meta = {
        "title": _TITLE,
        "description": f"{_TITLE} {site.agency.name.th}",
        "synonyms": site.synonyms.pages.results,
    }
    return Draft("ita/index.md", _TITLE, "ita.md.jinja", view, meta)


def report_draft(site: Site, report: Report, files: Sequence[ReportFile]) -> Draft:
    """Return the page of one report, leading to its files."""
    path, year = path_of(report), report.fiscal_year
    related = tuple(link for link in _related(site, year) if link.path != path)
    meta = {
        "title": report.title,
        "description": f"{report.title} {site.agency.name.th}",
        "fiscal_year": year,
        "synonyms": site.synonyms.reports[report.kind],
        "updated": report.day.isoformat() if report.day else None,
        "hide": ["navigation", "toc"] if _is_wide(report) else None,
    }
    found = site.year_by_number[year]
    source = found.result if report.kind in ("result", "analysis") else found.measures
    where = source.where if source else None
    view = ReportView(report, tuple(_file_link(site, file) for file in files), related)
    name = _short_title(site, report)
    return Draft(path, name, "report.md.jinja", view, meta, where, report.day)


def _file_link(site: Site, file: ReportFile) -> FileLink:
    size = site.agency.digits.show(page_words.size(len(file.content)))
    day = words.long_date(site.agency, file.day)
    told = f"ลงวันที่ {day}" if day else "ไม่ได้ระบุวันที่ของข้อมูล"
    return FileLink(_FILES[file.format], file.url, f"{file.format.upper()} {size} {told}")


_FILES = {"pdf": "PDF สำหรับลงนามและจัดเก็บ", "docx": "Word สำหรับแก้ไขต่อ"}


def _is_wide(report: Report) -> bool:
    """Whether a table needs the room that navigation and contents would take."""
    blocks = (block for section in report.sections for block in section.blocks)
    return any(isinstance(block, Table) and len(block.columns) > 4 for block in blocks)


def _short_title(site: Site, report: Report) -> str:
    names = {"result": "ผลคะแนน", "analysis": "การวิเคราะห์ผล", "measures": "มาตรการ"}
    name = names.get(report.kind, "ผลการดำเนินการ")
    return f"{name} ปี {site.agency.digits.show(report.fiscal_year)}"


def _related(site: Site, year: int) -> Iterator[ReportLink]:
    shown = words.fiscal_year(site.agency, year)
    result = site.result(year)
    if result:
        yield ReportLink(f"ผลคะแนน {shown}", f"ita/{year}/index.md")
        if analysis.has_analysis(result):
            yield ReportLink(f"การวิเคราะห์ผล {shown}", f"ita/{year}/analysis.md")
    if site.measures(year):
        yield from plan_links(site, year)


def _plan_year(site: Site, year: int) -> Draft:
    """Return the page of a year with measures and no announced result yet."""
    shown = words.fiscal_year(site.agency, year)
    title = f"ITA {shown}"
    meta = {
        "title": title,
        "description": f"{title} {site.agency.name.th}",
        "fiscal_year": year,
        "synonyms": site.synonyms.reports["measures"],
    }
    view = PlanYearView(shown, plan_links(site, year))
    name = f"ITA ปี {site.agency.digits.show(year)}"
    return Draft(f"ita/{year}/index.md", name, "ita_plan_year.md.jinja", view, meta)
