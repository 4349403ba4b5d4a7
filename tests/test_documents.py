"""The documents that disclosure.yml names: what is published, under which name, what is read."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest

from prongsai.content import load_site
from prongsai.problems import ContentError

THAI_NAME = "files/แผนพัฒนา ๕ ปี.pdf"


@pytest.fixture
def year(content_dir):
    """FY2568 with this evidence for O2, and these files."""

    def load(evidence, files):
        lines = "".join(f"      - {{title: ก, {one}}}\n" for one in evidence)
        text = f"fiscal_year: 2568\nitems:\n  O2:\n    evidence:\n{lines}"
        site = load_site(content_dir({"2568/disclosure.yml": text, **files}), "content")
        return site.year_by_number[2568]

    return load


@pytest.fixture
def table(year):
    """The table behind these bytes."""

    def load(raw):
        return year(["table: files/t.csv"], {"2568/files/t.csv": raw}).tables["files/t.csv"]

    return load


@pytest.fixture
def complaint(year):
    """What is said of a table that cannot be shown."""

    def told(name, raw):
        refused = year([f"table: {name}"], {f"2568/{name}": raw}).refused_tables
        [(message, _)] = refused.values()
        return message.en

    return told


def test_a_named_document_has_its_size_type_and_address(year):
    found = year(["file: files/o2-executives.pdf"], {"2568/files/o2-executives.pdf": b"x" * 1234})

    document = found.files["files/o2-executives.pdf"]

    assert document.size == 1234
    assert document.type == "PDF"
    assert document.url == "files/2568/o2-executives.pdf"
    assert document.path.read_bytes() == b"x" * 1234


def test_only_named_documents_are_published(year):
    found = year(
        ["file: files/named.pdf"],
        {"2568/files/named.pdf": b"x", "2568/files/secret.pdf": b"x", "2568/notes.txt": b"x"},
    )

    assert list(found.files) == ["files/named.pdf"]


def test_a_named_document_that_is_absent_is_no_problem_here(year):
    assert year(["file: files/absent.pdf"], {}).files == {}


def test_a_name_too_long_for_the_file_system_is_absent(year):
    other = {"2568/files/other.pdf": b"x"}

    assert year([f"file: files/{'แผน' * 100}.pdf"], other).files == {}


def test_a_folder_is_no_document(year):
    assert year(["file: files/folder"], {"2568/files/folder/a.pdf": b"x"}).files == {}


def test_folders_below_files_are_kept(year):
    found = year(["file: files/q1/plan.pdf"], {"2568/files/q1/plan.pdf": b"x"})

    assert found.files["files/q1/plan.pdf"].url == "files/2568/q1/plan.pdf"


@pytest.mark.parametrize("name", ["o2.pdf", "O2-Plan_2568.v2.xlsx", "a", "1.PDF"])
def test_a_plain_name_is_kept(year, name):
    found = year([f"file: files/{name}"], {f"2568/files/{name}": b"x"})

    assert found.files[f"files/{name}"].url == f"files/2568/{name}"


@pytest.mark.parametrize(
    "name", ["แผนพัฒนา ๕ ปี.pdf", "plan 2568.pdf", ".hidden.pdf", "แผน/ปี ๖๘.PDF", "a&b.pdf", "ก.ข"]
)
def test_any_other_name_is_published_in_ascii(year, name):
    found = year([f'file: "files/{name}"'], {f"2568/files/{name}": b"x"})

    url = found.files[f"files/{name}"].url

    assert re.fullmatch(r"files/2568(/file-[0-9a-f]{12}(\.pdf)?)+", url)


def test_the_name_given_to_a_thai_document_never_changes(year):
    found = year([f'file: "{THAI_NAME}"'], {f"2568/{THAI_NAME}": b"x"})

    assert found.files[THAI_NAME].url == "files/2568/file-884a3f8bb5d1.pdf"


def test_two_thai_documents_get_two_names(year):
    names = ["files/แผน.pdf", "files/ผล.pdf"]
    found = year([f"file: {name}" for name in names], {f"2568/{name}": b"x" for name in names})

    assert len({found.files[name].url for name in names}) == 2


def test_a_year_folder_in_thai_digits_is_published_in_arabic_ones(content_dir):
    text = "fiscal_year: 2568\nitems: {O2: {evidence: [{title: ก, file: files/a.pdf}]}}\n"
    files = {"๒๕๖๘/disclosure.yml": text, "๒๕๖๘/files/a.pdf": b"x"}

    [year] = load_site(content_dir(files)).years

    assert year.files["files/a.pdf"].url == "files/2568/a.pdf"


ROWS = [("ลำดับ", "รายการ", "วงเงิน"), ("๑", "จ้างเหมา, ถนน", "1,000.00"), ("2", 'ป้าย "ก"', "")]
CSV = 'ลำดับ,รายการ,วงเงิน\r\n๑,"จ้างเหมา, ถนน","1,000.00"\r\n2,"ป้าย ""ก""",\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_table_is_read_in_the_encodings_that_excel_writes(table, encoding):
    found = table(CSV.encode(encoding))

    assert [found.head, *found.rows] == ROWS


