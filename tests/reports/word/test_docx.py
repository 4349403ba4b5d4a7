"""The reports as Word files: all that they say is there, and as Word needs it."""

from __future__ import annotations

import dataclasses
import re
import shutil
import struct
import subprocess
import sys
import zlib
from itertools import zip_longest
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from prongsai.content import load_site
from prongsai.models.agency import Digits
from prongsai.reports import build_reports
from prongsai.reports.document import (
    Author,
    BarChart,
    Bullets,
    Cell,
    Column,
    Issuer,
    Link,
    Memo,
    Notice,
    Paragraph,
    Table,
)
from prongsai.reports.docx import to_docx
from prongsai.reports.docx_widths import widths

REPO = Path(__file__).parents[3]
REPORTS = {
    f"{report.kind}-{report.fiscal_year}": report
    for report in build_reports(load_site(REPO / "content", "content"))
}
EACH_REPORT = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
MEMO = Memo("สำนักปลัด โทร. ๐ ๒๑๒๓ ๔๕๖๗", "ทด ๑๒๓/๔", "", "ส่งรายงาน", "นายกองค์การบริหารส่วนตำบล")

AFTER_CONTENT = ("หมายเหตุ", "Closing", "Signature")
# Everything that XML, Jinja, docxtpl or Typst could take for something else.
NASTY = (
    "a & b < c > d \" e ' f {{ g }} {% if h %} {# i #} {_{ j }_} {_% k %_} #$\\ &amp; ]]> <w:p/>"
)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def text_of(line):
    return "".join(part.text if isinstance(part, Link) else part for part in line)


def said_in_cell(cell, digits):
    numbered = cell.numbered and len(cell.lines) > 1
    for number, (line, points) in enumerate(zip_longest(cell.lines, cell.points, fillvalue=()), 1):
        yield (digits.show(f"{number}.") + "\t" if numbered else "") + text_of(line)
        yield from (f"–\t{point}" for point in points)


def said_by(block, heading, digits):
    """Yield what a block must read as in Word."""
    ours = getattr(block, "by", None) is Author.SOFTWARE
    match block:
        case Paragraph():
            yield "ย่อหน้าของระบบ" if ours else "Body Text", text_of(block.line)
        case Bullets():
            for number, line in enumerate(block.lines, 1):
                if block.ordered:
                    yield "List Number", digits.show(f"{number}.") + "\t" + text_of(line)
                else:
                    yield "รายการของระบบ" if ours else "List Bullet", text_of(line)
        case Table():
            if block.caption != heading:
                yield "Caption", block.caption
            heads = [column.title for column in block.columns]
            rows = [["\n".join(said_in_cell(cell, digits)) for cell in row] for row in block.rows]
            yield "table", [heads, *rows]
        case Notice():
            yield "หัวกรอบ", block.title
            bullet = "•\t" if len(block.lines) > 1 else ""
            yield from (("ข้อความในกรอบ", bullet + text_of(line)) for line in block.lines)


def said(report):
    for block in report.lead:
        yield from said_by(block, "", report.digits)
    for section in report.sections:
        yield f"Heading {section.level}", section.title
        for block in section.blocks:
            yield from said_by(block, section.title, report.digits)


def content_of(blocks):
    """Drop what the template itself says before and after the content."""
    styles = [style for style, _ in blocks]
    start = styles.index("Heading 1") + 1
    end = next(i for i in range(start, len(styles)) if styles[i] in AFTER_CONTENT)
    return [block for block in blocks[start:end] if block[0] != "ช่องว่าง"]


@EACH_REPORT
def test_every_paragraph_and_cell_is_read_back(report, opened, blocks_in):
    found = blocks_in(opened(to_docx(report)))

    assert content_of(found) == list(said(report))


@EACH_REPORT
def test_the_cover_names_report_and_issuer(report, opened, blocks_in):
    found = dict(blocks_in(opened(to_docx(report)))[:5])

    assert found["Title"].replace("\n", " ") == report.title
    assert found["Subtitle"] == report.issuer.name
    assert found["ที่ตั้งบนปก"] == report.issuer.place
    assert found["Heading 1"].replace("\n", " ") == report.title


@EACH_REPORT
def test_the_running_head_names_the_agency_and_pages_are_numbered(report, opened):
    cover, *body = opened(to_docx(report)).sections

    assert not cover.header.paragraphs[0].text
    for section in body:
        assert section.header.paragraphs[0].text == f"{report.issuer.short_name}  ·  {report.title}"
        [field] = section.footer._element.iter(qn("w:fldSimple"))
        assert field.get(qn("w:instr")) == "PAGE"


