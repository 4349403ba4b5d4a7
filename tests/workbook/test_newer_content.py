"""A workbook that is older than the content, or of another agency, undoes nothing without being told."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from prongsai.cli import cli
from prongsai.problems import Lang
from prongsai.workbook.cells import WorkbookError
from prongsai.workbook.exchange import imported
from prongsai.workbook.opening import opened

RESULT, MEASURES, DISCLOSURE = "2568/result.yml", "2568/measures.yml", "2568/disclosure.yml"


def run(*arguments):
    return CliRunner().invoke(cli, ["workbook", *map(str, arguments)])


def edit(content, name, *pairs):
    """Change a YAML file as somebody does who edits it by hand."""
    path = content / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text


def text_of(content, name):
    return (content / name).read_text(encoding="utf-8")


@pytest.fixture
def taken_over():
    """A function that imports a workbook for good and returns what is told in both languages."""

    def take(content, book):
        dry = run("import", book, "--content", content, "--lang", "en", "--dry-run")
        result = run("import", book, "--content", content)
        assert (dry.exit_code, result.exit_code) == (0, 0), result.output
        return result.stderr, dry.stderr

    return take


@pytest.fixture
def refused():
    """A function that returns the problems for which a workbook is refused."""

    def refuse(content, book):
        with pytest.raises(WorkbookError) as raised:
            imported(content, opened(book))
        return raised.value.problems

    return refuse


def test_what_was_changed_in_the_content_only_stays_and_is_told(sample, workbook_of, taken_over):
    book = workbook_of(sample)
    text = edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    thai, english = taken_over(sample, book)

    assert text_of(sample, RESULT) == text
    assert (
        "แผ่นงาน 'ผล 2568' ช่อง C3: เนื้อหาเว็บไซต์ใหม่กว่าสมุดงาน คง '92.40' ไว้ (ในสมุดงาน '92.30')\n"
        in thai
    )
    assert (
        "sheet 'ผล 2568', cell C3: the content is newer than the workbook: '92.40' stays" in english
    )
    assert "ส่งออกไฟล์ใหม่" in thai


def test_what_both_changed_in_different_cells_is_all_taken(sample, workbook_of, fill, taken_over):
    book = fill(workbook_of(sample), {("ผล 2568", "C9"): "91.50"})
    edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    taken_over(sample, book)

    text = text_of(sample, RESULT)
    assert "total: 92.40" in text
    assert "91.50" in text


def test_what_both_changed_to_the_same_is_no_conflict(sample, workbook_of, fill, taken_over):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "92.40"})
    text = edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    assert taken_over(sample, book)[0] == "ไม่มีอะไรเปลี่ยน\n"
    assert text_of(sample, RESULT) == text


def test_what_both_changed_differently_is_refused_with_cell_values_and_cure(
    sample, workbook_of, fill, refused
):
    cells = {("ผล 2568", "C3"): "93.10", ("ข้อ OIT 2568", "D3"): "1 เม.ย. 2568"}
    book = fill(workbook_of(sample), cells)
    edit(sample, RESULT, ("total: 92.30", "total: 92.40"))
    edit(sample, DISCLOSURE, ("updated: 2025-03-31", "updated: 2025-05-02"))

    problems = refused(sample, book)

    assert [(p.place.sheet, p.place.cell) for p in problems] == [
        ("ผล 2568", "C3"),
        ("ข้อ OIT 2568", "D3"),
    ]
    assert problems[0].message.th == (
        "ช่องนี้ถูกแก้ทั้งในสมุดงาน ('93.10') และในเนื้อหาเว็บไซต์หลังส่งออก ('92.40')"
    )
    assert "ใส่ '92.40' ในช่องนี้" in problems[0].hint.th
    assert "('1 เม.ย. 2568') and since the export in the content too ('2 พ.ค. 2568')" in (
        problems[1].message.en
    )


def test_conflicts_and_mistakes_are_told_all_at_once(sample, workbook_of, fill, refused):
    cells = {("ผล 2568", "C3"): "93.10", ("ผล 2568", "C4"): "AA", ("ผล 2568", "C9"): "101"}
    book = fill(workbook_of(sample), cells)
    edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    assert [p.place.cell for p in refused(sample, book)] == ["C3", "C4", "C9"]


def test_a_cell_cleared_in_one_and_changed_in_the_other_is_a_conflict(
    sample, workbook_of, fill, refused
):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): None})
    edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    (problem,) = refused(sample, book)

    assert problem.message.th == ("ช่องนี้ถูกแก้ทั้งในสมุดงาน (ว่าง) และในเนื้อหาเว็บไซต์หลังส่งออก ('92.40')")


def test_typing_what_the_content_has_settles_a_conflict(sample, workbook_of, fill, taken_over):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})
    text = edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    fill(book, {("ผล 2568", "C3"): "92.40"})

    assert taken_over(sample, book)[0] == "ไม่มีอะไรเปลี่ยน\n"
    assert text_of(sample, RESULT) == text


def test_a_workbook_is_gone_on_with_after_it_was_taken_over(sample, workbook_of, fill, taken_over):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})
    edit(sample, RESULT, ("95.00", "95.10"))
    taken_over(sample, book)

    fill(book, {("ผล 2568", "C3"): "93.20"})
    taken_over(sample, book)

    assert "total: 93.20" in text_of(sample, RESULT)
    assert "95.10" in text_of(sample, RESULT)


def test_a_dry_run_does_not_touch_the_workbook(sample, workbook_of, fill):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})
    before = book.read_bytes()

    run("import", book, "--content", sample, "--dry-run")

    assert book.read_bytes() == before


def test_an_import_changes_nothing_in_a_workbook_but_what_it_remembers(
    sample, workbook_of, fill, taken_over
):
    def pages(path):
        return {
            (page.title, cell.coordinate): (cell.value, cell.style_id)
            for page in load_workbook(path)
            if page.title != "prongsai"
            for row in page.iter_rows()
            for cell in row
        }

    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})
    before = pages(book)

    taken_over(sample, book)

    assert pages(book) == before


def test_an_import_from_where_nothing_can_be_written_is_done_and_told(
    sample, workbook_of, fill, monkeypatch
):
    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"})

    def locked(path, content):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("prongsai.cli.workbook.write_file", locked)
    result = run("import", book, "--content", sample)

    assert result.exit_code == 0
    assert "total: 93.10" in text_of(sample, RESULT)
    assert "จดลงใน" in result.stderr
    assert "ส่งออกไฟล์ใหม่" in result.stderr


def test_rows_of_both_sides_are_brought_together(sample, workbook_of, fill, taken_over):
    book = workbook_of(sample)
    page = load_workbook(book)["มาตรการ 2569"]
    new_row = page.max_row + 1
    last = max(row for row in range(3, page.max_row + 1) if page.cell(row, 1).value)
    assert last < new_row
    fill(
        book,
        {("มาตรการ 2569", f"A{last + 1}"): "m90", ("มาตรการ 2569", f"C{last + 1}"): "จากสมุดงาน"},
    )
    text = text_of(sample, "2569/measures.yml")
    (sample / "2569/measures.yml").write_text(
        re.sub(r"(?m)^measures:\n", "measures:\n  - id: m91   # ใหม่\n    title: จากไฟล์\n", text),
        encoding="utf-8",
    )

    told, _ = taken_over(sample, book)

    found = text_of(sample, "2569/measures.yml")
    assert found.index("- id: m91   # ใหม่") < found.index("- id: m1") < found.index("- id: m90")
    assert "แผ่นงาน 'มาตรการ 2569'" in told
    assert "จากไฟล์" in told


def test_a_row_deleted_in_one_and_changed_in_the_other_is_refused(
    sample, workbook_of, fill, refused
):
    book = fill(workbook_of(sample), {}, lambda book: book["มาตรการ 2568"].delete_rows(3))
    text = text_of(sample, MEASURES)
    title = re.search(r"(?m)^    title: (.+)$", text)[1]
    edit(sample, MEASURES, (f"title: {title}", f"title: {title} (แก้)"))

    (problem,) = refused(sample, book)

    assert problem.place.sheet == "มาตรการ 2568"
    assert "(แก้)" in problem.message.th


def test_a_row_that_the_content_has_no_more_stays_away(sample, workbook_of, taken_over):
    book = workbook_of(sample)
    text = text_of(sample, DISCLOSURE)
    gone = re.search(r"(?m)^      - title: .+\n(?:        .+\n)+(?=      - )", text)[0]
    without = edit(sample, DISCLOSURE, (gone, ""))

    told, _ = taken_over(sample, book)

    assert text_of(sample, DISCLOSURE) == without
    assert "แผ่นงาน 'หลักฐาน 2568'" in told


def test_what_fits_each_side_and_not_both_is_told_at_its_cell(sample, workbook_of, fill, refused):
    told = ("ไม่เกี่ยวข้อง", "ไม่มีหน้าที่นี้", "ปลัด อบต.", "1 มี.ค. 2568")
    cells = {
        ("ข้อ OIT 2568", f"{letter}29"): text for letter, text in zip("FGHI", told, strict=True)
    }
    book = fill(workbook_of(sample), cells)
    state = "nothing_to_report: {reason: ก, by: ข, on: 2025-03-01}"
    edit(
        sample,
        DISCLOSURE,
        ("O27: {responsible: clerk}", f"O27: {{responsible: clerk, {state}}}"),
    )

    problems = refused(sample, book)

    assert {p.place.sheet for p in problems} == {"ข้อ OIT 2568"}


def test_a_later_edit_of_what_no_cell_shows_stays_and_is_not_told(sample, workbook_of, taken_over):
    book = workbook_of(sample)
    text = f"# แก้ภายหลัง\n{text_of(sample, RESULT)}source: {{title: ใหม่}}\n"
    if "\nsource:" in text_of(sample, RESULT):
        text = re.sub(r"(?m)^source:.*$", "source: {title: ใหม่}", text_of(sample, RESULT))
    (sample / RESULT).write_text(text, encoding="utf-8")

    assert taken_over(sample, book)[0] == "ไม่มีอะไรเปลี่ยน\n"
    assert text_of(sample, RESULT) == text


@pytest.mark.parametrize("name", ["sample", "samruean", "krabueang-nok", "thung-arun"])
def test_an_old_workbook_that_nobody_touched_undoes_nothing(
    name, content_of, workbook_of, changes_of
):
    content = content_of(name)
    book = workbook_of(content)
    for path in sorted(content.glob("*/measures.yml")):
        text = re.sub(
            r"(?m)^(    title: [^\"'|>\n]+)$", r"\1 (แก้)", path.read_text(encoding="utf-8")
        )
        path.write_text(text, encoding="utf-8")

    assert changes_of(content, book) == {}


def test_it_all_holds_after_libreoffice_saved_the_workbook(
    sample, workbook_of, fill, resaved, taken_over
):
    book = resaved(fill(workbook_of(sample), {("ผล 2568", "C9"): "91.50"}))
    edit(sample, RESULT, ("total: 92.30", "total: 92.40"))

    told, _ = taken_over(sample, book)
    again = resaved(fill(book, {("ผล 2568", "C9"): "91.60"}))
    taken_over(sample, again)

    assert "คง '92.40' ไว้" in told
    assert "total: 92.40" in text_of(sample, RESULT)
    assert "91.60" in text_of(sample, RESULT)


def test_a_workbook_of_another_agency_is_refused_with_both_names(
    content_of, sample, workbook_of, refused, tmp_path
):
    book = workbook_of(sample)
    edit(sample, "agency.yml", ("sample.example", "other.example"))
    text = re.sub(r"(?m)^name:.*$", "name: {th: ทต.อื่น}", text_of(sample, "agency.yml"))
    (sample / "agency.yml").write_text(text, encoding="utf-8")

    (problem,) = refused(sample, book)

    for lang, ours in ((Lang.TH, "วิธีแก้: "), (Lang.EN, "hint: ")):
        told = problem.told(lang)
        assert "ตัวอย่าง" in told
        assert "ทต.อื่น" in told
        assert ours in told


def test_two_agencies_of_the_same_name_are_told_apart(sample, workbook_of, refused):
    book = workbook_of(sample)
    text = re.sub(
        r"(?m)^(main_site|province):.*$", r"\1: https://x.example/", text_of(sample, "agency.yml")
    )
    (sample / "agency.yml").write_text(text, encoding="utf-8")

    (problem,) = refused(sample, book)

    assert "ส่งออกจากเว็บไซต์ของ" in problem.message.th


def test_an_agency_may_be_renamed_and_move_in_its_workbook(sample, workbook_of, fill, taken_over):
    cells = {("หน่วยงาน", "C3"): "เทศบาลตำบลใหม่", ("หน่วยงาน", "C10"): "https://new.example/"}
    book = fill(workbook_of(sample), cells)
    copy = book.with_name("copy.xlsx")
    copy.write_bytes(book.read_bytes())

    taken_over(sample, book)
    fill(book, {("หน่วยงาน", "C8"): "บ้านใหม่"})
    taken_over(sample, book)

    assert "เทศบาลตำบลใหม่" in text_of(sample, "agency.yml")
    assert "บ้านใหม่" in text_of(sample, "agency.yml")
    assert imported(sample, opened(copy)).changes == ()


@pytest.mark.parametrize("lost", ["sheet", "text", "more"])
def test_a_workbook_without_its_stamp_is_refused_with_the_cure(
    lost, sample, workbook_of, fill, refused
):
    def lose(book):
        page = book["prongsai"]
        if lost == "sheet":
            del book["prongsai"]
        elif lost == "text":
            page["A2"].value = page["A2"].value[:100]
        else:
            page["A2"].value = "eNqrrgUAAXUA+Q=="

    book = fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"}, lose)

    (problem,) = refused(sample, book)

    assert "คัดลอกแผ่นงาน" in problem.message.th
    assert "prongsai workbook export" in problem.hint.th
    assert "export a new one" in problem.hint.en