def test_a_table_keeps_line_breaks_inside_quotes(table):
    found = table('รายการ,หมายเหตุ\n"บรรทัด ๑\nบรรทัด ๒",ก\n'.encode())

    assert found.rows == (("บรรทัด ๑\nบรรทัด ๒", "ก"),)


def test_empty_rows_are_left_out(table):
    found = table("ก,ข\r\n,\r\n\r\n1,2\r\n".encode())

    assert found.rows == (("1", "2"),)


def test_what_stands_above_the_headings_is_a_title_of_the_table(table):
    found = table(",รายงานผล,\nปี ๒๕๖๘\nลำดับ,รายการ\n1,ก\nรวม,\n".encode())

    assert found.titles == ("รายงานผล", "ปี ๒๕๖๘")
    assert [found.head, *found.rows] == [("ลำดับ", "รายการ"), ("1", "ก"), ("รวม", "")]


def test_a_list_of_one_column_has_no_title(table):
    found = table("รายชื่อ\nก\nข\n".encode())

    assert (found.titles, found.head, found.rows) == ((), ("รายชื่อ",), (("ก",), ("ข",)))


def test_short_rows_are_filled_so_that_all_have_one_length(table):
    found = table("ก,ข\n1\n1,2,3\n".encode())

    assert found.head == ("ก", "ข", "")
    assert found.rows == (("1", "", ""), ("1", "2", "3"))


@pytest.mark.parametrize("raw", [b"\n\n", b",,,\n , \n"])
def test_a_table_without_any_text_is_told(complaint, raw):
    assert complaint("files/t.csv", raw) == ("the table 'files/t.csv' is empty")


def test_a_file_with_nothing_in_it_is_no_evidence(year):
    found = year(
        ["file: files/o2.pdf", "table: files/t.csv"],
        {"2568/files/o2.pdf": b"", "2568/files/t.csv": b""},
    )

    assert (found.files, found.tables) == ({}, {})


def test_the_empty_columns_that_excel_leaves_are_not_shown(table):
    found = table(b"a,b,,,\n1,,,,\n,2,,,\n")

    assert (found.head, found.rows) == (("a", "b"), (("1", ""), ("", "2")))


def test_a_table_that_would_fill_memory_with_empty_cells_is_told(complaint):
    assert complaint("files/t.csv", b"," * 20_000 + b"a\n" + b"a\n" * 50_000) == (
        "the table 'files/t.csv' is too large to show on a page"
    )


def test_a_markdown_file_is_no_document(year):
    with pytest.raises(ContentError, match=r"'files/t\.md' is a Markdown file"):
        year(["table: files/t.md"], {"2568/files/t.md": b"# a"})


def test_a_name_with_marks_apart_is_the_same_name(year):
    apart = "files/ก\u0e4d\u0e32.pdf"
    found = year(["file: files/กำ.pdf"], {f"2568/{apart}": b"x"})

    assert list(found.files) == ["files/กำ.pdf"]


def test_a_table_is_offered_as_a_document_too(year):
    found = year(["table: files/t.csv"], {"2568/files/t.csv": b"a,b\n"})

    assert found.files["files/t.csv"].url == "files/2568/t.csv"


