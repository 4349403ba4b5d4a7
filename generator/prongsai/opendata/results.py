"""The data of a result: announced and computed figures, and what does not follow. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from prongsai.levels import LevelVerdict, level_verdict
from prongsai.models.framework import Framework
from prongsai.models.result import Announced, Result
from prongsai.models.site import Site
from prongsai.opendata.table import Column, Holds, Row, row
from prongsai.problems import Text
from prongsai.scoring import Computed, compute, differences


@dataclass(frozen=True)
class _Told:
    """One result with what follows from it."""

    site: Site
    result: Result

    @property
    def framework(self) -> Framework:
        return self.site.frameworks[self.result.fiscal_year]

    @cached_property
    def computed(self) -> Computed:
        return compute(self.framework, self.result)

    @property
    def verdict(self) -> LevelVerdict | None:
        return level_verdict(self.framework, self.result)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of a result: announced, computed, or both."""

    year: int
    kind: str
    id: Any
    title: str | None
    announced: Decimal | None
    computed: Decimal | None = None


def _announced(told: _Told) -> Row:
    result = told.result
    return {
        "total": result.total,
        "level": result.level,
        "instruments": _scores(result.instruments),
        "indicators": _scores(result.indicators),
        "questions": _scores(result.questions),
        "items": _scores(result.items),
    }


def _computed(told: _Told) -> Row:
    computed = told.computed
    return {
        "total": computed.total,
        "instruments": computed.instruments,
        "indicators": computed.indicators,
        "sub_indicators": computed.sub_indicators,
    }


def _differences(told: _Told) -> list[Row]:
    return [
        {"what": one.what, "announced": one.announced, "computed": one.computed}
        for one in differences(told.framework, told.result)
    ]


_VERDICTS = "consistent = ตรงกับเกณฑ์, wrong = ไม่ตรง, undecidable = ตัดสินไม่ได้"
KEYS: tuple[Column[_Told], ...] = (
    Column(
        "fiscal_year",
        Holds.YEAR,
        Text("ปีงบประมาณของผล (พ.ศ.)", "fiscal year of the result, Buddhist era"),
        lambda told: told.result.fiscal_year,
    ),
    Column(
        "agency",
        Holds.TEXT,
        Text("ชื่อหน่วยงาน", "name of the agency, in Thai"),
        lambda told: told.site.agency.named(told.site.agency.name.th),
    ),
    Column(
        "announced",
        Holds.GROUP,
        Text(
            "ค่าที่ประกาศ: คะแนนรวม ระดับ และคะแนนรายเครื่องมือ ตัวชี้วัด ข้อคำถาม และข้อ OIT",
            "as announced: total, level, and the scores of instruments, indicators, questions and items",
        ),
        _announced,
    ),
    Column(
        "computed",
        Holds.GROUP,
        Text(
            "ค่าที่คำนวณจากคะแนนย่อยตามน้ำหนักของกรอบการประเมิน ไม่ใช่ผลทางการ",
            "what follows from the parts by the weights of the framework; not official",
        ),
        _computed,
    ),
    Column(
        "level_verdict",
        Holds.TEXT,
        Text(
            f"ระดับที่ประกาศตรงกับคะแนนหรือไม่ ({_VERDICTS})",
            "whether the announced level follows from the scores: consistent, wrong or undecidable",
        ),
        lambda told: told.verdict.verdict.value if told.verdict else None,
    ),
    Column(
        "differences",
        Holds.GROUP,
        Text(
            "รายการค่าที่ประกาศกับค่าที่คำนวณได้ไม่ตรงกัน (what, announced, computed)",
            "where announced and computed differ: what, announced, computed",
        ),
        _differences,
    ),
)
"""The keys of result.json."""

FIGURES: tuple[Column[_Figure], ...] = (
    Column(
        "fiscal_year",
        Holds.YEAR,
        Text("ปีงบประมาณของผล (พ.ศ.)", "fiscal year of the result, Buddhist era"),
        lambda one: one.year,
    ),
    Column(
        "kind",
        Holds.TEXT,
        Text(
            "ชนิดของคะแนน: total รวม, instrument เครื่องมือ, indicator ตัวชี้วัด, "
            "sub-indicator ตัวชี้วัดย่อย, question ข้อคำถาม, item ข้อ OIT",
            "what is scored: total, instrument, indicator, sub-indicator, question or item",
        ),
        lambda one: one.kind,
    ),
    Column(
        "id",
        Holds.TEXT,
        Text("รหัส เช่น OIT, 9, 9.1, i1, O12", "its code, such as OIT, 9, 9.1, i1, O12"),
        lambda one: one.id,
    ),
    Column("title", Holds.TEXT, Text("ชื่อ", "its title, in Thai"), lambda one: one.title),
    Column(
        "announced",
        Holds.NUMBER,
        Text("คะแนนที่ประกาศ 0 ถึง 100", "announced score, 0 to 100"),
        lambda one: one.announced,
    ),
    Column(
        "computed",
        Holds.NUMBER,
        Text(
            "คะแนนที่คำนวณจากคะแนนย่อย ไม่ใช่ผลทางการ",
            "score that follows from the parts; not official",
        ),
        lambda one: one.computed,
    ),
)
"""The columns of result.csv."""


def result_data(site: Site, result: Result) -> Row:
    """Return announced and computed scores of one year, the level verdict, the differences."""
    return row(KEYS, _Told(site, result))


def result_rows(site: Site, result: Result) -> list[Row]:
    """Return every figure of one year in long form, one row each, in the framework's order."""
    figures = _figures(_Told(site, result))
    known = (one for one in figures if one.announced is not None or one.computed is not None)
    return [row(FIGURES, one) for one in known]


def _figures(told: _Told) -> Iterator[_Figure]:
    result, computed, framework = told.result, told.computed, told.framework
    year = result.fiscal_year
    yield _Figure(year, "total", "total", "คะแนนรวม", result.total, computed.total)
    for one in framework.instruments:
        known = result.instruments.get(one.id)
        yield _figure(
            year, "instrument", one.id, one.name.th, known, computed.instruments.get(one.id)
        )
    for each in framework.indicators:
        known = result.indicators.get(each.id)
        yield _figure(
            year, "indicator", each.id, each.name.th, known, computed.indicators.get(each.id)
        )
    for sub in framework.sub_indicators:
        name = sub.name.th if sub.name else None
        follows = computed.sub_indicators.get(sub.id)
        yield _figure(year, "sub-indicator", sub.id, name, None, follows)
    for code, known in result.questions.items():
        asked = framework.question_by_id.get(code)
        yield _figure(year, "question", code, asked.title if asked else None, known)
    for item in framework.items:
        yield _figure(year, "item", item.id, item.title.th, result.items.get(item.id))


def _figure(
    year: int,
    kind: str,
    code: Any,
    title: str | None,
    known: Announced | None,
    computed: Decimal | None = None,
) -> _Figure:
    """Return a figure; under the title that its source prints, where that is another."""
    shown = (known.title if known else None) or title
    return _Figure(year, kind, code, shown, known.score if known else None, computed)


def _scores(figures: Mapping[Any, Announced]) -> dict[Any, Decimal]:
    return {code: figure.score for code, figure in figures.items()}
