"""One small report, made up, in every layout and kind of file."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
import typst

HEAD = "รายงานผลการประเมิน ITA ขององค์การบริหารส่วนตำบลตัวอย่าง ปีงบประมาณ พ.ศ. 2568"
TOTAL = "จากผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568 ได้คะแนนรวม 92.30 คะแนน อยู่ในระดับผ่านดี"
SCORES = [
    ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "92.00"),
    ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "90.00"),
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ", "91.00"),
    ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ", "86.00"),
    ("ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", "91.00"),
    ("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "90.00"),
    ("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "92.00"),
    ("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน", "91.00"),
    ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "97.50"),
    ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "92.50"),
]
FIGURES = {f"indicator {n}": value for n, (_, value) in enumerate(SCORES, 1)}
MEASURES = [
    ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"),
    (
        "จัดทำคู่มือการยืมทรัพย์สิน",
        "- ประชุมชี้แจง\n- จัดทำคู่มือ",
        "กองคลัง",
        "ต.ค. 68 - ก.ย. 69",
        "รายงานทุกไตรมาส",
    ),
    ("ปรับปรุงเว็บไซต์", "ตรวจข้อมูลทุกเดือน", "สำนักปลัด", "ต.ค. 68 - ก.ย. 69", "รายงานผู้บริหาร"),
]
TABLE = [("ตัวชี้วัด", "น้ำหนัก", "คะแนนที่ได้"), *((name, "10", score) for name, score in SCORES)]


def as_text(between):
    rows = lambda table: "\n".join(  # noqa: E731
        between.join(cell.replace("\n", " ") for cell in row) for row in table
    )
    return f"{HEAD}\n\n{TOTAL}\n\n{rows(TABLE)}\n\n{rows(MEASURES)}\n"


def as_markdown():
    def rows(table):
        lines = [
            "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in table
        ]
        return "\n".join([lines[0], "|" + "---|" * len(table[0]), *lines[1:]])

    return f"{HEAD}\n\n{TOTAL}\n\n{rows(TABLE)}\n\n{rows(MEASURES)}\n"


def as_word():
    document = docx.Document()
    document.add_paragraph(HEAD)
    document.add_paragraph(TOTAL)
    for table in (TABLE, MEASURES):
        made = document.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_workbook():
    book = openpyxl.Workbook()
    page = book.active
    page.append([HEAD])
    page.append([TOTAL])
    page.append([])
    for row in TABLE:
        page.append([float(cell) if cell.replace(".", "").isdecimal() else cell for cell in row])
    for cell in page["C"]:
        cell.number_format = "0.00"
    page.append([])
    for row in MEASURES:
        page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_pdf():
    def table(rows):
        cells = ", ".join(
            "[" + " #linebreak() ".join(f'#"{part}"' for part in cell.split("\n")) + "]"
            for row in rows
            for cell in row
        )
        return f"#table(columns: {len(rows[0])}, {cells})"

    source = (
        f'#set page(width: 30cm)\n#"{HEAD}"\n\n#"{TOTAL}"\n\n{table(TABLE)}\n\n{table(MEASURES)}'
    )
    return typst.compile(source.encode())


REPORTS = {
    "tabs.txt": as_text("\t").encode(),
    "windows.txt": as_text("\t").encode("cp874"),
    "markdown.txt": as_markdown().encode(),
    "report.docx": as_word(),
    "report.xlsx": as_workbook(),
    "report.pdf": as_pdf(),
    "comma.csv": as_text(",").encode("utf-8-sig"),
    "windows.csv": as_text(",").encode("cp874"),
}


@pytest.fixture
def reports():
    """The report by the name of its kind, as bytes."""
    return REPORTS


@pytest.fixture
def figures():
    """What the report announces of indicators."""
    return FIGURES


@pytest.fixture(params=REPORTS)
def report(request, tmp_path):
    """The report as a file, in each of its kinds."""
    path = tmp_path / request.param
    path.write_bytes(REPORTS[request.param])
    return path