@pytest.mark.parametrize(("digits", "format"), [("thai", "thaiNumbers"), ("arabic", "decimal")])
def test_pages_are_numbered_in_the_digits_of_the_agency(digits, format, report_of, xml_of):
    content = to_docx(report_of(lead=(Paragraph(("ข้อความ",)),), digits=Digits(digits)))

    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", xml_of(content), re.DOTALL)
    assert len(sections) == 2
    for section in sections:
        assert re.search(rf'<w:pgNumType[^>]*w:fmt="{format}"[^>]*/>.*<w:cols', section)


@EACH_REPORT
def test_tables_repeat_their_head_keep_short_rows_whole_and_have_fixed_widths(report, opened):
    tables = opened(to_docx(report)).tables

    blocks = [b for s in report.sections for b in s.blocks if isinstance(b, Table)]
    assert len(tables) == len(blocks)
    for table, block in zip(tables, blocks, strict=True):
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == block.caption
        heads = [r._tr.trPr.find(qn("w:tblHeader")) is not None for r in table.rows]
        assert heads == [True] + [False] * len(block.rows)
        short = [r for r in table.rows if max(len(cell.text) for cell in r.cells) < 60]
        assert all(r._tr.trPr.find(qn("w:cantSplit")) is not None for r in short)
        assert len({tuple(cell.width for cell in row.cells) for row in table.rows}) == 1


@EACH_REPORT
def test_wide_tables_lie_on_landscape_pages_and_no_others(report, opened):
    document = opened(to_docx(report))

    for section in document.sections:
        tables = [b for b in section.iter_inner_content() if hasattr(b, "rows")]
        lying = section.orientation == WD_ORIENT.LANDSCAPE
        assert (section.page_width > section.page_height) is lying
        assert all((len(table.columns) > 5) is lying for table in tables)
        assert tables or not lying
        text = section.page_width - section.left_margin - section.right_margin
        for table in tables:
            assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(text, abs=9000)


def test_a_heading_lies_with_its_wide_table_and_so_does_a_signature_after_it(
    report_of, table_of, opened
):
    long = Paragraph(("ข้อความยาว " * 100,))
    report = report_of(table_of(6, "ABCDEF"), lead=(long,))

    cover, upright, lying = opened(to_docx(report)).sections

    assert [s.orientation for s in (cover, upright)] == [WD_ORIENT.PORTRAIT] * 2
    assert lying.orientation == WD_ORIENT.LANDSCAPE
    styles = [b.style.name for b in lying.iter_inner_content()]
    assert styles[:2] == ["Heading 2", "Caption"]
    assert styles[-1] == "Signature"


