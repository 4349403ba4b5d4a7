from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import figure_name
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "RES104",
    Severity.WARNING,
    title=Text("ตัวเลขเดียวกันที่พิมพ์ไว้สองค่า", "two printed values of one figure"),
    what=Text(
        "เอกสารต้นทางต้องพิมพ์ตัวเลขหนึ่งไว้ค่าเดียว ค่าอื่นที่พบจดไว้ใน printed_otherwise",
        "The source prints one value for one figure. A second value is noted under printed_otherwise.",
    ),
    why=Text(
        "ผู้อ่านที่เปิดเอกสารต้นฉบับจะเห็นตัวเลขต่างจากบนเว็บไซต์ และไม่รู้ว่าค่าใดถูก",
        "Who opens the original sees another figure than on the website, and cannot tell which is right.",
    ),
    fix=Text(
        "เทียบกับผลที่ ป.ป.ช. ประกาศ ใช้ค่าที่ประกาศ และออกเอกสารฉบับแก้ไข เก็บค่าอื่นไว้ใน printed_otherwise",
        "Compare with the result that the NACC announced, use that value, and reissue the document. The other value "
        "stays under printed_otherwise.",
    ),
)
def conflicting_printing(site: Site) -> Iterator[Flaw]:
    """100 and 100.00 are one value: figures are compared as numbers."""
    for result in site.results:
        for other in result.printed_otherwise:
            used = result.announced(other.figure)
            if used is None or used == other.value:
                continue
            name = figure_name(other.figure)
            yield Flaw(
                where=other.where,
                message=Text(
                    f"{name.th} ใช้ค่า {used} แต่เอกสารต้นทางพิมพ์ {other.value} ไว้อีกแห่ง: {other.place}",
                    f"{name.en} is given as {used}, but the source prints {other.value} elsewhere: {other.place}",
                ),
                hint=Text(
                    "เทียบกับผลที่ ป.ป.ช. ประกาศว่าค่าใดถูก",
                    "compare with the result that the NACC announced to see which is right",
                ),
                fiscal_year=result.fiscal_year,
                subject=other.figure,
                observed=str(other.value),
                expected=str(used),
            )
