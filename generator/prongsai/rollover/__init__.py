"""เปิดปีใหม่: the drafts, and the stubs of measures, with which a fiscal year begins. Pure.

Nothing of an older year is touched, so that its pages and addresses stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.models.disclosure import Renewal
from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.rollover.drafts import Draft, drafts
from prongsai.rollover.measure_stubs import last_result, stubs
from prongsai.rollover.succession import Succession, succession
from prongsai.scoring import weak_indicators
from prongsai.yamlediting import edited, said
from prongsai.yamlwriting import Value

__all__ = ["Opening", "openable_years", "opening"]

_BOM = "\ufeff"
_ABOUT = """\
# ร่างของปีงบประมาณ {year} เปิดจากปี {before} ด้วย prongsai rollover {year}
#   state: draft = ยังไม่มีข้อมูลของปีนี้ ร่างไม่ใช่หลักฐาน
#   renew        = หลักฐานของปีก่อนที่ต้องทำใหม่ ไม่แสดงบนเว็บไซต์
# แต่ละข้อ: ใส่ evidence ของปีนี้ (หรือ nothing_to_report) แล้วลบบรรทัด state: draft และรายการใน renew
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a year."""

    succession: Succession
    drafts: tuple[Draft, ...]
    """Of the items that the year does not have yet."""
    disclosure: str
    """The text of disclosure.yml."""
    renewed: tuple[Renewal, ...]
    """What the entries that it has already are to renew."""
    result: Result | None
    """The last announced result: the measures of the year answer it."""
    measures: str | None
    """The text of a new measures.yml; None where there is one already, or nothing to write."""

    @property
    def weak(self) -> tuple[int, ...]:
        return tuple(sorted(weak_indicators(self.result))) if self.result else ()


def openable_years(site: Site, catalogue: Iterable[int]) -> tuple[int, ...]:
    """Return the years of the catalogue, not opened yet, that follow one with item pages."""
    opened = {year.fiscal_year for year in site.item_years}
    return tuple(year for year in catalogue if year - 1 in opened and year not in opened)


def opening(site: Site, before: Framework, after: Framework, there: str, plan: str) -> Opening:
    """Return what opens the year of `after` from that of `before`, which has a disclosure.yml.

    `there` and `plan` are the texts of the disclosure.yml and the measures.yml that the year has
    already, empty where it has none. Entries that are there stay as they are, and so does a plan.
    """
    year = after.fiscal_year
    found = succession(site.crosswalk, before, after)
    new = tuple(drafts(site, found))
    result = last_result(site, year)
    measures = None
    if result and not plan:
        measures = stubs(result, site.frameworks[result.fiscal_year], year)
    opened = site.year_by_number.get(year)
    entries = opened.disclosures.items.values() if opened and opened.disclosures else ()
    renewed = tuple(one for entry in entries for one in entry.renew)
    return Opening(found, new, _disclosure(there, found, new), renewed, result, measures)


def _disclosure(there: str, found: Succession, new: tuple[Draft, ...]) -> str:
    entries: dict[str, Value] = {
        draft.successor.item.id: draft.entry for draft in new if draft.entry
    }
    year, before = found.after.fiscal_year, found.before.fiscal_year
    if not entries and there:
        return there
    if not there:
        content: dict[str, Value] = {"fiscal_year": str(year), "items": entries}
        return _ABOUT.format(year=year, before=before) + edited("", content)
    return _added(there, entries)


def _added(there: str, entries: dict[str, Value]) -> str:
    """Return the text with more entries below items; its line ends and byte order mark stay."""
    text = there.removeprefix(_BOM)
    windows = "\r\n" in text
    text = text.replace("\r\n", "\n") if windows else text
    content = said(text)
    content["items"] = {**(content.get("items") or {}), **entries}
    text = edited(text, content)
    text = text.replace("\n", "\r\n") if windows else text
    return _BOM + text if there.startswith(_BOM) else text
