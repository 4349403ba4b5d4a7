"""prongsai export"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from prongsai.atomic import write_file
from prongsai.cli.options import (
    FileThereError,
    content_option,
    content_path,
    emit,
    format_option,
    lang_option,
    output_option,
    say,
    year_argument,
)
from prongsai.content import load_site
from prongsai.inspection.sites import load_inspected
from prongsai.locks import LOCK
from prongsai.models.site import Site, Year
from prongsai.opendata import (
    disclosure_rows,
    measure_rows,
    result_data,
    result_rows,
    to_csv,
    to_json,
)
from prongsai.plain import publishable
from prongsai.problems import ProngsaiError, Text
from prongsai.submission import submission_rows
from prongsai.submission_sheet import sheet
from prongsai.urls import lock_text, submitted_urls

Maker = Callable[[Site, int], Any]


@click.command("export")
@click.argument("what", type=click.Choice(["submission", "result", "disclosure", "measures"]))
@year_argument(required=True)
@content_option
@click.option(
    "--lock",
    is_flag=True,
    help="จด URL ที่ส่งแล้วใน urls.lock / Record the addresses handed in, so that none of them breaks.",
)
@format_option("json", "csv", "xlsx", "html")
@output_option
@lang_option
def command(
    what: str,
    year: int,
    lock: bool,
    content_dir: str | None,
    output_format: str,
    output: Path | None,
) -> None:
    """ส่งออกแบบส่ง URL หรือข้อมูลเปิด / Write the submission sheet or the open data of a year."""
    root = content_path(content_dir)
    # What would stop a build was not published, and no address of it can be handed in.
    site = load_inspected(root) if lock else load_site(root)
    if lock:
        publishable(site)
    if what == "submission":
        _submission(site, root, year, output_format, output, lock=lock)
        return
    if lock or output_format in ("xlsx", "html"):
        raise SubmissionOnlyError("--lock" if lock else f"--format {output_format}")
    made = _rows(site, what, year, as_json=output_format == "json")
    if made is None:
        raise NothingToExportError(what, year)
    emit(to_json(made) if output_format == "json" else to_csv(made), output)


def _submission(
    site: Site, root: Path, year: int, form: str, output: Path | None, *, lock: bool
) -> None:
    found = site.year_by_number.get(year)
    if found is None or not found.opens_items:
        raise NothingToExportError("disclosure", year)
    content = sheet(site, found, form)
    if output:
        write_file(output, content)
    elif form == "xlsx":
        target = Path(f"submission-{year}.xlsx")
        if target.exists():
            raise FileThereError(target)
        write_file(target, content)
        say(Text(f"เขียนแล้ว: {target}", f"written: {target}"))
    else:
        emit(content.decode())
    if lock:
        _lock(site, root, found)


def _lock(site: Site, root: Path, year: Year) -> None:
    """Record what is handed in for the year, and say how much of it is nothing yet."""
    handed_in = submitted_urls(site, year)
    write_file(root / LOCK, lock_text({url for _, url in site.locked_urls} | handed_in))
    count = len(handed_in)
    say(
        Text(
            f"จด URL ของปี {year.fiscal_year} {count} รายการใน {LOCK}",
            f"recorded in {LOCK}, of FY{year.fiscal_year}: {count} addresses",
        )
    )
    if empty := [row.id for row in submission_rows(site, year) if not row.urls]:
        listed = ", ".join(empty)
        say(
            Text(
                f"ยังไม่มีหลักฐาน จึงไม่มี URL ให้ส่ง {len(empty)} ข้อ: {listed}",
                f"without evidence, and so without an address to hand in: {listed}",
            )
        )


class SubmissionOnlyError(ProngsaiError):
    """An option of the submission sheet was given for the open data."""

    def __init__(self, option: str) -> None:
        super().__init__(
            Text(
                f"{option} ใช้กับ export submission เท่านั้น",
                f"{option} goes with export submission only",
            )
        )


class NothingToExportError(ProngsaiError):
    """The content has no such file for the year."""

    def __init__(self, what: str, year: int) -> None:
        file = f"content/{year}/{what}.yml"
        super().__init__(Text(f"ไม่มีข้อมูล: ไม่พบ {file}", f"nothing to export: there is no {file}"))


def _rows(site: Site, what: str, year: int, *, as_json: bool) -> Any:
    """Return the data, or None when the year has none."""
    found = site.year_by_number.get(year)
    if found is None:
        return None
    if what == "result" and found.result:
        return (result_data if as_json else result_rows)(site, found.result)
    if what == "disclosure" and found.opens_items:
        return disclosure_rows(site, found)
    if what == "measures" and found.measures:
        return measure_rows(site, found.measures)
    return None
