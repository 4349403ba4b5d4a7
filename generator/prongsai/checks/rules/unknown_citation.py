from __future__ import annotations

from collections.abc import Collection, Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.framework import Framework
from prongsai.models.measure import Measure
from prongsai.models.result import Analysis
from prongsai.models.site import Site
from prongsai.problems import NO_TEXT, Text, did_you_mean


@check(
    "REF101",
    Severity.ERROR,
    title=Text("การอ้างถึงข้อที่ไม่มี", "a citation of an unknown item"),
    what=Text(
        "ข้อและตัวชี้วัดย่อยที่บทวิเคราะห์หรือมาตรการอ้างถึงใน cites ต้องมีในกรอบการประเมินของปีที่กล่าวถึง "
        "บทวิเคราะห์ใช้กรอบของปีที่ได้ผลนั้น มาตรการใช้กรอบของปีใน result_year",
        "Items and sub-indicators cited by an analysis or a measure are in the framework they speak of: an analysis "
        "that of its result's year, a measure that of its result_year.",
    ),
    why=Text(
        "ลำดับข้อเปลี่ยนทุกปี การอ้างถึงข้อที่ไม่มีทำให้ผู้อ่านไปไม่ถึงข้อมูล และมักแปลว่าใช้เลขข้อของปีอื่น",
        "The numbering changes every year. A citation of an item that does not exist leads nowhere, and often is "
        "the number of another year.",
    ),
    fix=Text(
        "แก้รหัสใน cites ให้เป็นข้อของปีนั้น ดูรายการข้อได้ด้วย prongsai frameworks ปี",
        "Correct the code in cites to the item of that year. `prongsai frameworks YEAR` lists them.",
    ),
)
def unknown_citation(site: Site) -> Iterator[Flaw]:
    """A framework of which no items, or no sub-indicators, are established decides nothing."""
    for citing, framework, year in _citing(site):
        for code in dict.fromkeys(citing.cites):
            known = _codes(framework, code)
            if not known or code in known:
                continue
            kind = "ตัวชี้วัดย่อย" if _is_sub_indicator(code) else "ข้อ"
            yield Flaw(
                where=citing.where_is("cites"),
                message=Text(
                    f"อ้างถึง{kind} {code} ซึ่งไม่มีในกรอบการประเมินปี {framework.fiscal_year}",
                    f"cites {code}, which is not in the framework of FY{framework.fiscal_year}",
                ),
                hint=_other_years(site, code) or did_you_mean(code, known),
                fiscal_year=year,
                subject=_subject(citing),
                observed=code,
            )


def _citing(site: Site) -> Iterator[tuple[Analysis | Measure, Framework, int]]:
    """Yield what cites, the framework it speaks of, and the year whose file it stands in."""
    for year in site.years:
        for analysis in year.result.analysis if year.result else ():
            yield analysis, year.framework, year.fiscal_year
        if plan := year.measures:
            framework = site.frameworks[plan.result_year]
            yield from ((measure, framework, plan.fiscal_year) for measure in plan.measures)


def _codes(framework: Framework, code: str) -> Collection[str]:
    return framework.sub_indicator_by_id if _is_sub_indicator(code) else framework.item_by_id


def _is_sub_indicator(code: str) -> bool:
    return "." in code


def _other_years(site: Site, code: str) -> Text:
    years = [
        str(year) for year, one in sorted(site.frameworks.items()) if code in _codes(one, code)
    ]
    listed = ", ".join(years)
    return (
        Text(f"{code} มีในกรอบการประเมินของปี {listed}", f"{code} is in that of FY{listed}")
        if years
        else NO_TEXT
    )


def _subject(citing: Analysis | Measure) -> str:
    if isinstance(citing, Measure):
        return citing.id
    return f"indicator {citing.indicator}" if citing.indicator else str(citing.instrument)
