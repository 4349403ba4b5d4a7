"""What is looked for in a document: the figures of one agency in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.models.framework import Framework
from prongsai.recognition.agencies import OwnAgency
from prongsai.recognition.naming import Names, names_of


@dataclass(frozen=True)
class Sought:
    """The year, the names that its framework has for figures, and the agency."""

    year: int
    names: Names
    questions: frozenset[str]
    instruments: Mapping[int, str]
    """The instrument of each indicator."""
    own: OwnAgency | None
    """None where it is not known whose figures are looked for: then any agency may be the one."""


def sought_of(framework: Framework, own: OwnAgency | None) -> Sought:
    questions = frozenset(framework.question_by_id)
    instruments = {one.id: one.instrument for one in framework.indicators if one.instrument}
    return Sought(framework.fiscal_year, names_of(framework), questions, instruments, own)
