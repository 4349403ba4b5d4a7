"""What a result was measured by: the instruments with their weights, and the scale of levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.models.framework import Framework
from prongsai.models.level import Level
from prongsai.models.site import Site
from prongsai.models.terms import Grade
from prongsai.reports import words
from prongsai.reports.document import (
    Author,
    Block,
    Cell,
    Column,
    Paragraph,
    Table,
    cell,
    line,
    lines,
)

_UNSURE = (Grade.LOW, Grade.NONE)


def blocks(site: Site, year: int) -> Iterator[Block]:
    """Yield the framework of a year as tables, and what of it is not established."""
    framework = site.frameworks[year]
    yield _instruments(site, framework)
    if framework.levels:
        yield _levels(site, framework)
    if any(level.parts_at_least is not None for level in framework.levels):
        yield Paragraph(line(_CONDITION), Author.SOFTWARE)
    if framework.confidence.levels.grade in _UNSURE:
        yield Paragraph(line("ระดับผลการประเมินของปีนี้ยังไม่มีแหล่งข้อมูลที่ยืนยัน"), Author.SOFTWARE)


def _instruments(site: Site, framework: Framework) -> Table:
    show = site.agency.digits.show
    rows = []
    for instrument in framework.instruments:
        weight = "–" if instrument.weight is None else show(f"{instrument.weight * 100:.0f}")
        names = [
            words.indicator(site, framework.fiscal_year, number) for number in instrument.indicators
        ]
        rows.append(
            (
                cell(f"{instrument.name.th} ({instrument.id})"),
                lines(names),
                cell(weight),
            )
        )
    columns = (Column("เครื่องมือ"), Column("ตัวชี้วัด"), Column("น้ำหนัก (ร้อยละ)", True))
    year = words.fiscal_year(site.agency, framework.fiscal_year)
    return Table(f"เครื่องมือ ตัวชี้วัด และน้ำหนัก {year}", columns, tuple(rows))


def _levels(site: Site, framework: Framework) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            cell(level.name.th),
            cell(_band(site, framework, level)),
            cell(_condition(site, framework, level)),
        )
        for level in framework.levels
    ]
    columns: tuple[Column, ...] = (Column("ระดับ"), Column("คะแนนรวม"), Column("เงื่อนไขของคะแนนย่อย"))
    if all(level.parts_at_least is None for level in framework.levels):
        columns, rows = columns[:2], [row[:2] for row in rows]
    year = words.fiscal_year(site.agency, framework.fiscal_year)
    return Table(f"ระดับผลการประเมิน {year}", columns, tuple(rows))


def _band(site: Site, framework: Framework, level: Level) -> str:
    """Return the totals that a level takes.

    It ends where a better level begins that asks nothing of the parts: a total above that of a
    level with a condition may still miss the condition.
    """
    if level.lowest is None:
        return "ไม่พบแหล่งข้อมูล"
    better = [
        one.lowest
        for one in framework.levels
        if one.parts_at_least is None and one.lowest and one.lowest > level.lowest
    ]
    highest = min(better) - Decimal("0.01") if better else Decimal(100)
    return site.agency.digits.show(f"{level.lowest:.2f} – {highest}")


def _condition(site: Site, framework: Framework, level: Level) -> str:
    if level.parts_at_least is not None:
        return f"คะแนนย่อยไม่ต่ำกว่า {site.agency.digits.show(f'{level.parts_at_least:.0f}')}"
    better = framework.levels[: framework.levels.index(level)]
    missed = [one.name.th for one in better if one.parts_at_least and one.lowest == level.lowest]
    return f"ไม่ถึงเงื่อนไขของระดับ{missed[0]}" if missed else "–"


_CONDITION = (
    "คะแนนรวมที่อยู่ในช่วงของหลายระดับ ได้ระดับบนสุดที่เข้าเงื่อนไขของคะแนนย่อย "
    "เงื่อนไขนี้ใช้กับคะแนนรายเครื่องมือหรือรายตัวชี้วัด ยังไม่พบเอกสารที่ระบุไว้อย่างแน่ชัด"
)
