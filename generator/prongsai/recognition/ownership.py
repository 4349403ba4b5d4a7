"""Whose report a document is: that of the agency that looks at it, or of another. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from prongsai.problems import Text
from prongsai.recognition.agencies import Mention, OwnAgency
from prongsai.recognition.source import Row, Source, folded


@dataclass(frozen=True)
class Ownership:
    """What a document says of the agency whose report it is."""

    own: str
    """The agency that is asked for."""
    agency: OwnAgency
    """The agency whose report it is, as far as can be told."""
    other: str = ""
    """The agency that the document is of instead; empty for none."""
    place: Text | None = None
    """Where the document names the other, or first names the own; None where it names no agency."""


def ownership(source: Source, own: OwnAgency) -> Ownership:
    """Return whose report a document is.

    It is another's where it names others and not the own, or another before the own and more often.
    An address in another province makes a name that of another agency.
    """
    rows = [row for row in source.rows if row.text]
    text = "\n".join(folded(row.text) for row in rows)
    found = list(own.mentions(text))
    named = [one for one in found if one.own and not one.elsewhere]
    others = [one for one in found if not one.own or one.elsewhere]
    # Without an address a name is that of the own only where none of its mentions has another's.
    elsewhere = [one for one in others if one.own]
    if elsewhere and not any(one.addressed for one in named):
        named = []
    most = _most_named(others)
    if most and (not named or _before_and_oftener(most, others, named)):
        whose = OwnAgency((f"{most.kind}{most.name}",))
        return Ownership(own.names[0], whose, most.told, _place(rows, text, most.start))
    return Ownership(own.names[0], own, "", _place(rows, text, named[0].start) if named else None)


def _most_named(found: list[Mention]) -> Mention | None:
    counted = Counter(one.told for one in found)
    return max(found, key=lambda one: counted[one.told], default=None)


def _before_and_oftener(most: Mention, others: list[Mention], named: list[Mention]) -> bool:
    times = sum(one.told == most.told for one in others)
    return times > len(named) and most.start < named[0].start


def _place(rows: list[Row], text: str, at: int) -> Text:
    return rows[text.count("\n", 0, at)].place
