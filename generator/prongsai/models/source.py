"""Where a text or a figure was taken from."""

from __future__ import annotations

from typing import Any

from prongsai.models.base import Model
from prongsai.models.values import Words


class Source(Model):
    """The document that something was taken from. Plain text is its title."""

    title: Words | None = None
    place: Words | None = None
    """Where in the document: a part, a table, a page."""
    note: Words | None = None

    @classmethod
    def from_text(cls, text: str) -> Any:
        return {"title": text}


class Slip(Model):
    """Something the source prints that is evidently a slip. Noted, never repaired."""

    place: Words
    printed: Words
    note: Words
