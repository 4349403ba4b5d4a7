"""prongsai build --record: the day on which a document was first published, kept for good."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import prongsai
from prongsai import atomic
from prongsai.cli import build as build_command
from prongsai.cli import cli

MKDOCS_YML = """\
site_name: ก
docs_dir: content/pages
theme: {name: prongsai}
plugins: [prongsai: {content_dir: content}]
"""
NAME = "files/2568/o12-procurement.csv"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with the sample agency, in which the command line runs."""
    shutil.copytree(Path(prongsai.__file__).parent / "scaffold/sample", tmp_path / "content")
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def build_on(project, monkeypatch):
    """A function that builds on a day, and returns the manifest by address below the site."""

    def run(day, *options):
        class Clock(build_command.date):
            @classmethod
            def today(cls):
                return cls.fromisoformat(day)

        monkeypatch.setattr(build_command, "date", Clock)
        done = CliRunner().invoke(cli, ["build", *options])
        assert done.exit_code == 0, done.output
        told = json.loads((project / "site/manifest.json").read_text(encoding="utf-8"))
        return {one["url"].split("/", 3)[3]: one for one in told["documents"]}

    return run


def days(document):
    return document["first_published"], document["this_version_published"]


def test_a_document_keeps_its_first_day_and_a_new_version_has_its_own(project, build_on):
    first = build_on("2025-04-02", "--record")
    assert days(first[NAME]) == ("2025-04-02", "2025-04-02")

    again = build_on("2025-05-05", "--record")
    assert again == first

    with (project / "content/2568" / "files/o12-procurement.csv").open("a") as file:
        file.write("ก\n")
    changed = build_on("2025-06-06", "--record")
    assert days(changed[NAME]) == ("2025-04-02", "2025-06-06")
    assert {one: days(changed[one]) for one in changed if one != NAME} == {
        one: days(first[one]) for one in first if one != NAME
    }


def test_a_build_that_records_nothing_is_the_same_on_every_day(project, build_on):
    build_on("2025-04-02", "--record")
    lock = (project / "content/published.lock").read_bytes()

    written = []
    for day in ("2025-05-05", "2030-01-01"):
        build_on(day)
        written.append((project / "site/manifest.json").read_bytes())

    assert written[0] == written[1]
    assert (project / "content/published.lock").read_bytes() == lock


def test_without_a_record_no_day_is_claimed(build_on):
    assert {days(one) for one in build_on("2025-04-02").values()} == {(None, None)}


def test_lines_of_the_record_are_only_added(project, build_on):
    lock = project / "content/published.lock"
    build_on("2025-04-02", "--record")
    before = lock.read_text(encoding="utf-8").rstrip("\n")
    lock.write_text(before, encoding="utf-8")  # as an editor leaves it: no line end

    (project / "content/2568/files/o1-structure.png").write_bytes(
        (project / "content/2568/files/o2-executives.png").read_bytes()
    )
    build_on("2025-06-06", "--record")

    after = lock.read_text(encoding="utf-8")
    assert after.startswith(f"{before}\n2025-06-06 ")
    assert len(after.splitlines()) == len(before.splitlines()) + 1


@pytest.mark.parametrize("line", ["วันนี้", "2025-04-31 " + "0" * 64 + " files/2568/a.pdf"])
def test_a_line_that_cannot_be_read_is_told_with_its_place_and_stops_the_build(project, line):
    (project / "content/published.lock").write_text(f"# ก\n{line}\n", encoding="utf-8")

    done = CliRunner().invoke(cli, ["build", "--lang", "en"])

    assert done.exit_code == 2
    assert "published.lock:2" in done.output
    assert "prongsai build --record" in done.output
    assert not (project / "site").exists()


def test_a_site_that_cannot_be_put_in_its_place_leaves_the_record_as_it_was(
    project, build_on, monkeypatch
):
    build_on("2025-04-02", "--record")
    lock = (project / "content/published.lock").read_bytes()
    with (project / "content/2568/files/o12-procurement.csv").open("a") as file:
        file.write("ก\n")

    monkeypatch.setattr(atomic, "_put", held_by_another_program)
    done = CliRunner().invoke(cli, ["build", "--record"])

    assert done.exit_code == 2
    assert (project / "content/published.lock").read_bytes() == lock
    assert [path.name for path in (project / "content").glob(".published*")] == []


def test_a_record_that_cannot_be_written_leaves_the_site_as_it_was(project, build_on, monkeypatch):
    build_on("2025-04-02")
    manifest = (project / "site/manifest.json").read_bytes()

    monkeypatch.setattr(atomic.tempfile, "mkstemp", held_by_another_program)
    done = CliRunner().invoke(cli, ["build", "--record", "--lang", "en"])

    assert done.exit_code == 2
    assert "published.lock: cannot be written" in done.output
    assert (project / "site/manifest.json").read_bytes() == manifest
    assert not (project / "content/published.lock").exists()


def held_by_another_program(*_, **__):
    raise PermissionError(13, "Permission denied")
