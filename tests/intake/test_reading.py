"""Every kind of file gives the same figures and measures; what cannot be read is told with the cure."""

from __future__ import annotations

import io

import docx
import openpyxl
import pypdf
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from prongsai import frameworks, thai
from prongsai.intake import RefusedError, read
from prongsai.recognition import measure_tables, recognise
from prongsai.recognition.headings import Column
from prongsai.thai_repair import repaired

KNOWN = {2568: frameworks.load(2568, "national"), 2567: frameworks.load(2567, "national")}


def test_the_same_figures_come_out_of_every_kind_of_file(report, figures):
    found = recognise(read(report), KNOWN)

    assert found.year == 2568
    values = {one.figure: one.value for one in found.certain}
    assert values == {"total": "92.30", "level": "ผ่านดี", **figures}
    assert [one.figure for one in found.figures if one.doubts] == []


def test_the_same_measures_come_out_of_every_kind_of_file(report):
    tables = measure_tables(read(report), KNOWN[2568])

    assert [one.title for one in tables.measures] == ["จัดทำคู่มือการยืมทรัพย์สิน", "ปรับปรุงเว็บไซต์"]
    assert [one.pieces(Column.RESPONSIBLE) for one in tables.measures] == [
        ("กองคลัง",),
        ("สำนักปลัด",),
    ]
    assert [one.pieces(Column.STEPS) for one in tables.measures] == [
        ("ประชุมชี้แจง", "จัดทำคู่มือ"),
        ("ตรวจข้อมูลทุกเดือน",),
    ]


def test_thai_digits_are_read_as_arabic_ones(tmp_path, reports):
    path = tmp_path / "a.txt"
    path.write_text(thai.thai(reports["tabs.txt"].decode()), encoding="utf-8")

    assert {one.figure: one.value for one in recognise(read(path), KNOWN).certain}[
        "indicator 9"
    ] == "97.50"


def test_insertions_that_are_tracked_count_and_deletions_do_not(tmp_path, reports):
    document = docx.Document(io.BytesIO(reports["report.docx"]))
    paragraph = document.paragraphs[1]
    total = paragraph.text
    run = paragraph.runs[0]._r
    inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
    for holder, tag, text in (
        (inserted, "w:t", total),
        (deleted, "w:delText", "คะแนนรวม 11.11 คะแนน"),
    ):
        piece, words = OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        piece.append(words)
        holder.append(piece)
        paragraph._p.append(holder)
    paragraph._p.remove(run)
    path = tmp_path / "a.docx"
    document.save(str(path))

    values = {one.figure: one.value for one in recognise(read(path), KNOWN).certain}
    assert values["total"] == "92.30"


def test_am_that_fell_to_pieces_is_put_together_and_told(tmp_path, reports):
    path = tmp_path / "a.txt"
    whole = reports["tabs.txt"].decode() + "คำนำ อำนาจ จำนวน ทำงาน ดำเนินการ " * 30
    path.write_text(whole.replace("ำ", " า"), encoding="utf-8")

    source = read(path)

    assert {one.figure: one.value for one in recognise(source, KNOWN).certain}[
        "indicator 3"
    ] == "91.00"
    assert source.notes


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("เเผน", "แผน"),
        ("ก\u0e4d\u0e32", "กำ"),
        ("ที\u0e48\u0e48", "ที่"),
        ("\uf70a", "\u0e48"),
        ("ค าน า จ านวน อ านาจ ท า", "คำนำ จำนวน อำนาจ ทำ"),
        ("ยืม - คืน อำนาจหน้าที่", "ยืม - คืน อำนาจหน้าที่"),
    ],
)
def test_what_can_only_be_damage_is_repaired(damaged, whole):
    assert repaired(damaged) == whole


