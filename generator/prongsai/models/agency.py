"""หน่วยงาน: who publishes."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from prongsai import thai
from prongsai.models.base import Model
from prongsai.models.licence import Licence
from prongsai.models.terms import AgencyKind, Name
from prongsai.models.values import Email, Link, Megabytes, Slug, Words
from prongsai.problems import InvalidValueError, Text


class Digits(StrEnum):
    """The digits in which the agency shows numbers."""

    THAI = "thai"
    ARABIC = "arabic"

    def show(self, value: object) -> str:
        """Return the value as text in these digits. Only digits change, never the figure."""
        text = thai.arabic(str(value))
        return thai.thai(text) if self is Digits.THAI else text


class Contact(Model):
    """How citizens reach the agency."""

    address: Words | None = None
    phone: Words | None = None
    email: Email | None = None
    facebook: Link | None = None
    line: Words | None = None
    map: Link | None = None


class Agency(Model):
    """The content of agency.yml."""

    name: Name
    short_name: Name
    kind: AgencyKind
    district: Words | None = None
    province: Words | None = None
    main_site: Link
    """The agency's main website: evidence and pages must live on its host."""
    published_at: Link | None = None
    """Where this site is published, when that is not the top of the main site."""
    digits: Digits = Digits.THAI
    units: dict[Slug, Words] = Field(default_factory=dict)
    """สำนัก/กอง by the short name that measures and items use."""
    contact: Contact = Field(default_factory=Contact)
    licence: Licence | None = None
    """On what terms others may use the open data; None where the agency does not say."""
    largest_document_mb: Megabytes = 50
    """How large a published document may be, in MB: a phone has to load it."""
    sample: bool = False
    """Whether all of it is made up, to show how it is done: every page says so."""
    show_checks: bool = False
    """Whether /checks/, what is missing or contradictory, is published."""

    @field_validator("main_site", "published_at")
    @classmethod
    def _is_a_folder(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        if parts.query or parts.fragment:
            raise InvalidValueError(
                Text(f"'{value}' มี ? หรือ # อยู่", f"'{value}' has a ? or #"),
                Text(
                    "เขียนเฉพาะที่อยู่ของเว็บไซต์ เช่น https://www.example.go.th/",
                    "write only the site, such as https://www.example.go.th/",
                ),
            )
        return value

    def named(self, text: str) -> str:
        """Return what a search engine, a catalogue or a feed shows of this site: made up is said so."""
        return f"{text} (ข้อมูลสมมติ / made up)" if self.sample else text

    def address(self, url: str) -> str:
        """Return the full web address of a page or file of this site, given below its top."""
        return f"{(self.published_at or self.main_site).rstrip('/')}/{url}"
