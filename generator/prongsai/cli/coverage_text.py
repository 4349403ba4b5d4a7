"""What `prongsai coverage` prints: a line per item, what it is worth, and what to mend first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from prongsai.coverage import STATE_NAMES, ItemCoverage, State
from prongsai.fixes import FixList, Step, Target
from prongsai.models.site import Year
from prongsai.problems import Lang, Text
from prongsai.projection import OIT, Projection, Range
from prongsai.required_span import month_names
from prongsai.scoring import rounded

_UNOFFICIAL = Text(
    "คะแนนประเมินตนเองจากเว็บไซต์นี้ ไม่ใช่คะแนนที่ประกาศ",
    "self-assessed by this site, not an announced score",
)


def year_text(
    year: Year,
    rows: Sequence[ItemCoverage],
    shown: Sequence[ItemCoverage],
    projection: Projection,
    lang: Lang,
) -> str:
    """Return the year in lines: `shown` are the rows to list, the sums are those of all rows."""
    lines = [Text(f"ปีงบประมาณ {year.fiscal_year}", f"FY{year.fiscal_year}").told(lang)]
    lines += [_row(row, projection, lang) for row in shown]
    if any(not row.covered and projection.worth(row.item.id) for row in shown):
        lines.append(f"  {_legend(projection).told(lang)}")
    lines.append(f"  {_sum(rows).told(lang)}")
    lines += [f"  {line}" for line in _scores(projection, lang)]
    return "\n".join(lines) + "\n"


def fixes_text(year: Year, fixes: FixList, lang: Lang) -> str:
    """Return the fixes in lines, one item each, with what it lacks and gains."""
    name, score = figure_name(fixes.target.figure), fixes.target.score
    lines = [
        Text(
            f"ปีงบประมาณ {year.fiscal_year}: สิ่งที่ต้องแก้น้อยที่สุดเพื่อให้{name.th}ได้อย่างน้อย {score} คะแนน",
            f"FY{year.fiscal_year}: the fewest fixes that bring {name.en} to at least {score}",
        ).told(lang),
        f"  ({_UNOFFICIAL.told(lang)})",
        Text(f"  ขณะนี้ {_range(fixes.now)}", f"  now {_range(fixes.now)}").told(lang),
    ]
    lines += [_step(step, lang) for step in fixes.steps]
    lines += [f"  {line.told(lang)}" for line in _outcome(fixes)]
    return "\n".join(lines) + "\n"


def figure_name(figure: str | int) -> Text:
    """Return what a target is called."""
    if figure == "total":
        return Text("คะแนนรวม", "the total")
    if figure == OIT:
        return Text(" OIT ", "the OIT")
    return Text(f"ตัวชี้วัดที่ {figure} ", f"indicator {figure}")


def not_told(target: Target) -> Text:
    """Say why a figure has no self-assessed score."""
    name = figure_name(target.figure)
    if target.figure == "total":
        return Text(
            "คำนวณคะแนนรวมไม่ได้ เพราะ result.yml ของปีนี้ยังไม่มีคะแนน IIT และ EIT ที่ประกาศ ใช้ OIT=คะแนน แทนได้",
            "no total can be told: result.yml of this year has no announced IIT and EIT; ask for OIT=SCORE",
        )
    return Text(
        f"คำนวณ{name.th}ไม่ได้ เพราะไม่มีแหล่งข้อมูลว่าข้อใดอยู่ในตัวชี้วัดย่อยใดของปีนี้ หรือตัวชี้วัดนี้ไม่ได้มาจากข้อ OIT",
        f"{name.en} cannot be told: no source says how the items of this year are grouped, or it is not made of them",
    )


def _row(row: ItemCoverage, projection: Projection, lang: Lang) -> str:
    done, needed = row.progress
    elements = f"{done}/{needed}" if needed else "-"
    worth = projection.worth(row.item.id)
    points = ""
    if worth and not row.covered:
        in_whole = worth.of_total if projection.total else worth.of_oit
        points = f" +{rounded(worth.of_indicator)}/+{rounded(in_whole or Fraction(0))}"
    title = row.item.title
    name = title.en if lang is Lang.EN and title.en else title.th
    line = f"  {row.item.id:<4} {STATE_NAMES[row.state].told(lang)} [{elements}]{points} {name}"
    if not row.open_days:
        return line
    months = month_names(row.open_days)
    return f"{line} ({Text(f'ขาด {months.th}', f'lacks {months.en}').told(lang)})"


def _legend(projection: Projection) -> Text:
    whole = Text("คะแนนรวม", "the total") if projection.total else Text("OIT", "the OIT")
    return Text(
        f"+ก/+ข คือคะแนนที่ได้เพิ่มแน่นอนเมื่อข้อนั้นครบถ้วน: +ก ในตัวชี้วัด +ข ใน {whole.th}",
        f"+a/+b are the points surely gained once the item is complete: +a in its indicator, +b in {whole.en}",
    )


def _sum(rows: Sequence[ItemCoverage]) -> Text:
    covered = sum(row.covered for row in rows)
    missing = sum(row.state is State.MISSING for row in rows)
    return Text(
        f"ครบ {covered} จาก {len(rows)} ข้อ ยังไม่มีหลักฐาน {missing} ข้อ",
        f"{covered} of {len(rows)} items covered, {missing} without evidence",
    )


def _scores(projection: Projection, lang: Lang) -> Iterator[str]:
    if projection.oit is None:
        yield Text(
            "ไม่คำนวณคะแนนประเมินตนเอง เพราะไม่มีแหล่งข้อมูลว่าข้อใดอยู่ในตัวชี้วัดย่อยใดของปีนี้",
            "no self-assessed score: no source says how the items of this year are grouped",
        ).told(lang)
        return
    yield f"{_UNOFFICIAL.told(lang)}:"
    parts = [f"{code} {_range(one)}" for code, one in projection.sub_indicators.items()]
    yield "  " + " · ".join(parts)
    whole = [
        f"{figure_name(n).told(lang).strip()} {_range(one)}"
        for n, one in projection.indicators.items()
    ]
    whole.append(f"OIT {_range(projection.oit)}")
    if projection.total:
        with_others = Text(
            "คะแนนรวมเมื่อใช้ IIT และ EIT ที่ประกาศ", "total with the announced IIT and EIT"
        )
        whole.append(f"{with_others.told(lang)} {_range(projection.total)}")
    yield "  " + " · ".join(whole)


def _range(one: Range) -> str:
    low, high = one.shown
    return str(low) if low == high else f"{low}–{high}"


def _step(step: Step, lang: Lang) -> str:
    row, gain = step.row, rounded(step.gain)
    title = row.item.title.en if lang is Lang.EN and row.item.title.en else row.item.title.th
    ids = ", ".join(element.id for element in row.lacking)
    lacks = ids or month_names(row.open_days).told(lang) or Text("หลักฐาน", "evidence").told(lang)
    return Text(
        f"  {row.item.id:<4} +{gain} {title} (ขาด {step.fixes}: {lacks})",
        f"  {row.item.id:<4} +{gain} {title} (lacks {step.fixes}: {lacks})",
    ).told(lang)


def _outcome(fixes: FixList) -> Iterator[Text]:
    reached: Decimal = rounded(fixes.reached)
    count, items = fixes.fixes, len(fixes.steps)
    if not fixes.steps:
        yield Text("ถึงเป้าหมายแล้ว ไม่ต้องแก้", "reached already; nothing to mend")
        return
    yield Text(
        f"รวม {count} จุด ใน {items} ข้อ ได้อย่างน้อย {reached}",
        f"fixes: {count}, items: {items}, reached: at least {reached}",
    )
    if not fixes.is_enough:
        yield Text("แม้แก้ทุกจุดก็ยังไม่ถึงเป้าหมาย", "all of them together do not reach the target")
        return
    yield Text(
        "วิธีคิด: หนึ่งจุดคือองค์ประกอบหนึ่งที่ขาด เทียบทุกชุดของข้อที่เป็นไปได้ จึงไม่มีชุดอื่นที่แก้น้อยกว่านี้แล้วถึงเป้าหมาย",
        "method: a fix is one lacking element; all choices of items are compared (exact knapsack), so none with fewer "
        "fixes reaches the target",
    )
