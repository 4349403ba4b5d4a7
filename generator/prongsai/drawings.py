"""SVG files: whether one is a drawing and nothing more. Pure.

Inside a page an SVG shown as a picture does nothing, but its file has an address of its own, and a
browser that opens it there runs its scripts as those of the site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from prongsai.problems import InvalidValueError, Text

_SVG = "http://www.w3.org/2000/svg"
_DRAWS = re.compile(
    "svg|g|defs|symbol|use|switch|title|desc|metadata|style|view"
    "|path|rect|circle|ellipse|line|polyline|polygon|image|text|tspan|tref|textpath"
    "|lineargradient|radialgradient|stop|pattern|marker|clippath|mask|filter|fe[a-z]+"
    "|solidcolor|meshgradient|meshrow|meshpatch|hatch|hatchpath"
    "|flowroot|flowregion|flowpara|flowspan|flowline|flowdiv"
    "|font|font-face|font-face-src|font-face-name|glyph|missing-glyph|hkern|vkern"
)
"""The elements that draw, and that hold or name what is drawn.

https://www.w3.org/TR/SVG11/eltindex.html, https://www.w3.org/TR/SVG2/eltindex.html and what Inkscape
writes, in small letters: without those that run, lead elsewhere or change what another one says.
"""
_EDITORS = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
    }
)
"""Namespaces in which drawing programs note what only they read; browsers know none of them."""
_INSIDE = r"(?:#|data:image/(?:png|jpe?g|gif|webp);)"
_POINTS_INSIDE = re.compile(rf"\s*(?:{_INSIDE}|$)", re.IGNORECASE)
_REACHES_OUT = re.compile(
    rf"@import|@font-face|javascript:|expression\s*\(|\\|url\((?!\s*['\"]?\s*{_INSIDE})",
    re.IGNORECASE,
)
"""In CSS. A backslash may spell any of it another way, and no drawing needs one."""

_FOLDER = re.compile(r"\s*(?:file:|[a-z]:[\\/]|\\\\|/(?:home|users)/)", re.IGNORECASE)
"""Where a file lies on somebody's computer: as a rule it has a user's name in it."""


def refuse_active(content: bytes, name: str) -> None:
    """Raise InvalidValueError for what is no SVG, or more than a drawing; messages say `name`."""
    drawing, parser = _Drawing(name), expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = drawing.start
    parser.EndElementHandler = drawing.end
    parser.CharacterDataHandler = drawing.text
    parser.EntityDeclHandler = lambda entity, *_: drawing.refuse(f"<!ENTITY {entity}>")
    parser.ProcessingInstructionHandler = lambda target, _: drawing.refuse(f"<?{target}?>")
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise InvalidValueError(
            Text(
                f"'{name}' ไม่ใช่ SVG ที่สมบูรณ์ (บรรทัด {error.lineno})",
                f"'{name}' is no well-formed SVG (line {error.lineno})",
            ),
            _SAVE_AGAIN,
        ) from error


class _Drawing:
    """What has been read of one drawing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._root = True
        self._style: list[str] | None = None
        """The pieces of a style sheet while it is read: CSS may be cut between any two."""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        element = name.lower()
        draws = namespace in ("", _SVG) and _DRAWS.fullmatch(element)
        if not draws and (self._root or namespace not in _EDITORS):
            self.refuse(f"<{element}>")
        if self._root and element != "svg":
            self.refuse(f"<{element}>")
        self._root = False
        if element == "style":
            self._style = []
        for key, value in given.items():
            noted_by, _, local = key.rpartition(" ")
            if noted_by in _EDITORS:
                self._note(local, value)
            else:
                self._attribute(local.lower(), value)

    def _note(self, key: str, value: str) -> None:
        """Look at an attribute that only a drawing program reads: it does nothing, but may tell."""
        if key.lower().startswith("on"):
            self.refuse(f'{key}="{value[:40]}"')
        if _FOLDER.match(value):
            raise InvalidValueError(
                Text(
                    f"'{self.name}' บอกที่เก็บไฟล์ในคอมพิวเตอร์ของผู้วาด ({key}) ซึ่งจะเผยแพร่ไปด้วย",
                    f"'{self.name}' tells a folder on the computer of who drew it ({key}), which would be published",
                ),
                _SAVE_AGAIN,
            )

    def _attribute(self, key: str, value: str) -> None:
        points_out = key in ("href", "src", "base") and not _POINTS_INSIDE.match(value)
        if key.startswith("on") or points_out or _REACHES_OUT.search(value):
            self.refuse(f'{key}="{value[:40]}"')

    def text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def end(self, tag: str) -> None:
        if self._style is not None and tag.rpartition(" ")[2].lower() == "style":
            if found := _REACHES_OUT.search("".join(self._style)):
                self.refuse(found[0])
            self._style = None

    def refuse(self, what: str) -> None:
        raise InvalidValueError(
            Text(
                f"'{self.name}' มี {what} ซึ่งไม่ใช่ส่วนของภาพวาด อาจสั่งงานหรือดึงข้อมูลจากที่อื่น จึงไม่เผยแพร่",
                f"'{self.name}' has {what}, which is no part of a drawing: it may run or fetch something",
            ),
            _SAVE_AGAIN,
        )


_SAVE_AGAIN = Text(
    "บันทึกใหม่เป็น Plain SVG (ใน Inkscape) หรือใช้ภาพ PNG แทน",
    "save it again as plain SVG (in Inkscape), or use a PNG",
)
