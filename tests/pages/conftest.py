"""The example agency: made up, small, and with every kind of page, evidence and state."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prongsai.checks import run_checks
from prongsai.content import load_site
from prongsai.pages import build_pages

EXAMPLE = Path(__file__).parent / "example"


@pytest.fixture(scope="session")
def example():
    """The Site of the example agency."""
    return load_site(EXAMPLE, "content")


@pytest.fixture(scope="session")
def pages(example):
    """The example's pages by path."""
    return pages_of(example)


@pytest.fixture
def changed(tmp_path):
    """A function that copies the example, edits it (file, old, new), and returns its pages."""

    def build(*edits):
        content = shutil.copytree(EXAMPLE, tmp_path / "content")
        for file, old, new in edits:
            text = (content / file).read_text(encoding="utf-8")
            assert old in text
            (content / file).write_text(text.replace(old, new), encoding="utf-8")
        return pages_of(load_site(content, "content"))

    return build


def pages_of(site):
    return {page.path: page for page in build_pages(site, run_checks(site))}
