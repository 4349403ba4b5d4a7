"""The options that commands share, and how they print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from prongsai.atomic import write_file
from prongsai.problems import InvalidValueError, Lang, ProngsaiError, Text, lang_named

Command = Callable[..., Any]

content_option = click.option(
    "--content",
    "content_dir",
    default=None,
    metavar="DIR",
    help="โฟลเดอร์ content / The content directory (default: content).",
)
config_option = click.option(
    "-f",
    "--config-file",
    "config_file",
    default="mkdocs.yml",
    type=click.Path(path_type=Path),
    show_default=True,
    help="ไฟล์ตั้งค่าเว็บไซต์ / The site's mkdocs.yml.",
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="เขียนลงไฟล์แทนหน้าจอ / Write to a file instead of stdout.",
)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Return `--format` with these choices, the first being the default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="รูปแบบผลลัพธ์ / Output format.",
    )


def year_argument(*, required: bool) -> Callable[[Command], Command]:
    """Return the argument YEAR: a Buddhist year of four digits, Thai or Arabic."""
    shown = "YEAR" if required else "[YEAR]"
    return click.argument("year", required=required, metavar=shown, callback=_fiscal_year)


def year_option(name: str, meant: str) -> Callable[[Command], Command]:
    """Return an option that takes a Buddhist year of four digits, Thai or Arabic."""
    return click.option(name, metavar="YEAR", callback=_fiscal_year, help=meant)


def _fiscal_year(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    from prongsai.models.values import fiscal_year  # the list of commands starts without it

    try:
        return fiscal_year(value)
    except InvalidValueError as error:
        words = Text(
            f"{error.message.th} วิธีแก้: {error.hint.th}",
            f"{error.message.en}; hint: {error.hint.en}",
        )
        raise click.BadParameter(words.told(current_lang()), ctx, param) from error


def lang_option(command: Command) -> Command:
    """Add `--lang`; the environment variable PRONGSAI_LANG sets it for every command."""
    option = click.option(
        "--lang",
        type=click.Choice([lang.value for lang in Lang]),
        expose_value=False,
        is_eager=True,
        callback=_remember_lang,
        help="ภาษาของข้อความ / Language of the messages (default: th).",
    )
    return option(command)


def current_lang() -> Lang:
    """Return the language asked for on the command line or by PRONGSAI_LANG; else Thai."""
    context = click.get_current_context(silent=True)
    asked = context.find_root().obj if context else None
    return asked or lang_named(os.environ.get("PRONGSAI_LANG"))


def _remember_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.find_root().obj = Lang(value)


def say(text: Text) -> None:
    """Talk on stderr."""
    click.echo(text.told(current_lang()), err=True)


def emit(text: str, output: Path | None = None) -> None:
    """Print a result on stdout, or write it beside the file and then rename it into place."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_file(output, text)


def content_path(content_dir: str | None) -> Path:
    return Path(content_dir or "content")


def progress_bar() -> Callable[[int, int], None] | None:
    """Return a counter of pages for a terminal; None when nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done == of else ""
        click.echo(
            f"\r{Text(f'หน้า {done}/{of}', f'page {done}/{of}').told(current_lang())}{end}",
            nl=False,
            err=True,
        )

    return show


class FileThereError(ProngsaiError):
    """A file of the name that nobody chose is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                f"{path}: มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ ให้ย้ายไฟล์เดิม หรือตั้งชื่อใหม่ด้วย -o (ชื่อที่ตั้งเองจะเขียนทับได้)",
                f"{path}: is there already and is not replaced; move it, or name a file with -o, which may be replaced",
            )
        )
