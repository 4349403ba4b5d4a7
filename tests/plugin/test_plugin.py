"""The plugin in a real build, with the settings that a site may have."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

EXAMPLE = Path(__file__).parents[1] / "pages/example"
MKDOCS_YML = """\
site_name: ศูนย์ข้อมูล
docs_dir: content/pages
theme: {name: prongsai}
plugins:
  - prongsai: {content_dir: content}
"""


@pytest.fixture
def project(tmp_path):
    """A folder with the example's content and a mkdocs.yml."""
    folder = tmp_path / "project"
    shutil.copytree(EXAMPLE, folder / "content")
    (folder / "content/pages").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return folder


def build(project, settings="", by_hand=None, edits=()):
    """Build with more settings and hand-written pages (name to text); return the site's folder."""
    for name, text in (by_hand or {}).items():
        path = project / "content/pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for file, old, new in edits:
        path = project / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(settings)
    mkdocs_build(load_config(str(project / "mkdocs.yml")))
    return project / "site"


def read(site, page):
    return (site / page).read_text(encoding="utf-8")


def test_a_page_written_by_hand_takes_the_place_of_the_generated_one(project):
    site = build(project, by_hand={"index.md": "# หน้าแรกของเรา\n"})

    assert "หน้าแรกของเรา" in read(site, "index.html")
    assert "ps-latest" not in read(site, "index.html")


def test_an_item_page_may_be_written_by_hand(project):
    site = build(project, by_hand={"oit/2568/o1.md": "# O1 เขียนเอง\n"})

    assert "เขียนเอง" in read(site, "oit/2568/o1/index.html")
    assert 'data-oit="O2"' in read(site, "oit/2568/o2/index.html")


def test_pages_of_the_agency_come_last_in_the_navigation(project):
    site = build(project, by_hand={"news/index.md": "# ข่าวสาร\n"})

    home = read(site, "index.html")
    assert 0 < home.index("ข้อมูลสาธารณะ (OIT)") < home.index('href="news/"')


def test_a_navigation_of_the_site_itself_is_kept(project):
    site = build(project, "nav: [{เริ่มต้น: index.md}, {ปีนี้: oit/2569/index.md}]\n")

    home = read(site, "index.html")
    assert "เริ่มต้น" in home
    assert "ผลการประเมิน (ITA)" not in home


def test_the_address_of_the_site_is_the_main_site_of_the_agency(project):
    assert 'rel="canonical" href="https://tuayang.example/ita/"' in read(
        build(project), "ita/index.html"
    )


def test_the_address_of_the_site_may_be_below_a_folder(project):
    published = "published_at: https://tuayang.example/open/data/\nkind:"
    site = build(project, edits=[("content/agency.yml", "kind:", published)])

    assert 'href="https://tuayang.example/open/data/ita/"' in read(site, "ita/index.html")
    assert 'href="/open/data/assets/' in read(site, "404.html")
    items = json.loads(read(site, "data/items.json"))
    assert items[0]["url"] == "https://tuayang.example/open/data/oit/2569/o1/"


def test_an_address_in_mkdocs_yml_wins(project):
    site = build(project, "site_url: https://other.example/\n")

    assert 'href="https://other.example/ita/"' in read(site, "ita/index.html")


def test_pages_are_dated_by_what_the_content_says(project):
    text = read(build(project), "sitemap.xml")

    assert (
        "<loc>https://tuayang.example/oit/2568/o1/</loc>\n    <lastmod>2025-03-15</lastmod>" in text
    )
    assert text.count("<lastmod>") == 4  # O1 and O2, and the declared O10 and O22


def test_documents_are_published_under_plain_names(project):
    site = build(project)

    own = EXAMPLE / "2568/files/o1-structure.pdf"
    assert (site / "files/2568/o1-structure.pdf").read_bytes() == own.read_bytes()
    assert (site / "files/2568/file-9294f82cf26c.pdf").is_file()