def workbook(fill):
    book = openpyxl.Workbook()
    fill(book, book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_first_visible_sheet_of_a_workbook_is_a_table_as_excel_shows_it(year):
    def fill(book, sheet):
        sheet.append(["รายการ", "วันที่", "บาท"])
        sheet.append(["จ้าง", datetime(2025, 3, 15), 1200.0])
        sheet.append(["ซื้อ", None, 99.5])
        book.create_sheet("อื่น").append(["ไม่แสดง"])

    found = year(["table: files/t.xlsx"], {"2568/files/t.xlsx": workbook(fill)})

    table = found.tables["files/t.xlsx"]
    assert table.head == ("รายการ", "วันที่", "บาท")
    assert table.rows == (("จ้าง", "15 มี.ค. 2568", "1200"), ("ซื้อ", "", "99.5"))
    assert found.files["files/t.xlsx"].type == "XLSX"


def hide_a_column(book, sheet):
    sheet.append(["ก", "ข"])
    sheet.column_dimensions["B"].hidden = True


def hide_a_row(book, sheet):
    sheet.append(["ก"])
    sheet.append(["ข"])
    sheet.row_dimensions[2].hidden = True


@pytest.mark.parametrize(("fill", "which"), [(hide_a_column, "B"), (hide_a_row, "2")])
def test_a_workbook_with_something_hidden_is_not_shown(complaint, fill, which):
    assert complaint("files/t.xlsx", workbook(fill)) == (
        f"the table 'files/t.xlsx' has hidden rows or columns ({which})"
    )


@pytest.mark.parametrize("raw", [b"PK", b"not a zip", workbook(lambda b, s: None)[:500]])
def test_a_workbook_that_is_none_is_told(complaint, raw):
    assert complaint("files/t.xlsx", raw) == ("the table 'files/t.xlsx' cannot be read")


def test_a_workbook_that_unpacks_to_too_much_is_told_before_it_is_read(complaint):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 120_000_000)

    assert "is too large to show on a page" in complaint("files/t.xlsx", out.getvalue())


def test_a_formula_that_no_program_has_reckoned_is_told_and_not_shown_empty(complaint):
    def fill(book, sheet):
        sheet.append(["ก", "รวม"])
        sheet.append([1, "=A2*2"])

    assert complaint("files/t.xlsx", workbook(fill)) == (
        "the table 'files/t.xlsx' has formulas without a value (B2)"
    )


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<"),
        ("xl/workbook.xml", b"</workbook>", b""),
    ],
)
def test_a_damaged_part_is_told_without_a_traceback(complaint, part, old, new):
    out = io.BytesIO()
    whole = workbook(lambda book, sheet: sheet.append(["ก", "ข"]))
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            assert name != part or old in content
            target.writestr(name, content.replace(old, new) if name == part else content)

    assert complaint("files/t.xlsx", out.getvalue()) == "the table 'files/t.xlsx' cannot be read"


def test_another_kind_of_file_is_no_table(complaint):
    assert complaint("files/t.pdf", b"%PDF") == ("'files/t.pdf' is neither a CSV nor an XLSX file")


@pytest.mark.parametrize("raw", [CSV.encode("utf-16"), b"\xff\xd8\xff\xe0"])
def test_a_table_in_an_unknown_encoding_is_told_and_never_shown_garbled(complaint, raw):
    assert complaint("files/t.csv", raw) == ("the table 'files/t.csv' is not UTF-8 text")


@pytest.mark.parametrize("raw", [b'x,y\na,"b" c\n', b'x,y\na,"b\n'])
def test_a_table_with_a_stray_quote_is_told_with_its_line(complaint, raw):
    assert complaint("files/t.csv", raw).startswith(
        "the table 'files/t.csv' cannot be read at its line 2: "
    )


def test_a_table_too_large_for_a_page_is_told(complaint):
    assert complaint("files/t.csv", b"a,b\n" * 2_500_001) == (
        "the table 'files/t.csv' is too large to show on a page"
    )


def test_a_file_spelt_in_other_letters_is_not_the_file(year):
    found = year(["file: files/o2.pdf"], {"2568/files/O2.PDF": b"x"})

    assert found.files == {}
