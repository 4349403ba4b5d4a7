"""A project of its own for every test: the example agency's content and a mkdocs.yml beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from prongsai.cli import cli

EXAMPLE = Path(__file__).parents[1] / "pages/example"
MKDOCS_YML = """\
site_name: ศูนย์ข้อมูลความโปร่งใส
docs_dir: content/pages
theme: {name: prongsai}
plugins: [prongsai]
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The folder with content/ and mkdocs.yml, and the working directory of the test."""
    folder = tmp_path / "project"
    shutil.copytree(EXAMPLE, folder / "content")
    (folder / "content/pages").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("PRONGSAI_LANG", raising=False)
    return folder


@pytest.fixture
def run():
    """A function that runs `prongsai` with arguments; what it returns has exit_code and output."""

    def invoke(*arguments, **env):
        result = CliRunner().invoke(cli, [str(one) for one in arguments], env=env)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
