"""มาตรการ: what the agency undertakes after a result, and how it was carried out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from prongsai.models.base import Model
from prongsai.models.codes import Cited, IndicatorId
from prongsai.models.memo import Memo
from prongsai.models.period import Period
from prongsai.models.source import Slip, Source
from prongsai.models.values import Day, FiscalYear, Slug, Words
from prongsai.problems import InvalidValueError, Text


class Progress(StrEnum):
    """ผลการดำเนินการ of one measure."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"


MeasureField = Literal[
    "indicator",
    "title",
    "analysis",
    "steps",
    "period",
    "responsible",
    "follow_up",
    "outputs",
    "outcomes",
]
"""A field of a measure that a table shows as a column."""


class Point(Model):
    """ประเด็น: one point of a step. Plain text is the point alone."""

    text: Words
    responsible: tuple[Slug, ...] = ()
    """Units of agency.yml, where the source names them for each point."""

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"text": text}


class Step(Model):
    """ขั้นตอน/วิธีการ: one step, with its own points where the source has them."""

    text: Words
    points: tuple[Point, ...] = Field(default=(), alias="parts")

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"text": text}

    @property
    def parts(self) -> tuple[str, ...]:
        """The texts of the points."""
        return tuple(point.text for point in self.points)


class Measure(Model):
    """One measure, project or activity."""

    id: Slug
    indicator: IndicatorId | None = None
    title: Words
    analysis: Words | None = None
    steps: tuple[Step, ...] = ()
    period: Period | None = None
    responsible: tuple[Slug, ...] = ()
    """Units of agency.yml, by their short names; all of them, also those named at a point."""
    follow_up: Words | None = None
    cites: tuple[Cited, ...] = ()
    progress: Progress | None = None
    outputs: tuple[Words, ...] = ()
    outcomes: tuple[Words, ...] = ()
    note: Words | None = None
    source: Source = Field(default_factory=Source)

    @property
    def reported(self) -> bool:
        """Whether anything is known of carrying it out."""
        return bool(self.progress or self.outputs or self.outcomes)


class Measures(Model):
    """The content of measures.yml: the measures carried out in one fiscal year."""

    fiscal_year: FiscalYear
    result_year: FiscalYear
    """The year of the result that the measures answer."""
    indicators: tuple[IndicatorId, ...] = ()
    """The indicators that all measures answer together, where the source says it once for all."""
    updated: Day | None = None
    """When what stands in this file was last changed."""
    reported_on: Day | None = None
    """The day as of which progress is reported; without it, that of the memorandum."""
    columns: dict[MeasureField, Words] = Field(default_factory=dict)
    """What the agency calls the columns of its tables, in its order."""
    source: Source = Field(default_factory=Source)
    memo: Memo | None = None
    """The memorandum that reports how the measures were carried out; its date is the day of that
    report."""
    slips: tuple[Slip, ...] = ()
    overview: Words | None = None
    """How the measures came about, and what is said of all of them."""
    measures: tuple[Measure, ...] = ()

    @property
    def as_of(self) -> date | None:
        """The day as of which progress is known, or None where nothing says."""
        return self.reported_on or (self.memo.date if self.memo else None)

    @model_validator(mode="after")
    def _answers_a_known_result(self) -> Self:
        if self.result_year > self.fiscal_year:
            raise InvalidValueError(
                Text(
                    f"result_year: {self.result_year} อยู่หลังปีของมาตรการ ({self.fiscal_year})",
                    f"result_year: {self.result_year} is after the year of the measures, {self.fiscal_year}",
                ),
                Text(
                    "result_year คือปีของผลที่มาตรการตอบ โดยทั่วไปคือปีก่อน",
                    "it is the year of the result that they answer, as a rule the year before",
                ),
            )
        return self

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        counted = Counter(measure.id for measure in self.measures)
        if repeated := sorted(name for name, count in counted.items() if count > 1):
            names = ", ".join(repeated)
            raise InvalidValueError(
                Text(f"id ของมาตรการซ้ำกัน: {names}", f"measure ids used more than once: {names}"),
                Text(
                    "ตั้ง id ให้ต่างกันทุกมาตรการ เช่น m1, m2", "give each measure its own, such as m1, m2"
                ),
            )
        return self
