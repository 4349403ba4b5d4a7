"""Every kind of page in a real browser, on a phone and a desk, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

PAGES = [
    "",
    "404.html",
    "checks/",
    "checks/mea104/",
    "data/",
    "ita/",
    "ita/2568/",
    "ita/2568/analysis/",
    "ita/2569/",
    "ita/2569/measures/",
    "ita/2569/progress/",
    "news/",
    "oit/",
    "oit/2568/",
    "oit/2568/o12/",
    "oit/2568/o22/",
]
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")

# Each text that stands on the page: its colour against what lies behind it, layer over layer.
SEEN = """() => {
  const numbers = (color) => {
    const found = color.match(/[\\d.]+/g).map(Number)
    const unit = color.startsWith("color(") ? 255 : 1
    return [found[0] * unit, found[1] * unit, found[2] * unit, found[3] ?? 1]
  }
  const over = ([r, g, b, a], below) =>
    [r, g, b].map((value, i) => value * a + below[i] * (1 - a))
  const remembered = (find) => {
    const known = new Map()
    return (element) => {
      if (!known.has(element)) known.set(element, find(element))
      return known.get(element)
    }
  }
  const behind = remembered((element) => element
    ? over(numbers(getComputedStyle(element).backgroundColor), behind(element.parentElement))
    : [255, 255, 255])
  const opacity = remembered((element) => element
    ? getComputedStyle(element).opacity * opacity(element.parentElement)
    : 1)
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  const texts = [...document.body.querySelectorAll("*")]
    .filter((element) => hasText(element) && element.checkVisibility({visibilityProperty: true}))
    .filter((element) => opacity(element) > 0)
    .map((element) => {
      const style = getComputedStyle(element)
      const [r, g, b, a] = numbers(element.closest("svg") ? style.fill : style.color)
      const back = behind(element)
      return {
        name: element.tagName.toLowerCase() + "." + (element.getAttribute("class") ?? ""),
        text: element.textContent.trim().slice(0, 30),
        contrast: contrast(over([r, g, b, a * opacity(element)], back), back),
        leading: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
        padding: parseFloat(style.paddingTop) / parseFloat(style.fontSize),
      }
    })
  const root = document.documentElement
  return {
    lang: root.lang,
    headings: document.querySelectorAll("h1").length,
    overflow: root.scrollWidth - root.clientWidth,
    texts,
  }
}"""


@dataclass
class Visit:
    """What was seen of one page at one width in one scheme."""

    page: str
    width: int
    scheme: str
    console: list[str]
    requests: list[str]
    failed: list[str]
    lang: str
    headings: int
    overflow: int
    texts: list[dict]

    def __str__(self) -> str:
        return f"/{self.page} at {self.width} px, {self.scheme}"


@pytest.fixture(scope="module")
def home(example_site, served):
    return served(example_site)


@pytest.fixture(scope="module")
def visits(browser, home):
    """One Visit of every page in each of the four ways; a page is loaded once per scheme."""
    return [visit for scheme in SCHEMES for visit in _visits(browser, home, scheme)]


def _visits(browser, home, scheme):
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    for page in PAGES:
        yield from _visit(context, home, page, scheme)
    context.close()


def _visit(context, home, page, scheme):
    tab = context.new_page()
    console, requests, failed = [], [], []
    tab.on("console", lambda message: console.append(message.text))
    tab.on("pageerror", lambda error: console.append(str(error)))
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("requestfailed", lambda request: failed.append(request.url))
    tab.on("response", lambda answer: answer.status >= 400 and failed.append(answer.url))
    tab.goto(home + page)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        yield Visit(page, width, scheme, console, requests, failed, **tab.evaluate(SEEN))
    tab.close()


def test_no_page_is_wider_than_the_screen(visits):
    assert [str(visit) for visit in visits if visit.overflow > 0] == []


def test_no_page_complains_in_the_console(visits):
    assert [(str(visit), visit.console) for visit in visits if visit.console] == []


def test_every_request_is_answered(visits):
    assert [(str(visit), visit.failed) for visit in visits if visit.failed] == []


def test_nothing_is_asked_of_another_host(visits, home):
    strangers = {url for visit in visits for url in visit.requests if not url.startswith(home)}

    assert strangers == set()


def test_every_page_has_one_main_heading(visits):
    assert [str(visit) for visit in visits if visit.headings != 1] == []


def test_every_page_says_that_it_is_in_thai(visits):
    assert {visit.lang for visit in visits} == {"th"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_stands_out_from_what_is_behind_it(visits, scheme):
    faint = {
        (text["name"], text["text"], round(text["contrast"], 2))
        for visit in visits
        if visit.scheme == scheme
        for text in visit.texts
        if text["contrast"] < 4.5
    }

    assert faint == set()


def test_tone_marks_have_room_above_and_below(visits):
    tight = {
        (text["name"], round(text["leading"], 2))
        for visit in visits
        for text in visit.texts
        if _is_thai(text["text"])
        if text["leading"] < (1.5 if text["padding"] < 0.2 else 1.3)
    }

    assert tight == set()


def _is_thai(text):
    return any("ก" <= char <= "๛" for char in text)
