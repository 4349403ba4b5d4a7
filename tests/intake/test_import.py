"""prongsai import result: what it shows, asks and writes, and what it leaves alone."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from prongsai.cli import cli
from prongsai.content import load_site

AGENCY = """\
# หน่วยงานสมมติ
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://sample.example/
units: {clerk: สำนักปลัด}   # เพิ่มได้
"""


@pytest.fixture
def root(tmp_path, monkeypatch, reports):
    """A content directory with an agency and an empty year, and the reports beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRONGSAI_LANG", "th")
    (tmp_path / "content/2568").mkdir(parents=True)
    (tmp_path / "content/agency.yml").write_text(AGENCY, encoding="utf-8")
    (tmp_path / "content/2568/disclosure.yml").write_text("fiscal_year: 2568\nitems: {}\n")
    for name, content in reports.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path / "content"


def run(*arguments):
    return CliRunner().invoke(cli, ["import", "result", *map(str, arguments)])


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yml")}


def test_what_was_found_is_shown_with_its_place_and_nothing_is_written_without_a_yes(root):
    before = files(root)

    result = run("report.docx")

    assert result.exit_code == 1
    assert "คะแนนรวม: 92.30 (ย่อหน้าที่ 2)" in result.stdout
    assert "ตัวชี้วัดที่ 9: 97.50" in result.stdout
    assert "1. จัดทำคู่มือการยืมทรัพย์สิน" in result.stdout
    assert "เพิ่มหน่วยงานใน agency.yml: finance = กองคลัง" in result.stdout
    assert "--yes" in result.stderr
    assert files(root) == before


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.xlsx", "windows.csv"])
def test_with_a_yes_it_is_written_and_the_content_loads(root, name, figures):
    result = run(name, "--yes")

    site = load_site(root)
    found = site.result(2568)
    assert result.exit_code == 0
    assert (str(found.total), found.level) == ("92.30", "ผ่านดี")
    assert {f"indicator {key}": str(one.score) for key, one in found.indicators.items()} == figures
    plan = site.measures(2569)
    assert plan.result_year == 2568
    assert [measure.title for measure in plan.measures] == [
        "จัดทำคู่มือการยืมทรัพย์สิน",
        "ปรับปรุงเว็บไซต์",
    ]
    assert [measure.responsible for measure in plan.measures] == [("finance",), ("clerk",)]
    assert site.agency.units["finance"] == "กองคลัง"
    assert "# เพิ่มได้" in (root / "agency.yml").read_text(encoding="utf-8")


def test_a_second_import_changes_nothing(root):
    run("report.docx", "--yes")
    before = files(root)

    again = run("report.docx", "--yes")

    assert again.exit_code == 0
    assert files(root) == before


def test_a_figure_that_is_there_stays_and_the_other_is_told(root):
    (root / "2568/result.yml").write_text(
        "fiscal_year: 2568\ntotal: 92.31   # ตามหนังสือ\nindicators: {1: ๙๒.๐๐}\n", encoding="utf-8"
    )

    result = run("report.docx", "--yes")

    text = (root / "2568/result.yml").read_text(encoding="utf-8")
    assert "ในไฟล์มี 92.31 เอกสารพิมพ์ 92.30" in result.stdout
    assert "total: 92.31   # ตามหนังสือ" in text
    assert "๙๒.๐๐" in text

    run("report.docx", "--yes", "--replace")
    assert "total: 92.30   # ตามหนังสือ" in (root / "2568/result.yml").read_text(encoding="utf-8")


def test_measures_that_are_there_stay(root):
    (root / "2569").mkdir()
    plan = "fiscal_year: 2569\nresult_year: 2568\nmeasures: [{id: m1, title: ของเดิม}]\n"
    (root / "2569/measures.yml").write_text(plan, encoding="utf-8")

    result = run("report.docx", "--yes")

    assert "มีมาตรการอยู่แล้ว" in result.stdout
    assert (root / "2569/measures.yml").read_text(encoding="utf-8") == plan


