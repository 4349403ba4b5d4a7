"""Which findings a waiver lets stand. Its term is held against the day that the site says."""

from __future__ import annotations

from prongsai.checks.finding import Finding
from prongsai.models.site import Site
from prongsai.models.waiver import Waiver


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
            (one for one in self._by_code.get(finding.code, ()) if self._is_about(one, finding)),
            None,
        )

    def _is_about(self, waiver: Waiver, finding: Finding) -> bool:
        """Say whether all that the waiver names is so; one without item and file is for findings
        about neither an item nor a document. What stops a build is named to the last."""
        if waiver.observed is not None and waiver.observed != finding.observed:
            return False
        if finding.stops_build and is_too_wide(waiver):
            return False
        if waiver.file is not None:
            below = finding.where.file.removeprefix(f"{self._shown}/")
            named = waiver.file == (finding.document or below)
            return named and (waiver.item or finding.subject) == finding.subject
        return (waiver.item or "") == finding.subject


def is_too_wide(waiver: Waiver) -> bool:
    """Say whether a waiver does not name the file and what is in it."""
    return waiver.file is None or waiver.observed is None
