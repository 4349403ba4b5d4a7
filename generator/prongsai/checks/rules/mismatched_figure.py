from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.certainty import doubted, softened
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.subjects import figure_name, figure_place
from prongsai.models.result import Result
from prongsai.models.site import Site, Year
from prongsai.problems import Text
from prongsai.scoring import Difference, differences


@check(
    "RES101",
    Severity.ERROR,
    title=Text("คะแนนที่ไม่ตรงกับคะแนนส่วนย่อย", "a figure that does not follow from its parts"),
    what=Text(
        "คะแนนรวม คะแนนรายเครื่องมือ และคะแนนรายตัวชี้วัดที่ประกาศ ต้องตรงกับที่คำนวณจากคะแนนส่วนย่อยที่ประกาศ "
        "โดยเผื่อการปัดทศนิยมสองตำแหน่ง หากคะแนนส่วนย่อยมีไม่ครบจะไม่ตรวจ "
        "คะแนนข้อคำถาม EIT ที่พิมพ์เพียงชุดเดียวอาจเป็นของ EIT เพียงส่วนเดียวจากสองส่วน กรณีนี้เป็นเพียงข้อสังเกต "
        "ปีที่วิธีคำนวณในระบบยังไม่ได้รับการยืนยันเป็นเพียงข้อควรระวัง",
        "The announced total, instruments and indicators follow from the announced parts, within the rounding to two "
        "decimals; where a part is not known nothing is said. Where EIT questions are printed once for an EIT taken "
        "in two parts, they may belong to one part: that is a note. For a year whose way of reckoning is only "
        "assumed it is a warning.",
    ),
    why=Text(
        "ตัวเลขที่ขัดกันเองทำให้ผู้อ่านไม่เชื่อถือ และบอกว่ามีตัวเลขที่พิมพ์หรือคัดลอกผิด",
        "Figures that contradict each other cost trust, and one of them was printed or copied wrongly.",
    ),
    fix=Text(
        "เทียบกับผลที่ ป.ป.ช. ประกาศ หากคัดลอกผิดให้แก้ หากเอกสารพิมพ์ไว้เช่นนั้นจริงให้คงตัวเลขไว้ แล้วจดใน slips",
        "Compare with the result that the NACC announced. Correct a mistake of copying; a figure that is really "
        "printed so stays, with a note under slips.",
    ),
)
def mismatched_figure(site: Site) -> Iterator[Flaw]:
    """Aggregation is proven on the results of FY2564 and FY2568 (frameworks/SOURCES.md, SEED2)."""
    for year in site.years:
        if year.result:
            for difference in differences(year.framework, year.result):
                yield _flaw(difference, year, year.result)


def _flaw(difference: Difference, year: Year, result: Result) -> Flaw:
    grade, one_part = year.framework.confidence.aggregation.grade, difference.one_part_only
    message = (_one_part if one_part else _contradiction)(difference)
    return Flaw(
        where=figure_place(result, difference.what),
        message=doubted(message, grade, year.fiscal_year),
        hint=_COMPARE_PARTS if one_part else _COMPARE,
        fiscal_year=result.fiscal_year,
        subject=difference.what,
        observed=str(difference.announced),
        expected=str(difference.computed),
        severity=Severity.NOTE if one_part else softened(grade),
    )


def _contradiction(difference: Difference) -> Text:
    name = figure_name(difference.what)
    return Text(
        f"{name.th} ประกาศไว้ {difference.announced} แต่คำนวณจากคะแนนส่วนย่อยได้ {difference.computed}",
        f"{name.en} is announced as {difference.announced}, but its parts give {difference.computed}",
    )


def _one_part(difference: Difference) -> Text:
    name = figure_name(difference.what)
    return Text(
        f"{name.th} ประกาศไว้ {difference.announced} แต่ข้อคำถามที่พิมพ์ไว้เฉลี่ยได้ {difference.computed} "
        "คะแนนข้อคำถาม (e) ที่พิมพ์อาจเป็นของ EIT เพียงส่วนเดียวจากสองส่วน จึงอาจไม่ผิด",
        f"{name.en} is announced as {difference.announced}, but the questions printed average "
        f"{difference.computed}; the printed e-scores may be of one of the two parts of the EIT only, so this need "
        "not be a mistake",
    )


_COMPARE = Text(
    "เทียบกับผลที่ประกาศ แก้หากคัดลอกผิด หากพิมพ์ไว้เช่นนั้นจริงให้คงไว้และจดใน slips",
    "compare with the announced result; correct a mistake of copying, else keep it and note it under slips",
)
_COMPARE_PARTS = Text(
    "หากมีคะแนนแยกของ EIT Public และ EIT Survey ให้เทียบกับค่าเฉลี่ยของทั้งสองส่วน",
    "if you have the scores of EIT Public and EIT Survey apart, compare with both",
)
