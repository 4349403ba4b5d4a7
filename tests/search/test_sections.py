"""What of a page is searched: its text, cut at its headings, and nothing beside it."""

from __future__ import annotations

import html as markup

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import thai
from prongsai.search import Section, entry, sections

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=30)
ANY = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)


def test_a_page_is_cut_at_its_headings():
    found = sections('<h1>ข่าว</h1><p>ก่อน</p><h2 id="a">หนึ่ง</h2><p>ในหนึ่ง</p><h3 id="b">สอง</h3>')

    assert found == (
        Section("", "ข่าว", "ก่อน"),
        Section("a", "หนึ่ง", "ในหนึ่ง"),
        Section("b", "สอง", ""),
    )


def test_a_heading_without_an_id_is_no_place_to_lead_to():
    assert sections("<h2>หัวข้อ</h2><p>เนื้อหา</p>") == (Section("", "หัวข้อ", "เนื้อหา"),)


def test_what_stands_in_one_word_stays_one_word():
    assert sections("<p>จัด<b>ซื้อ</b>จัด<wbr>จ้าง</p>")[0].text == "จัดซื้อจัดจ้าง"


def test_cells_points_and_lines_are_words_of_their_own():
    html = "<table><tr><td>ก</td><td>ข</td></tr></table><ul><li>ค</li><li>ง</li></ul>จ<br>ฉ"

    assert sections(html)[0].text == "ก ข ค ง จ ฉ"


def test_without_tables_what_stands_in_them_is_left_out():
    html = "<p>ก่อน</p><table><tr><td>ใน<table><tr><td>ซ้อน</td></tr></table></td></tr></table><p>หลัง</p>"

    assert sections(html, tables=False)[0].text == "ก่อน หลัง"
    assert "ซ้อน" in sections(html)[0].text


def test_what_a_picture_shows_is_told_as_a_word_of_its_own():
    html = '<p>ก<img alt="นายก&quot;ใจดี&quot;" src="a.png">ข<img alt="" src="b.png"><img src="c.png"></p>'

    assert sections(html)[0].text == 'ก นายก"ใจดี" ข'


def test_what_nobody_reads_as_text_is_left_out():
    html = (
        "<style>a</style><script>b</script><svg><text>c</text></svg>"
        '<div data-search-exclude><div>d</div>e</div><h2 id="x">หัว<a class="headerlink">¶</a></h2>'
    )

    assert sections(html) == (Section("x", "หัว", ""),)


def test_an_end_tag_that_was_forgotten_hides_nothing():
    assert sections("<div data-search-exclude><p>ก<li>ข</div><p>ค")[0].text == "ค"


def test_a_caption_that_repeats_its_heading_is_told_once():
    html = '<h2 id="a">จัดซื้อ</h2><table><caption>จัดซื้อ</caption><tr><td>ก</td></tr></table>'

    assert sections(html) == (Section("a", "จัดซื้อ", "ก"),)


@given(st.lists(ANY, min_size=1, max_size=5))
def test_all_text_is_there_in_one_spelling(paragraphs):
    page = "".join(f"<p>{markup.escape(text)}</p>" for text in paragraphs)

    found = sections(page)

    told = " ".join(one.text for one in found)
    assert told == thai.normalise(" ".join(paragraphs))


@given(ANY, st.lists(THAI, max_size=3))
def test_an_entry_is_spelt_one_way(title, words):
    found = entry("a/", "x", "<p>ก</p>", {"title": markup.escape(title) or "x", "synonyms": words})

    assert found
    assert found.title == (thai.normalise(title) or ("x" if not title else ""))
    assert found.synonyms == tuple(map(thai.normalise, words))


def test_a_page_may_stay_out_of_the_search():
    assert entry("a/", "ก", "<p>ข</p>", {"search": {"exclude": True}}) is None


def test_a_heading_that_is_the_title_is_not_told_twice():
    found = entry("a/", "ข่าว", "<h1>ข่าว</h1><p>ก</p>", {})

    assert found
    assert found.sections == (Section("", "", "ก"),)


def test_synonyms_may_be_a_single_text():
    found = entry("a/", "ข่าว", "", {"synonyms": "ประชาสัมพันธ์", "fiscal_year": 2568})

    assert found
    assert (found.synonyms, found.year) == (("ประชาสัมพันธ์",), 2568)


@pytest.mark.parametrize("written", [2568, "2568", "๒๕๖๘", " 2568 "])
def test_a_fiscal_year_may_be_a_number_or_a_text_in_either_digits(written):
    found = entry("a/", "ข่าว (ปี 2568)", "<p>ก</p>", {"fiscal_year": written})

    assert found
    assert (found.title, found.year) == ("ข่าว", 2568)


@pytest.mark.parametrize("written", [None, "", "ปีนี้", "68", True, [2568], "1234"])
def test_what_is_no_fiscal_year_is_none(written):
    found = entry("a/", "ข่าว", "<p>ก</p>", {"fiscal_year": written})

    assert found
    assert found.year is None


def test_a_text_that_begins_with_the_word_of_its_heading_is_whole():
    [found] = sections("<h2>งบประมาณ</h2><p>งบประมาณรายจ่ายประจำปี</p>")

    assert found.text == "งบประมาณรายจ่ายประจำปี"


def test_a_year_stays_in_a_title_that_says_it_nowhere_else():
    found = entry("a/", "รายงาน (ปี 2567)", "<p>ก</p>", {"synonyms": 2567})

    assert found
    assert (found.title, found.synonyms) == ("รายงาน (ปี 2567)", ("2567",))
