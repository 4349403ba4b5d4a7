"""All that is to be done on a site: what the checks find, and what measures and waivers say. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks import Finding, all_checks, run_checks
from prongsai.coverage import coverage
from prongsai.models.item import Element
from prongsai.models.measure import Measure, Measures, Progress
from prongsai.models.site import Site
from prongsai.models.waiver import Waiver
from prongsai.problems import NO_TEXT, Text
from prongsai.todo.due import last_day_to_hand_in
from prongsai.todo.review import reviewed
from prongsai.todo.task import Kind, Task
from prongsai.urls import item_url

_ITEMS = {
    "DIS101": Kind.MISSING,
    "DIS102": Kind.INCOMPLETE,
    "DIS103": Kind.DRAFT,
    "DIS201": Kind.MISSING_FILE,
    "DIS301": Kind.UNCOVERED_PERIOD,
    "DIS303": Kind.STALE,
}
_MEASURES = {"MEA101": Kind.UNPLANNED, "MEA102": Kind.UNPLANNED}
_WEAKNESS = "MEA201"
_NAMES_ELEMENTS = (Kind.MISSING, Kind.DRAFT, Kind.INCOMPLETE)

_HANDING_IN = Text("วันสุดท้ายของการส่งข้อมูล OIT", "the last day for handing in the OIT items")
_PERIOD = Text("วันสุดท้ายของระยะเวลามาตรการ", "the last day of the measure's period")
_TERM = Text("วันสุดท้ายของข้อยกเว้น", "the last day of the waiver")


def tasks(site: Site, year: int | None = None) -> Iterator[Task]:
    """Yield what is to be done, of one year or of all. What a waiver lets stand is not told."""
    wanted = {*_ITEMS, *_MEASURES, _WEAKNESS}
    others = [code for code in all_checks() if code not in wanted]
    elements = _Elements(site)
    found = (_of_finding(site, one, elements) for one in run_checks(site, ignore=others))
    measured = (task for plan in site.plans for task in _of_plan(site, plan))
    waived = (_of_waiver(site, waiver) for waiver in site.waivers)
    for task in (*found, *reviewed(site), *measured, *waived):
        if year is None or task.fiscal_year in (None, year):
            yield task


class _Elements:
    """What each item still has to show."""

    def __init__(self, site: Site) -> None:
        self._lacking = {
            (year.fiscal_year, row.item.id): row.lacking
            for year in site.item_years
            for row in coverage(site, year)
        }

    def of(self, year: int, item: str) -> tuple[Element, ...]:
        return self._lacking.get((year, item), ())


def _of_finding(site: Site, found: Finding, elements: _Elements) -> Task:
    year = found.fiscal_year
    assert year
    if found.code in _ITEMS:
        return _of_item(site, found, _ITEMS[found.code], year, elements)
    if found.code in _MEASURES:
        plan = site.measures(year)
        units = (
            next((m.responsible for m in plan.measures if m.id == found.subject), ())
            if plan
            else ()
        )
        return _task(site, found, _MEASURES[found.code], year, units)
    # A weakness of one year is answered in the plan of the next.
    return _task(site, found, Kind.WEAKNESS, year + 1, ())


def _of_item(site: Site, found: Finding, kind: Kind, year: int, elements: _Elements) -> Task:
    due = last_day_to_hand_in(site.frameworks[year])
    return Task(
        kind=kind,
        code=found.code,
        fiscal_year=year,
        subject=found.subject,
        units=_keepers(site, year, found.subject),
        what=found.message,
        to_do=found.hint,
        elements=elements.of(year, found.subject) if kind in _NAMES_ELEMENTS else (),
        url=site.agency.address(item_url(year, found.subject.lower())),
        due=due,
        due_basis=_HANDING_IN if due else NO_TEXT,
    )


def _task(site: Site, found: Finding, kind: Kind, year: int, units: tuple[str, ...]) -> Task:
    return Task(
        kind=kind,
        code=found.code,
        fiscal_year=year,
        subject=found.subject,
        units=units,
        what=found.message,
        to_do=found.hint,
        url=_measures_page(site, year),
    )


def _keepers(site: Site, year: int, item: str) -> tuple[str, ...]:
    responsible = site.year_by_number[year].disclosure(item).responsible
    return (responsible,) if responsible else ()


def _measures_page(site: Site, year: int) -> str:
    """Return the address of the page of a year's measures; empty where there is none yet."""
    return site.agency.address(f"ita/{year}/measures/") if site.measures(year) else ""


def _of_plan(site: Site, plan: Measures) -> Iterator[Task]:
    for measure in plan.measures:
        if measure.progress is not Progress.DONE:
            yield _of_measure(site, plan.fiscal_year, measure)


def _of_measure(site: Site, year: int, measure: Measure) -> Task:
    span = measure.period.span(year) if measure.period else None
    kind = Kind.UNREPORTED if measure.progress is None else Kind.UNFINISHED
    name = Text(
        f"มาตรการ {measure.id} {measure.title} (ปี {year})",
        f"measure {measure.id} {measure.title} (FY{year})",
    )
    told = {
        None: Text("ยังไม่ระบุผลการดำเนินการ", "has no progress told"),
        Progress.NOT_STARTED: Text("ยังไม่ดำเนินการ", "is not started"),
        Progress.IN_PROGRESS: Text("อยู่ระหว่างดำเนินการ", "is in progress"),
    }[measure.progress]
    return Task(
        kind=kind,
        fiscal_year=year,
        subject=measure.id,
        units=measure.responsible,
        what=Text(f"{name.th} {told.th}", f"{name.en} {told.en}"),
        to_do=Text(
            f"ดำเนินการแล้วใส่ progress พร้อม outputs และ outcomes ใน {year}/measures.yml",
            f"carry it out, then put progress with outputs and outcomes into {year}/measures.yml",
        ),
        url=_measures_page(site, year),
        due=span[1] if span else None,
        due_basis=_PERIOD if span else NO_TEXT,
    )


def _of_waiver(site: Site, waiver: Waiver) -> Task:
    about = " ".join(filter(None, (waiver.code, waiver.item, waiver.file, waiver.observed)))
    year, units, url = _place(site, waiver)
    return Task(
        kind=Kind.WAIVER,
        code=waiver.code,
        fiscal_year=year,
        subject=about,
        units=units,
        what=Text(
            f"ข้อยกเว้นของ {about} ใช้ได้ถึง {thai.short_date(waiver.until)} ผู้ตัดสินใจ: {waiver.by}",
            f"the waiver of {about} holds until {waiver.until}; decided by {waiver.by}",
        ),
        to_do=Text(
            "แก้ปัญหาแล้วลบข้อยกเว้น หรือทบทวนแล้วตั้ง until ใหม่ใน waivers.yml",
            "mend it and take the waiver out, or look at it again and set another until in waivers.yml",
        ),
        url=url,
        due=waiver.until,
        due_basis=_TERM,
    )


def _place(site: Site, waiver: Waiver) -> tuple[int | None, tuple[str, ...], str]:
    """Return the year, the units and the page of a waiver, as far as it names a file of a year."""
    folder = (waiver.file or "").partition("/")[0]
    year = site.year_by_number.get(int(folder)) if folder.isdecimal() else None
    if year is None:
        return None, (), ""
    number = year.fiscal_year
    item = year.framework.item_by_id.get(waiver.item or "") if year.opens_items else None
    if item is None:
        return number, (), ""
    return number, _keepers(site, number, item.id), site.agency.address(item_url(number, item.slug))
