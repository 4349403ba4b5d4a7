"""prongsai check"""

from __future__ import annotations

import click

from prongsai.checks import printers, run_checks
from prongsai.cli.options import (
    content_option,
    content_path,
    current_lang,
    emit,
    format_option,
    lang_option,
)
from prongsai.inspection.sites import load_inspected


@click.command("check")
@content_option
@click.option(
    "--ignore", multiple=True, metavar="CODE", help="ข้ามรหัสนี้ / Skip a check, or a prefix of codes."
)
@format_option("text", *(name for name in printers.formats() if name != "text"))
@lang_option
def command(content_dir: str | None, ignore: tuple[str, ...], output_format: str) -> None:
    """ตรวจเนื้อหา / Run every check.

    Exits 0 when nothing was found, 1 with findings, 2 when the content does not load.
    """
    findings = run_checks(load_inspected(content_path(content_dir)), ignore=ignore)
    emit(printers.render(findings, output_format, current_lang()))
    raise SystemExit(bool(findings))
