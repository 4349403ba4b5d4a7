"""prongsai todo: its forms, its calendar file, and what it says where it cannot."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from icalendar import Calendar


@pytest.fixture(autouse=True)
def measures(project):
    """A measure of each of two units, one of them with a day."""
    (project / "content/2569/measures.yml").write_text(
        "fiscal_year: 2569\nresult_year: 2568\nmeasures:\n"
        "  - {id: m1, title: อบรม, period: ต.ค. 68 - มี.ค. 69, responsible: [clerk]}\n"
        "  - {id: m2, title: คู่มือ, period: {text: ทุกเดือน}, responsible: [clerk]}\n",
        encoding="utf-8",
    )


def test_every_row_of_the_json_has_its_unit_and_its_page(run, project):
    rows = json.loads(run("todo", "2569", "--format", "json").stdout)

    assert {row["fiscal_year"] for row in rows} == {2569}
    assert {"clerk", None} <= {row["unit"] for row in rows}
    assert all(row["what"] and row["to_do"] for row in rows)
    assert [row["due"] for row in rows if row["subject"] == "m1"] == ["2026-03-31"]
    items = [row for row in rows if row["subject"].startswith("O")]
    assert all(row["url"].endswith(f"/oit/2569/{row['subject'].lower()}/") for row in items)
    assert all(row["due"] is None for row in items)


def test_the_workbook_has_the_same_rows_and_links_to_the_pages(run, project):
    rows = json.loads(run("todo", "2569", "--format", "json").stdout)

    for name in ("a.xlsx", "b.xlsx"):
        run("todo", "2569", "--format", "xlsx", "-o", name)

    content = (project / "a.xlsx").read_bytes()
    assert content == (project / "b.xlsx").read_bytes()
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    told = list(page.iter_rows(min_row=3, values_only=True))
    assert [row[4] for row in told] == [row["what"] for row in rows]
    assert page["A2"].value == "หน่วย"
    assert page.cell(3, 9).hyperlink.target == rows[0]["url"]


def test_a_workbook_that_nobody_named_is_not_replaced(run, project):
    assert run("todo", "--format", "xlsx").exit_code == 0
    written = (project / "todo.xlsx").read_bytes()

    again = run("todo", "2568", "--format", "xlsx")

    assert again.exit_code == 2
    assert (project / "todo.xlsx").read_bytes() == written


def test_a_unit_sees_what_is_its_own(run, project):
    rows = json.loads(run("todo", "--unit", "สำนักปลัด", "--format", "json").stdout)

    assert {row["unit"] for row in rows} == {"clerk"}


def test_a_unit_is_told_how_much_has_nobody(run, project):
    rows = json.loads(run("todo", "--format", "json").stdout)
    told = run("todo", "--unit", "finance").stderr

    unowned = sum(row["unit"] is None for row in rows)
    assert unowned
    assert f"ยังมีอีก {unowned} เรื่องที่ไม่มีผู้รับผิดชอบ" in told


def test_an_unknown_unit_is_told_with_the_nearest(run, project):
    done = run("todo", "--unit", "clark")

    assert done.exit_code == 2
    assert "หมายถึง clerk ใช่หรือไม่" in done.stderr


def test_a_year_that_is_not_there_is_told_with_the_cure(run, project):
    assert "hint: choose one of those" in run("todo", "2570", "--lang", "en").stderr


def test_the_calendar_file_holds_only_what_has_a_day(run, project):
    done = run("todo", "2569", "--ics", "due.ics", "-o", "list.txt")

    assert done.exit_code == 0
    assert (done.stdout, done.stderr) == ("", "เขียนแล้ว: due.ics\n")
    read = Calendar.from_ical((project / "due.ics").read_bytes())
    assert ["m1" in str(one["SUMMARY"]) for one in read.walk("VEVENT")] == [True]
    assert "มาตรการ m2" in (project / "list.txt").read_text("utf-8")


def test_without_any_day_no_calendar_is_written(run, project):
    done = run("todo", "2569", "--unit", "finance", "--ics", "due.ics")

    assert "จึงไม่เขียน due.ics" in done.stderr
    assert not (project / "due.ics").exists()


def test_the_calendar_is_the_same_on_any_day(run, project, monkeypatch):
    run("todo", "--ics", "a.ics")
    monkeypatch.setattr("prongsai.cli.todo.date", Later)
    run("todo", "--ics", "b.ics")

    assert (project / "a.ics").read_bytes() == (project / "b.ics").read_bytes()


class Later:
    @staticmethod
    def today():
        from datetime import date

        return date(2040, 1, 1)
