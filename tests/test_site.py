"""The site of this repository's content, built by MkDocs as anyone would build it."""

from __future__ import annotations

import csv
import json
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ITEMS = {2568: 28, 2569: 26}
PAGES = [
    "",
    "oit/",
    "data/",
    "ita/",
    "ita/2567/",
    "ita/2568/",
    "ita/2568/analysis/",
    "ita/2569/",
    "ita/2569/measures/",
    "ita/2569/progress/",
    *(f"oit/{year}/" for year in ITEMS),
    *(f"oit/{year}/o{n}/" for year, count in ITEMS.items() for n in range(1, count + 1)),
]
DATA = [
    "data/2567/result.json",
    "data/2567/result.csv",
    "data/2568/result.json",
    "data/2568/result.csv",
    "data/2568/disclosure.json",
    "data/2568/disclosure.csv",
    "data/2569/disclosure.json",
    "data/2569/disclosure.csv",
    "data/2569/measures.json",
    "data/2569/measures.csv",
    "data/items.json",
]


@pytest.fixture(scope="session")
def site(repo, tmp_path_factory):
    """The folder of the site, built by `mkdocs build --strict`."""
    folder = tmp_path_factory.mktemp("site") / "one"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        mkdocs, cwd=repo, capture_output=True, text=True, env=_env("Asia/Bangkok")
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def second_site(repo, tmp_path_factory):
    """The same, built by `prongsai build` from another place, in another time zone, years ago."""
    folder = tmp_path_factory.mktemp("elsewhere") / "another-name"
    command = [sys.executable, "-m", "prongsai", "build", "-d", str(folder)]
    config = ["-f", str(repo / "mkdocs.yml")]
    done = subprocess.run(
        [*command, *config],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        env=_env("America/Los_Angeles") | {"SOURCE_DATE_EPOCH": "1000000000"},
    )
    assert done.returncode == 0, done.stderr
    return folder


def _env(time_zone):
    return {**os.environ, "TZ": time_zone, "PYTHONHASHSEED": str(len(time_zone))}


class Page(HTMLParser):
    """The links and ids of one page."""

    def __init__(self, text):
        super().__init__()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.attributes: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.links |= {found[name] for name in ("href", "src", "action") if found.get(name)}
        self.ids += [found["id"]] if "id" in found else []
        self.attributes |= {name: value for name, value in attrs if name.startswith("data-")}


@cache
def read(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def pages_of(site: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), read(path)


def test_every_address_of_the_design_is_there(site):
    missing = [url for url in PAGES if not (site / url / "index.html").is_file()]
    missing += [url for url in DATA if not (site / url).is_file()]

    assert missing == []


def test_nothing_is_published_at_an_address_that_nobody_designed(site):
    found = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}

    assert {"" if path == "." else f"{path}/" for path in found} == set(PAGES)


def test_addresses_are_ascii_and_short(site):
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*")]

    assert [path for path in paths if not path.isascii() or len(path) > 100] == []


def test_an_item_page_says_which_item_of_which_year_it_is(site):
    for year, count in ITEMS.items():
        for number in range(1, count + 1):
            found = read(site / f"oit/{year}/o{number}/index.html").attributes
            assert (found["data-oit"], found["data-fiscal-year"]) == (f"O{number}", str(year))


def test_every_internal_link_leads_to_a_file(site):
    broken = [
        (name, link)
        for name, page in pages_of(site)
        for link in page.links
        if (target := _target(name, link)) is not None and not (site / target).is_file()
    ]

    assert broken == []


def test_every_fragment_leads_to_an_id(site):
    broken = [
        (name, link)
        for name, page in pages_of(site)
        for link in page.links
        if (fragment := unquote(urlsplit(link).fragment))
        if (target := _target(name, link)) is not None
        if fragment not in read(site / target).ids
    ]

    assert broken == []


