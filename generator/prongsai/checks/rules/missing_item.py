from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import item_name, item_place
from prongsai.coverage import ItemCoverage, State, coverage
from prongsai.models.disclosure import Disclosures
from prongsai.models.item import Duty
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS101",
    Severity.ERROR,
    title=Text("ข้อที่ยังไม่มีหลักฐาน", "an item without evidence"),
    what=Text(
        "ในทุกปีที่มีไฟล์ disclosure.yml ทุกข้อของกรอบการประเมินปีนั้นต้องมีหลักฐาน มีรายงานที่ระบบสร้างให้ "
        "หรือแจ้งไว้ว่าไม่มีเรื่องต้องรายงานหรือไม่เกี่ยวข้อง ไฟล์ที่ระบุไว้แต่ไม่มีอยู่จริงไม่นับเป็นหลักฐาน "
        "ข้อที่ยังเป็นร่างแจ้งด้วย DIS103",
        "In every year that has a disclosure.yml, each item of that year's framework has evidence, has a report "
        "that this site makes, or is declared to have nothing to report or not to apply. A file that is named "
        "but not there is no evidence. Drafts are told by DIS103.",
    ),
    why=Text(
        "ผู้ประเมินเปิด URL ของทุกข้อ ข้อที่ไม่มีข้อมูลจะไม่ได้คะแนน ข้อที่ไม่มีเรื่องต้องรายงานก็ยังต้องมีหน้าเว็บที่แจ้งว่าไม่มี",
        "The assessor opens the URL of every item, and an item without its data scores nothing. An item with "
        "nothing to report still needs its page, saying so.",
    ),
    fix=Text(
        "เพิ่มข้อนั้นใต้ items: ในไฟล์ disclosure.yml ของปี แล้วใส่ evidence (file, url, table หรือ text) "
        "หากไม่มีเรื่องต้องรายงานให้ใส่ nothing_to_report พร้อมเหตุผล ผู้แจ้ง และวันที่",
        "Add the item under items: in that year's disclosure.yml, with evidence (file, url, table or text). With "
        "nothing to report, write nothing_to_report with the reason, the person and the date.",
    ),
)
def missing_item(site: Site) -> Iterator[Flaw]:
    """Every item binds every agency: no source limits one to some (frameworks/SOURCES.md)."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            if row.state is State.MISSING and not row.disclosure.is_draft:
                yield _missing(row, year.disclosures)


def _missing(row: ItemCoverage, disclosures: Disclosures) -> Flaw:
    year, item = disclosures.fiscal_year, row.item
    name = item_name(item, year)
    return Flaw(
        where=item_place(item, disclosures),
        message=Text(f"{name.th} ยังไม่มีหลักฐาน", f"{name.en} has no evidence"),
        hint=_cure(row, year),
        fiscal_year=year,
        subject=item.id,
        observed=State.MISSING.value,
        expected=State.COMPLETE.value,
    )


def _cure(row: ItemCoverage, year: int) -> Text:
    if row.disclosure.evidence:
        return Text(
            f"วางไฟล์ที่ระบุไว้ลงในโฟลเดอร์ {year}/files",
            f"put the files it names into the folder {year}/files",
        )
    if row.item.duty:
        return _report_cure(row.item.duty)
    return Text(
        f"ใส่หลักฐานของข้อนี้ หรือแจ้งว่าไม่มีเรื่องที่ต้องรายงาน (Excel: แผ่น 'หลักฐาน {year}' หรือ 'ข้อ OIT {year}' / "
        "YAML: evidence หรือ nothing_to_report ใต้ items:)",
        "add its evidence, or declare that there is nothing to report (Excel: the sheet "
        f"'หลักฐาน {year}' or 'ข้อ OIT {year}'; YAML: evidence or nothing_to_report under items:)",
    )


def _report_cure(duty: Duty) -> Text:
    """Some items ask for a report that this site makes by itself once its data is there."""
    year, lacking = duty.fiscal_year, _LACKING[duty.report]
    return Text(
        f"กรอก{lacking.th} (Excel: แผ่น 'มาตรการ {year}' / YAML: {year}/measures.yml) แล้วรายงานบนเว็บไซต์นี้จะเป็นหลักฐาน "
        "หรือเพิ่มหลักฐานเอง",
        f"fill in {lacking.en} (Excel: the sheet 'มาตรการ {year}'; YAML: {year}/measures.yml), and the report on this "
        "site is the evidence; or add evidence",
    )


_LACKING = {
    "measures": Text("มาตรการ", "the measures"),
    "progress": Text("ผลการดำเนินการ (progress) ของมาตรการ", "the progress of the measures"),
}
