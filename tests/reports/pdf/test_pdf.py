"""Reports as PDF: read back by every reader, tagged and archival, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pypdf
import pytest

import prongsai_theme
from prongsai.models.agency import Digits
from prongsai.problems import Lang
from prongsai.reports.document import (
    Author,
    Bar,
    BarChart,
    Bullets,
    Cell,
    Column,
    Issuer,
    Link,
    Memo,
    Notice,
    Paragraph,
    Section,
    Table,
    Tone,
    cell,
    line,
)
from prongsai.reports.paper.lettering import shown
from prongsai.reports.pdf import chart_png, to_pdf
from prongsai.reports.typesetting import MissingCharacterError, TypesettingError

KINDS = ("result", "analysis", "measures", "progress")
READERS = ("pdftotext", "pypdf", "pdfminer", "pdfplumber", "pdfium")
MARKS = re.compile("[ัิ-ฺ็-๎ำ]")
SENTENCE = "องค์การบริหารส่วนตำบลจัดทำมาตรการส่งเสริมความโปร่งใสและป้องกันการทุจริตในหน่วยงาน "

by_kind = pytest.mark.parametrize("kind", KINDS)
by_reader = pytest.mark.parametrize("reader", READERS)


def squeezed(text):
    return re.sub(r"\s", "", shown(text))


def opened(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def pages(pdf):
    return [page.extract_text() for page in opened(pdf).pages]


def table(columns, *rows, caption="ตาราง"):
    return Table(caption, tuple(Column(f"ช่อง{'กขคงจฉช'[i]}") for i in range(columns)), rows)


@by_kind
@by_reader
def test_a_reader_gives_back_every_text(kind, reader, reports, pdfs, readable, said):
    text = readable(reports[kind], reader, pdfs[kind])

    lost = [one for one in said(reports[kind]) if squeezed(one) not in text]

    assert lost == []
    assert "(cid:" not in text


@by_kind
def test_no_mark_is_lost_between_the_readers(kind, reports, pdfs, readable, said):
    counts = {
        reader: len(MARKS.findall(readable(reports[kind], reader, pdfs[kind])))
        for reader in READERS
        if reader != "pdftotext" or shutil.which("pdftotext")
    }

    assert len(set(counts.values())) == 1
    assert counts["pypdf"] >= sum(len(MARKS.findall(shown(one))) for one in said(reports[kind]))


@by_kind
def test_a_table_can_be_read_cell_by_cell(kind, reports, pdfs):
    with pdfplumber.open(io.BytesIO(pdfs[kind])) as document:
        found = {
            squeezed(text or "")
            for page in document.pages
            for rows in page.extract_tables()
            for row in rows
            for text in row
        }
    tables = [
        block
        for section in reports[kind].sections
        for block in section.blocks
        if isinstance(block, Table)
    ]

    expected = {
        squeezed("".join(cell_texts(one, reports[kind].digits)))
        for block in tables
        for row in block.rows
        for one in row
    }

    assert tables
    assert expected <= found


def cell_texts(one, digits):
    """Yield what a cell prints: its lines with their numbers, and the points below them."""
    for index, parts in enumerate(one.lines):
        if one.numbered and len(one.lines) > 1:
            yield f"{digits.show(index + 1)}."
        yield "".join(part if isinstance(part, str) else part.text for part in parts)
        for point in one.points[index] if one.points else ():
            yield f"–{point}"


@by_kind
def test_no_line_begins_or_ends_as_none_may(kind, pdfs, lines_of):
    lines = lines_of(pdfs[kind])

    assert [one for one in lines if re.match(r"[ๆฯ)\]}”’,:;!?%…]|[ะ-ฺๅ็-๎]", one)] == []
    assert [one for one in lines if re.search(r"[(\[{“‘เแโใไ]$", one)] == []


@by_kind
def test_the_file_is_tagged_and_archival(kind, reports, pdfs):
    document = opened(pdfs[kind])
    root, metadata = document.trailer["/Root"], document.xmp_metadata

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("th")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata.title == reports[kind].title
    assert document.metadata.author == reports[kind].issuer.name
    stream = metadata.stream.get_data().decode()
    for mark in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert mark in stream


@by_kind
def test_bookmarks_name_the_sections(kind, reports, pdfs):
    flat = []

    def walk(items):
        for item in items:
            walk(item) if isinstance(item, list) else flat.append(item.title)

    walk(opened(pdfs[kind]).outline)

    titles = [section.title for section in reports[kind].sections if section.id != "notes"]
    assert len(flat) >= len(titles)
    assert all(any(title in one for one in flat) for title in titles)


def test_the_same_report_gives_the_same_bytes(repo, pdfs):
    """Also in another process, where sets have another order."""
    script = (
        "import hashlib, pathlib, sys\n"
        "from prongsai.content import load_site\n"
        "from prongsai.reports import build_reports\n"
        "from prongsai.reports.pdf import to_pdf\n"
        "site = load_site(pathlib.Path(sys.argv[1]), 'content')\n"
        "report = next(r for r in build_reports(site) if r.kind == 'measures')\n"
        "print(hashlib.sha256(to_pdf(report)).hexdigest())\n"
    )
    command = [sys.executable, "-c", script, str(repo / "content")]
    environment = os.environ | {"PYTHONHASHSEED": "7"}

    other = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert other.stdout.strip() == hashlib.sha256(pdfs["measures"]).hexdigest()


def test_the_file_is_dated_by_the_fiscal_year_or_by_the_day_given(made):
    report = made(Paragraph(line("ข้อความ")))

    assert opened(to_pdf(report)).metadata.creation_date.date() == date(2025, 10, 1)
    for day in (date(2026, 3, 25), datetime(2026, 3, 25, 9)):
        given = opened(to_pdf(report, timestamp=day)).metadata.creation_date
        assert given.date() == date(2026, 3, 25)


def test_three_reports_take_little_time(reports):
    begun = time.perf_counter()
    for kind in ("analysis", "measures", "progress"):
        to_pdf(reports[kind])
    taken = time.perf_counter() - begun

    print(f"three reports: {taken:.2f} s")  # noqa: T201
    assert taken < 4


@pytest.mark.parametrize(("digits", "number"), [(Digits.THAI, "หน้า ๒"), (Digits.ARABIC, "หน้า 2")])
def test_pages_are_numbered_in_the_digits_of_the_agency(digits, number, made):
    read = pages(to_pdf(made(Paragraph(line(SENTENCE * 60)), digits=digits)))

    assert "หน้า" not in read[0]
    assert number in read[2]


def test_the_cover_names_the_report_and_who_issues_it(reports, pdfs):
    cover = squeezed(pages(pdfs["analysis"])[0])

    assert cover == squeezed(
        "รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘"
        "องค์การบริหารส่วนตำบลสามเรือน (เว็บไซต์สาธิต / demonstration) อำเภอเมืองราชบุรี จังหวัดราชบุรี"
    )


ODD = """อบต. "ก" 'ข' #let x = $1$ \\ ` *ค* _ง_ @จ <ฉ> [ช] {ซ} // /* ~ -- ... \\u{41}"""


