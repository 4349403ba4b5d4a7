"""The blocks that show announced scores: tables, the chart, what stands out."""

from __future__ import annotations

from decimal import Decimal

from prongsai.levels import Verdict, level_verdict
from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.models.terms import Grade
from prongsai.reports import words
from prongsai.reports.document import (
    Author,
    Bar,
    BarChart,
    Bullets,
    Cell,
    Column,
    Paragraph,
    Table,
    cell,
    line,
)
from prongsai.scoring import PASS_MARK


def summary(site: Site, result: Result) -> Paragraph:
    """Return the result in one sentence: total, level, change from the year before."""
    agency = site.agency
    parts = [f"ผลการประเมิน ITA {words.fiscal_year(agency, result.fiscal_year)} ของ{agency.name.th}"]
    if result.total is not None:
        parts.append(f"ได้คะแนนรวม {words.score(agency, result.total)} คะแนน")
    else:
        parts.append("ไม่มีข้อมูลคะแนนรวม")
    if result.level:
        parts.append(f"ระดับ {result.level}")
    if (step := change_since(site, result)) is not None:
        parts.append(words.change_since_last_year(agency, step))
    return Paragraph(line(" ".join(parts)), Author.SOFTWARE)


def change_since(site: Site, result: Result) -> Decimal | None:
    """Return the total less that of the year before; without the latter, the printed change."""
    before = site.result(result.fiscal_year - 1)
    if result.total is None or before is None or before.total is None:
        return result.change
    return result.total - before.total


def instruments(site: Site, result: Result) -> Table:
    framework, agency = site.frameworks[result.fiscal_year], site.agency
    rows = []
    for one in framework.instruments:
        announced = result.instruments.get(one.id)
        weight = "–" if one.weight is None else agency.digits.show(f"{one.weight * 100:.0f}")
        value = announced.score if announced else None
        rows.append((cell(one.id), cell(one.name.th), cell(weight), figure(site, value)))
    columns = (
        Column("เครื่องมือ"),
        Column("ชื่อ"),
        Column("น้ำหนัก (ร้อยละ)", True),
        Column("คะแนน", True),
    )
    return Table("คะแนนรายเครื่องมือ", columns, tuple(rows))


def indicators(site: Site, result: Result) -> Table:
    framework = site.frameworks[result.fiscal_year]
    rows = tuple(
        (
            cell(site.agency.digits.show(one.id)),
            cell(one.name.th),
            cell(one.instrument or "–"),
            figure(site, result.announced(f"indicator {one.id}")),
        )
        for one in framework.indicators
    )
    columns = (Column("ตัวชี้วัดที่"), Column("ชื่อ"), Column("เครื่องมือ"), Column("คะแนน", True))
    return Table("คะแนนรายตัวชี้วัด", columns, rows)


def chart(site: Site, result: Result) -> BarChart | None:
    """Return the indicators as bars, or None when none was announced."""
    agency, framework = site.agency, site.frameworks[result.fiscal_year]
    bars = tuple(
        Bar(
            f"{agency.digits.show(one.id)}. {one.name.th}",
            announced.score,
            agency.digits.show(announced.score),
        )
        for one in framework.indicators
        if (announced := result.indicators.get(one.id))
    )
    if not bars:
        return None
    year = words.fiscal_year(agency, result.fiscal_year)
    told = ", ".join(f"{bar.label} {bar.shown} คะแนน" for bar in bars)
    mark = agency.digits.show(PASS_MARK)
    return BarChart(
        f"indicators-{result.fiscal_year}",
        f"คะแนนรายตัวชี้วัด {year}",
        f"แผนภูมิแท่ง คะแนนเต็ม {agency.digits.show(100)}: {told} เส้นประคือเกณฑ์ผ่าน {mark} คะแนน",
        bars,
        PASS_MARK,
        f"เกณฑ์ผ่าน {mark}",
    )


