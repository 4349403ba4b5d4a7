"""What in the announced figures does not agree: the report says of it what the checks say."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.levels import Verdict, level_verdict
from prongsai.models.codes import FISCAL_YEAR
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.models.terms import Grade
from prongsai.reports import words
from prongsai.reports.comparison import is_compared
from prongsai.reports.document import Line, Notice, Tone, line
from prongsai.scoring import differences, follows


def contradictions(site: Site, result: Result) -> Notice | None:
    """Return what in the announced figures does not agree, or None when nothing was found."""
    lines = [
        *_differing(site, result),
        *_wrong_change(site, result),
        *_printed_twice(site, result),
        *_wrong_level(site, result),
    ]
    if not lines:
        return None
    return Notice("ตัวเลขที่ควรเทียบกับเอกสารต้นทาง", tuple(lines), Tone.WARNING)


def _differing(site: Site, result: Result) -> Iterator[Line]:
    year, agency = result.fiscal_year, site.agency
    for one in differences(site.frameworks[year], result):
        text = (
            f"{words.figure(site, year, one.what)}: ประกาศ {words.score(agency, one.announced)} "
            f"แต่คำนวณจากคะแนนย่อยที่พิมพ์ไว้ได้ {words.score(agency, one.computed)}"
        )
        if one.one_part_only:
            text += " (คะแนนรายข้อที่พิมพ์อาจเป็นของ EIT เพียงส่วนเดียว จึงอาจไม่ใช่ข้อผิดพลาด)"
        if site.frameworks[year].confidence.aggregation.grade in (Grade.LOW, Grade.NONE):
            text += " (วิธีคำนวณของปีนี้ยังไม่ได้รับการยืนยัน จึงอาจไม่ใช่ข้อผิดพลาด)"
        yield line(text)


def _wrong_change(site: Site, result: Result) -> Iterator[Line]:
    """Yield a printed change that the two totals do not give, as the check RES102 does."""
    before = site.result(result.fiscal_year - 1)
    earlier = before.total if before else None
    if result.change is None or result.total is None or earlier is None:
        return
    if not follows(result.total, earlier, result.change):
        printed, real = (words.signed(site, one) for one in (result.change, result.total - earlier))
        yield line(f"ผลต่างจากปีก่อน: พิมพ์ {printed} แต่คะแนนรวมของทั้งสองปีต่างกัน {real}")


def _printed_twice(site: Site, result: Result) -> Iterator[Line]:
    show, year = site.agency.digits.show, result.fiscal_year
    before = site.result(year - 1)
    for one in (result, before) if before else (result,):
        for other, used in one.conflicts():
            if other.figure == FISCAL_YEAR:
                name = words.figure(site, year, FISCAL_YEAR)
                name += f"ของคะแนนรวม {show(one.total)}" if one.total is not None else ""
            elif one is before and not is_compared(site, result, before, other.figure):
                continue
            else:
                name = words.figure(site, one.fiscal_year, other.figure)
                name += f" ปี {show(one.fiscal_year)}" if one is before else ""
            yield line(
                f"{name}: พิมพ์ {show(other.value)} ใน{other.place} ส่วนที่ใช้ในรายงานนี้คือ {show(used)}"
            )


def _wrong_level(site: Site, result: Result) -> Iterator[Line]:
    verdict = level_verdict(site.frameworks[result.fiscal_year], result)
    if verdict and verdict.verdict is Verdict.WRONG:
        yield line(f"ระดับ: ประกาศว่า {result.level} ซึ่งไม่ตรงกับเกณฑ์ของปีนี้")
