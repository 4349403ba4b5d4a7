"""The front page in every state that a site may be in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prongsai.content import load_site
from prongsai.pages import build_pages

AGENCIES = Path(__file__).parents[1] / "agencies"


def home_of(site):
    return next(page.markdown for page in build_pages(site, ()) if page.path == "index.md")


@pytest.fixture
def home(content_dir):
    """A function from files of content to the front page."""
    return lambda files: home_of(load_site(content_dir(files)))


RESULT = "fiscal_year: 2568\n"


def test_a_site_without_a_result_says_so(home):
    text = home({"2569/disclosure.yml": "fiscal_year: 2569\n", "2568/result.yml": RESULT})

    assert "ยังไม่มีผลการประเมินในเว็บไซต์นี้" in text
    assert "คะแนนตามที่ประกาศ ที่มา" not in text
    assert "ยังไม่มีคะแนนที่ประกาศ" in text
    assert "คะแนนที่ประกาศ ปี" not in text
    assert "๐ จาก ๒๖ ข้อ" in text


def test_a_result_of_which_only_parts_are_known_shows_no_total(home):
    text = home({"2568/result.yml": RESULT + "indicators: {10: 18.75}\n"})

    assert "เอกสารที่มาไม่มีคะแนนรวม" in text
    assert '<a href="ita/2568/">ดูผลเท่าที่เผยแพร่</a>' in text
    assert "ps-latest__figure" not in text


def test_a_total_of_nought_is_a_total(home):
    text = home({"2568/result.yml": RESULT + "total: 0.00\n"})

    assert 'href="ita/2568/" aria-label="คะแนนรวม ๐.๐๐ ดูผลการประเมิน">๐.๐๐</a> <span>คะแนน' in text


def test_the_newest_result_with_a_total_is_shown_before_one_that_lacks_it(home):
    text = home(
        {
            "2567/result.yml": "fiscal_year: 2567\ntotal: 90.00\nlevel: ผ่านดี\n",
            "2568/result.yml": RESULT + "items: {O1: 50}\n",
        }
    )

    assert '<h2 id="latest">ผลการประเมิน ITA ปีงบประมาณ พ.ศ.&nbsp;๒๕๖๗</h2>' in text
    assert "ระดับ ผ่านดี" in text


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "คะแนนตามที่ประกาศ ไม่ได้ระบุเอกสารที่มา"),
        ("source: ประกาศ ป.ป.ช.\n", "คะแนนตามที่ประกาศ ที่มา: ประกาศ ป.ป.ช."),
        ("source: {title: รายงาน, place: หน้า ๔}\n", "ที่มา: รายงาน หน้า ๔"),
    ],
)
def test_a_score_comes_with_the_document_that_prints_it(home, source, told):
    assert told in home({"2568/result.yml": RESULT + "total: 90\n" + source})


def test_a_card_bears_the_last_day_of_its_own_year(home):
    entry = "items: {O2: {updated: 2025-03-15, evidence: [{title: ก, text: ข}]}}\n"
    text = home(
        {
            "2568/disclosure.yml": f"fiscal_year: 2568\n{entry}",
            "2569/disclosure.yml": "fiscal_year: 2569\n",
        }
    )

    card = text[text.index('id="published"') : text.index("</section>", text.index("published"))]
    assert "๒๕๖๙" in card
    assert "ปรับปรุงล่าสุด" not in card
    assert '<time datetime="2025-03-15">๑๕ มี.ค. ๒๕๖๘</time> <a href="oit/2568/o2/">' in text


@pytest.mark.parametrize(
    ("phone", "called"),
    [
        ("0 3200 0000", "032000000"),
        ("+66 3200 0000", "+6632000000"),
        ("0 3200 0000 ต่อ 12", None),
        ("0 3200 0000, 0 3200 0001", None),
    ],
)
def test_one_telephone_number_can_be_called_from_the_page(content_dir, phone, called):
    agency = (
        "name: ก\nshort_name: ก\nkind: province\nmain_site: https://x.example/\n"
        f'contact: {{phone: "{phone}"}}\n'
    )
    text = home_of(load_site(content_dir({"agency.yml": agency, "2568/result.yml": RESULT})))

    assert re.findall(r'href="tel:([^"]+)"', text) == ([called] * 2 if called else [])


@pytest.mark.parametrize("path", sorted(AGENCIES.glob("*/content")), ids=lambda p: p.parent.name)
def test_every_way_of_a_real_agency_leads_to_a_page(path):
    pages = {page.path: page.markdown for page in build_pages(load_site(path), ())}

    ways = re.findall(r'<li><a href="([^"]+/)"><strong>', pages["index.md"])

    assert len(ways) >= 2
    for way in ways:
        assert {f"{way}index.md", f"{way.rstrip('/')}.md"} & set(pages)
