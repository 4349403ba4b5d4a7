"""prongsai init"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from prongsai.adding import add_files
from prongsai.cli.options import current_lang, lang_option, say
from prongsai.problems import InvalidValueError, Text
from prongsai.scaffold.answers import answered
from prongsai.scaffold.questions import QUESTIONS, Question
from prongsai.scaffold.site_files import new_site, other_names, sample_site


def _question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each question, so that nobody has to be asked."""
    for one in reversed(QUESTIONS):
        told = f"{one.asked.th} เช่น {one.example} / {one.asked.en.capitalize()}."
        command = click.option(one.option, one.field, metavar="TEXT", help=told)(command)
    return command


@click.command("init")
@click.argument("directory", type=click.Path(path_type=Path))
@_question_options
@click.option("--sample", is_flag=True, help="เริ่มจากหน่วยงานตัวอย่าง / The sample agency instead.")
@click.option("--yes", is_flag=True, help="ไม่ถาม ใช้เฉพาะที่บอกมา / Ask nothing.")
@lang_option
def command(directory: Path, sample: bool, yes: bool, **given: str | None) -> None:
    """เริ่มเว็บไซต์ใหม่ / Begin a site: content to fill in, and what builds and publishes it.

    Nothing that is there is ever replaced: then what is in the way is told, with exit code 2.
    """
    if sample:
        _refuse_answers(given)
        files = sample_site()
    else:
        if not yes and sys.stdin.isatty():
            given = {one.field: _ask(one, given[one.field]) for one in QUESTIONS}
        files = new_site(answered(given))
    _tell(directory, len(add_files(directory, files, other_names=other_names)), len(files))


def _refuse_answers(given: dict[str, str | None]) -> None:
    if told := [one.option for one in QUESTIONS if given[one.field] is not None]:
        names = ", ".join(told)
        words = Text(f"ใช้ --sample ร่วมกับ {names} ไม่ได้", f"--sample does not go with {names}")
        raise click.UsageError(words.told(current_lang()))


def _ask(question: Question, given: str | None) -> str:
    """Return an answer that can be read, asking until there is one; one that was given is kept."""
    if given is not None:
        return given
    say(Text(f"\n{question.meant.th}", f"\n{question.meant.en}"))
    example = Text(f"เช่น {question.example}", f"such as {question.example}").told(current_lang())
    asked = f"{question.asked.told(current_lang())} ({example})"
    while True:
        text: str = click.prompt(
            asked, default=question.default or "", show_default=False, err=True
        )
        text = text or question.default or ""
        try:
            question.read(text)
        except InvalidValueError as error:
            say(error.message)
            if error.hint:
                say(error.hint)
        else:
            return text


def _tell(directory: Path, written: int, files: int) -> None:
    same = files - written
    here = directory.resolve() == Path.cwd()
    typed = f'"{directory}"' if " " in str(directory) else str(directory)
    go = Text("", "") if here else Text(f"cd {typed} แล้ว", f"cd {typed}, then ")
    say(
        Text(
            f"เขียน {written} ไฟล์ใน {directory} (มีอยู่แล้วและเหมือนกัน {same} ไฟล์)\n"
            f"ต่อไป: {go.th}ใช้ prongsai build และอ่าน README.md",
            f"{written} files written to {directory} ({same} were there already, the same)\n"
            f"next: {go.en}prongsai build; README.md says how to go on",
        )
    )
