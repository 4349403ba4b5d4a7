"""What the checks found, for an agency that chooses to show it (`show_checks` in agency.yml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.checks import SEVERITY_NAMES, Check, Finding, Severity, all_checks
from prongsai.models.site import Site
from prongsai.pages.page import Draft

_TITLE, _HOME = "ข้อตรวจพบ", "checks/index.md"


@dataclass(frozen=True)
class FindingView:
    code: str
    path: str
    """The page that says what the check looks at."""
    year: str
    message: str
    """Without the hint, which tells the officer what to write where."""


@dataclass(frozen=True)
class GroupView:
    id: str
    title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class CheckLink:
    code: str
    title: str
    path: str


@dataclass(frozen=True)
class FindingsView:
    agency: str
    groups: tuple[GroupView, ...]
    checks: tuple[CheckLink, ...]


@dataclass(frozen=True)
class CheckView:
    """What one check looks at, in the words of `prongsai explain`."""

    code: str
    name: str
    title: str
    severity: str
    what: str
    why: str
    fix: str
    findings: tuple[FindingView, ...]
    home: str


def build(site: Site, findings: Sequence[Finding]) -> Iterator[Draft]:
    """Yield the page of all findings, and a page for each check."""
    yield _index(site, findings)
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    for check in all_checks().values():
        yield _check(site, check, by_code.get(check.code, []))


def _check(site: Site, check: Check, findings: Sequence[Finding]) -> Draft:
    title = f"{check.code} {check.title.th}"
    view = CheckView(
        check.code,
        check.name,
        check.title.th,
        SEVERITY_NAMES[check.severity].th,
        check.what.th,
        check.why.th,
        check.fix.th,
        tuple(_view(site, finding) for finding in findings),
        _HOME,
    )
    meta = {"title": title, "description": check.what.th, "hide": ["navigation"]}
    return Draft(_path_of(check.code), title, "check.md.jinja", view, meta)


def _path_of(code: str) -> str:
    return f"checks/{code.lower()}.md"


def _index(site: Site, findings: Sequence[Finding]) -> Draft:
    about = f"{_TITLE} {site.agency.name.th}"
    meta = {"title": _TITLE, "description": about, "hide": ["navigation"]}
    links = (CheckLink(one.code, one.title.th, _path_of(one.code)) for one in all_checks().values())
    view = FindingsView(site.agency.name.th, tuple(_groups(site, findings)), tuple(links))
    return Draft(_HOME, _TITLE, "findings.md.jinja", view, meta)


def _groups(site: Site, findings: Sequence[Finding]) -> Iterator[GroupView]:
    for severity in Severity:
        found = [finding for finding in findings if finding.severity is severity]
        if found:
            title = f"{SEVERITY_NAMES[severity].th} {site.agency.digits.show(len(found))} ข้อ"
            yield GroupView(severity.value, title, tuple(_view(site, finding) for finding in found))


def _view(site: Site, finding: Finding) -> FindingView:
    year = site.agency.digits.show(finding.fiscal_year or "")
    return FindingView(finding.code, _path_of(finding.code), year, finding.message.th)
