"""The rows of a result's sheet: a figure each, with the score that follows from the others. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from prongsai import thai
from prongsai.models.codes import indicator_id, instrument_id, item_id, question_id
from prongsai.models.framework import Framework
from prongsai.models.terms import Grade
from prongsai.problems import InvalidValueError, Text, did_you_mean
from prongsai.workbook.draft import Content
from prongsai.workbook.forms import FormRow, Slot
from prongsai.workbook.formulas import computed_formulas, known_formula, number_formula
from prongsai.workbook.notation import DAY, FIGURE, LINES, TEXT, Notation, Units
from prongsai.workbook.sheet import FIRST_ROW, Choices, Column, Look

COLUMNS = (
    Column("code", "รหัส", 14, "รหัสของแถว ห้ามแก้", Look.LOCKED),
    Column("label", "รายการ", 50, "ชื่อตามกรอบการประเมินของปี", Look.LOCKED),
    Column(
        "score",
        "คะแนนหรือค่า",
        16,
        "คะแนนตามที่ประกาศ คงทศนิยมตามที่พิมพ์ เช่น 97.50 ใช้เลขไทยหรือเลขอารบิกก็ได้ ช่องที่ไม่ทราบให้เว้นว่าง",
    ),
    Column(
        "title",
        "ชื่อตามที่พิมพ์ หรือข้อความ",
        60,
        "ชื่อ: กรอกเมื่อเอกสารของหน่วยงานพิมพ์ต่างจากคอลัมน์ รายการ ข้อความ: ภาพรวมและข้อเสนอแนะ",
    ),
    Column("note", "หมายเหตุ", 30, "ข้อสังเกตเกี่ยวกับคะแนนนี้"),
    Column(
        "computed",
        "คะแนนที่คำนวณได้",
        14,
        "คำนวณจากคะแนนที่ประกาศของส่วนย่อย เป็นสูตร แก้ไม่ได้ และไม่นำเข้า ใช้เทียบกับคะแนนที่ประกาศ",
        Look.COMPUTED,
    ),
    Column("number", "ตัวเลข", look=Look.COMPUTED, hidden=True),
    Column("known", "ที่ใช้คำนวณ", look=Look.COMPUTED, hidden=True),
)
_SCORE, _COMPUTED, _NUMBER, _KNOWN = "C", "F", "G", "H"
_SPARE_ROWS = 40
"""More questions than the two surveys of a year have had."""
_HEAD = 6
"""The rows above the figures of the parts."""


def result_rows(framework: Framework, content: Content) -> tuple[FormRow, ...]:
    """Return the rows of a year, with those that only the content has."""
    figures = [
        ("คะแนนรวม", "total", "ผลการประเมินรวม", ("total",)),
        *((code, code, label, path) for code, label, path in _parts(framework, content)),
    ]
    rows_of = {
        _plain(key): FIRST_ROW + (n + _HEAD - 1 if n else 0)
        for n, (_, key, _, _) in enumerate(figures)
    }
    typed = {key: f"{_NUMBER}{row}" for key, row in rows_of.items()}
    known = {key: f"{_KNOWN}{row}" for key, row in rows_of.items()}
    formulas = computed_formulas(framework, typed, known)
    made = [
        _figure(shown, label, path, rows_of[_plain(key)], formulas.get(_plain(key), ""))
        for shown, key, label, path in figures
    ]
    return (made[0], *_words(framework), *made[1:])


def spare_rows(framework: Framework) -> tuple[FormRow, ...]:
    """Return rows for questions that the catalogue does not know: their codes are typed as well."""
    label = "ข้อคำถามของปีนี้: พิมพ์รหัสในคอลัมน์แรก เช่น i1 หรือ e1"
    row = FormRow("", {"label": label}, _slots(("questions", "")))
    return () if framework.questions.all else (row,) * _SPARE_ROWS


def question_row(code: str) -> FormRow | None:
    """Return the row of a question by the code that was typed; None where it is none."""
    try:
        return FormRow(code, {}, _slots(("questions", question_id(code))))
    except InvalidValueError:
        return None


def _plain(key: str) -> str:
    return key.removeprefix("ตัวชี้วัด ")


def _figure(code: str, label: str, path: tuple[str, ...], row: int, computed: str) -> FormRow:
    formulas = {
        "number": number_formula(f"{_SCORE}{row}"),
        "known": known_formula(f"{_NUMBER}{row}", f"{_COMPUTED}{row}" if computed else ""),
    }
    if computed:
        formulas["computed"] = computed
    slots = {"score": Slot(path, FIGURE)} if len(path) == 1 else _slots(path)
    return FormRow(code, {"label": label}, slots, formulas)


def _slots(path: tuple[str, ...]) -> dict[str, Slot]:
    return {
        "score": Slot((*path, "score"), FIGURE),
        "title": Slot((*path, "title")),
        "note": Slot((*path, "note")),
    }


def _words(framework: Framework) -> tuple[FormRow, ...]:
    levels = Choices(tuple(level.name.th for level in framework.levels), only=False)
    level = Slot(("level",), _level(framework), choices=levels)
    return (
        _one("ระดับ", "ระดับผลการประเมิน ตามที่ประกาศ", level),
        _one("ผลต่าง", "ผลต่างจากปีก่อนหน้า ตามที่พิมพ์ เช่น 0.78 หรือ -1.25", Slot(("change",), FIGURE)),
        _one("วันที่แก้ไข", "วันที่แก้ข้อมูลของผลนี้ครั้งล่าสุด", Slot(("updated",), DAY)),
        _one("ภาพรวม", "ภาพรวมของผล", Slot(("overview",)), "title"),
        _one(
            "ข้อเสนอแนะ",
            "ข้อเสนอแนะต่อผลในภาพรวม บรรทัดละหนึ่งข้อ (Alt+Enter)",
            Slot(("advice",), LINES),
            "title",
        ),
    )


def _level(framework: Framework) -> Notation:
    """Return the notation of a level: one of the year's, where the catalogue knows them surely."""
    if framework.confidence.levels.grade in (Grade.LOW, Grade.NONE) or not framework.levels:
        return TEXT
    year, names = framework.fiscal_year, [level.name.th for level in framework.levels]
    known = {_folded(name): name for name in names}
    known |= {_folded(level.name.en or level.name.th): level.name.th for level in framework.levels}

    def read(text: str, old: object, units: Units) -> str:
        if name := known.get(_folded(text).removeprefix("ระดับ").strip()):
            return name
        message = Text(f"ปี {year} ไม่มีระดับชื่อ '{text}'", f"FY{year} has no level called '{text}'")
        raise InvalidValueError(message, did_you_mean(text, names))

    return Notation(TEXT.show, read)


