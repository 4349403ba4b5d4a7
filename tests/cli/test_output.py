"""The commands that print: coverage, export, check, explain, frameworks."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

import prongsai
from prongsai import frameworks

WITH_EVIDENCE = {"O1", "O2", "O4", "O10", "O12", "O22"}


def test_coverage_lists_exactly_the_items_without_evidence(run, project):
    result = run("coverage", "2568", "--missing", "--format", "json")

    rows = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [row["id"] for row in rows] == [
        f"O{number}" for number in range(1, 29) if f"O{number}" not in WITH_EVIDENCE
    ]
    assert {row["state"] for row in rows} == {"missing"}


def test_coverage_lists_the_same_items_in_words(run, project):
    lines = run("coverage", "2568", "--missing").stdout.splitlines()

    items = [line.split()[0] for line in lines if line.strip().startswith("O")]
    assert items == [f"O{n}" for n in range(1, 29) if f"O{n}" not in WITH_EVIDENCE]
    assert "  ครบ 4 จาก 28 ข้อ ยังไม่มีหลักฐาน 22 ข้อ" in lines


def test_coverage_tells_what_an_item_is_worth_and_calls_its_scores_its_own(run, project):
    lines = run("coverage", "2568").stdout.splitlines()

    [row] = [line for line in lines if line.startswith("  O13 ")]
    assert "[0/8] +10.00/+2.00 " in row
    assert "  คะแนนประเมินตนเองจากเว็บไซต์นี้ ไม่ใช่คะแนนที่ประกาศ:" in lines
    assert lines[-1].strip().startswith("ตัวชี้วัดที่ 9 10.00–17.86 · ตัวชี้วัดที่ 10 12.50 · OIT 11.25–15.18")


def test_coverage_plans_the_fewest_fixes_for_a_score(run, project):
    text = run("coverage", "2568", "--plan", "ตัวชี้วัด").output
    told = run("coverage", "๒๕๖๘", "--plan", "10=๒๕", "--lang", "en").stdout.splitlines()
    rows = json.loads(run("coverage", "2568", "--plan", "10=25", "--format", "json").stdout)

    assert "ไม่ใช่เป้าหมาย เขียนเช่น 9=95" in text
    assert told[0] == "FY2568: the fewest fixes that bring indicator 10 to at least 25"
    assert "  now 12.50" in told
    assert [(row["id"], row["fixes"], row["gain"]) for row in rows] == [("O24", 1, 12.5)]


def test_a_figure_that_cannot_be_told_is_said_with_the_reason(run, project):
    result = run("coverage", "2569", "--plan", "OIT=90", "--lang", "en")

    assert result.exit_code == 2
    assert "no source says how the items of this year are grouped" in result.stderr


def test_coverage_of_all_years_names_each(run, project):
    rows = json.loads(run("coverage", "--format", "json").stdout)

    assert {row["fiscal_year"] for row in rows} == {2568, 2569}
    assert len(rows) == 28 + 26


def test_coverage_exits_with_0_when_nothing_lacks(run, project):
    items = "\n".join(
        f"  O{n}: {{nothing_to_report: {{reason: ก, by: ข, on: 2025-01-01}}}}" for n in range(1, 29)
    )
    text = f"fiscal_year: 2568\nitems:\n{items}\n"
    (project / "content/2568/disclosure.yml").write_text(text, encoding="utf-8")

    assert run("coverage", "2568").exit_code == 0


def test_coverage_as_csv_opens_in_excel(run, project):
    text = run("coverage", "2568", "--format", "csv").stdout

    assert text.startswith("\ufefffiscal_year,id,title,")
    assert len(list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))) == 28


@pytest.mark.parametrize("format", ["json", "csv"])
@pytest.mark.parametrize("line", ["result 2568", "disclosure 2568", "measures 2569"])
def test_what_is_exported_is_what_the_site_publishes(run, project, line, format):
    what, year = line.split()
    run("build", "-d", "public")

    exported = run("export", what, year, "--format", format).stdout_bytes

    assert exported == (project / f"public/data/{year}/{what}.{format}").read_bytes()


def test_a_result_can_be_written_to_a_file(run, project):
    result = run("export", "result", "2568", "-o", "out/result.json")

    assert result.stdout == ""
    assert json.loads((project / "out/result.json").read_text(encoding="utf-8"))
    assert [path.name for path in (project / "out").iterdir()] == ["result.json"]


def test_a_file_is_left_alone_when_there_is_nothing_to_write(run, project):
    (project / "result.json").write_text("earlier")

    assert run("export", "result", "2569", "-o", "result.json").exit_code == 2
    assert (project / "result.json").read_text() == "earlier"


def test_a_file_that_cannot_be_written_is_told(run, project):
    result = run("export", "result", "2568", "-o", "mkdocs.yml/result.json")

    assert result.exit_code == 2
    assert "เขียนไม่ได้" in result.stderr


def test_the_checks_can_be_read_by_a_program(run, project):
    codes = {one["code"] for one in json.loads(run("check", "--format", "json").stdout)["findings"]}

    assert {"DIS101", "RES101"} <= codes


def test_a_check_can_be_left_out_by_the_beginning_of_its_code(run, project):
    text = run("check", "--ignore", "DIS").stdout

    assert "DIS101" not in text
    assert "RES101" in text


def test_a_check_is_explained_in_the_language_asked_for(run):
    assert run("explain", "DIS101").stdout != run("explain", "DIS101", "--lang", "en").stdout


def test_every_year_of_the_catalogue_is_listed(run):
    lines = run("frameworks").stdout.splitlines()

    assert [int(line.split()[0]) for line in lines] == list(frameworks.known_years())


@pytest.mark.parametrize("year", frameworks.known_years())
def test_every_year_of_the_catalogue_can_be_shown(run, year):
    text = run("frameworks", str(year), "--lang", "en").stdout

    assert text.startswith(f"{year} ")
    assert "confidence" in text.splitlines()[0]


def test_coverage_as_a_workbook_has_the_rows_and_calls_its_scores_its_own(run, project):
    result = run("coverage", "2568", "--format", "xlsx", "-o", "a.xlsx")
    again = run("coverage", "2568", "--format", "xlsx", "-o", "b.xlsx")

    page = openpyxl.load_workbook(project / "a.xlsx").active
    heads = [cell.value for cell in page[2]]
    rows = [
        dict(zip(heads, [cell.value for cell in row], strict=True)) for row in page.iter_rows(3)
    ]
    assert (result.exit_code, again.exit_code) == (1, 1)
    assert (project / "a.xlsx").read_bytes() == (project / "b.xlsx").read_bytes()
    assert page["A1"].value == ("ความครบถ้วนรายข้อ คะแนนเป็นการประเมินตนเองจากเว็บไซต์นี้ ไม่ใช่คะแนนที่ประกาศ")
    assert [row["ข้อ"] for row in rows] == [f"O{n}" for n in range(1, 29)]
    assert rows[12]["มีผลต่อตัวชี้วัด"] == 10
    assert "o3-e1 ที่อยู่หน่วยงาน" in rows[2]["ยังขาด"]


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("what", [["--missing"], ["--plan", "OIT=50"]])
def test_coverage_in_which_nothing_is_missing_is_a_file_too(run, tmp_path, form, what):
    sample = Path(prongsai.__file__).parent / "scaffold/sample"
    target = tmp_path / f"a.{form}"

    result = run(
        "coverage", "2568", *what, "--content", sample, "--format", form, "-o", str(target)
    )

    assert result.exit_code == 0
    assert target.stat().st_size > 0
