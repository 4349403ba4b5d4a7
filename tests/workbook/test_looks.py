"""How the workbook looks to an officer: text cells, lists to choose from, locks, comments, formulas."""

from __future__ import annotations

import re
import zipfile

import pytest
from openpyxl import load_workbook

from prongsai.content import load_site
from prongsai.scoring import compute
from prongsai.workbook.exchange import exported
from prongsai.workbook.sheet import Look

FILLS = {
    "00FFF2CC": Look.REQUIRED,
    "00FFFFFF": Look.INPUT,
    "00EDEDED": Look.LOCKED,
    "00DDEBF7": Look.COMPUTED,
}


@pytest.fixture
def book(sample, workbook_of):
    return load_workbook(workbook_of(sample))


def sheets_to_fill_in(book):
    return [page for page in seen(book) if page.title != "วิธีใช้" and "องค์ประกอบ" not in page.title]


def seen(book):
    return [page for page in book if page.sheet_state == "visible"]


def test_the_sheets_are_those_of_the_agency_and_of_each_year(book):
    kinds = ("ผล", "วิเคราะห์", "แผน", "มาตรการ", "ข้อ OIT", "หลักฐาน", "องค์ประกอบ")

    assert [page.title for page in seen(book)] == [
        "วิธีใช้",
        "หน่วยงาน",
        "สำนักกอง",
        *(f"{kind} {year}" for year in (2569, 2568, 2567) for kind in kinds),
    ]


def test_cells_to_fill_in_are_text_and_open_and_all_others_are_locked(book):
    for page in sheets_to_fill_in(book):
        for row in page.iter_rows(min_row=3):
            for cell in row:
                look = FILLS[cell.fill.fgColor.rgb]
                to_fill_in = look in (Look.REQUIRED, Look.INPUT)
                assert cell.protection.locked != to_fill_in, (page.title, cell.coordinate)
                assert cell.number_format == ("0.00" if look is Look.COMPUTED else "@")
                assert (cell.data_type == "f") <= (look is Look.COMPUTED)


def test_sheets_with_fixed_rows_are_protected_and_those_that_grow_are_not(book):
    protected = {page.title for page in book if page.protection.sheet}

    assert {"วิธีใช้", "หน่วยงาน", "ผล 2568", "แผน 2568", "ข้อ OIT 2568"} <= protected
    assert not {"สำนักกอง", "วิเคราะห์ 2568", "มาตรการ 2568", "หลักฐาน 2568"} & protected
    assert not any(page.protection.password for page in book)


def test_every_column_to_fill_in_has_a_comment_in_thai(book):
    for page in sheets_to_fill_in(book):
        for cell in page[2]:
            opened = not page.cell(3, cell.column).protection.locked
            if opened:
                assert re.search("[ก-๙]", cell.comment.text), (page.title, cell.value)


def choices(page):
    return {
        str(found.sqref).split()[0].split(":")[0]: found.formula1
        for found in page.data_validations.dataValidation
    }


def test_items_units_and_states_are_chosen_from_lists(book):
    assert choices(book["หลักฐาน 2568"]) == {
        "A3": "'ข้อ OIT 2568'!$A$3:$A$30",
        "C3": '"ไฟล์,ลิงก์,ตาราง,ภาพ,ข้อความ"',
    }
    assert choices(book["ข้อ OIT 2568"]) == {
        "C3": "'สำนักกอง'!$B$3:$B$102",
        "F3": '"ร่าง,ไม่มีเรื่องที่ต้องรายงาน,ไม่เกี่ยวข้อง"',
    }
    assert choices(book["มาตรการ 2568"])["I3"].startswith('"ยังไม่ดำเนินการ,')
    assert choices(book["หน่วยงาน"])["C7"].startswith('"องค์กรปกครองส่วนท้องถิ่น,')


def test_official_titles_are_locked_and_shown(book):
    page = book["ข้อ OIT 2568"]

    assert page["A3"].value == "O1"
    assert page["B3"].value.startswith("โครงสร้าง")
    assert page["B3"].protection.locked
    assert page.max_row == 30


def test_the_headings_stay_in_sight(book):
    assert all(page.freeze_panes in ("A3", "C3") for page in seen(book))
    assert all(page.print_title_rows in ("2:2", "$2:$2") for page in seen(book))


def test_excel_is_not_to_complain_of_numbers_kept_as_text(sample, workbook_of):
    with zipfile.ZipFile(workbook_of(sample)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/sheet" in name]

    hidden = "ห้ามแก้หรือลบแผ่นงานนี้".encode()
    seen = [sheet for sheet in sheets if b"<sheetData" in sheet and hidden not in sheet]
    assert seen
    assert all(b'numberStoredAsText="1"' in sheet for sheet in seen)


def test_what_the_workbook_remembers_is_seen_by_nobody(book):
    assert book["prongsai"].sheet_state == "veryHidden"
    assert all(len(row[0].value) <= 32_767 for row in book["prongsai"].iter_rows())


@pytest.mark.parametrize("name", ["sample", "samruean", "thung-arun", "khao-thong"])
def test_formulas_give_the_scores_that_the_site_works_out(name, content_of, workbook_of, resaved):
    content = content_of(name)
    site = load_site(content)
    book = load_workbook(resaved(workbook_of(content)), data_only=True)

    for year in (year for year in site.years if year.result):
        page = book[f"ผล {year.fiscal_year}"]
        shown = {
            page.cell(row, 1).value: page.cell(row, 6).value for row in range(3, page.max_row + 1)
        }
        given = {code: value for code, value in shown.items() if isinstance(value, float | int)}
        computed = compute(year.framework, year.result)
        expected = {f"ตัวชี้วัด {code}": score for code, score in computed.indicators.items()}
        expected |= computed.instruments
        if computed.total is not None:
            expected["คะแนนรวม"] = computed.total
        assert given == {
            code: pytest.approx(float(score), abs=0.006) for code, score in expected.items()
        }


def test_thai_digits_are_reckoned_with(sample, workbook_of, fill, resaved):
    book = fill(workbook_of(sample), {("ผล 2568", "C9"): "๙๑.๐๐"})

    page = load_workbook(resaved(book), data_only=True)["ผล 2568"]

    assert page["F3"].value == pytest.approx(0.3 * 91 + 0.3 * 91 + 0.4 * 95)


def test_a_text_longer_than_a_cell_is_shown_cut_and_stays_whole(sample, tmp_path, changes_of):
    path = sample / "2568/result.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"overview: {'ยาว ' * 10_000}จบ\n")
    book = tmp_path / "book.xlsx"
    book.write_bytes(exported(sample))

    assert len(load_workbook(book)["ผล 2568"]["D7"].value) < 32_767
    assert changes_of(sample, book) == {}
