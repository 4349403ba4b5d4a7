"""Which column of a table of scores holds what, by the words at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.recognition.readings import is_number, score_alone
from prongsai.recognition.sought import Sought
from prongsai.recognition.source import Row
from prongsai.recognition.subjects import Subject, names_any, subject_of
from prongsai.recognition.yearwords import years_in


class Holds(StrEnum):
    SCORE = "score"
    INSTRUMENT = "instrument"
    """The score of the instrument, once for all its indicators."""
    LEVEL = "level"
    NUMBERS = "numbers"
    """1, 2, 3 and on: the numbers of the rows."""
    OTHER = "other"
    """Weights, full marks, targets, differences, other years."""
    UNKNOWN = "unknown"


_OUT_OF_HUNDRED = re.compile(r"\(\s*(?:จาก)?\s*(?:คะแนน)?\s*เต็ม\s*100\s*(?:คะแนน|%)?\s*\)")
"""Behind the word for a score it says of what; alone it is a column of full marks."""
_NO_SCORE = re.compile(
    r"น้ำหนัก|ถ่วง|weight|เต็ม|เป้าหมาย|target|เกณฑ์|ลำดับ|อันดับ|ผลต่าง|ส่วนต่าง|แตกต่าง|เพิ่ม|ลด|จำนวน|ค่าคาดหวัง|คาดการณ์|คาดว่า"
    r"|เทียบ|หมายเหตุ|ปีก่อน|ที่ผ่านมา|ที่แล้ว|เดิม|ประเทศ|จังหวัด|อำเภอ|กลุ่ม|สูงสุด|ต่ำสุด|ตนเอง|น้อย|มาก$|มาตรฐาน|เบี่ยงเบน|S\.?\s?D\.?"
    r"|ผู้ตอบ|ประชากร|ตัวอย่าง|ควร|ขาด|หัก|อื่น|ก่อน(?:อุทธรณ์|ทบทวน|ปรับ)",
    re.IGNORECASE,
)
_NUMBERS_ROWS = re.compile(r"(?:ข้อ|ตัวชี้วัด)?\s*(?:ที่)?|ข้อคำถาม(?:ที่)?|no\.?", re.IGNORECASE)
"""The head of a column that numbers the rows."""
_INSTRUMENT = re.compile(r"เครื่องมือ|แบบวัด|แบบตรวจ|IIT|EIT|OIT", re.IGNORECASE)
_SCORE = re.compile(r"คะแนน|ผล|score|ร้อยละ|%", re.IGNORECASE)
_LEVEL = re.compile(r"ระดับ|level|เกรด", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+[.,]\d+\s*%?")
_TITLE = 30
"""Signs from which a cell alone in its row is a title, wherever it stands."""


@dataclass(frozen=True)
class Head:
    """The columns of a table."""

    holds: tuple[Holds, ...]
    words: tuple[str, ...]
    """What stands above each column, over all rows of the head."""
    height: int
    """The rows of the head."""
    width: int
    """The most cells that one of them has."""

    def cells(self, row: Row, of: Holds = Holds.SCORE) -> list[str]:
        """Return what a row has in the columns that hold such."""
        pairs = zip(row.folded, self.holds, strict=False)
        return [cell.strip() for cell, holds in pairs if holds is of and cell.strip()]

    def score_of(self, row: Row, *, of: Holds = Holds.SCORE) -> str:
        """Return the score of a row; empty for none, or where it cannot be told which it is."""
        if self._is_cut(row):
            return ""
        found = {score_alone(cell, shares=True) for cell in self.cells(row, of)} - {""}
        return found.pop() if len(found) == 1 else ""

    def _is_cut(self, row: Row) -> bool:
        """Say whether a comma of decimals may have cut a score in two: 99,29 in a CSV file."""
        cells = [cell.strip() for cell in row.folded]
        return any(
            holds in (Holds.SCORE, Holds.INSTRUMENT)
            and one.isdecimal()
            and len(other) <= 2
            and other.isdecimal()
            and not (at + 1 < len(self.words) and self.words[at + 1] and len(cells) <= self.width)
            for at, (holds, one, other) in enumerate(
                zip(self.holds, cells, [*cells[1:], ""], strict=False)
            )
        )


def head_of(table: Sequence[Row], sought: Sought) -> Head:
    """Return what the columns of a table hold."""
    rows = list(_head_rows(table))
    width = max(len(row.cells) for row in table)
    heads = _spread([row for row in rows if not _is_title(row, width)], width)
    words = tuple(" ".join(filter(None, cells)) for cells in heads)
    holds = [_of_whom(one, holding(one, sought.year), sought) for one in words]
    for at, cells in enumerate(heads):
        if _numbers_rows(table, at) or any(
            cell and _NUMBERS_ROWS.fullmatch(cell) for cell in cells
        ):
            holds[at] = Holds.NUMBERS
    if Holds.SCORE not in holds:
        like_scores = [
            at for at in range(1, width) if holds[at] is Holds.UNKNOWN and _is_scores(table, at)
        ]
        if len(like_scores) == 1:
            holds[like_scores[0]] = Holds.SCORE
    return Head(tuple(holds), words, len(rows), max((len(row.cells) for row in rows), default=0))


def holding(words: str, year: int) -> Holds:
    """Return what a column or a row holds by its heading; `year` is that of the result."""
    words = _OUT_OF_HUNDRED.sub("", words)
    own = years_in(words)
    if _NO_SCORE.search(words) or (own and own != (year,)):
        return Holds.OTHER
    if _INSTRUMENT.search(words) and _SCORE.search(words) and "ตัวชี้วัด" not in words:
        return Holds.INSTRUMENT if "เครื่องมือ" in words else Holds.UNKNOWN
    if _SCORE.search(words) or own:
        return Holds.SCORE
    return Holds.LEVEL if _LEVEL.search(words) else Holds.UNKNOWN


def _of_whom(words: str, holds: Holds, sought: Sought) -> Holds:
    """Return what a column holds whose heading may name the agency, or another one."""
    if holds is Holds.OTHER or not names_any(words, sought.own):
        return holds
    own = subject_of(words, sought.own) is Subject.OWN
    return (Holds.SCORE if holds is Holds.UNKNOWN else holds) if own else Holds.OTHER


def _head_rows(table: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows before the first with a score; numbers below ตัวชี้วัด are part of the head."""
    told = ""
    for row in table:
        # In the first column a whole number is that of the row.
        cells = [cell for at, cell in enumerate(row.folded) if at or "." in cell]
        scored = [cell.strip() for cell in cells if score_alone(cell, shares=True)]
        counts = len(scored) > 2 and scored == [str(n) for n in range(1, len(scored) + 1)]
        # What is over 100 is no score, and yet no heading.
        scored += [cell for cell in cells if _DECIMAL.fullmatch(cell.strip())]
        if scored and not (counts and "ตัวชี้วัด" in told):
            return
        told += row.text
        yield row


