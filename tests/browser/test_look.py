"""What an agency looks like: the front page on a phone, its colour and emblem, states without colour."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

import prongsai

AXE = "axe_playwright_python"
AGENCIES = Path(__file__).parents[1] / "agencies"
SAMPLE = Path(prongsai.__file__).parent / "scaffold/sample"
PAGES = ("", "oit/", "oit/2568/", "oit/2568/o12/", "oit/2568/o22/", "ita/2568/")
SCHEMES = ("light", "dark")
PHONE = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe():
    pytest.importorskip(AXE)
    return (files(AXE) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def coloured(build_content, tmp_path_factory):
    """A function from a colour to the folder of the sample's site in it."""
    built = {}

    def build(colour):
        if colour not in built:
            content = tmp_path_factory.mktemp("coloured") / "content"
            shutil.copytree(SAMPLE, content)
            agency = content / "agency.yml"
            text = agency.read_text(encoding="utf-8")
            assert "#1a5f3c" in text
            agency.write_text(text.replace("#1a5f3c", colour), encoding="utf-8")
            built[colour] = build_content(content)
        return built[colour]

    return build


@pytest.fixture(scope="module")
def sample(sample_site, served):
    return served(sample_site)


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate(
        f"axe.run({{runOnly: {json.dumps(RULES)}}}).then((r) => r.violations.map("
        "(v) => [v.id, v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? ''))]))"
    )
    return [(rule, nodes) for rule, nodes in found if rule not in ELSEWHERE]


ELSEWHERE = {"aria-dialog-name", "landmark-unique"}
"""What is wrong in Material's own search and navigation, which no page of ours can mend."""


def test_a_phone_shows_who_how_much_and_how_far_without_scrolling(phone, sample):
    phone.goto(sample)

    seen = phone.evaluate(
        """() => ["h1", ".ps-hero__place", ".ps-hero__contact", ".ps-latest__figure",
                  ".ps-latest__source", ".ps-card__figure", ".ps-states"].map((one) =>
            [one, document.querySelector(one).getBoundingClientRect().bottom])"""
    )

    assert [one for one, bottom in seen if bottom > PHONE["height"]] == []


@pytest.mark.parametrize("agency", sorted(path.parent.name for path in AGENCIES.glob("*/content")))
def test_an_agency_with_old_years_alone_says_so_on_the_first_screen(
    agency, phone, build_content, served, tmp_path
):
    content = shutil.copytree(AGENCIES / agency / "content", tmp_path / "content")

    phone.goto(served(build_content(content)))

    assert "ยังไม่เปิดหน้ารายข้อ" in phone.locator(".ps-sum").inner_text()
    assert phone.locator("#latest").inner_text().startswith("ผลการประเมิน ITA ปีงบประมาณ")
    box = phone.locator(".ps-sum").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(page, width, scheme, browser, sample, axe):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(sample + page)

    found = violations(tab, axe)

    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", ["#ffd54f", "#f57c00", "#ffffff", "#000000", "#7f7f7f"])
def test_a_site_can_be_read_in_any_colour(colour, scheme, browser, coloured, served, axe):
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(served(coloured(colour)))

    found = [nodes for rule, nodes in violations(tab, axe) if rule == "color-contrast"]
    header = tab.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")

    context.close()
    assert found == []
    if scheme == "light":
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert header == f"rgb({red}, {green}, {blue})"


def test_the_emblem_is_shown_with_its_words_and_in_the_tab(phone, sample):
    answers = []
    phone.on("response", lambda answer: answers.append((answer.url, answer.status)))
    phone.goto(sample)

    emblem = phone.locator(".ps-hero__emblem")
    icon = phone.locator('link[rel="icon"]').get_attribute("href")

    assert "ดวงอาทิตย์" in emblem.get_attribute("alt")
    assert emblem.evaluate("(image) => image.naturalWidth") > 0
    assert icon.endswith("files/emblem.svg")
    assert [url for url, status in answers if status != 200] == []