def test_a_dry_run_shows_the_change_and_writes_nothing(root):
    before = files(root)

    result = run("report.docx", "--dry-run")

    assert result.exit_code == 0
    assert "+total: 92.30" in result.stdout
    assert files(root) == before


@pytest.mark.parametrize(
    "text",
    [
        "รายงานการประชุมสภา ครั้งที่ 1/2568 มีผู้เข้าประชุม 12 คน คิดเป็นร้อยละ 92.30",
        "โครงการ\tระยะเวลา\tผู้รับผิดชอบ\nซ่อมถนน\tปี 2568\tกองช่าง\n",
        "ราคากลาง 97.50 บาท\n95.00 - 100 AA\n",
    ],
)
def test_what_is_no_report_is_not_recognised_and_nothing_is_written(root, tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    before = files(root)

    result = run("a.txt", "--yes", "--lang", "en")

    assert result.exit_code == 2
    assert "not recognised" in result.stderr
    assert files(root) == before


def test_a_report_that_does_not_say_its_year_asks_for_it(root, tmp_path, reports):
    text = reports["tabs.txt"].decode().replace("ปีงบประมาณ พ.ศ. 2568", "")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert "--year" in run("a.txt").stderr
    assert run("a.txt", "--year", "๒๕๖๘", "--yes").exit_code == 0
    assert load_site(root).result(2568)


def test_a_figure_that_the_document_contradicts_is_left_out_and_told(root, tmp_path, reports):
    text = reports["tabs.txt"].decode().replace("ได้คะแนนรวม 92.30 คะแนน", "")
    text += "\nตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนน 80.20 คะแนน\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    result = run("a.txt", "--yes")

    assert "? ตัวชี้วัดที่ 3: ไม่นำเข้า" in result.stdout
    assert "80.20" in result.stdout
    assert 3 not in load_site(root).result(2568).indicators


def test_a_figure_that_the_others_settle_is_taken_and_the_other_kept_beside_it(
    root, tmp_path, reports
):
    text = reports["tabs.txt"].decode() + "\nตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนน 80.20 คะแนน\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    run("a.txt", "--yes")

    result = load_site(root).result(2568)
    assert str(result.indicators[3].score) == "91.00"
    assert [(one.figure, str(one.value)) for one in result.printed_otherwise] == [
        ("indicator 3", "80.20")
    ]


@pytest.mark.parametrize("options", [["--yes"], []])
def test_the_report_of_another_agency_is_told_and_refused(root, tmp_path, reports, options):
    text = reports["tabs.txt"].decode().replace("องค์การบริหารส่วนตำบลตัวอย่าง", "อบต.เขาทอง")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    before = files(root)

    result = run("a.txt", *options)

    assert result.exit_code == 2
    assert "! เอกสารเป็นของ องค์การบริหารส่วนตำบลเขาทอง (บรรทัดที่ 1)" in result.stdout
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in result.stdout
    assert "--other-agency" in result.stderr
    assert files(root) == before


def test_the_report_of_another_agency_is_taken_over_where_that_is_asked_for(
    root, tmp_path, reports
):
    text = reports["tabs.txt"].decode().replace("องค์การบริหารส่วนตำบลตัวอย่าง", "อบต.เขาทอง")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert run("a.txt", "--yes", "--other-agency").exit_code == 0
    assert load_site(root).result(2568)


def test_a_report_that_names_no_agency_is_doubted_and_not_refused(root, tmp_path, reports):
    text = reports["tabs.txt"].decode().replace("องค์การบริหารส่วนตำบลตัวอย่าง", "หน่วยงาน")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    result = run("a.txt", "--yes")

    assert result.exit_code == 0
    assert "! เอกสารไม่ได้บอกชื่อหน่วยงาน" in result.stdout


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2599", ["สั่ง --year 2599", "2561-2569"]),
        ("2025", ["2025 เป็นปี ค.ศ.", "2568"]),
        ("๒๐๒๕", ["เป็นปี ค.ศ.", "2568"]),
        ("68", ["ไม่ใช่ปีงบประมาณ"]),
    ],
)
def test_a_year_that_cannot_be_is_told_as_what_it_is(root, year, told):
    before = files(root)

    result = run("report.docx", "--yes", "--year", year)

    assert result.exit_code == 2
    assert [words in result.stderr for words in told] == [True] * len(told)
    assert files(root) == before


