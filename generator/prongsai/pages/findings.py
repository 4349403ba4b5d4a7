"""What the checks found, for an agency that chooses to show it (`show_checks` in agency.yml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.checks import SEVERITY_NAMES, Finding, Severity
from prongsai.models.site import Site
from prongsai.pages.page import Draft

_TITLE = "ข้อตรวจพบ"


@dataclass(frozen=True)
class FindingView:
    code: str
    year: str
    message: str
    """Without the hint, which tells the officer what to write where."""


@dataclass(frozen=True)
class GroupView:
    id: str
    title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class FindingsView:
    agency: str
    groups: tuple[GroupView, ...]


def build(site: Site, findings: Sequence[Finding]) -> Draft:
    about = f"{_TITLE} {site.agency.name.th}"
    meta = {"title": _TITLE, "description": about, "hide": ["navigation"]}
    view = FindingsView(site.agency.name.th, tuple(_groups(site, findings)))
    return Draft("checks/index.md", _TITLE, "findings.md.jinja", view, meta)


def _groups(site: Site, findings: Sequence[Finding]) -> Iterator[GroupView]:
    for severity in Severity:
        found = [finding for finding in findings if finding.severity is severity]
        if found:
            title = f"{SEVERITY_NAMES[severity].th} {site.agency.digits.show(len(found))} ข้อ"
            yield GroupView(severity.value, title, tuple(_view(site, finding) for finding in found))


def _view(site: Site, finding: Finding) -> FindingView:
    year = site.agency.digits.show(finding.fiscal_year or "")
    return FindingView(finding.code, year, finding.message.th)
