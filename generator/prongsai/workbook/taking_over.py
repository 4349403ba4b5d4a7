"""What is told of a workbook that is older than the content: what both changed, and what was kept. Pure."""

from __future__ import annotations

from prongsai.problems import Text
from prongsai.workbook.cells import CellProblem
from prongsai.workbook.merging import Difference

_LONGEST = 60
_NOTHING = Text("ว่าง", "empty")


def conflict(found: Difference) -> CellProblem:
    """Return the problem of a value that the workbook and the content both changed since the export."""
    typed, now = _told(found.typed), _told(found.now)
    message = Text(
        f"ช่องนี้ถูกแก้ทั้งในสมุดงาน ({typed.th}) และในเนื้อหาเว็บไซต์หลังส่งออก ({now.th})",
        f"was changed in the workbook ({typed.en}) and since the export in the content too ({now.en})",
    )
    settled = Text(f"ใส่ {now.th} ใน", f"write {now.en} in") if found.now else Text("ล้าง", "clear")
    hint = Text(
        f"ถ้าเนื้อหาถูก ให้{settled.th}ช่องนี้ ถ้าสมุดงานถูก ให้ส่งออกไฟล์ใหม่ด้วย prongsai workbook export "
        f"แล้วแก้เป็น {typed.th} ในไฟล์ใหม่",
        f"if the content is right, {settled.en} the cell; if the workbook is, export a new one with "
        f"prongsai workbook export and make it {typed.en} there",
    )
    return CellProblem(found.place, message, hint)


def kept(found: Difference) -> CellProblem:
    """Return what is told of a value that is newer in the content than in the workbook."""
    typed, now = _told(found.typed), _told(found.now)
    message = Text(
        f"เนื้อหาเว็บไซต์ใหม่กว่าสมุดงาน คง {now.th} ไว้ (ในสมุดงาน {typed.th})",
        f"the content is newer than the workbook: {now.en} stays (the workbook has {typed.en})",
    )
    return CellProblem(found.place, message)


def _told(text: str) -> Text:
    line = " ".join(text.split())
    short = f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line
    return Text(f"'{short}'", f"'{short}'") if short else _NOTHING
