"""Reading the files that agencies have into rows with their places. At the edge: it reads files.

One module per kind of file, told by content and not by name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from prongsai.inspection.kinds import kind_of
from prongsai.intake import pdf, plain, refused, spreadsheet, word
from prongsai.intake.refused import RefusedError
from prongsai.problems import Text
from prongsai.recognition.source import Row, Source
from prongsai.thai_repair import has_lost_am, is_unreadable, repaired

__all__ = ["RefusedError", "read"]

_LARGEST = 50_000_000
_READERS: Mapping[str, Callable[[Path], Source]] = {
    "pdf": pdf.read,
    "docx": word.read,
    "xlsx": spreadsheet.read,
    "text": plain.read,
    "binary": plain.read,  # text in UTF-16 has zero bytes
}
_REFUSED = {
    "ole": refused.OLD,
    "locked-office": refused.LOCKED,
    "png": refused.PICTURE,
    "jpeg": refused.PICTURE,
    "gif": refused.PICTURE,
}


def read(path: Path) -> Source:
    """Return what a file says, its Thai text put right. Raises RefusedError with its name and the cure."""
    try:
        return _repaired(_read(path))
    except FileNotFoundError as error:
        raise RefusedError(*_missing(path), path.name) from error
    except PermissionError as error:
        raise RefusedError(*refused.NOT_ALLOWED, path.name) from error
    except OSError as error:
        raise RefusedError(*_not_opened(error), path.name) from error
    except RefusedError as error:
        raise RefusedError(error.message, error.cure, path.name) from error


def _read(path: Path) -> Source:
    size = path.stat().st_size
    if path.is_dir():
        raise RefusedError(*refused.FOLDER)
    if not path.is_file():
        raise RefusedError(*refused.OTHER)
    if path.name.startswith("~$"):
        raise RefusedError(*refused.LEFT_BEHIND)
    if size == 0:
        raise RefusedError(*refused.EMPTY)
    if size > _LARGEST:
        raise RefusedError(*refused.TOO_LARGE)
    source = _by_kind(path, kind_of(path))
    if not any(row.text for row in source.rows):
        raise RefusedError(*refused.NO_WORDS)
    return source


def _by_kind(path: Path, kind: str) -> Source:
    if kind in _READERS:
        return _READERS[kind](path)
    if kind == "zip" and path.suffix.lower() in (".docx", ".xlsx"):
        raise RefusedError(*refused.BROKEN)
    raise RefusedError(*_REFUSED.get(kind, refused.OTHER))


def _repaired(source: Source) -> Source:
    whole = "\n".join(row.text for row in source.rows)
    if is_unreadable(whole):
        raise RefusedError(*refused.GARBLED)
    # Whether am was lost shows in the whole of a text, and hardly in one line.
    mend = repaired if has_lost_am(whole) else _safely
    rows = tuple(Row(tuple(mend(cell) for cell in row.cells), row.place) for row in source.rows)
    changed = sum(one.cells != other.cells for one, other in zip(rows, source.rows, strict=True))
    notes = source.notes
    if changed:
        notes += (
            Text(
                f"ข้อความไทยในไฟล์เสีย ซ่อมแล้ว {changed} บรรทัด โปรดเทียบกับต้นฉบับ",
                f"the Thai text of the file is damaged; {changed} lines were put right, compare them with the original",
            ),
        )
    return replace(source, rows=rows, notes=notes)


def _safely(text: str) -> str:
    return repaired(text) if not has_lost_am(text) else text


def _missing(path: Path) -> tuple[Text, Text]:
    """Return that there is no such file, and which of its folder has nearly that name."""
    names = sorted(one.name for one in path.parent.iterdir()) if path.parent.is_dir() else []
    near = get_close_matches(path.name, names, 1)
    if near:
        return refused.NO_FILE, Text(f"หมายถึง {near[0]} หรือไม่", f"did you mean {near[0]}")
    return refused.NO_FILE, Text(
        "ตรวจชื่อไฟล์ นามสกุล และโฟลเดอร์ที่เก็บ", "check its name, its ending and the folder that it is in"
    )


def _not_opened(error: OSError) -> tuple[Text, Text]:
    return (
        Text(f"เปิดไฟล์ไม่ได้ ({error.strerror})", f"the file cannot be opened ({error.strerror})"),
        Text("คัดลอกไฟล์มาไว้ในเครื่องแล้วสั่งใหม่", "copy it to this computer and try again"),
    )