def _folded(text: str) -> str:
    return thai.folded(text).lower()


def _one(code: str, label: str, slot: Slot, column: str = "score") -> FormRow:
    return FormRow(code, {"label": label}, {column: slot})


def _parts(framework: Framework, content: Content) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield code, name and path of each figure of the parts: instruments first, items last."""
    groups: tuple[tuple[str, Mapping[Any, Any], Callable[[Any], object]], ...] = (
        ("instruments", framework.instrument_by_id, instrument_id),
        ("indicators", framework.indicator_by_id, indicator_id),
        ("questions", framework.question_by_id, question_id),
        ("items", framework.item_by_id, item_id),
    )
    for group, known, read in groups:
        written = _written(content.get(group), read)
        names = {str(code): _name(one) for code, one in known.items()}
        for code in [*names, *(code for code in written if code not in names)]:
            prefix = "ตัวชี้วัด " if group == "indicators" else ""
            yield f"{prefix}{code}", names.get(code, ""), (group, written.get(code, code))


def _written(figures: object, read: Callable[[Any], object]) -> dict[str, str]:
    """Return the keys of a mapping as they are written, by their code: `O8` for `๐๘`."""
    found = {}
    for key in figures if isinstance(figures, dict) else ():
        try:
            found[str(read(key))] = str(key)
        except InvalidValueError:
            found[str(key)] = str(key)
    return found


def _name(part: Any) -> str:
    """Return what the framework calls a part; some questions have no wording."""
    name = getattr(part, "name", None) or getattr(part, "title", None)
    return str(getattr(name, "th", name) or "")


def figure_order(framework: Framework) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the order in which the figures of each group are written."""
    return {
        ("instruments",): tuple(framework.instrument_by_id),
        ("indicators",): tuple(map(str, framework.indicator_by_id)),
        ("questions",): tuple(framework.question_by_id),
        ("items",): tuple(framework.item_by_id),
    }
