"""Which checks there are, and what they find."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator

from prongsai.checks import rules
from prongsai.checks.finding import Finding, sort_key
from prongsai.checks.registry import Check, registered
from prongsai.checks.waived import Waived
from prongsai.models.site import Site
from prongsai.problems import ProngsaiError, Text, did_you_mean


def all_checks() -> dict[str, Check]:
    """Import every module under rules/ and return what they registered, by code."""
    for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        importlib.import_module(module.name)
    return registered()


def run_checks(site: Site, *, ignore: Collection[str] = ()) -> list[Finding]:
    """Return what every check finds, sorted, without what a waiver lets stand, and without the checks
    whose code begins as one ignored.

    Raises ProngsaiError for an ignored code or prefix that no check has: a misspelt one would
    otherwise look as if it worked.
    """
    chosen = _without(all_checks(), ignore)
    found = (finding for one in chosen for finding in one.run(site))
    waived = Waived(site)
    return sorted((finding for finding in found if not waived.by_waiver(finding)), key=sort_key)


def find_check(word: str) -> Check:
    """Return the check with this code or name, or raise ProngsaiError with the nearest code."""
    checks = all_checks()
    for one in checks.values():
        if word.strip().casefold() in (one.code.casefold(), one.name):
            return one
    raise _unknown(word, checks)


def _without(checks: dict[str, Check], ignore: Collection[str]) -> Iterator[Check]:
    prefixes = tuple(word.strip().upper() for word in ignore)
    for prefix in prefixes:
        if not prefix or not any(code.startswith(prefix) for code in checks):
            raise _unknown(prefix, checks)
    return (one for code, one in checks.items() if not code.startswith(prefixes))


def _unknown(word: str, checks: dict[str, Check]) -> ProngsaiError:
    hint = did_you_mean(word.strip().upper(), checks)
    return ProngsaiError(
        Text(f"ไม่มีการตรวจรหัส '{word}' {hint.th}", f"no check has the code '{word}'; {hint.en}")
    )
