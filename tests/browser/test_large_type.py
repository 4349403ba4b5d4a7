"""A phone whose reader has set type of twice the size: nothing is cut, covered or beside the screen."""

from __future__ import annotations

import pytest

PAGES = [
    "",
    "404.html",
    "data/",
    "ita/",
    "ita/2568/",
    "ita/2568/analysis/",
    "ita/2569/measures/",
    "oit/",
    "oit/2568/",
    "oit/2568/o2/",
    "oit/2568/o12/",
    "oit/2568/o22/",
]


@pytest.fixture(scope="module")
def tab(large_type, sample_site, served):
    page = large_type.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.home = served(sample_site)
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_stands_beside_the_screen(tab, path):
    tab.goto(tab.home + path)

    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_the_header_goes_with_the_page(tab):
    tab.goto(f"{tab.home}oit/2568/o12/")

    tab.evaluate("scrollTo(0, 2000)")

    assert tab.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom") < 0


def test_what_is_said_of_an_item_has_the_width_of_the_screen(tab):
    tab.goto(f"{tab.home}oit/2568/o12/")

    widths = tab.evaluate(
        "[...document.querySelectorAll('.ps-facts dd')].map((one) => one.offsetWidth)"
    )

    assert min(widths) > 250


@pytest.mark.parametrize("scrolled", [0, 2000])
def test_the_search_shows_what_is_typed_and_what_is_found_wherever_the_page_stands(tab, scrolled):
    tab.goto(f"{tab.home}oit/2568/o12/")
    tab.evaluate(f"scrollTo(0, {scrolled})")

    tab.keyboard.press("/")
    tab.keyboard.insert_text("ของขวัญ")
    tab.locator("[role=option]").first.wait_for()

    top = tab.evaluate(
        """() => [".ps-search__form", ".ps-search__count", "[role=option]"].map((name) =>
            document.querySelector(name).getBoundingClientRect())
            .map((box) => [Math.round(box.top), Math.round(box.bottom)])"""
    )
    assert top[0][0] == 0
    assert top[0][1] <= top[1][0]
    assert top[1][1] <= top[2][0] < 400
