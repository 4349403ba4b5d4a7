"""A reader who has no mouse: everything is reached, in sight, and nothing holds them."""

from __future__ import annotations

import pytest

# Where the focus is: what it is, whether it can be seen, and whether something lies over it.
FOCUS = """() => {
  const box = document.activeElement
  if (!box || box === document.body) return null
  box.dataset.reached = ""
  const {left, top, right, bottom, width} = box.getBoundingClientRect()
  const first = box.getClientRects()[0]
  // The form shows the focus of its field: a frame within a frame would be two.
  const styles = [box, box.closest("form")].filter((one) => one).map((one) => getComputedStyle(one))
  const at = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2)
  return {
    name: box.tagName + " " + (box.getAttribute("aria-label") ?? box.textContent).trim() + " " + (box.id || ""),
    outlined: styles.some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2),
    inSight: width > 0 && left >= 0 && top >= 0 && right <= innerWidth + 1 && first.bottom <= innerHeight + 1,
    free: box.contains(at) || at?.contains(box) === true,
    drawer: box.closest(".md-sidebar--primary") !== null,
    content: box.closest(".md-content__inner") !== null,
  }
}"""
# What a mouse can use. Of a group of choices one is reached with Tab, the others with arrows.
UNREACHED = """() => [...document.querySelectorAll("*")]
  .filter((box) => box.matches("a[href], button, input:not([type=radio]), input:checked, summary, select"))
  .filter((box) => box.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((box) => !box.closest("[inert]") && !box.disabled && !("reached" in box.dataset))
  .map((box) => box.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def home(sample_site, served):
    return served(sample_site)


@pytest.fixture
def open_page(browser, home):
    """A function that opens a page at a width, for a reader who has asked for little motion."""
    contexts = []

    def open_one(path, width):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(home + path)
        return page

    yield open_one
    for context in contexts:
        context.close()


def stops(page):
    """Return where Tab leads, from the top of the page until it leaves it."""
    found = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError("Tab goes round and round")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "oit/2568/", "oit/2568/o12/", "ita/2569/measures/"])
def test_tab_reaches_all_there_is_to_use_and_shows_where_it_is(open_page, path, width):
    page = open_page(path, width)
    reached = stops(page)
    page.evaluate("scrollTo(0, 0)")
    unreached = page.evaluate(UNREACHED)

    assert [html for html in unreached if "md-top" not in html] == []  # shown on the way up only
    assert [stop["name"] for stop in reached if not stop["outlined"]] == []
    assert [stop["name"] for stop in reached if not stop["inSight"]] == []
    assert [stop["name"] for stop in reached if not stop["free"]] == []


def test_the_first_stop_leads_past_the_menu(open_page):
    page = open_page("oit/2568/o12/", 1280)
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert "ข้ามไปที่เนื้อหา" in first["name"]
    assert page.evaluate(FOCUS)["content"]


def test_the_closed_menu_is_not_there_for_keys(open_page):
    assert [stop["name"] for stop in stops(open_page("oit/2568/", 390)) if stop["drawer"]] == []


def test_the_menu_opens_and_closes_by_keys_and_says_so(open_page):
    page = open_page("oit/2568/", 390)
    menu = page.get_by_role("button", name="เมนู", exact=True)
    menu.focus()

    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate(FOCUS)["drawer"]
    assert page.locator(".md-sidebar--primary").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": 320,
        "height": 800,
    }
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["drawer"]

    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert "เมนู" in page.evaluate(FOCUS)["name"]
    page.keyboard.press("Tab")
    assert not page.evaluate(FOCUS)["drawer"]


def test_leaving_the_menu_closes_it(open_page):
    page = open_page("", 390)
    menu = page.get_by_role("button", name="เมนู", exact=True)
    menu.focus()
    page.keyboard.press("Enter")

    page.keyboard.press("Shift+Tab")

    assert menu.get_attribute("aria-expanded") == "false"
    assert not page.evaluate(FOCUS)["drawer"]


def test_a_heading_in_the_menu_leads_to_it_and_closes_the_menu(open_page):
    page = open_page("oit/2568/o12/", 390)
    page.get_by_role("button", name="เมนู", exact=True).click()

    page.locator(".ps-nav__toc a", has_text="องค์ประกอบ").click()

    assert page.url.endswith("#elements")
    page.wait_for_function("!document.querySelector('#__drawer').checked")
    assert page.locator("#elements").evaluate("box => box.getBoundingClientRect().top") < 800


def test_the_colours_are_chosen_by_keys_and_kept_on_the_next_page(open_page, home):
    page = open_page("", 390)
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "default"
    page.get_by_role("button", name="เปลี่ยนเป็นโหมดมืด").focus()

    page.keyboard.press("Enter")
    assert page.evaluate(scheme) == "slate"
    assert "เปลี่ยนเป็นโหมดสว่าง" in page.evaluate(FOCUS)["name"]

    page.goto(f"{home}oit/")
    assert page.evaluate(scheme) == "slate"


def test_the_list_of_headings_says_where_the_reader_is(open_page):
    page = open_page("oit/2568/", 1280)
    page.locator(".ps-toc a").nth(2).click()
    page.wait_for_function(
        "document.querySelectorAll('.ps-toc a')[2].getAttribute('aria-current') === 'location'"
    )

    assert page.locator(".ps-toc a[aria-current]").count() == 1


def test_a_wide_table_is_scrolled_by_keys(open_page):
    page = open_page("oit/2568/o12/", 390)
    table = page.locator(".ps-table[tabindex]").first
    assert table.get_attribute("aria-label")
    table.focus()

    page.keyboard.press("ArrowRight")

    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_without_scripts_the_menu_is_opened_walked_and_closed_by_keys(browser, home):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=False, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{home}oit/2568/")
    first = page.locator(".ps-nav ul a").first
    assert not first.is_visible()

    page.locator("a.ps-menu").focus()
    page.keyboard.press("Enter")
    assert first.is_visible()
    page.keyboard.press("Tab")
    assert page.locator("a.ps-close:focus").count() == 1
    page.keyboard.press("Tab")
    assert page.locator(".ps-nav ul a:focus").count() == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")

    assert not first.is_visible()
    context.close()
