"""What a workbook remembers of its export: the content of then, and so whose it is. Pure.

It stands in a hidden sheet, as text that no spreadsheet program has a reason to change.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from prongsai import thai
from prongsai.problems import Text
from prongsai.workbook.cells import CellProblem, Grid, Place
from prongsai.workbook.draft import Content
from prongsai.workbook.nesting import found
from prongsai.workbook.parts import File

SHEET = "prongsai"
_NOTE = "สิ่งที่ prongsai จำไว้ตอนส่งออก ใช้บอกว่าช่องใดถูกแก้ ห้ามแก้หรือลบแผ่นงานนี้"
_CELL = 30_000
"""Characters of a cell; Excel takes 32,767."""
_LONGEST = 50_000_000
"""Bytes that the stamp of a workbook filled in by hand cannot have."""


def stamp(contents: Mapping[File, Content]) -> tuple[str, ...]:
    """Return the cells of the hidden sheet, one below the other."""
    told = {_name(file): contents[file] for file in sorted(contents, key=_name)}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    packed = b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
    return (_NOTE, *(packed[at : at + _CELL] for at in range(0, len(packed), _CELL)))


def content_at_export(grids: Sequence[Grid]) -> dict[File, Content] | None:
    """Return the content that a workbook was exported from; None where its stamp is lost or damaged."""
    grid = next((grid for grid in grids if grid.name.strip().lower() == SHEET), None)
    packed = "".join(row[0].text for row in grid.rows[1:] if row) if grid else ""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(b64decode(packed, validate=True), _LONGEST)
        told = json.loads(text) if unpacking.eof else None
    except (ValueError, zlib.error, RecursionError):
        return None
    if not isinstance(told, dict) or not all(isinstance(one, dict) for one in told.values()):
        return None
    contents = {_file(str(name)): content for name, content in told.items()}
    return contents if contents.get((None, "agency")) else None


def _name(file: File) -> str:
    year, stem = file
    return f"{year}/{stem}" if year else stem


def _file(name: str) -> File:
    year, _, stem = name.rpartition("/")
    return (int(year) if year.isdecimal() else None), stem


def is_same_agency(one: Content, other: Content) -> bool:
    """Say whether two contents of agency.yml are of one agency, which may have changed since.

    An agency may be renamed, or get another address, but one of the two stays. Agencies of the same
    name are told apart by their district and province.
    """
    return bool(_marks(one) & _marks(other))


def _marks(agency: Content) -> set[tuple[str, ...]]:
    site = _folded(found(agency, ("main_site",))).rstrip("/").partition("://")[2]
    name, *where = (
        _folded(found(agency, path)) for path in (("name", "th"), ("district",), ("province",))
    )
    return {mark for mark in ((site.removeprefix("www."),), (name, *where)) if mark[0]}


def _folded(text: Any) -> str:
    return thai.folded(str(text or "")).lower()


def other_agency(exported: Content, here: Content) -> CellProblem:
    """Return the problem of a workbook that comes from the site of another agency."""
    theirs, ours = _called(exported), _called(here)
    return CellProblem(
        Place(),
        Text(
            f"สมุดงานนี้ส่งออกจากเว็บไซต์ของ '{theirs}' แต่เว็บไซต์ที่จะนำเข้าเป็นของ '{ours}'",
            f"this workbook was exported from the site of '{theirs}', but the site here is that of '{ours}'",
        ),
        Text(
            f"นำเข้าในโฟลเดอร์เว็บไซต์ของ '{theirs}' หรือส่งออกสมุดงานของ '{ours}' "
            "ด้วย prongsai workbook export แล้วกรอกในไฟล์นั้น",
            f"import it in the folder of the site of '{theirs}', or export the workbook of '{ours}' "
            "with prongsai workbook export and fill that in",
        ),
    )


def _called(agency: Content) -> str:
    return str(found(agency, ("name", "th")) or "?")


NO_STAMP = CellProblem(
    Place(),
    Text(
        "สมุดงานนี้ไม่มีสิ่งที่ prongsai จำไว้ตอนส่งออก (อาจคัดลอกแผ่นงานไปไว้ในไฟล์อื่น) จึงบอกไม่ได้ว่าเป็นของเว็บไซต์ใด "
        "และช่องใดเก่ากว่าเนื้อหา จึงไม่นำเข้า",
        "this workbook has lost what prongsai remembered at its export (were its sheets copied to another file?), so "
        "nobody can tell whose site it is of and which cells are older than the content; nothing is taken over",
    ),
    Text(
        "ส่งออกไฟล์ใหม่ด้วย prongsai workbook export แล้วคัดลอกเฉพาะค่าที่กรอกไปวาง (วางค่า, Paste Values) ในไฟล์ใหม่",
        "export a new one with prongsai workbook export, and copy what was filled in over to it (Paste Values)",
    ),
)
