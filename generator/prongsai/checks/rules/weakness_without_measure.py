from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import indicator_name
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.scoring import PASS_MARK, weak_indicators


@check(
    "MEA201",
    Severity.ERROR,
    title=Text("ตัวชี้วัดที่อ่อนแต่ไม่มีมาตรการ", "a weak indicator without a measure"),
    what=Text(
        "ตัวชี้วัดที่ประกาศต่ำกว่า 85 ต้องมีมาตรการอย่างน้อยหนึ่งข้อที่ระบุ indicator นั้น "
        "ในแผนที่ result_year ตรงกับปีของผล หรือมีแผนที่ทุกมาตรการร่วมกันตอบตัวชี้วัดนั้น (indicators ของแผน) "
        "ตรวจผลปีล่าสุดเสมอ ส่วนผลปีก่อน ๆ ตรวจเมื่อมีแผนที่ตอบผลปีนั้นอยู่ในเว็บไซต์",
        "An indicator announced under 85 has at least one measure with that indicator in a plan whose result_year "
        "is the year of the result, or is among the indicators that such a plan answers as a whole. The newest "
        "result is always looked at, an older one when the site has a plan that answers it.",
    ),
    why=Text(
        "85 คือเกณฑ์ผ่านและเป้าหมายระดับชาติ ผู้ประเมินดูว่าจุดอ่อนจากผลปีก่อนนำไปสู่มาตรการหรือไม่",
        "85 is the pass mark and the national target. The assessor looks whether each weakness led to a measure.",
    ),
    fix=Text(
        "เพิ่มมาตรการ (Excel: แผ่น มาตรการ / YAML: measures.yml) ที่ระบุ indicator ของตัวชี้วัดนั้น "
        "หากมีมาตรการแล้วให้เติม indicator ให้ตรง หากทุกมาตรการตอบตัวชี้วัดนั้นร่วมกัน ให้ใส่ไว้ใน indicators ที่ต้นไฟล์",
        "Add a measure with that indicator (Excel: the sheet มาตรการ; YAML: measures.yml). If there is one already, "
        "fill in its indicator; if all measures answer it together, name it under indicators at the head of the file.",
    ),
)
def weakness_without_measure(site: Site) -> Iterator[Flaw]:
    """Older results are often kept for their scores alone: without any plan they are let be."""
    newest = next(iter(site.results), None)
    for result in site.results:
        plans = [plan for plan in site.plans if plan.result_year == result.fiscal_year]
        if plans or result is newest:
            yield from _unanswered(site, result, plans)


def _unanswered(site: Site, result: Result, plans: Sequence[Measures]) -> Iterator[Flaw]:
    answered = {measure.indicator for plan in plans for measure in plan.measures}
    answered |= {number for plan in plans for number in plan.indicators}
    indicators = site.year_by_number[result.fiscal_year].framework.indicator_by_id
    for number, figure in weak_indicators(result).items():
        if number in answered:
            continue
        name = indicator_name(indicators[number])
        yield Flaw(
            where=figure.where,
            message=Text(
                f"{name.th} ได้ {figure.score} ต่ำกว่า {PASS_MARK} แต่ไม่มีมาตรการรองรับ",
                f"{name.en} scored {figure.score}, under {PASS_MARK}, and no measure answers it",
            ),
            hint=_cure(site, number, result.fiscal_year, plans),
            fiscal_year=result.fiscal_year,
            subject=f"indicator {number}",
            observed=str(figure.score),
            expected=str(PASS_MARK),
        )


def _cure(site: Site, indicator: int, result_year: int, plans: Sequence[Measures]) -> Text:
    year = plans[0].fiscal_year if plans else result_year + 1
    file = f"{year}/measures.yml"
    add = Text(
        f"เพิ่มมาตรการของตัวชี้วัด {indicator} (Excel: แผ่น 'มาตรการ {year}' / YAML: indicator: {indicator} ใน {file})",
        f"add a measure for it (Excel: the sheet 'มาตรการ {year}'; YAML: indicator: {indicator} in {file})",
    )
    if plans:
        return add
    if plan := site.measures(year):
        return Text(
            f"แผนปี {year} ตอบผลของปี {plan.result_year} ให้ตรวจปีนั้น (Excel: M1 ในแผ่น 'แผน {year}' / YAML: result_year ใน "
            f"{file}) หรือ{add.th}",
            f"the plan of FY{year} answers the result of FY{plan.result_year}: see to that year (Excel: M1 on the "
            f"sheet 'แผน {year}'; YAML: result_year in {file}), or {add.en}",
        )
    if _can_be_opened(site, year):
        return Text(
            f"พิมพ์ prongsai rollover {year} เพื่อสร้าง {file} แล้ว{add.th}",
            f"type prongsai rollover {year}, which creates {file}, then {add.en}",
        )
    return Text(
        f"สร้าง {file} ที่มี result_year: {result_year} แล้ว{add.th}",
        f"create {file} with result_year: {result_year}, then {add.en}",
    )


def _can_be_opened(site: Site, year: int) -> bool:
    """Say whether `prongsai rollover` writes the plan of a year: it carries on the year before."""
    framework, before = site.frameworks.get(year), site.year_by_number.get(year - 1)
    return bool(framework and framework.items and before and before.opens_items)
