"""What was exported and nobody changed comes back as it was, whoever saved the file in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from prongsai.content import load_site
from prongsai.workbook.exchange import exported
from prongsai.workbook.stamp import stamp
from prongsai.workbook.stamping import stamped
from prongsai.yamlediting import said

AGENCIES = ("sample", "samruean", "khao-thong", "krabueang-nok", "pong-nam-ron", "thung-arun")


def yaml_in(content):
    return {path: path.read_bytes() for path in Path(content).rglob("*.yml")}


def models_in(content):
    site = load_site(content)
    return site.agency, [(y.result, y.disclosures, y.measures) for y in site.years]


def cells_in(path):
    book = load_workbook(path)
    return {
        (page.title, cell.coordinate): str(cell.value)
        for page in book
        for row in page.iter_rows(min_row=3)
        for cell in row
        if cell.value is not None and cell.data_type != "f"
    }


@pytest.mark.parametrize("name", AGENCIES)
def test_an_agency_comes_back_unchanged(name, content_of, workbook_of, changes_of):
    content = content_of(name)

    assert changes_of(content, workbook_of(content)) == {}


@pytest.mark.parametrize("name", AGENCIES)
def test_an_agency_comes_back_unchanged_after_libreoffice_saved_it(
    name, content_of, workbook_of, changes_of, resaved
):
    content = content_of(name)

    assert changes_of(content, resaved(workbook_of(content))) == {}


def test_every_value_of_the_sample_is_made_anew_from_its_cells(content_of, workbook_of, changes_of):
    """Into a directory that has only what no cell shows, the workbook brings all the rest."""
    content = content_of("sample")
    agency, years = models_in(content)
    book = workbook_of(content)
    for path in content.glob("*/*.yml"):
        path.unlink()
    (content / "agency.yml").write_text(BARE_AGENCY, encoding="utf-8")
    bare = {(None, "agency"): said(BARE_AGENCY)}
    book.write_bytes(stamped(book.read_bytes(), stamp(bare)))

    for change in changes_of(content, book).values():
        change.path.write_bytes(change.written)

    made, remade = models_in(content)
    assert made.model_dump() == agency.model_dump()
    for now, was in zip(remade, years, strict=True):
        assert list(map(told_in_cells, now)) == list(map(told_in_cells, was))


def told_in_cells(model):
    return model and model.model_dump(exclude={"source"})


BARE_AGENCY = """\
name: ก
short_name: ข
kind: local-government
main_site: https://other.example/
sample: true
"""


@pytest.mark.parametrize("name", AGENCIES)
def test_the_same_content_gives_the_same_bytes(name, content_of):
    content = content_of(name)

    assert exported(content) == exported(content)


def test_a_workbook_that_was_taken_over_is_exported_as_it_was_filled_in(
    sample, workbook_of, changes_of, fill
):
    book = workbook_of(sample)
    fill(
        book,
        {
            ("ผล 2568", "C3"): "๙๓.๑๐",
            ("หน่วยงาน", "C8"): "บ้านใหม่",
            ("หลักฐาน 2568", "G3"): "ต.ค. 67 - มี.ค. 68",
        },
    )
    for change in changes_of(sample, book).values():
        change.path.write_bytes(change.written)

    again = workbook_of(sample, "again.xlsx")

    assert cells_in(again) == cells_in(book)
    assert changes_of(sample, again) == {}


def test_one_year_can_be_exported_and_imported_alone(sample, changes_of, tmp_path, fill):
    path = tmp_path / "2568.xlsx"
    path.write_bytes(exported(sample, [2568]))

    fill(path, {("ผล 2568", "C3"): "93.10"})

    assert list(changes_of(sample, path)) == ["2568/result.yml"]
    assert "ผล 2567" not in load_workbook(path).sheetnames


def test_importing_touches_no_file(sample, workbook_of, changes_of, fill):
    before = yaml_in(sample)

    changes_of(sample, fill(workbook_of(sample), {("ผล 2568", "C3"): "93.10"}))

    assert yaml_in(sample) == before
