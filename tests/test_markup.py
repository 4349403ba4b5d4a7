"""HTML in pieces: what is a tag, what only looks like one, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.markup import pieces


def tags(html, **how):
    return [piece.tag for piece in pieces(html, **how) if piece.tag]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>1 < 2</p>", ["<p>", "</p>"]),
        ('<a title="a > b" href=x>ก</a>', ['<a title="a > b" href=x>', "</a>"]),
        ("<!-- <b> --><i>", ["<i>"]),
        ("<script>a = '<b>'</script ><i>", ["<script>", "<i>"]),
        ("<SCRIPT>a = '<b>'</script><i>", ["<SCRIPT>", "<i>"]),
        ("<textarea><b></textarea></p>", ["<textarea>", "</p>"]),
        ("<!-- never ends <b>", []),
        ("<script>never ends <b>", ["<script>"]),
    ],
)
def test_what_only_looks_like_a_tag_is_none(html, found):
    assert tags(html) == found


def test_further_elements_may_be_taken_whole():
    assert tags("<svg><g/></svg><p>", opaque={"svg"}) == ["<svg>", "<p>"]


MARKS = [
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<a href='x'>",
    '"',
    "'",
    "<",
    ">",
    "ก",
    "a b",
]


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join) | st.text())
def test_the_pieces_are_the_html(html):
    found = list(pieces(html))

    assert "".join(piece.text + piece.tag + piece.beyond for piece in found) == html
    assert not found[-1].tag
