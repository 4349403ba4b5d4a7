"""The open data of a site: JSON for programs, CSV for spreadsheets. Pure.

Figures are numbers, years are BE integers, days ISO dates. CSV begins with a byte order mark, so
that Excel reads the Thai.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any

from prongsai.coverage import ItemCoverage, coverage
from prongsai.levels import level_verdict
from prongsai.models.measure import Measure, Measures, Step
from prongsai.models.result import Announced, Result
from prongsai.models.site import Site, Year
from prongsai.scoring import compute, differences
from prongsai.urls import item_url

Row = dict[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file below /data/."""

    path: str
    text: str


def data_files(site: Site) -> Iterator[DataFile]:
    """Yield every open-data file of the site."""
    for result in site.results:
        folder = f"data/{result.fiscal_year}"
        yield DataFile(f"{folder}/result.json", to_json(result_data(site, result)))
        yield DataFile(f"{folder}/result.csv", to_csv(result_rows(site, result)))
    for year in site.item_years:
        rows = disclosure_rows(site, year)
        yield DataFile(f"data/{year.fiscal_year}/disclosure.json", to_json(rows))
        yield DataFile(f"data/{year.fiscal_year}/disclosure.csv", to_csv(rows))
    for plan in site.plans:
        rows = measure_rows(site, plan)
        yield DataFile(f"data/{plan.fiscal_year}/measures.json", to_json(rows))
        yield DataFile(f"data/{plan.fiscal_year}/measures.csv", to_csv(rows))
    yield DataFile("data/items.json", to_json(item_rows(site)))


def result_data(site: Site, result: Result) -> Row:
    """Return announced and computed scores of one year, the level verdict, the differences."""
    framework = site.frameworks[result.fiscal_year]
    computed = compute(framework, result)
    verdict = level_verdict(framework, result)
    return {
        "fiscal_year": result.fiscal_year,
        "agency": site.agency.name.th,
        "announced": {
            "total": result.total,
            "level": result.level,
            "instruments": _scores(result.instruments),
            "indicators": _scores(result.indicators),
            "questions": _scores(result.questions),
            "items": _scores(result.items),
        },
        "computed": {
            "total": computed.total,
            "instruments": computed.instruments,
            "indicators": computed.indicators,
            "sub_indicators": computed.sub_indicators,
        },
        "level_verdict": verdict.verdict.value if verdict else None,
        "differences": [
            {"what": one.what, "announced": one.announced, "computed": one.computed}
            for one in differences(framework, result)
        ],
    }


def result_rows(site: Site, result: Result) -> list[Row]:
    """Return every figure of one year in long form, one row each, in the framework's order."""
    framework = site.frameworks[result.fiscal_year]
    computed = compute(framework, result)
    rows = [_figure("total", "total", "คะแนนรวม", result.total, computed.total)]
    for one in framework.instruments:
        announced, follows = result.instruments.get(one.id), computed.instruments.get(one.id)
        rows.append(_figure("instrument", one.id, one.name.th, announced, follows))
    for each in framework.indicators:
        announced, follows = result.indicators.get(each.id), computed.indicators.get(each.id)
        rows.append(_figure("indicator", each.id, each.name.th, announced, follows))
    for sub in framework.sub_indicators:
        name = sub.name.th if sub.name else None
        rows.append(
            _figure("sub-indicator", sub.id, name, None, computed.sub_indicators.get(sub.id))
        )
    for code, announced in result.questions.items():
        known = framework.question_by_id.get(code)
        rows.append(_figure("question", code, known.title if known else None, announced))
    for item in framework.items:
        rows.append(_figure("item", item.id, item.title.th, result.items.get(item.id)))
    told = [row for row in rows if row["announced"] is not None or row["computed"] is not None]
    return [{"fiscal_year": result.fiscal_year, **row} for row in told]


def disclosure_rows(site: Site, year: Year) -> list[Row]:
    """Return one row per item of a year; elements are counted."""
    return [_item(site, year, row) for row in coverage(site, year)]


def measure_rows(site: Site, plan: Measures) -> list[Row]:
    """Return one row per measure, with every field."""
    return [_measure(site, plan, measure) for measure in plan.measures]


def item_rows(site: Site) -> list[Row]:
    """Return every item page of every year, newest year first, for crawlers."""
    return [
        {"fiscal_year": year.fiscal_year, **_item(site, year, row)}
        for year in site.item_years
        for row in coverage(site, year)
    ]


def to_json(value: Any) -> str:
    """Return JSON with Thai as it is and a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n"


def to_csv(rows: Iterable[Row]) -> str:
    """Return rows of the same keys as CSV with a header; lists are joined by semicolons."""
    listed = list(rows)
    out = StringIO()
    out.write("\ufeff")
    if listed:
        writer = csv.DictWriter(out, list(listed[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in listed)
    return out.getvalue()


def _figure(
    kind: str, code: Any, title: str | None, announced: Any, computed: Decimal | None = None
) -> Row:
    if isinstance(announced, Announced):
        title, announced = announced.title or title, announced.score
    return {"kind": kind, "id": code, "title": title, "announced": announced, "computed": computed}


def _scores(figures: Mapping[Any, Announced]) -> dict[Any, Decimal]:
    return {code: figure.score for code, figure in figures.items()}


def _item(site: Site, year: Year, row: ItemCoverage) -> Row:
    announced = year.result.items.get(row.item.id) if year.result else None
    sub = year.framework.sub_indicator_of.get(row.item.id)
    shown, needed = row.progress
    return {
        "id": row.item.id,
        "title": row.item.title.th,
        "sub_indicator": sub.id if sub else None,
        "url": site.agency.address(item_url(year.fiscal_year, row.item.slug)),
        "state": row.state.value,
        "elements_shown": shown,
        "elements_required": needed,
        "announced_score": announced.score if announced else None,
        "updated": row.updated,
    }


def _measure(site: Site, plan: Measures, measure: Measure) -> Row:
    span = measure.period.span(plan.fiscal_year) if measure.period else None
    return {
        "fiscal_year": plan.fiscal_year,
        "result_year": plan.result_year,
        "id": measure.id,
        "indicator": measure.indicator,
        "title": measure.title,
        "analysis": measure.analysis,
        "steps": [_step(step) for step in measure.steps],
        "period_text": measure.period.text if measure.period else None,
        "period_from": span[0] if span else None,
        "period_to": span[1] if span else None,
        "responsible": [site.agency.units.get(unit, unit) for unit in measure.responsible],
        "follow_up": measure.follow_up,
        "cites": list(measure.cites),
        "progress": measure.progress.value if measure.progress else None,
        "outputs": list(measure.outputs),
        "outcomes": list(measure.outcomes),
        "note": measure.note,
    }


def _step(step: Step) -> str:
    return "; ".join([step.text, *step.parts])


def _cell(value: Any) -> Any:
    """Return what a cell holds; text that a spreadsheet would run as a formula gets an apostrophe.

    https://owasp.org/www-community/attacks/CSV_Injection; the JSON keeps the text as it is.
    """
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat()
