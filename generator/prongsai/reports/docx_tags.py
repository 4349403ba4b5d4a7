"""The tags of the Word template: what an officer may write in it, and what each stands for.

Names are Thai because officers read them. None holds ำ, which Python takes for two letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from prongsai.models.agency import Digits
from prongsai.reports.document import (
    Author,
    BarChart,
    Block,
    Bullets,
    Cell,
    Line,
    Link,
    Memo,
    Notice,
    Paragraph,
    Report,
    Table,
)

TAGS = {
    "ชื่อรายงาน": "ชื่อรายงาน",
    "ชื่อบนปก": "ชื่อรายงาน ขึ้นบรรทัดใหม่ก่อนปีงบประมาณ",
    "ปีงบประมาณ": "ปีงบประมาณของรายงาน",
    "หน่วยงาน": "ชื่อหน่วยงาน",
    "ชื่อย่อหน่วยงาน": "ชื่อย่อของหน่วยงาน",
    "ที่ตั้ง": "อำเภอและจังหวัด ว่างได้",
    "เป็นบันทึกข้อความ": "จริงเมื่อส่งเป็นบันทึกข้อความ เท็จเมื่อเป็นรายงานที่มีปก",
    "บันทึก": "หัวบันทึกข้อความ ช่องที่ไม่มีข้อมูลเว้นว่างไว้เขียนเอง",
    "เนื้อหา": "เนื้อหาทีละชิ้นตามลำดับ ต้องมีแท็กนี้",
    "มีข้อความระบบ": "จริงเมื่อมีข้อความที่ระบบเรียบเรียง",
    "มีคะแนนไม่ถึงเกณฑ์": "จริงเมื่อมีคะแนนในตารางต่ำกว่าเกณฑ์ผ่าน",
}
"""Every tag that stands alone, and its meaning for the help on the template's first page."""

PIECES = (
    "หัวข้อใหญ่",
    "หัวข้อย่อย",
    "ย่อหน้า",
    "ย่อหน้าระบบ",
    "รายการ",
    "รายการระบบ",
    "รายการเลข",
    "กรอบ",
    "ตาราง",
    "แผนภูมิ",
)
"""The kinds of a piece of content; `ชิ้น.เป็นตาราง` is true for a table."""

FIELDS = {
    "บันทึก": ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน"),
    "ชิ้น": (*(f"เป็น{kind}" for kind in PIECES), "ข้อความ", "เลข", "กรอบ", "ตาราง", "แผนภูมิ"),
    "ชิ้น.กรอบ": ("หัวเรื่อง", "บรรทัด"),
    "ชิ้น.ตาราง": ("ชื่อ", "ชื่ออื่น", "หัว", "แถว"),
    "ชิ้น.แผนภูมิ": ("ชื่อ", "รูป"),
    "บรรทัด": ("ข้อความ", "เลข", "เป็นขั้นตอน", "เป็นข้อย่อย", "เป็นตัวเลข", "เป็นรายการ"),
}
"""What may follow a dot, by what stands before it in the template we ship."""

SOFTWARE_STYLE = "ข้อความของระบบ"
WEAK_STYLE = "คะแนนต่ำกว่าเกณฑ์"
LINK_STYLE = "Hyperlink"
"""Character styles by name: Word gives its own ids to styles whenever it saves a file."""

_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_YEAR = re.compile(r" (ปีงบประมาณ\S*(?: พ\.ศ\.)? \S+)$")
Values = dict[str, object]