def test_a_few_words_before_a_wide_table_do_not_stand_on_a_page_alone(report_of, table_of, opened):
    report = report_of(table_of(6, "ABCDEF"), lead=(Paragraph(("สั้น",)),))

    sections = opened(to_docx(report)).sections

    assert [s.orientation for s in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


@EACH_REPORT
def test_fonts_sizes_and_the_thai_language_are_set_in_every_style(report, xml_of):
    styles = xml_of(to_docx(report), "word/styles.xml")

    found = re.findall(r"<w:docDefaults.*?</w:docDefaults>|<w:style .*?</w:style>", styles, re.S)
    assert len(found) > 30
    for style in found:
        if 'w:styleId="TableNormal"' in style:
            continue
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            assert f'w:{script}="TH SarabunPSK"' in style
        assert 'w:bidi="th-TH"' in style
        assert re.findall(r'<w:sz w:val="(\d+)"', style) == re.findall(
            r'<w:szCs w:val="(\d+)"', style
        )
        assert style.count("<w:b/>") == style.count("<w:bCs/>")
    assert '<w:sz w:val="32"/><w:szCs w:val="32"/>' in found[0]


@EACH_REPORT
def test_what_the_software_composed_is_marked_and_explained_once(report, opened):
    document = opened(to_docx(report))

    marked = [p for p in document.paragraphs if p.style.name.endswith("ของระบบ")]
    assert marked
    for paragraph in marked:
        assert {r.style.name for r in paragraph.runs} == {"ข้อความของระบบ"}
    ours = [p for p in document.paragraphs if p.style.name in ("Body Text", "List Bullet")]
    assert not any(r.style.name == "ข้อความของระบบ" for p in ours for r in p.runs)
    assert sum("ระบบเรียบเรียง" in p.text for p in document.paragraphs) == 1


def test_nothing_is_explained_that_does_not_occur(report_of, opened):
    document = opened(to_docx(report_of(lead=(Paragraph(("ของหน่วยงาน",)),))))

    assert not any(p.style.name == "หมายเหตุ" for p in document.paragraphs)


def nasty_blocks():
    line = (NASTY, Link(NASTY, "page.md"), "\ttab\nline")
    cell = Cell((line, (NASTY,)), numbered=True, points=((NASTY,), ()))
    return (
        Paragraph(line),
        Paragraph(line, Author.SOFTWARE),
        Bullets((line, line), ordered=True),
        Bullets((line,)),
        Table(NASTY, (Column(NASTY), Column(NASTY, True)), ((cell, Cell((line,), tone="weak")),)),
        Notice(NASTY, (line, line)),
    )


def test_whatever_the_data_holds_comes_out_verbatim(report_of, opened, blocks_in):
    issuer = Issuer(NASTY, NASTY, NASTY)
    report = report_of(*nasty_blocks(), lead=nasty_blocks(), issuer=issuer, title=NASTY)

    document = opened(to_docx(report))

    found = blocks_in(document)
    assert content_of(found) == list(said(report))
    assert [text for _, text in found[:3]] == [NASTY] * 3
    assert document.sections[-1].header.paragraphs[0].text == f"{NASTY}  ·  {NASTY}"
    assert document.core_properties.title == document.core_properties.author == NASTY


def test_control_characters_show_as_replacement_characters(report_of, opened, blocks_in):
    text = "ก\x00ข\x08ค\x0b\x0cง\x1f\ufffe\ud800จ"

    found = blocks_in(opened(to_docx(report_of(Paragraph((text,)), title=text))))

    clean = "ก\ufffdข\ufffdค\ufffd\ufffdง" + "\ufffd" * 3 + "จ"
    assert ("Body Text", clean) in found
    assert ("Title", clean) in found


def test_a_cell_of_ten_thousand_characters_is_whole(report_of, table_of, opened):
    long = "ความโปร่งใส" * 1000

    [table] = opened(to_docx(report_of(table_of(3, ("ก", long, "ค"))))).tables

    assert table.cell(1, 1).text == long


def test_a_row_that_may_not_fit_a_page_goes_on_over_it(report_of, table_of, opened):
    """LibreOffice cuts such a row off at the foot of the page when it must stay whole."""
    [table] = opened(to_docx(report_of(table_of(3, ("ก", "ข้อความ " * 200, "ค"))))).tables

    head, row = table.rows
    assert head._tr.trPr.find(qn("w:cantSplit")) is not None
    assert row._tr.trPr.find(qn("w:cantSplit")) is None


def test_an_empty_cell_still_has_a_paragraph(report_of, opened):
    table = Table("ตาราง", (Column("ก"), Column("ข")), ((Cell(), Cell(((),))),))

    [found] = opened(to_docx(report_of(table))).tables

    assert [[len(c.paragraphs) for c in row.cells] for row in found.rows] == [[1, 1], [1, 1]]


def test_steps_are_numbered_in_the_digits_of_the_agency(report_of, opened):
    cell = Cell((("หนึ่ง",), ("สอง",)), numbered=True, points=((), ("ย่อย",)))
    table = Table("ตาราง", (Column("ขั้นตอน"),), ((cell,),))

    for digits, text in (
        (Digits.THAI, "๑.\tหนึ่ง\n๒.\tสอง\n–\tย่อย"),
        (Digits.ARABIC, "1.\tหนึ่ง\n2.\tสอง\n–\tย่อย"),
    ):
        [found] = opened(to_docx(report_of(table, digits=digits))).tables
        assert found.cell(1, 0).text == text


def test_links_lead_to_item_pages_when_there_is_an_address(report_of, opened):
    report = report_of(Paragraph(("อ้างอิงจาก ", Link("O8", "oit/2568/o8.md"))))

    plain = opened(to_docx(report))
    linked = opened(to_docx(report, address=lambda page: f"https://a.example/{page[:-3]}/?x=1&y=2"))

    assert not [link for p in plain.paragraphs for link in p.hyperlinks]
    [link] = [link for p in linked.paragraphs for link in p.hyperlinks]
    assert (link.text, link.address) == ("O8", "https://a.example/oit/2568/o8/?x=1&y=2")
    assert link.runs[0].style.name == "Hyperlink"


def test_a_memorandum_has_its_head_and_no_cover(report_of, opened, blocks_in):
    report = report_of(lead=(Paragraph(("เนื้อความ",)),), memo=MEMO)

    document = opened(to_docx(report, memo=True))

    found = blocks_in(document)
    assert found[:5] == [
        ("หัวเรื่องบันทึก", "บันทึกข้อความ"),
        ("หัวบันทึก", f"ส่วนราชการ {MEMO.office}\t"),
        ("หัวบันทึก", f"ที่ {MEMO.reference}\tวันที่ \t"),
        ("หัวบันทึก", f"เรื่อง {MEMO.subject}\t"),
        ("เรียน", f"เรียน  {MEMO.to}"),
    ]
    assert not {"Title", "Heading 1"} & {style for style, _ in found}
    assert document.sections[0].different_first_page_header_footer
    assert "บันทึกข้อความ" not in dict.fromkeys(p.text for p in opened(to_docx(report)).paragraphs)


def test_a_memorandum_begins_upright_before_a_wide_table(report_of, table_of, opened):
    report = report_of(table_of(6, "ABCDEF"), lead=(Paragraph(("สั้น",)),), memo=MEMO)

    sections = opened(to_docx(report, memo=True)).sections

    assert [s.orientation for s in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [s.different_first_page_header_footer for s in sections] == [True, False]


def png():
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    )


def test_a_chart_is_a_picture_with_its_description_where_pictures_can_be_drawn(opened):
    report = REPORTS["result-2568"]
    [chart] = [b for s in report.sections for b in s.blocks if isinstance(b, BarChart)]

    document = opened(to_docx(report, chart_png=lambda chart: png()))

    [shape] = document.inline_shapes
    assert shape._inline.docPr.get("descr") == chart.description
    assert ("Caption", chart.title) in [(p.style.name, p.text) for p in document.paragraphs]
    pictures = [r for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.IMAGE]
    assert [r.target_part.blob for r in pictures] == [png()]


@EACH_REPORT
def test_the_figures_of_a_chart_stand_in_a_table(report, opened):
    rows = [[c.text for c in r.cells] for t in opened(to_docx(report)).tables for r in t.rows]

    for chart in (b for s in report.sections for b in s.blocks if isinstance(b, BarChart)):
        for bar in chart.bars:
            name = bar.label.partition(" ")[2]
            assert any(name in row and bar.shown in row for row in rows)


@EACH_REPORT
def test_the_same_report_gives_the_same_bytes(report):
    assert to_docx(report) == to_docx(dataclasses.replace(report))


def test_the_properties_name_the_report_and_have_the_day_of_its_data(opened):
    report = REPORTS["result-2568"]

    properties = opened(to_docx(report)).core_properties

    assert properties.title == report.title
    assert properties.author == report.issuer.name
    assert properties.language == "th-TH"
    assert properties.created.isoformat()[:10] == "2026-11-25"  # `updated` of the result
    assert properties.modified == properties.created


def test_a_long_title_is_cut_in_the_properties_only(report_of, opened):
    title = "ชื่อยาว" * 100

    document = opened(to_docx(report_of(title=title)))

    assert document.core_properties.title == title[:255]
    assert document.paragraphs[0].text == title


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl "
    "rPr sectPr",
    "rPr": "rStyle rFonts b bCs color sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn qFormat pPr rPr tblPr tblStylePr",
    "docDefaults": "rPrDefault pPrDefault",
    "lvl": "start numFmt lvlText lvlJc rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang",
}


