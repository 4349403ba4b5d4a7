"""The search as a plugin: which name means it, what it puts into a site, and what it leaves out."""

from __future__ import annotations

import json
import re

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

PAGES = {
    "index.md": "# หน้าแรก\n\nยินดีต้อนรับ\n\n| ก | ข |\n|---|---|\n| ในตาราง | ค |\n",
    "news.md": "---\nsynonyms: [ประกาศ, PR]\n---\n# ข่าว\n\n## ข่าวใหม่ { #new }\n\nวันนี้\n",
    "secret.md": "---\nsearch: {exclude: true}\n---\n# ลับ\n",
}


@pytest.fixture
def build(tmp_path):
    """A function from more of mkdocs.yml to the folder of a small site in our theme."""

    def build_with(settings="", language="th"):
        (tmp_path / "docs").mkdir(exist_ok=True)
        for name, text in PAGES.items():
            (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
        theme = f"{{name: prongsai, language: {language}}}"
        config = (
            f"site_name: x\ntheme: {theme}\nmarkdown_extensions: [attr_list, tables]\n{settings}\n"
        )
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
        mkdocs_build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
        return tmp_path / "site"

    return build_with


def index_of(site):
    script = (site / "search/index.js").read_text("utf-8")
    return json.loads(script.partition("(")[2].removesuffix(")\n"))


def names(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("settings", ["", "plugins: [search]", "plugins: [prongsai/search]"])
def test_the_search_of_mkdocs_by_its_usual_name_is_ours(build, settings):
    site = build(settings)

    assert [page[0] for page in index_of(site)["pages"]] == ["", "news/"]
    assert "ps-search" in (site / "index.html").read_text("utf-8")


def test_the_index_holds_headings_and_everyday_words(build):
    [_, news] = index_of(build())["pages"]

    assert news == ["news/", "ข่าว", 0, "ประกาศ\nPR", [["new", "ข่าวใหม่", "วันนี้"]]]


def test_tables_are_searched_unless_the_settings_say_otherwise(build):
    assert "ในตาราง" in json.dumps(index_of(build()), ensure_ascii=False)

    site = build("plugins: [{search: {tables: false}}]")
    assert "ในตาราง" not in json.dumps(index_of(site), ensure_ascii=False)
    assert "ยินดีต้อนรับ" in json.dumps(index_of(site), ensure_ascii=False)


def test_the_site_has_the_joined_scripts_and_not_their_sources_nor_those_of_material(build):
    found = names(build())

    assert {"assets/prongsai/search.js", "assets/prongsai/search-open.js"} <= found
    unwanted = (
        "assets/prongsai/search/",
        "assets/javascripts/workers/",
        "assets/javascripts/lunr/",
    )
    assert [name for name in found if name.startswith(unwanted)] == []
    assert "search/search_index.json" not in found


def test_a_site_without_the_plugin_shows_no_search(build):
    site = build("plugins: []")

    assert "ps-search" not in (site / "index.html").read_text("utf-8")
    assert "search/index.js" not in names(site)


def test_the_search_speaks_the_language_of_the_site(build):
    def words():
        html = (site / "index.html").read_text("utf-8")
        return html.partition('<div class="ps-search"')[2].partition("search-open.js")[0]

    site = build()
    assert 'data-found="พบ # หน้า"' in words()
    assert 'placeholder="ค้นหา"' in words()

    site = build(language="en")
    assert 'data-found="Pages found: #"' in words()
    assert re.findall("[ก-๛]+", words()) == []


def test_what_the_scripts_say_stands_in_the_page(build):
    site = build()
    script = (site / "assets/prongsai/search.js").read_text("utf-8")
    html = (site / "index.html").read_text("utf-8")

    names = set(re.findall(r'"(found|some|instead|absent|shown|year)"', script))
    assert names == {"found", "some", "instead", "absent", "shown", "year"}
    assert all(f' data-{name}="' in html for name in names)
    assert "พบ" not in script


def test_the_same_pages_give_the_same_bytes(build):
    first = (build() / "search/index.js").read_bytes()

    assert (build() / "search/index.js").read_bytes() == first
