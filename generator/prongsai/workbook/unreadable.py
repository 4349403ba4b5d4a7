"""Why a file is no workbook that can be read, and what to do about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from prongsai.problems import ProngsaiError, Text

_EXCEL, _LIBREOFFICE = "~$", ".~lock."
LOCKS = (_EXCEL, _LIBREOFFICE)
"""What the hidden files begin with that spreadsheet programs keep beside an open workbook."""


class UnreadableWorkbookError(ProngsaiError):
    """A file is no workbook that can be read."""

    def __init__(self, path: Path, message: Text, cure: Text) -> None:
        super().__init__(
            Text(
                f"{path}: {message.th}\n    วิธีแก้: {cure.th}",
                f"{path}: {message.en}\n    hint: {cure.en}",
            )
        )


def locks_of(name: str) -> tuple[str, ...]:
    """Return what the locks of a workbook are called; Excel drops two letters of a long name."""
    return f"{_EXCEL}{name}", f"{_EXCEL}{name[2:]}", f"{_LIBREOFFICE}{name}#"


def is_open(lock: str) -> tuple[Text, Text]:
    """Return message and cure of a workbook that has this lock beside it."""
    return (
        Text("ไฟล์นี้เปิดอยู่ในโปรแกรมตาราง", "is open in a spreadsheet program"),
        Text(
            f"บันทึกและปิดไฟล์ก่อน ถ้าไม่ได้เปิดอยู่ให้ลบไฟล์ซ่อน {lock} ในโฟลเดอร์เดียวกัน",
            f"save and close it; if nobody has it open, delete the hidden file {lock} beside it",
        ),
    )


def is_lock(lock: str) -> tuple[Text, Text]:
    """Return message and cure of a lock that was named in place of its workbook."""
    message = Text(
        "เป็นไฟล์ที่โปรแกรมตารางสร้างไว้ชั่วคราวขณะเปิดสมุดงาน",
        "is what a spreadsheet program keeps while a workbook is open",
    )
    if lock.startswith(_LIBREOFFICE):
        name = lock.removeprefix(_LIBREOFFICE).removesuffix("#")
        return message, Text(f"ปิดสมุดงาน แล้วใช้ชื่อ {name}", f"close it, and name {name}")
    return message, Text(
        f"ปิด Excel แล้วใช้ชื่อไฟล์ที่ไม่มี {_EXCEL} นำหน้า",
        f"close Excel, and name the file without {_EXCEL}",
    )


def not_there(name: str, others: Iterable[str]) -> tuple[Text, Text]:
    """Return message and cure of a file that is not there, beside other files of its folder."""
    books = [one for one in others if one.lower().endswith(".xlsx") and not one.startswith(LOCKS)]
    near = get_close_matches(name, books, n=1, cutoff=0.7)
    hint = Text(f"หมายถึง {near[0]} ใช่หรือไม่", f"did you mean {near[0]}?") if near else LOOK
    return Text("ไม่พบไฟล์นี้", "there is no such file"), hint


LOOK = Text("ตรวจชื่อไฟล์และโฟลเดอร์", "look at the name of the file and the folder")
CLOSE = Text(
    "ปิดไฟล์ในโปรแกรมอื่น และตรวจว่ามีสิทธิ์อ่านไฟล์",
    "close it in other programs, and see that it may be read",
)
PASSWORD = (
    Text("ไฟล์มีรหัสผ่าน", "is protected by a password"),
    Text(
        "เปิดใน Excel เลือก ไฟล์ > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสด้วยรหัสผ่าน ลบรหัสผ่าน แล้วบันทึก",
        "open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear it, save",
    ),
)
XLS = (
    Text(
        "เป็นไฟล์ Excel แบบเก่า (.xls) หรือแบบไบนารี (.xlsb)",
        "is an old (.xls) or binary (.xlsb) Excel file",
    ),
    Text(
        "เปิดใน Excel แล้ว บันทึกเป็น (Save As) > สมุดงาน Excel (*.xlsx)",
        "open it in Excel, then Save As > Excel Workbook (*.xlsx)",
    ),
)
OTHER = (
    Text("ไม่ใช่ไฟล์ Excel (.xlsx)", "is no Excel file (.xlsx)"),
    Text(
        "ใช้ไฟล์ที่ได้จาก prongsai workbook export และบันทึกเป็น .xlsx",
        "use the file of prongsai workbook export, saved as .xlsx",
    ),
)
BROKEN = (
    Text("ไฟล์เสียหาย อ่านไม่ได้", "is damaged and cannot be read"),
    Text(
        "เปิดใน Excel แล้วบันทึกเป็น .xlsx ใหม่ ถ้าเปิดไม่ได้ให้ใช้ไฟล์สำรอง",
        "open it in Excel and save it as .xlsx again; if it does not open, use a copy",
    ),
)
LARGE = (
    Text("ไฟล์ใหญ่เกินกว่าจะเป็นสมุดงานที่กรอกด้วยมือ", "is too large for a workbook filled in by hand"),
    Text(
        "ลบภาพและแผ่นงานที่ไม่ใช้ หรือส่งออกไฟล์ใหม่แล้วคัดลอกข้อมูลไปใส่",
        "delete pictures and sheets that are not used, or export it again and copy the values over",
    ),
)
NOT_WORKED_OUT = (
    Text("เป็นสูตรที่ยังไม่มีค่า", "is a formula without a value"),
    Text(
        "เปิดใน Excel แล้วบันทึก หรือคัดลอกแล้ว วางค่า (Paste Values)",
        "open it in Excel and save, or copy it and Paste Values",
    ),
)
AS_VALUE = Text("แก้สูตร หรือพิมพ์ค่าแทนสูตร", "mend the formula, or type the value in its place")
