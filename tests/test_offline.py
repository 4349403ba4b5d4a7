"""The zip for a machine without a network: its links, its bytes and its name."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

import prongsai
from prongsai.atomic import UnwritableError, new_file
from prongsai.content import load_site
from prongsai.models.terms import Name
from prongsai.offline import write_offline, zip_name
from prongsai.offline.links import OfflineLinks

SAMPLE = Path(prongsai.__file__).parent / "scaffold/sample"
FILES = {
    "index.html",
    "oit/index.html",
    "oit/2568/o1/index.html",
    "oit/2568/o2/index.html",
    "assets/own.js",
    "files/2568/a b.pdf",
    "files/2568/old.pdf/index.html",
    "ข่าว/index.html",
}
ADDRESS = "https://tuayang.example/ita/"
links = OfflineLinks(frozenset(FILES), ADDRESS)

HERE = "oit/2568/o1/index.html"
MENDED = {
    '<a href="../o2/">': '<a href="../o2/index.html">',
    '<a href="../o2">': '<a href="../o2/index.html">',
    '<a href="../o2/#evidence">': '<a href="../o2/index.html#evidence">',
    '<a href="../o2/?q=a&amp;b=c#d">': '<a href="../o2/index.html?q=a&amp;b=c#d">',
    '<a href=".">': '<a href="index.html">',
    '<a href="./#evidence">': '<a href="index.html#evidence">',
    '<a href="../../..">': '<a href="../../../index.html">',
    "<a class='x' href='../../'>": "<a class='x' href=\"../../index.html\">",
    "<a href=../../ title=a>": '<a href="../../index.html" title=a>',
    '<A HREF="../o2/">': '<A HREF="../o2/index.html">',
    '<a title="a > b" href="../o2/">': '<a title="a > b" href="../o2/index.html">',
    '<a href="/ita/oit/">': '<a href="../../index.html">',
    '<a href="/ita/">': '<a href="../../../index.html">',
    f'<a href="{ADDRESS}oit/2568/o2/">': '<a href="../o2/index.html">',
    f'<a href="{ADDRESS}files/2568/a%20b.pdf">': '<a href="../../../files/2568/a%20b.pdf">',
    '<a href="../../../files/2568/old.pdf">': '<a href="../../../files/2568/old.pdf/index.html">',
    '<a href="../../../ข่าว/">': '<a href="../../../%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/index.html">',
    '<form action="../..">': '<form action="../../index.html">',
    '<script src="/ita/assets/own.js" defer></script>': (
        '<script src="../../../assets/own.js" defer></script>'
    ),
    '<script src="/ita/assets/own.js?v=1">a("<b href=\'../o2/\'>")</script>': (
        '<script src="../../../assets/own.js?v=1">a("<b href=\'../o2/\'>")</script>'
    ),
    '<iframe src="../o2/">': '<iframe src="../o2/index.html">',
    '<meta http-equiv="refresh" content="0; url=../o2/">': (
        '<meta http-equiv="refresh" content="0; url=../o2/index.html">'
    ),
}
KEPT = (
    '<a href="#evidence">',
    '<a href="?q=x">',
    '<a href="">',
    '<a href="../../../files/2568/a b.pdf">',
    '<a href="../nowhere/">',
    '<a href="../../../../other/">',
    '<a href="https://elsewhere.example/oit/">',
    f'<a href="{ADDRESS}">',
    '<a href="//tuayang.example/ita/oit/">',
    '<a href="mailto:a@tuayang.example">',
    '<a href="tel:02">',
    '<a href="http://[broken/">',
    '<link rel="canonical" href="https://tuayang.example/ita/oit/2568/o1/">',
    '<link rel="stylesheet" href="../../../a.css">',
    '<meta name="description" content="0; url=../o2/x">',
    '<!-- <a href="../o2/"> -->',
    "<script>var a = '<a href=\"../o2/\">'</script>",
    '<textarea><a href="../o2/"></textarea>',
    '<p>1 < 2 href="../o2/"</p>',
)


@pytest.mark.parametrize("tag", MENDED)
def test_a_link_to_a_page_becomes_one_to_its_file(tag):
    assert links.page(f"<p>{tag}</p>", HERE) == f"<p>{MENDED[tag]}</p>"


@pytest.mark.parametrize("tag", KEPT)
def test_everything_else_stays_as_it_is(tag):
    assert links.page(f"<p>{tag}</p>", HERE) == f"<p>{tag}</p>"


def test_links_that_are_mended_stay_so():
    once = links.page("".join(MENDED), HERE)

    assert links.page(once, HERE) == once


@pytest.fixture
def built(tmp_path):
    """A folder as a build leaves it, much smaller."""
    folder = tmp_path / "site"
    (folder / "oit").mkdir(parents=True)
    (folder / "index.html").write_text('<a href="oit/">OIT</a>', encoding="utf-8")
    (folder / "oit/index.html").write_text('<a href="..">หน้าแรก</a>', encoding="utf-8")
    (folder / "files").mkdir()
    (folder / "files/a.pdf").write_bytes(b"%PDF" + bytes(3_000_000))
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "prongsai.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site():
    return load_site(SAMPLE)


def test_the_zip_has_the_site_and_a_page_to_open_and_nothing_for_servers(built, site):
    made = write_offline(site, built)

    with ZipFile(made.path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert archive.read("site/index.html").decode() == '<a href="oit/index.html">OIT</a>'
        assert archive.getinfo("site/files/a.pdf").compress_type == ZIP_STORED
        assert archive.getinfo("เปิดที่นี่.html").flag_bits & 0x800  # the name is UTF-8
    assert names == [
        "เปิดที่นี่.html",
        "site/offline.js",
        "site/offline-links.js",
        "site/files/a.pdf",
        "site/index.html",
        "site/oit/index.html",
    ]
    assert (made.pages, made.size) == (2, made.path.stat().st_size)
    assert made.path.parent == built.parent


def test_the_same_site_gives_the_same_bytes(built, site, tmp_path):
    first = write_offline(site, built).path.read_bytes()
    other = shutil.copytree(built, tmp_path / "another/site")
    for path in other.rglob("*"):
        path.touch()

    assert write_offline(site, other).path.read_bytes() == first


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("อบต.ตัวอย่าง", "อบต.ตัวอย่าง-2569-offline.zip"),
        ("อบต. บ้าน/นา: ๑?", "อบต.-บ้าน-นา-๑-2569-offline.zip"),
        ("../..", "2569-offline.zip"),
    ],
)
def test_the_name_can_be_given_to_a_file_on_windows(site, short, name):
    agency = site.agency.model_copy(update={"short_name": Name(th=short)})

    assert zip_name(replace(site, agency=agency)) == name


def test_an_earlier_zip_stays_when_the_new_one_cannot_be_made(tmp_path):
    (tmp_path / "a.zip").write_text("earlier", encoding="utf-8")

    with pytest.raises(UnwritableError), new_file(tmp_path / "a.zip") as file:  # noqa: PT012
        file.write(b"half")
        raise OSError("disc full")

    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
    assert (tmp_path / "a.zip").read_text(encoding="utf-8") == "earlier"