@EACH_REPORT
@pytest.mark.parametrize("part", ["document", "styles", "numbering", "settings"])
def test_elements_stand_in_the_order_that_word_asks_for(report, part, xml_of):
    tree = etree.fromstring(xml_of(to_docx(report), f"word/{part}.xml").encode())

    for element in tree.iter():
        name = etree.QName(element).localname
        if name in ORDER:
            order = ORDER[name].split()
            children = [order.index(etree.QName(child).localname) for child in element]
            assert children == sorted(children), name


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_each_report(tmp_path):
    for name, report in REPORTS.items():
        (tmp_path / f"{name}.docx").write_bytes(to_docx(report))

    done = subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
        + ["--convert-to", "pdf", "--outdir", str(tmp_path)]
        + [str(path) for path in sorted(tmp_path.glob("*.docx"))],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    for name, report in REPORTS.items():
        pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{name}.pdf").read_bytes()))
        rows = sum(len(b.rows) for s in report.sections for b in s.blocks if isinstance(b, Table))
        # Another font than the one meant takes up to twice the room.
        assert 2 <= pages <= 8 + 3 * rows, f"{name}: {pages} pages"


def test_a_short_column_gets_what_it_needs_and_the_long_one_the_rest():
    columns = (["ข้อ", "O1"], ["ชื่อ", "ข้อความที่ยาวมาก " * 20], ["คะแนน", "๑๐๐.๐๐"])

    short, long, number = widths(columns, 5_760_000)

    assert short < number < long
    assert short + long + number == pytest.approx(5_760_000, abs=3)


def test_no_column_is_crushed_by_its_neighbour():
    columns = (["ก", "ข้อความ " * 2000], ["ข", "๑๐๐.๐๐"], ["ค", "ยาวพอควร " * 4])

    assert min(widths(columns, 5_760_000)) > 600_000


def test_the_libraries_for_word_are_loaded_only_when_a_report_is_made():
    look = "import sys, prongsai.reports.docx; sys.exit('docx' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
