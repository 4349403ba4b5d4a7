"""A report as a PDF to sign and file: PDF/A-2a and PDF/UA-1, set by Typst from the theme's template.

The same report gives the same bytes: the date in the file is the fiscal year's first day unless
another one is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from pathlib import Path

from prongsai.problems import ProngsaiError, Text
from prongsai.reports.document import Report
from prongsai.reports.paper.blocks import Value
from prongsai.reports.paper.sheets import sheets
from prongsai.thai import fiscal_year_span

_THEME = "prongsai_theme"
_TEMPLATE = "report.typ"
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')


class PdfError(ProngsaiError):
    """A report could not be set as a PDF."""


class MissingCharacterError(PdfError):
    """The font of the reports has no sign for a character that a text uses."""

    def __init__(self, characters: Sequence[str], places: Sequence[str]) -> None:
        named = ", ".join(f"{one} ({_codes(one)})" for one in characters)
        quoted = "; ".join(f"“{place}”" for place in places)
        super().__init__(
            Text(
                f"แบบอักษรของรายงานไม่มีอักขระ {named} ซึ่งอยู่ในข้อความ {quoted}"
                " ให้ลบหรือเปลี่ยนอักขระนี้ในไฟล์ข้อมูล",
                f"the font of the reports has no character {named}, used in {quoted};"
                " remove or replace it in the content",
            )
        )


class TypesettingError(PdfError):
    """Typst refused the template or warned about it: the installation is not whole."""

    def __init__(self, messages: Sequence[str]) -> None:
        told = "; ".join(messages)
        super().__init__(
            Text(
                f"จัดหน้ารายงาน PDF ไม่ได้: {told} แบบอักษรหรือแม่แบบของธีมอาจไม่ครบ ให้ติดตั้ง prongsai ใหม่",
                f"cannot set the report as a PDF: {told}; fonts or templates of the theme may be missing,"
                " install prongsai again",
            )
        )


def to_pdf(report: Report, *, timestamp: date | None = None, memo: bool = False) -> bytes:
    """Return the report as a PDF; with `memo`, as a บันทึกข้อความ without a cover.

    The file is dated `timestamp`, or 1 October on which the report's fiscal year began.
    """
    values = sheets(report, memo=memo)
    day = timestamp or fiscal_year_span(report.fiscal_year).start
    with ExitStack() as stack:
        theme = files(_THEME)
        fonts, template = (
            stack.enter_context(as_file(theme / name)) for name in ("fonts", "report")
        )
        return _compiled(template, fonts, values, _moment(day))


def _compiled(template: Path, fonts: Path, values: Mapping[str, Value], moment: datetime) -> bytes:
    import typst  # 20 MB, and only this function needs it

    try:
        pdf, warnings = typst.compile_with_warnings(
            template / _TEMPLATE,
            root=template,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
            ),
            sys_inputs={"report": json.dumps(values, ensure_ascii=False)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        if characters := sorted(set(_MISSING.findall(error.diagnostic))):
            raise MissingCharacterError(characters, _places(characters, values)) from error
        raise TypesettingError([error.message]) from error
    if warnings:
        # A font that is not there is only a warning to Typst, and its text is left out.
        raise TypesettingError(sorted({warning.message for warning in warnings}))
    return pdf


def _moment(day: date) -> datetime:
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=UTC)
    return datetime.combine(day, time(), UTC)


def _texts(value: Value) -> Iterator[str]:
    """Yield every text, its pieces put together."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, Sequence):
        found = [text for one in value for text in _texts(one)]
        apart = any(isinstance(one, Mapping) for one in value)
        yield from found if apart else ["".join(found)]


def _places(characters: Sequence[str], values: Value) -> list[str]:
    """Return where the characters stand, with enough around them to search the content for."""
    places: list[str] = []
    for character in characters:
        if not any(character in place for place in places):
            text = next((text for text in _texts(values) if character in text), character)
            at = text.index(character)
            places.append(text[max(0, at - 20) : at + 20].strip())
    return places


def _codes(text: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in text)
