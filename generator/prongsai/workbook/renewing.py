"""Items opened as drafts for a new year: what they are to renew, and when they are drafts no more. Pure.

Evidence in the workbook is of this year, whatever an item was opened with: its draft is over, and the
list of what was evidence before, which nothing reads any more, goes with it. The cell with ร่าง need
not be touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai.problems import Text
from prongsai.workbook.cells import CellProblem
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.nesting import found, put
from prongsai.workbook.notation import Notation, Units
from prongsai.workbook.sheet import Column, Look

DRAFT = "draft"
_ADDRESSES = ("file", "url", "table", "image")


def _show(value: Any, units: Units) -> str:
    return "\n".join(map(_named, value if isinstance(value, list) else []))


def _named(one: Content) -> str:
    """Return a piece as a line: its title, the item and the year that it was of, and where it lies."""
    address = next((str(one[form]) for form in _ADDRESSES if one.get(form)), "")
    return f"{one['title']} ({one['item']}/{one['fiscal_year']}) {address}".strip()


RENEW_COLUMN = Column(
    "renew",
    "หลักฐานของปีก่อนที่ต้องทำใหม่",
    60,
    "ไว้ดูว่าปีก่อนแสดงหลักฐานใด ไม่นำเข้า และไม่แสดงบนเว็บไซต์ของปีนี้ กรอกหลักฐานของปีนี้ในแผ่นงาน หลักฐาน",
    Look.LOCKED,
    notation=Notation(_show, lambda text, *_: text),
)


def still_to_renew(entry: Content) -> Any:
    """Return what an item is to renew; None once it has evidence of its own."""
    return None if entry.get("evidence") else entry.get("renew")


def close_draft(draft: Draft, key: str) -> None:
    """Let an item with evidence be a draft no more, if it was one at the export.

    Who made a draft of it in the workbook is told that it cannot be one.
    """
    path = ("items", key, "state")
    if found(draft.content, path) != DRAFT:
        return
    if found(draft.earlier, path) == DRAFT:
        put(draft.content, path, None, {})
        draft.closed.append(key)
        return
    place = draft.place(path)
    hint = Text(
        f"ล้างช่อง {place.cell} หรือลบแถวหลักฐานของข้อนี้",
        f"clear the cell {place.cell}, or delete the rows of its evidence",
    )
    draft.tell(place, _NO_DRAFT, hint)


def remembered(draft: Draft) -> Content:
    """Return the content as the cells of the workbook have it, where ร่าง still stands."""
    content = draft.content
    items = content.get("items", {})
    reopened = {key: {"state": DRAFT, **items[key]} for key in draft.closed}
    return {**content, "items": {**items, **reopened}} if reopened else content


def without_renewals(draft: Draft, after: Draft, now: Content) -> Iterator[CellProblem]:
    """Take what was to renew from the drafts that are closed; yield what is told of each.

    `after` is the file as it will be, `now` as it is. What is no draft there any more is left alone.
    """
    for key in draft.closed:
        if found(now, ("items", key, "state")) != DRAFT:
            continue
        entry = after.content["items"][key]
        renew = entry.get("renew")
        shorter = {name: value for name, value in entry.items() if name != "renew"}
        after.content = {**after.content, "items": {**after.content["items"], key: shorter}}
        yield CellProblem(draft.place(("items", key, "state")), _closed(key, renew))


def _closed(key: str, renew: Any) -> Text:
    listed = "; ".join(_show(renew, Units()).split("\n")) if renew else ""
    message = Text(
        f"{key} มีหลักฐานของปีนี้แล้ว จึงไม่เป็นร่างอีก ไม่ต้องแก้ช่องนี้",
        f"{key} has evidence of this year, so it is a draft no more; leave the cell as it is",
    )
    if not listed:
        return message
    return Text(
        f"{message.th} หลักฐานของปีก่อนที่เลิกเตือน: {listed}",
        f"{message.en}; no longer listed as to be made anew: {listed}",
    )


_NO_DRAFT = Text("เลือกเป็น ร่าง แต่ข้อนี้มีหลักฐานแล้ว", "is made a draft (ร่าง), but the item has evidence")
