"""Findings as workflow commands, which GitHub shows as annotations of the changed lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.checks.finding import Finding, Severity, with_hint
from prongsai.problems import Lang

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_VALUE = {ord(sign): code for sign, code in ((":", "%3A"), (",", "%2C"))}


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return a command per finding."""
    return "\n".join(_command(finding, lang) for finding in findings)


def _command(finding: Finding, lang: Lang) -> str:
    line = f",line={finding.where.line}" if finding.where.line else ""
    where = finding.where.file.translate(_IN_TEXT).translate(_IN_VALUE)
    return (
        f"::{_COMMANDS[finding.severity]} file={where}{line},"
        f"title={finding.code}::{with_hint(finding, lang).translate(_IN_TEXT)}"
    )