def _is_title(row: Row, width: int) -> bool:
    """Say whether a row is the title of the table: one cell, that says nothing of its column."""
    filled = [at for at, cell in enumerate(row.folded) if cell.strip()]
    alone = len(filled) == 1 and width > 1
    return alone and (filled[0] == 0 or len(row.folded[filled[0]]) > _TITLE)


def _spread(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Return the headings of each column; one that reaches over several stands above each of them."""
    heads: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        below = rows[number + 1].folded if number + 1 < len(rows) else ()
        above = ""
        for at, cell in enumerate(row.folded):
            under = bool(below[at].strip()) if at < len(below) else False
            above = cell.strip() if cell.strip() else above if under else ""
            heads[at].append(above)
    return heads


def _numbers_rows(table: Sequence[Row], at: int) -> bool:
    """Say whether the numbers of a column are 1, 2, 3 and on, whatever its head says."""
    cells = [row.folded[at].strip(" .") for row in table if at < len(row.cells)]
    numbers = [cell for cell in cells if cell.isdecimal()]
    return len(numbers) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _is_scores(table: Sequence[Row], at: int) -> bool:
    """Say whether a column without a telling head holds scores: pages have no decimals."""
    cells = [
        row.folded[at].strip() for row in table if at < len(row.cells) and row.folded[at].strip()
    ]
    scores = [score_alone(cell, shares=True) for cell in cells]
    return any("." in cell for cell in cells) and sum(map(bool, scores)) * 2 > len(cells)


def holds_numbers(table: Sequence[Row], at: int) -> bool:
    """Say whether a column has more than one number that could be a score."""
    return sum(is_number(row.folded[at]) for row in table if at < len(row.cells)) > 1
