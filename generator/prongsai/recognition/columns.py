"""Which column of a table of scores holds what, by the words at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from prongsai.recognition.readings import score_alone
from prongsai.recognition.source import Row


class Holds(StrEnum):
    SCORE = "score"
    INSTRUMENT = "instrument"
    """The score of the instrument, once for all its indicators."""
    LEVEL = "level"
    OTHER = "other"
    """Weights, full marks, targets, differences, other years."""
    UNKNOWN = "unknown"


_NO_SCORE = re.compile(
    r"น้ำหนัก|เต็ม|เป้าหมาย|เกณฑ์|ลำดับ|อันดับ|ผลต่าง|ส่วนต่าง|เพิ่ม|ลด|จำนวน|ค่าคาดหวัง|เปรียบเทียบ|หมายเหตุ"
    r"|ปีก่อน|ที่ผ่านมา|ที่แล้ว|เดิม|ประเทศ|จังหวัด|กลุ่ม|สูงสุด|ต่ำสุด|ตนเอง|น้อย|มาก$"
)
_NUMBERS_ROWS = re.compile(r"(?:ข้อ|ตัวชี้วัด)?\s*(?:ที่)?|ข้อคำถาม(?:ที่)?|no\.?", re.IGNORECASE)
"""The head of a column that numbers the rows."""
_INSTRUMENT = re.compile(r"เครื่องมือ|แบบวัด|แบบตรวจ|IIT|EIT|OIT", re.IGNORECASE)
_SCORE = re.compile(r"คะแนน|ผล|score|ร้อยละ", re.IGNORECASE)
_LEVEL = re.compile(r"ระดับ|level", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)|(?:ปี|พ\.ศ\.)\s*(\d\d)(?!\d)")


@dataclass(frozen=True)
class Head:
    """The columns of a table."""

    holds: tuple[Holds, ...]

    def score_of(self, row: Row, *, of: Holds = Holds.SCORE) -> str:
        """Return the score of a row; empty for none, or where it cannot be told which it is."""
        cells = zip(row.folded, self.holds, strict=False)
        found = {score_alone(cell, shares=True) for cell, holds in cells if holds is of} - {""}
        return found.pop() if len(found) == 1 else ""


def head_of(table: Sequence[Row], year: int) -> Head:
    """Return what the columns of a table hold; `year` is that of the result."""
    width = max(len(row.cells) for row in table)
    heads: list[list[str]] = [[] for _ in range(width)]
    for row in takewhile(lambda row: not any(map(score_alone, row.folded[1:])), table):
        # A cell alone in its row is the title of the table, and says nothing of its column.
        if width == 1 or sum(map(bool, row.folded)) > 1:
            for at, cell in enumerate(row.folded):
                heads[at].append(cell.strip())
    words = [" ".join(filter(None, cells)) for cells in heads]
    years = [_year(one) for one in words]
    holds = [_holds(one, years[at], years, year) for at, one in enumerate(words)]
    for at, cells in enumerate(heads):
        if _numbers_rows(table, at) or any(
            cell and _NUMBERS_ROWS.fullmatch(cell) for cell in cells
        ):
            holds[at] = Holds.OTHER
    if Holds.SCORE not in holds:
        like_scores = [
            at for at in range(1, width) if holds[at] is Holds.UNKNOWN and _is_scores(table, at)
        ]
        if len(like_scores) == 1:
            holds[like_scores[0]] = Holds.SCORE
    return Head(tuple(holds))


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
    scores = [score_alone(cell) for cell in cells]
    return any("." in score for score in scores) and sum(map(bool, scores)) * 2 > len(cells)


def _holds(words: str, own: int | None, years: Sequence[int | None], year: int) -> Holds:
    if _NO_SCORE.search(words) or (own and own != year and year in years):
        return Holds.OTHER
    if _INSTRUMENT.search(words) and _SCORE.search(words) and "ตัวชี้วัด" not in words:
        return Holds.INSTRUMENT if "เครื่องมือ" in words else Holds.UNKNOWN
    if _SCORE.search(words) or own == year:
        return Holds.SCORE if own in (None, year) else Holds.OTHER
    return Holds.LEVEL if _LEVEL.search(words) else Holds.UNKNOWN


def _year(words: str) -> int | None:
    found = _YEAR.search(words)
    if not found:
        return None
    return int(found[1]) if found[1] else 2500 + int(found[2])