def test_text_that_looks_like_code_comes_out_as_it_is(made, readable):
    report = made(
        Paragraph(line(ODD)),
        Bullets((line(ODD),)),
        table(3, (cell(ODD), Cell(((ODD,), (ODD,)), numbered=True), cell("ข"))),
        Notice(ODD, (line(ODD),)),
        title=ODD,
        issuer=Issuer(ODD, "อบต.", ODD),
    )

    text = readable(report, "pypdf", to_pdf(report))

    assert text.count(squeezed(ODD)) == 9


@pytest.mark.parametrize("columns", [3, 6])
@pytest.mark.parametrize("text", [(SENTENCE * 130)[:10_000], "ก" * 10_000, "A" * 10_000])
def test_a_cell_of_ten_thousand_characters_comes_out_whole(columns, text, made, on_paper):
    rest = (cell("ข"),) * (columns - 1)

    pdf = to_pdf(made(table(columns, (cell(text), *rest), (cell("จบ"), *rest))))

    assert on_paper(pdf).count(text[0]) >= text.count(text[0])
    assert len(opened(pdf).pages) > 3


def test_a_row_that_fits_a_page_is_never_cut(made):
    rows = [(cell(f"เริ่ม{n}"), cell(SENTENCE * 25 + f"สุด{n}"), cell("ก")) for n in range(6)]

    read = [squeezed(page) for page in pages(to_pdf(made(table(3, *rows))))]

    for n in range(6):
        [page] = [text for text in read if f"เริ่ม{n}" in text]
        assert f"สุด{n}" in page


