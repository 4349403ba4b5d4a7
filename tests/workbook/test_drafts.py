"""An item opened as a draft by `prongsai rollover` is filled in from Excel alone, without a word of YAML."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.problems import Lang
from prongsai.workbook.cells import WorkbookError
from prongsai.workbook.exchange import exported, imported
from prongsai.workbook.opening import opened

ITEMS, EVIDENCE = "ข้อ OIT 2569", "หลักฐาน 2569"
ROW = ("O7", "รายงานปี 2569", "ไฟล์", "files/o7.pdf")
STATE, REASON, BY, ON, RENEW = "F9", "G9", "H9", "I9", "L9"


def run(*arguments):
    return CliRunner().invoke(cli, [*map(str, arguments)])


@pytest.fixture
def opened_year(sample):
    """The content of the sample, with 2569 just opened by the rollover."""
    for path in (sample / "2569").glob("disclosure.y*ml"):
        path.unlink()
    assert run("rollover", "2569", "--content", sample).exit_code == 0
    return sample


@pytest.fixture
def book(opened_year, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(exported(opened_year, [2569]))
    return path


@pytest.fixture
def take(opened_year):
    """A function that imports a workbook and returns what is told in Thai."""

    def take_over(path):
        result = run("workbook", "import", path, "--content", opened_year)
        assert result.exit_code == 0, result.output
        return result.stderr

    return take_over


@pytest.fixture
def problems_in(opened_year):
    def find(path):
        with pytest.raises(WorkbookError) as raised:
            imported(opened_year, opened(path))
        return [(p.place.cell, p.told(Lang.TH)) for p in raised.value.problems]

    return find


def item(content, code="O7"):
    return load_site(content).year_by_number[2569].disclosures.items[code]


def shown(entry):
    """What an item is to renew, without the lines where it is written."""
    return [one.model_dump() for one in entry.renew]


def row(at, values=ROW):
    return {(EVIDENCE, f"{letter}{at}"): v for letter, v in zip("ABCD", values, strict=True)}


def free_row(path):
    page = load_workbook(path)[EVIDENCE]
    return 1 + max([2, *(n for n in range(3, page.max_row + 1) if page.cell(n, 1).value)])


def test_a_draft_says_so_in_thai_and_can_be_chosen(book):
    page = load_workbook(book)[ITEMS]

    assert (page["A9"].value, page[STATE].value) == ("O7", "ร่าง")
    lists = [one.formula1 for one in page.data_validations.dataValidation]
    assert '"ร่าง,ไม่มีเรื่องที่ต้องรายงาน,ไม่เกี่ยวข้อง"' in lists
    assert "ร่าง คือข้อที่เปิดไว้สำหรับปีใหม่" in page["F2"].comment.text


def test_what_is_to_renew_is_shown_and_cannot_be_changed(book, opened_year):
    page = load_workbook(book)[ITEMS]
    renew = item(opened_year).renew

    assert page["L2"].value == "หลักฐานของปีก่อนที่ต้องทำใหม่"
    assert page[RENEW].protection.locked
    assert page[RENEW].value.split("\n") == [
        f"{one.title} ({one.item}/2568) {one.address or ''}".strip() for one in renew
    ]
    assert renew


def test_nothing_changes_while_a_draft_is_left_as_it_is(book, take):
    assert take(book) == "ไม่มีอะไรเปลี่ยน\n"


def test_another_cell_of_a_draft_leaves_it_a_draft(book, fill, take, opened_year):
    before = item(opened_year)
    take(fill(book, {(ITEMS, "J9"): "รอเอกสารจากกองคลัง"}))

    assert item(opened_year).is_draft
    assert shown(item(opened_year)) == shown(before)
    assert item(opened_year).note == "รอเอกสารจากกองคลัง"


def test_evidence_ends_the_draft_and_its_list_and_says_so(book, fill, take, opened_year):
    renewed = item(opened_year).renew
    told = take(fill(book, row(free_row(book))))

    assert f"แผ่นงาน '{ITEMS}' ช่อง {STATE}: O7 มีหลักฐานของปีนี้แล้ว จึงไม่เป็นร่างอีก" in told
    assert all(one.title in told for one in renewed)
    assert not item(opened_year).is_draft
    assert item(opened_year).renew == ()
    assert [one.file for one in item(opened_year).evidence] == ["files/o7.pdf"]
    assert item(opened_year, "O8").is_draft


def test_the_cell_may_go_on_saying_draft_in_later_imports(book, fill, take, opened_year):
    take(fill(book, row(free_row(book))))

    assert "ร่าง" not in (again := take(book))
    assert again.startswith("ไม่มีอะไรเปลี่ยน\n")
    take(fill(book, {(ITEMS, "J9"): "ครบแล้ว"}))
    assert not item(opened_year).is_draft
    assert item(opened_year).note == "ครบแล้ว"


def test_clearing_the_cell_is_right_as_well(book, fill, take, opened_year):
    take(fill(book, row(free_row(book)) | {(ITEMS, STATE): None}))

    assert not item(opened_year).is_draft


def test_a_declaration_in_place_of_the_draft_keeps_what_was_not_renewed(
    book, fill, take, opened_year
):
    renewed = shown(item(opened_year))
    cells = {STATE: "ไม่มีเรื่องที่ต้องรายงาน", REASON: "ไม่มี", BY: "ปลัด", ON: "1 มี.ค. 2569"}
    take(fill(book, {(ITEMS, cell): value for cell, value in cells.items()}))

    assert item(opened_year).nothing_to_report.reason == "ไม่มี"
    assert not item(opened_year).is_draft
    assert shown(item(opened_year)) == renewed


def test_a_reason_beside_a_draft_asks_for_what_is_declared(book, fill, problems_in):
    ((cell, told),) = problems_in(fill(book, {(ITEMS, REASON): "ไม่มีเรื่อง"}))

    assert cell == STATE
    assert "เลือก ไม่มีเรื่องที่ต้องรายงาน หรือ ไม่เกี่ยวข้อง ในช่องนี้" in told


def test_an_item_with_evidence_cannot_be_made_a_draft(book, fill, take, problems_in):
    take(fill(book, row(free_row(book)) | {(ITEMS, STATE): None}))

    ((cell, told),) = problems_in(fill(book, {(ITEMS, STATE): "ร่าง"}))

    assert cell == STATE
    assert "วิธีแก้: ล้างช่อง F9 หรือลบแถวหลักฐานของข้อนี้" in told


def test_a_declaration_tells_each_cell_that_it_lacks(book, fill, problems_in):
    found = dict(problems_in(fill(book, {(ITEMS, STATE): "ไม่มีเรื่องที่ต้องรายงาน"})))

    assert list(found) == [REASON, BY, ON]
    assert "เลือก 'ไม่มีเรื่องที่ต้องรายงาน' แล้ว แต่ยังไม่มีเหตุผล" in found[REASON]
    assert "วิธีแก้: กรอกวันที่แจ้ง หรือล้างสถานะที่แจ้ง (ช่อง F9)" in found[ON]


def test_a_draft_that_got_its_evidence_in_yaml_meanwhile_is_left_as_it_is(
    book, fill, take, opened_year
):
    path = opened_year / "2569/disclosure.yml"
    text = path.read_text("utf-8")
    start = text.index("  O7:\n")
    end = text.index("  O8:\n")
    kept = text[start:end].replace("    state: draft\n", "    note: ใหม่\n")
    path.write_text(text[:start] + kept + text[end:], "utf-8")

    take(fill(book, row(free_row(book))))

    assert not item(opened_year).is_draft
    assert item(opened_year).renew
    assert item(opened_year).note == "ใหม่"
