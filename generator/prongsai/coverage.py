"""ความครบถ้วน: which items of a year have their evidence, and which elements it shows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.models.disclosure import Disclosure, Evidence
from prongsai.models.item import Duty, Element, Item, ReportPart, Required
from prongsai.models.measure import Measures, Progress
from prongsai.models.result import Result
from prongsai.models.site import Site, Year
from prongsai.problems import Text
from prongsai.required_span import Days, open_stretches


class State(StrEnum):
    """How far an item is covered."""

    COMPLETE = "complete"
    """Evidence shows every element that binds the agency, and covers the time asked for."""
    PARTIAL = "partial"
    MISSING = "missing"
    """No evidence, and nothing declared; or a draft, which is neither."""
    NOTHING_TO_REPORT = "nothing-to-report"
    NOT_APPLICABLE = "not-applicable"


STATE_NAMES: Mapping[State, Text] = {
    State.COMPLETE: Text("ครบถ้วน", "complete"),
    State.PARTIAL: Text("ยังไม่ครบ", "partial"),
    State.MISSING: Text("ยังไม่มีหลักฐาน", "missing"),
    State.NOTHING_TO_REPORT: Text("ไม่มีเรื่องที่ต้องรายงาน", "nothing to report"),
    State.NOT_APPLICABLE: Text("ไม่เกี่ยวข้อง", "not applicable"),
}
"""What officers call the states, in lists and sheets."""


@dataclass(frozen=True, slots=True)
class DutyReport:
    """A report page of this site that is itself evidence of an item."""

    kind: str
    """analysis, measures or progress."""
    fiscal_year: int
    parts: frozenset[ReportPart]
    """What the data lets the report show."""
    updated: date | None
    """The day that the report bears."""


@dataclass(frozen=True, slots=True)
class ItemCoverage:
    """What one item of one year shows, against what it needs."""

    item: Item
    disclosure: Disclosure
    state: State
    elements: tuple[Element, ...]
    """The elements that bind this agency."""
    shown: frozenset[str]
    """Ids of the elements that evidence shows."""
    evidence: tuple[Evidence, ...]
    """The evidence that is there: a named file that does not exist shows nothing."""
    reports: tuple[DutyReport, ...]
    open_days: tuple[Days, ...] = ()
    """Stretches of the time that the item asks for, of which its evidence is not."""

    @property
    def covered(self) -> bool:
        """Whether the item needs nothing more."""
        return self.state not in (State.PARTIAL, State.MISSING)

    @property
    def needed(self) -> tuple[Element, ...]:
        """The elements without which the item is incomplete: all but the optional ones."""
        return tuple(e for e in self.elements if _is_needed(e))

    @property
    def lacking(self) -> tuple[Element, ...]:
        return tuple(e for e in self.needed if e.id not in self.shown)

    @property
    def updated(self) -> date | None:
        """The day of the last change: as written for the item or its declaration, or else the latest
        of its evidence and report pages. None while one of them does not tell its day.
        """
        if self.disclosure.last_change:
            return self.disclosure.last_change
        days = [one.updated for one in self.evidence] + [one.updated for one in self.reports]
        known = [day for day in days if day]
        return max(known, default=None) if len(known) == len(days) else None

    @property
    def progress(self) -> tuple[int, int]:
        """How many needed elements are shown, of how many."""
        needed = self.needed
        return len(needed) - len(self.lacking), len(needed)


def coverage(site: Site, year: Year) -> tuple[ItemCoverage, ...]:
    """Return one row per item of the year's framework, in its order."""
    return tuple(_item(site, year, item) for item in year.framework.items)


def _item(site: Site, year: Year, item: Item) -> ItemCoverage:
    disclosure = year.disclosure(item.id)
    evidence = tuple(e for e in disclosure.evidence if not e.path or e.path in year.files)
    # A draft is shown by nothing, not even by a report of this site, until somebody has looked at it.
    has_reports = item.duty and not disclosure.is_draft
    reports = tuple(_duty_reports(site, item.duty)) if item.duty and has_reports else ()
    elements = item.elements_for(site.agency.kind)
    shown = frozenset(_shown(evidence, reports, elements) & {e.id for e in elements})
    # A report page of this site is of the year that its duty names.
    open_days = () if reports else open_stretches(item, evidence, disclosure, year.fiscal_year)
    shows_all = all(e.id in shown for e in elements if _is_needed(e)) and not open_days
    state = _state(disclosure, bool(evidence or reports), shows_all)
    return ItemCoverage(item, disclosure, state, elements, shown, evidence, reports, open_days)


