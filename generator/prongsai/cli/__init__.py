"""The command line. Each command is a thin module: parse, call, print, exit."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from prongsai import __version__
from prongsai.cli.options import current_lang
from prongsai.problems import ProngsaiError

_COMMANDS = ("build", "serve", "generate", "coverage", "check", "explain", "frameworks", "export")


class _Commands(click.Group):
    """Imports a command only when it is asked for, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = __import__(f"prongsai.cli.{cmd_name}", fromlist=["command"])
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. What a user can mend is told without a traceback, with exit code 2."""
        try:
            return super().invoke(ctx)
        except ProngsaiError as error:
            click.echo(error.told(current_lang()), err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="prongsai")
def cli() -> None:
    """สร้างเว็บไซต์ความโปร่งใสของหน่วยงาน / Build and check an agency's transparency site."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli()
