"""PDFs: tables by the boxes of their cells (pdfplumber), text by pdfium, which reads Thai best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from prongsai.intake.refused import RefusedError
from prongsai.problems import Text
from prongsai.recognition.source import Row, Source

_MOST_PAGES = 400
_MARGIN = 0.5
"""Points by which a box is made smaller: the sign beside a rule belongs to the next cell."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner."""


def read(path: Path) -> Source:
    import pdfplumber
    import pypdfium2
    from pdfminer.pdfparser import PDFSyntaxError

    try:
        with closing(pypdfium2.PdfDocument(path)) as text, pdfplumber.open(path) as layout:
            if len(text) > _MOST_PAGES:
                raise RefusedError(*_TOO_LONG)
            pages = [list(_page(text[at], layout.pages[at], at + 1)) for at in range(len(text))]
    except (pypdfium2.PdfiumError, PDFSyntaxError) as error:
        locked = "password" in str(error).lower()
        raise RefusedError(*(_LOCKED if locked else _BROKEN)) from error
    return _source(pages)


def _source(pages: Sequence[Sequence[Row]]) -> Source:
    empty = [number for number, rows in enumerate(pages, 1) if not any(row.text for row in rows)]
    if len(empty) == len(pages):
        raise RefusedError(*_SCANNED)
    listed = ", ".join(map(str, empty[:20]))
    note = Text(
        f"หน้า {listed} เป็นภาพ ไม่มีข้อความให้อ่าน", f"pages {listed} are pictures without text to read"
    )
    rows = tuple(row for page in pages for row in (*page, Row((), Text("", ""))))
    return Source(rows, (note,) if empty else ())


def _page(text: Any, layout: Any, number: int) -> Iterator[Row]:
    """Yield the lines and the rows of tables of a page, from top to bottom."""
    place = Text(f"หน้า {number}", f"page {number}")
    with closing(text.get_textpage()) as words:
        top = 0.0
        for table in sorted(_tables(layout), key=lambda one: one.bbox[1]):
            yield from _lines(words, layout, (0, top, layout.width, table.bbox[1]), place)
            yield Row((), place)
            for row in table.rows:
                cells = tuple(_inside(words, layout, cell) if cell else "" for cell in row.cells)
                yield Row(cells if any(cells) else (), place)
            yield Row((), place)
            top = table.bbox[3]
        yield from _lines(words, layout, (0, top, layout.width, layout.height), place)
        text.close()


def _tables(layout: Any) -> list[Any]:
    """Return the tables that are drawn with rules; one cell alone is a frame."""
    if not layout.rects and not layout.lines and not layout.curves:
        return []
    found = [one for one in layout.find_tables() if len(one.rows) > 1 or len(one.rows[0].cells) > 1]
    outer = [
        one
        for one in found
        if not any(other is not one and _holds(other.bbox, one.bbox) for other in found)
    ]
    return [one for one in outer if max(len(row.cells) for row in one.rows) > 1]


def _holds(outer: Box, inner: Box) -> bool:
    return all(a <= b for a, b in zip(outer[:2], inner[:2], strict=True)) and all(
        a >= b for a, b in zip(outer[2:], inner[2:], strict=True)
    )


def _lines(words: Any, layout: Any, box: Box, place: Text) -> Iterator[Row]:
    if box[3] - box[1] < 1:
        return
    for line in _inside(words, layout, box).split("\n"):
        yield Row((line,) if line.strip() else (), place)


def _inside(words: Any, layout: Any, box: Box) -> str:
    """Return the text inside a box; pdfium counts from the lower left corner."""
    left, top, right, bottom = box
    x, y = layout.bbox[0], layout.bbox[1]
    found = words.get_text_bounded(
        left=left - x + _MARGIN,
        bottom=layout.height - (bottom - y) + _MARGIN,
        right=right - x - _MARGIN,
        top=layout.height - (top - y) - _MARGIN,
    )
    return str(found).replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "").strip()


_LOCKED = (
    Text("PDF มีรหัสผ่าน", "the PDF asks for a password"),
    Text("บันทึกใหม่โดยไม่มีรหัสผ่าน", "save it without one"),
)
_BROKEN = (
    Text("PDF เสียหรือไม่สมบูรณ์", "the PDF is damaged or cut off"),
    Text("ดาวน์โหลดหรือส่งออกไฟล์ใหม่", "download or export it again"),
)
_SCANNED = (
    Text("PDF เป็นภาพสแกน ไม่มีข้อความให้อ่าน", "the PDF is a scan without text to read"),
    Text(
        "ใช้ไฟล์ Word หรือ Excel ต้นฉบับ หรือทำ OCR ภาษาไทยแล้วตรวจทานก่อน",
        "use the Word or Excel file it was made from, or have its text recognised and read over first",
    ),
)
_TOO_LONG = (
    Text(f"PDF ยาวเกิน {_MOST_PAGES} หน้า", f"the PDF has more than {_MOST_PAGES} pages"),
    Text("แยกเฉพาะหน้าที่เป็นผลการประเมิน", "take out the pages with the result"),
)
