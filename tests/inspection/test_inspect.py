"""Documents as they come: readable, locked, broken, and with numbers hidden in every corner."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import openpyxl
import pypdf
import pytest
import typst
from docx import Document
from openpyxl.comments import Comment

from prongsai import thai
from prongsai.inspection import inspect
from prongsai.inspection.personal import masked
from prongsai.models.inspected import Condition
from prongsai.problems import Text

LARGEST = 50_000_000


def with_checksum(twelve):
    total = sum((13 - place) * int(digit) for place, digit in enumerate(twelve))
    return f"{twelve}{(11 - total % 11) % 10}"


def ids(count, seed=0):
    chance = random.Random(seed)
    return [
        with_checksum(str(chance.randint(1, 8)) + f"{chance.randrange(10**11):011}")
        for _ in range(count)
    ]


ID = ids(1)[0]
CARD = f"{ID[0]}-{ID[1:5]}-{ID[5:10]}-{ID[10:12]}-{ID[12]}"


@pytest.fixture
def look(tmp_path):
    """A function that writes a file and inspects it."""

    def write_and_look(name, content, largest=LARGEST):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return inspect(path, largest=largest)

    return write_and_look


def pdf(*texts):
    pages = "\n#pagebreak()\n".join(f"#{one!r}".replace("'", '"') for one in texts)
    return typst.compile(pages.encode())


def xlsx(fill):
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def docx(fill):
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def places(found):
    return [(one.masked, one.place.en) for one in found.personal]


def hidden_sheet(book):
    book.active["A1"] = "ชื่อ"
    sheet = book.create_sheet("ลับ")
    sheet["B7"] = CARD
    sheet.sheet_state = "hidden"


def hidden_column(book):
    book.active.title = "รายชื่อ"
    book.active["C2"] = f"เลข {thai.thai(ID)}"
    book.active.column_dimensions["C"].hidden = True


def as_a_number(book):
    book.active.title = "รายชื่อ"
    book.active["A1"] = int(ID)


def comment(book):
    book.active["D4"] = "ผู้รับเงิน"
    book.active["D4"].comment = Comment(f"บัตร {CARD}", "การเงิน")


def in_a_formula(book):
    book.active.title = "รายชื่อ"
    book.active["A9"] = f'=CONCATENATE("{CARD}", "")'


def paragraph(document):
    document.add_paragraph("หัวเรื่อง")
    line = document.add_paragraph("เลขที่ ")
    for part in (ID[:4], ID[4:9], ID[9:]):
        line.add_run(part).bold = True


def in_a_table(document):
    document.add_table(1, 2).rows[0].cells[1].text = CARD


def in_the_header(document):
    document.sections[0].header.paragraphs[0].text = CARD


@pytest.mark.parametrize(
    ("fill", "place"),
    [
        (hidden_sheet, "sheet 'ลับ (ซ่อนอยู่)' cell B7"),
        (hidden_column, "sheet 'รายชื่อ' cell C2"),
        (as_a_number, "sheet 'รายชื่อ' cell A1"),
        (comment, "the comment at cell D4"),
        (in_a_formula, "sheet 'รายชื่อ' cell A9"),
    ],
)
def test_a_number_is_found_wherever_a_workbook_hides_it(look, fill, place):
    assert places(look("a.xlsx", xlsx(fill))) == [(masked(ID), place)]


@pytest.mark.parametrize("fill", [paragraph, in_a_table, in_the_header])
def test_a_number_is_found_wherever_a_word_file_holds_it(look, fill):
    assert [told for told, _ in places(look("a.docx", docx(fill)))] == [masked(ID)]


def test_a_number_is_found_on_its_page(look):
    assert places(look("a.pdf", pdf("one", f"ID {CARD}"))) == [(masked(ID), "page 2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_a_number_is_found_in_text_of_any_encoding_with_its_line(look, encoding):
    text = f"ชื่อ,เลข\nก,1\nข,{thai.thai(CARD)}\n"

    assert places(look("a.csv", text.encode(encoding))) == [(masked(ID), "line 3")]


def test_a_number_that_lies_across_two_parts_of_a_long_file_is_told_once(look):
    found = look("b.txt", f"ก\n{'x ' * ((1 << 19) - 3)}{CARD} y\n{'z ' * 10}")
    assert places(found) == [(masked(ID), "line 2")]


def test_a_thousand_numbers_hidden_in_every_kind_of_file_are_all_found(look):
    chance = random.Random(1)
    forms = (
        "{}",
        "{0[0]}-{0[1]}{0[2]}{0[3]}{0[4]}-{0[5]}{0[6]}{0[7]}{0[8]}{0[9]}-{0[10]}{0[11]}-{0[12]}",
        "{0[0]} {0[1]}{0[2]}{0[3]}{0[4]} {0[5]}{0[6]}{0[7]}{0[8]}{0[9]} {0[10]}{0[11]} {0[12]}",
    )
    found = 0
    for group in range(40):
        numbers = ids(25, seed=group)
        texts = [chance.choice(forms).format(number) for number in numbers]
        if chance.random() < 0.5:
            texts = list(map(thai.thai, texts))
        files = {
            "a.csv": "\n".join(f"ก,{text},ข" for text in texts),
            "a.docx": docx(lambda d, texts=texts: [d.add_paragraph(f"ก {t} ข") for t in texts]),
            "a.xlsx": xlsx(lambda b, texts=texts: [b.active.append(["ก", t]) for t in texts]),
            "a.yml": "\n".join(f"- {{title: ก, note: '{text}'}}" for text in texts),
            "a.pdf": pdf(*(f"- {text} -" for text in texts)) if texts[0].isascii() else b"",
        }
        kind = list(files)[group % len(files)]
        kind = kind if files[kind] else "a.docx"
        told = [one.masked for one in look(kind, files[kind]).personal]
        assert sorted(told) == sorted(map(masked, numbers)), kind
        found += len(numbers)

    assert found == 1_000


def test_ten_thousand_numbers_that_are_no_ids_raise_no_alarm(look):
    chance = random.Random(2)
    wrong = []
    while len(wrong) < 8_000:
        number = f"{chance.randrange(10**13):013}"
        if with_checksum(number[:12]) != number:
            wrong.append(number)
    companies = [with_checksum(f"0{chance.randrange(10**11):011}") for _ in range(2_000)]
    text = "\n".join(f"เลขที่ {number} บาท" for number in [*wrong, *companies])

    def fill(book):
        for number in (*wrong, *companies):
            book.active.append([number, int(number)])

    assert look("a.csv", text).personal == ()
    assert look("a.xlsx", xlsx(fill)).personal == ()


def encrypted():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("ก")))
    writer.encrypt("ลับ", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_only():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_macros():
    out = io.BytesIO(xlsx(lambda book: None))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    return out.getvalue()


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 350_000_000 + b"</a>")
    return out.getvalue()


def with_sheet(xml):
    """A workbook whose one sheet has this XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(lambda book: None))) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, xml if is_sheet else source.read(name))
    return out.getvalue()


