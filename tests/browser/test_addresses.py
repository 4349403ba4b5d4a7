"""Addresses that others wrote, broken or in an old encoding: the script of a page goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import prongsai

NEWS = """\
# ข่าว

<p><a id="thai" href="https://sample.example/news.php?t=%A2%E8%D2%C7">ข่าวเก่า</a></p>
<p><a id="broken" href="https://[sample.example/">ที่อยู่ผิด</a></p>
<p><a id="percent" href="https://sample.example/100%">ร้อยละ</a></p>
<p><a id="good" href="https://sample.example/%E0%B8%81.pdf">ก</a></p>

## หัวข้อ
"""


@pytest.fixture(scope="module")
def news(build_content, served, tmp_path_factory):
    content = tmp_path_factory.mktemp("addresses") / "content"
    shutil.copytree(Path(prongsai.__file__).parent / "scaffold/sample", content)
    (content / "pages").mkdir()
    (content / "pages/news.md").write_text(NEWS, encoding="utf-8")
    return f"{served(build_content(content))}news/"


@pytest.fixture
def tab(browser):
    """A page of a phone that notes what its scripts throw."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.thrown = []
    page.on("pageerror", lambda error: page.thrown.append(str(error)))
    yield page
    context.close()


@pytest.mark.parametrize("fragment", ["#%E0", "#%", "#%A2%E8", "#ไม่มี", ""])
def test_a_fragment_that_cannot_be_read_stops_nothing(tab, news, fragment):
    tab.goto(news + fragment)

    tab.locator("button.ps-menu").click()

    assert tab.locator(".ps-nav ul a").first.is_visible()
    assert tab.thrown == []


def test_links_that_cannot_be_read_are_printed_as_they_are_or_not_at_all(tab, news):
    tab.goto(news)

    tab.evaluate("dispatchEvent(new Event('beforeprint'))")

    told = {
        name: tab.locator(f"#{name}").get_attribute("data-address")
        for name in ("thai", "broken", "percent", "good")
    }
    assert told == {
        "thai": "https://sample.example/news.php?t=%A2%E8%D2%C7",
        "broken": None,
        "percent": "https://sample.example/100%",
        "good": "https://sample.example/ก.pdf",
    }
    assert tab.thrown == []
