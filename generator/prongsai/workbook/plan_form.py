"""The rows of the sheet แผน: what is said once for all measures of a year, and the head of the memorandum. Pure."""

from __future__ import annotations

from prongsai.models.measure import Measures
from prongsai.models.memo import Memo
from prongsai.problems import Text
from prongsai.workbook import forms
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Draft
from prongsai.workbook.nesting import found
from prongsai.workbook.notation import CODES, DAY, TEXT, Notation
from prongsai.workbook.sheet import Column, Look

PLAN_COLUMNS = (
    Column("code", "รหัส", 10, "รหัสของแถว ห้ามแก้", Look.LOCKED),
    Column("label", "รายการ", 34, look=Look.LOCKED),
    Column("value", "ค่า", 60, "กรอกในช่องนี้ ช่องที่ไม่มีข้อมูลให้เว้นว่าง"),
    Column("note", "คำอธิบาย", 70, look=Look.LOCKED),
)


def _row(code: str, label: str, note: str, slot: forms.Slot) -> forms.FormRow:
    return forms.FormRow(code, {"label": label, "note": note}, {"value": slot})


def _memo(
    code: str, key: str, label: str, note: str = "", notation: Notation = TEXT
) -> forms.FormRow:
    return _row(code, f"บันทึกข้อความ: {label}", note, forms.Slot(("memo", key), notation))


PLAN = (
    _row(
        "M1",
        "ปีของผลที่มาตรการตอบ",
        "ปี พ.ศ. สี่หลัก โดยทั่วไปคือปีก่อน ต้องกรอกเมื่อมีมาตรการ",
        forms.Slot(("result_year",), required=True),
    ),
    _row(
        "M2",
        "ตัวชี้วัดที่ทุกมาตรการตอบร่วมกัน",
        "กรอกเมื่อเอกสารบอกไว้ครั้งเดียวสำหรับทุกมาตรการ คั่นด้วยจุลภาค เช่น 4, 9",
        forms.Slot(("indicators",), CODES),
    ),
    _row(
        "M3",
        "วันที่แก้ไขครั้งล่าสุด",
        "เช่น 15 มี.ค. 2568",
        forms.Slot(("updated",), DAY),
    ),
    _row(
        "M4",
        "วันที่รายงานความก้าวหน้า",
        "ผลการดำเนินการนับถึงวันนี้ เช่น 30 ก.ย. 2568",
        forms.Slot(("reported_on",), DAY),
    ),
    _row("M5", "ภาพรวม", "ที่มาของมาตรการ และสิ่งที่ใช้กับทุกมาตรการ", forms.Slot(("overview",))),
    _memo("M6", "office", "ส่วนราชการ", "กรอก M6-M11 เมื่อรายงานผลการดำเนินการเป็นบันทึกข้อความ"),
    _memo("M7", "phone", "โทร."),
    _memo("M8", "reference", "ที่", "เลขที่หนังสือ"),
    _memo("M9", "date", "วันที่", "ใช้เป็นวันที่รายงานความก้าวหน้าเมื่อไม่ได้กรอก M4", DAY),
    _memo("M10", "subject", "เรื่อง"),
    _memo("M11", "to", "เรียน", "ตำแหน่งของผู้รับ เช่น นายก อบต."),
)
_NEEDED = {"office": "ส่วนราชการ (M6)", "subject": "เรื่อง (M10)", "to": "เรียน (M11)"}
"""Without these there is no memorandum."""


def take_form(rows: Rows, draft: Draft) -> None:
    """Take the sheet over into a draft of measures.yml."""
    order = {(): tuple(Measures.model_fields), ("memo",): tuple(Memo.model_fields)}
    forms.read(rows, PLAN, draft, order)
    memo = found(draft.content, ("memo",)) or {}
    for key, name in _NEEDED.items() if any(memo.values()) else ():
        if not memo.get(key):
            message = Text(f"หัวบันทึกข้อความยังไม่มี{name}", f"the memorandum has no {key} yet ({name})")
            draft.tell(draft.place(("memo", key)), message, _ALL_OR_NONE)


_ALL_OR_NONE = Text(
    "กรอกช่องนี้ ถ้าไม่รายงานเป็นบันทึกข้อความ ให้ล้างค่าของแถว M6 ถึง M11",
    "fill it in; if there is no memorandum, clear the values of the rows M6 to M11",
)
