"""Make the documents of the sample agency: `python -m prongsai.scaffold.make_documents`.

They are made up, say so on every page, and come out the same each time. They are committed beside
the YAML, so that whoever takes the sample as a start has files to replace.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import typst

from prongsai.atomic import write_file
from prongsai.repacking import repacked
from prongsai.reports.paper.pieces import pieces, wording
from prongsai.scaffold.invented import (
    DIVISIONS,
    GUIDE,
    MONTHS,
    PAPERS,
    POSTS,
    SERVICES,
    TABLES,
    WORKBOOKS,
)
from prongsai.sheets import workbook

FOLDER = Path(__file__).parent / "sample/2568/files"
_MADE_UP = "ตัวอย่าง เอกสารสมมติของหน่วยงานสมมติ ไม่ใช่เอกสารของหน่วยงานใด"
_DAY = datetime(2025, 3, 31, tzinfo=UTC)


def main() -> None:
    for name, texts in PAPERS.items():
        write_file(FOLDER / name, paper(texts))
    for month, (title, counts) in MONTHS.items():
        told = (f"{one} {count} ราย" for one, count in zip(SERVICES, counts, strict=True))
        texts = (f"สถิติการให้บริการ ประจำเดือน{title}", *told, f"รวม {sum(counts)} ราย")
        write_file(FOLDER / f"o11-service-{month}.pdf", paper(texts))
    write_file(FOLDER / "o17-complaint-guide.docx", letter(GUIDE))
    write_file(FOLDER / "o1-structure.png", picture(DIVISIONS))
    write_file(FOLDER / "o2-executives.png", picture(POSTS))
    for name, rows in TABLES.items():
        out = StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        write_file(FOLDER / name, b"\xef\xbb\xbf" + out.getvalue().encode())
    for name, (heads, cells) in WORKBOOKS.items():
        write_file(FOLDER / name, workbook("ตัวอย่าง", _MADE_UP, heads, cells))


def paper(texts: Sequence[str]) -> bytes:
    """Return a PDF of one page: a heading, paragraphs, and that all of it is made up."""
    heading, *rest = texts
    body = "\n\n".join(f"#par[{_words(text)}]" for text in rest)
    source = f"""
#set document(title: {_quoted(heading)})
#set page(paper: "a4", margin: 2.5cm, header: [{_words(_MADE_UP)}])
#set text(font: "Sarabun Cluster", size: 12pt, lang: "th", fallback: false)
= {_words(heading)}
{body}
"""
    return _set(source, pdf_standards=["a-2a", "ua-1"], timestamp=_DAY)


def letter(texts: Sequence[str]) -> bytes:
    """Return a Word file of a heading and paragraphs, for items whose document is still edited."""
    import docx

    heading, *rest = texts
    document = docx.Document()
    document.core_properties.title = heading
    document.core_properties.created = document.core_properties.modified = _DAY
    document.sections[0].header.paragraphs[0].text = _MADE_UP
    document.add_heading(heading, 1)
    for text in rest:
        document.add_paragraph(text)
    written = BytesIO()
    document.save(written)
    return repacked(written)


def picture(boxes: Sequence[str]) -> bytes:
    """Return a picture of boxes, three in a row: both sides of a local government, or its posts."""
    drawn = ", ".join(f"box(stroke: 1pt, inset: 8pt)[{_words(one)}]" for one in boxes)
    source = f"""
#set page(width: 16cm, height: 7cm, margin: 1cm)
#set text(font: "Sarabun Cluster", size: 12pt, lang: "th", fallback: false)
#align(center, grid(columns: 3, gutter: 14pt, {drawn}))
#align(center)[{_words(_MADE_UP)}]
"""
    return _set(source, format="png", ppi=110)


def _set(source: str, **output: Any) -> bytes:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[Path(str(files("prongsai_theme"))) / "fonts"],
    )
    made = typst.compile(source.encode(), font_paths=fonts, **output)
    assert isinstance(made, bytes)
    return made


def _words(text: str) -> str:
    return "".join(
        f"#box({_quoted(one.text)})" if one.whole else f"#{_quoted(one.text)};"
        for one in pieces(text, wording(()), 12)
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
