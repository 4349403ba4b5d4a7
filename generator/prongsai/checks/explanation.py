"""What checks mean, for people."""

from __future__ import annotations

from prongsai.checks.finding import SEVERITY_NAMES
from prongsai.checks.running import all_checks, find_check
from prongsai.problems import Lang, Text

_SEVERITY = Text("ความสำคัญ", "Severity")
_WHAT = Text("ตรวจอะไร", "What it checks")
_WHY = Text("เหตุใดจึงสำคัญ", "Why it matters")
_FIX = Text("วิธีแก้", "How to fix")


def explain(code: str, lang: Lang) -> str:
    """Return what a check means as Markdown that reads well as plain text.

    `code` may be the code or the name of the check. Raises ProngsaiError when there is none.
    """
    one = find_check(code)
    parts = [
        f"# {one.code} {one.name}: {one.title.told(lang)}",
        f"{_SEVERITY.told(lang)}: {SEVERITY_NAMES[one.severity].told(lang)}",
        f"## {_WHAT.told(lang)}",
        one.what.told(lang),
        f"## {_WHY.told(lang)}",
        one.why.told(lang),
        f"## {_FIX.told(lang)}",
        one.fix.told(lang),
    ]
    return "\n\n".join(parts)


def explain_all(lang: Lang) -> str:
    """Return every check in a line: its code, what it finds, and how much that weighs."""
    return "\n".join(
        f"{one.code}  {one.title.told(lang)} ({SEVERITY_NAMES[one.severity].told(lang)})"
        for one in all_checks().values()
    )
