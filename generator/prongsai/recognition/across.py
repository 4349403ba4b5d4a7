"""Tables of scores, a figure a column: the rows are years, agencies, or score and weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.problems import Text
from prongsai.recognition.agencies import OwnAgency, skeleton
from prongsai.recognition.columns import Head, Holds, holding
from prongsai.recognition.naming import instrument_in
from prongsai.recognition.overall import is_level_label, is_total_label
from prongsai.recognition.readings import (
    LeftOut,
    Reading,
    indicator_called,
    is_number,
    quoted,
    score_alone,
)
from prongsai.recognition.sought import Sought
from prongsai.recognition.source import Row
from prongsai.recognition.subjects import Subject, names_any, subject_of
from prongsai.recognition.yearwords import year_alone, years_in

_INDICATOR = re.compile(
    r"(?:(?:ตัวชี้วัด|ตชว\.?)\s*(?:ที่)?\s*)?(?P<number>\d{1,2})?\s*[.):-]*\s*(?P<name>\D*)"
)
_QUESTION = re.compile(r"[iIeE]\s?-?\d{1,2}")
_AGENCIES = re.compile(r"หน่วยงาน|อปท|องค์กรปกครอง|เทศบาล|อบต|องค์การบริหาร|^ชื่อ")
_WHOLE = re.compile(r"ITA|รวม|หน่วยงาน|สุทธิ")
_PLACES = {"อำเภอ": re.compile(r"^อำเภอ"), "จังหวัด": re.compile(r"^จังหวัด")}


@dataclass(frozen=True)
class _Column:
    figure: str
    title: str = ""
    doubt: Text | None = None


@dataclass(frozen=True)
class Across:
    """A table whose columns are figures: which, and which column names the agencies of the rows."""

    head: Head
    columns: Mapping[int, _Column]
    by_agency: int | None
    sought: Sought

    @classmethod
    def of(cls, head: Head, body: Sequence[Row], sought: Sought) -> Across | None:
        """Return what a table is, whose rows below its head are these; None for none such."""
        columns = {
            at: column
            for at, words in enumerate(head.words)
            if (column := _column(words, head.holds[at], sought))
        }
        parts = sum(one.figure not in ("total", "level") for one in columns.values())
        by_agency = _agency_column(head, body, sought)
        if parts < 2 and by_agency is None and not _is_by_year(columns, head, body):
            return None
        if by_agency is not None:
            columns |= _of_the_whole(head, columns)
        return cls(head, columns, by_agency, sought)

    def read(self, body: Sequence[Row]) -> Iterator[Reading | LeftOut]:
        """Yield the figures of the one row of the agency and the year, and what is left out."""
        rows = [row for row in body if _numbers(row, self.columns)]
        chosen = rows
        if self.by_agency is not None and rows:
            chosen = [row for row in rows if _is_own(row, self.by_agency, self.head, self.sought)]
            yield from _others(rows, chosen, self.sought)
        labelled = [(row, _label(row, self.columns, self.by_agency)) for row in chosen]
        held = [(row, label, _row_holds(label, self.sought)) for row, label in labelled]
        for row, label, holds in held:
            if holds is Holds.OTHER:
                yield LeftOut(row.place, _not_taken(label))
        scored = [row for row, _, holds in held if holds is Holds.SCORE]
        plain = [row for row, _, holds in held if holds is Holds.UNKNOWN]
        meant = scored or plain
        if len(meant) == 1:
            yield from _row(meant[0], self.columns)
        elif meant:
            yield LeftOut(meant[0].place, _UNCLEAR)


def _column(words: str, holds: Holds, sought: Sought) -> _Column | None:
    """Return the figure that a heading names; None for none, or for that of another year."""
    years = years_in(words)
    if (years and sought.year not in years) or not words:
        return None
    bare = re.sub(r"\(.*?\)", " ", words).strip(" :*-")
    if _QUESTION.fullmatch(bare):
        code = re.sub(r"[\s-]", "", bare).lower()
        return _Column(code) if code in sought.questions else None
    if is_level_label(bare):
        return _Column("level")
    if is_total_label(bare):
        return _Column("total")
    found = _INDICATOR.fullmatch(bare)
    if found and (found["name"] or "ตัวชี้วัด" in bare or "ตชว" in bare):
        number, name = found["number"] or "", found["name"].strip(" .:()-")
        if called := indicator_called(name, number, number, sought.names):
            return _Column(called[0], words if called[1] else "", called[2])
    instrument = instrument_in(words)
    weighs = re.search(r"น้ำหนัก|เต็ม", bare) or holds is Holds.OTHER
    return _Column(instrument) if instrument and not weighs else None


def _is_by_year(columns: Mapping[int, _Column], head: Head, body: Sequence[Row]) -> bool:
    """Say whether each row is a year, and a column clearly the result of the agency as a whole."""
    whole = any(
        column.figure == "total" and _WHOLE.search(head.words[at]) for at, column in columns.items()
    )
    years = [row for row in body if any(year_alone(cell) for cell in row.folded)]
    return whole and len(years) > 1


def _of_the_whole(head: Head, columns: Mapping[int, _Column]) -> dict[int, _Column]:
    """Return the columns of a list of agencies that have the total and the level without saying so."""
    named = {one.figure for one in columns.values()}
    made: dict[int, _Column] = {}
    for figure, holds in (("total", Holds.SCORE), ("level", Holds.LEVEL)):
        at = [n for n, one in enumerate(head.holds) if one is holds and n not in columns]
        if figure not in named and len(at) == 1:
            made[at[0]] = _Column(figure)
    return made


def _agency_column(head: Head, body: Sequence[Row], sought: Sought) -> int | None:
    """Return the column that names the agencies of the rows; None where rows are no agencies."""
    for at, words in enumerate(head.words):
        named = [row for row in body if at < len(row.cells) and _is_agency(row.folded[at], sought)]
        if named and (len(named) > 1 or _AGENCIES.search(words)):
            return at
        if (
            sought.own
            and _AGENCIES.search(words)
            and any(_bare(row, at, sought.own) for row in body)
        ):
            return at
    return None


def _is_agency(cell: str, sought: Sought) -> bool:
    own = sought.own or OwnAgency(())
    return any(one.start < 3 for one in own.mentions(cell))


def _bare(row: Row, at: int, own: OwnAgency) -> bool:
    return at < len(row.cells) and skeleton(row.folded[at]) in own.stems


def _others(rows: Sequence[Row], chosen: Sequence[Row], sought: Sought) -> Iterator[LeftOut]:
    number = len(rows) - len(chosen)
    if not chosen:
        own = sought.own.names[0] if sought.own else ""
        yield LeftOut(
            rows[0].place,
            Text(
                f"ตารางนี้มี {number} หน่วยงาน แต่ไม่พบแถวของ {own or 'หน่วยงาน'}",
                f"this table has {number} agencies, and no row of {own or 'the agency'}",
            ),
        )
    elif number:
        yield LeftOut(
            rows[0].place,
            Text(
                f"ไม่นำเข้า {number} แถวของหน่วยงานอื่นในตารางนี้",
                f"{number} rows of this table are of others, and are not taken over",
            ),
        )


def _is_own(row: Row, at: int, head: Head, sought: Sought) -> bool:
    """Say whether a row is that of the agency: by its kind and name, and its place if that is told."""
    if sought.own is None or at >= len(row.cells):
        return False
    place = "".join(
        f" {word}{row.folded[n].removeprefix(word).strip()}"
        for word, pattern in _PLACES.items()
        for n, words in enumerate(head.words)
        if pattern.search(words) and n < len(row.cells) and row.folded[n].strip()
    )
    cell = row.folded[at].strip()
    kinds = ["", *(one.strip() for n, one in enumerate(row.folded) if n != at)]
    kinds.append(head.words[at])
    return any(
        one.own and not one.elsewhere and one.start == 0
        for kind in kinds
        if kind == "" or len(kind) < 30
        for one in sought.own.mentions(f"{kind}{cell}{place}")
    )


def _label(row: Row, columns: Mapping[int, _Column], by_agency: int | None) -> str:
    """Return what a row says of itself beside its figures."""
    cells = (
        cell.strip()
        for at, cell in enumerate(row.folded)
        if at not in columns and at != by_agency and cell.strip()
    )
    return " ".join(cell for cell in cells if not _is_count(cell))


def _is_count(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}[.)]?|\d+\.\d+", cell))


def _row_holds(label: str, sought: Sought) -> Holds:
    if alone := year_alone(label):
        return Holds.SCORE if alone == sought.year else Holds.OTHER
    if names_any(label, sought.own) and subject_of(label, sought.own) is not Subject.OWN:
        return Holds.OTHER
    return holding(label, sought.year)


def _numbers(row: Row, columns: Mapping[int, _Column]) -> bool:
    return any(is_number(row.folded[at]) for at in columns if at < len(row.cells))


def _row(row: Row, columns: Mapping[int, _Column]) -> Iterator[Reading | LeftOut]:
    for at, column in columns.items():
        cell = row.folded[at].strip() if at < len(row.cells) else ""
        value = cell if column.figure == "level" else score_alone(cell, shares=True)
        if value:
            quote = quoted(row.text)
            yield Reading(column.figure, value, row.place, quote, column.title, column.doubt)
        elif any(map(str.isdecimal, cell)):
            yield LeftOut(row.place, _not_read(cell))


def _not_read(cell: str) -> Text:
    return Text(f"อ่านคะแนนในช่อง '{cell}' ไม่ได้", f"the cell '{cell}' cannot be read as a score")


def _not_taken(label: str) -> Text:
    shown = quoted(label)
    return Text(f"ไม่นำเข้าแถว '{shown}'", f"the row '{shown}' is not taken over")


_UNCLEAR = Text(
    "ตารางนี้ไม่บอกชัดว่าแถวใดเป็นคะแนนของปีและหน่วยงานนี้",
    "which row of this table has the scores of the year and the agency is not clear",
)
