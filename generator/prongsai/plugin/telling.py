"""What a build says of the content: the findings of the checks, and pages written by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from prongsai.checks import SEVERITY_NAMES, Finding, Severity
from prongsai.checks.finding import with_hint
from prongsai.problems import Lang, Text

log = get_plugin_logger(__name__)


def tell_findings(findings: Sequence[Finding], lang: Lang, *, strict: bool) -> None:
    """Say how many there are; raise PluginError with those that stop a build, all where it is strict."""
    counted = Counter(finding.severity for finding in findings)
    if not counted:
        return
    told = ", ".join(
        f"{SEVERITY_NAMES[severity].told(lang)} {counted[severity]}"
        for severity in Severity
        if counted[severity]
    )
    if fatal := [finding for finding in findings if strict or finding.stops_build]:
        lines = [f"{f.where}: {f.code} {with_hint(f, lang)}" for f in fatal]
        raise PluginError("\n".join([f"prongsai: {told}", *lines]))
    words = Text(f"ข้อตรวจพบ: {told} (ดูด้วย prongsai check)", f"findings: {told}; see prongsai check")
    log.info(words.told(lang))


def tell_by_hand(path: str, lang: Lang) -> None:
    """Say that a page written by hand stands where one of ours would.

    That of an item is a warning: nobody knows whether it shows what the table of its year says.
    """
    if _OF_ITEM.match(path):
        words = Text(
            f"{path}: หน้านี้เขียนเองไว้แทนหน้าของข้อ ระบบไม่รู้ว่าแสดงหลักฐานครบหรือไม่ "
            "แต่ตารางของปียังบอกสถานะตาม disclosure.yml ให้ใส่หลักฐานใน disclosure.yml แล้วลบไฟล์นี้ หรือตรวจเองทุกครั้ง",
            f"{path}: written by hand in the place of an item's page, so nobody knows what it shows, and the table "
            "of the year still tells the state of disclosure.yml; put the evidence there and delete this file, or "
            "look at it yourself each time",
        )
        log.warning(words.told(lang))
        return
    words = Text(
        f"{path}: หน้านี้เขียนเองไว้ จึงใช้แทนหน้าที่ระบบสร้าง",
        f"{path}: written by hand, so it takes the place of the generated page",
    )
    log.info(words.told(lang))


_OF_ITEM = re.compile(r"oit/[0-9]{4}/o[0-9]+(?:\.md|/)")
