"""What a fiscal year requires: instruments, indicators, items, questions, levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from prongsai.models.base import Model
from prongsai.models.codes import IndicatorId, InstrumentId, ItemId, SubIndicatorId
from prongsai.models.item import Item
from prongsai.models.level import Level, RuleVariant
from prongsai.models.question import Question, Questions
from prongsai.models.terms import AgencyKind, Grade, Name
from prongsai.models.values import FiscalYear, Score, Slug, Words
from prongsai.problems import InvalidValueError, Text


class Confidence(Model):
    """How sure one section of the catalogue is, with what was said about it."""

    grade: Grade
    note: Words | None = None


class Confidences(Model):
    """The confidence of each section of a framework."""

    instruments: Confidence
    indicators: Confidence
    sub_indicators: Confidence
    items: Confidence
    elements: Confidence
    questions: Confidence
    levels: Confidence
    aggregation: Confidence
    calendar: Confidence


class Instrument(Model):
    """เครื่องมือ: IIT, EIT, OIT (EBIT in FY2561)."""

    id: InstrumentId
    name: Name
    weight: Annotated[Decimal, Field(ge=0, le=1)] | None = None
    """Share of the total, 0 to 1; None where no source states it."""
    indicators: tuple[IndicatorId, ...] = ()
    note: Words | None = None


class Indicator(Model):
    """ตัวชี้วัด: what one instrument measures."""

    id: IndicatorId
    name: Name
    instrument: InstrumentId | None = None
    note: Words | None = None


class SubIndicator(Model):
    """ตัวชี้วัดย่อย: a group of items whose mean counts as one part of its indicator."""

    id: SubIndicatorId
    name: Name | None = None
    items: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    note: Words | None = None

    @property
    def indicator(self) -> int:
        return int(self.id.partition(".")[0])


class InferredSubIndicators(Model):
    """A grouping made by meaning from another year. Not established: no score may rest on it."""

    note: Words
    groups: tuple[SubIndicator, ...]


class Aggregation(Model):
    """How the scores of the parts make the score of the whole, in words; scoring.py does it."""

    item_to_sub: Words | None = None
    sub_to_indicator: Words | None = None
    question_to_indicator: Words | None = None
    indicator_to_instrument: Words | None = None
    instrument_to_total: Words | None = None
    rounding: Words | None = None
    item_scores: tuple[Score, ...] = ()
    item_scores_assumed: bool = False
    evidence: tuple[Words, ...] = ()
    note: Words | None = None


class CalendarEntry(Model):
    event: Words
    when: Words
    source: Words


class Submission(Model):
    """What is known of how the agency hands its items in."""

    text: tuple[Words, ...] = ()
    sources: tuple[Words, ...] = ()
    note: Words | None = None


class Target(Model):
    """How many respondents of EIT part 1 a group of agencies had to reach."""

    group: Words
    agencies: int
    target: int


class EitPublicTargets(Model):
    note: Words
    targets: tuple[Target, ...]


class Framework(Model):
    """กรอบการประเมิน of one fiscal year and edition, with the certainty of each part.

    What no source gives is absent (None or an empty tuple), never guessed.
    """

    fiscal_year: FiscalYear
    edition: Slug
    kinds: Annotated[tuple[AgencyKind, ...], Field(min_length=1)]
    """The kinds of agency that this edition is for."""
    note: Words | None = None
    sources: dict[str, Words]
    confidence: Confidences
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...] = ()
    inferred_sub_indicators: InferredSubIndicators | None = None
    items: tuple[Item, ...] = ()
    questions: Questions = Field(default_factory=Questions)
    levels: tuple[Level, ...] = ()
    """Best first: the level of a result is the first whose band and condition it meets."""
    levels_note: Words | None = None
    rule_variants: tuple[RuleVariant, ...] = ()
    aggregation: Aggregation = Field(default_factory=Aggregation)
    calendar: tuple[CalendarEntry, ...] = ()
    submission: Submission = Field(default_factory=Submission)
    eit_public_targets: EitPublicTargets | None = None

    @model_validator(mode="after")
    def _parts_are_declared(self) -> Self:
        instruments = {instrument.id for instrument in self.instruments}
        indicators = {indicator.id for indicator in self.indicators}
        stray: list[int | str] = [
            i.id for i in self.indicators if i.instrument not in instruments | {None}
        ]
        stray += [n for i in self.instruments for n in i.indicators if n not in indicators]
        stray += [s.id for s in self.sub_indicators if s.indicator not in indicators]
        stray += [i for s in self.sub_indicators for i in s.items if i not in self.item_by_id]
        stray += [q.id for q in self.questions.all if q.indicator not in indicators]
        if stray:
            names = ", ".join(map(str, stray))
            raise InvalidValueError(
                Text(f"อ้างถึงส่วนที่ไม่ได้ประกาศไว้: {names}", f"parts that are not declared: {names}")
            )
        return self

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def indicator_by_id(self) -> dict[int, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def instrument_by_id(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions.all}

    @cached_property
    def sub_indicator_by_id(self) -> dict[str, SubIndicator]:
        return {sub.id: sub for sub in self.sub_indicators}

    @cached_property
    def sub_indicator_of(self) -> dict[str, SubIndicator]:
        """The established sub-indicator of each item; items of a year without any are absent."""
        return {item: sub for sub in self.sub_indicators for item in sub.items}

    def subs_of(self, indicator: int) -> Iterator[SubIndicator]:
        return (sub for sub in self.sub_indicators if sub.indicator == indicator)

    def questions_of(self, indicator: int) -> Iterator[Question]:
        return (question for question in self.questions.all if question.indicator == indicator)
