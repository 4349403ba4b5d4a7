"""The evidence of a year as rows: which item, in which form, and what it shows. Pure."""

from __future__ import annotations

from prongsai.models.codes import item_id
from prongsai.models.disclosure import EvidenceKind
from prongsai.models.framework import Framework
from prongsai.problems import Text
from prongsai.workbook import tables
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.items import item_order, items_written
from prongsai.workbook.nesting import put
from prongsai.workbook.notation import DAY, ELEMENTS, PERIOD, Notation, Units, choice
from prongsai.workbook.renewing import close_draft
from prongsai.workbook.sheet import Choices, Column, Look
from prongsai.workbook.showing import tell_misplaced, tell_strange_elements

FORMS = {
    EvidenceKind.FILE.value: "ไฟล์",
    EvidenceKind.URL.value: "ลิงก์",
    EvidenceKind.TABLE.value: "ตาราง",
    EvidenceKind.IMAGE.value: "ภาพ",
    EvidenceKind.TEXT.value: "ข้อความ",
}
_KNOWN_BY = [
    ("item", "form", "value", "title", "period"),
    ("item", "form", "value"),
    ("item", "title", "period"),
    ("item", "title"),
]
_STAND_IN = "-"
"""Stands for what is missing, so that the rest of the row is judged; it is never written."""


def evidence_columns(items: str) -> tuple[Column, ...]:
    """Return the columns of evidence; `items` is the range with the codes of the items."""
    value = (
        "ไฟล์ ตาราง ภาพ: คัดลอกไฟล์ไปไว้ในโฟลเดอร์ files ของปี แล้วเขียนเช่น files/o7-report.pdf "
        "ลิงก์: ขึ้นต้นด้วย https:// ข้อความ: ข้อมูลนั้นเอง"
    )
    forms = Choices(tuple(FORMS.values()))
    return (
        Column("item", "รหัสข้อ", 10, "เลือกจากรายการ", Look.REQUIRED, Choices(range=items), _ITEM),
        Column("title", "ชื่อหลักฐาน", 44, "ชื่อที่ผู้อ่านเห็น", Look.REQUIRED),
        Column("form", "แบบ", 12, "เลือกจากรายการ", Look.REQUIRED, forms, choice(FORMS)),
        Column(
            "value",
            "ไฟล์ ลิงก์ หรือข้อความ",
            50,
            value,
            Look.REQUIRED,
            paths=tuple((form,) for form in FORMS),
        ),
        Column("alt", "คำบรรยายภาพ", 36, "ต้องกรอกเมื่อแบบเป็นภาพ: ในภาพมีอะไร สำหรับผู้ที่มองไม่เห็นภาพ"),
        Column(
            "shows",
            "องค์ประกอบที่แสดง",
            24,
            "คั่นด้วยจุลภาค เช่น o2-e1, o2-e2 ดูรหัสในแผ่นงาน องค์ประกอบ",
            notation=ELEMENTS,
        ),
        Column("period", "ช่วงเวลาของข้อมูล", 24, "เช่น ต.ค. 67 - มี.ค. 68 หรือ ปี 2567", notation=PERIOD),
        Column("updated", "วันที่ของเอกสาร", 18, "กรอกเมื่อไม่ตรงกับวันที่ปรับปรุงของข้อ", notation=DAY),
        Column("note", "หมายเหตุ", 36, "ข้อสังเกตเกี่ยวกับหลักฐานนี้"),
        Column("review", "กำหนดทบทวน", 18, "วันที่ต้องทบทวนเอกสารนี้ภายใน เว้นว่างได้", notation=DAY),
    )


def _show_item(value: str, units: Units) -> str:
    return value


def _read_item(text: str, old: object, units: Units) -> str:
    return item_id(text)


_ITEM = Notation(_show_item, _read_item)


def evidence_entries(content: Content) -> list[Content]:
    """Return each evidence of the content as its row shows it."""
    return [
        _flat(item, one)
        for item, (_, entry) in items_written(content).items()
        for one in _of_item(entry)
    ]