def sheet(rows):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'


def part(kind, fill, name, text):
    """An Office file with one more part."""
    out = io.BytesIO({"xlsx": xlsx, "docx": docx}[kind](fill))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, text)
    return out.getvalue()


def nothing(made):
    pass


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def a_digit_a_cell(book):
    book.active.append([int(digit) for digit in ID])


def a_piece_a_cell(book):
    book.active.append(["ชื่อ", *CARD.split("-")])


def a_digit_a_box(document):
    cells = document.add_table(1, 13).rows[0].cells
    for cell, digit in zip(cells, ID, strict=True):
        cell.text = digit


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HIDDEN = {
    "a pivot cache": (
        "a.xlsx",
        part("xlsx", nothing, "xl/pivotCache/r1.xml", f'<r><s v="{ID}"/></r>'),
    ),
    "a link of a sheet": (
        "a.xlsx",
        part(
            "xlsx",
            nothing,
            "xl/worksheets/_rels/s.xml.rels",
            f'<R><r Target="https://a.th/{ID}"/></R>',
        ),
    ),
    "a digit a cell": ("a.xlsx", xlsx(a_digit_a_cell)),
    "a piece a cell": ("a.xlsx", xlsx(a_piece_a_cell)),
    "the description of a picture": (
        "a.docx",
        part("docx", nothing, "word/drawing1.xml", f'<d descr="บัตร {CARD}"/>'),
    ),
    "a part of the maker's own": (
        "a.docx",
        part("docx", nothing, "customXml/item9.xml", f"<a><b>{ID}</b></a>"),
    ),
    "a digit a box": ("a.docx", docx(a_digit_a_box)),
    "an embedded workbook": (
        "a.docx",
        part("docx", nothing, "word/embeddings/b.xlsx", xlsx(hidden_column)),
    ),
    "a ZIP file": ("a.zip", zipped("list.csv", f"ชื่อ,{ID}")),
    "a ZIP file in a ZIP file": ("a.zip", zipped("b.zip", zipped("list.xlsx", xlsx(comment)))),
    "UTF-16 without a mark": ("a.csv", f"ชื่อ,{ID}\r\n".encode("utf-16-le")),
    "Thai that begins late": (
        "a.csv",
        (b"a,b\n" * 400_000) + f"เลข,{thai.thai(ID)}".encode("cp874"),
    ),
    "a number of an old workbook": (
        "a.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + struct.pack("<d", float(ID)),
    ),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_a_number_is_found_in_corners_that_nobody_looks_into(look, where):
    name, content = HIDDEN[where]

    assert {one.masked for one in look(name, content).personal} == {masked(ID)}


def test_a_file_inside_is_named(look):
    assert places(look("a.zip", zipped("list.csv", ID))) == [
        (masked(ID), "the file list.csv inside")
    ]


@pytest.mark.parametrize("name", ["even", "first"])
def test_a_number_in_a_header_of_some_pages_is_found(look, name):
    header = f"<headerFooter><{name}Header>{CARD}</{name}Header></headerFooter>"
    xml = sheet("").replace("</worksheet>", f"{header}</worksheet>")

    assert {one.masked for one in look("a.xlsx", with_sheet(xml)).personal} == {masked(ID)}


def test_entities_are_not_followed(look, tmp_path):
    (tmp_path / "secret.txt").write_text(ID)
    xml = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]><a><b>&e;</b></a>'

    assert look("a.docx", part("docx", nothing, "customXml/item9.xml", xml)).personal == ()


