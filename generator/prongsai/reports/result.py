"""ผลการประเมินของปี: every announced figure of one fiscal year, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.framework import SubIndicator
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.reports import scores, words
from prongsai.reports.document import (
    Block,
    Column,
    Paragraph,
    Report,
    Section,
    Table,
    cell,
    line,
    present,
)
from prongsai.scoring import Computed, compute

_QUESTIONS = "คะแนนรายข้อคำถาม IIT และ EIT"


def build(site: Site, result: Result) -> Report:
    year = result.fiscal_year
    computed = compute(site.frameworks[year], result)
    title = f"ผลการประเมิน ITA {words.fiscal_year(site.agency, year)}"
    lead = present(scores.summary(site, result), scores.level_note(site, result))
    return Report(
        "result",
        year,
        title,
        lead,
        tuple(_sections(site, result, computed)),
        site.agency.digits,
        words.issuer(site.agency),
    )


def _sections(site: Site, result: Result, computed: Computed) -> Iterator[Section]:
    if result.instruments:
        yield Section("instruments", "คะแนนรายเครื่องมือ", (scores.instruments(site, result),))
    if result.indicators:
        blocks = present(scores.chart(site, result), scores.indicators(site, result))
        yield Section("indicators", "คะแนนรายตัวชี้วัด", blocks)
    if result.items:
        blocks = present(_sub_indicators(site, result, computed), _items(site, result))
        yield Section("items", "คะแนนรายข้อ OIT", blocks)
    if result.questions:
        yield Section("questions", _QUESTIONS, (_questions(site, result),))
    found = present(scores.contradictions(site, result), scores.slips(site, result.slips))
    if found:
        yield Section("contradictions", "ข้อสังเกตเกี่ยวกับตัวเลขและข้อความ", found)
    if source := tuple(source_blocks(result)):
        yield Section("source", "ที่มาของข้อมูล", source)


def source_blocks(result: Result) -> Iterator[Block]:
    """Yield where the figures were printed."""
    if result.source.title:
        yield Paragraph(line(result.source.title))
    if result.source.note:
        yield Paragraph(line(result.source.note))


def _sub_indicators(site: Site, result: Result, computed: Computed) -> Table | None:
    framework, agency = site.frameworks[result.fiscal_year], site.agency
    rows = tuple(
        (
            cell(agency.digits.show(sub.id)),
            cell(sub.name.th if sub.name else "–"),
            cell(_range(sub)),
            cell(words.score(agency, computed.sub_indicators[sub.id])),
        )
        for sub in framework.sub_indicators
        if sub.id in computed.sub_indicators
    )
    if not rows:
        return None
    columns = (
        Column("ตัวชี้วัดย่อย"),
        Column("ชื่อ"),
        Column("ข้อ"),
        Column("คะแนนเฉลี่ย (ระบบคำนวณ)", True),
    )
    return Table("คะแนนเฉลี่ยรายตัวชี้วัดย่อย คำนวณจากคะแนนรายข้อที่ประกาศ", columns, rows)


def _range(sub: SubIndicator) -> str:
    return sub.items[0] if len(sub.items) == 1 else f"{sub.items[0]}–{sub.items[-1]}"


def _items(site: Site, result: Result) -> Table:
    framework, year = site.frameworks[result.fiscal_year], result.fiscal_year
    rows = tuple(
        (
            cell(*words.cites(site, year, [item.id])),
            cell(announced.title or item.title.th),
            scores.figure(site, announced.score),
        )
        for item in framework.items
        if (announced := result.items.get(item.id))
    )
    printed = all(announced.title for announced in result.items.values())
    name = "ชื่อข้อตามที่พิมพ์ในผลการประเมิน" if printed else "ชื่อข้อ"
    columns = (Column("ข้อ"), Column(name), Column("คะแนน", True))
    return Table("คะแนนรายข้อ OIT ที่ประกาศ", columns, rows)


def _questions(site: Site, result: Result) -> Table:
    known = site.frameworks[result.fiscal_year].question_by_id
    rows = tuple(
        (
            cell(code),
            cell(announced.title or (known[code].title if code in known else None) or "–"),
            scores.figure(site, announced.score),
        )
        for code, announced in result.questions.items()
    )
    columns = (Column("ข้อ"), Column("ข้อคำถาม"), Column("คะแนน", True))
    return Table(_QUESTIONS, columns, rows)
