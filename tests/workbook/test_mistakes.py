"""What is wrong with a workbook is told all at once, each at its cell, and nothing is written."""

from __future__ import annotations

import pytest

from prongsai.problems import Lang
from prongsai.workbook.cells import WorkbookError

MISTAKES = {
    ("หน่วยงาน", "C3"): None,  # a name that is required
    ("หน่วยงาน", "C7"): "บริษัท",
    ("หน่วยงาน", "C10"): "www.sample.example",
    ("หน่วยงาน", "C15"): "info at sample",
    ("หน่วยงาน", "C16"): "facebook.com/sample",
    ("สำนักกอง", "A7"): "กองใหม่",
    ("ผล 2568", "C3"): "101",
    ("ผล 2568", "C5"): "ดีขึ้น",
    ("ผล 2568", "C6"): "31 ก.พ. 2568",
    ("ผล 2568", "C9"): "96,86",
    ("ผล 2568", "C12"): "เก้าสิบ",
    ("ผล 2568", "C22"): "-5",
    ("วิเคราะห์ 2568", "A3"): "ตัวชี้วัด 11",
    ("วิเคราะห์ 2568", "C4"): None,
    ("วิเคราะห์ 2568", "A5"): "XYZ",
    ("วิเคราะห์ 2568", "B6"): "ส่วนที่ 3",
    ("วิเคราะห์ 2568", "G6"): "O8, Q9",
    ("แผน 2568", "C3"): "2025",
    ("แผน 2568", "C5"): "เมื่อวาน",
    ("มาตรการ 2568", "A4"): "m1",
    ("มาตรการ 2568", "B3"): "19",
    ("มาตรการ 2568", "F3"): "๓๑ ก.พ. ๖๘ ถึง ๓๐ ก.ย. ๖๘",
    ("มาตรการ 2568", "G3"): "กองช้าง",
    ("มาตรการ 2568", "I3"): "เกือบเสร็จ",
    ("ข้อ OIT 2568", "C3"): "กองไม่มี",
    ("ข้อ OIT 2568", "D4"): "2025-13-01",
    ("ข้อ OIT 2568", "F5"): "ไม่เกี่ยวข้อง",  # an item with evidence
    ("หลักฐาน 2568", "A4"): "O99",
    ("หลักฐาน 2568", "E3"): None,  # the words of a picture
    ("หลักฐาน 2568", "F5"): "o2-x9",
}
BESIDE = {  # what makes them mistakes, and is right in itself
    ("สำนักกอง", "B7"): "กองใหม่",
    ("วิเคราะห์ 2568", "C3"): "ข้อความ",
    ("วิเคราะห์ 2568", "A4"): "IIT",
    ("วิเคราะห์ 2568", "D4"): "จุดอ่อน",
    ("วิเคราะห์ 2568", "C5"): "ข้อความ",
    ("วิเคราะห์ 2568", "A6"): "ตัวชี้วัด 6",
    ("วิเคราะห์ 2568", "C6"): "ข้อความ",
    ("ข้อ OIT 2568", "G5"): "เหตุผล",
    ("ข้อ OIT 2568", "H5"): "ปลัด",
    ("ข้อ OIT 2568", "I5"): "1 มี.ค. 2568",
}


@pytest.fixture
def problems_in(sample, workbook_of, fill, changes_of):
    """A function that returns the problems of a workbook filled in with these cells."""

    def find(cells, change=None):
        with pytest.raises(WorkbookError) as raised:
            changes_of(sample, fill(workbook_of(sample), cells, change))
        return raised.value.problems

    return find


def places(problems):
    return sorted((p.place.sheet, p.place.cell) for p in problems)


def test_thirty_mistakes_are_told_at_their_thirty_cells(problems_in):
    problems = problems_in(MISTAKES | BESIDE)

    assert len(MISTAKES) == 30
    assert places(problems) == sorted(MISTAKES)


