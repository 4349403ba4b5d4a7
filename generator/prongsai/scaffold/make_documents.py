"""Make the documents of the sample agency: `python -m prongsai.scaffold.make_documents`.

They are made up, say so on every page, and come out the same each time. They are committed beside
the YAML, so that whoever takes the sample as a start has files to replace.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import typst

from prongsai.atomic import write_file
from prongsai.reports.paper.pieces import pieces, wording
from prongsai.sheets import workbook

FOLDER = Path(__file__).parent / "sample/2568/files"
_MADE_UP = "ตัวอย่าง เอกสารสมมติของหน่วยงานสมมติ ไม่ใช่เอกสารของหน่วยงานใด"
_DAY = datetime(2025, 3, 31, tzinfo=UTC)

PAPERS: Mapping[str, Sequence[str]] = {
    "o5-development-plan.pdf": (
        "แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570",
        "ยุทธศาสตร์ที่ 1 โครงสร้างพื้นฐานที่ปลอดภัย แนวทาง: บำรุงถนนและทางระบายน้ำทุกหมู่บ้าน",
        "เป้าหมาย: ถนนในตำบลใช้ได้ตลอดปีร้อยละ 95 ตัวชี้วัด: ร้อยละของถนนที่ใช้ได้ตลอดปี",
        "ยุทธศาสตร์ที่ 2 บริหารโปร่งใส แนวทาง: เปิดเผยข้อมูลครบทุกข้อ เป้าหมาย: คะแนน ITA ไม่ต่ำกว่า 85 ตัวชี้วัด: คะแนน ITA",
        "แผนใช้บังคับปีงบประมาณ พ.ศ. 2566 ถึง 2570",
    ),
    "o7-annual-report-2567.pdf": (
        "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2567",
        "ดำเนินโครงการแล้วเสร็จ 18 จาก 20 โครงการ",
        "ใช้จ่ายงบประมาณ 9,120,000 บาท จากที่ตั้งไว้ 10,000,000 บาท",
        "ปัญหา อุปสรรค: ฝนตกต่อเนื่องทำให้งานถนน 2 โครงการล่าช้า ข้อเสนอแนะ: เริ่มงานถนนในไตรมาสแรก",
    ),
    "o8-staff-manual.pdf": (
        "คู่มือการปฏิบัติงาน: งานจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง",
        "ขั้นตอนที่ 1 รายงานขอซื้อหรือขอจ้าง 1 วัน ขั้นตอนที่ 2 เจรจาตกลงราคา 2 วัน ขั้นตอนที่ 3 อนุมัติและทำสัญญา 3 วัน",
        "กฎหมายที่เกี่ยวข้อง: กฎหมายว่าด้วยการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ",
    ),
    "o16-ethics.pdf": (
        "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม ปีงบประมาณ พ.ศ. 2568",
        "หน่วยงานถือปฏิบัติตามประมวลจริยธรรมของเจ้าหน้าที่ และแต่งตั้งคณะทำงานขับเคลื่อนจริยธรรมเมื่อวันที่ 4 พฤศจิกายน 2567",
        "แนวปฏิบัติ Dos & Don'ts: ให้บริการตามลำดับก่อนหลัง ไม่ใช้รถราชการในเรื่องส่วนตัว",
        "อบรมจริยธรรมแก่บุคลากรเมื่อวันที่ 15 มกราคม 2568",
    ),
    "o21-no-gift-policy.pdf": (
        "ประกาศเจตนารมณ์นโยบายไม่รับของขวัญ (No Gift Policy) ปีงบประมาณ พ.ศ. 2568",
        "ข้าพเจ้าและเจ้าหน้าที่ทุกคนไม่รับของขวัญจากการปฏิบัติหน้าที่ ทั้งก่อน ขณะ และหลังปฏิบัติหน้าที่",
        "ลงนามโดยนายกองค์การบริหารส่วนตำบลตัวอย่าง เมื่อวันที่ 2 ธันวาคม 2567",
    ),
}
TABLES: Mapping[str, Sequence[Sequence[str]]] = {
    "o12-procurement.csv": (
        (
            *("ชื่อรายการของงานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)", "แหล่งที่มาของงบประมาณ"),
            *("สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง (บาท)", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)"),
            *(
                "เลขประจำตัวผู้เสียภาษีของผู้ประกอบการ",
                "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
                "เลขที่โครงการในระบบ e-GP",
            ),
            *("วันที่เริ่มต้นสัญญา", "วันที่สิ้นสุดสัญญา"),
        ),
        (
            *("จ้างซ่อมถนนหมู่ที่ 1", "450000", "ข้อบัญญัติงบประมาณ", "สิ้นสุดระยะสัญญา", "วิธีเฉพาะเจาะจง"),
            *("448000", "445000", "0000000000000", "ห้างหุ้นส่วนจำกัด ตัวอย่างก่อสร้าง", "00000000001"),
            *("2 ธ.ค. 2567", "31 ม.ค. 2568"),
        ),
        (
            *("ซื้อวัสดุสำนักงาน", "80000", "ข้อบัญญัติงบประมาณ", "อยู่ระหว่างระยะสัญญา", "วิธีเฉพาะเจาะจง"),
            *("78500", "78000", "0000000000000", "ร้านตัวอย่างเครื่องเขียน", "00000000002"),
            *("3 มี.ค. 2568", "30 เม.ย. 2568"),
        ),
    ),
    "o13-procurement-2567.csv": (
        (
            *("งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "วิธีซื้อหรือจ้าง", "รายชื่อผู้เสนอราคาและราคาที่เสนอ"),
            *("ผู้ได้รับการคัดเลือกและราคาที่ตกลง", "เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญาหรือข้อตกลง"),
        ),
        (
            *("จ้างขุดลอกทางระบายน้ำ", "200000", "วิธีเฉพาะเจาะจง", "หจก.ตัวอย่างก่อสร้าง 198000"),
            *("หจก.ตัวอย่างก่อสร้าง 197000", "มีคุณสมบัติครบและราคาต่ำสุด", "1/2567 ลงวันที่ 10 ม.ค. 2567"),
        ),
    ),
}
WORKBOOKS: Mapping[str, tuple[Mapping[str, int], Sequence[Sequence[str]]]] = {
    "o6-plan-and-progress.xlsx": (
        {
            "โครงการ/กิจกรรม": 36,
            "งบประมาณ": 14,
            "ระยะเวลาดำเนินการ": 24,
            "ความก้าวหน้า": 30,
            "งบประมาณที่ใช้ไป": 16,
        },
        (
            ("ซ่อมถนนหมู่ที่ 1", "450,000", "ต.ค. 67 - ม.ค. 68", "แล้วเสร็จ (ไตรมาสที่ 2)", "445,000"),
            (
                "อบรมอาสาสมัครสาธารณสุข",
                "60,000",
                "ก.พ. 68 - มิ.ย. 68",
                "ดำเนินการแล้วร้อยละ 50 (ถึง มี.ค. 68)",
                "30,000",
            ),
        ),
    ),
}


def main() -> None:
    for name, texts in PAPERS.items():
        write_file(FOLDER / name, paper(texts))
    write_file(FOLDER / "o1-structure.png", picture(_DIVISIONS))
    write_file(FOLDER / "o2-executives.png", picture(_POSTS))
    for name, rows in TABLES.items():
        out = StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        write_file(FOLDER / name, b"\xef\xbb\xbf" + out.getvalue().encode())
    for name, (heads, cells) in WORKBOOKS.items():
        write_file(FOLDER / name, workbook("ตัวอย่าง", _MADE_UP, heads, cells))


def paper(texts: Sequence[str]) -> bytes:
    """Return a PDF of one page: a heading, paragraphs, and that all of it is made up."""
    heading, *rest = texts
    body = "\n\n".join(f"#par[{_words(text)}]" for text in rest)
    source = f"""