class Xml(str):
    """Text that is XML already: what autoescape leaves as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


_NO_TEXT = Xml()


def writable(text: str) -> str:
    """Return text with a replacement character for each control character that XML forbids."""
    return _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def xml(text: str) -> Xml:
    """Return text as it stands in XML."""
    # docxtpl takes "{_{" for an escaped "{{", also in what the tags have become.
    return Xml(escape(writable(text)).replace("{_", "{&#95;").replace("_}", "&#95;}"))


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns a report into the values of the tags."""

    digits: Digits
    relation: Callable[[str], str]
    """Enters a page of the site among the document's links: path to relation, or to nothing."""
    picture: Callable[[BarChart], str]
    """Draws a chart as the XML of a run; nothing where pictures cannot be drawn."""
    style: Callable[[str], str | None]
    """Returns the id that the template gives to the character style of a name."""

    def values(self, report: Report, memo: Memo | None) -> Values:
        """Return the value of every tag."""
        content = list(self._content(report))
        tables = [block for block in _blocks(report) if isinstance(block, Table)]
        cells = [cell for table in tables for row in table.rows for cell in row]
        return {
            "ชื่อรายงาน": xml(report.title),
            "ชื่อบนปก": xml(_YEAR.sub(r"\n\1", report.title)),
            "ปีงบประมาณ": xml(report.digits.show(report.fiscal_year)),
            "หน่วยงาน": xml(report.issuer.name),
            "ชื่อย่อหน่วยงาน": xml(report.issuer.short_name),
            "ที่ตั้ง": xml(report.issuer.place),
            "เป็นบันทึกข้อความ": memo is not None,
            "บันทึก": _memo(memo),
            "เนื้อหา": content,
            "มีข้อความระบบ": any(_is_composed(block) for block in _blocks(report)),
            "มีคะแนนไม่ถึงเกณฑ์": any(cell.tone == "weak" for cell in cells),
        }

    def _content(self, report: Report) -> Iterator[Values]:
        for block in report.lead:
            yield from self._pieces(block, "")
        for section in report.sections:
            kind = "หัวข้อใหญ่" if section.level <= 2 else "หัวข้อย่อย"
            yield _piece(kind, self.runs((section.title,)))
            for block in section.blocks:
                yield from self._pieces(block, section.title)

    def _pieces(self, block: Block, heading: str) -> Iterator[Values]:
        match block:
            case Paragraph():
                kind = "ย่อหน้าระบบ" if _is_composed(block) else "ย่อหน้า"
                yield _piece(kind, self.runs(block.line, _style(block)))
            case Bullets():
                yield from self._bullets(block)
            case Table():
                yield _piece("ตาราง", ตาราง=self._table(block, heading))
            case Notice():
                yield _piece("กรอบ", กรอบ=self._notice(block))
            case BarChart():
                # Without a picture nothing is lost: the figures always stand in a table beside it.
                if picture := self.picture(block):
                    yield _piece("แผนภูมิ", แผนภูมิ={"ชื่อ": xml(block.title), "รูป": Xml(picture)})

    def _bullets(self, block: Bullets) -> Iterator[Values]:
        kind = "รายการระบบ" if _is_composed(block) else "รายการ"
        for number, line in enumerate(block.lines, 1):
            text = self.runs(line, _style(block))
            yield _piece("รายการเลข" if block.ordered else kind, text, self._number(number))

    def _table(self, table: Table, heading: str) -> Values:
        """Return a table; a caption that repeats the heading above it is not shown again."""
        caption = self.runs((table.caption,), _style(table))
        return {
            "ชื่อ": None if table.caption == heading else caption,
            "ชื่ออื่น": xml(table.caption),
            "หัว": [xml(column.title) for column in table.columns],
            "แถว": [
                [
                    list(self._cell(cell, column.numeric))
                    for cell, column in zip(row, table.columns, strict=True)
                ]
                for row in table.rows
            ],
        }

    def _cell(self, cell: Cell, numeric: bool) -> Iterator[Values]:
        """Yield the lines of a cell, at least one: Word refuses a cell without a paragraph."""
        steps = cell.numbered and len(cell.lines) > 1
        style = WEAK_STYLE if cell.tone == "weak" else ""
        kind = "ขั้นตอน" if steps else "ตัวเลข" if numeric else ""
        lines = cell.lines or ((),)
        for number, (line, points) in enumerate(zip_longest(lines, cell.points, fillvalue=()), 1):
            yield _line(self.runs(line, style), kind, self._number(number) if steps else "")
            for point in points:
                yield _line(self.runs((point,)), "ข้อย่อย")

    def _notice(self, notice: Notice) -> Values:
        kind = "รายการ" if len(notice.lines) > 1 else ""
        lines = [_line(self.runs(line), kind) for line in notice.lines]
        return {"หัวเรื่อง": xml(notice.title), "บรรทัด": lines}

    def _number(self, number: int) -> str:
        return self.digits.show(f"{number}.")

    def runs(self, line: Line, style: str = "") -> Xml:
        """Return a line as the runs of a paragraph, its links as hyperlinks where they lead."""
        return Xml("".join(self._run(part, style) for part in line))

    def _run(self, part: str | Link, style: str) -> str:
        if isinstance(part, str):
            return self._words(part, style)
        if relation := self.relation(part.page):
            inside = self._words(part.text, LINK_STYLE)
            return f'<w:hyperlink r:id="{relation}" w:history="1">{inside}</w:hyperlink>'
        return self._words(part.text, style)

    def _words(self, text: str, style: str) -> str:
        known = self.style(style) if style else None
        look = f'<w:rPr><w:rStyle w:val="{xml(known)}"/></w:rPr>' if known else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{xml(text)}</w:t></w:r>'


def _memo(memo: Memo | None) -> Values:
    found = memo or Memo("", "", "", "", "")
    told = (found.office, found.reference, found.date, found.subject, found.to)
    return dict(zip(FIELDS["บันทึก"], map(xml, told), strict=True))


def _piece(kind: str, text: Xml = _NO_TEXT, number: str = "", **parts: Values) -> Values:
    kinds = {f"เป็น{name}": name == kind for name in PIECES}
    nothing = {"กรอบ": None, "ตาราง": None, "แผนภูมิ": None}
    return {**kinds, "ข้อความ": text, "เลข": number, **nothing, **parts}


def _line(text: Xml, kind: str = "", number: str = "") -> Values:
    kinds = {name: name == f"เป็น{kind}" for name in FIELDS["บรรทัด"] if name.startswith("เป็น")}
    return {"ข้อความ": text, "เลข": number, **kinds}


def _blocks(report: Report) -> Iterator[Block]:
    yield from report.lead
    for section in report.sections:
        yield from section.blocks


def _is_composed(block: Block) -> bool:
    return getattr(block, "by", None) is Author.SOFTWARE


def _style(block: Block) -> str:
    return SOFTWARE_STYLE if _is_composed(block) else ""
