"""The workbook as a whole: which sheets a site has, and what those that came back say. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from prongsai import thai
from prongsai.models.site import Site
from prongsai.problems import Text, did_you_mean
from prongsai.workbook.agency_sheets import agency_parts, unit_names
from prongsai.workbook.cells import CellProblem, Grid, Place, Rows
from prongsai.workbook.disclosure_sheets import disclosure_parts
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.guide import guide
from prongsai.workbook.headings import rows_of
from prongsai.workbook.measure_sheets import measure_parts
from prongsai.workbook.notation import Units
from prongsai.workbook.parts import File, Part
from prongsai.workbook.result_sheets import result_parts
from prongsai.workbook.sheet import Sheet

_AGENCY: File = (None, "agency")
_YEAR = re.compile(r"(\D+?)\s*(\d{4})")


def parts_of(site: Site) -> tuple[Part, ...]:
    """Return the sheets of a site: the agency, then its years, the newest first."""
    parts = [*agency_parts()]
    for year in reversed(site.years):
        parts += result_parts(year.framework)
        parts += measure_parts(year.framework)
        parts += disclosure_parts(year.framework)
    return tuple(parts)


def sheets_of(
    parts: Sequence[Part], contents: Mapping[File, Content], years: Sequence[int]
) -> Iterator[Sheet]:
    """Yield the sheets of the agency and of some years as they are drawn, the guide first."""
    units = Units(unit_names(contents[_AGENCY]))
    chosen = [part for part in parts if part.file[0] in (None, *years)]
    yield guide(chosen)
    for part in chosen:
        yield part.sheet(contents.get(part.file, {}), units)


def rows_by_part(
    parts: Sequence[Part], grids: Sequence[Grid]
) -> tuple[dict[str, Rows], list[CellProblem]]:
    """Return the rows of each sheet that is there, and what is wrong with sheets and headings.

    Of the agency and of each year all sheets must be there, or none.
    """
    by_name = {_folded(grid.name): grid for grid in grids}
    asked = [part for part in parts if part.take]
    there = {part.file[0] for part in asked if _folded(part.name) in by_name}
    if not there:
        return {}, [CellProblem(Place(), _NOT_OURS, _EXPORT)]
    known = {_folded(part.name) for part in parts}
    strangers = [grid for grid in grids if _folded(grid.name) not in known]
    problems = list(_unknown_years(strangers, parts))
    found = {}
    for part in (part for part in asked if part.file[0] in there):
        grid = by_name.get(_folded(part.name))
        if grid is None:
            problems.append(_no_sheet(part.name, [stranger.name for stranger in strangers]))
            continue
        found[part.name] = rows_of(grid, part.columns)
        problems += found[part.name].problems
    return found, problems


def drafts_of(
    parts: Sequence[Part],
    rows: Mapping[str, Rows],
    contents: Mapping[File, Content],
    refused: frozenset[Place] = frozenset(),
    *,
    wary: bool = False,
) -> dict[File, Draft]:
    """Return what the rows say of each file that any of them is about.

    `refused` are cells that are known to be wrong; `wary` leaves their rows out.
    """
    names = unit_names(contents[_AGENCY])
    drafts: dict[File, Draft] = {}
    renamed: Mapping[str, str] | None = None
    for part in parts:
        if part.take is None or part.name not in rows or rows[part.name].problems:
            continue
        if part.file not in drafts:
            units = Units(names, renamed)
            drafts[part.file] = Draft(contents.get(part.file, {}), units, refused, wary)
        part.take(rows[part.name], drafts[part.file])
        if part.file == _AGENCY:
            renamed = unit_names(drafts[_AGENCY].content)
    for (year, _), draft in drafts.items():
        if year and draft.content and not draft.earlier:
            draft.content = {"fiscal_year": str(year), **draft.content}
    return drafts


def _folded(name: str) -> str:
    return thai.folded(name).lower()


def _no_sheet(name: str, strangers: Sequence[str]) -> CellProblem:
    near = did_you_mean(name, strangers).en
    renamed = next((other for other in strangers if near == f"did you mean {other}?"), "")
    message = Text(f"ไม่พบแผ่นงาน '{name}'", f"the sheet '{name}' is missing")
    hint = Text(
        f"เปลี่ยนชื่อแผ่นงาน '{renamed}' กลับเป็น '{name}'", f"call the sheet '{renamed}' '{name}' again"
    )
    return CellProblem(Place(), message, hint if renamed else _SHEET_BACK)


def _unknown_years(strangers: Sequence[Grid], parts: Sequence[Part]) -> Iterator[CellProblem]:
    kinds = {_folded(found[1]) for part in parts if (found := _YEAR.fullmatch(part.name))}
    years = {part.file[0] for part in parts}
    for grid in strangers:
        found = _YEAR.fullmatch(thai.arabic(grid.name).strip())
        if found and _folded(found[1]) in kinds and int(found[2]) not in years:
            year = found[2]
            message = Text(f"ไม่มีปี {year} ในเนื้อหา", f"the content has no year {year}")
            hint = Text(
                f"สร้างโฟลเดอร์ {year} ใน content ก่อน หรือแก้ปีในชื่อแผ่นงาน",
                f"make the folder {year} in content first, or correct the year in the name",
            )
            yield CellProblem(grid.place(), message, hint)


_NOT_OURS = Text(
    "ไฟล์นี้ไม่ใช่สมุดงานที่ prongsai ส่งออก ไม่พบแผ่นงานใดที่รู้จัก",
    "is no workbook that prongsai exported: it has none of its sheets",
)
_EXPORT = Text(
    "ส่งออกด้วย prongsai workbook export แล้วกรอกในไฟล์นั้น",
    "make one with prongsai workbook export, and fill it in",
)
_SHEET_BACK = Text(
    "ย้อนกลับการลบหรือเปลี่ยนชื่อแผ่นงาน หรือส่งออกไฟล์ใหม่แล้วคัดลอกข้อมูลไปใส่",
    "undo what deleted or renamed it, or export the workbook again and copy the values over",
)
