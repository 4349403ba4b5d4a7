"""DIS103 open-draft"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_name, item_place
from prongsai.coverage import ItemCoverage, State, coverage
from prongsai.models.disclosure import Disclosures, Renewal
from prongsai.models.item import Duty
from prongsai.models.site import Site
from prongsai.problems import NO_TEXT, Text


@check(
    "DIS103",
    Severity.ERROR,
    title=Text("ข้อที่ยังเป็นร่าง", "an item that is still a draft"),
    what=Text(
        "ข้อที่มี state: draft คือข้อที่เปิดไว้สำหรับปีใหม่แต่ยังไม่มีข้อมูลของปีนั้น เช่น ข้อที่ prongsai rollover สร้างไว้ "
        "ข้อตรวจบอกว่าหลักฐานของปีก่อนใดต้องทำใหม่ (renew)",
        "An item with state: draft was opened for a new year, for example by prongsai rollover, and the data of that "
        "year is not there yet. The check tells which evidence of last year is to be made anew (renew).",
    ),
    why=Text(
        "ร่างไม่ใช่หลักฐาน หน้าของข้อนั้นบอกว่ายังไม่มีข้อมูลของปีนี้ และผู้ประเมินจะไม่ให้คะแนน",
        "A draft is no evidence: its page says that the data of this year is not there yet, and it scores nothing.",
    ),
    fix=Text(
        "ใน Excel กรอกหลักฐานของปีนี้ในแผ่น หลักฐาน หรือเลือก ไม่มีเรื่องที่ต้องรายงาน แทนคำว่า ร่าง ในแผ่น ข้อ OIT การนำเข้าเลิกร่างให้เอง "
        "ใน YAML ใส่ evidence หรือ nothing_to_report แล้วลบบรรทัด state: draft ส่วนรายการใน renew ลบได้เมื่อทำใหม่แล้ว",
        "In Excel, fill in the evidence of this year on the sheet หลักฐาน, or choose ไม่มีเรื่องที่ต้องรายงาน in place of ร่าง "
        "on the sheet ข้อ OIT; the import ends the draft. In YAML, put in evidence or nothing_to_report and delete the "
        "line state: draft; what stands under renew may go once it has been made anew.",
    ),
)
def open_draft(site: Site) -> Iterator[Flaw]:
    """A rule of ours: data of last year is never taken for that of this year."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            if row.disclosure.is_draft:
                yield _flaw(row, year.disclosures)


def _flaw(row: ItemCoverage, disclosures: Disclosures) -> Flaw:
    year, renew = disclosures.fiscal_year, row.disclosure.renew
    name, earlier = item_name(row.item, year), _listed(renew)
    return Flaw(
        where=item_place(row.item, disclosures),
        message=Text(
            f"{name.th} ยังเป็นร่าง ไม่มีข้อมูลของปีนี้{earlier.th}",
            f"{name.en} is still a draft, without the data of this year{earlier.en}",
        ),
        hint=_report_cure(row.item.duty) if row.item.duty else _cure(year),
        fiscal_year=year,
        subject=row.item.id,
        observed=", ".join(f"{one.fiscal_year} {one.item}" for one in renew),
        expected=State.COMPLETE.value,
    )


def _listed(renew: Sequence[Renewal]) -> Text:
    if not renew:
        return NO_TEXT
    pieces = "; ".join(_named(one) for one in renew)
    return Text(f" หลักฐานปีก่อนที่ต้องทำใหม่: {pieces}", f"; to be made anew: {pieces}")


def _named(one: Renewal) -> str:
    return f"{one.title} ({one.item}/{one.fiscal_year})"


def _report_cure(duty: Duty) -> Text:
    """The report that such an item asks for is made by this site once its data is there."""
    year = duty.fiscal_year
    return Text(
        f"กรอกมาตรการของปี {year} (Excel: แผ่น 'มาตรการ {year}' / YAML: {year}/measures.yml) "
        "ให้รายงานบนเว็บไซต์นี้เป็นหลักฐาน แล้วล้างคำว่า ร่าง ของข้อนี้ใน Excel หรือลบบรรทัด state: draft ใน YAML",
        f"fill in the measures of FY{year} (Excel: the sheet 'มาตรการ {year}'; YAML: {year}/measures.yml), so that the "
        "report on this site is the evidence; then clear ร่าง of the item in Excel, or delete the line state: draft "
        "in YAML",
    )


def _cure(year: int) -> Text:
    return Text(
        f"ใส่หลักฐานของปีนี้ หรือแจ้งว่าไม่มีเรื่องที่ต้องรายงาน (Excel: แผ่น 'หลักฐาน {year}' หรือ 'ข้อ OIT {year}' แล้วนำเข้า / "
        "YAML: evidence หรือ nothing_to_report แล้วลบบรรทัด state: draft)",
        "put in the evidence of this year, or declare that there is nothing to report (Excel: on the sheet "
        f"'หลักฐาน {year}' or 'ข้อ OIT {year}', and import it; YAML: evidence or nothing_to_report, and delete the line "
        "state: draft)",
    )