def test_a_kind_that_nothing_here_reads_is_told(look):
    assert look("a.xlsb", xlsx(nothing)).conditions == (Condition.UNREADABLE,)


def test_a_row_that_nobody_wrote_is_not_held_in_memory(look):
    cells = '<c t="inlineStr"><is><t>ก</t></is></c>' * 1_600_000

    assert look("a.xlsx", with_sheet(sheet(f"<row>{cells}</row>"))).conditions == (
        Condition.TOO_LARGE,
    )


def test_remarks_in_the_xml_of_a_sheet_hide_nothing(look):
    text = f'<c r="A1" t="inlineStr"><!-- x --><is><?x?><t>{CARD}</t></is></c>'
    number = f'<c r="B1"><!-- x --><v>{ID}</v></c>'

    found = look("a.xlsx", with_sheet(sheet(f"<row>{text}{number}</row>")))

    assert [place for _, place in places(found)] == [
        "sheet 'Sheet' cell A1",
        "sheet 'Sheet' cell B1",
    ]


@pytest.mark.parametrize(
    ("name", "content", "condition"),
    [
        ("a.pdf", pdf("one")[:900], Condition.UNREADABLE),
        ("a.xlsx", xlsx(lambda book: None)[:900], Condition.UNREADABLE),
        ("a.pdf", encrypted(), Condition.LOCKED),
        ("a.pdf", picture_only(), Condition.NO_TEXT),
        ("a.pdf", pdf("ค าน า จ านวน อ านาจ ท างาน"), Condition.BROKEN_THAI),
        ("a.pdf", xlsx(lambda book: None), Condition.OTHER_KIND),
        ("a.xlsx", b"%PDF-1.7 ...", Condition.OTHER_KIND),
        ("a.pdf", "<html></html>", Condition.OTHER_KIND),
        ("a.xlsx", with_macros(), Condition.MACROS),
        ("a.csv", "ก,=1+A2\n", Condition.COMMANDS),
        ("a.csv", "ก,=1+1\n", Condition.COMMANDS),
        ("a.csv", "ก,= (2567-1)*5\n", Condition.COMMANDS),
        ("a.csv", 'ก,"@SUM(A1)"\n', Condition.COMMANDS),
        ("a.csv", "ก;+cmd|' /C calc'!A0\n".encode("cp874"), Condition.COMMANDS),
        ("a.csv", " \t=HYPERLINK(A1)\n".encode("utf-16"), Condition.COMMANDS),
        ("a.xlsx", bomb(), Condition.TOO_LARGE),
        ("a.pdf", b"", Condition.NO_DOCUMENT),
    ],
)
def test_what_is_wrong_with_a_file_is_told(look, name, content, condition):
    assert condition in look(name, content).conditions


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf("คำนำ จำนวน อำนาจ ทำงาน")),
        ("a.xlsx", xlsx(lambda book: None)),
        ("a.docx", docx(paragraph)),
        ("a.csv", "ก,ข\n"),
        ("a.csv", "ก,ข\n".encode("cp874")),
        ("a.bin", b"\x00\x01\x02"),
    ],
)
def test_a_sound_file_has_nothing_to_tell(look, name, content):
    assert look(name, content).conditions == ()


def test_a_file_larger_than_allowed_is_not_looked_through(look):
    found = look("a.csv", f"{CARD}\n" * 100, largest=1_000)

    assert (found.conditions, found.personal) == ((Condition.TOO_LARGE,), ())


def test_a_place_is_told_in_both_languages(look):
    [number] = look("a.csv", f"\n{CARD}").personal

    assert number.place == Text("บรรทัดที่ 2", "line 2")
