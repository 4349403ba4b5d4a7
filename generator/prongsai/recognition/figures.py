"""The announced figures of a document: all its readings, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.models.framework import Framework
from prongsai.problems import Text
from prongsai.recognition.columns import Head, Holds, head_of
from prongsai.recognition.naming import Names, instrument_in, names_of
from prongsai.recognition.overall import is_level_label, is_total_label, overall_in
from prongsai.recognition.readings import (
    Reading,
    code_of,
    coded_line,
    indicator_called,
    indicators_in,
    instruments_in,
    quoted,
)
from prongsai.recognition.settling import Settled, settle
from prongsai.recognition.source import Row, Source
from prongsai.recognition.years import YearSaid, is_of_another_year, result_year, years_said

_NUMBERED = re.compile(
    r"(?:ตัวชี้วัด(?:ที่)?\s*(?P<official>\d{1,2})(?![\d.])|(?P<index>\d{1,2})\s*[.)])?\s*[.):-]*\s*(?P<name>\D+)$"
)


@dataclass(frozen=True)
class Recognised:
    """What a document was found to announce."""

    year: int | None
    """The fiscal year of the result; None where the document does not settle it."""
    years: tuple[YearSaid, ...]
    figures: tuple[Settled, ...]
    """In the order of results: total, level, change, instruments, indicators, questions, items."""

    @property
    def certain(self) -> tuple[Settled, ...]:
        return tuple(one for one in self.figures if one.value is not None)


def recognise(
    source: Source, frameworks: Mapping[int, Framework], year: int | None = None
) -> Recognised:
    """Return what a document says of the result of a year; `year` where the reader knows it better."""
    said = years_said(source, frameworks)
    chosen = year if year is not None else result_year(said)
    if chosen is None or chosen not in frameworks:
        return Recognised(chosen, said, ())
    framework = frameworks[chosen]
    readings = list(readings_of(source, framework))
    return Recognised(chosen, said, settle(readings, framework))


def readings_of(source: Source, framework: Framework) -> Iterator[Reading]:
    """Yield every figure that a document prints, as often as it does."""
    names = names_of(framework)
    questions = frozenset(framework.question_by_id)
    for rows in source.paragraphs():
        if not rows[0].is_table:
            yield from _paragraph(rows, framework.fiscal_year, names, questions)
    for caption, table in source.tables():
        if not is_of_another_year(caption, framework.fiscal_year):
            yield from _table(table, framework.fiscal_year, names, questions)


def _paragraph(
    rows: Sequence[Row], year: int, names: Names, questions: frozenset[str]
) -> Iterator[Reading]:
    """Yield what lines say; what goes on in the next line is seen only where they are joined."""
    by_line: set[tuple[str, str]] = set()
    for row in rows:
        found = [
            *coded_line(row, row.folded[0], names, questions),
            *_sentence(row.told[0], row.place, year, names),
        ]
        by_line |= {(one.figure, one.value) for one in found}
        yield from found
    if len(rows) > 1:
        text = " ".join(row.told[0] for row in rows)
        for one in _sentence(text, rows[0].place, year, names):
            if (one.figure, one.value) not in by_line:
                yield one


def _sentence(told: str, place: Text, year: int, names: Names) -> Iterator[Reading]:
    yield from indicators_in(told, place, names)
    yield from instruments_in(told, place)
    yield from overall_in(told, place, names, year)


def _table(
    table: Sequence[Row], year: int, names: Names, questions: frozenset[str]
) -> Iterator[Reading]:
    head = head_of(table, year)
    for row in table:
        found = list(_row(row, head, year, names, questions))
        yield from found
        figure = next((one.figure for one in found if one.figure.startswith("indicator")), "")
        if figure and (score := head.score_of(row, of=Holds.INSTRUMENT)):
            yield Reading(f"of {figure}", score, row.place, quoted(row.text))


def _row(
    row: Row, head: Head, year: int, names: Names, questions: frozenset[str]
) -> Iterator[Reading]:
    """Yield what a row of a table says: of a question or an item, an indicator, or the whole."""
    score, quote = head.score_of(row), quoted(row.text)
    if code := code_of(row.folded, names, questions):
        yield from [Reading(code, score, row.place, quote)] if score else []
        return
    inside = [one for cell in row.told for one in indicators_in(cell, row.place, names)]
    yield from inside
    called = _called(row, names) if score and not inside else None
    if called:
        figure, title, doubt = called
        yield Reading(figure, score, row.place, quote, title, doubt)
        return
    yield from _labelled(row, "" if inside else score, names)
    for cell in row.told:
        yield from overall_in(cell, row.place, names, year)


def _labelled(row: Row, score: str, names: Names) -> Iterator[Reading]:
    """Yield what the first words of a row call the total, the level or an instrument."""
    label = next((cell for cell in row.folded if cell.strip() and not cell.strip().isdecimal()), "")
    value = ""
    if is_level_label(label):
        value = next((cell.strip() for cell in row.folded if cell.strip() in names.levels), "")
    figure = "level" if value else "total" if is_total_label(label) else instrument_in(label)
    if figure and (value or score):
        yield Reading(figure, value or score, row.place, quoted(row.text))


def _called(row: Row, names: Names) -> tuple[str, str, Text | None] | None:
    """Return the indicator that a row is about, by a cell of its own or a number and a name."""
    number = ""
    for cell, told in zip(row.folded, row.told, strict=True):
        text = cell.strip()
        if text.isdecimal() and len(text) <= 2:
            number = text
            continue
        found = _NUMBERED.match(text)
        if not found:
            return None
        official, name = found["official"], found["name"].strip(" .:*")
        called = indicator_called(name, official, official or found["index"] or number, names)
        return (called[0], told.strip() if called[1] else "", called[2]) if called else None
    return None
