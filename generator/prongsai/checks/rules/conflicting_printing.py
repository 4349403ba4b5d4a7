from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import figure_name
from prongsai.models.codes import FISCAL_YEAR
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "RES104",
    Severity.WARNING,
    title=Text("ตัวเลขหรือปีเดียวกันที่พิมพ์ไว้สองค่า", "two printed values of one figure, or of the year"),
    what=Text(
        "เอกสารต้นทางต้องพิมพ์ตัวเลขหนึ่งไว้ค่าเดียว และพิมพ์ปีของผลตรงกับปีที่ใช้ ค่าหรือปีอื่นที่พบจดไว้ใน printed_otherwise",
        "The source prints one value for one figure, and for the result the year that is used. Another value or "
        "year is noted under printed_otherwise.",
    ),
    why=Text(
        "ผู้อ่านที่เปิดเอกสารต้นฉบับจะเห็นตัวเลขหรือปีต่างจากบนเว็บไซต์ และไม่รู้ว่าค่าใดถูก หากปีผิด คะแนนทั้งชุดจะไปอยู่ผิดปี",
        "Who opens the original sees another figure or year than on the website, and cannot tell which is right. "
        "With a wrong year, all the scores stand in the wrong place.",
    ),
    fix=Text(
        "เทียบกับผลที่ ป.ป.ช. ประกาศ ใช้ค่าที่ประกาศ และออกเอกสารฉบับแก้ไข เก็บค่าอื่นไว้ใน printed_otherwise "
        "หากผลเป็นของปีอื่น ให้ย้ายไฟล์ไปไว้ในโฟลเดอร์ของปีนั้นและแก้ fiscal_year",
        "Compare with the result that the NACC announced, use that value, and reissue the document. The other value "
        "stays under printed_otherwise. A result of another year moves to the folder of that year, with its "
        "fiscal_year corrected.",
    ),
)
def conflicting_printing(site: Site) -> Iterator[Flaw]:
    """A year in use need not be printed itself, so nothing is said of where it would be."""
    for result in site.results:
        yield from _without_a_value(result)
        for other, used in result.conflicts():
            is_year = other.figure == FISCAL_YEAR
            name, value = figure_name(other.figure), other.value
            said = _year_said(used, value) if is_year else _figure_said(name, used, value)
            yield Flaw(
                where=other.where,
                message=Text(f"{said.th}: {other.place}", f"{said.en}: {other.place}"),
                hint=_which_year(site, used, int(value)) if is_year else _WHICH_VALUE,
                fiscal_year=result.fiscal_year,
                subject=other.figure,
                observed=str(value),
                expected=str(used),
            )


def _without_a_value(result: Result) -> Iterator[Flaw]:
    """Yield what is noted as printed otherwise while no value is in use that it could differ from.

    Sub-indicators are announced nowhere, so for them the note is all that there is.
    """
    for other in result.printed_otherwise:
        is_alone = other.figure.startswith("sub-indicator") or other.figure == FISCAL_YEAR
        if is_alone or result.announced(other.figure) is not None:
            continue
        name = figure_name(other.figure)
        yield Flaw(
            where=other.where,
            message=Text(
                f"{name.th} จดไว้ว่าพิมพ์ {other.value} แต่ในไฟล์ไม่มีค่าที่ใช้",
                f"{name.en} is noted as printed {other.value}, but the file has no value in use",
            ),
            hint=Text("กรอกค่าที่ใช้ หรือแก้ figure", "fill in the value in use, or correct figure"),
            fiscal_year=result.fiscal_year,
            subject=other.figure,
            observed=str(other.value),
            severity=Severity.NOTE,
        )


def _figure_said(name: Text, used: object, printed: object) -> Text:
    return Text(
        f"{name.th} ใช้ค่า {used} แต่เอกสารต้นทางพิมพ์ {printed} ไว้อีกแห่ง",
        f"{name.en} is given as {used}, but the source prints {printed} elsewhere",
    )


def _year_said(used: object, printed: object) -> Text:
    return Text(
        f"ผลนี้ใช้เป็นของปีงบประมาณ {used} แต่เอกสารต้นทางพิมพ์ปี {printed} ไว้",
        f"this result is taken as that of FY{used}, but the source prints FY{printed}",
    )


_WHICH_VALUE = Text(
    "เทียบกับผลที่ ป.ป.ช. ประกาศว่าค่าใดถูก",
    "compare with the result that the NACC announced to see which is right",
)


def _which_year(site: Site, used: object, printed: int) -> Text:
    compare = Text(
        f"เทียบกับผลที่ ป.ป.ช. ประกาศว่าเป็นของปี {used} หรือปี {printed}",
        f"compare with the results that the NACC announced, whether it is that of FY{used} or of FY{printed}",
    )
    if site.result(printed):
        return Text(
            f"{compare.th} (ที่นี่มีผลของปี {printed} อีกชุดหนึ่งแล้ว)",
            f"{compare.en} (FY{printed} has another result here)",
        )
    return Text(
        f"{compare.th} หากเป็นของปี {printed} ให้ย้ายไปไว้ที่ {printed}/result.yml และแก้ fiscal_year",
        f"{compare.en}; if of FY{printed}, move it to {printed}/result.yml and correct fiscal_year",
    )
