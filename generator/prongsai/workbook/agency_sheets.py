"""The sheets of agency.yml: who the agency is, and its units. Pure."""

from __future__ import annotations

from prongsai.models.agency import Agency, Contact, Digits, Emblem
from prongsai.models.base import Model
from prongsai.models.licence import Licence
from prongsai.models.terms import AgencyKind
from prongsai.problems import Text
from prongsai.workbook import forms, tables
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.notation import Notation, Units, choice
from prongsai.workbook.parts import UNITS_SHEET, File, Part
from prongsai.workbook.sheet import Choices, Column, Look, Sheet

_FILE: File = (None, "agency")
KINDS = {
    AgencyKind.LOCAL_GOVERNMENT.value: "องค์กรปกครองส่วนท้องถิ่น",
    AgencyKind.PROVINCE.value: "จังหวัด",
    AgencyKind.STATE_AGENCY.value: "หน่วยงานของรัฐอื่น",
}
DIGITS = {Digits.THAI.value: "เลขไทย (๑๒๓)", Digits.ARABIC.value: "เลขอารบิก (123)"}
LICENCES = {one.value: one.value for one in Licence}

_FORM = (
    Column("code", "รหัส", 10, "รหัสของแถว ห้ามแก้", Look.LOCKED),
    Column("label", "รายการ", 34, look=Look.LOCKED),
    Column("value", "ค่า", 60, "กรอกในช่องนี้ ช่องสีเหลืองต้องกรอก ช่องที่ไม่มีข้อมูลให้เว้นว่าง"),
    Column("note", "คำอธิบาย", 70, look=Look.LOCKED),
)
_UNITS = (
    Column(
        "short",
        "ชื่อย่อ",
        20,
        "ตัวอักษร a-z ตัวเล็ก ตัวเลข และเครื่องหมาย - เช่น clerk ใช้ภายในระบบ ไม่แสดงบนเว็บไซต์",
        Look.REQUIRED,
    ),
    Column("name", "ชื่อสำนัก/กอง", 50, "ชื่อที่แสดงบนเว็บไซต์และในรายการให้เลือก", Look.REQUIRED),
)


def agency_parts() -> tuple[Part, ...]:
    """Return the sheets of agency.yml."""
    return (
        Part("หน่วยงาน", _FILE, _FORM, _agency_sheet, _take_agency),
        Part(UNITS_SHEET, _FILE, _UNITS, _units_sheet, _take_units),
    )


def _agency_sheet(content: Content, units: Units) -> Sheet:
    title = "ข้อมูลหน่วยงาน: กรอกในคอลัมน์ ค่า"
    return Sheet("หน่วยงาน", title, _FORM, forms.drawn(_FORM, _ROWS, content, units))


def _take_agency(rows: Rows, draft: Draft) -> None:
    order = {
        (): _keys(Agency),
        ("contact",): _keys(Contact),
        ("emblem",): _keys(Emblem),
        ("name",): ("th", "en"),
    }
    forms.read(rows, _ROWS, draft, order)


