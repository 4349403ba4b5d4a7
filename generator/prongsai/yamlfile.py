"""YAML to models, without losing the line numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prongsai.models.base import LineList, Lines, Model, Scalar
from prongsai.models.errors import explain
from prongsai.problems import NO_TEXT, ContentError, Location, Problem, Text
from prongsai.yamlevents import parse

M = TypeVar("M", bound=Model)

_MAX_BYTES = 5_000_000


def load(path: Path, model: type[M], shown: str, text: str | None = None) -> M:
    """Return the model in the file at `path`, or in `text` where that is to stand there.

    Messages call the file `shown`.

    Raises ContentError with every problem of the file: it cannot be read, is not UTF-8 or not
    YAML, repeats a key, or says what the model does not allow.
    """
    problems: list[Problem] = []
    data = parse(read_text(path, shown) if text is None else text, shown, problems)
    try:
        value = model.model_validate(data, context={"file": shown, "problems": problems})
    except ValidationError as error:
        problems += (_problem(details, data, shown) for details in error.errors())
        raise ContentError(problems) from error
    if problems:
        raise ContentError(problems)
    return value


def read_text(path: Path, shown: str) -> str:
    """Return the text of a UTF-8 file, or raise a ContentError that says what it is instead."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= _MAX_BYTES else b""
    except OSError as error:
        message = Text("อ่านไฟล์ไม่ได้", f"cannot be read: {error.strerror}")
        hint = Text(
            "ตรวจว่าเป็นไฟล์ที่มีอยู่จริง เปิดอ่านได้ และไม่ได้เปิดค้างในโปรแกรมอื่น",
            "see that it is there, may be read, and is not held open by another program",
        )
        raise _one(shown, message, hint) from error
    if size > _MAX_BYTES:
        raise _one(shown, Text(f"ไฟล์ใหญ่เกินไป ({size} ไบต์)", f"too large ({size} bytes)"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([_not_utf8(raw, error.start, shown)]) from error


def _problem(details: ErrorDetails, data: Any, shown: str) -> Problem:
    message, hint = explain(details)
    line, place = _find(data, details["loc"])
    if place:
        message = Text(f"{place}: {message.th}", f"{place}: {message.en}")
    return Problem(Location(shown, line), message, hint)


def _find(data: Any, loc: Sequence[str | int]) -> tuple[int, str]:
    """Follow a Pydantic location as deep as the data goes; entries of a list count from 1.

    Returns the line, and the place as people read it: `analysis[1].text`.
    """
    line: int = getattr(data, "line", 0)
    place = ""
    for step in (step for step in loc if step != "[key]"):
        if isinstance(data, Scalar):
            break  # the step is a field that the text stands for, and nobody wrote
        if isinstance(data, LineList) and isinstance(step, int) and step < len(data):
            line, data = data.entry_lines[step], data[step]
            place += f"[{step + 1}]"
            continue
        if isinstance(data, Lines) and str(step) in data:
            line, data = data.key_lines[str(step)], data[str(step)]
        place += f".{step}" if place else str(step)
    return line, place


def _one(shown: str, message: Text, hint: Text = NO_TEXT) -> ContentError:
    return ContentError([Problem(Location(shown), message, hint)])


def _not_utf8(raw: bytes, at: int, shown: str) -> Problem:
    line = raw.count(b"\n", 0, at) + 1
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "UTF-16"
    elif _is_windows_874(raw):
        encoding = "Windows-874 (TIS-620)"
    else:
        encoding = ""
    return Problem(
        Location(shown, line),
        Text(
            f"ไฟล์เข้ารหัสแบบ {encoding} ไม่ใช่ UTF-8" if encoding else "ไฟล์ไม่ใช่ข้อความ UTF-8",
            f"the file is {encoding}, not UTF-8" if encoding else "the file is not UTF-8 text",
        ),
        Text(
            "เปิดด้วย Notepad แล้วเลือก บันทึกเป็น (Save As) > การเข้ารหัส (Encoding): UTF-8",
            "open it in an editor and save it again with the encoding UTF-8",
        ),
    )


def _is_windows_874(raw: bytes) -> bool:
    try:
        text = raw.decode("cp874")
    except UnicodeDecodeError:
        return False
    return any("\u0e01" <= char <= "\u0e5b" for char in text)
