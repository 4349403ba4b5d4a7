"""Which findings a waiver lets stand. Its term is held against the day that the site says."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.checks.finding import Finding
from prongsai.models.site import Site
from prongsai.models.waiver import Waiver
from prongsai.problems import Text


def is_expired(site: Site, waiver: Waiver) -> bool:
    return site.today is not None and waiver.until < site.today


class Waived:
    """The waivers of a site that are in force."""

    def __init__(self, site: Site) -> None:
        self._shown = site.shown
        self._by_code: dict[str, list[Waiver]] = {}
        for waiver in site.waivers:
            if not is_expired(site, waiver):
                self._by_code.setdefault(waiver.code, []).append(waiver)

    def by_waiver(self, finding: Finding) -> Waiver | None:
        """Return the waiver that lets a finding stand, or None."""
        return next(
            (
                one
                for one in self._by_code.get(finding.code, ())
                if is_about(one, finding, self._shown)
            ),
            None,
        )


def is_about(waiver: Waiver, finding: Finding, shown: str) -> bool:
    """Say whether all that the waiver names is so; one without item and file is for findings
    about neither an item nor a document. What stops a build is named to the last.

    A file is named by its path below content/, or as `check` shows it, with the folder.
    """
    if waiver.observed is not None and waiver.observed != finding.observed:
        return False
    if finding.stops_build and is_too_wide(waiver):
        return False
    if waiver.file is not None:
        named = waiver.file.removeprefix(f"{shown}/") == _file_of(finding, shown)
        return named and (waiver.item or finding.subject) == finding.subject
    return (waiver.item or "") == finding.subject


def waiver_of(finding: Finding, shown: str) -> str:
    """Return what a waiver names to let a finding stand, as it is written: `file: a.pdf, ...`."""
    named = {"file": _file_of(finding, shown), "observed": finding.observed}
    if not finding.stops_build and finding.subject:
        named = {"item": finding.subject}
    return ", ".join(f"{key}: {value}" for key, value in named.items() if value)


def candidates(findings: Sequence[Finding], shown: str) -> Text:
    """Return the cure for a waiver that does nothing: what it could name of what was found."""
    if not findings:
        return Text(
            "ไม่พบปัญหานี้แล้ว ลบข้อยกเว้นนี้ได้", "nothing of the kind is found any more: take it out"
        )
    ready = dict.fromkeys(waiver_of(finding, shown) for finding in findings)
    first = " | ".join(list(ready)[:_CANDIDATES])
    return Text(f"เขียนให้ตรงกับข้อใดข้อหนึ่ง: {first}", f"name one of these: {first}")


_CANDIDATES = 3
"""How many findings a cure names; `prongsai check` tells them all."""


def _file_of(finding: Finding, shown: str) -> str:
    return finding.document or finding.where.file.removeprefix(f"{shown}/")


def is_too_wide(waiver: Waiver) -> bool:
    """Say whether a waiver does not name the file and what is in it."""
    return waiver.file is None or waiver.observed is None