def test_a_year_that_disagrees_with_the_document_is_doubted(root):
    result = run("report.docx", "--year", "2567", "--dry-run")

    assert "สั่ง --year 2567 แต่เอกสารบอกว่าเป็นผลปี 2568" in result.stdout


def test_a_year_of_which_the_document_says_nothing_is_told_with_that_which_it_is_of(
    root, tmp_path, reports
):
    text = reports["tabs.txt"].decode().split("มาตรการ\t")[0]
    written(tmp_path / "a.txt", text.replace("\n\nตัวชี้วัด", "\n\nผลคะแนนปี 2568\n\nตัวชี้วัด"))

    result = run("a.txt", "--year", "2567", "--yes")

    assert result.exit_code == 2
    assert "เอกสารเป็นผลของปี 2568" in result.stderr
    assert "--year 2568" in result.stderr


def test_a_document_of_a_year_without_a_framework_is_told_as_such(root, tmp_path, reports):
    written(tmp_path / "a.txt", reports["tabs.txt"].decode().replace("2568", "2560"))

    result = run("a.txt", "--yes")

    assert result.exit_code == 2
    assert "เอกสารเป็นผลของปี 2560 (บรรทัดที่ 1)" in result.stderr
    assert "2561-2569" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        "ทุกสำนัก/กอง",
        "ทุกกอง ทุกสำนัก",
        "ทุกหน่วยงาน",
        "ทุกส่วนราชการ",
        "ทุกสำนัก / กอง / ฝ่าย",
        "ส่วนราชการทุกแห่ง",
    ],
)
def test_all_units_are_that_which_the_agency_has_for_them(root, tmp_path, reports, words):
    agency = AGENCY.replace(
        "units: {clerk: สำนักปลัด}   # เพิ่มได้", "units:\n  clerk: สำนักปลัด\n  all: ทุกกอง\n  # เพิ่มได้"
    )
    written(root / "agency.yml", agency)
    text = reports["tabs.txt"].decode().replace("\tกองคลัง\t", f"\t{words}\t")
    written(tmp_path / "a.txt", text)

    assert run("a.txt", "--yes").exit_code == 0

    assert load_site(root).measures(2569).measures[0].responsible == ("all",)
    assert (root / "agency.yml").read_text(encoding="utf-8") == agency


def test_new_units_stand_below_the_remarks_of_the_list(root, tmp_path):
    agency = AGENCY.replace(
        "units: {clerk: สำนักปลัด}   # เพิ่มได้", "units:\n  clerk: สำนักปลัด\n  # เพิ่มได้"
    )
    written(root / "agency.yml", agency)

    run("report.docx", "--yes")

    assert (root / "agency.yml").read_text(encoding="utf-8") == f"{agency}  finance: กองคลัง\n"


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [(["ใช่"], 0, "เขียนแล้ว"), (["อาจจะ", "ไม่"], 1, "ไม่ได้เขียนไฟล์ใด"), ([""], 1, "ไม่ได้เขียนไฟล์ใด")],
)
def test_yes_and_no_are_understood_in_thai(root, on_a_terminal, typed, code, told):
    command = [sys.executable, "-m", "prongsai", "import", "result", "report.docx"]

    said, ended = on_a_terminal(command, typed, root.parent, "[ใช่/ไม่]: ".encode())

    assert ended == code, said
    assert told in said
    assert ("ตอบ ใช่ หรือ ไม่" in said) == (len(typed) == 2)
