"""ข้อ: what a framework asks an agency to publish, and the elements that make it complete."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from prongsai.models.base import Model
from prongsai.models.codes import ElementId, ItemId
from prongsai.models.terms import AgencyKind, Grade, Name
from prongsai.models.values import FiscalYear, Score, Words


class ElementKind(StrEnum):
    DOCUMENT = "document"
    TABLE = "table"
    DATE = "date"
    NARRATIVE = "narrative"
    CONTACT = "contact"
    LINK = "link"
    STATISTIC = "statistic"
    IMAGE = "image"


class Required(StrEnum):
    """Whether a source of that year's national list requires the element."""

    YES = "true"
    NO = "false"
    UNKNOWN = "unknown"


class ReportPart(StrEnum):
    """The part of a yearly ITA report that an element asks for."""

    ANALYSIS = "analysis"
    ANALYSIS_PER_INDICATOR = "analysis-per-indicator"
    WEAKNESSES = "weaknesses"
    IMPROVEMENTS = "improvements"
    MEASURES = "measures"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    FOLLOW_UP = "follow-up"
    PROGRESS = "progress"
    OUTPUTS = "outputs"
    OUTCOMES = "outcomes"


class Element(Model):
    """องค์ประกอบด้านข้อมูล: one thing that an item's page must show to be complete."""

    id: ElementId
    text: Name
    kind: ElementKind
    required: Required
    only_for: AgencyKind | None = None
    """Binds only agencies of this kind."""
    report_part: ReportPart | None = None
    """In an item that a yearly report answers, the part of the report that shows it."""

    def binds(self, kind: AgencyKind) -> bool:
        return self.only_for in (None, kind)


class Elements(Model):
    """The elements of one item, and how sure the catalogue is of them."""

    list: tuple[Element, ...] = ()
    source: Words | None = None
    confidence: Grade = Grade.NONE


class PeriodKind(StrEnum):
    """What time an item's data must cover."""

    CURRENT = "current"
    IN_FORCE = "in-force"
    THIS_YEAR = "this-year"
    PREVIOUS_YEAR = "previous-year"
    FIRST_HALF = "first-half"
    MONTHLY = "monthly"
    MONTHLY_FIRST_HALF = "monthly-first-half"
    FIRST_TWO_QUARTERS = "first-two-quarters"
    PLAN = "plan"
    MULTI_YEAR_PLAN = "multi-year-plan"
    RESULT_AND_MEASURES = "result-and-measures"
    UNKNOWN = "unknown"


class RequiredPeriod(Model):
    """What time an item's data must cover, in the words of the catalogue."""

    kind: PeriodKind
    text: Words | None = None
    basis: Words | None = None


class Columns(Model):
    """The headings that a table of the item has."""

    names: tuple[Words, ...]
    optional: tuple[Words, ...] = ()
    note: Words | None = None


class StatusValues(Model):
    values: tuple[Words, ...]
    source: Words | None = None


class ItemScores(Model):
    """The scores that an item can get."""

    values: tuple[Score, ...]
    note: Words | None = None


class Duty(Model):
    """The yearly ITA report of the agency that is itself the evidence of the item."""

    report: Literal["measures", "progress"]
    """`measures` with the analysis of the result they answer, or `progress` with them."""
    fiscal_year: FiscalYear
    """The year whose measures the report is about."""


class Item(Model):
    """ข้อ: one thing that the framework asks an agency to publish."""

    id: ItemId
    title: Name
    title_source: Words
    applies_to: Words
    period: RequiredPeriod
    elements: Elements = Field(default_factory=Elements)
    columns: Columns | None = None
    status: StatusValues | None = None
    scores: ItemScores | None = None
    duty: Duty | None = None
    note: Words | None = None

    @property
    def slug(self) -> str:
        """The item in URLs and file names: `o12`."""
        return self.id.lower()

    def elements_for(self, kind: AgencyKind) -> tuple[Element, ...]:
        return tuple(element for element in self.elements.list if element.binds(kind))
