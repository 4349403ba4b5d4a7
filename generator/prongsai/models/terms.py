"""The words that frameworks, agencies and results share."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from prongsai.models.base import Model
from prongsai.models.values import Words


class Grade(StrEnum):
    """How sure the catalogue is: `high` is two independent sources, `none` is not found."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class AgencyKind(StrEnum):
    """The kinds of agency that a framework tells apart."""

    LOCAL_GOVERNMENT = "local-government"
    PROVINCE = "province"
    STATE_AGENCY = "state-agency"


class Name(Model):
    """A name in Thai and, where there is one, in English. Plain text is the Thai name."""

    th: Words
    en: Words | None = None

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"th": text}
