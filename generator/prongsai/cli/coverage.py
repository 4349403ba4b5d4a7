"""prongsai coverage"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import click

from prongsai import thai
from prongsai.atomic import write_file
from prongsai.cli.coverage_sheet import YearRows, fixes_sheet, items_sheet
from prongsai.cli.coverage_text import fixes_text, not_told, year_text
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
from prongsai.coverage import State, coverage
from prongsai.fixes import Target, shortest
from prongsai.models.site import Site, Year
from prongsai.opendata import Row, disclosure_rows, to_csv, to_json
from prongsai.problems import NO_TEXT, Lang, ProngsaiError, Text
from prongsai.projection import OIT, project
from prongsai.scoring import rounded


class NoItemsError(ProngsaiError):
    """No year, or not the one asked for, has item pages."""

    def __init__(self, year: int | None, known: list[int]) -> None:
        years = ", ".join(map(str, known)) or "-"
        asked = Text(f"ปี {year}", f"FY{year}") if year else Text("เนื้อหานี้", "this content")
        need = f"{year or 'YEAR'}/disclosure.yml"
        cure = NO_TEXT
        if known:
            typed = f"prongsai coverage {max(known)}"
            cure = Text(f"\n    วิธีแก้: ใช้ {typed}", f"\n    hint: {typed}")
        super().__init__(
            Text(
                f"{asked.th} ไม่มีหน้ารายข้อ ต้องมีไฟล์ {need} และเป็นปีที่กรอบการประเมินมีข้อ OIT "
                f"(ปีที่มีหน้ารายข้อ: {years}){cure.th}",
                f"{asked.en} has no item pages: they need {need}, and a year with OIT items "
                f"(years with item pages: {years}){cure.en}",
            )
        )


@click.command("coverage")
@year_argument(required=False)
@click.option("--missing", is_flag=True, help="เฉพาะข้อที่ยังไม่มีหลักฐาน / Only items without evidence.")
@content_option
@click.option(
    "--plan",
    "target",
    metavar="FIGURE=SCORE",
    help="สิ่งที่ต้องแก้น้อยที่สุดให้ถึงคะแนน เช่น 9=95, OIT=90 หรือ total=85 "
    "/ The fewest fixes that reach a score of indicator 9 or 10, the OIT or the total.",
)
@format_option("text", "json", "csv", "xlsx")
@output_option
@lang_option
def command(
    year: int | None,
    missing: bool,
    target: str | None,
    content_dir: str | None,
    output_format: str,
    output: Path | None,
) -> None:
    """ความครบถ้วนรายข้อ / Say which O-items lack pages, evidence or elements.

    Without YEAR, every year with item pages. Exits 1 when an item lacks something.
    """
    wanted = _target(target) if target else None
    site = load_site(content_path(content_dir))
    years = [_Assessed(site, one, missing=missing) for one in _chosen(site, year)]
    if wanted:
        text = _as_fixes(site, years, wanted, output_format)
    elif output_format == "text":
        text = "\n".join(one.text(current_lang()) for one in years)
    elif output_format == "xlsx":
        listed = (YearRows(one.year, one.shown, one.projection) for one in years)
        text = items_sheet(site, listed)
    else:
        rows = [row for one in years for row in one.data()]
        text = to_json(rows) if output_format == "json" else to_csv(rows)
    if isinstance(text, bytes):
        _write_workbook(text, output)
    else:
        emit(text, output)
    raise SystemExit(any(not row.covered for one in years for row in one.rows))


def _chosen(site: Site, year: int | None) -> tuple[Year, ...]:
    found = tuple(one for one in site.item_years if year in (None, one.fiscal_year))
    if not found:
        raise NoItemsError(year, sorted(one.fiscal_year for one in site.item_years))
    return found


class _Assessed:
    """One year, with what its items show and are worth."""

    def __init__(self, site: Site, year: Year, *, missing: bool) -> None:
        self.site, self.year = site, year
        self.rows = coverage(site, year)
        self.shown = [row for row in self.rows if not missing or row.state is State.MISSING]
        self.projection = project(year.framework, self.rows, year.result)

    def text(self, lang: Lang) -> str:
        return year_text(self.year, self.rows, self.shown, self.projection, lang)

    def data(self) -> Iterator[Row]:
        """Yield the rows of the open data, and what is ours alone: no announced score is here."""
        kept = {row.item.id for row in self.shown}
        for row in disclosure_rows(self.site, self.year):
            if row["id"] in kept:
                worth, now = self.projection.worth(row["id"]), self.projection.items[row["id"]]
                lowest, highest = now.shown
                yield {
                    "fiscal_year": self.year.fiscal_year,
                    **row,
                    "self_assessed_lowest": lowest,
                    "self_assessed_highest": highest,
                    "worth_in_indicator": rounded(worth.of_indicator) if worth else None,
                    "worth_in_oit": rounded(worth.of_oit) if worth else None,
                }


def _write_workbook(content: bytes, output: Path | None) -> None:
    target = output or Path("coverage.xlsx")
    if output is None and target.exists():
        raise FileThereError(target)
    write_file(target, content)
    say(Text(f"เขียนแล้ว: {target}", f"written: {target}"))


def _as_fixes(
    site: Site, years: Sequence[_Assessed], target: Target, output_format: str
) -> str | bytes:
    found = [(one, shortest(one.projection, one.rows, target)) for one in years]
    told = [(one, fixes) for one, fixes in found if fixes]
    if not told:
        raise UntoldFigureError(target)
    if output_format == "text":
        return "\n".join(fixes_text(one.year, fixes, current_lang()) for one, fixes in told)
    if output_format == "xlsx":
        return fixes_sheet(site, [(one.year, fixes) for one, fixes in told])
    rows: list[Row] = [
        {
            "fiscal_year": one.year.fiscal_year,
            "id": step.row.item.id,
            "title": step.row.item.title.th,
            "lacking": [element.id for element in step.row.lacking],
            "fixes": step.fixes,
            "gain": rounded(step.gain),
        }
        for one, fixes in told
        for step in fixes.steps
    ]
    return to_json(rows) if output_format == "json" else to_csv(rows)


def _target(written: str) -> Target:
    """Return the figure and the score of `9=95`, `OIT=90` or `total=85`."""
    name, _, score = thai.arabic(written).partition("=")
    figure: str | int = int(name) if name.strip().isdecimal() else name.strip()
    figure = {"oit": OIT, "total": "total"}.get(str(figure).lower(), figure)
    known = isinstance(figure, int) or figure in (OIT, "total")
    if not known or not re.fullmatch(r"\d{1,3}(\.\d+)?", score.strip()) or Decimal(score) > 100:
        raise click.BadParameter(
            Text(
                f"'{written}' ไม่ใช่เป้าหมาย เขียนเช่น 9=95, OIT=90 หรือ total=85 โดยคะแนนไม่เกิน 100",
                f"'{written}' is no target; write for example 9=95, OIT=90 or total=85, up to 100",
            ).told(current_lang()),
            param_hint="--plan",
        )
    return Target(figure, Decimal(score.strip()))


class UntoldFigureError(ProngsaiError):
    """The figure of a target has no self-assessed score."""

    def __init__(self, target: Target) -> None:
        super().__init__(not_told(target))
