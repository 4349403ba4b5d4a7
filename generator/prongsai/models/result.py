"""ผลการประเมิน: the announced scores and level of a fiscal year, and their analysis."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, ValidationInfo, model_validator

from prongsai.models.base import Model
from prongsai.models.codes import (
    FISCAL_YEAR,
    Cited,
    FigureId,
    IndicatorId,
    InstrumentId,
    ItemId,
    QuestionId,
    cited,
    indicator_id,
    instrument_id,
    item_id,
    no_twins,
    question_id,
)
from prongsai.models.source import Slip, Source
from prongsai.models.values import (
    Day,
    Difference,
    FiscalYear,
    Score,
    Words,
    fiscal_year,
    plain,
    score,
)
from prongsai.problems import InvalidValueError, Text


class Announced(Model):
    """One announced figure. A bare number is the score alone."""

    score: Score
    title: Words | None = None
    """The title as this result prints it, with the printed number where that is another."""
    note: Words | None = None

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"score": text}


InstrumentFigures = Annotated[dict[InstrumentId, Announced], no_twins(instrument_id)]
IndicatorFigures = Annotated[dict[IndicatorId, Announced], no_twins(indicator_id)]
QuestionFigures = Annotated[dict[QuestionId, Announced], no_twins(question_id)]
ItemFigures = Annotated[dict[ItemId, Announced], no_twins(item_id)]
Titles = Annotated[dict[Cited, Words], no_twins(cited)]


def other_value(value: Any, info: ValidationInfo) -> Decimal | int:
    """Read a year for `fiscal_year`, a score for any other figure: no score has four digits."""
    text, figure = plain(value), info.data.get("figure")
    is_year = text.isdecimal() and len(text) == 4
    if figure and is_year != (figure == FISCAL_YEAR):
        raise _year_for_score(value) if is_year else _score_for_year(value)
    return fiscal_year(value) if is_year else score(value)


def _year_for_score(value: Any) -> InvalidValueError:
    return InvalidValueError(
        Text(f"'{value}' ไม่ใช่คะแนน", f"'{value}' is not a score"),
        Text(
            "เขียนตัวเลข 0 ถึง 100 ถ้าเป็นปีของผลให้เขียน figure: fiscal_year",
            "write a number from 0 to 100; for the year of the result write figure: fiscal_year",
        ),
    )


def _score_for_year(value: Any) -> InvalidValueError:
    return InvalidValueError(
        Text(f"'{value}' ไม่ใช่ปีงบประมาณ", f"'{value}' is not a fiscal year"),
        Text(
            "figure: fiscal_year ใช้กับปี พ.ศ. สี่หลัก เช่น 2568 ถ้าเป็นคะแนนให้เขียนชื่อคะแนน เช่น figure: total",
            "figure: fiscal_year takes a Buddhist year of four digits, such as 2568; for a score name the score, "
            "such as figure: total",
        ),
    )


class OtherPrinting(Model):
    """A second value that the source prints. Both are kept; a check points at it."""

    figure: FigureId
    """A score, or `fiscal_year` for the year that the result is said to be of."""
    value: Annotated[Decimal | int, PlainValidator(other_value)]
    """A score, with the decimals that were printed; of `fiscal_year` a Buddhist year."""
    place: Words


class Analysis(Model):
    """What the agency says of one indicator or one instrument."""

    indicator: IndicatorId | None = None
    instrument: InstrumentId | None = None
    part: Literal["public", "survey"] | None = None
    """The part of the EIT, where the source tells them apart."""
    text: Words
    weaknesses: tuple[Words, ...] = ()
    """ข้อบกพร่อง จุดอ่อน: what is wrong."""
    improvements: tuple[Words, ...] = ()
    """ประเด็นที่ต้องปรับปรุง ประเด็นที่ควรพัฒนา: what is to be made better."""
    advice: tuple[Words, ...] = ()
    """ข้อเสนอแนะ: how."""
    cites: tuple[Cited, ...] = ()
    titles: Titles = Field(default_factory=dict)
    """The titles of cited items as the source prints them, where they are not the framework's."""
    source: Source = Field(default_factory=Source)

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Self:
        if (self.indicator is None) == (self.instrument is None):
            raise InvalidValueError(
                Text(
                    "ต้องระบุ indicator หรือ instrument อย่างใดอย่างหนึ่ง",
                    "needs either indicator or instrument",
                )
            )
        return self

    @model_validator(mode="after")
    def _titles_are_of_what_is_cited(self) -> Self:
        if stray := [code for code in self.titles if code not in self.cites]:
            codes = ", ".join(stray)
            raise InvalidValueError(
                Text(
                    f"titles มี {codes} ซึ่งไม่อยู่ใน cites",
                    f"titles has {codes}, which cites does not have",
                )
            )
        return self


class Result(Model):
    """The content of result.yml. Figures as announced, with the decimals that were printed."""

    fiscal_year: FiscalYear
    updated: Day | None = None
    """When what stands in this file was last changed."""
    source: Source = Field(default_factory=Source)
    total: Score | None = None
    level: Words | None = None
    change: Difference | None = None
    """The change from the year before that the source prints."""
    instruments: InstrumentFigures = Field(default_factory=dict)
    indicators: IndicatorFigures = Field(default_factory=dict)
    questions: QuestionFigures = Field(default_factory=dict)
    items: ItemFigures = Field(default_factory=dict)
    printed_otherwise: tuple[OtherPrinting, ...] = ()
    slips: tuple[Slip, ...] = ()
    overview: Words | None = None
    analysis: tuple[Analysis, ...] = ()
    advice: tuple[Words, ...] = ()
    """ข้อเสนอแนะ on the result as a whole."""

    def conflicts(self) -> Iterator[tuple[OtherPrinting, Decimal | int]]:
        """Yield what is printed otherwise, each with the value that is used in its place.

        100 and 100.00 are one value: they are compared as numbers.
        """
        for other in self.printed_otherwise:
            is_year = other.figure == FISCAL_YEAR
            used = self.fiscal_year if is_year else self.announced(other.figure)
            if used is not None and used != other.value:
                yield other, used

    def announced(self, figure: str) -> Decimal | None:
        """Return the announced value of a figure by its name (`indicator 6`, `O13`), or None."""
        return self._by_name.get(figure)

    @cached_property
    def _by_name(self) -> dict[str, Decimal | None]:
        named: dict[str, Decimal | None] = {"total": self.total, "change": self.change}
        for prefix, figures in self._groups():
            named |= {f"{prefix}{key}": figure.score for key, figure in figures.items()}
        return named

    def _groups(self) -> tuple[tuple[str, dict[Any, Announced]], ...]:
        return (
            ("", self.instruments),
            ("indicator ", self.indicators),
            ("", self.questions),
            ("", self.items),
        )
