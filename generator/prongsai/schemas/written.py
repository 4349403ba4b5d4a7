"""How the values of the models are written, as JSON Schema: types, patterns and words for slips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from prongsai.models import codes, redirect, result, values, waiver
from prongsai.problems import Text
from prongsai.schemas import patterns

Schema: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[..., Any]


def _told(text: Text) -> str:
    return f"{text.th} / {text.en}"


def written(types: str, pattern: str, text: Text, **bounds: int) -> Schema:
    """Return the schema of a single value: its types, what it looks like as text, and in words."""
    kinds: list[str] = types.split()
    told = _told(text)
    return {
        "type": kinds[0] if len(kinds) == 1 else kinds,
        "pattern": pattern,
        **bounds,
        "patternErrorMessage": told,
        "errorMessage": told,
    }


SCORE = written(
    "number string",
    patterns.whole(patterns.SCORE),
    Text("เขียนตัวเลข 0 ถึง 100 เช่น 96.79", "a number from 0 to 100"),
    minimum=0,
    maximum=100,
)
WORDS = written(
    "string number boolean", r"\S", Text("ต้องเป็นข้อความ และไม่ว่าง", "a text that is not empty")
)
PERIOD = written(
    "string integer",
    patterns.whole(f"{patterns.SPACE}{patterns.PERIOD}{patterns.SPACE}"),
    Text("เขียนเช่น ๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙, 2568 หรือ ตลอดปีงบประมาณ", "days, months or a year"),
    minimum=2400,
    maximum=2999,
)
YES_NO = written(
    "boolean string integer",
    patterns.whole(patterns.YES_OR_NO) + "|^[01]$",
    Text("ต้องเป็น true หรือ false", "true or false"),
    minimum=0,
    maximum=1,
)
# What the editor takes for a number may be a code: `08` is O8, and `9.1` a sub-indicator.
_ITEM_TEXT = Text("เขียนเป็น O1, O2 ...", "an item, such as O1")
_INDICATOR_TEXT = Text("เขียนเป็นตัวเลข 1 ถึง 10", "a number, 1 to 10")
READ_BY: Mapping[Reader, Schema] = {
    values.score: SCORE,
    values.difference: written(
        "number string",
        patterns.whole(rf"[-+−–]?{patterns.GAP}{patterns.NUMBER}"),
        Text("เขียนเช่น 0.78 หรือ -1.25", "such as 0.78 or -1.25"),
        minimum=-100,
        maximum=100,
    ),
    values.fiscal_year: written(
        "integer string",
        patterns.whole(patterns.YEAR),
        Text("เขียนปี พ.ศ. สี่หลัก เช่น 2568", "a Buddhist year of four digits"),
        minimum=2400,
        maximum=9999,
    ),
    values.day_of: written(
        "string",
        patterns.whole(f"{patterns.SPACE}{patterns.DAY}{patterns.SPACE}"),
        Text("เขียนเช่น 2025-03-15 หรือ 15 มี.ค. 2568", "a day"),
    ),
    values.link: written(
        "string",
        patterns.whole(patterns.LINK),
        Text("ต้องขึ้นต้นด้วย https://", "an address with https://"),
    ),
    values.slug: written(
        "string integer boolean",
        patterns.whole(patterns.SLUG),
        Text("ใช้ a-z ตัวเล็ก ตัวเลข และ - เช่น clerk", "small letters, digits and hyphens"),
        minimum=0,
    ),
    values.megabytes: written(
        "integer string",
        patterns.whole(patterns.MEGABYTES),
        Text("เขียนจำนวนเต็ม 1 ถึง 500", "a whole number from 1 to 500"),
        minimum=1,
        maximum=500,
    ),
    values.colour: written(
        "string number",
        patterns.whole(patterns.COLOUR),
        Text('เขียนเช่น "#1a5f3c" ในเครื่องหมายคำพูด', 'such as "#1a5f3c", in quotes'),
    ),
    values.email: written(
        "string",
        patterns.whole(patterns.EMAIL),
        Text("เขียนเช่น saraban@example.go.th", "an e-mail address"),
    ),
    codes.item_id: written(
        "string integer", patterns.whole(patterns.ITEM), _ITEM_TEXT, minimum=1, maximum=99
    ),
    codes.cited: written(
        "string number",
        patterns.whole(patterns.any_of(patterns.SUB_INDICATOR, patterns.ITEM)),
        Text("เขียนเป็น O8 หรือ 9.1", "an item or a sub-indicator"),
        minimum=0,
        maximum=100,
    ),
    codes.question_id: written(
        "string",
        patterns.whole(patterns.QUESTION),
        Text("เขียนเป็น i1 ... หรือ e1 ...", "a question, such as i1"),
    ),
    codes.indicator_id: written(
        "integer string", patterns.whole(patterns.INDICATOR), _INDICATOR_TEXT, minimum=1, maximum=20
    ),
    codes.element_id: written(
        "string",
        patterns.whole(patterns.ELEMENT),
        Text("เขียนเช่น o2-e1", "an element, such as o2-e1"),
    ),
    codes.instrument_id: written(
        "string",
        patterns.whole(patterns.any_of(*map(patterns.letters, patterns.INSTRUMENTS))),
        Text("เลือกจาก IIT, EIT, OIT", "IIT, EIT or OIT"),
    ),
    codes.figure_id: written(
        "string integer",
        patterns.whole(patterns.FIGURE),
        Text("เขียนเช่น total, IIT, indicator 6, i1 หรือ O13", "the name of a figure"),
        minimum=1,
        maximum=99,
    ),
    result.other_value: written(
        "number string",
        patterns.whole(patterns.any_of(patterns.SCORE, patterns.YEAR)),
        Text("เขียนคะแนน หรือปี พ.ศ. สี่หลัก", "a score, or a Buddhist year"),
        minimum=0,
        maximum=9999,
    ),
    waiver.check_code: written(
        "string",
        patterns.whole(patterns.CHECK),
        Text("เขียนเช่น DIS202", "the code of a check, such as DIS202"),
    ),
    redirect.below_the_site: written(
        "string number",
        patterns.whole(patterns.BELOW),
        Text("เขียนเช่น oit/2568/o12/", "an address on this site"),
    ),
}
"""What each reader of the models takes. One that is missing here is an error, not a gap."""

AS_KEY: Mapping[Reader, str] = {codes.item_id: patterns.whole(patterns.ITEM_OR_NUMBER)}
"""The keys that a reader takes, where an editor shows others: it makes 8 of `08`, which is O8."""

SUGGESTED: Mapping[Reader, tuple[str, ...]] = {
    codes.item_id: tuple(f"O{number}" for number in range(1, 49)),
    codes.indicator_id: tuple(map(str, range(1, 11))),
    codes.instrument_id: patterns.INSTRUMENTS[:3],
}
"""The keys that an editor offers, in the spelling that is written most."""
