from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from prongsai.content import load_site
from prongsai.models.site import Site

AGENCY = """\
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://example.go.th/
units: {clerk: สำนักปลัด, finance: กองคลัง}
"""

Load = Callable[[Mapping[str, str]], Site]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Write files below a content directory and load it; a small agency unless one is given."""

    def write_and_load(files: Mapping[str, str]) -> Site:
        root = tmp_path / "content"
        for name, text in {"agency.yml": AGENCY, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_site(root, shown="content")

    return write_and_load


SOME_OF_EVERYTHING = {
    "2568/disclosure.yml": """\
fiscal_year: 2568
items:
  O1:
    evidence:
      - {title: แผนผัง, file: files/chart.pdf, shows: [o1-e1]}
      - {title: เฟซบุ๊ก, url: "https://facebook.com/example", shows: [o1-e2, o1-e3]}
""",
    "2568/result.yml": """\
fiscal_year: 2568
indicators: {4: 80.00, 6: 96.26}
questions: {e1: 91.00, e2: 93.50, e3: 100}
""",
    "2569/measures.yml": """\
fiscal_year: 2569
result_year: 2568
measures:
  - {id: m1, indicator: 6, title: คู่มือ, period: ปี 2568, responsible: [clerk]}
  - {id: m10, title: ประชุม, period: ตลอดปี}
  - {id: m2, title: อบรม, period: ตลอดปี}
""",
}
"""Content with errors, warnings and a note, in three files."""


@pytest.fixture
def site(load: Load) -> Site:
    return load(SOME_OF_EVERYTHING)
