"""What the documents say is held against the program: commands, options, checks, years, examples."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from prongsai import __version__, frameworks
from prongsai.checks import all_checks
from prongsai.cli import cli
from prongsai.content import load_site
from prongsai.models.terms import Grade
from prongsai.plugin.hooks import ProngsaiConfig
from prongsai.problems import ContentError

REPO = Path(__file__).parents[1]
READMES = ("README.md", "README.th.md")
DOCUMENTS = sorted(
    path.relative_to(REPO).as_posix() for path in (*REPO.glob("*.md"), *REPO.glob("docs/**/*.md"))
)
COMMANDS = {
    name: cli.get_command(click.Context(cli), name) for name in sorted(cli.list_commands(None))
}


@pytest.fixture(autouse=True)
def thai(monkeypatch):
    """Messages in Thai, whatever the environment says; `--lang` sets it for the whole process."""
    monkeypatch.setenv("PRONGSAI_LANG", "th")


in_both = pytest.mark.parametrize("name", READMES)


def read(name):
    return (REPO / name).read_text(encoding="utf-8")


def blocks(name, language):
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read(name), re.MULTILINE | re.DOTALL)


def inline(name):
    """All that stands between backticks outside fenced blocks."""
    prose = re.sub(r"^```.*?^```$", "", read(name), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


def shown_commands(name):
    """Each `prongsai ...` that a shell block types, without what comes before it."""
    typed = (
        line
        for kind in ("console", "bat")
        for block in blocks(name, kind)
        for line in block.splitlines()
    )
    found = (re.match(r"(?:\$ )?(?:\.venv[/\\]\w+[/\\])?prongsai (.+)", line) for line in typed)
    return [match[1].split() for match in found if match]


@in_both
@pytest.mark.parametrize("command", COMMANDS)
def test_a_readme_names_the_command(name, command):
    assert any(text.split()[:2] == ["prongsai", command] for text in inline(name))


@in_both
@pytest.mark.parametrize("command", COMMANDS)
def test_a_readme_names_every_option_of_the_command_beside_it(name, command):
    rows = [line.split("|") for line in read(name).splitlines() if line.startswith("| `--")]
    long = {
        opt
        for option in params_of(COMMANDS[command])
        for opt in option.opts
        if opt.startswith("--")
    }

    told = {
        option
        for row in rows
        if applies(row[2], command)
        for option in re.findall(r"--[\w-]+", row[1])
    }

    assert long <= told


def params_of(command):
    """What a command takes, and what those within it do."""
    within = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(param for one in within if one is not cli for param in one.params)]


def applies(cell, command):
    """Whether an options row is about a command: it names it, or is about all but those it names."""
    everyone = re.search(r"\ball\b|ทุกคำสั่ง", cell)
    named = re.search(rf"\b{command}\b", cell)
    return not named if everyone and re.search(r"\bbut\b|ยกเว้น", cell) else bool(named or everyone)


@in_both
def test_the_readme_names_no_option_that_is_not_there(name):
    options = (p for command in (cli, *COMMANDS.values()) for p in params_of(command))
    known = {opt for option in options for opt in (*option.opts, *option.secondary_opts)}
    rows = [line.split("|")[1] for line in read(name).splitlines() if line.startswith("| `--")]

    told = {option for row in rows for option in re.findall(r"(?<![\w-])--?[a-z][\w-]*", row)}

    assert told <= known | {"--help"}


@in_both
def test_a_command_shown_in_a_readme_is_one_that_the_command_line_takes(name):
    shown = shown_commands(name)

    assert len(shown) >= 4
    for command, *arguments in shown:
        assert CliRunner().invoke(cli, [command, "--help"]).exit_code == 0
        found = COMMANDS[command]
        if isinstance(found, click.Group):
            command, *arguments = arguments
            found = found.commands[command]
        found.make_context(command, arguments)


@in_both
def test_a_command_gives_what_a_readme_shows_of_it(name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for part in ("content", "theme", "mkdocs.yml"):
        (tmp_path / part).symlink_to(REPO / part)
    shown = [
        found
        for block in blocks(name, "console")
        for found in re.findall(r"^\$ prongsai (.+)\n((?:(?!\$ ).*\n)*)", block, re.M)
    ]

    assert shown
    for line, output in shown:
        monkeypatch.setenv("PRONGSAI_LANG", "th")
        given = CliRunner().invoke(cli, line.split()).output.removeprefix("\ufeff")
        assert re.fullmatch(pattern(output), given.replace("\r", "")), given


@in_both
def test_a_build_and_a_check_give_what_a_readme_says_of_make(name, monkeypatch, tmp_path):
    monkeypatch.chdir(REPO)
    made, tested = (block for block in blocks(name, "console") if block.startswith("$ make "))

    built = CliRunner().invoke(cli, ["build", "--site-dir", str(tmp_path / "site")]).stderr
    checked = CliRunner().invoke(cli, ["check"]).stdout

    *_, look = made.splitlines()

    assert made.splitlines()[-5:-1] == built.splitlines()[-4:]
    assert f"@echo '{look}'" in (REPO / "Makefile").read_text(encoding="utf-8")
    assert tested.splitlines()[-4:-1] == checked.splitlines()[-3:]


def pattern(shown):
    """A pattern of the output: a line of three dots stands for any lines, three at an end for the rest."""
    return "".join(map(line_pattern, shown.splitlines()))


def line_pattern(line):
    if line == "...":
        return r"(?:.*\n)*?"
    told = line.removesuffix("...")
    return re.escape(told) + (".*" if told != line else "") + r"\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_a_sentence_of_help_in_both_languages(command):
    help_text = COMMANDS[command].get_short_help_str(limit=500)

    thai, _, english = help_text.partition(" / ")
    assert re.search("[ก-๛]", thai)
    assert re.match("[A-Z]", english)


@in_both
def test_a_readme_tells_what_the_first_letters_of_every_check_stand_for(name):
    assert {code[:3] for code in all_checks()} <= set(inline(name))


@in_both
def test_a_readme_says_how_sure_the_catalogue_is_of_each_year(name):
    listed = [line for line in read(name).splitlines() if re.match(r"\| 25\d\d \|", line)]

    assert listed == [certainty(frameworks.load(*key)) for key in frameworks.known()]


def certainty(framework):
    counted = Counter(item.elements.confidence for item in framework.items)
    grades = {section: confidence.grade.value for section, confidence in framework.confidence}
    cells = (
        framework.fiscal_year,
        len(framework.items),
        grades["items"],
        " / ".join(str(counted[grade]) for grade in Grade),
        grades["sub_indicators"],
        grades["questions"],
        grades["levels"],
    )
    return f"| {' | '.join(map(str, cells))} |"


@in_both
def test_the_content_that_a_readme_shows_loads(name, content_dir):
    examples = {
        path: text
        for text in blocks(name, "yaml")
        if (path := text.removeprefix("# content/").split()[0].rstrip(":")).endswith(".yml")
        and text.startswith("# content/")
    }

    site = load_site(content_dir(examples))

    assert sorted(examples) == [
        "2568/disclosure.yml",
        "2568/result.yml",
        "2569/measures.yml",
        "agency.yml",
        "redirects.yml",
    ]
    assert [year.fiscal_year for year in site.years] == [2568, 2569]


@in_both
def test_the_scores_that_a_readme_shows_are_those_of_the_content(name, content_dir, samruean):
    example = next(text for text in blocks(name, "yaml") if "result.yml" in text.splitlines()[0])

    result = load_site(content_dir({"2568/result.yml": example})).result(2568)

    real = samruean.result(2568)
    assert (result.total, result.level, result.change) == (real.total, real.level, real.change)
    for group in ("instruments", "indicators", "questions", "items"):
        scores = {code: figure.score for code, figure in getattr(result, group).items()}
        assert scores.items() <= {c: f.score for c, f in getattr(real, group).items()}.items()


@in_both
def test_a_readme_shows_every_option_of_the_plugin(name):
    shown = next(text for text in blocks(name, "yaml") if text.startswith("# mkdocs.yml"))

    assert re.findall(r"^      (\w+):", shown, re.MULTILINE) == [
        option for option, _ in ProngsaiConfig._schema
    ]


SLIPS = {
    "no space after the colon": ("total: 96.79", "total:96.79"),
    "a tab": ("  IIT", "\tIIT"),
    "one space too few": ("  EIT", " EIT"),
    "a misspelt key": ("level:", "lavel:"),
    "a comma for the point": ("96.86", "96,86"),
    "two colons": ("ผ่านดี", "ผ่านดี: ดูประกาศ"),
    "a repeated line": ("  EIT: 95.77", "  EIT: 95.77\n  EIT: 95.77"),
    "a year of the common era": ("2568", "2025"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_the_thai_readme_tells_what_the_commonest_slips_give(slip, content_dir):
    correct = next(
        text for text in blocks("README.th.md", "yaml") if text.startswith("fiscal_year")
    )

    with pytest.raises(ContentError) as raised:
        load_site(content_dir({"2568/result.yml": correct.replace(*SLIPS[slip])}))

    assert raised.value.problems[0].message.th in read("README.th.md")


@pytest.mark.parametrize(
    ("file", "encoding"), [("result.yml.txt", "utf-8"), ("result.yml", "cp874")]
)
def test_the_thai_readme_tells_what_notepad_does(file, encoding, content_dir):
    correct = next(
        text for text in blocks("README.th.md", "yaml") if text.startswith("fiscal_year")
    )

    with pytest.raises(ContentError) as raised:
        load_site(content_dir({f"2568/{file}": correct.encode(encoding)}))

    assert raised.value.problems[0].message.th in read("README.th.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_relative_link_leads_to_a_file(name):
    text = re.sub(r"^```.*?^```$", "", read(name), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text)

    targets = {(a or b).partition("#")[0] for a, b in links if "://" not in (a or b)} - {""}

    assert [link for link in sorted(targets) if not ((REPO / name).parent / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_link_to_a_part_of_a_page_has_its_heading(name):
    links = re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", read(name))

    for file, part in links:
        page = (REPO / name).parent / file if file else REPO / name
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert part in {heading.lower().replace(" ", "-") for heading in headings}


def test_the_changelog_names_the_current_version():
    assert f"\n## [{__version__}]" in read("CHANGELOG.md")


def test_the_package_carries_the_readme():
    project = tomllib.loads(read("pyproject.toml"))["project"]

    assert project["readme"] == "README.md"


def test_the_pictures_are_small():
    pictures = sorted((REPO / "docs" / "pictures").glob("*.png"))

    assert pictures
    assert all(picture.stat().st_size < 200_000 for picture in pictures)