def test_each_mistake_is_told_in_both_languages_without_words_of_yaml(problems_in, golden):
    problems = problems_in(MISTAKES | BESIDE)

    for lang in Lang:
        told = "\n".join(problem.told(lang) for problem in problems)
        assert ".yml" not in told
        assert "[1]" not in told
        golden(f"workbook/mistakes.{lang}.txt", f"{told}\n")


def test_what_is_wrong_in_one_sheet_hides_nothing_in_another(problems_in):
    problems = problems_in(
        {("หน่วยงาน", "C10"): "www", ("มาตรการ 2567", "B3"): "99", ("มาตรการ 2568", "B4"): "19"}
    )

    assert places(problems) == [("มาตรการ 2567", "B3"), ("มาตรการ 2568", "B4"), ("หน่วยงาน", "C10")]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({("หลักฐาน 2568", "A40"): "O2"}, [("หลักฐาน 2568", c) for c in ("B40", "C40", "D40")]),
        ({("หลักฐาน 2568", "B40"): "ก"}, [("หลักฐาน 2568", "A40")]),
        ({("หลักฐาน 2568", "E4"): "ภาพ"}, [("หลักฐาน 2568", "E4")]),
        ({("มาตรการ 2569", "A5"): "m9"}, [("มาตรการ 2569", "C5")]),
        (
            {("มาตรการ 2569", "A5"): "มาตรการ", ("มาตรการ 2569", "C5"): "ก"},
            [("มาตรการ 2569", "A5")],
        ),
        ({("มาตรการ 2569", "F3"): "ก.ย. 69 - ต.ค. 68"}, [("มาตรการ 2569", "F3")]),
        ({("ข้อ OIT 2568", "G3"): "เหตุผล"}, [("ข้อ OIT 2568", "F3")]),
        ({("ข้อ OIT 2568", "A3"): "O77"}, [("ข้อ OIT 2568", "A2"), ("ข้อ OIT 2568", "A3")]),
        ({("แผน 2568", "C5"): "~"}, [("แผน 2568", "C5")]),
        ({("แผน 2568", "C6"): "null"}, [("แผน 2568", "C6")]),
        ({("แผน 2568", "C3"): None}, [("แผน 2568", "C3")]),
        ({("แผน 2568", "C3"): "2569"}, [("แผน 2568", "C3")]),
        ({("สำนักกอง", "A3"): "finance"}, [("สำนักกอง", "A4")]),
        ({("ผล 2568", "A9"): "XX"}, [("ผล 2568", "A2"), ("ผล 2568", "A9")]),
        ({("ผล 2568", "A9"): "EIT"}, [("ผล 2568", "A10"), ("ผล 2568", "A2")]),
    ],
)
def test_a_mistake_is_told_at_its_cell(cells, place, problems_in):
    assert places(problems_in(cells)) == place


def test_a_unit_that_is_still_in_use_is_missed_where_it_is_used(problems_in):
    problems = problems_in({("สำนักกอง", "A4"): None, ("สำนักกอง", "B4"): None})

    assert ("ข้อ OIT 2568", "C10") in places(problems)
    assert all("กองคลัง" in p.message.th and "สำนักกอง" in p.message.th for p in problems)


@pytest.mark.parametrize(
    ("value", "number_format", "told"),
    [
        (96.785, "0.00", "96.785"),
        (96.785, "@", "96.785"),
        ("๙๖.๗๘๕", "@", "๙๖.๗๘๕"),
        ("96.790", "@", "96.790"),
        (290.36 / 3, "0.00", "96.786666"),
        (88.5501, "0", "88.5501"),
    ],
)
@pytest.mark.parametrize("cell", ["C3", "C5", "C9", "C22"])
def test_a_score_that_would_have_to_be_rounded_is_told(
    value, number_format, told, cell, problems_in
):
    def shown_as(book):
        book["ผล 2568"][cell].number_format = number_format

    (problem,) = problems_in({("ผล 2568", cell): value}, shown_as)

    assert places([problem]) == [("ผล 2568", cell)]
    assert told in problem.message.th
    assert "has more than two decimals" in problem.message.en
    assert "ระบบไม่ปัดเศษให้" in problem.hint.th


