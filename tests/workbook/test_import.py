"""A filled-in workbook changes the YAML where it says something else, and nowhere besides."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from prongsai import atomic
from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.workbook.cells import WorkbookError
from prongsai.workbook.exchange import exported

CITED = """\
# หัวไฟล์
fiscal_year: 2568
result_year: 2567
measures:
  - id: m1   # มาตรการแรก
    title: ก
    steps:
      - text: ขั้นหนึ่ง
        parts:
          - {text: ประเด็นแรก, responsible: [finance]}
          - ประเด็นสอง
      - "- เริ่มด้วยขีด"
      - ขั้นสาม
    period: {from: 2024-10-01, to: 2025-09-30}   # ทั้งปี
    source: {title: เอกสาร}
  # มาตรการที่สอง
  - id: m2
    title: ข
    period: {text: ทุกเดือน}
"""


def run(*arguments):
    return CliRunner().invoke(cli, ["workbook", *map(str, arguments)])


def diff_of(change):
    return [line for line in change.diff().splitlines()[2:] if line[0] in "+-"]


@pytest.fixture
def filled(sample, workbook_of, fill, changes_of):
    """A function that returns what cells change in the sample: lines of the diff, by file."""

    def change(cells, then=None):
        found = changes_of(sample, fill(workbook_of(sample), cells, then))
        return {name: diff_of(one) for name, one in found.items()}

    return change


def test_one_cell_is_one_line(filled):
    assert filled({("ผล 2568", "C3"): "93.10"}) == {
        "2568/result.yml": ["-total: 92.30", "+total: 93.10"]
    }


def test_a_cleared_cell_removes_its_line(filled):
    assert filled({("หน่วยงาน", "C15"): None}) == {"agency.yml": ["-  email: info@sample.example"]}


def test_a_cell_that_was_empty_adds_a_line_in_its_place(filled):
    assert filled({("หน่วยงาน", "C17"): "@sample", ("มาตรการ 2568", "I3"): "อยู่ระหว่างดำเนินการ"}) == {
        "agency.yml": ['+  line: "@sample"'],
        "2568/measures.yml": ["+    progress: in-progress"],
    }


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        (97.5, "0.00", "97.50"),
        (97.5, "General", "97.5"),
        (97, "0.00", "97.00"),
        (0.975, "0.00%", "97.50"),
        (88.55000000000001, "General", "88.55"),
        (88.55000000000001, "@", "88.55"),
        (88.55000000000001, "0.00", "88.55"),
        (0.8855000000000001, "0.00%", "88.55"),
        (0.1 + 0.2, "General", "0.3"),
        ("88.55000000000001", "@", "88.55"),
        ("๘๘.๕๔๙๙๙๙๙๙๙๙๙๙๙๙", "@", "88.55"),
        ("97.50", "@", "97.50"),
        ("๙๗.๕๐", "@", "๙๗.๕๐"),
    ],
)
def test_a_figure_keeps_the_decimals_that_its_cell_shows(value, number_format, written, filled):
    def show(book):
        book["ผล 2568"]["C3"].number_format = number_format

    assert filled({("ผล 2568", "C3"): value}, show)["2568/result.yml"][1] == f"+total: {written}"


def test_a_figure_that_excel_made_a_bare_number_is_the_same_figure(filled):
    def bare(book):
        book["ผล 2568"]["C3"].number_format = "General"

    assert filled({("ผล 2568", "C3"): 92.3}, bare) == {}


@pytest.mark.parametrize(
    "value",
    [
        date(2025, 4, 1),
        datetime(2025, 4, 1),
        date(2568, 4, 1),
        "๑ เม.ย. ๒๕๖๘",
        "1 เมษายน 2568",
        "1/4/2568",
        "1/4/68",
        "2025-04-01",
        "2568-04-01",
    ],
)
def test_a_day_is_read_however_it_is_written(value, filled):
    assert filled({("ข้อ OIT 2568", "D3"): value}) == {
        "2568/disclosure.yml": ["-    updated: 2025-03-31", "+    updated: 2025-04-01"]
    }


@pytest.mark.parametrize(
    "text", ["=SUM(A1)", "+66 2", "-5 องศา", "@sample", "'quoted", "1.10", "01/02"]
)
def test_text_that_looks_like_something_else_stays_text(
    text, sample, workbook_of, fill, changes_of
):
    book = workbook_of(sample)

    def type_it(book):
        cell = book["หน่วยงาน"]["C13"]
        cell.value = text
        cell.data_type = "s"

    for change in changes_of(sample, fill(book, {}, type_it)).values():
        change.path.write_bytes(change.written)

    assert load_site(sample).agency.contact.address == text
    again = load_workbook(workbook_of(sample, "again.xlsx"))["หน่วยงาน"]["C13"]
    assert (again.value, again.data_type, again.number_format) == (text, "s", "@")


def test_a_formula_with_a_value_gives_its_value(sample, workbook_of, fill, changes_of, resaved):
    book = resaved(fill(workbook_of(sample), {("ผล 2568", "C3"): "=90+3.5"}))

    (change,) = changes_of(sample, book).values()

    assert diff_of(change)[1] == "+total: 93.5"


@pytest.mark.parametrize("typed", ["ผ่านดีเยี่ยม", "ระดับ ผ่านดีเยี่ยม", "Excellent pass", " ผ่านดีเยี่ยม "])
def test_a_level_is_written_as_the_year_calls_it(typed, filled):
    assert filled({("ผล 2568", "C4"): typed}) == {
        "2568/result.yml": ["-level: ผ่านดี", "+level: ผ่านดีเยี่ยม"]
    }


def test_a_formula_of_a_computed_score_is_passed_over(filled):
    assert filled({("ผล 2568", "F3"): 12, ("ผล 2568", "F9"): "=1/0"}) == {}


def test_rows_and_columns_may_stand_elsewhere_and_others_beside_them(filled):
    def move(book):
        page = book["ผล 2568"]
        page.insert_rows(1)
        page.insert_cols(2)
        page["B3"] = "ของฉัน"
        page["B4"] = "จด"
        book.create_sheet("ของฉัน")["A1"] = "จด"
        rows = [[cell.value for cell in row] for row in book["ข้อ OIT 2568"].iter_rows(min_row=3)]
        for row, values in zip(book["ข้อ OIT 2568"].iter_rows(min_row=3), rows[::-1], strict=True):
            for cell, value in zip(row, values, strict=True):
                cell.value = value

    assert filled({}, move) == {}


def test_a_new_row_between_empty_ones_is_read(filled):
    row = ("O10", "หน้าแบบคำขอ", "ลิงก์", "https://sample.example/form")
    cells = {("หลักฐาน 2568", f"{letter}50"): text for letter, text in zip("ABCD", row, strict=True)}

    assert filled(cells) == {
        "2568/disclosure.yml": [
            "+      - title: หน้าแบบคำขอ",
            "+        url: https://sample.example/form",
        ]
    }


def test_a_row_that_is_gone_takes_its_entry_with_it(filled):
    def delete(book):
        book["หลักฐาน 2568"].delete_rows(4)

    (lines,) = filled({}, delete).values()

    assert len(lines) == 3
    assert lines[0] == "-      - title: ตัวอย่าง หน้าที่และอำนาจ"


def test_a_state_with_its_reason_becomes_a_declaration(filled):
    told = ("ไม่เกี่ยวข้อง", "ไม่มีหน้าที่นี้", "ปลัด อบต.", "1 มี.ค. 2568")
    cells = {
        ("ข้อ OIT 2568", f"{letter}29"): text for letter, text in zip("FGHI", told, strict=True)
    }

    assert filled(cells) == {
        "2568/disclosure.yml": [
            "-  O27: {responsible: clerk}",
            "+  O27: {responsible: clerk, not_applicable: {reason: ไม่มีหน้าที่นี้, by: ปลัด อบต., on: 2025-03-01}}",
        ]
    }


def test_units_are_chosen_by_name_also_new_ones(filled):
    cells = {
        ("สำนักกอง", "A7"): "health",
        ("สำนักกอง", "B7"): "กองสาธารณสุข",
        ("ข้อ OIT 2568", "C3"): "กองสาธารณสุข",
        ("มาตรการ 2568", "G3"): "กองคลัง\nกองสาธารณสุข",
    }

    assert filled(cells) == {
        "agency.yml": [
            "-units: {clerk: สำนักปลัด, finance: กองคลัง, works: กองช่าง, all: ทุกสำนัก/กอง}",
            "+units: {clerk: สำนักปลัด, finance: กองคลัง, works: กองช่าง, all: ทุกสำนัก/กอง, health: กองสาธารณสุข}",
        ],
        "2568/disclosure.yml": ["-    responsible: clerk", "+    responsible: health"],
        "2568/measures.yml": ["-    responsible: [finance]", "+    responsible: [finance, health]"],
    }


def test_a_unit_that_is_renamed_is_still_the_same_unit(filled):
    assert list(filled({("สำนักกอง", "B3"): "สำนักปลัดเทศบาล"})) == ["agency.yml"]


def test_a_year_without_files_gets_them_when_its_sheets_are_filled_in(filled):
    assert filled({("ผล 2569", "C3"): "95.00"}) == {
        "2569/result.yml": ["+fiscal_year: 2569", "+total: 95.00"]
    }


def test_questions_that_the_catalogue_does_not_know_are_typed_with_their_codes(filled):
    cells = {("ผล 2569", "A47"): "e๑", ("ผล 2569", "C47"): "88.00", ("ผล 2569", "D47"): "ข้อหนึ่ง"}

    assert filled(cells) == {
        "2569/result.yml": [
            "+fiscal_year: 2569",
            "+questions:",
            "+  e1:",
            "+    score: 88.00",
            "+    title: ข้อหนึ่ง",
        ]
    }


@pytest.fixture
def cited(sample):
    (sample / "2568/measures.yml").write_text(CITED, encoding="utf-8")
    return sample


def test_what_no_cell_shows_survives_a_change_beside_it(cited, workbook_of, fill, changes_of):
    page = load_workbook(workbook_of(cited))["มาตรการ 2568"]
    assert page["E3"].value == "ขั้นหนึ่ง\n- ประเด็นแรก\n- ประเด็นสอง\n\\- เริ่มด้วยขีด\nขั้นสาม"
    steps = "ขั้นหนึ่ง แก้\n- ประเด็นแรก\n- ประเด็นใหม่\n\\- เริ่มด้วยขีด\nขั้นสี่"
    book = fill(workbook_of(cited), {("มาตรการ 2568", "E3"): steps})

    (change,) = changes_of(cited, book).values()
    change.path.write_bytes(change.written)

    measure = load_site(cited).measures(2568).measures[0]
    assert [step.text for step in measure.steps] == ["ขั้นหนึ่ง แก้", "- เริ่มด้วยขีด", "ขั้นสี่"]
    assert measure.steps[0].parts == ("ประเด็นแรก", "ประเด็นใหม่")
    assert measure.steps[0].points[0].responsible == ("finance",)
    assert measure.source.title == "เอกสาร"
    for kept in (
        "# หัวไฟล์",
        "# มาตรการแรก",
        "{from: 2024-10-01, to: 2025-09-30}   # ทั้งปี",
        "# มาตรการที่สอง",
    ):
        assert kept in change.after


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ต.ค. 67 - ก.ย. 68", "+    period: ต.ค. 67 - ก.ย. 68"),
        ("ทุกไตรมาส", "+    period: {text: ทุกไตรมาส}"),
        ("ตลอดปี", "+    period: ตลอดปี"),
    ],
)
def test_a_period_is_written_as_the_models_read_it(
    typed, written, cited, workbook_of, fill, changes_of
):
    book = fill(workbook_of(cited), {("มาตรการ 2568", "F4"): typed})

    (change,) = changes_of(cited, book).values()

    assert diff_of(change) == ["-    period: {text: ทุกเดือน}", written]


def test_line_ends_and_byte_order_mark_of_a_file_stay(sample, workbook_of, fill, changes_of):
    path = sample / "2568/result.yml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8-sig"))

    (change,) = changes_of(sample, fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})).values()

    assert change.written == text.replace("92.30", "93.10").encode("utf-8-sig")


def test_a_dry_run_shows_a_unified_diff_and_writes_nothing(sample, workbook_of, fill):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})
    path = sample / "2568/result.yml"
    before = path.read_bytes()

    result = run("import", book, "--content", sample, "--dry-run")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        f"--- {path.as_posix()}",
        f"+++ {path.as_posix()}",
        "@@ -1,7 +1,7 @@",
    ]
    assert "-total: 92.30\n+total: 93.10\n" in result.stdout
    assert "ยังไม่ได้เขียน" in result.stderr
    assert path.read_bytes() == before


def test_an_import_writes_what_changed_and_says_so(sample, workbook_of, fill):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})

    first = run("import", book, "--content", sample)
    second = run("import", book, "--content", sample)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "total: 93.10" in (sample / "2568/result.yml").read_text(encoding="utf-8")
    assert "2568/result.yml" in first.stderr
    assert second.stderr == "ไม่มีอะไรเปลี่ยน\n"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({("ผล 2568", "C3"): "93.10"}, "1 file"),
        ({("ผล 2568", "C3"): "93.10", ("หน่วยงาน", "C8"): "ใหม่"}, "2 files"),
    ],
)
def test_how_many_files_change_is_told_in_english_too(cells, told, sample, workbook_of, fill):
    book = fill(workbook_of(sample), cells)

    dry = run("import", book, "--content", sample, "--lang", "en", "--dry-run")
    done = run("import", book, "--content", sample, "--lang", "en")

    assert f"would change {told} (nothing was written): " in dry.stderr
    assert f"changed {told}: " in done.stderr


def test_nothing_is_written_when_the_second_file_cannot_be(sample, workbook_of, fill, monkeypatch):
    book = fill(workbook_of(sample), {("ผล 2567", "C3"): "90", ("ผล 2568", "C3"): "93.10"})
    before = {path: path.read_bytes() for path in sample.rglob("*.yml")}
    replace = atomic.Path.replace

    def full(self, target):
        if "2567" in str(target):
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(atomic.Path, "replace", full)
    result = run("import", book, "--content", sample)

    assert result.exit_code == 2
    assert "เขียนไม่ได้" in result.stderr
    assert {path: path.read_bytes() for path in sample.rglob("*.yml")} == before
    assert sorted(path.name for path in (sample / "2568").glob(".*")) == []


def test_an_agency_of_one_file_can_be_exported(content_dir):
    content = content_dir({"2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\n"})

    assert exported(content)


MEMO = {
    "C8": "สำนักปลัด อบต.ตัวอย่าง",
    "C10": "ตย 70001/12",
    "C11": "31 มี.ค. 2569",
    "C12": "รายงานผลการดำเนินการ",
    "C13": "นายก อบต.ตัวอย่าง",
}


def test_the_head_of_a_memorandum_is_filled_in_on_the_plan(filled):
    cells = {("แผน 2569", cell): value for cell, value in MEMO.items()}

    assert filled(cells)["2569/measures.yml"] == [
        "+memo:",
        "+  office: สำนักปลัด อบต.ตัวอย่าง",
        "+  reference: ตย 70001/12",
        "+  date: 2026-03-31",
        "+  subject: รายงานผลการดำเนินการ",
        "+  to: นายก อบต.ตัวอย่าง",
    ]


def test_a_memorandum_is_whole_or_not_there(sample, workbook_of, fill, changes_of):
    book = fill(workbook_of(sample), {("แผน 2569", "C11"): "31 มี.ค. 2569"})

    with pytest.raises(WorkbookError) as raised:
        changes_of(sample, book)

    assert [(p.place.cell, p.message.th) for p in raised.value.problems] == [
        ("C8", "หัวบันทึกข้อความยังไม่มีส่วนราชการ (M6)"),
        ("C12", "หัวบันทึกข้อความยังไม่มีเรื่อง (M10)"),
        ("C13", "หัวบันทึกข้อความยังไม่มีเรียน (M11)"),
    ]


def test_a_memorandum_that_is_cleared_is_gone(content_of, workbook_of, fill, changes_of):
    content = content_of("pong-nam-ron")
    cells = {("แผน 2564", f"C{row}"): None for row in range(8, 14)}

    (change,) = changes_of(content, fill(workbook_of(content), cells)).values()

    assert "-memo:" in diff_of(change)
    assert not any("memo" in line for line in diff_of(change) if line[0] == "+")
