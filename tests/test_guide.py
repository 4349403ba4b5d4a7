"""The guide below docs/guide: it builds, what it types exists, what it shows of content loads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from prongsai import frameworks
from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.coverage import STATE_NAMES
from prongsai.models.terms import Grade

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = DOCS / "guide"
PAGES = sorted(path.name for path in GUIDE.glob("*.md"))
GRADES = {Grade.HIGH: "สูง", Grade.MEDIUM: "ปานกลาง", Grade.LOW: "ต่ำ"}
MONTHS = {
    "Jan": "ม.ค.",
    "Feb": "ก.พ.",
    "Mar": "มี.ค.",
    "Apr": "เม.ย.",
    "May": "พ.ค.",
    "Jun": "มิ.ย.",
    "Jul": "ก.ค.",
    "Aug": "ส.ค.",
}

each_page = pytest.mark.parametrize("page", PAGES)


def read(page):
    return (GUIDE / page).read_text(encoding="utf-8")


def typed(page):
    """Each `prongsai ...` of a page, in a block or between backticks, as its words."""
    fenced = r"^```\w*\n(.*?)^```"
    blocks = "".join(re.findall(fenced, read(page), re.M | re.S))
    prose = re.sub(fenced, "", read(page), flags=re.M | re.S)
    shown = (
        *re.findall(r"^prongsai (.+)$", blocks, re.M),
        *re.findall(r"`prongsai ([^`\n]+)`", prose),
    )
    return [words.split() for words in shown]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    config = ("--config-file", str(DOCS / "mkdocs.yml"), "--site-dir", str(folder))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *config]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@each_page
def test_a_page_is_built_and_stands_in_the_navigation(page, built):
    html = (built / page).with_suffix(".html")

    assert html.is_file()
    assert re.search(rf"^ +- .+: {page}$", (DOCS / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)


@each_page
def test_every_picture_has_its_file_and_tells_what_it_shows(page):
    for alt, file in re.findall(r"!\[(.*?)\]\((.+?)\)", read(page)):
        assert len(alt) > 20
        assert (GUIDE / file).stat().st_size < 200_000


@each_page
def test_no_page_asks_anybody_else_for_anything(page, built):
    html = (built / page).with_suffix(".html").read_text("utf-8")

    assert re.findall(r'<(?:script|img|link|iframe)[^>]+(?:src|href)="(https?:[^"]+)"', html) == []


@each_page
def test_every_command_that_is_typed_is_one_that_the_command_line_takes(page):
    for line in typed(page):
        command = cli
        while isinstance(command, click.Group):
            command = command.get_command(click.Context(command), line.pop(0))
            assert command, page
        # Options and their values alone: whether a file is there is not the guide's to say.
        result = CliRunner().invoke(command, [*line, "--help"])
        known = {o for param in command.params for o in (*param.opts, *param.secondary_opts)}
        assert result.exit_code == 0
        assert {word for word in line if word.startswith("-")} <= known


def test_every_command_for_officers_is_told():
    told = {line[0] for page in PAGES for line in typed(page)}

    # `generate` and `schema` are for developers and editors, `explain` is told by `check` itself.
    assert set(cli.list_commands(click.Context(cli))) - told <= {"generate", "schema", "explain"}


SHOWN = {
    "files.md": [
        "2568/disclosure.yml",
        "2568/result.yml",
        "2569/measures.yml",
        "agency.yml",
        "redirects.yml",
        "waivers.yml",
    ],
}


@each_page
def test_the_content_that_a_page_shows_loads(page, content_dir):
    blocks = re.findall(r"^```yaml\n(# content/(\S+)\n.*?)^```", read(page), re.M | re.S)

    assert sorted(path for _, path in blocks) == SHOWN.get(page, [])
    if blocks:
        # A site has at least one year; a page that shows the agency alone needs not say so.
        year = {"2568/result.yml": "fiscal_year: 2568\n"}
        load_site(content_dir(year | {path: text for text, path in blocks}))


def test_every_file_of_the_content_is_explained():
    names = {"agency", "disclosure", "result", "measures", "waivers", "redirects"}

    assert all(f"{name}.yml" in read("files.md") for name in names)


def test_the_calendar_is_that_of_the_catalogue_with_its_confidence():
    rows = re.findall(
        r"^\| (25\d\d) \| .+? \| (.+?) \| (.+?) \|", read("calendar.md"), re.MULTILINE
    )
    catalogue = [frameworks.load(*key) for key in frameworks.known()]
    years = [framework for framework in catalogue if framework.fiscal_year >= 2564]

    assert rows == [
        (str(year.fiscal_year), in_thai(entry.when), GRADES[year.confidence.calendar.grade])
        for year in years
        for entry in year.calendar
    ]


def in_thai(when):
    return re.sub("|".join(MONTHS), lambda match: MONTHS[match[0]], when)


def test_the_states_are_told_by_the_words_of_the_pages():
    assert all(name.th in read("assessors.md") for name in STATE_NAMES.values())
