"""Findings for programs: a stable schema, with the texts in both languages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from prongsai.checks.finding import Finding, Severity
from prongsai.problems import Lang, Text

Value = str | int | dict[str, str] | None


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return `{"counts": ..., "findings": [...]}`; keys are only ever added."""
    del lang  # both languages are always there
    counted = Counter(finding.severity for finding in findings)
    whole = {
        "counts": {severity.value: counted[severity] for severity in Severity},
        "findings": [_row(finding) for finding in findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _row(finding: Finding) -> dict[str, Value]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": finding.where.file,
        "line": finding.where.line or None,
        "fiscal_year": finding.fiscal_year,
        "subject": finding.subject,
        "message": _both(finding.message),
        "hint": _both(finding.hint) if finding.hint else None,
        "observed": finding.observed,
        "expected": finding.expected,
    }


def _both(text: Text) -> dict[str, str]:
    return {lang.value: text.told(lang) for lang in Lang}
