"""Findings for people: one per line, the way editors make clickable, with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from prongsai.checks.finding import SEVERITY_NAMES, Finding, Severity, by_file, one_line
from prongsai.problems import Lang, Text

_HINT = Text("วิธีแก้", "hint")
_NOTHING = Text("ไม่พบข้อที่ต้องแก้ไข", "no findings")


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return the findings file by file, then a line per severity with its count."""
    if not findings:
        return _NOTHING.told(lang)
    groups = ("\n".join(_lines(group, lang)) for group in by_file(findings).values())
    return "\n\n".join([*groups, "\n".join(_counts(findings, lang))])


def _lines(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    told = ""
    for finding in findings:
        severity = SEVERITY_NAMES[finding.severity].told(lang)
        message = one_line(finding.message.told(lang))
        yield f"{finding.where}: {severity} {finding.code} {message}"
        hint = one_line(finding.hint.told(lang))
        # Twenty items may lack their evidence on the same line: the advice is given once.
        if hint and hint != told:
            yield f"    {_HINT.told(lang)}: {hint}"
        told = hint


def _counts(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    counted = Counter(finding.severity for finding in findings)
    for severity in Severity:
        name, count = SEVERITY_NAMES[severity].told(lang), counted[severity]
        english = f"{count} {name}" if count == 1 else f"{count} {name}s"
        yield Text(f"{name} {count} รายการ", english).told(lang)
