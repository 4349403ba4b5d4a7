"""Content of agencies to export and import, workbooks filled in as an officer would, re-saved by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from prongsai.workbook.exchange import exported, imported
from prongsai.workbook.opening import opened

REPO = Path(__file__).parents[2]
AGENCIES = {
    "sample": REPO / "generator/prongsai/scaffold/sample",
    "samruean": REPO / "content",
    **{
        name: REPO / "tests/agencies" / name / "content"
        for name in ("khao-thong", "krabueang-nok", "pong-nam-ron", "thung-arun")
    },
}


@pytest.fixture
def content_of(tmp_path):
    """A function that copies the content of an agency and returns its directory."""

    def copy(name):
        return Path(shutil.copytree(AGENCIES[name], tmp_path / "content"))

    return copy


@pytest.fixture
def sample(content_of):
    """The content of the sample agency."""
    return content_of("sample")


@pytest.fixture(scope="session")
def exports():
    """What was exported already, by the content it was made from."""
    return {}


@pytest.fixture
def workbook_of(tmp_path, exports):
    """A function that exports a content directory and returns the file."""

    def write(content, name="book.xlsx"):
        files = sorted(content.rglob("*.yml"))
        key = tuple((path.relative_to(content), path.read_bytes()) for path in files)
        exports[key] = exports.get(key) or exported(content)
        path = tmp_path / name
        path.write_bytes(exports[key])
        return path

    return write


@pytest.fixture
def fill():
    """A function that puts values into cells of a workbook: {("แผ่นงาน", "B7"): value}."""

    def put(path, cells, change=None):
        book = load_workbook(path)
        for (sheet, cell), value in cells.items():
            book[sheet][cell].value = value
        if change:
            change(book)
        book.save(path)
        return path

    return put


@pytest.fixture
def cell_of():
    """A function that finds the cell of a row and a heading: `cell_of(path, "ผล 2568", "IIT", "หมายเหตุ")`."""

    def find(path, sheet, row, heading, column=1):
        page = load_workbook(path)[sheet]
        letters = next(cell.column_letter for cell in page[2] if cell.value == heading)
        number = next(r for r in range(3, page.max_row + 1) if page.cell(r, column).value == row)
        return f"{letters}{number}"

    return find


@pytest.fixture
def changes_of():
    """A function that returns what a workbook changes in a content directory, by file name."""

    def change(content, path):
        found = imported(content, opened(path)).changes
        return {one.path.relative_to(content).as_posix(): one for one in found}

    return change


@pytest.fixture
def resaved(tmp_path):
    """A function that has LibreOffice open a workbook and save it again."""
    if not (soffice := shutil.which("soffice")):
        pytest.skip("LibreOffice (soffice) is not installed")
    probe = Path(soffice).resolve().parent
    if not any(probe.glob("libscfiltlo.so")):
        pytest.skip("LibreOffice Calc is not installed")

    def save(path):
        out = tmp_path / "resaved"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return out / path.name

    return save