def standing_out(site: Site, result: Result) -> Bullets | None:
    """Return highest, second and lowest indicators, and those under the pass mark."""
    ranked = sorted(result.indicators.items(), key=lambda pair: (-pair[1].score, pair[0]))
    scores = sorted({f.score for _, f in ranked}, reverse=True)

    def told(value: Decimal) -> str:
        names = [
            words.indicator(site, result.fiscal_year, n) for n, f in ranked if f.score == value
        ]
        return f"{' และ '.join(names)} ({words.score(site.agency, value)} คะแนน)"

    lines = []
    if len(ranked) > 2:
        lines += [f"สูงสุด: {told(scores[0])}"]
        lines += [f"รองลงมา: {told(scores[1])}"] if len(scores) > 2 else []
        lines += [f"ต่ำสุด: {told(scores[-1])}"] if len(scores) > 1 else []
    weak = [value for value in scores if value < PASS_MARK]
    mark = site.agency.digits.show(PASS_MARK)
    lines += [f"ต่ำกว่า {mark} คะแนน: {told(value)}" for value in weak]
    lines += [] if weak or len(ranked) < 3 else [f"ไม่มีตัวชี้วัดใดต่ำกว่า {mark} คะแนน"]
    of = len(site.frameworks[result.fiscal_year].indicators)
    if not lines:
        return None
    if len(ranked) < of:
        show = site.agency.digits.show
        lines.append(f"เทียบเฉพาะ {show(len(ranked))} จาก {show(of)} ตัวชี้วัดที่มีคะแนน")
    return Bullets(tuple(line(text) for text in lines), by=Author.SOFTWARE)


def below_full(site: Site, result: Result) -> Table | None:
    """Return the questions and items with less than full marks, lowest first."""
    framework = site.frameworks[result.fiscal_year]
    figures = {**result.questions, **result.items}
    below = [(code, f) for code, f in figures.items() if f.score < 100]
    if not below:
        return None
    rows = []
    for code, announced in sorted(below, key=lambda pair: pair[1].score):
        item, question = framework.item_by_id.get(code), framework.question_by_id.get(code)
        title = announced.title or (item.title.th if item else question.title if question else None)
        rows.append(
            (
                Cell((line(*words.cites(site, result.fiscal_year, [code])) if item else (code,),)),
                cell(title or "–"),
                figure(site, announced.score),
            )
        )
    columns = (Column("ข้อ"), Column("ประเด็นการประเมิน"), Column("คะแนน", True))
    return Table("ข้อคำถามและข้อ OIT ที่ได้ไม่เต็ม", columns, tuple(rows))


def figure(site: Site, value: Decimal | None) -> Cell:
    """Return a score as a cell, marked when it is under the pass mark."""
    tone = "weak" if value is not None and value < PASS_MARK else ""
    return cell(words.score(site.agency, value), tone=tone)


def level_note(site: Site, result: Result) -> Paragraph | None:
    """Say whether the announced level can be checked, and why it may not."""
    verdict = level_verdict(site.frameworks[result.fiscal_year], result)
    if verdict is None or verdict.verdict is Verdict.WRONG:
        return None
    text = "ระดับที่ประกาศสอดคล้องกับคะแนน"
    if verdict.verdict is Verdict.UNDECIDABLE:
        why = _why_undecidable(site.frameworks[result.fiscal_year], result)
        text = f"ระดับที่ประกาศตรวจยืนยันจากคะแนนไม่ได้ เพราะ{why} จึงแสดงระดับตามที่ประกาศ"
    return Paragraph(line(text), Author.SOFTWARE)


def _why_undecidable(framework: Framework, result: Result) -> str:
    if result.total is None:
        return "ไม่มีคะแนนรวม"
    if framework.confidence.levels.grade in (Grade.LOW, Grade.NONE):
        return "ยังไม่พบเอกสารที่ระบุเกณฑ์ของแต่ละระดับในปีนี้อย่างแน่ชัด"
    if not result.instruments and not result.indicators:
        return "ไม่มีคะแนนรายเครื่องมือและรายตัวชี้วัดให้ตรวจ"
    return "ยังไม่พบเอกสารที่ระบุเงื่อนไขของคะแนนย่อยในปีนี้อย่างแน่ชัด"
