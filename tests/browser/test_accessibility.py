"""What WCAG 2.2 AA asks of every kind of page: found by axe-core, and what axe does not see."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import html5lib
import pytest

PAGES = {
    "the front page": "",
    "a page that is not there": "404.html",
    "the years of items": "oit/",
    "the items of a year": "oit/2568/",
    "an item with all it must show": "oit/2568/o2/",
    "an item with a part": "oit/2568/o12/",
    "an item with nothing": "oit/2568/o3/",
    "an item with nothing to report": "oit/2568/o22/",
    "the results of all years": "ita/",
    "the result of a year": "ita/2568/",
    "an analysis": "ita/2568/analysis/",
    "measures": "ita/2569/measures/",
    "progress": "ita/2569/progress/",
    "what the checks find": "checks/",
    "a check": "checks/mea104/",
    "a page written by hand": "news/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then((found) =>
  found.violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`)))"""

# What the page does after a change of its size is done two frames later.
SETTLED = (
    """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"""
)

# Texts that are cut off, and boxes that stick out of the screen to the right.
LOST = """() => {
  const name = (box) => box.tagName.toLowerCase() + "." + (box.getAttribute("class") ?? "")
  const seen = [...document.body.querySelectorAll("*")]
    .filter((box) => box.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((box) => getComputedStyle(box).clipPath !== "inset(50%)") // there for the ear alone
    .filter((box) => !box.closest(".ps-hidden, thead, [data-md-component=skip], .md-skip, .md-toggle"))
  const hides = (box) => ["hidden", "clip"].includes(getComputedStyle(box).overflowX)
  const cut = seen.filter((box) => hides(box) && box.textContent.trim() &&
    (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 4))
  const scrolls = (box) => box.closest(".ps-table, .md-tabs, pre, .md-sidebar")
  const out = seen.filter((box) => !scrolls(box) && box.getBoundingClientRect().right > innerWidth + 1)
  return [...cut, ...out].map(name)
}"""
TABLES = """() => [...document.querySelectorAll("table")].filter((table) =>
  !table.caption?.textContent.trim() || [...table.querySelectorAll("th")].some((head) => !head.scope) ||
  !table.querySelector("thead th")).map((table) => table.outerHTML.slice(0, 200))"""
MOVING = """() => [...document.querySelectorAll("*")].filter((box) => {
  const {transitionDuration, animationName} = getComputedStyle(box)
  return animationName !== "none" || transitionDuration.split(",").some((one) => parseFloat(one) > 0)
}).map((box) => box.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def home(example_site, served):
    return served(example_site)


@pytest.fixture(scope="module")
def open_tab(browser):
    """A function that opens a tab of a reader who has asked for little motion, in a scheme."""
    contexts = []

    def open_one(scheme):
        contexts.append(browser.new_context(color_scheme=scheme, reduced_motion="reduce"))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module", params=["light", "dark"])
def tab(request, open_tab):
    return open_tab(request.param)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(tab, home, path):
    tab.goto(home + path)
    tab.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = []
    for width in (390, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.evaluate(SETTLED)
        found += tab.evaluate(AXE, RULES)

    assert found == []


@pytest.fixture(scope="module")
def seen(open_tab, home):
    """What is wrong with each page on a narrow screen, in large type, with its tables, at rest."""
    tab = open_tab("light")
    return {name: _seen(tab, home + path) for name, path in PAGES.items()}


def _seen(tab, address):
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(address)
    found = {"narrow": tab.evaluate(LOST)}
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.evaluate("document.documentElement.style.fontSize = '250%'")  # Material starts from 125 %
    return found | {
        "large": tab.evaluate(LOST),
        "tables": tab.evaluate(TABLES),
        "moving": tab.evaluate(MOVING),
    }


@pytest.mark.parametrize("how", ["narrow", "large"])
def test_nothing_is_lost_at_320_px_or_in_type_of_twice_the_size(seen, how):
    assert {name: found[how] for name, found in seen.items() if found[how]} == {}


def test_every_table_says_what_it_is_and_what_its_heads_are_for(seen):
    assert {name: found["tables"] for name, found in seen.items() if found["tables"]} == {}


def test_nothing_moves_for_those_who_ask_for_rest(seen):
    assert {name: found["moving"] for name, found in seen.items() if found["moving"]} == {}


def _trees(folder: Path):
    for path in sorted(folder.rglob("*.html")):
        with path.open("rb") as stream:
            parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
            yield path.relative_to(folder), parser.parse(stream)


@pytest.fixture(scope="module")
def trees(example_site, sample_site):
    """Every page of both sites, as read by a parser that forgives nothing."""
    return [*_trees(example_site), *_trees(sample_site)]


SENTENCE = re.compile(r"[A-Za-z][\w'’-]*(?:[ ,]+[A-Za-z][\w'’-]*){3,}")
RUN = re.compile(
    r"(?<![\w@./:-])[A-Za-z]*[a-z][A-Za-z]*(?:[ -][A-Za-z]+)+(?![\w@/:]|\.\w)", re.ASCII
)


def _english(element, lang):
    """Yield the runs of English that stand where another language is said.

    In an attribute, where no part can be marked, only a sentence.
    """
    lang = element.get("lang", lang)
    if lang == "en" or element.tag in {"script", "style", "code", "head"}:
        return
    for text in (element.get(key) for key in ("alt", "title", "aria-label")):
        yield from SENTENCE.findall(text or "")
    for text in (element.text, *(child.tail for child in element)):
        yield from RUN.findall(text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _english(child, lang)


def test_every_page_is_written_by_the_letter_and_says_where_it_turns_to_english(trees):
    assert len(trees) > 100
    assert {tree.get("lang") for _, tree in trees} == {"th"}

    unsaid = [(str(path), run) for path, tree in trees for run in _english(tree, "th")]

    assert unsaid == []
