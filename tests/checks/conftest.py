from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest
import typst

from prongsai.content import load_site
from prongsai.inspection.sites import inspected
from prongsai.models.site import Site

AGENCY = """\
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://example.go.th/
units: {clerk: สำนักปลัด, finance: กองคลัง}
"""

TODAY = date(2026, 11, 25)
"""The day on which the cases are checked."""

Load = Callable[[Mapping[str, str]], Site]


def pdf(text: str) -> bytes:
    return typst.compile(f'#"{text}"'.encode())


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("a")))
    writer.encrypt("x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def workbook(*cells: str, macros: bool = False) -> bytes:
    book = openpyxl.Workbook()
    for cell in cells:
        book.active.append([cell])
    out = io.BytesIO()
    book.save(out)
    if macros:
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"x")
    return out.getvalue()


MADE = {
    "a sound PDF": lambda: pdf("คำนำ อำนาจ"),
    "a cut PDF": lambda: pdf("a")[:700],
    "a locked PDF": locked,
    "a blank PDF": blank,
    "a PDF with broken Thai": lambda: pdf("ค าน า จ านวน อ านาจ ท างาน"),
    "a sound workbook": lambda: workbook("ก"),
    "a workbook with macros": lambda: workbook(macros=True),
    "a workbook with an ID": lambda: workbook("ชื่อ", "1-1037-02071-81-1"),
    "a heavy PNG": lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 90_000,
    "a large file": lambda: b"x" * 1_100_000,
}
"""Documents that cases name by what they are."""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Write files below a content directory and load it; a small agency unless one is given."""

    def write_and_load(files: Mapping[str, str]) -> Site:
        root = tmp_path / "content"
        for name, text in {"agency.yml": AGENCY, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text in MADE:
                path.write_bytes(MADE[text]())
            else:
                path.write_text(text, encoding="utf-8")
        return replace(inspected(load_site(root, shown="content"), root, "content"), today=TODAY)

    return write_and_load


SOME_OF_EVERYTHING = {
    "2568/disclosure.yml": """\
fiscal_year: 2568
items:
  O1:
    updated: 2025-03-01
    evidence:
      - {title: แผนผัง, file: files/chart.pdf, shows: [o1-e1]}
      - {title: เฟซบุ๊ก, url: "https://facebook.com/example", shows: [o1-e2, o1-e3]}
""",
    "2568/result.yml": """\
fiscal_year: 2568
indicators: {4: 80.00, 6: 96.26}
questions: {e1: 91.00, e2: 93.50, e3: 100}
""",
    "2569/measures.yml": """\
fiscal_year: 2569
result_year: 2568
measures:
  - {id: m1, indicator: 6, title: คู่มือ, period: ปี 2568, responsible: [clerk]}
  - {id: m10, title: ประชุม, period: ตลอดปี}
  - {id: m2, title: อบรม, period: ตลอดปี}
""",
}
"""Content with errors, warnings and a note, in three files."""


@pytest.fixture
def site(load: Load) -> Site:
    return load(SOME_OF_EVERYTHING)
