"""prongsai export"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from prongsai.cli.options import (
    content_option,
    content_path,
    emit,
    format_option,
    lang_option,
    output_option,
    year_argument,
)
from prongsai.content import load_site
from prongsai.models.site import Site
from prongsai.opendata import (
    disclosure_rows,
    measure_rows,
    result_data,
    result_rows,
    to_csv,
    to_json,
)
from prongsai.problems import ProngsaiError, Text

Maker = Callable[[Site, int], Any]


@click.command("export")
@click.argument("what", type=click.Choice(["result", "disclosure", "measures"]))
@year_argument(required=True)
@content_option
@format_option("json", "csv")
@output_option
@lang_option
def command(
    what: str, year: int, content_dir: str | None, output_format: str, output: Path | None
) -> None:
    """ส่งออกข้อมูลเปิด / Write the open data of a year, the same as under /data/ of the site."""
    site = load_site(content_path(content_dir))
    made = _rows(site, what, year, as_json=output_format == "json")
    if made is None:
        raise NothingToExportError(what, year)
    emit(to_json(made) if output_format == "json" else to_csv(made), output)


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