def _is_needed(element: Element) -> bool:
    """Whether an item without it is incomplete. What no source settles is taken as needed."""
    return element.required is not Required.NO


def _state(disclosure: Disclosure, has_evidence: bool, shows_all: bool) -> State:
    if disclosure.nothing_to_report:
        return State.NOTHING_TO_REPORT
    if disclosure.not_applicable:
        return State.NOT_APPLICABLE
    if not has_evidence:
        return State.MISSING
    return State.COMPLETE if shows_all else State.PARTIAL


def _shown(
    evidence: Iterable[Evidence], reports: Iterable[DutyReport], elements: Iterable[Element]
) -> set[str]:
    told = {part for report in reports for part in report.parts}
    by_report = {e.id for e in elements if e.report_part in told}
    return by_report | {element for one in evidence for element in one.shows}


def _duty_reports(site: Site, duty: Duty) -> Iterator[DutyReport]:
    """Yield the reports that this site can make for a duty; without measures there is none."""
    plan = site.measures(duty.fiscal_year)
    if plan is None or not plan.measures:
        return
    if duty.report == "measures":
        # The items ask for the result of the year before; that of another year is no evidence.
        answers_last_year = plan.result_year == duty.fiscal_year - 1
        result = site.result(plan.result_year) if answers_last_year else None
        if result and result.analysis:
            parts = frozenset(_analysis_parts(site, result))
            yield DutyReport("analysis", result.fiscal_year, parts, result.updated)
        parts = frozenset(_measure_parts(site, plan))
        told = parts if answers_last_year else parts - _OF_THE_RESULT
        yield DutyReport("measures", plan.fiscal_year, told, plan.updated)
    elif any(m.reported for m in plan.measures):
        parts = frozenset(_progress_parts(site, plan))
        yield DutyReport("progress", plan.fiscal_year, parts, plan.updated)


_OF_THE_RESULT = frozenset({ReportPart.ANALYSIS, ReportPart.ANALYSIS_PER_INDICATOR})


def _analysis_parts(site: Site, result: Result) -> Iterator[ReportPart]:
    yield ReportPart.ANALYSIS
    if _each_indicator(site, result.fiscal_year, (a.indicator for a in result.analysis)):
        yield ReportPart.ANALYSIS_PER_INDICATOR
    weaknesses = any(entry.weaknesses for entry in result.analysis)
    if weaknesses:
        yield ReportPart.WEAKNESSES
    if weaknesses or any(
        f.score < 100 for f in (*result.questions.values(), *result.items.values())
    ):
        yield ReportPart.IMPROVEMENTS


def _each_indicator(site: Site, year: int, found: Iterable[int | None]) -> bool:
    """Whether no indicator of the year's framework is missing."""
    return set(site.frameworks[year].indicator_by_id) <= set(found)


def _measure_parts(site: Site, plan: Measures) -> Iterator[ReportPart]:
    """Yield what every measure tells: a column with a gap does not show its element."""
    analysed = all(m.analysis for m in plan.measures)
    per_indicator = _each_indicator(site, plan.result_year, (m.indicator for m in plan.measures))
    every: tuple[tuple[ReportPart, bool], ...] = (
        (ReportPart.MEASURES, True),
        (ReportPart.ANALYSIS, analysed),
        (ReportPart.ANALYSIS_PER_INDICATOR, analysed and per_indicator),
        (ReportPart.STEPS, all(m.steps for m in plan.measures)),
        (ReportPart.PERIOD, all(m.period for m in plan.measures)),
        (ReportPart.RESPONSIBLE, all(m.responsible for m in plan.measures)),
        (ReportPart.FOLLOW_UP, all(m.follow_up for m in plan.measures)),
    )
    return (part for part, told in every if told)


def _progress_parts(site: Site, plan: Measures) -> Iterator[ReportPart]:
    yield from _measure_parts(site, plan)
    if all(m.reported for m in plan.measures):
        yield ReportPart.PROGRESS
    begun = [m for m in plan.measures if m.progress is not Progress.NOT_STARTED]
    if begun and all(m.outputs for m in begun):
        yield ReportPart.OUTPUTS
    if begun and all(m.outcomes for m in begun):
        yield ReportPart.OUTCOMES
