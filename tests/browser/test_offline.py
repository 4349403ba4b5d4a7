"""The zip for a machine without a network, unpacked and opened from the disc in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

import prongsai
from prongsai.content import load_site
from prongsai.offline import write_offline

STOCK_SEARCH = "search/search_index.json"
"""Material's search asks for its index by a request, which no browser makes from a disc."""


@pytest.fixture(scope="module")
def unpacked(sample_site, tmp_path_factory):
    """The folder into which the zip of the sample was unpacked, with a name as Explorer gives it."""
    content = Path(prongsai.__file__).parent / "scaffold/sample"
    built = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(sample_site, built)
    made = write_offline(load_site(content), built)
    folder = tmp_path_factory.mktemp("unpacked") / "อบต.ตัวอย่าง 2569 (1)"
    with ZipFile(made.path) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def visited(browser, unpacked):
    """What each page asked for, complained of and links to."""
    context = browser.new_context(reduced_motion="reduce")
    found = {path: visit(context, path) for path in sorted(unpacked.rglob("*.html"))}
    context.close()
    return found


def visit(context, path):
    tab = context.new_page()
    said, asked, failed = [], [], []
    tab.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("requestfailed", lambda request: failed.append(request.url))
    tab.goto(path.as_uri(), wait_until="load")
    links = tab.evaluate("[...document.querySelectorAll('a[href], area[href]')].map((a) => a.href)")
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    tab.close()
    return {"said": said, "asked": asked, "failed": failed, "links": links, "ids": ids}


def test_every_page_of_the_site_is_there(visited, sample_site):
    built = {p.relative_to(sample_site).as_posix() for p in sample_site.rglob("*.html")}

    assert len(visited) == len(built - {"404.html"}) + 1


def test_every_link_leads_to_a_file_that_is_there(visited, unpacked):
    targets = {
        unquote(urlsplit(link).path)
        for one in visited.values()
        for link in one["links"]
        if link.startswith("file:")
    }

    assert len(targets) > 60
    assert [target for target in sorted(targets) if not Path(target).is_file()] == []
    assert all(Path(target).is_relative_to(unpacked) for target in targets)


def test_every_link_to_a_part_of_a_page_has_its_part(visited):
    missing = {
        link
        for one in visited.values()
        for link in one["links"]
        if link.startswith("file:") and "#" in link and not link.endswith("#")
        if unquote(link.partition("#")[2]) not in visited[Path(unquote(urlsplit(link).path))]["ids"]
    }

    assert missing == set()


def test_no_request_fails_and_nothing_is_asked_of_a_host(visited):
    failed = {url for one in visited.values() for url in one["failed"]}
    hosts = {
        url
        for one in visited.values()
        for url in one["asked"]
        if not url.startswith(("file:", "data:"))
    }

    assert {url for url in failed if not url.endswith(STOCK_SEARCH)} == set()
    assert {url for url in hosts if not url.startswith("blob:")} == set()


def test_no_page_complains(visited):
    said = {text for one in visited.values() for text in one["said"]}

    assert {text for text in said if "search" not in text} == set()


def test_the_page_to_open_leads_to_the_site(browser, unpacked):
    page = browser.new_page()
    page.goto((unpacked / "เปิดที่นี่.html").as_uri())
    page.wait_for_url("**/site/index.html")

    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in page.locator("h1").inner_text()
    page.close()


def test_the_page_to_open_tells_who_has_not_unpacked_what_to_do(browser, unpacked, tmp_path):
    alone = tmp_path / "เปิดที่นี่.html"
    alone.write_bytes((unpacked / "เปิดที่นี่.html").read_bytes())

    page = browser.new_page()
    page.goto(alone.as_uri())

    assert "แยกทั้งหมด (Extract All)" in page.locator("main").inner_text()
    page.close()


def test_a_citizen_walks_from_the_front_page_to_a_document(browser, unpacked):
    page = browser.new_page()
    page.goto((unpacked / "site/index.html").as_uri())
    page.click("#published a")
    page.click(".ps-by-item >> text=ข้อมูลผู้บริหาร")
    shown = page.locator("h1").inner_text()
    document = page.locator(".ps-evidence__title a").first.get_attribute("href")
    page.close()

    assert "O2" in shown
    assert not document.endswith("/")


def test_a_link_that_a_script_makes_leads_to_its_page(browser, unpacked):
    page = browser.new_page()
    page.goto((unpacked / "site/oit/2568/index.html").as_uri())
    page.evaluate(
        """() => document.body.insertAdjacentHTML("afterbegin",
             "<a id=found style='position:fixed;z-index:9' href='o12/#evidence'>พบ</a>")"""
    )
    page.click("#found")
    page.wait_for_url("**/oit/2568/o12/index.html#evidence")

    assert page.locator("h1").inner_text().startswith("O12")
    page.close()
