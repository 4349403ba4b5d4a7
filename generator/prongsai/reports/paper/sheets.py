"""A report laid out on sheets, upright or lying: all that the template may show, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from prongsai.reports.document import (
    Author,
    BarChart,
    Block,
    Bullets,
    Notice,
    Paragraph,
    Report,
    Section,
    line,
)
from prongsai.reports.paper.blocks import Sheet, Value, block_value, lies
from prongsai.reports.paper.lettering import shown
from prongsai.reports.paper.pieces import wording

COMPOSED = "ข้อความที่มีเส้นตั้งด้านซ้าย ระบบเรียบเรียงจากข้อมูลที่หน่วยงานบันทึกไว้"
NOTES = "หมายเหตุท้ายรายงาน"


@dataclass(frozen=True, slots=True)
class _Part:
    """A section, or what stands before the first one."""

    title: str
    level: int
    blocks: tuple[Block, ...]

    @property
    def lying(self) -> bool:
        return any(map(lies, self.blocks))


def sheets(
    report: Report, *, memo: bool, address: Callable[[str], str] | None = None
) -> dict[str, Value]:
    """Return the report for the template, as a memorandum if asked for."""
    upright = Sheet(wording(_names(report)), address=address)
    parts, notes = _notes_apart(report)
    year = f"ปีงบประมาณ พ.ศ. {report.digits.show(report.fiscal_year)}"
    name = report.title.removesuffix(year).strip()
    blocks = [block for part in parts for block in part.blocks]
    return {
        "title": shown(report.title),
        "cover": {
            "title": upright.set(name or report.title),
            "year": upright.set(year if report.title not in (name, year) else ""),
            "agency": upright.set(report.issuer.name),
            "place": upright.set(report.issuer.place),
        },
        "agency": shown(report.issuer.name),
        "running_head": upright.set(report.title),
        "running_foot": upright.set(report.issuer.short_name),
        "digits": report.digits.value,
        "memo": _memo(report, upright) if memo else None,
        "composed": upright.set(COMPOSED) if any(map(_composed, blocks)) else None,
        "sheets": list(_sheets(parts, upright, memo=memo)) or [{"lying": False, "blocks": []}],
        "notes_title": upright.set(NOTES),
        "notes": [block_value(note, upright, "") for note in notes],
    }


def _names(report: Report) -> Iterator[str]:
    """Yield the names and titles that a line must not break."""
    yield from (report.issuer.name, report.issuer.short_name, report.issuer.place)
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, BarChart):
                yield from (bar.label for bar in block.bars)


def _notes_apart(report: Report) -> tuple[list[_Part], list[Notice]]:
    """Return the report without its folded notices, and these. A pointer stands in their place."""
    notes: list[Notice] = []
    parts: list[_Part] = []
    for part in (_Part("", 0, report.lead), *map(_part, report.sections)):
        kept = tuple(_kept(part.blocks, report, notes))
        if kept or (part.title and not part.blocks):
            parts.append(replace(part, blocks=kept))
    return parts, notes


def _kept(blocks: tuple[Block, ...], report: Report, notes: list[Notice]) -> Iterator[Block]:
    folded = [block for block in blocks if isinstance(block, Notice) and block.folded]
    for block in blocks:
        if not isinstance(block, Notice) or not block.folded:
            yield block
            continue
        notes.append(block)
        if len(folded) < len(blocks):
            where = f"{NOTES} ข้อ {report.digits.show(len(notes))}"
            yield Paragraph(line(f"{block.title} ดู{where}"), Author.SOFTWARE)


def _part(section: Section) -> _Part:
    return _Part(section.title, section.level - 1, section.blocks)


def _composed(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets) and block.by is Author.SOFTWARE


def _sheets(parts: list[_Part], upright: Sheet, *, memo: bool) -> Iterator[Value]:
    """Yield the parts that follow each other on paper of one kind; what leads goes with the first."""
    depth = 0
    for lying, together in groupby(_turned(parts, memo=memo), key=lambda pair: pair[0]):
        sheet = replace(upright, lying=lying)
        blocks: list[Value] = []
        for _, part in together:
            if part.title:
                # PDF/UA has no level without the one above it
                depth = min(part.level, depth + 1)
                blocks.append({"kind": "heading", "level": depth, "text": sheet.set(part.title)})
            blocks += [block_value(block, sheet, part.title) for block in part.blocks]
        yield {"lying": lying, "blocks": blocks}


def _turned(parts: list[_Part], *, memo: bool) -> Iterator[tuple[bool, _Part]]:
    """Yield each part with whether its paper lies; the head of a memorandum stands upright."""
    for index, part in enumerate(parts):
        leads = not part.title and not memo and index + 1 < len(parts)
        yield (parts[index + 1] if leads else part).lying, part


def _memo(report: Report, sheet: Sheet) -> Value:
    memo = report.memo_head
    return {
        "office": sheet.set(memo.office),
        "reference": sheet.set(memo.reference),
        "date": sheet.set(memo.date),
        "subject": sheet.set(memo.subject),
        "to": sheet.set(memo.to),
    }
