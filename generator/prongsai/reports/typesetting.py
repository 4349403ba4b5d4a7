"""Typst, run on the theme's templates with values; nothing of a report is ever part of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib.resources import as_file, files
from typing import Any, TypeGuard

from prongsai.problems import ProngsaiError, Text
from prongsai.reports.paper.blocks import Value

_THEME = "prongsai_theme"
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')


class PdfError(ProngsaiError):
    """A report could not be set on paper."""


class MissingCharacterError(PdfError):
    """The font of the reports has no sign for a character that a text uses."""

    def __init__(self, characters: Sequence[str], places: Sequence[str], file: str = "") -> None:
        self.characters, self.places = characters, places
        where = f"{file}: " if file else ""
        named = ", ".join(f"{one} ({_codes(one)})" for one in characters)
        quoted = "; ".join(f"“{place}”" for place in places)
        super().__init__(
            Text(
                f"{where}แบบอักษรของรายงาน PDF ไม่มีอักขระ {named} ซึ่งอยู่ในข้อความ {quoted}"
                " ให้ลบหรือเปลี่ยนอักขระนี้ในไฟล์ข้อมูล",
                f"{where}the font of the PDF reports has no character {named}, used in {quoted};"
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


def typeset(template: str, values: Mapping[str, Value], **output: Any) -> bytes:
    """Return what a template of the theme makes of the values; `output` says in which form.

    Raises MissingCharacterError for a text that the font cannot show, and TypesettingError for
    anything else that Typst refuses or warns about.
    """
    import typst  # 20 MB, and only this function needs it

    with ExitStack() as stack:
        theme = files(_THEME)
        fonts, folder = (stack.enter_context(as_file(theme / name)) for name in ("fonts", "report"))
        try:
            made, warnings = typst.compile_with_warnings(
                folder / template,
                root=folder,
                font_paths=typst.Fonts(
                    include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
                ),
                sys_inputs={"report": json.dumps(values, ensure_ascii=False)},
                **output,
            )
        except typst.TypstError as error:
            if characters := sorted(set(map(_written, _MISSING.findall(error.diagnostic)))):
                raise MissingCharacterError(characters, _places(characters, values)) from error
            raise TypesettingError([error.message]) from error
    if warnings:
        # A font that is not there is only a warning to Typst, and its text is left out.
        raise TypesettingError(sorted({warning.message for warning in warnings}))
    assert isinstance(made, bytes)
    return made


def _written(told: str) -> str:
    """Return the character that Typst names, also where it names one by its code: `\\u{f70a}`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), told)


def _texts(value: Value) -> Iterator[str]:
    """Yield every text, its pieces put together."""
    if isinstance(value, str):
        yield value
    elif _is_link(value):
        yield str(value["text"])
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, Sequence):
        found = [text for one in value for text in _texts(one)]
        apart = any(isinstance(one, Mapping) and not _is_link(one) for one in value)
        yield from found if apart else ["".join(found)]


def _is_link(value: Value) -> TypeGuard[Mapping[str, Value]]:
    return isinstance(value, Mapping) and "to" in value and "text" in value


def _places(characters: Sequence[str], values: Value) -> list[str]:
    """Return where the characters stand, with enough around them to search the content for."""
    places: list[str] = []
    for character in characters:
        if not any(character in place for place in places):
            # The shortest is what was typed; longer ones may be composed around it.
            text = min(
                (text for text in _texts(values) if character in text), key=len, default=character
            )
            at = text.index(character)
            places.append(text[max(0, at - 20) : at + 20].strip())
    return places


def _codes(text: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in text)
