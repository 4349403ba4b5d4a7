"""prongsai todo"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from prongsai import frameworks
from prongsai.atomic import write_file
from prongsai.cli.options import (
    FileThereError,
    content_option,
    content_path,
    current_lang,
    emit,
    format_option,
    lang_option,
    output_option,
    say,
    year_argument,
)
from prongsai.content import load_site
from prongsai.models.site import Site
from prongsai.opendata import to_json
from prongsai.problems import ProngsaiError, Text
from prongsai.rollover import openable_years
from prongsai.todo import Group, by_unit, printing, tasks, unit_named
from prongsai.todo.calendar import calendar


@click.command("todo")
@year_argument(required=False)
@click.option(
    "--unit",
    metavar="UNIT",
    help="เฉพาะสำนัก/กองนี้ (ชื่อย่อใน agency.yml) / Only this unit, by its name in agency.yml.",
)
@content_option
@format_option("text", "json", "xlsx")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="เขียนไฟล์ปฏิทินของเรื่องที่มีวันครบกำหนด / Also write what has a due day as a calendar file.",
)
@output_option
@lang_option
def command(
    year: int | None,
    unit: str | None,
    content_dir: str | None,
    output_format: str,
    ics: Path | None,
    output: Path | None,
) -> None:
    """สิ่งที่ต้องทำ แยกตามสำนัก/กอง / List what is missing or due, unit by unit.

    Without YEAR, every year. A due day is told only where the content or the catalogue gives one.
    """
    site = load_site(content_path(content_dir))
    if year is not None and year not in site.year_by_number:
        raise NoYearError(year, site)
    chosen = unit_named(site.agency, unit) if unit else None
    today = date.today()
    found = tasks(replace(site, today=today), year)
    listed = list(found)
    groups = tuple(by_unit(site.agency, listed, chosen))
    _print(groups, today, output_format, output)
    if chosen and (unowned := sum(not task.units for task in listed)):
        say(
            Text(
                f"ยังมีอีก {unowned} เรื่องที่ไม่มีผู้รับผิดชอบ กรอก ผู้รับผิดชอบ (responsible) ของแต่ละข้อก่อนแจกงาน",
                f"to do, with nobody responsible: {unowned}; fill in who is (responsible) before you hand out the work",
            )
        )
    if ics:
        _write_calendar(site, year, chosen, ics)


def _print(groups: Sequence[Group], today: date, form: str, output: Path | None) -> None:
    lang = current_lang()
    if form == "text":
        emit(printing.text(groups, today, lang), output)
    elif form == "json":
        emit(to_json(printing.rows(groups, today, lang)), output)
    else:
        target = output or Path("todo.xlsx")
        if output is None and target.exists():
            raise FileThereError(target)
        write_file(target, printing.sheet(groups, today, lang))
        say(Text(f"เขียนแล้ว: {target}", f"written: {target}"))


def _write_calendar(site: Site, year: int | None, unit: str | None, target: Path) -> None:
    """Write the calendar from the content alone: on another day it is the same."""
    found = [task for task in tasks(site, year) if unit is None or unit in task.units]
    written = calendar(site.agency, found, current_lang())
    if written is None:
        say(
            Text(
                f"ไม่มีเรื่องใดมีวันครบกำหนด จึงไม่เขียน {target}",
                f"nothing has a due day, so {target} is not written",
            )
        )
        return
    write_file(target, written)
    say(Text(f"เขียนแล้ว: {target}", f"written: {target}"))


class NoYearError(ProngsaiError):
    """The content has nothing of the year."""

    def __init__(self, year: int, site: Site) -> None:
        years = ", ".join(map(str, site.year_by_number))
        cure = Text("เลือกปีที่มี", "choose one of those")
        if year in openable_years(site, frameworks.known_years()):
            cure = Text(
                f"เปิดปีด้วย prongsai rollover {year}", f"open it with prongsai rollover {year}"
            )
        super().__init__(
            Text(
                f"เนื้อหานี้ไม่มีปี {year} (ปีที่มี: {years})\n    วิธีแก้: {cure.th}",
                f"this content has no FY{year} (years that it has: {years})\n    hint: {cure.en}",
            )
        )
