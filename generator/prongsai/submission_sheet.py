"""The submission sheet as files: for spreadsheets, for programs, and on paper with QR codes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from prongsai import thai
from prongsai.coverage import STATE_NAMES
from prongsai.models.site import Site, Year
from prongsai.opendata import Row, to_csv, to_json
from prongsai.sheets import workbook
from prongsai.submission import SubmissionRow, submission_rows

_HEADS = ("ข้อ", "ชื่อข้อ", "URL", "คำอธิบาย (ขั้นตอนการเข้าถึงข้อมูล)", "ปรับปรุงล่าสุด", "สถานะในเว็บไซต์")
_WIDTHS = (7, 42, 60, 48, 18, 20)
"""How wide the columns of the workbook are, in characters."""
_STYLE = """\
@page { size: A4 landscape; margin: 12mm; }
body { font: 13px/1.5 'TH Sarabun New', Sarabun, Laksaman, Loma, sans-serif; margin: 1rem; color: #1b1b1b; }
h1 { font-size: 1.3rem; margin: 0 0 .2rem; } p { margin: 0 0 .6rem; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid #767676; padding: .2rem .4rem; text-align: left; vertical-align: top; }
ol, ul { margin: 0; padding-left: 1.2em; } a { color: #0b3d78; overflow-wrap: anywhere; } svg { display: block; }
@media print { body { margin: 0; } }
@media screen and (max-width: 45em) {
  thead { position: absolute; clip-path: inset(50%); } tr, th, td { display: block; border: 0; }
  tr { border-bottom: 1px solid #767676; padding: .4rem 0; }
}
"""


def sheet(site: Site, year: Year, form: str) -> bytes:
    """Return the submission sheet of a year as `csv`, `json`, `xlsx` or `html`."""
    makers: dict[str, Callable[[], bytes]] = {
        "csv": lambda: to_csv(_data(site, year)).encode(),
        "json": lambda: to_json(_data(site, year)).encode(),
        "xlsx": lambda: _workbook(site, year),
        "html": lambda: _page(site, year).encode(),
    }
    return makers[form]()


def _data(site: Site, year: Year) -> list[Row]:
    return [
        {
            "fiscal_year": year.fiscal_year,
            "id": row.id,
            "title": row.title,
            "urls": list(row.urls),
            "explanation": " > ".join(row.steps),
            "updated": row.updated,
            "state": row.state.value,
        }
        for row in submission_rows(site, year)
    ]


def _cells(site: Site, row: SubmissionRow) -> tuple[str, ...]:
    steps = (f"{site.agency.digits.show(n)}. {step}" for n, step in enumerate(row.steps, 1))
    updated = site.agency.digits.show(thai.long_date(row.updated)) if row.updated else ""
    return (
        row.id,
        row.title,
        "\n".join(row.urls),
        "\n".join(steps),
        updated,
        STATE_NAMES[row.state].th,
    )


def _workbook(site: Site, year: Year) -> bytes:
    rows = submission_rows(site, year)
    # A cell has one link only: that of an item with several is left to be copied.
    links = {(n, 2): row.urls[0] for n, row in enumerate(rows) if len(row.urls) == 1}
    heads = dict(zip(_HEADS, _WIDTHS, strict=True))
    cells = [_cells(site, row) for row in rows]
    return workbook(f"OIT {year.fiscal_year}", _title(site, year), heads, cells, links)


def _title(site: Site, year: Year) -> str:
    shown = site.agency.digits.show(year.fiscal_year)
    return f"แบบส่ง URL การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {shown} {site.agency.name.th}"


def _page(site: Site, year: Year) -> str:
    title = escape(_title(site, year))
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (*_HEADS[:-1], "QR"))
    rows = "".join(_html_row(site, row) for row in submission_rows(site, year))
    return (
        f'<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</body>\n</html>\n"
    )


def _html_row(site: Site, row: SubmissionRow) -> str:
    code, title, _, _, updated, state = map(escape, _cells(site, row))
    links = _listed("ul", [f'<a href="{escape(url)}">{escape(url)}</a>' for url in row.urls])
    steps = _listed("ol", [escape(step) for step in row.steps])
    code_of_page = _qr(row.urls[0], row.id) if row.urls else ""
    return (
        f'<tr><th scope="row">{code}</th><td>{title}</td><td>{links or state}</td><td>{steps}</td>'
        f"<td>{updated}</td><td>{code_of_page}</td></tr>\n"
    )


def _listed(kind: str, entries: Sequence[str]) -> str:
    inside = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<{kind}>{inside}</{kind}>" if inside else ""


def _qr(url: str, item: str) -> str:
    import segno

    drawn = segno.make(url, error="m", micro=False)
    title = f"QR ของหน้า {item}"
    return str(drawn.svg_inline(scale=2, border=2, title=title, omitsize=False))
