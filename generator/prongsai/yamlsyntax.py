"""What is wrong with text that is not YAML, told so that an officer can find and mend it.

The parser speaks English, and each of its two builds (C and Python) in words of its own.
"""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

from prongsai.problems import Location, Problem, Text

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def control_character(text: str, shown: str) -> Problem | None:
    """Return the problem of a text that holds what no text file may hold, or None."""
    found = _CONTROL.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    code = f"U+{ord(found[0]):04X}"
    return Problem(
        Location(shown, line),
        Text(
            f"มีอักขระควบคุมที่มองไม่เห็น ({code})",
            f"holds a control character ({code}), which no text file may hold",
        ),
        Text("ลบอักขระที่มองไม่เห็นในบรรทัดนี้ หรือพิมพ์บรรทัดนี้ใหม่", "delete it, or type the line again"),
    )


def syntax_problem(error: MarkedYAMLError, text: str, shown: str) -> Problem:
    """Return the problem behind an error of the parser, on a line that the text has."""
    last = text.rstrip().count("\n") + 1
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, last) if mark else 0
    begun = error.context_mark.line + 1 if error.context_mark else line
    since = Text(f" (เริ่มจากบรรทัดที่ {begun})", f" (begun on line {begun})")
    since = since if begun != line else Text("", "")
    return Problem(
        Location(shown, line),
        Text(
            f"เขียน YAML ไม่ถูกต้อง: {_in_thai(str(error.problem))}{since.th}",
            f"not valid YAML: {error.problem}{since.en}",
        ),
        Text(
            "ดูย่อหน้า (ใช้ช่องว่าง ไม่ใช้แท็บ) เครื่องหมาย : และเครื่องหมายคำพูดใกล้บรรทัดนี้",
            "look at the indentation (spaces, no tabs), colons and quotes near this line",
        ),
    )


def unreadable(shown: str) -> Problem:
    """Return the problem of an error that names no line."""
    return Problem(
        Location(shown),
        Text("เขียน YAML ไม่ถูกต้อง", "not valid YAML"),
        Text(
            "ลบบรรทัดที่ขึ้นต้นด้วย % และรหัสที่ขึ้นต้นด้วย \\ ในเครื่องหมายคำพูด",
            "delete lines that begin with % and escapes that begin with \\ in quotes",
        ),
    )


def _in_thai(problem: str) -> str:
    """Return what one of either parser's messages means."""
    told = (thai for fragment, thai in _THAI if fragment in problem)
    return next(told, "รูปแบบของบรรทัดนี้ไม่ถูกต้อง")


_THAI = (
    ("tab", "มีแท็บในย่อหน้า ให้ใช้ช่องว่างแทน"),
    (r"'\t'", "มีแท็บในย่อหน้า ให้ใช้ช่องว่างแทน"),
    ("mapping values are not allowed", "มีเครื่องหมาย : เกินมา หรือย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า"),
    ("expected ':'", "ไม่พบเครื่องหมาย : ตามด้วยช่องว่าง หลังชื่อช่อง"),
    ("expected ',' or ']'", "วงเล็บ [ ไม่มีวงเล็บปิด หรือขาดเครื่องหมาย ,"),
    ("expected ',' or '}'", "วงเล็บ { ไม่มีวงเล็บปิด หรือขาดเครื่องหมาย ,"),
    ("unexpected end of stream", "เครื่องหมายคำพูดเปิดแล้วไม่ปิด"),
    ("cannot start any token", "ข้อความขึ้นต้นด้วยเครื่องหมายที่ต้องอยู่ในเครื่องหมายคำพูด"),
    ("alphabetic or numeric", "ข้อความที่ขึ้นต้นด้วย & หรือ * ต้องอยู่ในเครื่องหมายคำพูด"),
    ("escape", r"เครื่องหมาย \ ในเครื่องหมายคำพูดคู่ใช้ไม่ได้ ให้ใช้เครื่องหมายคำพูดเดี่ยว"),
    ("node content", "ขาดค่า หรือวงเล็บไม่ปิด"),
    ("block sequence entries", "เครื่องหมาย - อยู่ผิดที่ รายการต้องขึ้นบรรทัดใหม่"),
    ("expected '-' indicator", "ย่อหน้าไม่ตรงกับรายการอื่น"),
    ("expected key", "ย่อหน้าไม่ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน"),
    ("expected <block end>", "ย่อหน้าไม่ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน"),
)
