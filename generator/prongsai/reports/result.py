"""ผลการประเมินของปี: every announced figure of one fiscal year, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.framework import SubIndicator
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.reports import provenance, scores, words
from prongsai.reports.contradictions import contradictions
from prongsai.reports.document import (
    Column,
    Report,
    Section,
    Table,
    cell,
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
        result.updated,
    )


def _sections(site: Site, result: Result, computed: Computed) -> Iterator[Section]:
    if result.instruments:
        yield Section("instruments", "คะแนนรายเครื่องมือ", (scores.instruments(site, result),))
    if result.indicators:
        blocks = present(scores.chart(site, result), scores.indicators(site, result))
        yield Section("indicators", "คะแนนรายตัวชี้วัด", blocks)
    yield from details(site, result, computed)
    if found := present(contradictions(site, result)):
        yield Section("contradictions", "ข้อสังเกตเกี่ยวกับตัวเลข", found)
    yield from provenance.sections(site.agency, result)


def details(site: Site, result: Result, computed: Computed) -> Iterator[Section]:
    """Yield the announced score of every item and question, as far as they are known."""
    if result.items:
        blocks = present(_sub_indicators(site, result, computed), _items(site, result))
        yield Section("items", "คะแนนรายข้อ OIT", blocks)
    if result.questions:
        yield Section("questions", _QUESTIONS, (_questions(site, result),))


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
