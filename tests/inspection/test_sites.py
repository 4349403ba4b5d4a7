"""All documents of a site: looked into once, and never again while their bytes are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prongsai.content import load_site
from prongsai.inspection import sites
from prongsai.models.inspected import Condition

EXAMPLE = Path(__file__).parents[1] / "pages/example"


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(EXAMPLE, tmp_path / "content")


@pytest.fixture
def looked(monkeypatch):
    """The names of the files that were looked into, in order."""
    names = []
    real = sites.inspect

    def counting(path, *, largest):
        names.append(path.name)
        return real(path, largest=largest)

    monkeypatch.setattr(sites, "inspect", counting)
    return names


def conditions(site):
    return {
        name: file.inspected.conditions for year in site.years for name, file in year.files.items()
    }


def test_what_was_seen_of_a_file_is_kept_until_its_bytes_change(content, tmp_path, looked):
    kept = tmp_path / "kept"
    kept.mkdir()
    first = sites.inspected(load_site(content), content, "content", kept)
    seen = len(looked)
    again = sites.inspected(load_site(content), content, "content", kept)

    assert seen > 0
    assert len(looked) == seen
    assert conditions(first) == conditions(again)

    changed = content / "2568/files/o1-structure.pdf"
    changed.write_bytes(b"PK\x03\x04")
    site = sites.inspected(load_site(content), content, "content", kept)
    assert looked[seen:] == ["o1-structure.pdf"]
    assert Condition.OTHER_KIND in conditions(site)["files/o1-structure.pdf"]


def test_what_was_kept_and_cannot_be_read_is_looked_into_again(content, tmp_path, looked):
    kept = tmp_path / "kept"
    kept.mkdir()
    sites.inspected(load_site(content), content, "content", kept)
    for path in kept.glob("*/*.json"):
        path.write_text('{"conditions": ["nonsense"], "personal": [], "kind": ""}')
    seen = len(looked)

    sites.inspected(load_site(content), content, "content", kept)

    assert len(looked) == 2 * seen


def test_a_site_that_nobody_looked_into_says_nothing_of_its_documents(content):
    site = load_site(content)

    assert {file.inspected for year in site.years for file in year.files.values()} == {None}
    assert site.written_ids == ()


def test_what_an_older_program_saw_is_looked_into_again(content, tmp_path, looked, monkeypatch):
    sites.inspected(load_site(content), content, "content", tmp_path)
    seen = len(looked)
    monkeypatch.setattr(sites, "_way_of_looking", lambda: "another")

    sites.inspected(load_site(content), content, "content", tmp_path)

    assert len(looked) == 2 * seen
