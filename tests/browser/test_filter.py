"""Choosing among the items of a year, and their order: without a server, without scripts, and not on paper."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdf
import pytest


@pytest.fixture(params=[390, 1280])
def page(request, browser, served, example_site):
    """The items of FY2568 in a browser that runs no scripts."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{served(example_site)}oit/2568/")
    page.get_by_text("เลือกตามตัวชี้วัดย่อย").click()
    yield page
    context.close()


def shown(page):
    return [
        text.split()[0] for text in page.locator(".ps-items tbody th:visible").all_inner_texts()
    ]


def test_sub_indicators_are_folded_away_until_they_are_asked_for(page):
    page.reload()

    assert not page.locator("#only-all").is_visible()


def test_all_items_are_shown_at_first(page):
    assert len(shown(page)) == 28


def test_one_state_shows_its_items_and_hides_the_groups_that_have_none(page):
    page.check("#state-nothing-to-report")

    assert shown(page) == ["O22"]
    assert page.locator("h2[id^=sub-]:visible").count() == 1


def test_one_sub_indicator_shows_its_items(page):
    page.check("#only-sub-9-3")

    assert shown(page) == ["O12", "O13"]


def test_the_items_are_put_in_order_by_state(page):
    page.check("#order-state")

    states = page.locator(".ps-items tbody .ps-state:visible").all_inner_texts()
    assert len(states) == 28
    assert len([a for a, b in pairwise(states) if a != b]) == len(set(states)) - 1
    assert page.locator("h2[id^=sub-]:visible").count() == 0


def test_a_choice_holds_in_the_order_by_state(page):
    page.check("#order-state")
    page.check("#only-sub-9-3")
    assert shown(page) == ["O12", "O13"]

    page.check("#state-missing")
    assert shown(page) == ["O13"]
    assert page.locator(".ps-items caption:visible").count() == 1

    page.check("#order-item")
    assert shown(page) == ["O13"]


def test_state_and_sub_indicator_go_together_and_all_comes_back(page):
    page.check("#only-sub-9-3")
    page.check("#state-missing")
    assert shown(page) == ["O13"]

    page.check("#only-all")
    page.check("#state-all")
    assert len(shown(page)) == 28


def test_a_choice_is_made_with_the_keyboard(page):
    page.focus("#only-all")
    page.keyboard.press("ArrowRight")

    assert shown(page) == ["O1", "O2", "O3", "O4"]


def test_paper_has_no_choices(page):
    page.emulate_media(media="print")

    assert page.locator(".ps-filter:visible").count() == 0


def test_no_heading_of_a_printed_page_stands_apart_from_its_table(page):
    titles = set(page.locator("h2[id^=sub-]").all_inner_texts())
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages

    feet = [text.extract_text().strip().splitlines()[-1] for text in pages]
    assert len(titles) == 7
    assert len(feet) > 1
    assert [foot for foot in feet if foot.strip() in titles] == []
