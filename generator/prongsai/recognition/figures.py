"""The announced figures of a document: all its readings, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.problems import Text
from prongsai.recognition.agencies import OwnAgency
from prongsai.recognition.doubting import doubted
from prongsai.recognition.overall import only_ours, overall_in
from prongsai.recognition.readings import (
    LeftOut,
    Reading,
    coded_line,
    indicators_in,
    instruments_in,
)
from prongsai.recognition.scoretables import in_table
from prongsai.recognition.sections import Aside, aside_of, says_whose
from prongsai.recognition.settling import Settled, settle
from prongsai.recognition.sought import Sought, sought_of
from prongsai.recognition.source import Row, Source
from prongsai.recognition.years import YearSaid, result_year, years_said


@dataclass(frozen=True)
class Recognised:
    """What a document was found to announce."""

    year: int | None
    """The fiscal year of the result; None where the document does not settle it."""
    years: tuple[YearSaid, ...]
    figures: tuple[Settled, ...]
    """In the order of results: total, level, change, instruments, indicators, questions, items."""
    missing: tuple[str, ...] = ()
    """The total, the level, instruments and indicators that it was not found to say anything of."""
    left_out: tuple[LeftOut, ...] = ()
    """What is said and not taken over, in the order of the document."""

    @property
    def certain(self) -> tuple[Settled, ...]:
        return tuple(one for one in self.figures if one.value is not None)


def recognise(
    source: Source,
    frameworks: Mapping[int, Framework],
    year: int | None = None,
    own: OwnAgency | None = None,
) -> Recognised:
    """Return what a document says of the result of an agency in a year.

    `year` where the reader knows it better; without `own` any agency may be the one.
    """
    said = years_said(source, frameworks)
    chosen = year if year is not None else result_year(said)
    if chosen is None or chosen not in frameworks:
        return Recognised(chosen, said, ())
    framework = frameworks[chosen]
    found = list(readings_of(source, sought_of(framework, own)))
    readings = [one for one in found if isinstance(one, Reading)]
    figures = doubted(settle(readings, framework), framework)
    left_out = [one for one in found if isinstance(one, LeftOut)]
    missing = tuple(_missing(figures, framework)) if figures else ()
    return Recognised(chosen, said, figures, missing, tuple(_once(left_out, figures)))


def _missing(figures: Sequence[Settled], framework: Framework) -> Iterator[str]:
    found = {one.figure for one in figures}
    wanted = ["total", "level", *(one.id for one in framework.instruments)]
    wanted += [f"indicator {one.id}" for one in framework.indicators]
    yield from (name for name in wanted if name not in found)


def _once(left_out: Sequence[LeftOut], figures: Sequence[Settled]) -> Iterator[LeftOut]:
    """Yield each reason once, with its first place; not of a total that stands elsewhere too."""
    total = {one.value for one in figures if one.figure == "total"}
    seen: set[Text] = set()
    for one in left_out:
        if one.why not in seen and not (one.value and one.value in total):
            seen.add(one.why)
            yield one


def readings_of(source: Source, sought: Sought) -> Iterator[Reading | LeftOut]:
    """Yield every figure that a document prints, as often as it does, and what is no such.

    Below a heading of another year or agency nothing counts until one of this; it is told once.
    """
    aside: Aside | None = None
    for block in source.blocks():
        if block[0].is_table:
            yield from in_table(block, sought, aside)
            continue
        for part in _below_headings(block, sought):
            if says_whose(part[0].folded[0], sought):
                aside = aside_of(part[0].folded[0], sought)
            found = _paragraph(part, sought)
            if aside is None:
                yield from found
            elif any(True for _ in found):
                yield LeftOut(part[0].place, aside.why)


def _below_headings(rows: Sequence[Row], sought: Sought) -> Iterator[tuple[Row, ...]]:
    part: list[Row] = []
    for row in rows:
        if part and says_whose(row.folded[0], sought):
            yield tuple(part)
            part = []
        part.append(row)
    yield tuple(part)


def _paragraph(rows: Sequence[Row], sought: Sought) -> Iterator[Reading | LeftOut]:
    """Yield what lines say; what goes on in the next line is seen only where they are joined."""
    joined = list(_sentence(" ".join(row.told[0] for row in rows), rows[0].place, sought))
    taken = {one.value for one in joined if isinstance(one, Reading)}
    others = {one.value for one in joined if isinstance(one, LeftOut)} - taken
    by_line: set[tuple[str, str]] = set()
    for row in rows:
        for one in (
            *coded_line(row, row.folded[0], sought.names, sought.questions),
            *_sentence(row.told[0], row.place, sought),
        ):
            # The line before may say whose a figure is, or that it is the agency's after all.
            if one.value in (taken if isinstance(one, LeftOut) else others):
                continue
            if isinstance(one, Reading):
                by_line.add((one.figure, one.value))
            yield one
    if len(rows) > 1:
        for one in joined:
            if isinstance(one, LeftOut) or (one.figure, one.value) not in by_line:
                yield one


def _sentence(told: str, place: Text, sought: Sought) -> Iterator[Reading | LeftOut]:
    text = thai.arabic(told)
    for found in (indicators_in(told, place, sought.names), instruments_in(told, place)):
        for one in found:
            yield from only_ours((one,), text[: max(0, text.find(one.value))], sought)
    yield from overall_in(told, place, sought)
