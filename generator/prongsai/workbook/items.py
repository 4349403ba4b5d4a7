"""The items of a year as rows: who keeps each, since when, the way to it, and what was declared. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.codes import item_id
from prongsai.models.disclosure import Disclosure, Disclosures
from prongsai.models.framework import Framework
from prongsai.problems import InvalidValueError, Text
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.nesting import Path, put
from prongsai.workbook.notation import DAY, UNIT, choice
from prongsai.workbook.parts import UNIT_CHOICES
from prongsai.workbook.renewing import DRAFT, RENEW_COLUMN, still_to_renew
from prongsai.workbook.sheet import Choices, Column, Look
from prongsai.workbook.tables import Row

DECLARATIONS = {
    "nothing_to_report": "ไม่มีเรื่องที่ต้องรายงาน",
    "not_applicable": "ไม่เกี่ยวข้อง",
}
STATES = {DRAFT: "ร่าง", **DECLARATIONS}
_DECLARED = {"reason": "เหตุผล", "by": "ผู้แจ้ง", "on": "วันที่แจ้ง"}
_READ_ONLY = ("item", "title", "renew")
_OF_DECLARATIONS = "กรอกเมื่อเลือกสถานะที่แจ้ง"


def item_columns() -> tuple[Column, ...]:
    """Return the columns of the items."""
    state = (
        "เว้นว่างเมื่อข้อนี้มีหลักฐานหรือยังไม่มี เลือกเมื่อไม่มีเรื่องที่ต้องรายงาน หรือข้อนี้ไม่เกี่ยวข้องกับหน่วยงาน "
        "ร่าง คือข้อที่เปิดไว้สำหรับปีใหม่และยังไม่มีข้อมูลของปีนี้ เมื่อกรอกหลักฐานแล้วนำเข้า ระบบเลิกสถานะร่างให้เอง"
    )
    return (
        Column("item", "รหัสข้อ", 10, "รหัสของข้อ ห้ามแก้", Look.LOCKED),
        Column("title", "ชื่อข้อ", 50, "ชื่อทางการตามกรอบการประเมินของปี", Look.LOCKED),
        Column("responsible", "ผู้รับผิดชอบ", 22, "เลือกจากรายการ", choices=UNIT_CHOICES, notation=UNIT),
        Column("updated", "วันที่ปรับปรุง", 18, "เช่น 15 มี.ค. 2568 หรือ 15/3/2568", notation=DAY),
        Column("explanation", "คำอธิบาย (ทางไปสู่ข้อมูล)", 50, "เช่น หน้าหลัก > ข้อมูลหน่วยงาน > ผู้บริหาร"),
        Column(
            "state",
            "สถานะที่แจ้ง",
            24,
            state,
            choices=Choices(tuple(STATES.values())),
            notation=choice(STATES),
            paths=(("state",), *((key,) for key in DECLARATIONS)),
        ),
        Column("reason", _DECLARED["reason"], 40, _OF_DECLARATIONS, paths=_within("reason")),
        Column("by", _DECLARED["by"], 24, f"{_OF_DECLARATIONS} เป็นตำแหน่ง", paths=_within("by")),
        Column("on", _DECLARED["on"], 18, _OF_DECLARATIONS, notation=DAY, paths=_within("on")),
        Column("note", "หมายเหตุ", 40, "ข้อสังเกตเกี่ยวกับข้อนี้"),
        Column("review", "กำหนดทบทวน", 18, "วันที่ต้องทบทวนข้อนี้ภายใน เว้นว่างได้", notation=DAY),
        RENEW_COLUMN,
    )


def _within(key: str) -> tuple[tuple[str, ...], ...]:
    return tuple((state, key) for state in DECLARATIONS)


def item_entries(framework: Framework, content: Content) -> list[Content]:
    """Return each item of the framework as its row shows it."""
    written = {item: entry for item, (_, entry) in items_written(content).items()}
    return [
        {
            "item": item.id,
            "title": item.title.th,
            **_flat(written.get(item.id, {})),
            "renew": still_to_renew(written.get(item.id, {})),
        }
        for item in framework.items
    ]


def items_written(content: Content) -> dict[str, tuple[str, Content]]:
    """Return by code the key and the entry of each item that the content has."""
    items = content.get("items")
    found: dict[str, tuple[str, Content]] = {}
    for key, entry in items.items() if isinstance(items, dict) else ():
        try:
            found[item_id(key)] = (str(key), entry if isinstance(entry, dict) else {})
        except InvalidValueError:
            continue
    return found


def item_order(framework: Framework, content: Content) -> dict[Path, tuple[str, ...]]:
    """Return the order of the items, and of the keys of each, as they are written."""
    keys = {*framework.item_by_id, *(key for key, _ in items_written(content).values())}
    order: dict[Path, tuple[str, ...]] = {
        ("items", key): tuple(Disclosure.model_fields) for key in sorted(keys)
    }
    return {(): tuple(Disclosures.model_fields), ("items",): tuple(framework.item_by_id), **order}


def _flat(entry: Content) -> Content:
    """Return an item with its declaration as columns."""
    flat = {k: v for k, v in entry.items() if k not in DECLARATIONS}
    for state in DECLARATIONS:
        if isinstance(entry.get(state), dict):
            flat |= {"state": state, **entry[state]}
    return flat


def _whole(flat: Content) -> Content:
    declared = {key: flat[key] for key in _DECLARED if key in flat}
    entry: Content = {}
    for key, value in flat.items():
        if key == "state" and value in DECLARATIONS:
            entry[value] = declared
        elif key not in _DECLARED:
            entry[key] = value
    return entry


def take_items(rows: Rows, framework: Framework, columns: tuple[Column, ...], draft: Draft) -> None:
    """Take the rows of the items over into a draft."""
    written = items_written(draft.earlier)
    given = dict(_by_item(rows, framework, draft))
    asked = [column for column in columns if column.key not in _READ_ONLY]
    order = item_order(framework, draft.earlier)
    for item in framework.item_by_id:
        key, entry = written.get(item, (item, {}))
        if item not in given:
            if set(entry) - {"evidence"}:
                message = Text(f"ไม่พบแถวของข้อ {item}", f"the row of {item} is missing")
                draft.tell(rows.heading, message, _ROW_BACK)
            continue
        row = given[item]
        old = _flat(entry)
        new = old if draft.leaves_out(row) else draft.entry(asked, row, old)
        if new != old:
            put(draft.content, ("items", key), _whole(new) or None, order)
        _check(new, row, draft)
        draft.places["items", key] = row["state"].place
        draft.locate(("items", key), asked, row)


def _by_item(rows: Rows, framework: Framework, draft: Draft) -> Iterator[tuple[str, Row]]:
    seen: set[str] = set()
    for row in rows.rows:
        cell = row["item"]
        try:
            item = item_id(cell.text)
        except InvalidValueError as error:
            draft.tell(cell.place, error.message, error.hint)
            continue
        if item not in framework.item_by_id:
            message = Text(f"ปีนี้ไม่มีข้อ {item}", f"the year has no item {item}")
            draft.tell(cell.place, message, Text("ใส่รหัสเดิมกลับ", "put its code back"))
        elif item in seen:
            message = Text(f"ข้อ {item} มีมากกว่าหนึ่งแถว", f"{item} has more than one row")
            draft.tell(cell.place, message, Text("เหลือไว้แถวเดียว", "keep one of them"))
        else:
            seen.add(item)
            yield item, row


def _check(new: Content, row: Row, draft: Draft) -> None:
    """Tell what a declaration lacks, and of reasons without one: nothing in the content could hold them."""
    place, state = row["state"].place, new.get("state")
    if state in DECLARATIONS:
        for key, name in _DECLARED.items():
            if key not in new:
                message = Text(
                    f"เลือก '{STATES[state]}' แล้ว แต่ยังไม่มี{name}",
                    f"'{STATES[state]}' is chosen, but {name} is empty",
                )
                hint = Text(
                    f"กรอก{name} หรือล้างสถานะที่แจ้ง (ช่อง {place.cell})",
                    f"fill in {name}, or clear the state (cell {place.cell})",
                )
                draft.tell(row[key].place, message, hint)
    elif any(key in new for key in _DECLARED):
        draft.tell(place, *_NOTHING_DECLARED)


_NOTHING_DECLARED = (
    Text("มีเหตุผลหรือผู้แจ้ง แต่ยังไม่ได้เลือกสถานะที่แจ้ง", "a reason is given, but nothing is declared"),
    Text(
        "เลือก ไม่มีเรื่องที่ต้องรายงาน หรือ ไม่เกี่ยวข้อง ในช่องนี้ หรือล้างเหตุผล ผู้แจ้ง และวันที่แจ้ง",
        "choose ไม่มีเรื่องที่ต้องรายงาน or ไม่เกี่ยวข้อง here, or clear เหตุผล, ผู้แจ้ง and วันที่แจ้ง",
    ),
)
_ROW_BACK = Text(
    "ใส่แถวนั้นกลับ ถ้าต้องการลบค่าให้ล้างเฉพาะช่อง ไม่ใช่ลบทั้งแถว",
    "put the row back; to take a value away clear its cell, not the row",
)
