"""What a first visit costs on a phone: every byte that comes over the line, packed as it comes."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

import prongsai

KB = 1000
ITEM, ANY = 30 * KB, 40 * KB
"""How much a first visit of an item may cost, and of any page."""
TABS = """\
# ขั้นตอน

=== "ยื่นด้วยตนเอง"

    ที่สำนักปลัด

=== "ยื่นทางอินเทอร์เน็ต"

    ที่ระบบ e-Service
"""


@pytest.fixture(scope="module")
def home(sample_site, served):
    return served(sample_site)


@pytest.fixture(scope="module")
def visit(browser):
    """A function from an address to what came over the line, by address, on a first visit."""

    def visit_one(address):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        done = []
        page.on("requestfinished", lambda request: done.append(request))
        page.goto(address, wait_until="networkidle")
        came = {one.url: one.sizes()["responseBodySize"] for one in done}
        # A browser without a window shows no icon, so it does not ask for it.
        icon = urljoin(address, page.locator("link[rel=icon]").first.get_attribute("href"))
        came.setdefault(icon, len(context.request.get(icon).body()))
        context.close()
        return came

    return visit_one


@pytest.mark.parametrize(
    "path", ["oit/2568/o1/", "oit/2568/o11/", "oit/2568/o12/", "oit/2568/o22/"]
)
def test_a_first_visit_of_an_item_costs_at_most_30_kb(visit, home, path):
    came = visit(home + path)
    shown = {url: size for url, size in came.items() if "/files/" not in url}  # the evidence itself

    assert any(".css?v=" in url for url in shown)
    assert min(shown.values()) > 0
    assert sum(shown.values()) <= ITEM


@pytest.mark.parametrize("path", ["", "oit/2568/", "ita/", "ita/2568/analysis/"])
def test_no_page_costs_much_more(visit, home, path):
    assert sum(visit(home + path).values()) <= ANY


def test_the_site_holds_nothing_that_no_page_asks_for(sample_site):
    names = [path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*.*")]
    of_material = ("assets/javascripts/", "assets/stylesheets/")

    assert [name for name in names if name.startswith(of_material)] == []
    assert [name for name in names if name.endswith((".map", ".woff", ".woff2", ".ttf"))] == []


def test_what_is_read_as_source_is_sent_small(sample_site):
    theme = Path(__file__).parents[2] / "theme/prongsai_theme"
    for name in ("assets/prongsai/prongsai.js", "assets/prongsai/prongsai.css"):
        assert (sample_site / name).stat().st_size < (theme / name).stat().st_size


@pytest.fixture(scope="module")
def site_with_tabs(build_content, tmp_path_factory):
    """The sample's site with a page of tabs, written by hand."""
    content = tmp_path_factory.mktemp("tabs") / "content"
    shutil.copytree(Path(prongsai.__file__).parent / "scaffold/sample", content)
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/steps.md").write_text(TABS, encoding="utf-8")
    return build_content(content, "  - pymdownx.tabbed: {alternate_style: true}\n")


def test_a_page_that_needs_material_s_own_files_gets_them_and_no_other_does(
    visit, served, site_with_tabs
):
    home = served(site_with_tabs)

    assert [url for url in visit(f"{home}oit/2568/o1/") if "/assets/javascripts/" in url] == []
    assert [url for url in visit(f"{home}steps/") if "/assets/javascripts/bundle." in url] != []


def test_beside_material_s_own_script_ours_still_works(browser, served, site_with_tabs):
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{served(site_with_tabs)}steps/", wait_until="networkidle")

    page.get_by_text("ยื่นทางอินเทอร์เน็ต").click()
    assert page.get_by_text("ที่ระบบ e-Service").is_visible()
    page.get_by_role("button", name="เมนู", exact=True).click()
    assert page.locator(".ps-nav a").first.is_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="เปลี่ยนเป็นโหมดมืด").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"

    assert told == []
    context.close()
