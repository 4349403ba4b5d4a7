"""What kind of document a file is by how its content begins, whatever its name says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_HEAD = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (_OLE, "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"MZ", "program"),
)
_PARTS: Mapping[str, str] = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_NAMES: Mapping[str, frozenset[str]] = {
    ".pdf": frozenset({"pdf"}),
    ".docx": frozenset({"docx", "locked-office"}),
    ".xlsx": frozenset({"xlsx", "locked-office"}),
    ".pptx": frozenset({"pptx", "locked-office"}),
    ".docm": frozenset({"docx", "locked-office"}),
    ".xlsm": frozenset({"xlsx", "locked-office"}),
    ".doc": frozenset({"ole"}),
    ".xls": frozenset({"ole"}),
    ".ppt": frozenset({"ole"}),
    ".zip": frozenset({"zip", "docx", "xlsx", "pptx"}),
    ".png": frozenset({"png"}),
    ".jpg": frozenset({"jpeg"}),
    ".jpeg": frozenset({"jpeg"}),
    ".gif": frozenset({"gif"}),
    ".csv": frozenset({"text"}),
    ".txt": frozenset({"text"}),
    ".md": frozenset({"text"}),
    ".yml": frozenset({"text"}),
    ".yaml": frozenset({"text"}),
}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def kind_of(path: Path) -> str:
    """Return `pdf`, `docx`, `xlsx`, `pptx`, `zip`, `ole`, `locked-office`, `png`, `jpeg`, `gif`,
    `program` or `text`. Raises OSError for a file that cannot be opened."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if b"%PDF-" in head:
            return "pdf"
        kind = next((kind for sign, kind in _SIGNS if head.startswith(sign)), "")
        if kind == "ole":
            return "locked-office" if _ENCRYPTED in head + file.read(64_000) else "ole"
    if kind == "zip":
        return _office_kind(path)
    return kind or ("binary" if b"\x00" in head and not _is_utf16(head) else "text")


def fits_name(path: Path, kind: str) -> bool:
    """Say whether a content of this kind may have the file's name; unknown suffixes may be all."""
    return kind in _NAMES.get(path.suffix.lower(), {kind}) and kind != "program"


def _office_kind(path: Path) -> str:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
        return "zip"
    found = (kind for start, kind in _PARTS.items() if any(n.startswith(start) for n in names))
    return next(found, "zip")


def _is_utf16(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff"))
