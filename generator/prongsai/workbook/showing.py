"""What a row of evidence names: elements of its item, and a document of its year. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.models.codes import element_id
from prongsai.models.disclosure import EvidenceKind
from prongsai.models.evidencepath import misplaced
from prongsai.models.framework import Framework
from prongsai.models.site import Year
from prongsai.problems import InvalidValueError, Text, did_you_mean
from prongsai.workbook.cells import CellProblem
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.tables import Row

FILES = (EvidenceKind.FILE.value, EvidenceKind.TABLE.value, EvidenceKind.IMAGE.value)
"""The forms of evidence that are a document, named by its path below the folder of the year."""


def tell_strange_elements(
    flat: Content, old: Content, row: Row, framework: Framework, draft: Draft
) -> None:
    """Tell of elements that were typed and that the item does not have; they can only be slips."""
    item = framework.item_by_id.get(flat["item"])
    before = set(map(_code, old.get("shows") or ()))
    typed = dict.fromkeys(map(_code, flat.get("shows") or ()))
    known = [element.id for element in item.elements.list] if item else []
    strange = [code for code in typed if code not in known and code not in before]
    if item and strange:
        listed = ", ".join(strange)
        message = Text(
            f"ข้อ {item.id} ปี {framework.fiscal_year} ไม่มีองค์ประกอบ {listed}",
            f"{item.id} of FY{framework.fiscal_year} has no element {listed}",
        )
        draft.tell(row["shows"].place, message, _cure(strange[0], known, framework))


def _code(written: object) -> str:
    try:
        return element_id(written)
    except InvalidValueError:
        return str(written)


def _cure(code: str, known: list[str], framework: Framework) -> Text:
    if not known:
        return _NONE_KNOWN
    owner = next((i.id for i in framework.items if code in [e.id for e in i.elements.list]), "")
    if not owner:
        near = did_you_mean(code, known)
        return Text(f"{near.th} {_LOOK.th}", f"{near.en} {_LOOK.en}")
    listed = ", ".join(known)
    return Text(
        f"{code} เป็นองค์ประกอบของข้อ {owner} แก้รหัสข้อ หรือเลือกจาก: {listed}",
        f"{code} is an element of {owner}: correct the item, or choose from: {listed}",
    )


def tell_misplaced(flat: Content, row: Row, framework: Framework, draft: Draft) -> None:
    """Tell of a path that cannot be a document of the year, and let no other be told of it."""
    if flat.get("form") in FILES and "value" in flat:
        folder = f"content/{framework.fiscal_year}"
        if problem := misplaced(str(flat["value"]).strip(), folder):
            draft.tell(row["value"].place, *problem)


def missing_files(
    draft: Draft, written: Mapping[str, tuple[str, Content]], year: Year
) -> Iterator[CellProblem]:
    """Yield what is told of documents that rows name and that are not there, or are empty.

    `written` are the items of the file as it will be, `draft` has their places.
    """
    for key, entry in written.values():
        for number, one in enumerate(entry.get("evidence") or ()):
            for form in FILES:
                path = str(one.get(form) or "").strip()
                place = draft.places.get(("items", key, "evidence", number, form))
                if path and place and path not in year.files:
                    yield CellProblem(place, *_missing(path, year))


def _missing(path: str, year: Year) -> tuple[Text, Text]:
    at = f"content/{year.fiscal_year}/{path}"
    message = Text(
        f"ยังไม่พบไฟล์ {path} หรือไฟล์ว่างเปล่า", f"the file {path} is not there yet, or is empty"
    )
    hint = Text(
        f"คัดลอกไฟล์ไปไว้ที่ {at} ก่อน จึงนับเป็นหลักฐาน", f"copy it to {at}; it is no evidence before"
    )
    near = did_you_mean(path, year.unnamed).en if year.unnamed else ""
    if not near.startswith("did you mean"):
        return message, hint
    near_name = near.removeprefix("did you mean ").removesuffix("?")
    return message, Text(
        f"{hint.th} หรือแก้ชื่อ หมายถึง {near_name} ใช่หรือไม่",
        f"{hint.en}; or did you mean {near_name}?",
    )


_NONE_KNOWN = Text(
    "ระบบยังไม่มีรายการองค์ประกอบของข้อนี้ ให้ล้างช่องนี้",
    "the catalogue has no elements of this item yet; clear the cell",
)
_LOOK = Text("ดูรหัสในแผ่นงาน องค์ประกอบ", "(the sheet องค์ประกอบ lists them)")
