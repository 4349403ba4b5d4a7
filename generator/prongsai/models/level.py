"""ระดับผล: the levels of a result, and the readings of what they ask."""

from __future__ import annotations

from typing import Literal

from prongsai.models.base import Model
from prongsai.models.terms import Name
from prongsai.models.values import Score, Slug, Words


class Level(Model):
    """ระดับผล: a band of the total and, from FY2566, a condition on the parts."""

    name: Name
    rule: Words
    lowest: Score | None = None
    """The least total that the level takes; None where no source gives the band."""
    highest: Score | None = None
    parts_at_least: Score | None = None
    """The mark that the parts must reach as well; the rule variants differ on which parts."""


class RuleVariant(Model):
    """One reading of the condition on the parts. No source settles which is right."""

    id: Slug
    parts: Literal["instruments", "indicators", "instruments-and-eit-parts"]
    text: Words
    supports: tuple[Words, ...] = ()
    against: tuple[Words, ...] = ()
