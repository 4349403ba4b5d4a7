"""What a check is, and the table of them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prongsai.checks.finding import Finding, Flaw, Severity
from prongsai.models.site import Site
from prongsai.problems import Text

Rule = Callable[[Site], Iterator[Flaw]]

_CODE = re.compile(r"[A-Z]{3}\d{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule under a stable code. People write codes into ignore lists: never reuse one."""

    code: str
    """Three letters for what is looked at (DIS disclosure, REF reference, RES result, MEA measure)
    and three digits."""
    name: str
    """Names the wrong thing, so that "allow <name>" reads well."""
    severity: Severity
    title: Text
    what: Text
    why: Text
    fix: Text
    rule: Rule
    stops_build: bool = False
    """Whether it finds what must not be published: a build stops, however lax it is."""

    def run(self, site: Site) -> Iterator[Finding]:
        """Yield what the rule finds wrong with the site, in the order of the rule."""
        for flaw in self.rule(site):
            yield self._found(flaw)

    def _found(self, flaw: Flaw) -> Finding:
        severity = flaw.severity or self.severity
        assert severity.rank >= self.severity.rank, f"{self.code} may only weigh less, not more"
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity,
            where=flaw.where,
            message=flaw.message,
            hint=flaw.hint,
            fiscal_year=flaw.fiscal_year,
            subject=flaw.subject,
            observed=flaw.observed,
            expected=flaw.expected,
            document=flaw.document,
            stops_build=self.stops_build,
        )


_CHECKS: dict[str, Check] = {}


def check(
    code: str,
    severity: Severity,
    *,
    title: Text,
    what: Text,
    why: Text,
    fix: Text,
    stops_build: bool = False,
) -> Callable[[Rule], Rule]:
    """Register a rule under `code`. The name of the function, hyphenated, names the check."""
    assert _CODE.fullmatch(code), f"{code} is not three letters and three digits"

    def register(rule: Rule) -> Rule:
        if code in _CHECKS:
            taken = _CHECKS[code].name
            raise RuntimeError(f"{code} is already {taken}; {rule.__name__} needs another code")
        _CHECKS[code] = Check(
            code=code,
            name=rule.__name__.replace("_", "-"),
            severity=severity,
            title=title,
            what=what,
            why=why,
            fix=fix,
            rule=rule,
            stops_build=stops_build,
        )
        return rule

    return register


def registered() -> dict[str, Check]:
    """Return a copy of the table, in code order."""
    return dict(sorted(_CHECKS.items()))
