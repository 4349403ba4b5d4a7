"""Make theme/prongsai_theme/report/report.docx, the Word template that an officer may edit.

    python theme/build_report_template.py [FILE]

The tags are those of prongsai.reports.docx_tags, the looks those of report_styles.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Twips
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from prongsai.repacking import repacked
from prongsai.reports.docx_tags import FIELDS, TAGS
from report_package import bare_file
from report_styles import TEXT_WIDTH

SHIPPED = Path(__file__).parent / "prongsai_theme" / "report" / "report.docx"

_PAGE = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_DOTS = "." * 40
_HELP_WIDTHS = (Cm(4.2), Cm(11.8))
_HELP = (
    "แม่แบบนี้แก้ได้ใน Word: แบบอักษร ระยะ เส้นตาราง ปก หัวกระดาษ และช่องลงนาม หน้านี้ไม่ปรากฏในรายงาน",
    "ข้อความในวงเล็บปีกกาคือแท็ก โปรแกรมแทนที่ด้วยข้อมูลของหน่วยงาน แท็กที่มี if หรือ for ต้องมี endif หรือ endfor "
    "คู่กันเสมอ แถบสีเทาคือบรรทัดของแท็กเหล่านี้ จะหายไปเมื่อสร้างรายงาน",
    "แท็กที่ขึ้นต้นด้วยตัวอักษร r ต้องคงตัว r ไว้ เพราะแทนที่ด้วยข้อความที่มีลิงก์และสี ส่วน p tr และ tc หมายถึงทั้งย่อหน้า "
    "ทั้งแถว และทั้งช่องตาราง",
    "รูปแบบของแต่ละส่วนอยู่ที่สไตล์ เช่น ข้อความของระบบ ตารางรายงาน หัวกรอบ แก้ที่สไตล์แล้วเปลี่ยนทั้งฉบับ "
    "ตารางที่เกิน 5 คอลัมน์ขึ้นหน้าแนวนอนเอง และเลขหน้าเป็นเลขไทยหรืออารบิกตามที่ตั้งไว้",
    "บันทึกข้อความ: วางตราครุฑสูง 1.5 ซม. ไว้มุมซ้ายบนของหัวบันทึกได้",
)


class Template:
    """The Word file as it grows, from top to bottom."""

    def __init__(self) -> None:
        self.file = bare_file()

    def add(self, text: str, style: str) -> Paragraph:
        return self.file.add_paragraph(text, style)

    def tag(self, tag: str) -> Paragraph:
        """Add a line that only steers, and is gone from the report."""
        return self.add(f"{{%p {tag} %}}", "แท็กควบคุม")

    def build(self) -> WordFile:
        self.tag("if false")
        self._help()
        self.tag("endif")
        self.tag("if เป็นบันทึกข้อความ")
        self._memo()
        # The break parts memorandum and cover in the template; no report has both.
        self.tag("else").paragraph_format.page_break_before = True
        self._cover()
        self.tag("endif")
        self.tag("for ชิ้น in เนื้อหา")
        self._pieces()
        self.tag("endfor")
        self._end()
        self._margins()
        return self.file

    def _help(self) -> None:
        self.add("คำอธิบายแม่แบบ", "Heading 3")
        for text in _HELP:
            self.add(text, "คำอธิบายแม่แบบ")
        rows = [*TAGS.items(), *((name, " · ".join(fields)) for name, fields in FIELDS.items())]
        table = self.file.add_table(len(rows), 2, "Normal Table")
        table.autofit = False
        for column, width in zip(table.columns, _HELP_WIDTHS, strict=True):
            column.width = width
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text, width in zip(row.cells, texts, _HELP_WIDTHS, strict=True):
                cell.width = width
                cell.paragraphs[0].style = "คำอธิบายแม่แบบ"
                cell.paragraphs[0].add_run(text)
        self.add("", "คำอธิบายแม่แบบ").add_run().add_break(WD_BREAK.PAGE)

    def _memo(self) -> None:
        self.add("บันทึกข้อความ", "หัวเรื่องบันทึก")
        for fields in (("ส่วนราชการ",), ("ที่", "วันที่"), ("เรื่อง",)):
            paragraph = self.add("", "หัวบันทึก")
            for name in fields:
                paragraph.add_run(name, "ป้ายหัวบันทึก")
                paragraph.add_run(f" {{{{ บันทึก.{name} }}}}\t")
            if len(fields) > 1:
                stops = paragraph.paragraph_format.tab_stops
                stops.add_tab_stop(Twips(TEXT_WIDTH // 2), leader=WD_TAB_LEADER.DOTS)
        self.add("เรียน  {{ บันทึก.เรียน }}", "เรียน")

    def _cover(self) -> None:
        self.add("{{ ชื่อบนปก }}", "Title")
        self.add("{{ หน่วยงาน }}", "Subtitle")
        self.add("{{ ที่ตั้ง }}", "ที่ตั้งบนปก")
        self.file.add_section(WD_SECTION.NEW_PAGE)
        self.add("{{ ชื่อบนปก }}", "Heading 1")

    def _pieces(self) -> None:
        for word, kind, style, text in (
            ("if", "หัวข้อใหญ่", "Heading 2", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "หัวข้อย่อย", "Heading 3", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "ย่อหน้า", "Body Text", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "ย่อหน้าระบบ", "ย่อหน้าของระบบ", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "รายการ", "List Bullet", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "รายการระบบ", "รายการของระบบ", "{{r ชิ้น.ข้อความ }}"),
            ("elif", "รายการเลข", "List Number", "{{ ชิ้น.เลข }}\t{{r ชิ้น.ข้อความ }}"),
        ):
            self.tag(f"{word} ชิ้น.เป็น{kind}")
            self.add(text, style)
        self.tag("elif ชิ้น.เป็นกรอบ")
        self._notice()
        self.tag("elif ชิ้น.เป็นแผนภูมิ")
        self.add("{{ ชิ้น.แผนภูมิ.ชื่อ }}", "Caption")
        self.add("{{r ชิ้น.แผนภูมิ.รูป }}", "Footer")
        self.tag("elif ชิ้น.เป็นตาราง")
        self._table()
        self.tag("endif")

    def _notice(self) -> None:
        self.add("{{ ชิ้น.กรอบ.หัวเรื่อง }}", "หัวกรอบ")
        self.tag("for บรรทัด in ชิ้น.กรอบ.บรรทัด")
        self.tag("if บรรทัด.เป็นรายการ")
        self.add("•\t{{r บรรทัด.ข้อความ }}", "ข้อความในกรอบ")
        self.tag("else")
        self.add("{{r บรรทัด.ข้อความ }}", "ข้อความในกรอบ")
        self.tag("endif")
        self.tag("endfor")
        self.add("", "ช่องว่าง")

    def _table(self) -> None:
        self.tag("if ชิ้น.ตาราง.ชื่อ")
        self.add("{{r ชิ้น.ตาราง.ชื่อ }}", "Caption")
        self.tag("endif")
        table = self.file.add_table(4, 3, "ตารางรายงาน")
        _set_up(table)
        _row(table, 0, "{%tc for หัว in ชิ้น.ตาราง.หัว %}", "{{ หัว }}", "{%tc endfor %}")
        _row(table, 1, "{%tr for แถว in ชิ้น.ตาราง.แถว %}")
        _row(table, 2, "{%tc for ช่อง in แถว %}", "", "{%tc endfor %}")
        _row(table, 3, "{%tr endfor %}")
        table.cell(0, 1).paragraphs[0].style = "หัวตาราง"
        _fill(table.cell(2, 1))
        self.add("", "ช่องว่าง")

    def _end(self) -> None:
        self.tag("if มีข้อความระบบ")
        note = self.add("หมายเหตุ ", "หมายเหตุ")
        note.add_run("ข้อความสีน้ำเงิน", "ข้อความของระบบ")
        note.add_run("หรือมีเส้นตั้งด้านซ้าย ระบบเรียบเรียงจากข้อมูลที่หน่วยงานบันทึกไว้")
        self.tag("endif")
        self.tag("if มีคะแนนไม่ถึงเกณฑ์")
        note = self.add("", "หมายเหตุ")
        note.add_run("ตัวเลขหนาสีแดง", "คะแนนต่ำกว่าเกณฑ์")
        note.add_run(" คือคะแนนที่ต่ำกว่าเกณฑ์ผ่าน")
        self.tag("endif")
        self.tag("if เป็นบันทึกข้อความ")
        self.add("จึงเรียนมาเพื่อโปรดพิจารณา", "Closing")
        self.tag("endif")
        for text in ("", f"ลงชื่อ {_DOTS}", f"({_DOTS})", f"ตำแหน่ง {_DOTS}"):
            self.add(text, "Signature")
        self.add("{{ หน่วยงาน }}", "Signature")
        self.add(f"วันที่ {_DOTS}", "Signature")

    def _margins(self) -> None:
        for section in self.file.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin, section.right_margin = Cm(3), Cm(2)
            section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
            section.header_distance, section.footer_distance = Cm(1), Cm(1)
        cover, body = self.file.sections
        _number(cover, start="0")
        _number(body)
        body.header.is_linked_to_previous = body.footer.is_linked_to_previous = False
        body.header.paragraphs[0].add_run("{{ ชื่อย่อหน่วยงาน }}  ·  {{ ชื่อรายงาน }}")
        body.footer.paragraphs[0]._p.append(parse_xml(_PAGE))


def _set_up(table: Table) -> None:
    """Fix the layout of the table of a report: one heading row, repeated; no row cut in two."""
    table.autofit = False
    look = table._tbl.tblPr
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), "{{ ชิ้น.ตาราง.ชื่ออื่น }}")
    look.append(caption)
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _row(table: Table, number: int, *texts: str) -> None:
    """Fill a row; a single text takes its whole width."""
    cells = table.rows[number].cells
    if len(texts) == 1:
        cells = (cells[0].merge(cells[-1]),)
    for cell, text in zip(cells, texts, strict=True):
        cell.paragraphs[0].style = "แท็กควบคุม"
        cell.paragraphs[0].add_run(text)


def _fill(cell: _Cell) -> None:
    """Write the cell that every cell of a report is made from."""
    lines = (
        ("{%p for บรรทัด in ช่อง %}", "แท็กควบคุม"),
        ("{%p if บรรทัด.เป็นขั้นตอน %}", "แท็กควบคุม"),
        ("{{ บรรทัด.เลข }}\t{{r บรรทัด.ข้อความ }}", "ขั้นตอนในตาราง"),
        ("{%p elif บรรทัด.เป็นข้อย่อย %}", "แท็กควบคุม"),
        ("–\t{{r บรรทัด.ข้อความ }}", "ข้อย่อยในตาราง"),
        ("{%p elif บรรทัด.เป็นตัวเลข %}", "แท็กควบคุม"),
        ("{{r บรรทัด.ข้อความ }}", "ตัวเลขในตาราง"),
        ("{%p else %}", "แท็กควบคุม"),
        ("{{r บรรทัด.ข้อความ }}", "ข้อความในตาราง"),
        ("{%p endif %}", "แท็กควบคุม"),
        ("{%p endfor %}", "แท็กควบคุม"),
    )
    cell._tc.remove(cell.paragraphs[0]._p)
    for text, style in lines:
        cell.add_paragraph(text, style)


def _number(section: Section, start: str = "") -> None:
    numbers = OxmlElement("w:pgNumType")
    if start:
        numbers.set(qn("w:start"), start)
    section._sectPr.find(qn("w:cols")).addprevious(numbers)


def main() -> None:
    written = BytesIO()
    Template().build().save(written)
    target = Path(sys.argv[1]) if sys.argv[1:] else SHIPPED
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(repacked(written))


if __name__ == "__main__":
    main()
