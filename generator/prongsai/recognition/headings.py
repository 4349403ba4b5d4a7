"""What the columns of a table of measures hold: agencies name them in many ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from prongsai.recognition.source import Row


class Column(StrEnum):
    INDEX = "index"
    INDICATOR = "indicator"
    TITLE = "title"
    ANALYSIS = "analysis"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    FOLLOW_UP = "follow_up"
    OUTPUTS = "outputs"
    OUTCOMES = "outcomes"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    OTHER = "other"
    """Scores, budgets, remarks: named, so that it is told what is not taken over."""


_KNOWN: Sequence[tuple[Column, re.Pattern[str]]] = tuple(
    (column, re.compile(words, re.IGNORECASE))
    for column, words in (
        (Column.NOT_STARTED, r"ยังไม่(?:ได้)?(?:เริ่ม)?ดำเนินการ|ไม่ได้ดำเนินการ"),
        (Column.IN_PROGRESS, r"อยู่ระหว่าง|กำลังดำเนินการ"),
        (Column.DONE, r"ดำเนินการ(?:เรียบร้อย)?แล้ว|ดำเนินการแล้วเสร็จ|แล้วเสร็จ"),
        (Column.OUTCOMES, r"outcome|ผลลัพธ์|ผลสัมฤทธิ์"),
        (Column.OUTPUTS, r"output|ผลผลิต|^(?:สรุป)?ผล(?:การ)?ดำเนิน(?:การ|งาน)|รายงานผล"),
        (Column.FOLLOW_UP, r"กำกับ|ติดตาม"),
        (Column.RESPONSIBLE, r"รับผิดชอบ|ผู้ที่เกี่ยวข้อง|ผู้เกี่ยวข้อง"),
        (Column.PERIOD, r"ระยะเวลา|ช่วงเวลา|กำหนดเวลา|ห้วงเวลา|ระยะดำเนิน"),
        (Column.ANALYSIS, r"วิเคราะห์|ประเด็น|ข้อบกพร่อง|จุดอ่อน|สภาพปัญหา|ปัญหา"),
        (Column.STEPS, r"ขั้นตอน|วิธีการ|วิธีดำเนิน|แนวทาง(?:การ)?(?:ปฏิบัติ|ดำเนิน|แก้ไข|ปรับปรุง)|รายละเอียด"),
        (Column.INDEX, r"^(?:ลำดับ(?:ที่)?|ที่|no\.?|#)$"),
        (Column.INDICATOR, r"^ตัวชี้วัด(?:ที่)?(?:/.*)?$|^ตัวชี้วัด(?:การประเมิน)?(?:ITA)?$"),
        (Column.OTHER, r"คะแนน|งบประมาณ|หมายเหตุ|น้ำหนัก|เป้าหมาย"),
        (Column.TITLE, r"มาตรการ|โครงการ|กิจกรรม|แนวทาง|การดำเนินการ"),
    )
)
_STATUS = (Column.NOT_STARTED, Column.IN_PROGRESS, Column.DONE)
_BESIDE = (
    *_STATUS,
    *(
        Column.STEPS,
        Column.PERIOD,
        Column.RESPONSIBLE,
        Column.FOLLOW_UP,
        Column.OUTPUTS,
        Column.OUTCOMES,
    ),
)
_LONGEST = 110
"""Signs of a heading; what is longer says something."""


def columns_of(rows: Sequence[Row]) -> tuple[tuple[Column | None, ...], int]:
    """Return what each column of a table of measures holds, and how many rows its head has.

    Nothing and 0 where the first rows are not the head of such a table.
    """
    width = max(len(row.cells) for row in rows)
    found: list[Column | None] = [None] * width
    height = 0
    for row in rows[:3]:
        known = [column_of(cell) for cell in row.folded]
        # A second row of headings stands below cells that reach over both.
        if height and row.cells[0].strip():
            break
        if sum(one is not None for one in known) < min(2, width) or not _is_head(row):
            break
        for at, column in enumerate(known):
            found[at] = column if column and (found[at] is None or height) else found[at]
        height += 1
    is_table = Column.TITLE in found and any(one in found for one in _BESIDE)
    return (tuple(found), height) if is_table else ((), 0)


def column_of(heading: str) -> Column | None:
    """Return what a heading says that its column holds; None for what is no heading known."""
    text = re.sub(r"^[\d.()\s]+", "", heading).replace(" ", "")
    if not text or len(text) > _LONGEST:
        return None
    return next((column for column, words in _KNOWN if words.search(text)), None)


def _is_head(row: Row) -> bool:
    """Say whether every filled cell may be a heading: those of a measure are sentences."""
    filled = [cell for cell in row.folded if cell.strip()]
    return all(len(cell) <= _LONGEST for cell in filled) and sum(map(len, filled)) < 90 * len(
        filled
    )
