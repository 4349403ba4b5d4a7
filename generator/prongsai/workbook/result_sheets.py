"""The sheets of result.yml: the figures as announced, and what the agency says of them. Pure."""

from __future__ import annotations

import re

from prongsai import thai
from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.workbook import forms, tables
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.notation import CODES, LINES, Notation, Units, choice
from prongsai.workbook.parts import File, Part
from prongsai.workbook.result_form import (
    COLUMNS,
    figure_order,
    question_row,
    result_rows,
    spare_rows,
)
from prongsai.workbook.sheet import Choices, Column, Look, Sheet

PARTS_OF_EIT = {"public": "ส่วนที่ 1 (EIT Public)", "survey": "ส่วนที่ 2 (EIT Survey)"}
_INDICATOR = re.compile(r"(?:ตัวชี้วัด\s*(?:ที่)?)?\s*(\d+)")
_KNOWN_BY = [("about", "part", "text"), ("about", "text"), ("about", "part"), ("text",)]


def result_parts(framework: Framework) -> tuple[Part, ...]:
    """Return the sheets of the result of a year."""
    year = framework.fiscal_year
    figures, analysis = f"ผล {year}", f"วิเคราะห์ {year}"
    file: File = (year, "result")
    columns = _analysis_columns(framework)

    def draw_figures(content: Content, units: Units) -> Sheet:
        title = f"ผลการประเมิน ITA ปีงบประมาณ {year}: กรอกตามที่ประกาศ"
        form = (*result_rows(framework, content), *spare_rows(framework))
        rows = forms.drawn(COLUMNS, form, content, units)
        return Sheet(figures, title, COLUMNS, rows)

    def take_figures(rows: Rows, draft: Draft) -> None:
        order = {(): tuple(Result.model_fields), **figure_order(framework)}
        further = (lambda code: None) if framework.questions.all else question_row
        forms.read(rows, result_rows(framework, draft.earlier), draft, order, further)

    def draw_analysis(content: Content, units: Units) -> Sheet:
        title = f"บทวิเคราะห์ผลปี {year}: หนึ่งแถวต่อหนึ่งตัวชี้วัดหรือเครื่องมือ เพิ่มแถวต่อท้ายได้"
        entries = map(_flat, _entries(content))
        return Sheet(analysis, title, columns, tables.drawn(columns, entries, units), grows=True)

    def take_analysis(rows: Rows, draft: Draft) -> None:
        _take_analysis(rows, columns, draft)

    return (
        Part(figures, file, COLUMNS, draw_figures, take_figures),
        Part(analysis, file, columns, draw_analysis, take_analysis),
    )


def _analysis_columns(framework: Framework) -> tuple[Column, ...]:
    subjects = [f"ตัวชี้วัด {indicator.id}" for indicator in framework.indicators]
    subjects += [instrument.id for instrument in framework.instruments]
    about = Choices(tuple(subjects), only=False)
    part = Choices(tuple(PARTS_OF_EIT.values()))
    lines = "บรรทัดละหนึ่งข้อ ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"
    return (
        Column(
            "about",
            "เรื่อง",
            16,
            "ตัวชี้วัดหรือเครื่องมือที่วิเคราะห์",
            Look.REQUIRED,
            about,
            _ABOUT,
            (("indicator",), ("instrument",)),
        ),
        Column("part", "ส่วนของ EIT", 22, "เฉพาะเมื่อแยกวิเคราะห์", choices=part, notation=_PART),
        Column("text", "บทวิเคราะห์", 70, "ข้อความวิเคราะห์", Look.REQUIRED),
        Column("weaknesses", "ข้อบกพร่อง/จุดอ่อน", 40, lines, notation=LINES),
        Column("improvements", "ประเด็นที่ต้องพัฒนา", 40, lines, notation=LINES),
        Column("advice", "ข้อเสนอแนะ", 40, lines, notation=LINES),
        Column("cites", "ข้อที่กล่าวถึง", 18, "คั่นด้วยจุลภาค เช่น O8, O16, 9.1", notation=CODES),
    )


def _show_about(value: str, units: Units) -> str:
    return f"ตัวชี้วัด {value}" if thai.arabic(value).isdecimal() else value


def _read_about(text: str, old: object, units: Units) -> str:
    found = _INDICATOR.fullmatch(thai.arabic(text).strip())
    return found[1] if found else text


_ABOUT = Notation(_show_about, _read_about)
_PART = choice(PARTS_OF_EIT)


def _entries(content: Content) -> list[Content]:
    entries = content.get("analysis")
    return list(entries) if isinstance(entries, list) else []


def _flat(entry: Content) -> Content:
    """Return an analysis with what it is about under one key."""
    about = entry.get("indicator", entry.get("instrument"))
    rest = {k: v for k, v in entry.items() if k not in ("indicator", "instrument")}
    return {"about": about, **rest}


def _whole(flat: Content) -> Content:
    about = str(flat.get("about", ""))
    key = "indicator" if thai.arabic(about).isdecimal() else "instrument"
    return {(key if k == "about" else k): v for k, v in flat.items()}


def _take_analysis(rows: Rows, columns: tuple[Column, ...], draft: Draft) -> None:
    earlier = _entries(draft.earlier)
    flats = [_flat(entry) for entry in earlier]
    draft.places["analysis",] = rows.heading
    new: list[Content] = []
    for entry, _, row in tables.read(rows, columns, flats, _KNOWN_BY, draft):
        where = ("analysis", len(new))
        draft.places[where] = row["about"].place
        draft.locate(where, columns, row)
        unchanged = next((e for e, flat in zip(earlier, flats, strict=True) if flat == entry), None)
        new.append(unchanged or _whole(entry))
    if new != earlier:
        draft.content["analysis"] = new
        if not new:
            del draft.content["analysis"]
