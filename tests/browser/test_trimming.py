"""The stylesheet that is cut down paints the very same pages as Material's whole one."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import material
import pytest
from PIL import Image, ImageChops

import prongsai

STYLES = Path(material.__file__).parent / "templates/assets/stylesheets"
STYLESHEETS = re.compile(r"/assets/prongsai/material[a-z-]*\.css\b")
BY_HAND = """\
# เขียนเอง

!!! note "หมายเหตุ"
    ข้อความ `code`

??? warning "พับไว้"
    ข้างใน

| หัว | ค่า |
|-----|----:|
| ก   |   1 |

- [x] ทำแล้ว
- [ ] ยังไม่ทำ

> อ้างถึง[^1]

```python
def f(x: int) -> str:
    return f"{x}"  # ไม่มีอะไร
```

[^1]: ที่มา
"""
EXTENSIONS = """\
  - admonition
  - footnotes
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tasklist: {custom_checkbox: true}
"""
PAGES = [
    "",
    "404.html",
    "oit/2568/",
    "oit/2568/o12/",
    "ita/2568/",
    "ita/2569/measures/",
    "by-hand/",
]
STATES = [
    ("as it opens", 390, "scrollTo(0, 0)"),
    ("the menu open", 390, "document.querySelector('.ps-menu').click()"),
    ("a link in focus", 390, "document.querySelector('.md-content a[href]').focus()"),
    ("the way back to the top", 1280, "document.querySelector('.md-top').hidden = false"),
    ("on a desk", 1280, "document.querySelector('.md-top').hidden = true"),
]
"""One after the other: what is seen, the width, and what brings it about."""
NOISE = 3
"""By how many of 256 steps the very same page may differ from itself, at the edges of letters."""


@pytest.fixture(scope="module")
def home(build_content, tmp_path_factory, served):
    content = tmp_path_factory.mktemp("by-hand") / "content"
    shutil.copytree(Path(prongsai.__file__).parent / "scaffold/sample", content)
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/by-hand.md").write_text(BY_HAND, encoding="utf-8")
    return served(build_content(content, EXTENSIONS))


@pytest.fixture(scope="module")
def tabs(browser):
    """By scheme two tabs: of the site as it is, and of the site with Material's whole styles."""
    whole = "".join(path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css")))
    made = {}
    for scheme in ("light", "dark"):
        light, full = (
            browser.new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
            for _ in range(2)
        )
        full.route(STYLESHEETS, lambda route: route.fulfill(body=whole, content_type="text/css"))
        made[scheme] = (light, full)
    yield made
    for tab in (tab for pair in made.values() for tab in pair):
        tab.context.close()


@pytest.mark.parametrize(
    ("path", "scheme"),
    [*((path, "light") for path in PAGES), *((path, "dark") for path in PAGES[-3:])],
)
def test_not_a_dot_of_a_page_changes(tabs, home, path, scheme):
    pictures = [_pictures(tab, home + path) for tab in tabs[scheme]]

    assert [name for name in pictures[0] if _differ(*(one[name] for one in pictures))] == []


def _pictures(tab, address):
    tab.goto(address)
    taken = {}
    for name, width, action in STATES:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.evaluate(action)
        taken[name] = tab.screenshot(full_page=name in {"as it opens", "on a desk"})
    tab.emulate_media(media="print")
    taken["on paper"] = tab.screenshot(full_page=True)
    tab.emulate_media(media="screen")
    return taken


def _differ(one, other):
    before, after = (Image.open(io.BytesIO(shot)).convert("RGB") for shot in (one, other))
    steps = ImageChops.difference(before, after).getextrema()
    return before.size != after.size or max(most for _, most in steps) > NOISE


def test_the_whole_styles_are_another_picture_where_the_light_ones_are_broken(browser, home):
    """So that the test above can fail: without any of Material the picture is another."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(home)
    before = page.screenshot()
    page.route(STYLESHEETS, lambda route: route.fulfill(body=""))
    page.reload()

    assert _differ(before, page.screenshot())
    context.close()
