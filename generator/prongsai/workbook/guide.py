"""The first sheet: how the workbook is filled in, what its colours mean, how it is taken over. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.workbook.parts import Part
from prongsai.workbook.sheet import Column, Look, Sheet, Shown

NAME = "วิธีใช้"

_COLUMNS = (
    Column("what", "เรื่อง", 32, look=Look.TOLD),
    Column("told", "คำอธิบาย", 110, look=Look.TOLD),
)
_COLOURS = (
    (Look.REQUIRED, "ต้องกรอก"),
    (Look.INPUT, "กรอกเมื่อมีข้อมูล ช่องว่างแปลว่าไม่มี การล้างช่องคือการลบค่านั้น"),
    (Look.LOCKED, "อ่านอย่างเดียว แก้ไม่ได้ และไม่นำเข้า"),
    (Look.COMPUTED, "สูตรคำนวณ แก้ไม่ได้ และไม่นำเข้า"),
)
_COLOUR_NAMES = {
    Look.REQUIRED: "ช่องสีเหลือง",
    Look.INPUT: "ช่องสีขาว",
    Look.LOCKED: "ช่องสีเทา",
    Look.COMPUTED: "ช่องสีฟ้า",
}
_STEPS = (
    ("กรอก", "เลือกแผ่นงานด้านล่าง แล้วกรอกในช่องสีเหลืองและสีขาว ชี้ที่หัวตารางเพื่ออ่านคำอธิบายของแต่ละคอลัมน์"),
    (
        "ตัวเลขและวันที่",
        "ใช้เลขไทยหรือเลขอารบิกก็ได้ ทศนิยมคงไว้ตามที่พิมพ์ เช่น 97.50 วันที่เช่น 15 มี.ค. 2568 หรือ ๑๕/๓/๒๕๖๘",
    ),
    ("หลายข้อในช่องเดียว", "ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter บรรทัดละหนึ่งข้อ"),
    ("เพิ่มหรือลบแถว", "ทำได้ในแผ่นงาน สำนักกอง วิเคราะห์ มาตรการ และหลักฐาน ลำดับแถวคือลำดับบนเว็บไซต์"),
    (
        "ห้าม",
        "เปลี่ยนชื่อแผ่นงาน ลบหรือเปลี่ยนชื่อหัวตาราง ผสานช่อง หรือย้ายแผ่นงานไปไฟล์อื่น "
        "เพิ่มแผ่นงานหรือคอลัมน์ของตนเองได้ ระบบไม่อ่าน",
    ),
    (
        "ตรวจก่อนนำเข้า",
        "บันทึกและปิดไฟล์ แล้วพิมพ์ prongsai workbook import ชื่อไฟล์.xlsx --dry-run จะเห็นสิ่งที่เปลี่ยนโดยยังไม่เขียน",
    ),
    (
        "นำเข้า",
        "พิมพ์ prongsai workbook import ชื่อไฟล์.xlsx ถ้ามีข้อผิดพลาดจะบอกทุกช่องพร้อมวิธีแก้ และไม่เขียนอะไรเลย",
    ),
)


def guide(parts: Sequence[Part]) -> Sheet:
    """Return the first sheet, with a list of those that follow."""
    rows = [_row(what, told) for what, told in _STEPS]
    rows += [(Shown(_COLOUR_NAMES[look], look), Shown(told, Look.TOLD)) for look, told in _COLOURS]
    rows += [_row(names, _HOLDS[kind]) for kind, names in _names_by_kind(parts).items()]
    title = "สมุดงานข้อมูล ITA: กรอกใน Excel แล้วนำเข้าเป็นเว็บไซต์"
    return Sheet(NAME, title, _COLUMNS, tuple(rows))


def _row(what: str, told: str) -> tuple[Shown, ...]:
    return Shown(what, Look.TOLD), Shown(told, Look.TOLD)


def _names_by_kind(parts: Sequence[Part]) -> dict[str, str]:
    """Return the sheets of each kind, told together: แผ่นงาน ผล 2569, 2568."""
    years: dict[str, list[str]] = {}
    for part in parts:
        kind, _, year = part.name.rpartition(" ")
        years.setdefault(kind or year, []).extend([year] if kind else [])
    return {kind: f"แผ่นงาน {kind} {', '.join(of)}".strip() for kind, of in years.items()}


_HOLDS = {
    "หน่วยงาน": "ชื่อ ที่ตั้ง เว็บไซต์ และช่องทางติดต่อ",
    "สำนักกอง": "สำนัก/กอง ที่เลือกเป็นผู้รับผิดชอบได้",
    "ผล": "คะแนนและระดับตามที่ประกาศ",
    "วิเคราะห์": "บทวิเคราะห์รายตัวชี้วัดหรือรายเครื่องมือ",
    "แผน": "สิ่งที่ใช้กับทุกมาตรการของปี",
    "มาตรการ": "มาตรการ ขั้นตอน ระยะเวลา และผลการดำเนินการ",
    "ข้อ OIT": "ผู้รับผิดชอบ คำอธิบาย และสถานะของแต่ละข้อ",
    "หลักฐาน": "หลักฐานของแต่ละข้อ",
    "องค์ประกอบ": "รหัสองค์ประกอบของแต่ละข้อ ไว้ดูเมื่อกรอกหลักฐาน",
}
"""What each kind of sheet holds, by its name without the year."""
