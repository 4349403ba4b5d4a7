"""What all commands share: help, language, digits of years, exit codes, where they print."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from prongsai.cli import cli

COMMANDS = cli.list_commands(click.Context(cli))
EXIT_CODES = {
    "check": 1,
    "check --ignore DIS --ignore RES --ignore MEA --ignore DOC": 0,
    "check --content nowhere": 2,
    "coverage": 1,
    "coverage 2568": 1,
    "coverage 2567": 2,
    "explain DIS101": 0,
    "explain": 0,
    "explain NIX999": 2,
    "frameworks": 0,
    "frameworks 2568": 0,
    "frameworks 2500": 2,
    "export result 2568": 0,
    "export disclosure 2568": 0,
    "export measures 2569": 0,
    "export measures 2568": 2,
    "export nothing 2568": 2,
    "rollover 2570": 2,
    "rollover 2567": 2,
    "rollover 2569 --dry-run": 0,
    "rollover 2569": 0,
    "todo": 0,
    "todo 2569": 0,
    "todo 2570": 2,
    "todo --unit clerk": 0,
    "todo --unit nobody": 2,
    "workbook export new.xlsx": 0,
    "workbook export new.xls": 2,
    "workbook export new.xlsx --year 2500": 2,
    "workbook import nowhere.xlsx": 2,
    "workbook nothing": 2,
    "generate plain": 0,
    "generate plain --content nowhere": 2,
    "build": 0,
    "build -f nowhere.yml": 2,
    "build --content nowhere": 2,
    "serve -f nowhere.yml": 2,
    "init site": 2,
    "init site --sample": 0,
    "init . --sample": 2,
    "schema schemas": 0,
    "schema mkdocs.yml": 2,
    "doctor": 0,
    "doctor --content nowhere": 1,
    "nothing": 2,
    "": 2,
}


def _leaves():
    """Every command that does something, by what is typed: those within `workbook` as well."""
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", one) for inner, one in command.commands.items())


LEAVES = {name: one for name, one in _leaves() if not isinstance(one, click.Group)}


def _has(text, first, last):
    return any(first <= char <= last for char in text)


@pytest.mark.parametrize("name", LEAVES)
def test_a_command_is_explained_in_thai_and_english(run, name):
    text = run(*name.split(), "--help").stdout

    sentence = text.split("\n\n")[1]
    assert _has(sentence, "ก", "๛")
    assert _has(sentence, "A", "Z")
    assert sentence.rstrip().endswith(".")


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_of_a_command_is_explained(name):
    command = LEAVES[name]

    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_tells_its_messages_in_the_language_asked_for(name):
    command = LEAVES[name]

    assert "--lang" in [option for p in command.params for option in p.opts]


def test_the_version_is_told(run):
    assert run("--version").stdout.startswith("prongsai, version ")


def test_messages_are_thai_unless_told_otherwise(run, project):
    assert "ไม่พบโฟลเดอร์นี้" in run("check", "--content", "nowhere").stderr


def test_an_option_makes_messages_english(run, project):
    assert "there is no such folder" in run("check", "--content", "nowhere", "--lang", "en").stderr


def test_the_environment_makes_messages_english(run, project):
    result = run("check", "--content", "nowhere", PRONGSAI_LANG="en")

    assert "there is no such folder" in result.stderr


def test_the_option_wins_over_the_environment(run, project):
    result = run("check", "--content", "nowhere", "--lang", "th", PRONGSAI_LANG="en")

    assert "ไม่พบโฟลเดอร์นี้" in result.stderr


def test_the_language_of_one_run_does_not_stay_for_the_next(run, project):
    run("check", "--content", "nowhere", "--lang", "en")

    assert "ไม่พบโฟลเดอร์นี้" in run("check", "--content", "nowhere").stderr


@pytest.mark.parametrize("year", ["2568", "๒๕๖๘"])
def test_a_year_may_be_written_in_thai_digits(run, project, year):
    result = run("export", "result", year)

    assert json.loads(result.stdout)["fiscal_year"] == 2568


@pytest.mark.parametrize("year", ["68", "256๘๙", "ปี", "2025-26"])
def test_what_is_no_year_is_refused_in_the_language_asked_for(run, project, year):
    result = run("export", "result", year, "--lang", "en")

    assert result.exit_code == 2
    assert "is not a fiscal year; hint: write a Buddhist year of four digits" in result.stderr


@pytest.mark.parametrize("line", ["export result 2025", "coverage 2025", "rollover 2025"])
def test_a_year_of_the_common_era_is_told_as_such(run, project, line):
    result = run(*line.split())

    assert result.exit_code == 2
    assert "2025 เป็นปี ค.ศ. วิธีแก้: ปี พ.ศ. คือ 2568" in result.stderr


@pytest.mark.parametrize(("line", "code"), EXIT_CODES.items())
def test_the_exit_code_tells_what_came_of_it(run, project, line, code):
    assert run(*line.split()).exit_code == code


@pytest.mark.parametrize(
    "line",
    [
        "check --content nowhere",
        "coverage 2567",
        "explain NIX999",
        "frameworks 2500",
        "export measures 2568",
        "build",
        "build --content nowhere",
        "generate plain",
        "init site",
        "init site --sample",
        "schema schemas",
    ],
)
def test_talk_goes_to_stderr_and_leaves_stdout_to_results(run, project, line):
    result = run(*line.split())

    assert result.stdout == ""
    assert result.stderr != ""


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "coverage",
        "explain DIS101",
        "frameworks",
        "frameworks 2568",
        "doctor",
        "export result 2568",
        "export disclosure 2568 --format csv",
    ],
)
def test_results_go_to_stdout_alone(run, project, line):
    result = run(*line.split())

    assert result.stdout.endswith("\n")
    assert result.stderr == ""


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "coverage",
        "coverage 2568 --missing",
        "frameworks",
        "frameworks 2568",
        "doctor",
        "export result 2568",
        "export disclosure 2568",
        "export measures 2569",
    ],
)
def test_a_program_can_read_the_results(run, project, line):
    assert json.loads(run(*line.split(), "--format", "json").stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_of_each_what_its_own_help_says(run, name):
    listed = " ".join(run("--help").stdout.split())

    sentence = " ".join(run(name, "--help").stdout.split("\n\n")[1].split())
    assert f"{name} {sentence}" in listed


def test_the_list_of_commands_starts_without_the_heavy_libraries():
    script = (
        "import sys; from prongsai.cli import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('mkdocs', 'pydantic') if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert "coverage" in done.stdout
    assert done.stderr.strip() == "[]"


def test_an_error_of_ours_keeps_its_traceback(monkeypatch, run, project):
    monkeypatch.setattr("prongsai.cli.check.run_checks", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        run("check")
