"""The agency's emblem: where its file is, and whether it is a picture that may be published."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from prongsai.drawings import refuse_active
from prongsai.models.agency import Emblem
from prongsai.models.site import PublishedFile
from prongsai.paths import Listing, stays_inside
from prongsai.problems import InvalidValueError, Problem, Text

_FOLDERS = ("files", "pages")
_LARGEST = 2_000_000
_SVG = ".svg"
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def read_emblem(
    content_dir: Path, emblem: Emblem | None
) -> tuple[PublishedFile | None, list[Problem]]:
    """Return the emblem as a file to publish, and what keeps it from being published.

    A file that is not there is neither: a check tells it, and the site has its default look.
    """
    try:
        return _read(content_dir, emblem.file) if emblem else None, []
    except InvalidValueError as error:
        assert emblem
        return None, [Problem(emblem.where_is("file"), error.message, error.hint)]


def _read(content_dir: Path, written: str) -> PublishedFile | None:
    _refuse_outside(content_dir, written)
    suffix = PurePosixPath(written).suffix.lower()
    if suffix not in (_SVG, *_SIGNATURES):
        raise InvalidValueError(
            Text(f"'{written}' ไม่ใช่ภาพ SVG, PNG หรือ JPEG", f"'{written}' is no SVG, PNG or JPEG"),
            Text("บันทึกเป็น PNG แล้วแก้ชื่อไฟล์ที่นี่", "save it as PNG and name that file here"),
        )
    real = Listing().find(content_dir / written)
    if real is None or not (size := real.stat().st_size):
        return None
    if size > _LARGEST:
        raise InvalidValueError(
            Text(f"'{written}' ใหญ่เกิน 2 MB", f"'{written}' is larger than 2 MB"),
            Text("ย่อภาพให้กว้างไม่เกิน 512 จุด", "make the picture at most 512 pixels wide"),
        )
    _refuse_other_kind(real.read_bytes(), suffix, written)
    return PublishedFile(real, f"files/emblem{suffix}", size)


def _refuse_outside(content_dir: Path, written: str) -> None:
    parts = PurePosixPath(written).parts
    is_named_below = len(parts) > 1 and parts[0] in _FOLDERS and ".." not in parts
    is_plain = is_named_below and not {"\\", ":"} & set(written)
    if is_plain and stays_inside(content_dir / written, content_dir / parts[0]):
        return
    raise InvalidValueError(
        Text(
            f"'{written}' ไม่ได้อยู่ใน content/files/ หรือ content/pages/",
            f"'{written}' is not in content/files/ or content/pages/",
        ),
        Text(
            "วางไฟล์ไว้ใน content/files/ แล้วเขียน files/ชื่อไฟล์ โดยใช้เครื่องหมาย /",
            "put the file into content/files/ and write files/NAME, with forward slashes",
        ),
    )


def _refuse_other_kind(content: bytes, suffix: str, name: str) -> None:
    if suffix == _SVG:
        refuse_active(content, name)
    elif not content.startswith(_SIGNATURES[suffix]):
        kind = "PNG" if suffix == ".png" else "JPEG"
        raise InvalidValueError(
            Text(
                f"เนื้อหาของ '{name}' ไม่ใช่ภาพ {kind} ตามนามสกุลไฟล์",
                f"what is in '{name}' is no {kind}, as its name says",
            ),
            Text(
                f"เปิดด้วยโปรแกรมดูภาพ แล้วบันทึกเป็น {kind} ใหม่",
                f"open it as a picture and save it as {kind} again",
            ),
        )
