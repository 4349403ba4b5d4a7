from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.certainty import is_unsure
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import element_name, item_name, item_place
from prongsai.coverage import ItemCoverage, State, coverage
from prongsai.models.disclosure import Disclosures
from prongsai.models.item import Element, Required
from prongsai.models.site import Site
from prongsai.problems import NO_TEXT, Text


@check(
    "DIS102",
    Severity.WARNING,
    title=Text("ข้อที่แสดงองค์ประกอบไม่ครบ", "an item that lacks elements"),
    what=Text(
        "หลักฐานของแต่ละข้อรวมกันต้องแสดงองค์ประกอบด้านข้อมูลครบทุกองค์ประกอบที่ใช้กับหน่วยงานประเภทนี้ "
        "ยกเว้นองค์ประกอบที่มีหรือไม่มีก็ได้",
        "Together, the evidence of an item shows every element that binds this kind of agency, except those "
        "that are optional.",
    ),
    why=Text(
        "ผู้ประเมินตรวจทีละองค์ประกอบ ข้อที่ขาดแม้องค์ประกอบเดียวอาจไม่ได้คะแนนเต็มหรือไม่ได้คะแนนเลย "
        "รายการองค์ประกอบบางส่วนในระบบยังไม่ได้รับการยืนยันจากคู่มือของปีนั้น ข้อความจะบอกไว้เมื่อไม่แน่ใจ",
        "The assessor checks element by element, and an item that lacks even one may lose some or all of its "
        "score. Some elements of the catalogue are not confirmed by a manual of that year; the message says "
        "so when they are not.",
    ),
    fix=Text(
        "เพิ่มข้อมูลที่ขาดลงในหลักฐาน แล้วเติมรหัสองค์ประกอบ เช่น o2-e3 ใน shows ของหลักฐานนั้น "
        "หากหลักฐานแสดงอยู่แล้วให้เติมเฉพาะ shows",
        "Add what is lacking to the evidence, then add the element, such as o2-e3, to its shows. If the evidence "
        "shows it already, only shows is to be filled in.",
    ),
)
def incomplete_item(site: Site) -> Iterator[Flaw]:
    """An element that a source marks optional (`required: false`) is never held against an item."""
    for year in site.item_years:
        assert year.disclosures
        for row in coverage(site, year):
            if row.state is State.PARTIAL and row.lacking:
                yield _incomplete(row, row.lacking, year.disclosures)


def _incomplete(row: ItemCoverage, lacking: Sequence[Element], disclosures: Disclosures) -> Flaw:
    year, doubt = disclosures.fiscal_year, _doubt(row, lacking)
    name, names = item_name(row.item, year), [element_name(element) for element in lacking]
    return Flaw(
        where=item_place(row.item, disclosures),
        message=Text(
            f"{name.th} ยังไม่แสดงองค์ประกอบ: {'; '.join(n.th for n in names)}{doubt.th}",
            f"{name.en} does not show: {'; '.join(n.en for n in names)}{doubt.en}",
        ),
        hint=_cure(row),
        fiscal_year=year,
        subject=row.item.id,
        observed=", ".join(e.id for e in row.elements if e.id in row.shown),
        expected=", ".join(e.id for e in row.needed),
    )


def _cure(row: ItemCoverage) -> Text:
    if row.item.duty and row.reports:
        file = f"{row.item.duty.fiscal_year}/measures.yml"
        return Text(
            f"เติมส่วนที่ขาดให้ครบทุกมาตรการใน {file} หรือในบทวิเคราะห์ (analysis) ของผลที่มาตรการนั้นตอบ",
            f"fill in what is lacking in every measure of {file}, or in the analysis of the result they answer",
        )
    return Text(
        "เพิ่มข้อมูลที่ขาดลงในหลักฐาน แล้วเติมรหัสองค์ประกอบใน shows",
        "add what is lacking to the evidence, and the element to its shows",
    )


def _doubt(row: ItemCoverage, lacking: Sequence[Element]) -> Text:
    confirmed = all(element.required is Required.YES for element in lacking)
    if confirmed and not is_unsure(row.item.elements.confidence):
        return NO_TEXT
    return Text(
        " (ระบบยังไม่แน่ใจว่าปีนี้กำหนดองค์ประกอบเหล่านี้ทั้งหมดหรือไม่ โปรดเทียบกับคู่มือของ ป.ป.ช.)",
        " (the catalogue is not sure that all of these are required this year; compare with the NACC's manual)",
    )