def _target(page: str, link: str) -> str | None:
    """The file behind a link of this site; None when it leads elsewhere."""
    address = urlsplit(urljoin(f"https://site.invalid/{page}", link))
    if address.hostname != "site.invalid":
        return None
    path = unquote(address.path).lstrip("/")
    return posixpath.join(path, "index.html") if path.endswith("/") or not path else path


def test_no_id_stands_twice_on_a_page(site):
    twice = [(name, i) for name, page in pages_of(site) for i in page.ids if page.ids.count(i) > 1]

    assert twice == []


def test_no_page_leads_to_a_host_that_the_agency_did_not_name(site):
    hosts = {urlsplit(link).hostname for _, page in pages_of(site) for link in page.links}

    assert hosts == {None, "samruean.example"}


def test_the_site_works_below_any_folder_of_a_host(site):
    rooted = [
        (name, link)
        for name, page in pages_of(site)
        for link in page.links
        if link.startswith("/") and name != "404.html"  # which the server shows at any address
    ]

    assert rooted == []


def test_two_builds_give_the_same_bytes(site, second_site):
    first, second = _bytes(site), _bytes(second_site)

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def _bytes(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_open_data_of_a_result_holds_what_was_announced_and_what_follows(site):
    result = json.loads((site / "data/2568/result.json").read_text(encoding="utf-8"))

    assert result["fiscal_year"] == 2568
    assert result["agency"] == "องค์การบริหารส่วนตำบลสามเรือน (เว็บไซต์สาธิต / demonstration)"
    assert result["announced"]["total"] == result["computed"]["total"] == 96.79
    assert result["announced"]["level"] == "ผ่านดี"
    assert result["computed"]["instruments"] == {"IIT": 96.86, "EIT": 95.77, "OIT": 97.5}
    assert result["computed"]["sub_indicators"]["9.3"] == 75.0
    assert result["level_verdict"] == "undecidable"


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("data/2568/disclosure.csv", 28),
        ("data/2569/disclosure.csv", 26),
        ("data/2569/measures.csv", 10),
        ("data/2568/result.csv", 1 + 3 + 10 + 7 + 24 + 28),
    ],
)
def test_a_table_of_the_open_data_opens_in_excel_with_every_row(site, path, rows):
    raw = (site / path).read_bytes()

    assert raw.startswith(b"\xef\xbb\xbf")
    listed = list(csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert len(listed) == rows
    assert None not in listed[0]


def test_thai_is_intact_in_the_open_data(site):
    for path in DATA:
        text = (site / path).read_text(encoding="utf-8-sig")
        assert "�" not in text
        assert "\\u0e" not in text


def test_the_list_of_items_leads_to_every_item_page(site):
    items = json.loads((site / "data/items.json").read_text(encoding="utf-8"))

    urls = [item["url"] for item in items]
    assert len(urls) == sum(ITEMS.values())
    assert all(url.startswith("https://samruean.example/oit/") for url in urls)
    assert all((site / urlsplit(url).path.lstrip("/") / "index.html").is_file() for url in urls)


def test_the_map_of_the_site_lists_its_pages_and_bears_no_date_of_the_build(site):
    text = (site / "sitemap.xml").read_text(encoding="utf-8")

    assert text.count("<loc>") == len(PAGES)
    # The reports say when they were updated, and so does the item that they are the evidence of.
    assert set(re.findall("<loc>https://samruean.example(.+)</loc>\n    <lastmod>", text)) == {
        "/ita/2567/",
        "/ita/2568/",
        "/ita/2568/analysis/",
        "/ita/2569/measures/",
        "/ita/2569/progress/",
        "/oit/2569/o25/",
    }


def test_no_file_of_the_content_directory_is_published(site):
    assert [path.name for path in site.rglob("*.yml")] == []
    assert [path.name for path in site.rglob("*.md")] == []


def test_what_no_page_asks_for_is_not_published(site):
    assert [path.name for path in site.rglob("*.map")] == []
    assert not (site / "assets/javascripts/lunr").exists()
