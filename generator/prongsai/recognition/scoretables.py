"""Tables of scores, a figure a row: what each row says, and what of the table is not taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.problems import Text
from prongsai.recognition.across import Across
from prongsai.recognition.columns import Head, Holds, head_of, holds_numbers
from prongsai.recognition.naming import Names, instrument_in
from prongsai.recognition.overall import is_level_label, is_total_label, overall_in
from prongsai.recognition.readings import (
    LeftOut,
    Reading,
    code_of,
    indicator_called,
    indicators_in,
    is_number,
    quoted,
)
from prongsai.recognition.sections import Aside, aside_of, has_scores, parts_of, says_whose
from prongsai.recognition.sought import Sought
from prongsai.recognition.source import Row

_NUMBERED = re.compile(
    r"(?:ตัวชี้วัด(?:ที่)?\s*(?P<official>\d{1,2})(?![\d.])|(?P<index>\d{1,2})\s*[.)])?\s*[.):-]*\s*(?P<name>\D+)$"
)
_WHOLE = re.compile(r"ITA|ภาพรวม|หน่วยงาน|ทั้งหมด|ทุกเครื่องมือ|สุทธิ")
"""Words that make a sum that of the agency, wherever it stands."""

_NO_TITLE = Text(
    "แถวนี้และแถวเช่นนี้มีเลขข้อ O แต่ชื่อข้อไม่มีหรือไม่ตรงกับกรอบของปีนี้ (เลขข้อเปลี่ยนทุกปี)",
    "this row and those like it bear the number of an item without the title that it has this year "
    "(numbers change every year)",
)

Figure = tuple[str, str, Text | None]
"""Its name among results, its title where that is printed with another number, and a doubt."""


def in_table(
    table: Sequence[Row], sought: Sought, above: Aside | None
) -> Iterator[Reading | LeftOut]:
    """Yield what a table says of the agency in the year.

    Headings within it may give parts to others; `above` is what those above it say. A list of
    agencies may be a province's: its rows say whose they are.
    """
    head = head_of(table, sought)
    for heading, rows in parts_of(table):
        body = rows[head.height :] if rows[0] is table[0] else rows
        aside = aside_of(heading, sought) if says_whose(heading, sought) else above
        across = Across.of(head, body, sought)
        if aside and (aside.never_ours or not (across and across.by_agency is not None)):
            if any(has_scores(row) for row in rows):
                yield LeftOut(rows[0].place, aside.why)
        elif across:
            yield from across.read(body)
        else:
            yield from _by_rows(heading, rows, head, sought)


def _by_rows(
    heading: str, table: Sequence[Row], head: Head, sought: Sought
) -> Iterator[Reading | LeftOut]:
    known: list[Row] = []
    figures: set[str] = set()
    for row in table:
        about = figure_of(row, sought)
        for one in _row(row, head, about, sought):
            is_total = isinstance(one, Reading) and one.figure == "total"
            if is_total and _sums_up_a_part(row, heading, figures, sought):
                yield LeftOut(row.place, _of_a_part(row), one.value)
            else:
                yield one
        if about and (score := head.score_of(row, of=Holds.INSTRUMENT)):
            yield Reading(f"of {about[0]}", score, row.place, quoted(row.text))
        if about:
            known.append(row)
            figures.add(about[0])
    if known:
        yield from _columns_left_out(known, head)


def _sums_up_a_part(row: Row, heading: str, figures: set[str], sought: Sought) -> bool:
    """Say whether a row that sums up stands below some of the instruments only."""
    if _WHOLE.search(row.text):
        return False
    numbers = [int(one.split()[1]) for one in figures if one.startswith("indicator")]
    above = {sought.instruments.get(number, "") for number in numbers}
    whole = above >= set(sought.instruments.values())
    return not whole and bool(figures or instrument_in(heading))


def _of_a_part(row: Row) -> Text:
    shown = quoted(row.text)
    return Text(
        f"'{shown}' อาจเป็นคะแนนรวมของบางเครื่องมือ ไม่ใช่ของหน่วยงาน",
        f"'{shown}' may sum up one instrument, and not the agency",
    )


def _columns_left_out(rows: Sequence[Row], head: Head) -> Iterator[LeftOut]:
    """Yield the columns of numbers that are not taken over, one line each."""
    place = rows[0].place
    for at, (holds, words) in enumerate(zip(head.holds, head.words, strict=True)):
        if at and words and holds is Holds.OTHER and holds_numbers(rows, at):
            shown = quoted(words)
            yield LeftOut(
                place,
                Text(f"ไม่นำเข้าคอลัมน์ '{shown}'", f"the column '{shown}' is not taken over"),
            )
    if Holds.SCORE not in head.holds and any(
        holds is Holds.UNKNOWN and at and holds_numbers(rows, at)
        for at, holds in enumerate(head.holds)
    ):
        yield LeftOut(
            place,
            Text(
                "ตารางนี้ไม่บอกชัดว่าคอลัมน์ใดเป็นคะแนน",
                "which column of this table has the scores is not clear",
            ),
        )


def _row(row: Row, head: Head, about: Figure | None, sought: Sought) -> Iterator[Reading | LeftOut]:
    """Yield what a row of a table says: of a question or an item, an indicator, or the whole."""
    score, quote = head.score_of(row), quoted(row.text)
    inside = [one for cell in row.told for one in indicators_in(cell, row.place, sought.names)]
    if about and about[0].startswith("indicator") and inside:
        about = None
    if about and score:
        figure, title, doubt = about
        yield Reading(figure, score, row.place, quote, title, doubt)
    elif about:
        yield from _unread(row, head)
    else:
        if score and code_of(row.folded, None, sought.questions):
            yield LeftOut(row.place, _NO_TITLE)
        yield from inside
        yield from _labelled(row, "" if inside else score, head, sought.names)
        # The cells before it say whose a figure is.
        yield from overall_in(" | ".join(row.told), row.place, sought)


def _unread(row: Row, head: Head) -> Iterator[LeftOut]:
    """Yield that a row has numbers where the score should be, and which it is cannot be told."""
    cells = [cell for cell in head.cells(row) if any(map(str.isdecimal, cell))]
    if cells:
        shown = " | ".join(cells)
        yield LeftOut(
            row.place,
            Text(
                f"อ่านคะแนนไม่ได้ว่า '{shown}' คือเท่าใด: {quoted(row.text)}",
                f"which score '{shown}' is cannot be told: {quoted(row.text)}",
            ),
        )


def figure_of(row: Row, sought: Sought) -> Figure | None:
    """Return the indicator, the question or the item that a row is about."""
    if code := code_of(row.folded, sought.names, sought.questions):
        return code, "", None
    return _called(row, sought.names)


def _called(row: Row, names: Names) -> Figure | None:
    """Return the indicator that a row is about, by a cell of its own or a number and a name."""
    number = ""
    for cell, told in zip(row.folded, row.told, strict=True):
        text = cell.strip()
        if text.strip(".").isdecimal() and len(text) <= 3:
            number = text.strip(".")
            continue
        if not text or is_number(text) or _names_an_instrument(text):
            continue
        found = _NUMBERED.match(text)
        if not found:
            return None
        official, name = found["official"], found["name"].strip(" .:*")
        called = indicator_called(name, official, official or found["index"] or number, names)
        return (called[0], told.strip() if called[1] else "", called[2]) if called else None
    return None


def _names_an_instrument(text: str) -> bool:
    return bool(instrument_in(text)) and "ตัวชี้วัด" not in text


def _labelled(row: Row, score: str, head: Head, names: Names) -> Iterator[Reading]:
    """Yield what the first words of a row call the total, the level or an instrument."""
    filled = [(at, cell.strip()) for at, cell in enumerate(row.folded) if cell.strip()]
    words = [(at, cell) for at, cell in filled if not is_number(cell)]
    label = words[0][1] if words else ""
    beside = [cell for at, cell in words[1:] if cell not in names.levels]
    told = [cell for at, cell in words[1:] if head.holds[at] in (Holds.LEVEL, Holds.OTHER)]
    if set(beside) - set(told):
        return  # more words make it the score of what they say
    levels = {at: cell for at, cell in words[1:] if cell in names.levels}
    # Of several, the one in the column of the year.
    meant = {cell for at, cell in levels.items() if head.holds[at] is Holds.SCORE} or {
        *levels.values()
    }
    if is_level_label(label) and len(meant) == 1:
        yield Reading("level", meant.pop(), row.place, quoted(row.text))
    figure = "total" if is_total_label(label) else instrument_in(label)
    if figure and score:
        yield Reading(figure, score, row.place, quoted(row.text))
