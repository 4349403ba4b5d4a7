"""AGY101 pale-colour"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import palette
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "AGY101",
    Severity.NOTE,
    title=Text("สีของหน่วยงานที่อ่อนเกินไป", "a colour that is too pale to be read"),
    what=Text(
        "ตัวอักษรสีขาวบน colour ของ agency.yml และลิงก์สีนั้นบนพื้นขาว มีความต่างของสีไม่ต่ำกว่า 4.5 ต่อ 1",
        "White on the colour of agency.yml, and links in it on light ground, have a contrast of 4.5 to 1 or more.",
    ),
    why=Text(
        "ต่ำกว่านั้นผู้สูงอายุและผู้ที่ใช้โทรศัพท์กลางแดดอ่านไม่ออก (WCAG 2.2 ระดับ AA) ระบบจึงปรับให้เองและบอกว่าปรับอะไร "
        "เว็บไซต์ใช้ได้ตามปกติ",
        "Below that old people, and anybody with a phone in the sun, cannot read it (WCAG 2.2, level AA). The site is "
        "adapted by itself, and this tells how; nothing is broken.",
    ),
    fix=Text(
        "ไม่ต้องแก้ ถ้าไม่ชอบสีที่ได้ ให้เลือกสีที่เข้มกว่าใน agency.yml",
        "Nothing has to be done. If you do not like the outcome, choose a darker colour in agency.yml.",
    ),
)
def pale_colour(site: Site) -> Iterator[Flaw]:
    """WCAG 2.2, success criterion 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum"""
    colour = site.agency.colour
    for told in palette.adaptations(colour) if colour else ():
        yield Flaw(
            where=site.agency.where_is("colour"),
            message=Text(f"สี {colour}: {told.th}", f"the colour {colour}: {told.en}"),
            hint=Text(
                "ไม่ต้องแก้ หรือเลือกสีที่เข้มกว่า", "nothing has to be done; or choose a darker colour"
            ),
            subject="colour",
            observed=str(colour),
        )
