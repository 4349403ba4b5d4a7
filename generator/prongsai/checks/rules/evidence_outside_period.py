"""DIS301 evidence-outside-period"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_place
from prongsai.coverage import coverage
from prongsai.models.disclosure import Disclosures
from prongsai.models.item import Item, PeriodKind
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.required_span import Days, covered_days, gaps, months, required_days


@check(
    "DIS301",
    Severity.WARNING,
    title=Text(
        "หลักฐานที่ไม่ครอบคลุมช่วงเวลาของข้อ", "evidence that does not cover the period of its item"
    ),
    what=Text(
        "หลักฐานของแต่ละข้อรวมกันต้องครอบคลุมช่วงเวลาที่ข้อนั้นกำหนด เช่น ปีก่อนหน้าทั้งปี หกเดือนแรก หรือทุกเดือน "
        "ข้อที่ขอข้อมูลของปีที่ประเมิน มีบางวันในปีนั้นก็พอ เพราะส่งก่อนสิ้นปี ดูจาก period ของหลักฐาน "
        "ข้อที่หลักฐานไม่ได้ระบุ period ไม่ถูกตรวจ",
        "Together, the evidence of an item covers the time that the item asks for: all of last year, the first six "
        "months, every month; of the year that is assessed some days will do, since it is handed in before its end. It "
        "is told by the period of each piece; an item with a piece without one is not checked.",
    ),
    why=Text(
        "ผู้ประเมินไม่นับข้อมูลของปีอื่น หรือข้อมูลที่ขาดบางเดือน",
        "The assessor does not count data of another year, or data in which months are missing.",
    ),
    fix=Text(
        "เพิ่มหลักฐานของเดือนที่ขาด หรือแก้ period ให้ตรงกับข้อมูลในเอกสาร",
        "Add evidence of the months that are missing, or correct period to what the document holds.",
    ),
)
def evidence_outside_period(site: Site) -> Iterator[Flaw]:
    """The period of each item is that of the catalogue, with its source; unknown ones ask nothing."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            required = required_days(row.item.period.kind, year.fiscal_year)
            # A report page of this site is of the year that its duty names.
            covered = None if row.reports else covered_days(row.evidence, year.fiscal_year)
            if required is None or covered is None or _is_enough(row.item, required, covered):
                continue
            if open_days := list(gaps(required, covered)):
                yield _flaw(row.item, open_days, covered, year.disclosures)


def _is_enough(item: Item, required: Days, covered: list[Days]) -> bool:
    """Say whether some days of the year will do: data of a year is handed in before it has ended."""
    asks_for_some = item.period.kind is PeriodKind.THIS_YEAR
    return asks_for_some and any(
        one.first <= required.last and one.last >= required.first for one in covered
    )


def _flaw(item: Item, open_days: list[Days], covered: list[Days], disclosures: Disclosures) -> Flaw:
    lacking = list(dict.fromkeys(month for days in open_days for month in months(days)))
    named = ", ".join(f"{thai.MONTHS_SHORT[m.month - 1]} {m.year + 543}" for m in lacking)
    return Flaw(
        where=item_place(item, disclosures),
        message=Text(
            f"หลักฐานของข้อ {item.id} (ปี {disclosures.fiscal_year}) ไม่ครอบคลุม {named}",
            f"the evidence of {item.id} (FY{disclosures.fiscal_year}) does not cover "
            + ", ".join(f"{m:%Y-%m}" for m in lacking),
        ),
        hint=Text(
            "เพิ่มหลักฐานของเดือนเหล่านี้ หรือแก้ period ของหลักฐานที่มีอยู่",
            "add evidence of these months, or correct the period of what is there",
        ),
        fiscal_year=disclosures.fiscal_year,
        subject=item.id,
        observed=", ".join(f"{one.first}/{one.last}" for one in covered),
        expected=", ".join(f"{one.first}/{one.last}" for one in open_days),
    )
