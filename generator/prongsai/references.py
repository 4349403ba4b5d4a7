"""What a year's files refer to and the framework or agency does not have. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from prongsai.models.agency import Agency
from prongsai.models.base import Model
from prongsai.models.codes import FISCAL_YEAR
from prongsai.models.framework import Framework
from prongsai.models.measure import Measure, Point
from prongsai.models.result import Announced
from prongsai.models.site import Year
from prongsai.problems import NO_TEXT, Location, Problem, Text, did_you_mean

C = TypeVar("C", bound=Hashable)


def reference_problems(agency: Agency, year: Year) -> Iterator[Problem]:
    """Yield a problem for each code under which nothing could be shown."""
    yield from _result_problems(year)
    yield from _disclosure_problems(agency, year)
    yield from _measure_problems(agency, year)


def _result_problems(year: Year) -> Iterator[Problem]:
    framework, result = year.framework, year.result
    if not result:
        return
    yield from _unknown_figures(result.instruments, framework.instrument_by_id, year)
    yield from _unknown_figures(result.indicators, framework.indicator_by_id, year)
    yield from _unknown_figures(result.items, framework.item_by_id, year)
    if framework.question_by_id:  # the questions of some years are not known at all
        yield from _unknown_figures(result.questions, framework.question_by_id, year)
    for other in result.printed_otherwise:
        if not _has_figure(framework, other.figure):
            yield _unknown(other.figure, other.where_is("figure"), (), year)
    for analysis in result.analysis:
        yield from _unknown_indicator(analysis.indicator, analysis, year)
        if analysis.instrument and analysis.instrument not in framework.instrument_by_id:
            where = analysis.where_is("instrument")
            yield _unknown(analysis.instrument, where, framework.instrument_by_id, year)


def _has_figure(framework: Framework, figure: str) -> bool:
    """Whether the year has what a name of a figure names; questions of some years are not known."""
    kind, _, code = figure.rpartition(" ")
    if kind == "indicator":
        return int(code) in framework.indicator_by_id
    if kind == "sub-indicator":
        return not framework.sub_indicators or code in {s.id for s in framework.sub_indicators}
    if figure[0] == "O" and figure[1:].isdecimal():
        return figure in framework.item_by_id
    if figure[0] in "ie" and figure[1:].isdecimal():
        return not framework.question_by_id or figure in framework.question_by_id
    return figure in ("total", "change", FISCAL_YEAR) or figure in framework.instrument_by_id


def _unknown_figures(
    figures: Mapping[C, Announced], known: Mapping[C, object], year: Year
) -> Iterator[Problem]:
    for code, figure in figures.items():
        if code not in known:
            yield _unknown(code, figure.where, known, year)


def _unknown_indicator(number: int | None, model: Model, year: Year) -> Iterator[Problem]:
    known = year.framework.indicator_by_id
    if number is not None and number not in known:
        yield _unknown(number, model.where_is("indicator"), known, year)


def _disclosure_problems(agency: Agency, year: Year) -> Iterator[Problem]:
    if not year.disclosures:
        return
    for item, disclosure in year.disclosures.items.items():
        if item not in year.framework.item_by_id:
            yield _unknown(item, disclosure.where, year.framework.item_by_id, year)
        if disclosure.responsible and disclosure.responsible not in agency.units:
            yield _no_unit(disclosure.responsible, disclosure, agency)


def _measure_problems(agency: Agency, year: Year) -> Iterator[Problem]:
    if not year.measures:
        return
    known = year.framework.indicator_by_id
    for number in year.measures.indicators:
        if number not in known:
            yield _unknown(number, year.measures.where_is("indicators"), known, year)
    for measure in year.measures.measures:
        yield from _unknown_indicator(measure.indicator, measure, year)
        yield from _unknown_units(measure, agency)
        for point in (point for step in measure.steps for point in step.points):
            yield from _unknown_units(point, agency)


def _unknown(code: object, where: Location, known: Iterable[object], year: Year) -> Problem:
    number = year.fiscal_year
    name = Text(f"ตัวชี้วัด {code}", f"indicator {code}")
    name = name if isinstance(code, int) else Text(str(code), str(code))
    message = Text(
        f"ไม่มี {name.th} ในกรอบการประเมินปี {number}",
        f"{name.en} is not in the framework of {number}",
    )
    return Problem(where, message, _numbers(known) or did_you_mean(str(code), map(str, known)))


def _numbers(known: Iterable[object]) -> Text:
    """Return the numbers that there are: no number looks like another by mistake."""
    numbers = sorted(one for one in known if isinstance(one, int))
    if not numbers:
        return NO_TEXT
    told = f"{numbers[0]}-{numbers[-1]}"
    return Text(f"ปีนี้มีตัวชี้วัดที่ {told}", f"the year has the indicators {told}")


def _unknown_units(model: Measure | Point, agency: Agency) -> Iterator[Problem]:
    return (_no_unit(unit, model, agency) for unit in model.responsible if unit not in agency.units)


def _no_unit(unit: str, model: Model, agency: Agency) -> Problem:
    message = Text(
        f"ไม่มี '{unit}' ใน units ของ agency.yml",
        f"'{unit}' is not among the units of agency.yml",
    )
    return Problem(model.where_is("responsible"), message, did_you_mean(unit, agency.units))
