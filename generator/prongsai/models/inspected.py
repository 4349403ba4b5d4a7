"""What was read in a document, as far as checks ask. Never the personal numbers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.problems import Text


class Condition(StrEnum):
    """What can be wrong with a document as a file."""

    UNREADABLE = "unreadable"
    """Cut off, damaged, or not of the kind that its content begins as."""
    LOCKED = "locked"
    """It asks for a password."""
    NO_TEXT = "no-text"
    """A PDF of pictures: nobody can search it, and no screen reader reads it."""
    BROKEN_THAI = "broken-thai"
    """A text layer in which Thai words cannot be found."""
    OTHER_KIND = "other-kind"
    """Its content is of another kind than its name says."""
    MACROS = "macros"
    COMMANDS = "commands"
    """A CSV file with cells that Excel would reckon or run."""
    TOO_LARGE = "too-large"
    """Larger than the agency allows, or than can be looked through."""
    NO_DOCUMENT = "no-document"
    """There is nothing in it."""


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A Thai citizen ID, masked: it may stand in messages and in logs."""

    masked: str
    place: Text
    """Where it stands: a page, a cell, a line."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What one file is like inside."""

    conditions: tuple[Condition, ...] = ()
    personal: tuple[PersonalNumber, ...] = ()
    kind: str = ""
    """The kind that its content begins as: `pdf`, `xlsx`; empty where that is not known."""
