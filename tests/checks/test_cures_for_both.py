"""Cures serve who fills in Excel and who edits YAML: they name the sheet with its year, and the file."""

from __future__ import annotations

from prongsai.checks import run_checks

WEAK = "fiscal_year: 2568\nindicators: {4: 80.00}\n"
ITEMS = "fiscal_year: 2568\nitems: {O1: {state: draft}}\n"


def cures(site, code):
    return [(found.subject, found.hint.th) for found in run_checks(site) if found.code == code]


def test_a_weak_indicator_of_a_year_that_can_be_carried_on_is_answered_by_the_rollover(load):
    site = load({"2568/result.yml": WEAK, "2568/disclosure.yml": ITEMS})

    ((_, told),) = cures(site, "MEA201")

    assert told.startswith("พิมพ์ prongsai rollover 2569 เพื่อสร้าง 2569/measures.yml แล้วเพิ่มมาตรการ")
    assert "แผ่น 'มาตรการ 2569'" in told
    assert "indicator: 4" in told


def test_without_item_pages_there_is_nothing_to_carry_on_and_the_file_is_made_by_hand(load):
    ((_, told),) = cures(load({"2568/result.yml": WEAK}), "MEA201")

    assert told.startswith("สร้าง 2569/measures.yml ที่มี result_year: 2568")


def test_drafts_and_items_without_evidence_name_their_sheet_and_their_keys(load):
    site = load({"2568/disclosure.yml": ITEMS})

    drafts, missing = dict(cures(site, "DIS103")), dict(cures(site, "DIS101"))

    assert "แผ่น 'หลักฐาน 2568'" in drafts["O1"]
    assert "state: draft" in drafts["O1"]
    assert "แผ่น 'หลักฐาน 2568'" in missing["O2"]
    assert "evidence" in missing["O2"]
