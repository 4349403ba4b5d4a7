"""prongsai rollover: what it writes, what it leaves alone, and what it says where it cannot."""

from __future__ import annotations

import shutil

import pytest

from prongsai.checks import run_checks
from prongsai.content import load_site
from prongsai.problems import ContentError

WEAK = """\
fiscal_year: 2568
total: 82.00
indicators: {4: 80.10, 6: 90.00, 9: 84.99, 10: 85.00}
"""
AGENCY = """\
name: ก
short_name: ก
kind: local-government
main_site: https://a.example/
units: {clerk: สำนักปลัด}
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Content with a disclosure of FY2568 and a result that has two weak indicators."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRONGSAI_LANG", raising=False)
    folder = tmp_path / "content"
    (folder / "2568").mkdir(parents=True)
    (folder / "agency.yml").write_text(AGENCY, encoding="utf-8")
    (folder / "2568/result.yml").write_text(WEAK, encoding="utf-8")
    (folder / "2568/disclosure.yml").write_text(
        "fiscal_year: 2568\nitems: {O1: {evidence: [{title: โครงสร้าง, text: ก}]}}\n",
        encoding="utf-8",
    )
    return folder


def uncommented(text):
    """The text as it is once somebody has taken one # off each line of the stubs."""
    lines = text.splitlines()
    head = next(at for at, line in enumerate(lines) if line == "#measures:")
    return "\n".join([*lines[:head], *(line.removeprefix("#") for line in lines[head:])]) + "\n"


def test_a_stub_stands_for_each_weak_indicator_and_the_file_loads_without_a_measure(
    run, content, golden
):
    done = run("rollover", "2569")

    assert done.exit_code == 0
    text = (content / "2569/measures.yml").read_text("utf-8")
    golden("rollover/2569-measures.yml", text)
    plan = load_site(content).measures(2569)
    assert (plan.result_year, plan.measures) == (2568, ())
    weak = [f for f in run_checks(load_site(content)) if f.code == "MEA201"]
    assert [found.subject for found in weak] == ["indicator 4", "indicator 9"]
    assert "2569/measures.yml" in weak[0].hint.th
    assert "ตัวชี้วัดที่อ่อนในผลปี 2568: 4, 9" in done.stdout


def test_a_stub_without_a_title_does_not_load_and_with_one_it_is_a_measure(run, content):
    run("rollover", "2569")
    path = content / "2569/measures.yml"
    text = uncommented(path.read_text("utf-8"))

    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_site(content)
    assert any("title" in problem.message.th for problem in raised.value.problems)

    filled = text.replace("title:  ", "title: อบรม ").replace("      -\n", "      - ประชุม\n")
    path.write_text(filled.replace("period:  ", "period: ตลอดปี "), encoding="utf-8")
    site = load_site(content)
    assert [one.indicator for one in site.measures(2569).measures] == [4, 9]
    assert not [found for found in run_checks(site) if found.code == "MEA201"]


@pytest.mark.parametrize("there", ["measures: [{id: m1, title: ก}]", "# ยังไม่เขียน"])
def test_a_plan_that_is_there_stays_as_it_is(run, content, there):
    (content / "2569").mkdir()
    path = content / "2569/measures.yml"
    path.write_text(f"fiscal_year: 2569\nresult_year: 2568\n{there}\n", encoding="utf-8")

    done = run("rollover", "2569")

    assert path.read_text("utf-8").endswith(f"{there}\n")
    assert "มีอยู่แล้ว ไม่แก้" in done.stdout


def test_without_a_weak_indicator_there_is_no_plan(run, content):
    (content / "2568/result.yml").write_text("fiscal_year: 2568\ntotal: 90\n", encoding="utf-8")

    assert "จึงไม่มีโครงมาตรการ" in run("rollover", "2569").stdout
    assert not (content / "2569/measures.yml").exists()


