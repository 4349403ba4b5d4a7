"""The styles of the Word template: official Thai looks, TH SarabunPSK of 16 points."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "TH SarabunPSK"
OTHER_FONT = "TH Sarabun New"
"""The same letters, by the name they have on newer machines."""
TEXT_WIDTH = 9072
"""The width of the text in twentieths of a point: 21 cm less margins of 3 and 2 cm."""

_BODY = 32
_GREY, _BLUE, _RED, _LINK = "595959", "1F3864", "9C0006", "0563C1"
_CENTRED = '<w:jc w:val="center"/>'
_THAI_JUSTIFIED = '<w:jc w:val="thaiDistribute"/>'
_BAR = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="8496B0"/></w:pBdr>'
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="A6A6A6"/></w:pBdr>'
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="7F7F7F"/>'
    for side in ("top", "left", "bottom", "right")
)
# Word joins the borders of neighbours only when their indents agree to the last twip.
_BOX_INDENT = '<w:ind w:left="397" w:right="113" w:hanging="284"/>'
_BOX = f"<w:pBdr>{_SIDES}</w:pBdr>"
_TOGETHER = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True)
class Style:
    """One style. Sizes are in half points, as Word counts them; 0 leaves the size alone."""

    id: str
    name: str
    layout: str = ""
    size: int = _BODY
    bold: bool = False
    colour: str = ""
    underlined: bool = False
    based: str = "Normal"
    kind: str = "paragraph"

    def xml(self, namespaces: str) -> str:
        """Return the style as Word writes it."""
        default = ' w:default="1"' if self.id in ("Normal", "DefaultParagraphFont") else ""
        custom = ' w:customStyle="1"' if not self.name.isascii() else ""
        based = f'<w:basedOn w:val="{self.based}"/>' if self.based else ""
        layout = f"<w:pPr>{self.layout}</w:pPr>" if self.layout else ""
        look = run_look(self.size, self.bold, self.colour, self.underlined)
        return (
            f'<w:style {namespaces} w:type="{self.kind}"{default}{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{based}<w:qFormat/>{layout}{look}</w:style>'
        )


def run_look(size: int, bold: bool = False, colour: str = "", underlined: bool = False) -> str:
    """Return the look of letters, for Latin and for Thai: Word keeps the two apart."""
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    line = '<w:u w:val="single"/>' if underlined else ""
    language = '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
    return f"<w:rPr><w:rFonts {fonts}/>{weight}{ink}{sizes}{line}{language}</w:rPr>"


def _spaced(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _hanging(left: int, by: int) -> str:
    """Indent, with the first line hanging out and a tab stop where the text begins."""
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{by}"/>'
    )


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


_MEMO_DOTS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr>'

PARAGRAPHS = (
    Style("Normal", "Normal", based=""),
    Style("Heading1", "heading 1", _TOGETHER + _spaced(0, 240) + _CENTRED + _level(0), 40, True),
    Style("Heading2", "heading 2", _TOGETHER + _spaced(240, 80) + _level(1), 36, True),
    Style("Heading3", "heading 3", _TOGETHER + _spaced(160, 40) + _level(2), bold=True),
    Style("Title", "Title", _spaced(3400, 0) + _CENTRED, 48, True),
    Style("Subtitle", "Subtitle", _spaced(5200, 0) + _CENTRED, 44, True),
    Style("CoverPlace", "ที่ตั้งบนปก", _CENTRED, 40, True),
    Style(
        "BodyText",
        "Body Text",
        _spaced(0, 80) + f'<w:ind w:firstLine="1418"/>{_THAI_JUSTIFIED}',
    ),
    Style("SoftwareParagraph", "ย่อหน้าของระบบ", f'{_BAR}{_spaced(40, 80)}<w:ind w:left="227"/>'),
    Style("ListBullet", "List Bullet", _BULLET + _hanging(851, 284)),
    Style("SoftwareBullet", "รายการของระบบ", _BULLET + _BAR + _hanging(511, 284)),
    Style("ListNumber", "List Number", _hanging(964, 397)),
    Style("Caption", "caption", _TOGETHER + _spaced(160, 60), bold=True),
    Style("TableHead", "หัวตาราง", _CENTRED, bold=True),
    Style("TableText", "ข้อความในตาราง"),
    Style("TableNumber", "ตัวเลขในตาราง", '<w:jc w:val="right"/>'),
    Style("TableStep", "ขั้นตอนในตาราง", _hanging(340, 340)),
    Style("TablePoint", "ข้อย่อยในตาราง", _hanging(567, 227)),
    Style("NoticeTitle", "หัวกรอบ", f"<w:keepNext/>{_BOX}{_spaced(120, 0)}{_BOX_INDENT}", bold=True),
    Style("NoticeText", "ข้อความในกรอบ", _BOX + _BOX_INDENT),
    Style("Gap", "ช่องว่าง", '<w:spacing w:line="160" w:lineRule="exact"/>', 8),
    Style("Note", "หมายเหตุ", _TOGETHER + _spaced(120, 0), 28, colour=_GREY),
    Style(
        "Closing",
        "Closing",
        f'<w:keepNext/>{_spaced(120, 0)}<w:ind w:firstLine="1418"/>',
    ),
    Style(
        "Signature",
        "Signature",
        f'{_TOGETHER}{_spaced(60, 0)}<w:ind w:left="3969"/>{_CENTRED}',
    ),
    Style("Header", "header", _RULE, 24, colour=_GREY),
    Style("Footer", "footer", _CENTRED),
    Style("MemoTitle", "หัวเรื่องบันทึก", _spaced(0, 120) + _CENTRED + _level(0), 58, True),
    Style("MemoLine", "หัวบันทึก", _MEMO_DOTS),
    Style("MemoTo", "เรียน", _spaced(120, 120)),
    Style(
        "TemplateTag",
        "แท็กควบคุม",
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
        24,
        colour=_GREY,
    ),
    Style("TemplateHelp", "คำอธิบายแม่แบบ", _spaced(0, 60), 28),
)
CHARACTERS = tuple(
    Style(
        style_id,
        name,
        size=size,
        bold=bold,
        colour=colour,
        underlined=line,
        based="",
        kind="character",
    )
    for style_id, name, size, bold, colour, line in (
        ("DefaultParagraphFont", "Default Paragraph Font", 0, False, "", False),
        ("SoftwareText", "ข้อความของระบบ", 0, False, _BLUE, False),
        ("WeakFigure", "คะแนนต่ำกว่าเกณฑ์", 0, True, _RED, False),
        ("MemoLabel", "ป้ายหัวบันทึก", 40, True, "", False),
        ("Hyperlink", "Hyperlink", 0, False, _LINK, True),
    )
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
TABLES = (
    '<w:style {} w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    f"<w:tblCellMar>{_CELL}</w:tblCellMar></w:tblPr></w:style>",
    '<w:style {} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
    '<w:name w:val="ตารางรายงาน"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    f"{run_look(_BODY)}<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/><w:vAlign w:val="center"/></w:tcPr>'
    "</w:tblStylePr></w:style>",
)
