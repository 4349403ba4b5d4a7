"""Checks: pure functions from a Site to flaws, one module each, under rules/.

A new check is a new file there, and a file of cases beside its tests.
"""

from __future__ import annotations

from prongsai.checks.explanation import explain, explain_all
from prongsai.checks.finding import SEVERITY_NAMES, Finding, Severity
from prongsai.checks.registry import Check
from prongsai.checks.running import all_checks, run_checks

__all__ = [
    "SEVERITY_NAMES",
    "Check",
    "Finding",
    "Severity",
    "all_checks",
    "explain",
    "explain_all",
    "run_checks",
]
