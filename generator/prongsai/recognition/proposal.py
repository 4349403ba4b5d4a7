"""What a document adds to result.yml and measures.yml, as plain content. Pure.

What is there already stays: a figure that the document prints otherwise is told, and replaced only
where that is asked for. Content is plain: text, lists and mappings, as `yamlediting` has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from prongsai import thai
from prongsai.models.period import Period
from prongsai.problems import InvalidValueError, Text
from prongsai.recognition.figures import Recognised
from prongsai.recognition.headings import Column
from prongsai.recognition.measures import MeasureRow, MeasureTables
from prongsai.recognition.settling import Settled, group_of
from prongsai.recognition.units import Units

Plain = dict[str, Any]

_GROUPS = ("instruments", "indicators", "questions", "items")
_FIELDS: Mapping[Column, str] = {
    Column.TITLE: "title",
    Column.ANALYSIS: "analysis",
    Column.STEPS: "steps",
    Column.PERIOD: "period",
    Column.RESPONSIBLE: "responsible",
    Column.FOLLOW_UP: "follow_up",
    Column.OUTPUTS: "outputs",
    Column.OUTCOMES: "outcomes",
    Column.INDICATOR: "indicator",
}


@dataclass(frozen=True)
class Conflict:
    """A figure that the file has with another value than the document."""

    figure: str
    kept: str
    printed: str
    place: Text


def result_content(
    found: Recognised, old: Mapping[str, Any], title: str, *, replace: bool = False
) -> tuple[Plain, tuple[Conflict, ...]]:
    """Return the content of result.yml with what the document announces, and what contradicts it."""
    content: Plain = {"fiscal_year": str(found.year), **{k: _copied(v) for k, v in old.items()}}
    content.setdefault("source", {"title": title})
    conflicts = []
    for settled in found.certain:
        holder, key = _holder(content, settled.figure)
        new = _written(settled)
        if key in holder and not _is_same(holder[key], settled.value or ""):
            conflict = Conflict(
                settled.figure, _score(holder[key]), settled.value or "", settled.reading.place
            )
            conflicts.append(conflict)
            if not replace:
                continue
        elif key in holder:
            continue
        holder[key] = new
    _note_other_printings(content, found.certain)
    return _ordered(content), tuple(conflicts)


def _copied(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _holder(content: Plain, figure: str) -> tuple[Plain, str]:
    """Return the mapping in which a figure stands, and its key there."""
    if figure in ("total", "level", "change"):
        return content, figure
    group: Plain = content.setdefault(group_of(figure), {})
    return group, figure.removeprefix("indicator ")


def _written(settled: Settled) -> Any:
    title = settled.reading.title
    return {"score": settled.value, "title": title} if title else settled.value


def _score(value: Any) -> str:
    return str(value.get("score", "")) if isinstance(value, Mapping) else str(value)


def _is_same(old: Any, new: str) -> bool:
    written = thai.arabic(_score(old)).strip()
    try:
        return Decimal(written) == Decimal(new)
    except InvalidOperation:
        return written == new


def _note_other_printings(content: Plain, settled: Sequence[Settled]) -> None:
    """Keep both values of what the document prints in two ways: a check points at them."""
    known = list(content.get("printed_otherwise", ()))
    said = {(str(one.get("figure")), thai.arabic(str(one.get("value")))) for one in known}
    for one in settled:
        if one.figure == "level":
            continue
        for other in one.otherwise:
            if (one.figure, other.value) not in said:
                place = f"{other.place.th}: {other.quote}"
                known.append({"figure": one.figure, "value": other.value, "place": place})
    if known:
        content["printed_otherwise"] = known


def _ordered(content: Plain) -> Plain:
    """Put new keys where people look for them: the whole before its parts."""
    order = ("fiscal_year", "updated", "source", "total", "level", "change", *_GROUPS)
    first = {key: content[key] for key in order if key in content}
    return first | {key: value for key, value in content.items() if key not in first}


def measures_content(
    tables: MeasureTables, year: int, result_year: int, title: str, units: Units
) -> Plain:
    """Return the content of a new measures.yml with the measures of a document, in its order."""
    columns = {
        _FIELDS[key]: name for key, name in tables.headings.items() if key in _FIELDS and name
    }
    content: Plain = {
        "fiscal_year": str(year),
        "result_year": str(result_year),
        "source": {"title": title},
    }
    if columns:
        content["columns"] = columns
    content["measures"] = [
        _measure(one, number, year, units) for number, one in enumerate(tables.measures, 1)
    ]
    return content


def _measure(row: MeasureRow, number: int, year: int, units: Units) -> Plain:
    fields: Plain = {
        "id": f"m{number}",
        "indicator": str(row.indicator) if row.indicator else "",
        "title": row.title,
        "analysis": "\n\n".join(row.pieces(Column.ANALYSIS)),
        "steps": list(row.pieces(Column.STEPS)),
        "period": _period(" ".join(row.pieces(Column.PERIOD)), year),
        "responsible": units.named(row.pieces(Column.RESPONSIBLE)),
        "follow_up": "\n".join(row.pieces(Column.FOLLOW_UP)),
        "progress": row.progress,
        "outputs": list(row.pieces(Column.OUTPUTS)),
        "outcomes": list(row.pieces(Column.OUTCOMES)),
    }
    return {key: value for key, value in fields.items() if value}


def _period(text: str, year: int) -> Any:
    """Return a period as written where it is read as days, and else as words."""
    if not text:
        return ""
    try:
        Period.model_validate(Period.from_text(text))
    except (InvalidValueError, ValueError):
        return {"text": text}
    return text


def measures_year(tables: MeasureTables, found: Recognised) -> int | None:
    """Return the fiscal year of the measures: that of their periods; of a report of what was carried
    out, that of its cover; else the year after the result."""
    years = [
        year
        for one in tables.measures
        if (span := thai.parse_span(" ".join(one.pieces(Column.PERIOD))))
        if (year := span.end.year + 543 + (span.end.month >= 10))
    ]
    if years:
        return max(set(years), key=years.count)
    reports = any(one.progress or one.cells.get(Column.OUTPUTS) for one in tables.measures)
    cover = [said.year for said in found.years if said.weight == 1]
    if reports and cover:
        return cover[0]
    return found.year + 1 if found.year else None
