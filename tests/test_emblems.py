"""Colour and emblem of agency.yml: what loads, and what is told of what does not."""

from __future__ import annotations

import pytest

from prongsai.content import load_site
from prongsai.look import style_sheets, theme_pictures
from prongsai.problems import ContentError

AGENCY = """\
name: องค์การบริหารส่วนตำบลทดสอบ
short_name: อบต.ทดสอบ
kind: local-government
main_site: https://thotsop.example/
%s
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n"
YEAR = {"2568/disclosure.yml": "fiscal_year: 2568\n"}


def load(content_dir, line, **files):
    return load_site(content_dir({**YEAR, "agency.yml": AGENCY % line, **files}), "content")


def problem(content_dir, line, **files):
    with pytest.raises(ContentError) as raised:
        load(content_dir, line, **files)
    [told] = raised.value.problems
    return told


@pytest.mark.parametrize(
    "written", ['"#1A5F3C"', "1a5f3c", "'#๑A๕F๓C'", '" #1a5f3c "', '"#1a5f3c\u200b"']
)
def test_a_colour_is_read_however_it_is_written(content_dir, written):
    assert load(content_dir, f"colour: {written}").agency.colour == "#1a5f3c"


def test_three_digits_stand_for_six(content_dir):
    assert load(content_dir, 'colour: "#a0c"').agency.colour == "#aa00cc"


@pytest.mark.parametrize("written", ["#1a5f3c", "", "~", "เขียว", "green", '"#1a5f3"', "[1, 2]"])
def test_what_is_no_colour_is_told_with_its_line_and_the_cure(content_dir, written):
    told = problem(content_dir, f"colour: {written}")

    assert str(told.where) == "content/agency.yml:5"
    if written != "[1, 2]":
        assert '"#1a5f3c"' in told.hint.th
        assert "หมายเหตุ" in told.hint.th


@pytest.mark.parametrize(
    ("path", "content", "url"),
    [
        ("files/emblem.svg", DRAWING, "files/emblem.svg"),
        ("pages/img/ตรา.SVG", DRAWING, "files/emblem.svg"),
        ("files/ตราสัญลักษณ์ อบต.png", PNG, "files/emblem.png"),
        ("files/e.JPG", b"\xff\xd8\xff\xe0", "files/emblem.jpg"),
    ],
)
def test_an_emblem_is_published_under_one_plain_name(content_dir, path, content, url):
    site = load(content_dir, f"emblem: {path}", **{path: content})

    assert site.emblem is not None
    assert site.emblem.url == url
    assert theme_pictures(site)["logo"] == url


def test_an_emblem_is_called_by_whose_it_is_unless_it_is_told(content_dir):
    plain = load(content_dir, "emblem: files/e.svg")
    told = load(content_dir, "emblem: {file: files/e.svg, alt: รูปพระอาทิตย์}")

    assert plain.agency.emblem_alt == "ตราสัญลักษณ์องค์การบริหารส่วนตำบลทดสอบ"
    assert told.agency.emblem_alt == "รูปพระอาทิตย์"


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("files/e.svg", DRAWING.replace("<path", "<script/><path"), "<script>"),
        ("files/e.png", DRAWING, "PNG"),
        ("files/e.jpeg", PNG, "JPEG"),
        ("files/e.gif", b"GIF89a", "SVG, PNG or JPEG"),
        ("files/e.png", PNG + b"x" * 2_000_000, "2 MB"),
        ("2568/files/e.png", PNG, "content/files/"),
        ("../e.png", PNG, "content/files/"),
        ("files/../../e.png", PNG, "content/files/"),
        ("/files/e.png", None, "content/files/"),
        ("'files\\e.png'", None, "content/files/"),
        ("C:/e.png", None, "content/files/"),
    ],
)
def test_what_may_not_be_published_is_told_with_its_line_and_the_cure(
    content_dir, path, content, told
):
    found = problem(content_dir, f"emblem:\n  file: {path}", **({path: content} if content else {}))

    assert str(found.where) == "content/agency.yml:6"
    assert told in found.message.en
    assert found.hint.th


def test_a_link_that_leaves_the_content_is_no_emblem(content_dir, tmp_path):
    (tmp_path / "secret.png").write_bytes(PNG)
    content = content_dir({**YEAR, "agency.yml": AGENCY % "emblem: files/e.png"})
    (content / "files").mkdir()
    (content / "files/e.png").symlink_to(tmp_path / "secret.png")

    with pytest.raises(ContentError):
        load_site(content)


@pytest.mark.parametrize("content", [None, b""])
def test_without_its_file_the_site_has_its_default_look(content_dir, content):
    site = load(content_dir, "emblem: files/e.png", **{"files/e.png": content})

    assert site.emblem is None
    assert theme_pictures(site) == {}


def test_a_heavy_emblem_or_a_photograph_is_no_icon_of_the_tab(content_dir):
    heavy = {"files/e.png": PNG + b"x" * 30_000}
    photograph = {"files/e.jpg": b"\xff\xd8\xff\xe0"}

    assert "favicon" not in theme_pictures(load(content_dir, "emblem: files/e.png", **heavy))
    assert "favicon" not in theme_pictures(load(content_dir, "emblem: files/e.jpg", **photograph))


def test_there_is_no_style_sheet_without_a_colour(content_dir):
    assert list(style_sheets(load(content_dir, ""))) == []
