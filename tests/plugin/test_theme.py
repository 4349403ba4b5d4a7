"""Which pages are light, and what a site's own settings and templates change in that."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from prongsai.keeping import kept

EXAMPLE = Path(__file__).parents[1] / "pages/example"
BUNDLE = "assets/javascripts/bundle."
PAGE = "oit/2568/o12/index.html"


@pytest.fixture
def build(tmp_path):
    """A function that builds the example with settings of mkdocs.yml, pages and templates by hand."""
    folder = tmp_path / "project"
    shutil.copytree(EXAMPLE, folder / "content")

    def build_one(theme="name: prongsai", settings="", pages=None, templates=None):
        written = {f"content/pages/{name}": text for name, text in (pages or {}).items()}
        written |= {f"own/{name}": text for name, text in (templates or {}).items()}
        written["mkdocs.yml"] = (
            f"site_name: ศูนย์ข้อมูล\ndocs_dir: content/pages\ntheme: {{{theme}}}\n"
            f"plugins: [prongsai]\n{settings}"
        )
        for name, text in written.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (folder / "content/pages").mkdir(exist_ok=True)
        mkdocs_build(load_config(str(folder / "mkdocs.yml")))
        return folder / "site"

    return build_one


def read(site, page=PAGE):
    return (site / page).read_text(encoding="utf-8")


def versions(site):
    """The versions that a page names, by the file they are of."""
    return dict(re.findall(r"assets/prongsai/([a-z-]+\.(?:css|js))\?v=([0-9a-f]+)", read(site)))


def files_of_material(site):
    return {path.parent.name for path in (site / "assets").rglob("*") if path.stem.count(".")}


def test_a_page_of_ours_is_light_and_the_site_has_no_more_than_it_asks_for(build):
    site = build()

    assert "assets/prongsai/material.css" in read(site)
    assert BUNDLE not in read(site)
    assert "__config" not in read(site)
    assert not (site / "assets/javascripts").exists()
    assert not (site / "assets/prongsai/material-written.css").exists()


def test_a_page_with_a_note_takes_the_fuller_of_the_light_stylesheets(build):
    site = build(
        settings="markdown_extensions: [admonition]\n",
        pages={"news.md": "# ข่าว\n\n!!! note\n    ข้อความ\n"},
    )

    assert "assets/prongsai/material-written.css" in read(site, "news/index.html")
    assert ".admonition" in read(site, "assets/prongsai/material-written.css")
    assert ".admonition" not in read(site, "assets/prongsai/material.css")


def test_a_page_that_asks_for_scripts_of_material_gets_all_of_it(build):
    site = build(
        settings="markdown_extensions: [attr_list]\n",
        pages={"chart.md": "# แผนภูมิ\n\nข้อความ\n{ .mermaid }\n"},
    )

    assert BUNDLE in read(site, "chart/index.html")
    assert BUNDLE not in read(site)
    assert files_of_material(site) == {"javascripts", "stylesheets", "workers"}


@pytest.mark.parametrize(
    "settings",
    [
        "extra: {version: {provider: mike}}\n",
        "repo_url: https://example.com/repo\n",
        "extra_javascript: [observe.js]\n",
    ],
)
def test_a_setting_that_only_material_serves_makes_every_page_whole(build, settings):
    site = build(settings=settings, pages={"observe.js": "document$.subscribe(() => {})\n"})

    assert BUNDLE in read(site)
    assert "assets/prongsai/material.css" not in read(site)


def test_a_script_of_the_site_s_own_that_waits_for_nothing_leaves_pages_light(build):
    site = build(settings="extra_javascript: [own.js]\n", pages={"own.js": "window.own = 1\n"})

    assert BUNDLE not in read(site)
    assert "own.js" in read(site)


def test_mkdocs_yml_may_say_whole_or_light_for_all(build):
    assert BUNDLE in read(build("name: prongsai, js: full"))
    light = build(
        "name: prongsai, js: light",
        settings="markdown_extensions: [attr_list]\n",
        pages={"chart.md": "# แผนภูมิ\n\nข้อความ\n{ .mermaid }\n"},
    )
    assert BUNDLE not in read(light, "chart/index.html")


def test_a_word_that_js_does_not_know_is_told_with_those_it_knows(build, caplog):
    with pytest.raises(Abort):
        build("name: prongsai, js: lite")

    assert "js ใน mkdocs.yml เป็น 'lite' ให้ใช้ auto, full หรือ light" in caplog.text


def test_a_main_template_of_the_site_s_own_loses_neither_looks_nor_scripts(build):
    """One that extends Material's base takes the place of ours, and asks for Material's files."""
    site = build(
        "name: prongsai, custom_dir: own",
        templates={
            "main.html": '{% extends "base.html" %}{% block announce %}ประกาศ{% endblock %}'
        },
    )
    page = read(site)

    for needed in ("prongsai.css", "prongsai.js", BUNDLE, "ps-content", "@bottom-left", "ประกาศ"):
        assert needed in page
    assert files_of_material(site) == {"javascripts", "stylesheets", "workers"}


def test_the_colours_that_a_site_chooses_are_in_its_stylesheet(build):
    site = build("name: prongsai, palette: {primary: deep purple}")

    assert "[data-md-color-primary=deep-purple]" in read(site, "assets/prongsai/material.css")
    assert "[data-md-color-primary=teal]" not in read(site, "assets/prongsai/material.css")


def test_a_damaged_stylesheet_that_was_kept_is_made_anew(build):
    before = read(build(), "assets/prongsai/material.css")
    texts = {path: path.read_text(encoding="utf-8") for path in kept("stylesheets").iterdir()}
    [place] = [path for path, text in texts.items() if text.endswith(f"\n{before}")]
    place.write_text(texts[place][:500], encoding="utf-8")

    assert read(build(), "assets/prongsai/material.css") == before
    assert place.read_text(encoding="utf-8") == texts[place]


def test_a_sheet_of_paper_says_the_agency_the_address_and_the_day_of_the_data(build):
    page = read(build())

    assert '@bottom-left { content: "https://' in page
    assert 'oit/2568/o12/"; }' in page
    assert "@top-right" in page


def test_a_page_names_the_version_of_each_of_our_files(build):
    site = build()
    named = versions(site)

    assert {"material.css", "prongsai.css", "shell.css", "prongsai.js", "item.js"} <= named.keys()
    for name, version in named.items():
        content = (site / "assets/prongsai" / name).read_bytes()
        assert sha256(content).hexdigest().startswith(version)


def test_a_file_has_another_version_only_when_it_changes(build):
    before = versions(build())

    after = versions(build("name: prongsai, palette: {primary: teal}"))

    assert {name for name in before if before[name] != after[name]} == {"material.css"}


OWN = {
    "fonts/own.woff2": "own",
    "report/own.pdf": "own",
    "assets/own.js.map": "own",
    "assets/prongsai/own.js": "window.own  =  1 // as it is\n",
}


@pytest.mark.parametrize("place", ["templates", "pages"])
def test_what_a_site_brings_itself_stays_whatever_it_is_called(build, place):
    theme = "name: prongsai, custom_dir: own" if place == "templates" else "name: prongsai"

    site = build(theme, **{place: OWN})

    assert {name: read(site, name) for name in OWN} == OWN
    assert not (site / "fonts/OFL.txt").exists()


def test_instant_navigation_is_left_out_and_said_so(build, caplog):
    site = build("name: prongsai, features: [navigation.instant, navigation.instant.progress]")

    assert BUNDLE not in read(site)
    assert "ลบออกจาก theme: features" in caplog.text