def test_content_that_does_not_load_stops_mkdocs_with_file_and_line(project):
    (project / "content/2568/result.yml").write_text("fiscal_year: 2568\ntotal: มาก\n")
    mkdocs = [sys.executable, "-m", "mkdocs", "build"]

    done = subprocess.run(
        mkdocs,
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "PRONGSAI_LANG": "en"},
    )

    assert done.returncode == 1
    assert "content/2568/result.yml:2: " in done.stderr
    assert "Traceback" not in done.stderr


def test_findings_stop_the_build_where_the_site_says_so(project):
    strict = ("mkdocs.yml", "content_dir: content", "content_dir: content, strict_findings: true")

    with pytest.raises(Abort):
        build(project, edits=[strict])


def test_a_home_that_cannot_be_written_to_stops_nothing(project, monkeypatch):
    (project / "cache").write_text("a file where the cache would go")
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "cache"))

    assert (build(project) / "index.html").is_file()


def test_the_same_process_builds_one_agency_after_another(project, tmp_path):
    other = shutil.copytree(project, tmp_path / "other")

    first = build(project)
    second = build(other, edits=[("content/agency.yml", "ตำบลตัวอย่าง}", "ตำบลอื่น}")])

    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in read(first, "index.html")
    assert "องค์การบริหารส่วนตำบลอื่น" in read(second, "index.html")
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" not in read(second, "index.html")


COLOURED = ("content/agency.yml", "kind:", 'colour: "#ffd54f"\nemblem: files/e.png\nkind:')


def with_emblem(project):
    (project / "content/files").mkdir()
    (project / "content/files/e.png").write_bytes(b"\x89PNG\r\n\x1a\n")


def test_an_agency_has_its_colour_and_emblem_on_every_page(project):
    with_emblem(project)

    site = build(project, edits=[COLOURED])

    page = read(site, "oit/2568/o1/index.html")
    assert "--md-primary-fg-color:#ffd54f" in read(site, "assets/prongsai/agency.css")
    assert 'href="../../../assets/prongsai/agency.css?v=' in page
    assert '<img src="../../../files/emblem.png" alt=""' in page
    assert '<link rel="icon" href="../../../files/emblem.png"' in page


def test_a_logo_in_mkdocs_yml_wins(project):
    with_emblem(project)
    theme = ("mkdocs.yml", "{name: prongsai}", "{name: prongsai, logo: own.svg, favicon: own.png}")

    page = read(build(project, edits=[COLOURED, theme]), "oit/2568/o1/index.html")

    assert 'src="../../../own.svg"' in page
    assert 'href="../../../own.png"' in page


def test_the_colour_of_one_agency_is_not_on_the_site_of_the_next(project, tmp_path):
    other = shutil.copytree(project, tmp_path / "other")
    build(project, edits=[COLOURED])

    site = build(other)

    assert "agency.css" not in read(site, "index.html")
    assert not (site / "assets/prongsai/agency.css").exists()


@pytest.mark.parametrize(("lang", "words"), [("th", "เขียนเองไว้"), ("en", "written by hand")])
def test_a_page_written_by_hand_is_told_in_the_language_of_the_officer(
    project, caplog, monkeypatch, lang, words
):
    monkeypatch.setenv("PRONGSAI_LANG", lang)
    caplog.set_level("INFO")

    build(project, by_hand={"index.md": "# หน้าแรกของเรา\n"})

    assert any(words in line and "index.md" in line for line in caplog.messages)


def test_an_item_s_page_written_by_hand_is_warned_of(project, caplog):
    build(project, by_hand={"oit/2568/o12.md": "# O12\n", "index.md": "# หน้าแรกของเรา\n"})

    warned = [one.message for one in caplog.records if one.levelname == "WARNING"]
    assert [line for line in warned if "เขียนเองไว้" in line] == [
        line for line in warned if "oit/2568/o12.md" in line and "disclosure.yml" in line
    ]
    assert len([line for line in warned if "เขียนเองไว้" in line]) == 1
