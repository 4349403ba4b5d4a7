"""Links between pages, the navigation, and the chart."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checks import all_checks
from prongsai.pages.navigation import navigation
from prongsai.pages.page import Page, relative_page, relative_url
from prongsai.pages.svg import bar_chart
from prongsai.reports.document import Bar, BarChart, url_of

NAMES = st.sampled_from(["index", "a", "b", "o1"])
PATHS = st.builds(
    lambda folders, name: "/".join([*folders, f"{name}.md"]),
    st.lists(st.sampled_from(["oit", "ita", "2568"]), max_size=3),
    NAMES,
)
BASE = "https://host.example/below/a/folder/"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("oit/index.md", "oit/"),
        ("oit/2568/o12.md", "oit/2568/o12/"),
    ],
)
def test_a_page_has_an_address(path, url):
    assert url_of(path) == url


@given(PATHS, PATHS)
def test_a_link_leads_to_its_page_wherever_the_site_stands(here, there):
    link = relative_url(here, url_of(there))

    assert urljoin(BASE + url_of(here), link) == BASE + url_of(there)


@given(PATHS, st.sampled_from(["files/2568/a.pdf", "data/items.json", "a.txt"]))
def test_a_link_leads_to_its_file_wherever_the_site_stands(here, file):
    assert urljoin(BASE + url_of(here), relative_url(here, file)) == BASE + file


@given(PATHS, PATHS)
def test_a_markdown_link_leads_to_its_file(here, there):
    assert (
        urljoin(f"https://x.example/{here}", relative_page(here, there))
        == f"https://x.example/{there}"
    )


def test_sections_are_led_by_their_own_page_and_years_come_newest_first(pages):
    nav = navigation(pages.values())

    home, oit, ita, data, checks = nav
    assert home == {"หน้าแรก": "index.md"}
    assert list(oit) == ["ข้อมูลสาธารณะ (OIT)"]
    lead, *years = oit["ข้อมูลสาธารณะ (OIT)"]
    assert lead == {"การเปิดเผยข้อมูลสาธารณะ (OIT)": "oit/index.md"}
    assert [name for year in years for name in year] == ["ข้อมูล OIT ปี ๒๕๖๙", "ข้อมูล OIT ปี ๒๕๖๘"]
    assert list(ita) == ["ผลการประเมิน (ITA)"]
    assert data == {"ข้อมูลเปิด": "data/index.md"}
    lead, *each = checks["ข้อตรวจพบ"]
    assert lead == {"ข้อตรวจพบ": "checks/index.md"}
    assert [name.split()[0] for one in each for name in one] == list(all_checks())


def test_every_page_stands_in_the_navigation_once(pages):
    found = list(_paths(navigation(pages.values())))

    assert sorted(found) == sorted(pages)


def _paths(nav):
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            yield from [value] if isinstance(value, str) else _paths(value)


def test_hand_written_pages_come_last(pages):
    nav = navigation(pages.values(), ["news.md", "index.md", "about/us.md"])

    assert nav[-1] == {"หน้าอื่น": ["about/us.md", "news.md"]}


def test_a_title_is_escaped_for_themes_that_print_it_as_it_is():
    pages = [
        Page("index.md", 'ก "ข" <b>', ""),
        Page("oit/index.md", "OIT", ""),
        Page("ita/index.md", "ITA", ""),
    ]

    assert navigation(pages)[0] == {"ก &quot;ข&quot; &lt;b&gt;": "index.md"}


def chart(*bars):
    return BarChart("x", "ชื่อ <b>", "คำอธิบาย & อื่น", tuple(bars), Decimal(85), "เกณฑ์ 85")


@given(st.lists(st.decimals(0, 100, places=2), max_size=12))
def test_a_chart_is_well_formed_and_stays_in_its_frame(values):
    root = ElementTree.fromstring(bar_chart(chart(*(Bar("ก<", v, str(v)) for v in values))))

    _, _, width, height = map(float, root.get("viewBox").split())
    for rect in root.iter("{http://www.w3.org/2000/svg}rect"):
        x, y, w, h = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert w >= 0
        assert x + w <= width
        assert y + h <= height


def test_a_chart_is_named_and_described_for_who_cannot_see_it():
    root = ElementTree.fromstring(bar_chart(chart(Bar("ก", Decimal(50), "50"))))

    ids = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert [ids[name] for name in root.get("aria-labelledby").split()] == [
        "ชื่อ <b>",
        "คำอธิบาย & อื่น",
    ]


@pytest.mark.parametrize(("value", "weak"), [("84.99", True), ("85", False)])
def test_a_bar_under_the_mark_is_told_apart(value, weak):
    assert ("ps-chart__bar--weak" in bar_chart(chart(Bar("ก", Decimal(value), value)))) is weak
