"""รายงานการวิเคราะห์ผลการประเมิน: what a result means for the agency."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.result import Analysis, Result
from prongsai.models.site import Site
from prongsai.reports import comparison, frame, provenance, scores, words
from prongsai.reports.contradictions import contradictions
from prongsai.reports.document import (
    Author,
    Block,
    Bullets,
    Inline,
    Link,
    Paragraph,
    Report,
    Section,
    Table,
    joined,
    line,
    present,
)
from prongsai.reports.result import details
from prongsai.scoring import compute


def has_analysis(result: Result) -> bool:
    """Whether there is enough to analyse: the agency's own words, or scores of indicators."""
    return bool(result.analysis or result.indicators)


def build(site: Site, result: Result) -> Report:
    year = result.fiscal_year
    title = f"รายงานการวิเคราะห์ผลการประเมิน ITA {words.fiscal_year(site.agency, year)}"
    own = Paragraph(line(result.overview)) if result.overview else None
    return Report(
        "analysis",
        year,
        title,
        (own or scores.summary(site, result),),
        tuple(_sections(site, result)),
        site.agency.digits,
        words.issuer(site.agency),
        result.updated,
    )


def _sections(site: Site, result: Result) -> Iterator[Section]:
    yield Section("frame", "กรอบและเกณฑ์การประเมิน", tuple(frame.blocks(site, result.fiscal_year)))
    if found := present(
        _standing(result, scores.summary(site, result)), _instruments(site, result)
    ):
        yield Section("scores", "คะแนนรวมและคะแนนรายเครื่องมือ", found)
    if result.indicators:
        blocks = (scores.chart(site, result), scores.indicators(site, result))
        yield Section("indicators", "คะแนนรายตัวชี้วัด", present(*blocks))
    if found := present(comparison.with_last_year(site, result)):
        yield Section("change", "การเปลี่ยนแปลงจากปีก่อน", found)
    if found := present(scores.standing_out(site, result), scores.below_full(site, result)):
        yield Section("standing-out", "ประเด็นที่เด่นและประเด็นที่ต้องพัฒนา", found)
    if result.analysis:
        yield Section("analysis", "การวิเคราะห์รายตัวชี้วัด", ())
        yield from _by_indicator(site, result)
    if result.advice:
        advice = Bullets(tuple(line(text) for text in result.advice), ordered=True)
        yield Section("advice", "ข้อเสนอแนะ", (advice,))
    if found := present(contradictions(site, result)):
        yield Section("contradictions", "ข้อสังเกตเกี่ยวกับตัวเลข", found)
    yield Section("next", "การนำผลไปใช้", tuple(_next(site, result)))
    yield from details(site, result, compute(site.frameworks[result.fiscal_year], result))
    yield from provenance.sections(site.agency, result)


def _standing(result: Result, summary: Paragraph) -> Paragraph | None:
    """Return total and level, which the agency's own overview may leave out."""
    return summary if result.overview and result.total is not None else None


def _instruments(site: Site, result: Result) -> Table | None:
    return scores.instruments(site, result) if result.instruments else None


def _by_indicator(site: Site, result: Result) -> Iterator[Section]:
    """Yield one section per indicator or instrument, its EIT parts together."""
    grouped: dict[str, list[Analysis]] = {}
    for entry in result.analysis:
        key = entry.instrument.lower() if entry.instrument else f"indicator-{entry.indicator}"
        grouped.setdefault(key, []).append(entry)
    for key, entries in grouped.items():
        blocks = tuple(block for entry in entries for block in _entry(site, result, entry))
        yield Section(key, _heading(site, result, entries[0]), blocks, level=3)


def _heading(site: Site, result: Result, entry: Analysis) -> str:
    if entry.instrument:
        return f"เครื่องมือ {entry.instrument}"
    assert entry.indicator is not None
    return words.scored_indicator(site, result.fiscal_year, entry.indicator)


def _entry(site: Site, result: Result, entry: Analysis) -> Iterator[Block]:
    if entry.part:
        yield Paragraph(line(site.agency.digits.show(words.EIT_PARTS[entry.part])), Author.SOFTWARE)
    yield Paragraph(line(entry.text))
    for label, texts in (
        ("ข้อบกพร่องที่ระบุไว้", entry.weaknesses),
        ("ประเด็นที่ต้องปรับปรุง", entry.improvements),
        ("ข้อเสนอแนะ", entry.advice),
    ):
        if texts:
            yield Paragraph(line(label), Author.SOFTWARE)
            yield Bullets(tuple(line(text) for text in texts))
    yield from _cited(site, result, entry)


def _cited(site: Site, result: Result, entry: Analysis) -> Iterator[Block]:
    """Yield the items that an entry refers to, one a line where the source prints their titles."""
    links = words.cites(site, result.fiscal_year, entry.cites)
    if entry.titles:
        yield Paragraph(line("ข้อที่กล่าวถึง"), Author.SOFTWARE)
        told = zip(links, entry.cites, strict=True)
        yield Bullets(tuple(line(link, _after(entry.titles.get(code))) for link, code in told))
    elif links:
        yield Paragraph(line("อ้างอิงจาก ", *joined(links)), Author.SOFTWARE)


def _after(title: str | None) -> str:
    return f" {title}" if title else ""


def _next(site: Site, result: Result) -> Iterator[Block]:
    plans = [plan for plan in site.plans if plan.result_year == result.fiscal_year]
    for plan in plans:
        link: Inline = Link(
            f"มาตรการ {words.fiscal_year(site.agency, plan.fiscal_year)}",
            f"ita/{plan.fiscal_year}/measures.md",
        )
        yield Paragraph(line("ผลการวิเคราะห์นี้นำไปกำหนดเป็น ", link), Author.SOFTWARE)
    if not plans:
        yield Paragraph(line("ยังไม่มีมาตรการที่กำหนดจากผลการประเมินปีนี้"), Author.SOFTWARE)