def test_a_table_repeats_its_heads_on_every_page(made):
    rows = [(cell("ก"), cell(SENTENCE * 5), cell("ข")) for _ in range(20)]

    read = [squeezed(page) for page in pages(to_pdf(made(table(3, *rows))))]

    assert len([page for page in read if SENTENCE[:40] in page]) > 2
    assert all("ช่องกช่องขช่องค" in page for page in read if SENTENCE[:40] in page)


def test_only_tables_of_more_than_five_columns_lie(made):
    row = tuple(cell("ก") for _ in range(6))
    report = made(
        sections=(
            Section("one", "หนึ่ง", (table(5, row[:5]),)),
            Section("two", "สอง", (table(6, row),)),
            Section("three", "สาม", (Paragraph(line("ข้อความ")),)),
        ),
        lead=(Paragraph(line("นำ")),),
    )

    sizes = [page.mediabox for page in opened(to_pdf(report)).pages]

    assert [size.width > size.height for size in sizes] == [False, False, True, False]


def test_a_chart_has_its_figures_beside_it_and_a_text_in_its_place(made):
    bars = (Bar("๑. การใช้อำนาจ", Decimal(90), "๙๐.๐๐"), Bar("๒. การใช้งบ", Decimal(70), "๗๐.๐๐"))
    chart = BarChart("c", "คะแนน", "แผนภูมิแท่งของคะแนน", bars, Decimal(85), "เกณฑ์ผ่าน ๘๕")

    pdf = to_pdf(made(chart))

    told = list(alternatives(opened(pdf).trailer["/Root"]["/StructTreeRoot"]))
    assert "แผนภูมิแท่งของคะแนน" in told
    assert "๙๐.๐๐" in pages(pdf)[1]
    assert "เกณฑ์ผ่าน ๘๕" in pages(pdf)[1]


def alternatives(element):
    """Yield the texts that stand in for figures."""
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from alternatives(one)
    elif isinstance(element, dict):
        if "/Alt" in element:
            yield element["/Alt"]
        yield from alternatives(element.get("/K", pypdf.generic.NullObject()))


def test_a_chart_can_be_a_picture_as_wide_as_the_text(made):
    chart = BarChart(
        "c", "คะแนน", "แผนภูมิ", (Bar("๑. ก้ำ", Decimal(90), "๙๐"),), Decimal(85), "เกณฑ์ผ่าน ๘๕"
    )

    png = chart_png(chart)

    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert abs(width - 16 / 2.54 * 220) < 2
    assert chart_png(chart) == png


def test_a_single_step_with_points_is_set_without_a_warning(made):
    one = Cell((("ประชุม",),), numbered=True, points=(("ข้อแรก", "ข้อหลัง"),))

    text = squeezed("".join(pages(to_pdf(made(table(3, (one, cell("ก"), cell("ข"))))))))

    assert "ประชุม–ข้อแรก–ข้อหลัง" in text


def test_what_the_software_composed_is_explained_once(made):
    composed = Paragraph(line("ระบบเขียน"), Author.SOFTWARE)
    note = "ข้อความที่มีเส้นตั้งด้านซ้าย"

    assert "".join(pages(to_pdf(made(composed, composed)))).count(note) == 1
    assert note not in "".join(pages(to_pdf(made(Paragraph(line("หน่วยงานเขียน"))))))


def test_folded_notices_stand_at_the_end_behind_the_signature(made):
    report = made(
        Notice("ตัวเลขไม่ตรง", (line("เห็นทันที"),), Tone.WARNING),
        Notice("คำที่พิมพ์ผิด", (line("อ่านทีหลัง"),), folded=True),
        Paragraph(line("ย่อหน้าสุดท้าย")),
    )

    text = squeezed("".join(pages(to_pdf(report))))

    pointer = squeezed("คำที่พิมพ์ผิด ดูหมายเหตุท้ายรายงาน ข้อ ๑")
    order = ["เห็นทันที", pointer, "ย่อหน้าสุดท้าย", "ลงชื่อ", "อ่านทีหลัง"]
    assert sorted(order, key=text.index) == order


