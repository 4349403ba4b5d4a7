"""The command line. Each command is a thin module: parse, call, print, exit."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from keyword import iskeyword

import click

from prongsai import __version__
from prongsai.cli.options import current_lang
from prongsai.cli.usage import usage_told
from prongsai.problems import ProngsaiError

_COMMANDS = {
    "init": "เริ่มเว็บไซต์ใหม่ / Begin a site: content to fill in, and what builds and publishes it.",
    "build": "สร้างเว็บไซต์ / Check the content and build the site.",
    "serve": "เปิดดูเว็บไซต์ในเครื่อง / Serve the site; every save of a YAML file builds it anew.",
    "generate": "เขียนหน้า Markdown / Write the Markdown pages and a plain mkdocs.yml.",
    "report": "เขียนรายงานประจำปีหนึ่งฉบับ / Write one yearly report: analysis, measures or progress.",
    "coverage": "ความครบถ้วนรายข้อ / Say which O-items lack pages, evidence or elements.",
    "todo": "สิ่งที่ต้องทำ แยกตามสำนัก/กอง / List what is missing or due, unit by unit.",
    "rollover": "เปิดปีใหม่ / Open a new year with the entries of the year before as drafts.",
    "check": "ตรวจเนื้อหา / Run every check.",
    "explain": "แสดงหรืออธิบายข้อตรวจ / List the checks, or say what one looks at, why, and how to mend it.",
    "frameworks": "กรอบการประเมินรายปี / List the years of the catalogue, or show one with its sources.",
    "workbook": "กรอกข้อมูลใน Excel / The content as one Excel workbook: export it, fill it in, import it.",
    "import": "นำเข้าจากรายงาน / Take announced scores and measures over from a report of the agency.",
    "schema": "เขียน JSON Schema ให้โปรแกรมแก้ไข / Write the JSON Schemas that an editor checks the YAML with.",
    "doctor": "ตรวจความพร้อมของเครื่องและโฟลเดอร์ / Say whether program, site and folders are in order.",
    "export": "ส่งออกแบบส่ง URL หรือข้อมูลเปิด / Write the submission sheet or the open data of a year.",
}
"""Each command and what it does: told without importing it, so that `--help` comes at once."""


class _Commands(click.Group):
    """Imports a command only when it is asked for, so that each starts quickly."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with usage_told(tuple(args)):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = __import__(f"prongsai.cli.{name}", fromlist=["command"])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. What a user can mend is told without a traceback, with exit code 2."""
        try:
            with usage_told([*ctx._protected_args, *ctx.args]):
                return super().invoke(ctx)
        except ProngsaiError as error:
            click.echo(error.told(current_lang()), err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="prongsai")
def cli() -> None:
    """สร้างเว็บไซต์ความโปร่งใสของหน่วยงาน / Build and check an agency's transparency site."""


def main() -> None:
    """Run the command line. Output is UTF-8 with its own line ends, on Windows as well."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")
    try:
        cli()
    except SystemExit as done:
        _leave(done)
        raise


def _leave(done: SystemExit) -> None:
    """End the process at once where all is said and written.

    Python would first take the site apart in memory, value by value: a twentieth of a small build.
    An output that cannot be flushed, such as a closed pipe, is left to Python.
    """
    if not isinstance(done.code, int | None):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(int(done.code or 0))
