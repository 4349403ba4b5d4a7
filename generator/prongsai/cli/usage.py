"""A command that was typed wrongly is told in the reader's language, with how it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import IO, Any

import click

from prongsai.cli.options import current_lang
from prongsai.problems import Lang, Text


@contextmanager
def usage_told(typed: Sequence[str]) -> Iterator[None]:
    """Tell the usage errors that come out of the block in the language that is asked for.

    `typed` are the words of the command line: one that is wrong may be found before `--lang` is.
    """
    try:
        yield
    except (ToldUsageError, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        raise ToldUsageError(error, _lang(typed)) from error


class ToldUsageError(click.UsageError):
    """A usage error of click in one language."""

    def __init__(self, error: click.UsageError, lang: Lang) -> None:
        super().__init__(what_is_wrong(error).told(lang), error.ctx)
        self._lang = lang

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what is wrong, and how the command is used."""
        told = Text(f"ข้อผิดพลาด: {self.message}", f"error: {self.message}")
        if self.ctx:
            path = self.ctx.command_path
            takes = " ".join(self.ctx.command.collect_usage_pieces(self.ctx))
            told = Text(
                f"{told.th}\n    วิธีใช้: {path} {takes}\n    ดูคำอธิบายด้วย {path} --help",
                f"{told.en}\n    usage: {path} {takes}\n    {path} --help explains it",
            )
        click.echo(told.told(self._lang), file=file, err=file is None)


def what_is_wrong(error: click.UsageError) -> Text:
    """Return what click found wrong, in both languages."""
    for kind, told in _TOLD:
        if isinstance(error, kind):
            return told(error)
    if extra := re.search(r"unexpected extra arguments? \((.+)\)", error.message):
        return Text(
            f"มีคำเกินมา: {extra[1]} (ชื่อไฟล์ที่มีช่องว่างให้ครอบด้วยเครื่องหมายคำพูด)",
            f"there are words too many: {extra[1]} (a file name with spaces goes between quotes)",
        )
    return Text(error.message, error.message)


def _no_option(error: click.NoSuchOption) -> Text:
    name = error.option_name
    wrong = Text(f"ไม่มีตัวเลือก '{name}'", f"there is no option '{name}'")
    return _perhaps(wrong, error.possibilities or ())


def _no_command(error: click.exceptions.NoSuchCommand) -> Text:
    name, group = error.command_name, error.cmd
    wrong = Text(f"ไม่มีคำสั่ง '{name}'", f"there is no command '{name}'")
    assert isinstance(group, click.Group)
    assert error.ctx
    names = group.list_commands(error.ctx)
    if close := get_close_matches(name, names):
        return _perhaps(wrong, close)
    listed = ", ".join(names)
    return Text(f"{wrong.th} คำสั่งที่มี: {listed}", f"{wrong.en}; there are: {listed}")


def _perhaps(wrong: Text, names: Sequence[str]) -> Text:
    if not names:
        return wrong
    listed = ", ".join(names)
    return Text(f"{wrong.th} หมายถึง {listed} ใช่หรือไม่", f"{wrong.en}; did you mean {listed}?")


def _no_value(error: click.BadOptionUsage) -> Text:
    name = error.option_name
    return Text(f"ตัวเลือก '{name}' ต้องมีค่าตามหลัง", f"the option '{name}' needs a value behind it")


def _missing(error: click.MissingParameter) -> Text:
    if choices := _choices(error):
        return Text(f"ต้องเลือกหนึ่งอย่าง: {choices}", f"one of these is missing: {choices}")
    name = _name(error)
    return Text(f"ยังไม่ได้บอก {name}", f"{name} is missing")


def _bad_value(error: click.BadParameter) -> Text:
    """Return what is wrong with a value: of choices, which there are; of a path, what it is."""
    name = _name(error)
    if choices := _choices(error):
        given = error.message.partition(" is not")[0]
        return Text(
            f"{given} ไม่มีให้เลือก มีให้เลือก: {choices}", f"{given} is none of the choices: {choices}"
        )
    if path := re.match(r"\w+ '(.*)' is a (file|directory)\.", error.message):
        kinds = {"file": Text("ไฟล์", "a file"), "directory": Text("โฟลเดอร์", "a folder")}
        kind = kinds[path[2]]
        return Text(f"{name}: '{path[1]}' เป็น{kind.th}", f"{name}: '{path[1]}' is {kind.en}")
    return Text(f"{name}: {error.message}", f"{name}: {error.message}")


def _name(error: click.BadParameter) -> str:
    if error.param:
        return error.param.get_error_hint(error.ctx).replace("'", "")
    hint = error.param_hint or ""
    return hint if isinstance(hint, str) else ", ".join(hint)


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""


_TOLD: Sequence[tuple[type[click.UsageError], Callable[[Any], Text]]] = (
    (click.NoSuchOption, _no_option),
    (click.exceptions.NoSuchCommand, _no_command),
    (click.BadOptionUsage, _no_value),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
)


def _lang(typed: Sequence[str]) -> Lang:
    asked = re.search(r"--lang[= ](\w+)", " ".join(typed))
    known = {lang.value: lang for lang in Lang}
    return known.get(asked[1], current_lang()) if asked else current_lang()
