"""prongsai import"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.atomic import write_files
from prongsai.cli.import_text import told
from prongsai.cli.options import (
    content_option,
    content_path,
    current_lang,
    lang_option,
    say,
    year_option,
)
from prongsai.intake import read
from prongsai.intake.adding import Addition, addition, changes
from prongsai.intake.notadded import OtherAgencyError
from prongsai.problems import Text


@click.group("import")
def command() -> None:
    """นำเข้าจากรายงาน / Take announced scores and measures over from a report of the agency."""


@command.command("result")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@year_option(
    "--year",
    "ปีงบประมาณของผล ถ้าเอกสารบอกไม่ชัด / The fiscal year of the result, if the document is not clear.",
)
@year_option(
    "--measures-year",
    "ปีงบประมาณของมาตรการ / The fiscal year of the measures (default: as the document says).",
)
@click.option(
    "--replace",
    is_flag=True,
    help="ใช้ค่าในเอกสารแทนค่าที่มีอยู่ / Take the document's figures where the file has others.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="แสดงสิ่งที่จะเปลี่ยน แต่ไม่เขียน / Show what would change, and write nothing.",
)
@click.option(
    "--other-agency",
    is_flag=True,
    help="นำเข้าแม้เอกสารเป็นของหน่วยงานอื่น / Take it over although it is another agency's.",
)
@click.option("--yes", "-y", is_flag=True, help="เขียนโดยไม่ถาม / Write without asking.")
@content_option
@lang_option
def result_command(
    file: Path,
    year: int | None,
    measures_year: int | None,
    replace: bool,
    dry_run: bool,
    other_agency: bool,
    yes: bool,
    content_dir: str | None,
) -> None:
    """นำเข้าผลการประเมินและมาตรการ / Read scores and measures out of PDF, Word, Excel, CSV or text."""
    root = content_path(content_dir)
    found = addition(
        root,
        read(file),
        file.name,
        year=year,
        measures_year=measures_year,
        replace_old=replace,
    )
    click.echo(told(found, current_lang()))
    changed = changes(root, found)
    if dry_run:
        for change in changed:
            click.echo(change.diff(), nl=False)
        return
    if found.ownership.other and not other_agency:
        raise OtherAgencyError(file.name, found.ownership)
    if not changed:
        say(Text("ไม่มีอะไรเปลี่ยน", "nothing changes"))
        return
    listed = ", ".join(change.path.as_posix() for change in changed)
    if not (yes or _agreed(found, listed)):
        say(Text("ไม่ได้เขียนไฟล์ใด", "nothing was written"))
        raise SystemExit(1)
    write_files({change.path: change.written for change in changed})
    say(Text(f"เขียนแล้ว: {listed}", f"written: {listed}"))


def _agreed(found: Addition, listed: str) -> bool:
    """Ask before anything is written; where nobody can answer, nothing is."""
    if not sys.stdin.isatty():
        say(
            Text(
                "ตรวจรายการข้างบนแล้วสั่งอีกครั้งด้วย --yes เพื่อเขียน",
                "look at the list above, and give --yes to write it",
            )
        )
        return False
    question = Text(
        f"ถูกต้องและให้เขียนลง {listed} หรือไม่", f"is that right, and shall it go to {listed}"
    )
    answers = Text("[ใช่/ไม่]", "[y/N]")
    while True:
        given = click.prompt(
            f"{question.told(current_lang())} {answers.told(current_lang())}",
            default="",
            show_default=False,
            err=True,
        )
        if (answer := _ANSWERS.get(given.strip().lower())) is not None:
            return answer
        say(Text("ตอบ ใช่ หรือ ไม่", "answer y or n"))


_ANSWERS = {
    **dict.fromkeys(("ใช่", "ใช", "ช", "y", "yes"), True),
    **dict.fromkeys(("", "ไม่", "ไม่ใช่", "ม", "n", "no"), False),
}
"""What is typed, and what it means; nothing is a no."""
