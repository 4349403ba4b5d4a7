"""Printers: findings to text, one module per format. The name of the module is the format.

A new format is a new module here with `render(findings, lang)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from prongsai.checks.finding import Finding
from prongsai.problems import Lang, ProngsaiError, Text, did_you_mean

Printer = Callable[[Sequence[Finding], Lang], str]
"""Takes sorted findings and a language; returns the whole output, without a final line end."""


def formats() -> tuple[str, ...]:
    """Return the names of the formats, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(findings: Sequence[Finding], form: str, lang: Lang) -> str:
    """Return the findings in one of `formats()`, or raise ProngsaiError."""
    if form not in formats():
        hint = did_you_mean(form, formats())
        raise ProngsaiError(Text(f"ไม่มีรูปแบบ '{form}' {hint.th}", f"no format '{form}'; {hint.en}"))
    printer: Printer = importlib.import_module(f"{__name__}.{form}").render
    return printer(findings, lang)
