"""ที่มาของข้อมูล: where a report's figures and words come from, and what is odd in that source."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.agency import Agency
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.models.source import Slip, Source
from prongsai.reports.document import Block, Notice, Paragraph, Section, line

TITLE = "ที่มาของข้อมูล"


def sections(agency: Agency, of: Result | Measures) -> Iterator[Section]:
    """Yield one section, or none where the content does not tell where it comes from."""
    blocks = [*_told(of.source), *_notes(of), *_slips(agency, of.slips)]
    if blocks:
        yield Section("source", TITLE, tuple(blocks))


def _told(source: Source) -> Iterator[Block]:
    for text in (source.title, source.place, source.note):
        if text:
            yield Paragraph(line(text))


def _notes(of: Result | Measures) -> Iterator[Block]:
    measures = of.measures if isinstance(of, Measures) else ()
    noted = tuple(line(f"{one.title}: {one.note}") for one in measures if one.note)
    if noted:
        yield Notice("หมายเหตุรายมาตรการ", noted, folded=True)


def _slips(agency: Agency, slips: tuple[Slip, ...]) -> Iterator[Block]:
    """Yield what the source prints twice or oddly, with both readings; nothing is repaired."""
    if slips:
        count = agency.digits.show(len(slips))
        title = f"ข้อสังเกตเกี่ยวกับเอกสารต้นทาง {count} แห่ง"
        lines = tuple(line(f"{s.place}: พิมพ์ว่า “{s.printed}” ({s.note})") for s in slips)
        yield Notice(title, lines, folded=True)
