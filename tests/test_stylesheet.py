"""Material's stylesheet, cut down; and CSS with nothing in it that says nothing."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from prongsai.stylesheet import SCRIPTED, WRITTEN, minified, quoted, shows, trimmed

FOLDER = Path(material.__file__).parent / "templates/assets/stylesheets"
MATERIAL = "".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.css")))


def cut(css, colours=("custom",), without=("md-post", "tabbed")):
    return trimmed(css, colours, without)


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{color:red}.md-post{top:0}", "a{color:red;}"),
        (".md-post__meta,.md-main{top:0}", ".md-main{top:0;}"),
        (".md-poster{top:0}", ".md-poster{top:0;}"),
        ("@media print{.md-post{top:0}}", ""),
        ("@media print{.md-post{top:0}.a{top:0}}", "@media print{.a{top:0;}}"),
        (":is(.md-post,.a) b{top:0}", ":is(.md-post,.a) b{top:0;}"),
        (":is(.md-post,.tabbed-set) b{top:0}", ""),
        (".a:not(.md-post){top:0}", ".a:not(.md-post){top:0;}"),
        ("[dir=rtl] .a{top:0}[dir=ltr] .a{top:1px}", "[dir=ltr] .a{top:1px;}"),
        ("[data-md-color-primary=teal]{top:0}", ""),
        ("[data-md-color-primary=custom]{top:0}", "[data-md-color-primary=custom]{top:0;}"),
        (":root{--x:url(a.svg);--y:1}", ":root{--y:1;}"),
        (":root{--x:url(a.svg)}a{top:var(--x)}", ":root{--x:url(a.svg);}a{top:var(--x);}"),
        ("@keyframes turn{to{top:0}}", ""),
        ("@keyframes turn{to{top:0}}a{animation:turn}", "@keyframes turn{to{top:0}}a{animation:turn;}"),
        ('@charset "utf-8";a{top:0}', "a{top:0;}"),
    ],
)  # fmt: skip
def test_what_no_page_shows_is_left_out_and_nothing_else(css, left):
    assert cut(css) == left


def test_half_of_material_is_enough_for_a_page_of_ours():
    assert len(cut(MATERIAL, without=SCRIPTED + WRITTEN)) < len(MATERIAL) / 3
    assert len(cut(MATERIAL, without=SCRIPTED)) < len(MATERIAL) / 2


def test_every_part_that_is_named_is_one_of_material_s():
    """So that the list does not grow stale: `annotate` marks a page and has no styles of its own."""
    named = [part for part in SCRIPTED + WRITTEN if f".{part}" not in MATERIAL]

    assert named == ["annotate"]


def test_what_is_cut_is_cut_in_one_go():
    once = cut(MATERIAL, without=SCRIPTED + WRITTEN)

    assert cut(once, without=SCRIPTED + WRITTEN) == once


@pytest.mark.parametrize(
    ("html", "does"),
    [
        ('<div class="tabbed-set tabbed-alternate">', True),
        ("<pre class='mermaid'>", True),
        ('<div class="a annotate">', True),
        ('<p class="ps-notice">tabbed-set</p>', False),
        ('<p title="tabbed">', False),
    ],
)
def test_a_page_shows_a_part_by_its_classes(html, does):
    assert shows(html, SCRIPTED) is does


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a {\n  color : red ;\n}\n", "a{color :red;}"),
        ("/* why */ a > b, c :hover { top: 0; }", "a > b,c :hover{top:0;}"),
        ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        ('a::after { content: "a  /* b */" / "" }', 'a::after{content:"a  /* b */" / ""}'),
        ("@media screen and (min-width: 1em) { a { top: 0 } }", None),
    ],
)
def test_spaces_and_comments_go_where_they_say_nothing(css, small):
    assert minified(css) == (small or "@media screen and (min-width: 1em){a{top:0}}")


def _meaning(css):
    """Return the rules as a parser has them, spaces aside."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [minified(tinycss2.serialize([rule])) for rule in rules]


def test_our_own_stylesheet_means_the_same_when_it_is_small():
    path = Path(__file__).parents[1] / "theme/prongsai_theme/assets/prongsai/prongsai.css"
    css = path.read_text(encoding="utf-8")
    small = minified(css)

    assert len(small) < len(css)
    assert _meaning(small) == _meaning(css)
    assert minified(small) == small


@given(st.text())
def test_any_text_may_stand_in_quotes_and_in_a_page(text):
    written = quoted(text)
    [token] = tinycss2.parse_component_value_list(written)

    assert token.type == "string"
    assert token.value == text.replace("\0", "\ufffd")
    assert "<" not in written
