"""การเปิดเผยข้อมูล: what the agency publishes for each item of a year."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from prongsai.models.base import Model
from prongsai.models.codes import ElementId, ItemId, item_id, no_twins
from prongsai.models.period import Period
from prongsai.models.source import Source
from prongsai.models.values import Day, FiscalYear, Link, Slug, Words
from prongsai.problems import InvalidValueError, Text


class EvidenceKind(StrEnum):
    """The form that evidence takes."""

    FILE = "file"
    URL = "url"
    TABLE = "table"
    IMAGE = "image"
    TEXT = "text"


class Evidence(Model):
    """หลักฐาน: one document, link, table or text that shows elements of an item."""

    title: Words
    file: Words | None = None
    """A document, by its path below the folder of the year."""
    url: Link | None = None
    table: Words | None = None
    """A CSV file, or the first sheet of an XLSX file, shown as a table and offered as a download."""
    image: Words | None = None
    """A picture, by its path below the folder of the year."""
    alt: Words | None = None
    """What the picture shows, in words: for who cannot see it."""
    text: Words | None = None
    updated: Day | None = None
    """The day of the document; without it, that of the item."""
    review: Day | None = None
    """The day by which the agency wants to have looked at it again."""
    shows: tuple[ElementId, ...] = ()
    period: Period | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        given = [kind for kind in EvidenceKind if getattr(self, kind) is not None]
        if len(given) != 1:
            raise InvalidValueError(
                Text(
                    "หลักฐานหนึ่งรายการต้องมี file, url, table, image หรือ text อย่างใดอย่างหนึ่ง",
                    "evidence needs exactly one of file, url, table, image and text",
                )
            )
        if (self.image is None) != (self.alt is None):
            raise InvalidValueError(
                Text("image ต้องมี alt คู่กัน", "image and alt go together"),
                Text(
                    "alt บอกว่าในภาพมีอะไร สำหรับผู้ที่มองไม่เห็นภาพ",
                    "alt says what the picture shows, for who cannot see it",
                ),
            )
        return self

    @property
    def kind(self) -> EvidenceKind:
        return next(kind for kind in EvidenceKind if getattr(self, kind) is not None)

    @property
    def path(self) -> str | None:
        """The published file behind it, by its path below the folder of the year."""
        return self.file or self.table or self.image


class EntryState(StrEnum):
    """How far the entry of an item is; an entry that says nothing of it stands as it is."""

    DRAFT = "draft"
    """Opened for the year, and nobody has put this year's evidence in."""


class Renewal(Model):
    """One piece of evidence of an earlier year, for the officer who replaces it. It is no evidence."""

    title: Words
    file: Words | None = None
    """Where it lies, by its path below the folder of its year; it is not published from here."""
    url: Link | None = None
    table: Words | None = None
    image: Words | None = None
    item: ItemId
    """The item that it was evidence of, in the numbering of its year."""
    fiscal_year: FiscalYear

    @property
    def address(self) -> str | None:
        """Where it is: a path below the folder of its year, or a page; None for what is text."""
        return self.file or self.table or self.image or self.url


class Declaration(Model):
    """That an item has nothing to report, or does not apply: why, by whom, on which day."""

    reason: Words
    by: Words
    on: Day


class Disclosure(Model):
    """What is published for one item."""

    state: EntryState | None = None
    explanation: Words | None = None
    """The way to the data, as the NACC's form asks."""
    responsible: Slug | None = None
    updated: Day | None = None
    review: Day | None = None
    """The day by which the agency wants to have looked at the item again."""
    evidence: tuple[Evidence, ...] = ()
    nothing_to_report: Declaration | None = None
    not_applicable: Declaration | None = None
    note: Words | None = None
    renew: tuple[Renewal, ...] = ()
    """What was its evidence in an earlier year, and is to be made anew. Nothing of it is shown."""

    @property
    def is_draft(self) -> bool:
        return self.state is EntryState.DRAFT

    @property
    def declaration(self) -> Declaration | None:
        """What was declared instead of evidence, if anything was."""
        return self.nothing_to_report or self.not_applicable

    @property
    def last_change(self) -> date | None:
        """The day it was updated or, where only that is known, declared."""
        return self.updated or (self.declaration.on if self.declaration else None)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = [self.evidence, self.nothing_to_report, self.not_applicable]
        if sum(map(bool, said)) > 1:
            raise InvalidValueError(
                Text(
                    "มีหลักฐาน ไม่มีเรื่องที่ต้องรายงาน และไม่เกี่ยวข้อง เลือกได้อย่างเดียว",
                    "evidence, nothing_to_report and not_applicable exclude each other",
                )
            )
        return self

    @model_validator(mode="after")
    def _is_no_draft_with_evidence(self) -> Self:
        """What a draft showed would be published and not count: one of the two is a mistake."""
        if self.is_draft and (self.evidence or self.declaration):
            raise InvalidValueError(
                Text(
                    "ยังเป็นร่าง (state: draft) แต่มีหลักฐานหรือคำแจ้งแล้ว",
                    "is still a draft (state: draft), but has evidence or a declaration",
                ),
                Text(
                    "ถ้าเป็นข้อมูลของปีนี้แล้ว ให้ลบบรรทัด state: draft",
                    "if that is the data of this year, delete the line state: draft",
                ),
            )
        return self


class Disclosures(Model):
    """The content of disclosure.yml."""

    fiscal_year: FiscalYear
    source: Source = Field(default_factory=Source)
    items: Annotated[dict[ItemId, Disclosure], no_twins(item_id)] = Field(default_factory=dict)
