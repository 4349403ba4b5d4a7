from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.scoring import follows


@check(
    "RES102",
    Severity.ERROR,
    title=Text("ผลต่างจากปีก่อนที่ไม่ตรง", "a change from the year before that does not follow"),
    what=Text(
        "ผลต่างที่พิมพ์ไว้ (change) ต้องเท่ากับคะแนนรวมของปีนี้ลบด้วยคะแนนรวมของปีก่อน โดยเผื่อการปัดทศนิยม "
        "หากไม่มีคะแนนรวมของปีก่อนจะไม่ตรวจ",
        "The printed change equals this year's total less that of the year before, within rounding. Without the "
        "total of the year before nothing is said.",
    ),
    why=Text(
        "ผลต่างเป็นตัวเลขที่ผู้บริหารและประชาชนอ่านก่อน หากไม่ตรงแปลว่าคะแนนของปีใดปีหนึ่งหรือผลต่างนั้นผิด",
        "It is the figure that people read first. If it does not fit, it or one of the two totals is wrong.",
    ),
    fix=Text(
        "เทียบคะแนนรวมของทั้งสองปีกับผลที่ประกาศ แล้วแก้ตัวที่คัดลอกผิด หากเอกสารพิมพ์ผิดให้คงไว้และจดใน slips",
        "Compare the totals of both years with the announced results and correct what was copied wrongly. What the "
        "source misprints stays, with a note under slips.",
    ),
)
def mismatched_change(site: Site) -> Iterator[Flaw]:
    """Three rounded figures are compared, so each may be off by half a hundredth."""
    for result in site.results:
        before = site.result(result.fiscal_year - 1)
        earlier = before.total if before else None
        if result.change is None or result.total is None or earlier is None:
            continue
        if not follows(result.total, earlier, result.change):
            real = f"{result.total - earlier:+}"
            sum_told = f"{result.total} - {earlier} = {real}"
            yield Flaw(
                where=result.where_is("change"),
                message=Text(
                    f"พิมพ์ไว้ว่าคะแนนรวมต่างจากปี {result.fiscal_year - 1} {result.change:+} แต่ {sum_told}",
                    f"the total is said to differ from FY{result.fiscal_year - 1} by {result.change:+}, but {sum_told}",
                ),
                hint=Text(
                    "เทียบคะแนนรวมของทั้งสองปีและ change กับผลที่ประกาศ",
                    "compare both totals and the change with the announced results",
                ),
                fiscal_year=result.fiscal_year,
                subject="change",
                observed=f"{result.change:+}",
                expected=real,
            )
