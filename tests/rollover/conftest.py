"""The sample agency, with a disclosure of FY2567 made of what its framework asks for."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import prongsai
from prongsai import frameworks
from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.yamlwriting import block

SAMPLE = Path(prongsai.__file__).parent / "scaffold/sample"
EDITION = "national"


def _full_disclosure(year):
    """A disclosure.yml in which every item of the year has evidence of its own."""
    items = {
        item.id: {
            "responsible": "clerk",
            "explanation": f"หน้าหลัก > {item.title.th}",
            "evidence": [
                {"title": f"เอกสารของ {item.id}", "text": "ข้อมูล"},
                {"title": f"หน้าของ {item.id}", "url": f"https://sample.example/{item.slug}"},
            ],
        }
        for item in frameworks.load(year, EDITION).items
    }
    return block({"fiscal_year": str(year), "items": items})


@pytest.fixture
def content(tmp_path):
    """A copy of the sample's content."""
    return shutil.copytree(SAMPLE, tmp_path / "content")


@pytest.fixture
def rollover(content):
    """A function that opens a year of the copy, and returns what the command gives."""

    def run(year, *options, at=content):
        arguments = ["rollover", str(year), "--content", str(at), *options]
        result = CliRunner().invoke(cli, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def _evidence_of(content, year):
    """Every piece of evidence of a year, as (title, item, year), counted."""
    entries = load_site(content).year_by_number[year].disclosures.items
    return Counter(
        (piece.title, item, year) for item, entry in entries.items() for piece in entry.evidence
    )


def _renewals_of(content, year):
    """Every piece that the items of a year are to renew, as (title, item, year), counted."""
    entries = load_site(content).year_by_number[year].disclosures.items
    return Counter(
        (piece.title, piece.item, piece.fiscal_year)
        for entry in entries.values()
        for piece in entry.renew
    )


def _tree(folder):
    """The bytes of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def full_disclosure():
    return _full_disclosure


@pytest.fixture(scope="session")
def evidence_of():
    return _evidence_of


@pytest.fixture(scope="session")
def renewals_of():
    return _renewals_of


@pytest.fixture(scope="session")
def tree():
    return _tree
