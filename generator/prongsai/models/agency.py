"""หน่วยงาน: who publishes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, field_validator

from prongsai import thai
from prongsai.models.base import Model
from prongsai.models.licence import Licence
from prongsai.models.terms import AgencyKind, Name
from prongsai.models.values import Email, Link, Megabytes, Slug, Words, colour
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


WrittenColour = Annotated[str | None, BeforeValidator(colour)]
"""`#1a5f3c`, small letters. With nothing behind its key it is refused: YAML reads what is written
as `colour: #1a5f3c`, without quotes, as a remark.
"""


class Emblem(Model):
    """ตราสัญลักษณ์: the picture that stands for the agency. Plain text is its file."""

    file: Words
    """Below the content: `files/emblem.svg`, or `pages/...` where it is used on pages as well."""
    alt: Words | None = None
    """What it shows, for those who do not see it; by default whose emblem it is."""

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"file": text}


_DEMONSTRATION = (
    "เว็บไซต์สาธิต ไม่ใช่เว็บไซต์ของหน่วยงาน ข้อมูลมาจากเอกสารที่หน่วยงานเผยแพร่ "
    "สิ่งที่ไม่มีในเว็บไซต์นี้ไม่ได้แปลว่าหน่วยงานไม่ได้เปิดเผย"
)


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
    colour: WrittenColour = None
    """The agency's own colour, for the head of each page, links and marks."""
    emblem: Emblem | None = None
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
    demonstration: bool = False
    """Whether it shows the program with what an agency published, and is no site of that agency."""
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

    @property
    def emblem_alt(self) -> str:
        """What the emblem shows, in words."""
        told = self.emblem.alt if self.emblem else None
        return told or f"ตราสัญลักษณ์{self.name.th}"

    @property
    def notice(self) -> str:
        """What every page says first: that the site is none of an agency's own; empty where it is."""
        if self.sample:
            return "หน่วยงานสมมติ ข้อมูลทุกหน้าแต่งขึ้นเพื่อเป็นตัวอย่าง ไม่ใช่ข้อมูลของหน่วยงานใด"
        return _DEMONSTRATION if self.demonstration else ""

    def named(self, text: str) -> str:
        """Return what a search engine, a catalogue or a feed shows of this site, as what it is."""
        if self.sample:
            return f"{text} (ข้อมูลสมมติ / made up)"
        return f"{text} (เว็บไซต์สาธิต / demonstration)" if self.demonstration else text

    def address(self, url: str) -> str:
        """Return the full web address of a page or file of this site, given below its top."""
        return f"{self._top}{url}"

    def below(self, address: str) -> str | None:
        """Return what follows the top of this site in a full web address; None for any other."""
        return address.removeprefix(self._top) if address.startswith(self._top) else None

    @property
    def _top(self) -> str:
        return f"{(self.published_at or self.main_site).rstrip('/')}/"
