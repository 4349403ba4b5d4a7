"""`prongsai generate`: the same site for a builder that knows nothing of prongsai."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

import prongsai
from prongsai.atomic import ForeignFolderError
from prongsai.inspection.sites import load_inspected
from prongsai.plain import write_plain_site
from prongsai.plugin.run import build

EXAMPLE = Path(__file__).parent / "pages/example"
EMPTY = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}


class _Article(HTMLParser):
    """The text of the article of a page, without the links to its headings.

    Our build alone marks English within Thai, which cuts no word.
    """

    def __init__(self, path):
        super().__init__()
        self.text, self._inside, self._link = [], 0, 0
        html = path.read_text(encoding="utf-8")
        self.feed(re.sub(r'<span lang="en">([A-Za-z -]+)</span>', r"\1", html))
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "article" or (self._inside and tag not in EMPTY):
            self._inside += 1
        if self._link or ("class", "headerlink") in attrs:
            self._link += 1

    def handle_endtag(self, tag):
        self._inside -= bool(self._inside)
        self._link -= bool(self._link)

    def handle_data(self, data):
        if self._inside and not self._link:
            self.text += data.split()


def articles(site):
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): " ".join(_Article(path).text) for path in pages}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The example's content with a front page written by hand."""
    folder = tmp_path_factory.mktemp("plain") / "content"
    shutil.copytree(EXAMPLE, folder)
    (folder / "pages").mkdir()
    (folder / "pages/index.md").write_text("# หน้าแรกของเรา\n\n[ข่าว](news/a.md)\n", encoding="utf-8")
    (folder / "pages/news").mkdir()
    (folder / "pages/news/a.md").write_text("# ข่าว ก\n\n![ภาพ](a.png)\n", encoding="utf-8")
    (folder / "pages/news/a.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(scope="module")
def plain(content):
    """The folder that was generated, built by MkDocs alone into its site/."""
    folder = content.parent / "plain"
    write_plain_site(load_inspected(content), folder, by_hand=content / "pages")
    mkdocs_build(load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder


@pytest.fixture(scope="module")
def ours(content):
    """The folder of the site that our plugin and theme build from the same content."""
    config = content.parent / "mkdocs.yml"
    config.write_text(
        "site_name: ศูนย์ข้อมูล\ndocs_dir: content/pages\ntheme: {name: prongsai}\n"
        "plugins: [prongsai]\nmarkdown_extensions: [attr_list, tables, {toc: {permalink: true}}]\n",
        encoding="utf-8",
    )
    return build(config).folder


def test_every_page_says_the_same_as_in_our_own_build(plain, ours):
    expected, found = articles(ours), articles(plain / "site")
    expected.pop("404.html")
    found.pop("404.html")

    assert found.keys() == expected.keys()
    assert [page for page in found if found[page] != expected[page]] == []
    assert "๘๓.๐๕ คะแนน" in found["ita/2568/index.html"]


def test_no_plugin_of_ours_is_asked_for(plain):
    assert "prongsai:" not in (plain / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_page_written_by_hand_wins_in_both(plain, ours):
    for site in (plain / "site", ours):
        assert "หน้าแรกของเรา" in articles(site)["index.html"]
        assert "ps-latest" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_belongs_to_hand_written_pages_comes_along(plain, ours):
    for site in (plain / "site", ours):
        assert (site / "news/a.png").read_bytes() == b"\x89PNG"


def test_documents_reports_and_open_data_are_the_same(plain, ours):
    for folder in ("data", "files", "reports"):
        found = (p for p in (ours / folder).rglob("*") if p.is_file() and p.suffix != ".html")
        names = {p.relative_to(ours) for p in found}
        assert names
        assert {
            n for n in names if (plain / "site" / n).read_bytes() != (ours / n).read_bytes()
        } == set()


@pytest.mark.parametrize("name", ["manifest.json", "updates.xml", "robots.txt"])
def test_what_programs_read_is_the_same(plain, ours, name):
    assert (plain / "site" / name).read_bytes() == (ours / name).read_bytes()


def test_generating_again_gives_the_same_bytes(content, plain, tmp_path):
    write_plain_site(load_inspected(content), tmp_path / "again", by_hand=content / "pages")

    files = [path for path in (tmp_path / "again").rglob("*") if path.is_file()]
    names = [path.relative_to(tmp_path / "again") for path in files]
    assert len(names) > 66
    assert [
        n for n in names if (tmp_path / "again" / n).read_bytes() != (plain / n).read_bytes()
    ] == []


def test_what_was_generated_before_is_replaced_whole(content, tmp_path):
    target = tmp_path / "plain"
    write_plain_site(load_inspected(content), target)
    (target / "docs/stale.md").write_text("# last year")

    write_plain_site(load_inspected(content), target)

    assert not (target / "docs/stale.md").exists()


def test_a_folder_of_somebody_else_is_refused(content, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.docx").write_text("years of work")

    with pytest.raises(ForeignFolderError):
        write_plain_site(load_inspected(content), tmp_path / "mine")

    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.docx"]


def test_a_plain_site_has_the_colour_and_the_emblem_of_the_agency(tmp_path):
    sample = Path(prongsai.__file__).parent / "scaffold/sample"
    write_plain_site(load_inspected(sample), tmp_path / "plain")

    mkdocs_build(load_config(str(tmp_path / "plain/mkdocs.yml")))

    page = (tmp_path / "plain/site/oit/2568/o1/index.html").read_text(encoding="utf-8")
    assert 'href="../../../assets/prongsai/agency.css"' in page
    assert 'src="../../../files/emblem.svg"' in page
    home = tmp_path / "plain/site/assets/prongsai/home.css"
    assert home.is_file()