def _keys(model: type[Model]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def _row(
    code: str, path: str, label: str, note: str = "", *, names: dict[str, str] | None = None
) -> forms.FormRow:
    required = code in ("A1", "A3", "A5", "A8")
    notation = choice(names) if names else Notation(lambda v, _: str(v), lambda text, *_: text)
    choices = Choices(tuple(names.values())) if names else None
    slot = forms.Slot(tuple(path.split(".")), notation, required, choices)
    return forms.FormRow(code, {"label": label, "note": note}, {"value": slot})


_LICENSED = (
    "เลือกเมื่อหน่วยงานตัดสินใจแล้วเท่านั้น เช่น CC-BY-4.0 คือใช้ต่อได้เมื่อบอกที่มา เว้นว่าง = หน้าเว็บบอกว่ายังไม่ได้ระบุ"
)
_LINK = "ต้องขึ้นต้นด้วย https://"
_ROWS = (
    _row("A1", "name.th", "ชื่อหน่วยงาน", "ชื่อเต็ม เช่น องค์การบริหารส่วนตำบลตัวอย่าง"),
    _row("A2", "name.en", "ชื่อหน่วยงานภาษาอังกฤษ"),
    _row("A3", "short_name.th", "ชื่อย่อหน่วยงาน", "เช่น อบต.ตัวอย่าง"),
    _row("A4", "short_name.en", "ชื่อย่อภาษาอังกฤษ"),
    _row("A5", "kind", "ประเภทหน่วยงาน", "กำหนดว่าใช้กรอบการประเมินชุดใด", names=KINDS),
    _row("A6", "district", "อำเภอ", "ไม่ต้องมีคำว่า อำเภอ"),
    _row("A7", "province", "จังหวัด", "ไม่ต้องมีคำว่า จังหวัด"),
    _row("A8", "main_site", "เว็บไซต์หลัก", f"หลักฐานทุกข้อต้องอยู่บนเว็บไซต์นี้ {_LINK}"),
    _row("A9", "published_at", "ที่อยู่ของเว็บไซต์นี้", "กรอกเมื่อไม่ใช่หน้าแรกของเว็บไซต์หลัก"),
    _row("A10", "digits", "ตัวเลขที่แสดงบนเว็บไซต์", names=DIGITS),
    _row("A11", "contact.address", "ที่อยู่"),
    _row("A12", "contact.phone", "โทรศัพท์"),
    _row("A13", "contact.email", "อีเมล"),
    _row("A14", "contact.facebook", "Facebook", _LINK),
    _row("A15", "contact.line", "LINE"),
    _row("A16", "contact.map", "แผนที่", _LINK),
    _row("A17", "colour", "สีของหน่วยงาน", "รหัสสี เช่น #1a5f3c ใช้กับหัวเว็บไซต์และลิงก์"),
    _row("A18", "emblem.file", "ไฟล์ตราสัญลักษณ์", "เช่น files/emblem.png (วางไฟล์ไว้ใน content/files/)"),
    _row("A19", "emblem.alt", "คำบรรยายตราสัญลักษณ์", "ภาพนี้คืออะไร สำหรับผู้ที่มองไม่เห็นภาพ"),
    _row("A20", "licence", "สัญญาอนุญาตของข้อมูลเปิด", _LICENSED, names=LICENCES),
)


def _units_sheet(content: Content, units: Units) -> Sheet:
    title = "สำนัก/กอง: หนึ่งแถวต่อหนึ่งหน่วย เพิ่มแถวต่อท้ายได้"
    entries = _unit_entries(content)
    return Sheet(UNITS_SHEET, title, _UNITS, tables.drawn(_UNITS, entries, units), grows=True)


def _unit_entries(content: Content) -> list[Content]:
    return [{"short": short, "name": name} for short, name in unit_names(content).items()]


def unit_names(content: Content) -> dict[str, str]:
    """Return the name of each unit of an agency.yml by its short name."""
    units = content.get("units")
    return {str(s): str(n) for s, n in units.items()} if isinstance(units, dict) else {}


def _take_units(rows: Rows, draft: Draft) -> None:
    earlier = unit_names(draft.earlier)
    draft.places["units",] = rows.heading
    new: dict[str, str] = {}
    for entry, _, row in tables.read(
        rows, _UNITS, _unit_entries(draft.earlier), [("short",), ("name",)], draft
    ):
        short = entry.get("short")
        if short is None:
            draft.tell(row["short"].place, *_NO_SHORT)
        elif short in new:
            message = Text(f"ชื่อย่อ '{short}' ซ้ำกัน", f"the short name '{short}' is repeated")
            draft.tell(row["short"].place, message, Text("ตั้งให้ต่างกัน", "choose another"))
        elif "name" not in entry:
            draft.tell(row["name"].place, Text("ต้องมี แต่ยังว่าง", "is required but empty"))
        else:
            new[short] = entry["name"]
            draft.places["units", short] = row["short"].place
    kept = {short: new[short] for short in earlier if short in new}
    if (kept | new) != earlier:
        draft.content["units"] = kept | new
        if not draft.content["units"]:
            del draft.content["units"]


_NO_SHORT = (
    Text("ต้องมีชื่อย่อ", "the short name is required"),
    Text("ใส่ตัวอักษร a-z ตัวเล็ก เช่น clerk", "write small letters a-z, such as clerk"),
)