#set document(title: {_quoted(heading)})
#set page(paper: "a4", margin: 2.5cm, header: [{_words(_MADE_UP)}])
#set text(font: "Sarabun Cluster", size: 12pt, lang: "th", fallback: false)
= {_words(heading)}
{body}
"""
    return _set(source, pdf_standards=["a-2a", "ua-1"], timestamp=_DAY)


_DIVISIONS = ("นายก อบต.", "สภา อบต.", "ปลัด อบต.", "สำนักปลัด", "กองคลัง", "กองช่าง")
_POSTS = ("รูปนายก อบต.", "รูปรองนายก อบต.", "รูปปลัด อบต.")


def picture(boxes: Sequence[str]) -> bytes:
    """Return a picture of boxes, three in a row: both sides of a local government, or its posts."""
    drawn = ", ".join(f"box(stroke: 1pt, inset: 8pt)[{_words(one)}]" for one in boxes)
    source = f"""
#set page(width: 16cm, height: 7cm, margin: 1cm)
#set text(font: "Sarabun Cluster", size: 12pt, lang: "th", fallback: false)
#align(center, grid(columns: 3, gutter: 14pt, {drawn}))
#align(center)[{_words(_MADE_UP)}]
"""
    return _set(source, format="png", ppi=110)


def _set(source: str, **output: Any) -> bytes:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[Path(str(files("prongsai_theme"))) / "fonts"],
    )
    made = typst.compile(source.encode(), font_paths=fonts, **output)
    assert isinstance(made, bytes)
    return made


def _words(text: str) -> str:
    return "".join(
        f"#box({_quoted(one.text)})" if one.whole else f"#{_quoted(one.text)};"
        for one in pieces(text, wording(()), 12)
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
