"""prongsai rollover"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from prongsai import frameworks
from prongsai.atomic import write_file
from prongsai.cli.options import (
    content_option,
    content_path,
    current_lang,
    emit,
    lang_option,
    say,
    year_argument,
)
from prongsai.content import load_site
from prongsai.contentpaths import yearly_path
from prongsai.models.framework import Framework
from prongsai.models.site import Site
from prongsai.problems import ProngsaiError, Text, UnknownYearError
from prongsai.revision import diff
from prongsai.rollover import openable_years, opening
from prongsai.rollover.summary import summary


@click.command("rollover")
@year_argument(required=True)
@content_option
@click.option(
    "--dry-run",
    is_flag=True,
    help="แสดงสิ่งที่จะเขียน โดยไม่เขียน / Show what would be written as a diff, and write nothing.",
)
@lang_option
def command(year: int, content_dir: str | None, dry_run: bool) -> None:
    """เปิดปีใหม่ / Open a new year with the entries of the year before as drafts.

    What was evidence last year is listed as to renew, and is shown nowhere as that of this year. What
    is there already stays as it is; a second run changes nothing.
    """
    root = content_path(content_dir)
    site = load_site(root)
    after, before = _frameworks(site, year)
    earlier = site.year_by_number[year - 1].disclosures
    assert earlier
    disclosure, plan = _File.of(root, year, "disclosure"), _File.of(root, year, "measures")
    found = opening(site, before, after, disclosure.text, plan.text)
    files = [(disclosure, found.disclosure)]
    files += [(plan, found.measures)] if found.measures else []
    changed = [(file, text) for file, text in files if text != file.text]
    told = summary(found, earlier, current_lang())
    if dry_run:
        click.echo(told, nl=False, err=True)
        emit("".join(diff(file.path, file.text, text) for file, text in changed))
        return
    for file, text in changed:
        write_file(file.path, text)
        (file.path.parent / "files").mkdir(exist_ok=True)
    emit(told)
    say(_written([file for file, _ in changed], year))


@dataclass(frozen=True)
class _File:
    """A file of the new year as it is before; without text where it is not there."""

    path: Path
    text: str

    @classmethod
    def of(cls, root: Path, year: int, stem: str) -> _File:
        path = yearly_path(root, year, stem)
        # As bytes: line ends and a byte order mark are the officer's, and stay.
        return cls(path, path.read_bytes().decode("utf-8") if path.exists() else "")


def _written(files: list[_File], year: int) -> Text:
    if not files:
        return Text("ไม่มีอะไรต้องเขียน ทุกข้อมีอยู่แล้ว", "nothing to write: every item is there already")
    names = ", ".join(file.path.as_posix() for file in files)
    return Text(
        f"เขียนแล้ว: {names}\nต่อไป: prongsai todo {year}",
        f"written: {names}\nnext: prongsai todo {year}",
    )


def _frameworks(site: Site, year: int) -> tuple[Framework, Framework]:
    """Return the framework of the year and of the one before, or say why the year cannot be opened."""
    try:
        after = frameworks.load_for(year, site.agency.kind)
    except UnknownYearError as error:
        raise _UnknownNewYearError(error) from error
    before = site.year_by_number.get(year - 1)
    if not after.items:
        raise _YearWithoutItemsError(year)
    if before is None or not before.opens_items:
        known = sorted(one.fiscal_year for one in site.item_years)
        raise _NoYearBeforeError(year, known, openable_years(site, frameworks.known_years()))
    return after, before.framework


class _UnknownNewYearError(ProngsaiError):
    """The catalogue does not have the year to open."""

    def __init__(self, error: UnknownYearError) -> None:
        super().__init__(
            Text(
                f"{error.text.th}\n    วิธีแก้: เลือกปีที่มี หรือใช้ prongsai รุ่นที่มีกรอบของปีนั้น",
                f"{error.text.en}\n    hint: choose a year that is there, or a version of prongsai that has that year",
            )
        )


class _YearWithoutItemsError(ProngsaiError):
    """The catalogue has no items for the year, so that there is nothing to open."""

    def __init__(self, year: int) -> None:
        super().__init__(
            Text(
                f"กรอบการประเมินปี {year} ไม่มีข้อ OIT จึงไม่มีข้อให้เปิด\n    วิธีแก้: เลือกปีอื่น ดูด้วย prongsai frameworks",
                f"the framework of FY{year} has no OIT items, so none can be opened\n"
                "    hint: choose another year; prongsai frameworks lists them",
            )
        )


class _NoYearBeforeError(ProngsaiError):
    """The year before discloses nothing that could be carried on."""

    def __init__(self, year: int, known: list[int], openable: Sequence[int]) -> None:
        years, next_years = (", ".join(map(str, found)) or "-" for found in (known, openable))
        cure = Text(
            f"สร้าง {year - 1}/disclosure.yml ก่อน (ว่างก็ได้: fiscal_year: {year - 1})",
            f"create {year - 1}/disclosure.yml first (an empty one will do: fiscal_year: {year - 1})",
        )
        if year in known:
            cure = Text(f"ปี {year} เปิดอยู่แล้ว กรอกต่อได้เลย", f"FY{year} is open already: fill it in")
        if openable:
            cure = Text(f"{cure.th} หรือเปิดปี {next_years}", f"{cure.en}, or open {next_years}")
        super().__init__(
            Text(
                f"ปี {year - 1} ไม่มี disclosure.yml ที่จะนำมาต่อ (ปีที่มี: {years})\n    วิธีแก้: {cure.th}",
                f"FY{year - 1} has no disclosure.yml to carry on (years that have one: {years})\n"
                f"    hint: {cure.en}",
            )
        )
