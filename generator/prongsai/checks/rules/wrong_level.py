from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.levels import LevelVerdict, Verdict, level_verdict
from prongsai.models.result import Result
from prongsai.models.site import Site, Year
from prongsai.problems import Text, did_you_mean


@check(
    "RES103",
    Severity.ERROR,
    title=Text("ระดับผลการประเมินที่เป็นไปไม่ได้", "a level that cannot be right"),
    what=Text(
        "ระดับที่ประกาศต้องเป็นไปได้ตามคะแนนที่ประกาศ ตั้งแต่ปี 2566 เงื่อนไขของคะแนนส่วนย่อยตีความได้หลายแบบ "
        "จึงถือว่าผิดเฉพาะเมื่อผิดทุกแบบ กรณีที่ตัดสินไม่ได้จะไม่แจ้ง ปีที่เกณฑ์ในระบบยังไม่ได้รับการยืนยันก็ไม่แจ้ง",
        "The announced level is possible with the announced scores. From FY2566 the condition on the parts can be "
        "read in several ways: a level is wrong only when every reading excludes it, and nothing is said when it "
        "cannot be decided, or when the levels of the year are only assumed.",
    ),
    why=Text(
        "ระดับเป็นสิ่งที่ผู้อ่านจำได้ และเป็นเป้าหมายระดับชาติ การเผยแพร่ระดับที่ผิดทำให้เข้าใจผลผิดไปทั้งหมด",
        "The level is what readers remember and what national targets count. A wrong one misleads about the whole "
        "result.",
    ),
    fix=Text(
        "เทียบ level และ total กับผลที่ ป.ป.ช. ประกาศ แล้วแก้ตัวที่คัดลอกผิด ชื่อระดับต้องเป็นชื่อของปีนั้น",
        "Compare level and total with what the NACC announced and correct what was copied wrongly. The name of the "
        "level is one of that year's.",
    ),
)
def wrong_level(site: Site) -> Iterator[Flaw]:
    """Bands and readings are in the catalogue; evidence in frameworks/SOURCES.md (MGR68, SEED2)."""
    for year in site.years:
        verdict = level_verdict(year.framework, year.result) if year.result else None
        if year.result and verdict and verdict.verdict is Verdict.WRONG:
            yield _wrong(year, year.result, verdict)


def _wrong(year: Year, result: Result, verdict: LevelVerdict) -> Flaw:
    names = [level.name.th for level in year.framework.levels]
    possible = dict.fromkeys(level.name.th for _, levels in verdict.allowed for level in levels)
    listed, known = ", ".join(possible), result.level in names
    return Flaw(
        where=result.where_is("level"),
        message=_impossible(result, listed) if known else _no_such_level(result),
        hint=_COMPARE if known else did_you_mean(str(result.level), names),
        fiscal_year=result.fiscal_year,
        subject="level",
        observed=str(result.level),
        expected=listed if known else ", ".join(names),
    )


def _impossible(result: Result, possible: str) -> Text:
    return Text(
        f"ระดับ {result.level} ไม่ตรงกับคะแนนที่ประกาศ (คะแนนรวม {result.total}) ระดับที่เป็นไปได้: {possible}",
        f"the level {result.level} does not fit the announced scores (total {result.total}); possible: {possible}",
    )


def _no_such_level(result: Result) -> Text:
    year = result.fiscal_year
    return Text(
        f"ปี {year} ไม่มีระดับชื่อ '{result.level}'", f"FY{year} has no level called '{result.level}'"
    )


_COMPARE = Text(
    "เทียบ level และ total กับผลที่ประกาศ", "compare level and total with the announced result"
)
