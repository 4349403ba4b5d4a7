"""DIS301 evidence-outside-period"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_place
from prongsai.coverage import ItemCoverage, coverage
from prongsai.models.disclosure import Disclosures
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.required_span import covered_days, month_names


@check(
    "DIS301",
    Severity.WARNING,
    title=Text(
        "หลักฐานที่ไม่ครอบคลุมช่วงเวลาของข้อ", "evidence that does not cover the period of its item"
    ),
    what=Text(
        "หลักฐานของแต่ละข้อรวมกันต้องครอบคลุมช่วงเวลาที่ข้อนั้นกำหนด เช่น ปีก่อนหน้าทั้งปี หกเดือนแรก หรือทุกเดือน "
        "ข้อที่ขอข้อมูลของปีที่ประเมิน มีบางวันในปีนั้นก็พอ และรายเดือนนับถึงเดือนก่อนวันที่ปรับปรุง เพราะส่งก่อนสิ้นปี ดูจาก period ของหลักฐาน "
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
            if row.open_days:
                yield _flaw(row, year.fiscal_year, year.disclosures)


def _flaw(row: ItemCoverage, fiscal_year: int, disclosures: Disclosures) -> Flaw:
    lacking, covered = month_names(row.open_days), covered_days(row.evidence, fiscal_year) or []
    return Flaw(
        where=item_place(row.item, disclosures),
        message=Text(
            f"หลักฐานของข้อ {row.item.id} (ปี {fiscal_year}) ไม่ครอบคลุม {lacking.th}",
            f"the evidence of {row.item.id} (FY{fiscal_year}) does not cover {lacking.en}",
        ),
        hint=Text(
            "เพิ่มหลักฐานของเดือนเหล่านี้ หรือแก้ period ของหลักฐานที่มีอยู่",
            "add evidence of these months, or correct the period of what is there",
        ),
        fiscal_year=fiscal_year,
        subject=row.item.id,
        observed=", ".join(f"{one.first}/{one.last}" for one in covered),
        expected=", ".join(f"{one.first}/{one.last}" for one in row.open_days),
    )
