"""The page of an item in a browser: its address is copied, and what is past its day of review says so."""

from __future__ import annotations

import gzip
from datetime import datetime

import pytest

O3 = "oit/2568/o3/"  # to be reviewed by 30 September 2568 BE
O8 = "oit/2568/o8/"  # one document of it by 31 October 2569 BE
ADDRESS = "https://sample.example/oit/2568/o3/"
MOST_BYTES = 1500


@pytest.fixture(scope="module")
def home(sample_site, served):
    return served(sample_site)


@pytest.fixture
def open_page(browser, home):
    """A function that shows a page at a moment of the reader's clock."""
    contexts = []

    def show(url, at=None, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        tab = context.new_page()
        if at:
            tab.clock.install(time=datetime.fromisoformat(at))
        tab.goto(home + url)
        return tab

    yield show
    for context in contexts:
        context.close()


def late(tab):
    return tab.locator("[data-review]:visible")


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2025-03-31T12:00:00+07:00", 0),
        ("2025-09-30T23:59:00+07:00", 0),
        ("2025-10-01T00:01:00+07:00", 1),
        ("2031-01-01T12:00:00+07:00", 1),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Bangkok", "America/New_York"])
def test_a_day_of_review_has_passed_when_it_is_over_in_thailand(open_page, at, told, zone):
    assert late(open_page(O3, at, timezone_id=zone)).count() == told


def test_what_is_late_is_told_with_a_sign_a_word_its_day_and_whom_to_ask(open_page):
    notice = late(open_page(O3, "2026-01-01T12:00:00+07:00"))

    text = notice.inner_text()
    assert "เลยกำหนดทบทวนข้อมูลแล้ว" in text
    assert "๓๐ กันยายน ๒๕๖๘" in text
    assert "สำนักปลัด" in text
    assert notice.locator("svg[aria-hidden=true]").count() == 1


def test_a_document_of_its_own_day_is_told_beside_it(open_page):
    assert late(open_page(O8, "2026-10-31T12:00:00+07:00")).count() == 0

    notice = late(open_page(O8, "2026-11-01T12:00:00+07:00"))
    assert notice.inner_text().strip() == "เลยกำหนดแล้ว"
    assert notice.locator("xpath=ancestor::*[@class='ps-evidence']").count() == 1


def test_without_scripts_no_day_is_called_past_and_the_address_is_a_link(open_page):
    tab = open_page(O3, java_script_enabled=False)

    assert late(tab).count() == 0
    assert tab.locator(".ps-copy:visible").count() == 0
    assert tab.get_by_role("link", name=ADDRESS).get_attribute("href") == ADDRESS
    assert tab.get_by_text("๓๐ กันยายน ๒๕๖๘", exact=True).is_visible()


def test_the_address_is_copied_with_the_keyboard_and_it_is_said(open_page):
    tab = open_page(O3, permissions=["clipboard-read", "clipboard-write"])

    tab.get_by_role("button", name="คัดลอกลิงก์").focus()
    tab.keyboard.press("Enter")

    tab.get_by_role("status").get_by_text("คัดลอกแล้ว", exact=True).wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == ADDRESS


def test_where_nothing_can_be_copied_the_address_is_selected_and_it_is_said(open_page):
    tab = open_page(O3)
    tab.evaluate("""() => {
      Object.defineProperty(navigator, "clipboard", {value: undefined})
      document.execCommand = () => false
    }""")

    tab.get_by_role("button", name="คัดลอกลิงก์").click()

    tab.get_by_role("status").get_by_text("เลือกลิงก์ไว้ให้แล้ว").wait_for()
    assert tab.evaluate("getSelection().toString()") == ADDRESS


def test_the_button_is_large_enough_for_a_finger(open_page):
    box = open_page(O3, viewport={"width": 390, "height": 900}).locator(".ps-copy").bounding_box()

    assert min(box["width"], box["height"]) >= 24


def test_what_item_pages_load_for_this_is_small(sample_site):
    script = (sample_site / "assets/prongsai/item.js").read_bytes()

    assert len(gzip.compress(script)) <= MOST_BYTES


@pytest.mark.parametrize("url", [O3, O8, "data/"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, url, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab = open_page(
        url,
        "2027-01-01T12:00:00+07:00",
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    )

    found = axe.run(tab, context=".md-content").response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
