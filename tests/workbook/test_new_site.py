"""A site as `prongsai init` begins it has keys without values everywhere, and remarks between them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from prongsai.cli import cli

ANSWERS = (
    *("--name", "เทศบาลตำบลทดสอบ", "--short-name", "ทต.ทดสอบ", "--kind", "local-government"),
    *("--main-site", "https://www.example.go.th/", "--year", "2568", "--yes"),
)


def run(*arguments):
    return CliRunner().invoke(cli, arguments)


@pytest.fixture
def disclosure(tmp_path, monkeypatch):
    """The disclosure of a new site, in which a workbook `w.xlsx` was just exported."""
    monkeypatch.setenv("PRONGSAI_LANG", "th")
    assert run("init", str(tmp_path / "site"), *ANSWERS).exit_code == 0
    monkeypatch.chdir(tmp_path / "site")
    assert run("workbook", "export", "w.xlsx").exit_code == 0
    return Path("content/2568/disclosure.yml")


def test_a_workbook_that_nobody_touched_changes_nothing(disclosure):
    result = run("workbook", "import", "w.xlsx", "--dry-run")

    assert result.exit_code == 0, result.output
    assert "ไม่มีอะไรเปลี่ยน" in result.output


def test_one_cell_that_was_filled_in_is_one_line_that_changes(disclosure):
    before = disclosure.read_text("utf-8").splitlines()
    book = openpyxl.load_workbook("w.xlsx")
    sheet = next(s for s in book if s.title.startswith("ข้อ OIT"))
    head, row = where(sheet, "คำอธิบาย"), where(sheet, "O2")
    sheet.cell(row.row, head.column).value = "หน้าหลัก > ผู้บริหาร"
    book.save("w.xlsx")

    result = run("workbook", "import", "w.xlsx")

    after = disclosure.read_text("utf-8").splitlines()
    assert result.exit_code == 0, result.output
    assert len(after) == len(before)
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert changed == [("    explanation:", "    explanation: หน้าหลัก > ผู้บริหาร")]


def where(sheet, text):
    return next(c for row in sheet.iter_rows() for c in row if str(c.value or "").startswith(text))
