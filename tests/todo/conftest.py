"""A small agency with something of each kind to do, in two units and for nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prongsai.content import load_site

AGENCY = """\
name: องค์การบริหารส่วนตำบลทดสอบ
short_name: อบต.ทดสอบ
kind: local-government
main_site: https://thotsop.example/
units: {clerk: สำนักปลัด, finance: กองคลัง, works: กองช่าง}
"""
EVERYTHING = {
    "agency.yml": AGENCY,
    "2568/result.yml": "fiscal_year: 2568\nindicators: {4: 80.10, 6: 84.00}\n",
    "2568/disclosure.yml": """\
fiscal_year: 2568
items:
  O1:
    state: draft
    responsible: clerk
    renew: [{title: โครงสร้างเดิม, file: files/o1.pdf, item: O1, fiscal_year: 2567}]
  O2:
    responsible: clerk
    review: 2026-12-01
    evidence: [{title: ผู้บริหาร, text: ก, shows: [o2-e1, o2-e2]}]
  O4: {responsible: clerk}
  O11:
    responsible: finance
    updated: 2025-01-31
    evidence:
      - {title: สถิติ, text: ก, shows: [o11-e1], period: ต.ค. 67 - ม.ค. 68}
      - {title: แนบ, file: files/ไม่มี.pdf, period: ก.พ. 68}
""",
    "2569/measures.yml": """\
fiscal_year: 2569
result_year: 2568
measures:
  - {id: m4, indicator: 4, title: ทะเบียนยืม, period: ต.ค. 68 - มี.ค. 69, responsible: [finance, works]}
  - {id: m5, title: อบรม, period: ตลอดปีงบประมาณ, responsible: [clerk], progress: in-progress}
  - {id: m6, title: คู่มือ}
  - {id: m7, title: เสร็จแล้ว, period: ตลอดปี, responsible: [clerk], progress: done}
  - {id: m8, title: ทุกเดือน, period: {text: ทุกเดือน}, responsible: [works], progress: not-started}
""",
    "waivers.yml": """\
waivers:
  - {code: DIS202, item: O2, file: 2568/disclosure.yml, reason: ก, until: 2026-03-31, by: ปลัด}
  - {code: PER101, reason: "ก; ข, ค", until: 2026-12-31, by: นายก}
""",
}
TODAY = date(2026, 4, 1)


@pytest.fixture
def everything(content_dir):
    """The content directory, loaded."""
    return load_site(content_dir(EVERYTHING))


@pytest.fixture
def site(everything):
    """The site on the first of April 2569."""
    return replace(everything, today=TODAY)


@pytest.fixture
def load(content_dir):
    """A function from files that are other than those above to the site on that day."""

    def changed(**files):
        return replace(load_site(content_dir(EVERYTHING | files)), today=TODAY)

    return changed
