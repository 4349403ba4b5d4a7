"""prongsai export submission: the sheet in the order of the NACC's form, and addresses that stay."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil

import openpyxl
import pytest

MAIN = "https://tuayang.example"


def rows_of(run, year=2568):
    return json.loads(run("export", "submission", year).stdout)


def test_every_item_is_there_in_order_with_its_official_title(run, project):
    rows = rows_of(run)

    assert [row["id"] for row in rows] == [f"O{n}" for n in range(1, 29)]
    assert rows[0]["title"] == "โครงสร้างและอำนาจหน้าที่"


def test_an_item_leads_to_its_page_first_and_then_to_its_documents_and_links(run, project):
    first = rows_of(run)[0]

    assert first["urls"][0] == f"{MAIN}/oit/2568/o1/"
    assert f"{MAIN}/files/2568/o1-structure.pdf" in first["urls"]
    assert first["updated"] == "2025-03-15"
    assert first["state"] in ("complete", "partial")


def test_an_item_without_evidence_has_no_address_to_hand_in(run, project):
    missing = [row for row in rows_of(run) if row["state"] == "missing"]

    assert missing
    assert all(row["urls"] == [] and row["explanation"] == "" for row in missing)


def test_a_declared_item_hands_in_the_page_that_says_so(run, project):
    [declared] = [row for row in rows_of(run) if row["state"] == "nothing-to-report"]

    assert declared["urls"] == [f"{MAIN}/oit/2568/{declared['id'].lower()}/"]
    assert declared["explanation"] == "หน้าหลัก > No Gift Policy"


def test_a_report_page_that_answers_an_item_is_handed_in(run, project):
    urls = [url for row in rows_of(run, 2569) for url in row["urls"]]

    assert f"{MAIN}/ita/2569/measures/" in urls


def test_the_sheet_opens_in_excel_as_text_and_is_the_same_each_time(run, project):
    for name in ("a.xlsx", "b.xlsx"):
        run("export", "submission", 2568, "--format", "xlsx", "-o", name)

    assert (project / "a.xlsx").read_bytes() == (project / "b.xlsx").read_bytes()
    page = openpyxl.load_workbook(project / "a.xlsx").active
    assert page["A2"].value == "ข้อ"
    assert [page.cell(n, 1).value for n in (3, 30)] == ["O1", "O28"]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert f"{MAIN}/oit/2568/o1/" in page["C3"].value


def test_a_workbook_without_a_name_gets_one_and_replaces_nothing(run, project):
    assert run("export", "submission", 2568, "--format", "xlsx").exit_code == 0
    again = run("export", "submission", 2568, "--format", "xlsx")

    assert (project / "submission-2568.xlsx").is_file()
    assert again.exit_code == 2
    assert "submission-2568.xlsx: มีไฟล์นี้อยู่แล้ว" in again.stderr


def test_what_looks_like_a_formula_stays_text(run, project):
    path = project / "content/2568/disclosure.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"explanation: .*", "explanation: '=cmd|x > +1'", text, count=1), encoding="utf-8"
    )
    run("export", "submission", 2568, "--format", "xlsx", "-o", "a.xlsx")
    [row] = [
        one
        for one in csv.DictReader(
            io.StringIO(
                run("export", "submission", 2568, "--format", "csv").stdout.lstrip("\ufeff")
            )
        )
        if "cmd" in one["explanation"]
    ]

    page = openpyxl.load_workbook(project / "a.xlsx").active
    assert row["explanation"].startswith("'=")
    assert not [c for r in page.iter_rows() for c in r if c.data_type == "f"]


def test_the_printed_sheet_has_a_code_to_scan_per_item_and_needs_nothing_else(run, project):
    html = run("export", "submission", 2568, "--format", "html").stdout
    handed_in = [row for row in rows_of(run) if row["urls"]]

    assert html.count("<svg") == len(handed_in)
    assert not re.search(r"<script|src=", html)
    assert "ยังไม่มีหลักฐาน" in html


@pytest.mark.parametrize("arguments", ["result 2568 --format xlsx", "disclosure 2568 --lock"])
def test_what_belongs_to_the_sheet_alone_is_refused_for_open_data(run, project, arguments):
    result = run("export", *arguments.split())

    assert result.exit_code == 2
    assert "ใช้กับ export submission เท่านั้น" in result.stderr


def test_an_address_that_was_handed_in_cannot_break_unseen(run, project):
    run("export", "submission", 2568, "--lock")
    locked = (project / "content/urls.lock").read_text(encoding="utf-8")
    assert run("build").exit_code == 0

    (project / "content/2568/files/o1-structure.pdf").unlink()
    stopped = run("build")

    assert "oit/2568/o1/" in locked
    assert "files/2568/o1-structure.pdf" in locked
    assert stopped.exit_code == 2
    assert "URL101 URL ที่ส่งแล้วจะเปิดไม่ได้: files/2568/o1-structure.pdf" in stopped.stderr


def test_a_site_that_moves_after_it_was_handed_in_is_not_built(run, project):
    run("export", "submission", 2568, "--lock")
    agency = project / "content/agency.yml"
    before = agency.read_text(encoding="utf-8")
    agency.write_text(f"{before}\npublished_at: {MAIN}/ita/\n", encoding="utf-8")
    stopped = run("build")
    agency.write_text(before, encoding="utf-8")

    assert stopped.exit_code == 2
    assert "URL103 URL ที่ส่งแล้ว" in stopped.stderr
    assert f"ไม่อยู่ใต้ {MAIN}/ita/" in stopped.stderr
    assert run("build").exit_code == 0


def test_only_what_is_handed_in_is_recorded_and_the_rest_is_told(run, project):
    told = run("export", "submission", 2568, "--lock")
    locked = (project / "content/urls.lock").read_text(encoding="utf-8").splitlines()

    handed_in = {url for row in rows_of(run) for url in row["urls"] if url.startswith(MAIN)}
    assert {line for line in locked if not line.startswith("#")} <= handed_in
    missing = [row["id"] for row in rows_of(run) if not row["urls"]]
    assert f"ยังไม่มีหลักฐาน จึงไม่มี URL ให้ส่ง {len(missing)} ข้อ: {', '.join(missing)}" in told.stderr


def test_a_redirect_lets_an_old_address_lead_on(run, project):
    run("export", "submission", 2568, "--lock")
    (project / "content/2568/files/o1-structure.pdf").unlink()
    (project / "content/redirects.yml").write_text(
        "redirects:\n  - {from: files/2568/o1-structure.pdf, to: oit/2568/o1/}\n", encoding="utf-8"
    )

    built = run("build")

    page = project / "site/files/2568/o1-structure.pdf/index.html"
    assert built.exit_code == 0
    html = page.read_text(encoding="utf-8")
    [target] = re.findall(r"url=([^\"]+)\"", html)
    assert (page.parent / target / "index.html").resolve().is_file()
    assert f'<link rel="canonical" href="{MAIN}/oit/2568/o1/">' in html
    assert run("generate", "plain").exit_code == 0
    assert (project / "plain/docs/files/2568/o1-structure.pdf/index.html").is_file()


def test_locking_again_keeps_what_was_locked(run, project):
    run("export", "submission", 2568, "--lock")
    shutil.copy(project / "content/urls.lock", project / "before")
    run("export", "submission", 2569, "--lock")

    before = set((project / "before").read_text(encoding="utf-8").splitlines())
    now = set((project / "content/urls.lock").read_text(encoding="utf-8").splitlines())
    assert before < now


@pytest.mark.parametrize(
    "written", ["ftp://example.go.th/a", "../x", "a b", "oit/2568/o1/?x=1", "ข้อ/"]
)
def test_a_redirect_that_leaves_the_site_is_refused_with_its_line(run, project, written):
    (project / "content/redirects.yml").write_text(
        f"redirects:\n  - from: '{written}'\n    to: oit/2568/o1/\n", encoding="utf-8"
    )

    result = run("check")

    assert result.exit_code == 2
    assert "content/redirects.yml:2: redirects[1].from: " in result.stderr


def test_a_workbook_bears_no_time_of_its_making(run, project):
    run("export", "submission", 2568, "--format", "xlsx", "-o", "a.xlsx")

    assert openpyxl.load_workbook(project / "a.xlsx").properties.modified.year == 2000
