"""Each of the five agencies builds as a site of its own, with its reports as files."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from prongsai.plugin.run import build

AGENCIES = ("thung-arun", "pong-nam-ron", "samruean", "khao-thong", "krabueang-nok")
of_all = pytest.mark.parametrize("slug", AGENCIES)


@pytest.fixture(scope="module")
def built(repo, tmp_path_factory):
    """A function from an agency to what building its site made."""
    made = {}

    def build_one(slug):
        if slug not in made:
            home = repo if slug == "samruean" else repo / "tests/agencies" / slug
            folder = tmp_path_factory.mktemp(slug) / "site"
            made[slug] = build(home / "mkdocs.yml", site_dir=folder)
        return made[slug]

    return build_one


class Links(HTMLParser):
    """Where the links of one page lead."""

    def __init__(self, text):
        super().__init__()
        self.found = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found |= {value for name, value in attrs if name in ("href", "src") and value}


@of_all
def test_every_link_of_the_site_leads_to_a_file(built, slug):
    site = built(slug).folder

    broken = []
    for page in site.rglob("*.html"):
        here = page.relative_to(site).as_posix()
        for link in Links(page.read_text(encoding="utf-8")).found:
            address = urlsplit(urljoin(f"https://site.invalid/{here}", link))
            path = unquote(address.path).lstrip("/")
            target = posixpath.join(path, "index.html") if path.endswith("/") or not path else path
            if address.hostname == "site.invalid" and not (site / target).is_file():
                broken.append((here, link))

    assert broken == []


@of_all
def test_the_page_of_a_report_leads_to_its_files_with_type_size_and_date(
    built, printed_reports, slug
):
    site = built(slug).folder

    for url, file in printed_reports(slug).items():
        page = site / "ita" / str(file.fiscal_year) / file.kind / "index.html"
        html = page.read_text(encoding="utf-8")
        [about] = re.findall(rf'{re.escape(url)}">[^<]+</a> <span>([^<]+)</span>', html)
        assert (site / url).read_bytes() == file.content
        assert about.startswith(f"{file.format.upper()} ")
        assert "KB" in about
        assert ("ลงวันที่" in about) == (file.day is not None)


def test_the_memorandum_gives_its_report_a_date(built):
    page = built("pong-nam-ron").folder / "ita/2564/progress/index.html"

    assert page.read_text(encoding="utf-8").count("ลงวันที่ ๒๕ มีนาคม ๒๕๖๔") == 2
