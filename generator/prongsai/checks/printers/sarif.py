"""Findings as SARIF 2.1.0, for editors and code hosts that show them beside the line.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from prongsai import __version__
from prongsai.checks.finding import Finding, with_hint
from prongsai.checks.registry import Check
from prongsai.checks.running import all_checks
from prongsai.problems import Lang

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return one run: every check as a rule, every finding as a result."""
    checks = list(all_checks().values())
    places = {check.code: index for index, check in enumerate(checks)}
    driver = {
        "name": "prongsai",
        "version": __version__,
        "rules": [_rule(check, lang) for check in checks],
    }
    run = {
        "tool": {"driver": driver},
        "results": [_result(one, places[one.code], lang) for one in findings],
        "columnKind": "unicodeCodePoints",
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(check: Check, lang: Lang) -> dict[str, Any]:
    help_text = f"{check.why.told(lang)}\n\n{check.fix.told(lang)}"
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.title.told(lang)},
        "fullDescription": {"text": check.what.told(lang)},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": check.severity.value},
    }


def _result(finding: Finding, rule: int, lang: Lang) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.where.file)}}
    if finding.where.line:
        place["region"] = {"startLine": finding.where.line}
    told = {
        "fiscal_year": finding.fiscal_year,
        "subject": finding.subject,
        "observed": finding.observed,
        "expected": finding.expected,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": with_hint(finding, lang)},
        "locations": [{"physicalLocation": place}],
        "properties": {key: value for key, value in told.items() if value},
    }