def _of_item(entry: Content) -> list[Content]:
    evidence = entry.get("evidence")
    return list(evidence) if isinstance(evidence, list) else []


def _flat(item: str, one: Content) -> Content:
    """Return an evidence with its item, and its form and what stands there as two columns."""
    flat: Content = {"item": item}
    for key, value in one.items():
        flat |= {"form": key, "value": value} if key in FORMS else {key: value}
    return flat


def _whole(flat: Content) -> Content:
    entry: Content = {}
    for key, value in flat.items():
        if key == "form":
            entry[value] = flat.get("value", _STAND_IN)
        elif key not in ("item", "value"):
            entry[key] = value
    return entry


def take_evidence(
    rows: Rows, framework: Framework, columns: tuple[Column, ...], draft: Draft
) -> None:
    """Take the rows of evidence over into a draft; those of an item stay in their order."""
    written = items_written(draft.earlier)
    order = item_order(framework, draft.earlier)
    new: dict[str, list[Content]] = {item: [] for item in written}
    asked = [column for column in columns if column.key != "item"]
    entries = evidence_entries(draft.earlier)
    for flat, old, row in tables.read(rows, columns, entries, _KNOWN_BY, draft):
        item = flat.get("item")
        if item is None:
            draft.tell(row["item"].place, *_NO_ITEM)
            continue
        _complete(flat, row, draft)
        tell_strange_elements(flat, old, row, framework, draft)
        tell_misplaced(flat, row, framework, draft)
        key = written.get(item, (item, {}))[0]
        of_item = new.setdefault(item, [])
        where = ("items", key, "evidence", len(of_item))
        draft.places[where] = row["form"].place
        draft.places.setdefault(("items", key), row["item"].place)
        draft.locate(where, asked, row)
        of_item.append(_whole(flat))
    for item in framework.item_by_id:
        draft.places["items", written.get(item, (item, {}))[0], "evidence"] = rows.heading
    for item, evidence in new.items():
        key, entry = written.get(item, (item, {}))
        if evidence != _of_item(entry):
            put(draft.content, ("items", key, "evidence"), evidence or None, order)
        if evidence:
            close_draft(draft, key)


def _complete(flat: Content, row: tables.Row, draft: Draft) -> None:
    """Tell what a form of evidence lacks, in the words of the sheet, and let something stand in."""
    if "form" not in flat:
        draft.tell(row["form"].place, *_NO_FORM)
        flat["form"] = EvidenceKind.TEXT.value
    if "value" not in flat:
        draft.tell(row["value"].place, Text("ต้องมี แต่ยังว่าง", "is required but empty"))
    is_image = flat["form"] == EvidenceKind.IMAGE.value
    if is_image and "alt" not in flat:
        draft.tell(row["alt"].place, *_NO_ALT)
        flat["alt"] = _STAND_IN
    if not is_image and "alt" in flat:
        draft.tell(row["alt"].place, *_STRAY_ALT)
        del flat["alt"]


_NO_ITEM = (
    Text("ต้องมีรหัสข้อ", "the code of the item is required"),
    Text("เลือกจากรายการ เช่น O2", "choose one, such as O2"),
)
_NO_FORM = (
    Text("ยังไม่ได้เลือกแบบของหลักฐาน", "the form of the evidence is not chosen"),
    Text("เลือก ไฟล์ ลิงก์ ตาราง ภาพ หรือ ข้อความ", "choose ไฟล์, ลิงก์, ตาราง, ภาพ or ข้อความ"),
)
_NO_ALT = (
    Text("ภาพต้องมีคำบรรยายภาพ", "a picture needs words for who cannot see it"),
    Text("เขียนว่าในภาพมีอะไร", "write what the picture shows"),
)
_STRAY_ALT = (
    Text("คำบรรยายภาพใช้กับแบบ ภาพ เท่านั้น", "these words go with a picture (ภาพ) only"),
    Text("ล้างช่องนี้ หรือเปลี่ยนแบบเป็น ภาพ", "clear the cell, or choose the form ภาพ"),
)