def test_a_report_without_folded_notices_has_no_notes(made):
    assert "หมายเหตุท้ายรายงาน" not in "".join(pages(to_pdf(made(Paragraph(line("ข้อความ"))))))


def test_a_memorandum_has_the_official_head_and_no_cover(made):
    memo = Memo(
        "สำนักปลัด โทร. ๐-๓๙๓๘-๗๐๓๘", "จบ ๕๒๑๐๑/๑", "๒๕ มีนาคม ๒๕๖๙", "รายงานผล", "นายกเทศมนตรี"
    )
    report = made(Paragraph(line(SENTENCE * 40)), memo=memo)

    read = pages(to_pdf(report, memo=True))

    first = squeezed(read[0])
    head = ["บันทึกข้อความ", "ส่วนราชการ", memo.office, "ที่", memo.reference, "วันที่", memo.date]
    for text in (*head, "เรื่อง", memo.subject, "เรียน", memo.to, SENTENCE):
        assert squeezed(text) in first
    assert "- ๒ -" in read[1]
    assert "บันทึกข้อความ" not in "".join(pages(to_pdf(report)))


def test_a_memorandum_without_a_head_leaves_it_to_be_filled_in(made):
    first = squeezed(pages(to_pdf(made(Paragraph(line("ข้อความ"))), memo=True))[0])

    assert squeezed("ส่วนราชการ เทศบาลตำบลโป่งน้ำร้อน ที่ วันที่ เรื่อง รายงานทดสอบ") in first


def test_a_memorandum_is_signed_on_its_own_page_before_enclosed_tables(made):
    wide = table(6, tuple(cell("ก") for _ in range(6)))
    report = made(wide, lead=(Paragraph(line("เรียนมาเพื่อทราบ")),))

    read = pages(to_pdf(report, memo=True))

    assert "ลงชื่อ" in read[0]
    assert "ลงชื่อ" not in read[1]


def test_a_report_that_says_nothing_still_has_a_cover_and_a_signature(made):
    for memo in (False, True):
        assert "ลงชื่อ" in "".join(pages(to_pdf(made(sections=()), memo=memo)))


def test_a_character_without_a_sign_is_told_with_its_place(made):
    report = made(Paragraph(line("ทำ 😀 ได้")), table(3, (cell("漢"), cell("ก"), cell("ข"))))

    with pytest.raises(MissingCharacterError) as raised:
        to_pdf(report)

    for lang in Lang:
        told = raised.value.told(lang)
        assert "U+1F600" in told
        assert "ทำ 😀 ได้" in told
        assert "漢" in told


def test_a_missing_font_is_an_error_and_not_a_report_without_text(made, tmp_path, monkeypatch):
    theme = Path(prongsai_theme.__file__).parent
    shutil.copytree(theme / "report", tmp_path / "theme_without_fonts/report")
    (tmp_path / "theme_without_fonts/fonts").mkdir()
    (tmp_path / "theme_without_fonts/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("prongsai.reports.typesetting._THEME", "theme_without_fonts")

    with pytest.raises(TypesettingError) as raised:
        to_pdf(made(Paragraph(line("ข้อความ"))))

    assert "unknown font family" in raised.value.told(Lang.EN)
    assert "ติดตั้ง" in raised.value.told(Lang.TH)


def test_starting_up_does_not_load_typst():
    script = "import sys, prongsai.reports.files; sys.exit('typst' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_link_leads_to_its_page_and_says_where(made):
    cites = Paragraph(
        line("อ้างอิงจาก ", Link("O8", "oit/2568/o8.md"), ", ", Link("O13", "oit/o13.md"))
    )
    plain_words = to_pdf(made(cites))
    pdf = to_pdf(made(cites), address=lambda page: f"https://a.example/?p={page}#ก")

    found = [
        (annotation["/A"]["/URI"], annotation["/Contents"])
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for annotation in (one.get_object() for one in page.get("/Annots", []))
    ]
    assert [told for _, told in found] == [
        "https://a.example/?p=oit/2568/o8.md#ก",
        "https://a.example/?p=oit/o13.md#ก",
    ]
    assert all("/Annots" not in page for page in pypdf.PdfReader(io.BytesIO(plain_words)).pages)
    assert pages(pdf) == pages(plain_words)  # what is a link does not change how lines break
