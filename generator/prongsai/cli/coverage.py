"""prongsai coverage"""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.options import (
    content_option,
    content_path,
    current_lang,
    emit,
    format_option,
    lang_option,
    output_option,
    year_argument,
)
from prongsai.content import load_site
from prongsai.coverage import ItemCoverage, State, coverage
from prongsai.models.site import Site, Year
from prongsai.opendata import disclosure_rows, to_csv, to_json
from prongsai.problems import Lang, ProngsaiError, Text


class NoItemsError(ProngsaiError):
    """A year was asked for that has no item pages."""

    def __init__(self, year: int, known: list[int]) -> None:
        years = ", ".join(map(str, known)) or "-"
        super().__init__(
            Text(
                f"ปี {year} ไม่มีหน้ารายข้อ (ต้องมี content/{year}/disclosure.yml) ปีที่มี: {years}",
                f"FY{year} has no item pages (they need content/{year}/disclosure.yml); known: {years}",
            )
        )


_STATES = {
    State.COMPLETE: Text("ครบถ้วน", "complete"),
    State.PARTIAL: Text("ยังไม่ครบ", "partial"),
    State.MISSING: Text("ยังไม่มีหลักฐาน", "missing"),
    State.NOTHING_TO_REPORT: Text("ไม่มีเรื่องที่ต้องรายงาน", "nothing to report"),
    State.NOT_APPLICABLE: Text("ไม่เกี่ยวข้อง", "not applicable"),
}


@click.command("coverage")
@year_argument(required=False)
@click.option("--missing", is_flag=True, help="เฉพาะข้อที่ยังไม่มีหลักฐาน / Only items without evidence.")
@content_option
@format_option("text", "json", "csv")
@output_option
@lang_option
def command(
    year: int | None,
    missing: bool,
    content_dir: str | None,
    output_format: str,
    output: Path | None,
) -> None:
    """ความครบถ้วนรายข้อ / Say which O-items lack pages, evidence or elements.

    Without YEAR, every year with item pages. Exits 1 when an item lacks something.
    """
    site = load_site(content_path(content_dir))
    years = _chosen(site, year)
    wanted = {one.fiscal_year: _rows(site, one, missing) for one in years}
    if output_format == "text":
        text = "\n".join(_text(site, one, wanted[one.fiscal_year], current_lang()) for one in years)
    else:
        listed = [row for one in years for row in _data(site, one, wanted[one.fiscal_year])]
        text = to_json(listed) if output_format == "json" else to_csv(listed)
    emit(text, output)
    raise SystemExit(any(not row.covered for one in years for row in coverage(site, one)))


def _chosen(site: Site, year: int | None) -> tuple[Year, ...]:
    if year is None:
        return site.item_years
    found = tuple(one for one in site.item_years if one.fiscal_year == year)
    if not found:
        raise NoItemsError(year, sorted(one.fiscal_year for one in site.item_years))
    return found


def _rows(site: Site, year: Year, missing: bool) -> list[ItemCoverage]:
    rows = coverage(site, year)
    return [row for row in rows if not missing or row.state is State.MISSING]


def _data(site: Site, year: Year, rows: list[ItemCoverage]) -> list[dict[str, object]]:
    kept = {row.item.id for row in rows}
    return [
        {"fiscal_year": year.fiscal_year, **row}
        for row in disclosure_rows(site, year)
        if row["id"] in kept
    ]


def _text(site: Site, year: Year, rows: list[ItemCoverage], lang: Lang) -> str:
    lines = [Text(f"ปีงบประมาณ {year.fiscal_year}", f"FY{year.fiscal_year}").told(lang)]
    for row in rows:
        shown, needed = row.progress
        elements = f"{shown}/{needed}" if needed else "-"
        title = _title(row, lang)
        lines.append(f"  {row.item.id:<4} {_STATES[row.state].told(lang)} [{elements}] {title}")
    return "\n".join([*lines, f"  {_sum(coverage(site, year)).told(lang)}"]) + "\n"


def _sum(rows: tuple[ItemCoverage, ...]) -> Text:
    covered = sum(row.covered for row in rows)
    missing = sum(row.state is State.MISSING for row in rows)
    return Text(
        f"ครบ {covered} จาก {len(rows)} ข้อ ยังไม่มีหลักฐาน {missing} ข้อ",
        f"{covered} of {len(rows)} items covered, {missing} without evidence",
    )


def _title(row: ItemCoverage, lang: Lang) -> str:
    title = row.item.title
    return title.en if lang is Lang.EN and title.en else title.th
