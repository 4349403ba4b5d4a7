"""What a row of evidence names is looked up at the import: elements of its item, documents of its year."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.problems import Lang
from prongsai.workbook.cells import WorkbookError
from prongsai.workbook.exchange import imported
from prongsai.workbook.opening import opened

SHEET = "หลักฐาน 2568"


def new_row(value="files/o7.pdf", shows=None):
    cells = {"A": "O7", "B": "ใหม่", "C": "ไฟล์", "D": value, "F": shows}
    return {(SHEET, f"{letter}60"): text for letter, text in cells.items()}


@pytest.fixture
def found(sample, workbook_of, fill):
    """A function that imports the sample with these cells and returns what is found."""

    def find(cells):
        return imported(sample, opened(fill(workbook_of(sample), cells)))

    return find


@pytest.fixture
def problems_in(found):
    """A function that returns what an import is refused for, by cell."""

    def find(cells):
        with pytest.raises(WorkbookError) as raised:
            found(cells)
        return {p.place.cell: p.told(Lang.TH) for p in raised.value.problems}

    return find


@pytest.mark.parametrize("shows", ["o7-e1 o7-e2", "O7-E1,o7-e2", "o๗-e๑\no7-e2"])
def test_elements_may_stand_apart_by_spaces_commas_or_lines(
    shows, sample, workbook_of, fill, changes_of
):
    book = fill(workbook_of(sample), new_row(shows=shows))
    for change in changes_of(sample, book).values():
        change.path.write_bytes(change.written)

    evidence = load_site(sample).year_by_number[2568].disclosures.items["O7"].evidence
    assert evidence[-1].shows == ("o7-e1", "o7-e2")


@pytest.mark.parametrize(
    ("shows", "told"),
    [
        ("o7-e99", "ข้อ O7 ปี 2568 ไม่มีองค์ประกอบ o7-e99"),
        ("o7-e1, o8-e1", "o8-e1 เป็นองค์ประกอบของข้อ O8"),
        ("o7-e1 และ o7-e2", "ถ้ามีหลายรหัสให้คั่นด้วยจุลภาค"),
    ],
)
def test_an_element_that_the_item_does_not_have_is_refused_at_its_cell(shows, told, problems_in):
    problems = problems_in(new_row(shows=shows))

    assert list(problems) == ["F60"]
    assert told in problems["F60"]
    assert "วิธีแก้: " in problems["F60"]


def test_an_unknown_element_that_the_content_had_already_does_not_stop_an_import(
    sample, workbook_of, fill, changes_of
):
    path = sample / "2568/disclosure.yml"
    text = path.read_text("utf-8")
    assert "o2-e1" in text
    path.write_text(text.replace("o2-e1", "o2-e77", 1), "utf-8")

    assert list(changes_of(sample, fill(workbook_of(sample), {(SHEET, "I3"): "ก"}))) == [
        "2568/disclosure.yml"
    ]


@pytest.mark.parametrize(
    "path",
    [
        "C:\\Users\\somchai\\x.pdf",
        "\\\\server\\งาน\\x.pdf",
        "x.pdf",
        "/home/x.pdf",
        "../x.pdf",
        "D:x.pdf",
    ],
)
def test_a_path_of_somewhere_else_is_told_beside_other_mistakes(path, problems_in):
    problems = problems_in(new_row(path) | {("ผล 2568", "C9"): "101"})

    assert list(problems) == ["C9", "D60"]
    assert "วิธีแก้: คัดลอกไฟล์ไปไว้ใน content/2568/files แล้วเขียน files/x.pdf" in problems["D60"]


def test_a_markdown_file_is_told_in_words_of_the_sheet(problems_in):
    told = problems_in(new_row("files/x.md"))["D60"]

    assert "แบบ ข้อความ" in told


def test_a_file_that_is_not_there_yet_is_told_and_taken_over(found):
    done = found(new_row("files/o7-2568.pdf"))

    (told,) = [one for one in done.told if one.place.cell == "D60"]
    assert "ยังไม่พบไฟล์ files/o7-2568.pdf" in told.message.th
    assert "คัดลอกไฟล์ไปไว้ที่ content/2568/files/o7-2568.pdf" in told.hint.th
    assert [one.path.name for one in done.changes] == ["disclosure.yml"]


def test_a_file_under_nearly_that_name_is_named(found, sample):
    (sample / "2568/files/o7-report.pdf").write_bytes(b"%PDF-1.7")

    (told,) = [one for one in found(new_row("files/o7-reprot.pdf")).told if one.place.cell == "D60"]

    assert "หมายถึง files/o7-report.pdf ใช่หรือไม่" in told.hint.th


def test_files_that_are_there_are_not_told(found, sample):
    (sample / "2568/files/o7-report.pdf").write_bytes(b"%PDF-1.7")

    assert found(new_row("files/o7-report.pdf")).told == ()


def test_an_import_says_what_comes_next(sample, workbook_of, fill):
    book = fill(workbook_of(sample), new_row("files/o7-2568.pdf"))

    told = (
        CliRunner().invoke(cli, ["workbook", "import", str(book), "--content", str(sample)]).stderr
    )

    assert told.splitlines()[-1] == "ต่อไป: prongsai check แล้ว prongsai build"
    assert f"แผ่นงาน '{SHEET}' ช่อง D60: ยังไม่พบไฟล์" in told
