"""Files that cannot be read, and what to do about each."""

from __future__ import annotations

from prongsai.problems import ProngsaiError, Text


class RefusedError(ProngsaiError):
    """Carries what is wrong with a file, and the cure; `name` is that of the file."""

    def __init__(self, message: Text, cure: Text, name: str = "") -> None:
        self.message, self.cure = message, cure
        before = f"{name}: " if name else ""
        super().__init__(
            Text(
                f"{before}{message.th} วิธีแก้: {cure.th}",
                f"{before}{message.en}; hint: {cure.en}",
            )
        )


NO_FILE = Text("ไม่พบไฟล์นี้", "there is no such file")
FOLDER = (
    Text("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "it is a folder, not a file"),
    Text("ระบุไฟล์รายงานในโฟลเดอร์นั้น", "name the report in it"),
)
EMPTY = (
    Text("ไฟล์ว่าง (0 ไบต์)", "the file is empty (0 bytes)"),
    Text("ดาวน์โหลดหรือคัดลอกไฟล์ใหม่", "download or copy it again"),
)
NO_WORDS = (
    Text(
        "ไม่มีข้อความในไฟล์ มีเพียงหน้าว่างหรือภาพ",
        "there is no text in the file, only empty pages or pictures",
    ),
    Text(
        "ใช้ไฟล์ที่พิมพ์เป็นตัวอักษร หรือพิมพ์คะแนนลงตาราง Excel",
        "use a file with typed text, or type the scores into an Excel table",
    ),
)
NOT_ALLOWED = (
    Text(
        "เปิดไฟล์ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่น หรือไม่มีสิทธิ์อ่าน",
        "the file cannot be opened: it may be open in another program, or you may not read it",
    ),
    Text(
        "ปิดไฟล์ใน Word หรือ Excel ก่อน หรือคัดลอกมาไว้ในโฟลเดอร์ของคุณ",
        "close it in Word or Excel, or copy it to a folder of yours",
    ),
)
LEFT_BEHIND = (
    Text(
        "เป็นไฟล์ชั่วคราวที่ Word หรือ Excel สร้างขณะเปิดเอกสาร ไม่ใช่ตัวเอกสาร",
        "it is what Word or Excel puts beside a document that is open, not the document",
    ),
    Text("ใช้ไฟล์ชื่อเดียวกันที่ไม่มี ~$ นำหน้า", "use the file of that name without ~$"),
)
PICTURE = (
    Text("เป็นภาพ ไม่มีข้อความให้อ่าน", "it is a picture without text to read"),
    Text(
        "ใช้ไฟล์ Word หรือ Excel ต้นฉบับ หรือทำ OCR ภาษาไทยแล้วตรวจทานก่อน",
        "use the Word or Excel file it was made from, or have its text recognised and read over first",
    ),
)
BROKEN = (
    Text("ไฟล์ Word หรือ Excel เสียหรือไม่สมบูรณ์", "the Word or Excel file is damaged or cut off"),
    Text("ดาวน์โหลดหรือคัดลอกไฟล์ใหม่", "download or copy it again"),
)
TOO_LARGE = (
    Text("ไฟล์ใหญ่เกินไป", "the file is too large"),
    Text("แบ่งไฟล์ หรือลดขนาดภาพในไฟล์", "divide it, or shrink the pictures in it"),
)
OLD = (
    Text("เป็นไฟล์ Word หรือ Excel รุ่นเก่า (.doc .xls)", "it is an old Word or Excel file (.doc, .xls)"),
    Text("เปิดแล้วบันทึกเป็น .docx หรือ .xlsx", "open it and save it as .docx or .xlsx"),
)
LOCKED = (
    Text("ไฟล์มีรหัสผ่าน", "the file asks for a password"),
    Text("บันทึกใหม่โดยไม่มีรหัสผ่าน", "save it without one"),
)
GARBLED = (
    Text(
        "อ่านข้อความในไฟล์ไม่ออก ตัวอักษรเสียเกินกว่าจะเชื่อตัวเลขได้",
        "the text of the file is too damaged to trust its figures",
    ),
    Text(
        "ส่งออก PDF ใหม่จาก Word หรือใช้ไฟล์ Word",
        "export the PDF from Word again, or use the Word file",
    ),
)
OTHER = (
    Text("ไม่ใช่ไฟล์ที่อ่านได้", "it is not a kind of file that can be read"),
    Text(
        "ใช้ PDF, Word (.docx), Excel (.xlsx), CSV หรือข้อความ",
        "use PDF, Word (.docx), Excel (.xlsx), CSV or text",
    ),
)
