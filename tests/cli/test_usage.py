"""A command that is typed wrongly is told in Thai, or in English where that is asked for."""

from __future__ import annotations

import re

import pytest

WRONG = {
    "buld": ("ไม่มีคำสั่ง 'buld' หมายถึง build ใช่หรือไม่", "did you mean build?"),
    "import report.pdf": ("ไม่มีคำสั่ง 'report.pdf' คำสั่งที่มี: result", "there are: result"),
    "check --formt json": ("ไม่มีตัวเลือก '--formt' หมายถึง --format", "did you mean --format?"),
    "check --format word": (
        "'word' ไม่มีให้เลือก มีให้เลือก: text, github",
        "'word' is none of the choices: text, github",
    ),
    "check more": ("มีคำเกินมา: more", "words too many: more"),
    "generate": ("ยังไม่ได้บอก DIRECTORY", "DIRECTORY is missing"),
    "export": ("ต้องเลือกหนึ่งอย่าง: submission, result", "one of these is missing: submission"),
    "report analysis 25xx": ("YEAR: '25xx' ไม่ใช่ปีงบประมาณ", "YEAR: '25xx' is not a fiscal year"),
    "todo -o .": ("'.' เป็นโฟลเดอร์", "'.' is a folder"),
    "generate page.md": ("'page.md' เป็นไฟล์", "'page.md' is a file"),
}


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text("", encoding="utf-8")


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_told_in_thai_with_the_way_to_the_explanation(run, page, line):
    result = run(*line.split())

    assert result.exit_code == 2
    assert WRONG[line][0] in result.stderr
    assert re.search(r"ดูคำอธิบายด้วย \S+.* --help", result.stderr)
    assert not re.search(r"\b(?:Error|Usage|Missing|Invalid|No such)\b", result.stderr)


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_told_in_english_where_that_is_asked_for(run, page, line, monkeypatch):
    monkeypatch.setenv("PRONGSAI_LANG", "en")

    result = run(*line.split())

    assert WRONG[line][1] in result.stderr
    assert not re.search("[ก-๛]", result.stderr)


def test_a_language_that_is_asked_for_behind_the_mistake_is_heard(run, page):
    assert "there is no option" in run("check", "--foo", "--lang", "en").stderr


def test_an_option_without_its_value_is_told(run, page):
    assert "ตัวเลือก '--unit' ต้องมีค่าตามหลัง" in run("todo", "--unit").stderr