def test_a_level_that_the_year_does_not_have_is_told(problems_in):
    (problem,) = problems_in({("ผล 2568", "C4"): "AA"})

    assert places([problem]) == [("ผล 2568", "C4")]
    assert problem.message.th == "ปี 2568 ไม่มีระดับชื่อ 'AA'"
    assert problem.message.en == "FY2568 has no level called 'AA'"
    assert "ผ่านดีเยี่ยม" in problem.hint.th


def test_a_deleted_column_is_told(problems_in):
    def delete(book):
        book["หลักฐาน 2568"].delete_cols(3)
        book["ผล 2568"].delete_cols(3)

    problems = problems_in({}, delete)

    assert [(p.place.sheet, p.message.th) for p in problems] == [
        ("ผล 2568", "ไม่พบคอลัมน์ 'คะแนนหรือค่า'"),
        ("หลักฐาน 2568", "ไม่พบคอลัมน์ 'แบบ'"),
    ]


def test_a_renamed_heading_is_told_with_its_name(problems_in):
    (problem,) = problems_in({("หลักฐาน 2568", "B2"): "ชื่อของหลักฐาน"})

    assert places([problem]) == [("หลักฐาน 2568", "B2")]
    assert problem.hint.th == "แก้หัวตาราง 'ชื่อของหลักฐาน' กลับเป็น 'ชื่อหลักฐาน'"


def test_a_repeated_heading_is_told(problems_in):
    (problem,) = problems_in({("หลักฐาน 2568", "K2"): "แบบ"})

    assert places([problem]) == [("หลักฐาน 2568", "K2")]


def test_headings_that_are_all_gone_are_told(problems_in):
    (problem,) = problems_in({}, lambda book: book["แผน 2568"].delete_rows(2))

    assert places([problem]) == [("แผน 2568", "A2")]


def test_a_renamed_sheet_is_told_with_its_name(problems_in):
    def rename(book):
        book["มาตรการ 2568"].title = "มาตรการ 2568 แก้ไข"

    (problem,) = problems_in({}, rename)

    assert problem.message.th == "ไม่พบแผ่นงาน 'มาตรการ 2568'"
    assert "มาตรการ 2568 แก้ไข" in problem.hint.th


def test_a_sheet_of_a_year_that_the_content_does_not_have_is_told(problems_in):
    (problem,) = problems_in({}, lambda book: book.create_sheet("ผล 2570"))

    assert problem.message.th == "ไม่มีปี 2570 ในเนื้อหา"


def test_merged_cells_are_told(problems_in):
    (problem,) = problems_in({}, lambda book: book["มาตรการ 2567"].merge_cells("C3:C4"))

    assert places([problem]) == [("มาตรการ 2567", "C3")]
    assert "C3:C4" in problem.message.th


def test_a_formula_without_a_value_is_told(problems_in):
    (problem,) = problems_in({("ผล 2568", "C9"): "=C10+1"})

    assert places([problem]) == [("ผล 2568", "C9")]
    assert problem.message.th == "เป็นสูตรที่ยังไม่มีค่า"


def test_a_formula_with_an_error_is_told_by_its_error(
    sample, workbook_of, fill, changes_of, resaved
):
    book = resaved(
        fill(workbook_of(sample), {("ผล 2568", "C9"): "=1/0", ("ผล 2568", "C10"): "#REF!"})
    )

    with pytest.raises(WorkbookError) as raised:
        changes_of(sample, book)

    assert [(p.place.cell, p.message.en) for p in raised.value.problems] == [
        ("C9", "holds the error #DIV/0!"),
        ("C10", "holds the error #REF!"),
    ]
