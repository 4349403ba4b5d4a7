"""ข้อตรวจพบ: what a check says, as values. How it is printed is the business of printers/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from prongsai.problems import NO_TEXT, Lang, Location, Text


class Severity(StrEnum):
    """How much a finding weighs, the heaviest first."""

    ERROR = "error"
    """Something is missing or contradicts itself."""
    WARNING = "warning"
    """Something is likely to be held against the agency, or a source disagrees with itself."""
    NOTE = "note"
    """Something to know; it need not be a mistake."""

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


SEVERITY_NAMES: Mapping[Severity, Text] = {
    Severity.ERROR: Text("ข้อผิดพลาด", "error"),
    Severity.WARNING: Text("ข้อควรระวัง", "warning"),
    Severity.NOTE: Text("ข้อสังเกต", "note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule yields: one thing wrong, without the check that found it."""

    where: Location
    message: Text
    hint: Text = NO_TEXT
    fiscal_year: int | None = None
    subject: str = ""
    """What it is about, in a word that programs can use: `O13`, `indicator 6`, `m7`."""
    observed: str = ""
    """What was found, in no language: a figure, a code, a host."""
    expected: str = ""
    document: str = ""
    """The document that it is about, by its path below content/; empty where it is about `where`."""
    severity: Severity | None = None
    """Only where this case weighs less than the check usually does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A flaw, and the check that found it."""

    code: str
    name: str
    severity: Severity
    where: Location
    message: Text
    hint: Text
    fiscal_year: int | None
    subject: str
    observed: str
    expected: str
    document: str = ""
    stops_build: bool = False
    """Whether it must not be published."""


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Group by file; files stand in the order of their first finding, so the gravest is first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.where.file, []).append(finding)
    return groups


def with_hint(finding: Finding, lang: Lang) -> str:
    """Return the message, and the hint in a line below it where there is one."""
    return "\n".join(filter(None, (finding.message.told(lang), finding.hint.told(lang))))


def one_line(text: str) -> str:
    """Fold line ends, and drop what could steer a terminal: parts of it were typed by others."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


SortKey = tuple[int, Location, str, tuple[str | int, ...], Text]


def sort_key(finding: Finding) -> SortKey:
    """Order findings: the heaviest first, then by file and line, code, subject and message.

    What must be mended stands at the top; within one weight, one file is worked through downwards.
    """
    return (
        finding.severity.rank,
        finding.where,
        finding.code,
        natural(finding.subject),
        finding.message,
    )


def natural(subject: str) -> tuple[str | int, ...]:
    """Put O2 before O10: text and numbers alternate, so that like is compared with like."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", subject))
