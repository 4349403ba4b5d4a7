"""The search as a thing to use: with keys, a finger or a screen reader, without a server or scripts."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

WIDTHS = (390, 1280)
BOTH = pytest.mark.parametrize("width", WIDTHS)
FIELD = ".ps-search__input"
PANEL = ".ps-search__panel"


@pytest.fixture(scope="module")
def home(served, sample_site):
    return served(sample_site)


@pytest.fixture
def tab(request, browser, home):
    """A page of an item at one width; what it asks of the server is noted in `tab.asked`."""
    width = (
        request.node.callspec.params.get("width", 1280)
        if hasattr(request.node, "callspec")
        else 1280
    )
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.asked = []
    tab.on("request", lambda request: tab.asked.append(urlsplit(request.url).path.lstrip("/")))
    tab.goto(f"{home}oit/2568/o3/")
    yield tab
    context.close()


def results(tab):
    return tab.locator("[role=option]")


def type_slash(tab, text):
    tab.keyboard.press("/")
    tab.keyboard.insert_text(text)
    results(tab).first.wait_for()


def is_open(tab):
    return tab.locator(PANEL).is_visible()


@BOTH
def test_nothing_of_the_index_is_loaded_before_the_search_is_used(tab, width):
    tab.mouse.wheel(0, 500)
    tab.wait_for_timeout(300)
    assert [url for url in tab.asked if "search" in url] == [
        "assets/prongsai/search.css",
        "assets/prongsai/search-open.js",
    ]

    tab.keyboard.press("/")
    tab.wait_for_function(
        "document.querySelector('.ps-search__hint[data-when=empty]').checkVisibility()"
    )
    assert tab.asked[-2:] == ["assets/prongsai/search.js", "search/index.js"]


def test_the_pointer_over_the_field_is_enough_to_load_the_index(tab):
    with tab.expect_response("**/search/index.js"):
        tab.hover(FIELD)


def test_the_index_is_loaded_once(tab):
    for _ in range(3):
        type_slash(tab, "จัดซื้อ")
        tab.keyboard.press("Escape")
        tab.mouse.click(300, 500)

    assert tab.asked.count("search/index.js") == 1


def test_what_every_page_carries_for_the_search_is_little(sample_site):
    parts = [sample_site / "assets/prongsai" / name for name in ("search-open.js", "search.css")]

    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in parts) < 2200


@BOTH
def test_arrows_go_through_the_results_and_back_to_the_field(tab, width):
    type_slash(tab, "จัดซื้อ")
    count = results(tab).count()
    chosen = tab.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 0

    tab.keyboard.press("ArrowDown")
    assert tab.get_attribute(FIELD, "aria-activedescendant") == results(tab).first.get_attribute(
        "id"
    )
    assert chosen.count() == 1
    tab.keyboard.press("ArrowUp")
    assert tab.get_attribute(FIELD, "aria-activedescendant") is None
    tab.keyboard.press("ArrowUp")
    assert chosen.get_attribute("id") == results(tab).nth(count - 1).get_attribute("id")
    tab.keyboard.press("ArrowDown")
    assert chosen.count() == 0
    assert tab.evaluate("document.activeElement.name") == "q"


@BOTH
def test_enter_opens_the_chosen_result_and_else_the_first(tab, width, home):
    type_slash(tab, "จัดซื้อจัดจ้าง")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{home}oit/2568/o13/")

    type_slash(tab, "จัดซื้อจัดจ้าง")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{home}oit/2568/o12/")


@BOTH
def test_escape_closes_and_leaves_the_reader_where_the_search_was_opened(tab, width):
    type_slash(tab, "จัดซื้อ")
    assert tab.get_attribute(FIELD, "aria-expanded") == "true"

    tab.keyboard.press("Escape")
    assert not is_open(tab)
    assert tab.get_attribute(FIELD, "aria-expanded") == "false"
    focused = tab.evaluate("document.activeElement.className")
    assert ("ps-search__open" if width == 390 else "ps-search__input") in focused


def test_a_second_escape_clears_the_field(tab):
    type_slash(tab, "จัดซื้อ")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")

    assert tab.input_value(FIELD) == ""


def test_slash_is_a_letter_where_a_reader_writes(tab):
    type_slash(tab, "จัดซื้อ")
    tab.keyboard.press("/")

    assert tab.input_value(FIELD) == "จัดซื้อ/"


def test_a_click_beside_the_search_closes_it(tab):
    type_slash(tab, "จัดซื้อ")
    tab.mouse.click(300, 500)

    assert not is_open(tab)


def test_leaving_with_the_tab_key_closes_it(tab):
    type_slash(tab, "จัดซื้อ")
    tab.keyboard.press("Tab")

    assert not is_open(tab)


def test_results_are_no_stops_of_the_tab_key(tab):
    type_slash(tab, "จัดซื้อ")

    assert set(results(tab).evaluate_all("all => all.map((one) => one.tabIndex)")) == {-1}


def test_a_result_in_a_section_leads_to_the_section(tab, home):
    type_slash(tab, "ที่ตั้งและช่องทางติดต่อ")

    assert results(tab).first.get_attribute("href") == f"{home}oit/2568/o3/#evidence"


@BOTH
def test_a_result_on_the_same_page_closes_the_search(tab, width, home):
    type_slash(tab, "ที่ตั้งและช่องทางติดต่อ")
    results(tab).first.click()
    tab.wait_for_url(f"{home}oit/2568/o3/#evidence")

    assert not is_open(tab)


def test_the_number_of_results_is_announced_once_the_reader_pauses(tab):
    status = tab.locator(".ps-search [role=status]")
    tab.keyboard.press("/")
    tab.keyboard.type("O12", delay=20)
    results(tab).first.wait_for()
    assert "พบ" not in status.inner_text()

    tab.wait_for_function(
        "document.querySelector('.ps-search [role=status]').textContent.includes('พบ')"
    )
    assert status.inner_text() == tab.locator(".ps-search__count").inner_text()


@BOTH
def test_nothing_found_is_told_with_a_way_on(tab, width, home):
    tab.keyboard.press("/")
    tab.fill(FIELD, "ฮฮฮฮฮ")
    hint = tab.locator(".ps-search__hint[data-when=none]")
    hint.wait_for()

    assert results(tab).count() == 0
    assert "ลองใช้คำ" in hint.inner_text()
    tab.wait_for_function(
        "document.querySelector('.ps-search [role=status]').textContent.includes('ไม่พบ')"
    )
    hint.locator("a").click()
    tab.wait_for_url(f"{home}oit/")


def test_numbers_are_told_in_the_digits_of_the_agency(tab):
    type_slash(tab, "O12")

    assert re.match("พบ [๐-๙]+ หน้า", tab.locator(".ps-search__count").inner_text())
    assert results(tab).first.locator(".ps-search__year").inner_text() == "ปี ๒๕๖๘"


@pytest.mark.parametrize("page", ["", "404.html", "ita/2568/analysis/", "oit/2568/"])
def test_every_kind_of_page_leads_to_the_same_result(tab, home, page):
    tab.goto(home + page)
    type_slash(tab, "O12")

    assert results(tab).first.get_attribute("href") == f"{home}oit/2568/o12/"


@BOTH
def test_an_address_with_a_query_opens_the_search(tab, width, home):
    tab.goto(f"{home}ita/?q=O๑๒")
    results(tab).first.wait_for()

    assert tab.input_value(FIELD) == "O๑๒"
    assert results(tab).first.get_attribute("href") == f"{home}oit/2568/o12/"


@BOTH
def test_without_scripts_there_is_no_search_to_be_seen(browser, home, width):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=False
    )
    tab = context.new_page()
    tab.goto(home)

    assert tab.locator(".ps-search :visible").count() == 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@BOTH
def test_the_search_works_from_a_folder_on_the_disk(browser, sample_site, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto((sample_site / "oit/2568/o3/index.html").as_uri())
    type_slash(tab, "จัดซื้อ")

    assert results(tab).first.get_attribute("href").endswith("/site/oit/2568/o12/")
    context.close()


@BOTH
def test_the_search_works_without_the_scripts_of_material(browser, home, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.route("**/assets/javascripts/**", lambda route: route.abort())
    tab = context.new_page()
    tab.goto(home)
    type_slash(tab, "จัดซื้อ")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{home}oit/2568/o12/")
    context.close()


@BOTH
def test_an_index_that_does_not_come_is_told(browser, home, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.route("**/search/index.js", lambda route: route.abort())
    tab = context.new_page()
    tab.goto(home)
    tab.keyboard.press("/")

    tab.locator(".ps-search__hint[data-when=failed]").wait_for()
    context.close()


@BOTH
def test_a_tap_is_all_it_takes(browser, home, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, has_touch=True)
    tab = context.new_page()
    tab.goto(home)
    tab.tap(".ps-search__open" if width == 390 else FIELD)
    tab.keyboard.insert_text("จัดซื้อ")
    results(tab).nth(1).tap()
    tab.wait_for_url(f"{home}oit/2568/o13/")
    context.close()


@BOTH
def test_results_are_large_enough_to_tap_and_stay_on_the_screen(tab, width):
    type_slash(tab, "จัดซื้อ")
    boxes = results(tab).evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    )

    assert min(box["height"] for box in boxes) >= 44
    assert all(box["left"] >= 0 and box["right"] <= width for box in boxes)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@BOTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", [None, "", "จัดซื้อ", "ฮฮฮฮฮ"])
def test_no_rule_of_accessibility_is_broken(browser, home, width, scheme, query):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(f"{home}oit/2568/o3/")
    if query is not None:
        tab.keyboard.press("/")
        tab.fill(FIELD, query)
        tab.wait_for_timeout(600)
        tab.keyboard.press("ArrowDown")

    found = Axe().run(tab, context=".ps-search")

    assert found.violations_count == 0, found.generate_report()
    context.close()