def blank():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(typst.compile(b"a")))
    writer.encrypt("x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def wordless():
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


REFUSED = {
    "an old workbook": (
        "a.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "an old Word or Excel",
    ),
    "a scan": ("a.pdf", blank(), "a scan without text"),
    "a locked PDF": ("a.pdf", locked(), "asks for a password"),
    "a cut PDF": ("a.pdf", typst.compile(b"a")[:500], "damaged or cut off"),
    "a cut workbook": ("a.xlsx", b"PK\x03\x04" + bytes(900), "damaged or cut off"),
    "a cut Word file": ("a.docx", b"PK\x03\x04" + bytes(900), "damaged or cut off"),
    "an archive": ("a.zip", b"PK\x03\x04" + bytes(900), "kind of file that can be read"),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture without text"),
    "nothing": ("a.txt", b"", "is empty (0 bytes)"),
    "blank lines": ("a.txt", b" \n\n", "no text in the file"),
    "a Word file of pictures": ("a.docx", wordless(), "no text in the file"),
    "bytes": ("a.csv", bytes(range(256)) * 3, "no text, or in an encoding"),
    "what Word leaves behind": ("~$report.docx", b"\x06admin" + bytes(156), "without ~$"),
    "signs that are no letters": ("a.txt", "(cid:12)(cid:3)(cid:4)" * 40, "too damaged to trust"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path, what):
    name, content, told = REFUSED[what]
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)

    with pytest.raises(RefusedError) as caught:
        read(path)

    assert told in caught.value.text.en
    assert caught.value.text.en.startswith(f"{name}: ")
    assert caught.value.text.th.startswith(f"{name}: ")
    assert "วิธีแก้" in caught.value.text.th


def test_a_file_that_is_not_there_is_told_with_the_name_it_may_have(tmp_path):
    (tmp_path / "รายงาน.docx").write_bytes(b"")

    with pytest.raises(RefusedError, match=r"no such file.*did you mean รายงาน.docx"):
        read(tmp_path / "รายงาร.docx")
    with pytest.raises(RefusedError, match=r"no such file.*check its name"):
        read(tmp_path / "nowhere" / "x.pdf")


def test_a_folder_is_told_as_such(tmp_path):
    with pytest.raises(RefusedError, match="it is a folder"):
        read(tmp_path)


def test_a_file_that_another_program_holds_is_told_as_such(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK")

    def held(*_, **__):
        raise PermissionError(13, "Permission denied")

    # Windows does so for a workbook that is open in Excel.
    monkeypatch.setattr(type(path), "open", held)

    with pytest.raises(RefusedError, match="open in another program"):
        read(path)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-16", b""), ("utf-16-le", b""), ("utf-16-be", b""), ("utf-16-be", b"\xfe\xff")],
)
@pytest.mark.parametrize("name", ["tabs.txt", "comma.csv"])
def test_text_in_utf16_is_read(tmp_path, reports, figures, encoding, mark, name):
    path = tmp_path / name
    path.write_bytes(mark + reports[name].decode("utf-8-sig").encode(encoding))

    values = {one.figure: one.value for one in recognise(read(path), KNOWN).certain}

    assert values == {"total": "92.30", "level": "ผ่านดี", **figures}


def test_the_lines_of_a_csv_file_are_those_of_the_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('หัวข้อ,คะแนน\n"สอง\nบรรทัด",1\nสาม,2\n', encoding="utf-8")

    places = [row.place.en for row in read(path).rows]

    assert places == ["line 1", "line 2", "line 4"]


def test_a_formula_without_a_value_and_one_with_an_error_are_told_with_their_cells(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "ผล"
    book.active.append(["ตัวชี้วัด", "คะแนน"])
    book.active.append(["การปฏิบัติหน้าที่", "=AVERAGE(D1:D9)"])
    book.active.append(["การใช้งบประมาณ", "#REF!"])
    book.active["B3"].data_type = "e"
    path = tmp_path / "a.xlsx"
    book.save(path)

    notes = [note.th for note in read(path).notes]

    assert ["แผ่นงาน 'ผล' ช่อง B2" in notes[0], "B3 (#REF!)" in notes[1]] == [True, True]
