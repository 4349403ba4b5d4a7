"""The search spells alike in the generator and in the browser: the same code points come out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import prongsai_theme
from prongsai import thai

SOURCES = Path(prongsai_theme.__file__).parent / "assets/prongsai/search"
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = st.one_of(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
    st.sampled_from(
        "\u0e4d\u0e32\u0e33\u0e40\u0e48\u0e49 \u200b\u00a0\u00ad\ufeff\u2028\x1c\x85\n"
    ),
    st.characters(min_codepoint=0x20, max_codepoint=0x24F),
)
TEXTS = st.lists(st.text(SIGNS, max_size=40), min_size=20, max_size=60)
IN_BROWSER = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def scripts(browser):
    """A page that has the scripts of the search, and nothing else."""
    page = browser.new_page()
    page.add_script_tag(content=(SOURCES / "fold.js").read_text("utf-8"))
    yield page
    page.close()


@IN_BROWSER
@given(TEXTS)
def test_what_is_typed_is_spelt_as_the_index_is(scripts, texts):
    assert scripts.evaluate("texts => texts.map(clean)", texts) == list(map(thai.normalise, texts))


@IN_BROWSER
@given(TEXTS)
def test_folding_knows_digits_and_capitals_alone(scripts, texts):
    expected = [thai.arabic(text).translate(str.maketrans(UPPER, UPPER.lower())) for text in texts]

    assert scripts.evaluate("texts => texts.map(fold)", texts) == expected


@IN_BROWSER
@given(TEXTS)
def test_folding_keeps_every_place_and_settles(scripts, texts):
    lengths, again = scripts.evaluate(
        "texts => [texts.map((text) => [text.length, fold(text).length]),"
        " texts.every((text) => fold(fold(text)) === fold(text) && clean(clean(text)) === clean(text))]",
        texts,
    )

    assert [before for before, _ in lengths] == [after for _, after in lengths]
    assert again


@given(st.text(SIGNS))
def test_normalising_settles(text):
    assert thai.normalise(thai.normalise(text)) == thai.normalise(text)


@given(st.text(SIGNS, max_size=20), st.text(SIGNS, max_size=20))
def test_thai_and_arabic_digits_are_the_same(before, after):
    numbers = thai.thai(thai.arabic(before + after))

    assert thai.arabic(thai.normalise(numbers)) == thai.arabic(thai.normalise(before + after))