def test_a_state_has_its_colour_sign_and_word_everywhere(browser, example_site, served):
    page = browser.new_page()
    seen = {}
    for url in ("", "oit/2568/", "oit/2568/o1/", "oit/2568/o22/"):
        page.goto(served(example_site) + url)
        for state, word, colour, sign in page.evaluate(
            """() => [...document.querySelectorAll(".ps-state")].filter((e) => e.checkVisibility())
              .map((e) => [e.className, e.textContent, getComputedStyle(e).color,
                           getComputedStyle(e, "::before").maskImage])"""
        ):
            seen.setdefault(state, set()).add((word, colour, sign))
    page.close()

    assert len(seen) == 5
    assert all(len(ways) == 1 for ways in seen.values())
    looks = [next(iter(ways)) for ways in seen.values()]
    assert len({word for word, _, _ in looks}) == len({sign for _, _, sign in looks}) == 5
    assert all("svg" in sign for _, _, sign in looks)


def test_the_bar_of_states_is_told_apart_by_pattern(browser, example_site, served):
    page = browser.new_page()
    page.goto(served(example_site) + "oit/2568/")

    fills = page.evaluate(
        """() => [...document.querySelectorAll(".ps-bar > span")].map((e) => {
            const style = getComputedStyle(e)
            return style.backgroundImage === "none"
              ? style.backgroundColor === style.borderTopColor ? "full" : "empty"
              : style.backgroundImage.replace(/rgba?\\([^)]*\\)/g, "")
        })"""
    )
    page.close()

    assert len(fills) == len(set(fills)) == 5


@pytest.mark.parametrize("width", [800, 1280])
def test_the_columns_of_the_groups_of_items_stand_below_one_another(width, browser, sample):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{sample}oit/2568/")

    lefts = page.evaluate(
        """() => [...document.querySelectorAll(".ps-by-item .ps-items")].map((table) =>
            [...table.tHead.rows[0].cells].map((cell) => Math.round(cell.offsetLeft)).join())"""
    )
    lines = page.evaluate(
        """() => [...document.querySelectorAll(".ps-by-item td:last-child")].map((cell) => {
            const range = document.createRange()
            range.selectNodeContents(cell)
            return [range.getClientRects().length, cell.scrollWidth <= cell.clientWidth]
        })"""
    )
    page.close()

    assert len(lefts) == 7
    assert len(set(lefts)) == 1
    assert {tuple(one) for one in lines} == {(1, True)}


@pytest.mark.parametrize("width", [800, 1280])
def test_no_head_of_the_items_is_cut_where_scores_stand_beside_the_days(
    width, browser, example_site, served
):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{served(example_site)}oit/2568/")

    heads = page.evaluate(
        """() => [...document.querySelectorAll(".ps-by-item thead th")].map((head) =>
            [head.textContent, head.scrollWidth <= head.clientWidth])"""
    )
    page.close()

    assert {name for name, _ in heads} >= {"คะแนนที่ประกาศ", "ปรับปรุงล่าสุด"}
    assert {name for name, fits in heads if not fits} == set()


def test_a_table_written_by_hand_has_the_edges_of_the_text(phone, build_content, served, tmp_path):
    content = shutil.copytree(SAMPLE, tmp_path / "content")
    (content / "pages").mkdir()
    table = "# ตาราง\n\n|ก|ข|ค|\n|-|-|-|\n|ข้อความยาว|ข้อความยาว|ข้อความยาว|\n"
    (content / "pages/table.md").write_text(table, encoding="utf-8")

    phone.goto(f"{served(build_content(content))}table/")

    lefts = phone.evaluate(
        "['h1', '.md-typeset__scrollwrap', 'table'].map((name) => document.querySelector(`.md-content ${name}`)"
        ".getBoundingClientRect().left)"
    )
    assert len(set(lefts)) == 1