def test_the_last_announced_result_may_be_older_than_last_year(run, content):
    shutil.move(content / "2568/result.yml", content / "result.yml")
    (content / "2567").mkdir()
    (content / "result.yml").rename(content / "2567/result.yml")
    path = content / "2567/result.yml"
    path.write_text(path.read_text("utf-8").replace("2568", "2567"), encoding="utf-8")

    run("rollover", "2569")

    assert load_site(content).measures(2569).result_year == 2567


def test_a_dry_run_writes_nothing_and_shows_both_files(run, content):
    shown = run("rollover", "๒๕๖๙", "--dry-run")

    assert not (content / "2569").exists()
    assert "+++ content/2569/disclosure.yml\n" in shown.stdout
    assert "+++ content/2569/measures.yml\n" in shown.stdout


def test_the_diff_of_a_file_that_is_there_shows_only_what_is_added(run, content):
    (content / "2569").mkdir()
    there = "fiscal_year: 2569\nitems:\n  # ทำแล้ว\n  O1: {evidence: [{title: ใหม่, text: ก}]}"
    (content / "2569/disclosure.yml").write_text(there, encoding="utf-8")

    shown = run("rollover", "2569", "--dry-run").stdout
    disclosure = shown.partition("+++ content/2569/measures.yml")[0].rpartition("---")[0]

    removed = [line for line in disclosure.splitlines() if line.startswith("-")]
    assert removed[0] == "--- content/2569/disclosure.yml"
    # The last line had no end: with one, it is another line to diff.
    assert removed[1:] == ["-  O1: {evidence: [{title: ใหม่, text: ก}]}"]
    assert "\\ No newline at end of file" in disclosure


def test_a_folder_in_thai_digits_and_the_longer_suffix_are_found(run, content):
    (content / "2568").rename(content / "๒๕๖๘")
    (content / "๒๕๖๙").mkdir()
    path = content / "๒๕๖๙/disclosure.yaml"
    path.write_text("fiscal_year: 2569\nitems: {}\n", encoding="utf-8")

    assert run("rollover", "2569").exit_code == 0

    assert not (content / "2569").exists()
    assert len(load_site(content).year_by_number[2569].disclosures.items) == 26
    assert not (content / "๒๕๖๙/disclosure.yml").exists()


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2570", "ไม่มีกรอบการประเมินของปีงบประมาณ 2570"),
        ("2568", "ปี 2568 เปิดอยู่แล้ว กรอกต่อได้เลย หรือเปิดปี 2569"),
        ("2567", "สร้าง 2566/disclosure.yml ก่อน"),
        ("2561", "ไม่มีข้อ OIT"),
        ("69", "'69' ไม่ใช่ปีงบประมาณ วิธีแก้: เขียนปี พ.ศ. สี่หลัก"),
    ],
)
def test_a_year_that_cannot_be_opened_is_told_with_the_cure(run, content, year, told):
    done = run("rollover", year)

    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("year", "told"),
    [("2570", "hint: choose a year"), ("2568", "or open 2569"), ("2561", "no OIT items")],
)
def test_the_cure_is_told_in_english_too(run, content, year, told):
    assert told in run("rollover", year, "--lang", "en").stderr


@pytest.mark.parametrize(
    ("year", "cure"), [("2569", "เปิดปีด้วย prongsai rollover 2569"), ("2560", "เลือกปีที่มี")]
)
def test_todo_leads_to_a_rollover_only_where_it_can_be_done(run, content, year, cure):
    assert f"วิธีแก้: {cure}" in run("todo", year).stderr


def test_content_that_does_not_load_is_told_and_nothing_is_written(run, content):
    (content / "2568/result.yml").write_text("fiscal_year: 2025\n", encoding="utf-8")

    assert run("rollover", "2569").exit_code == 2
    assert not (content / "2569").exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(run, content, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)

    done = run("rollover", "2569")

    assert done.exit_code == 2
    assert "No space left on device" in done.stderr
    assert list((content / "2569").iterdir()) == []
