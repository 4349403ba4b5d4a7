"""English within Thai pages: what is marked, what is left, and that nothing else is changed."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.english import english_marked


def page(body, lang="th"):
    return f'<!doctype html>\n<html lang="{lang}"><head><title>No Gift Policy</title></head><body>{body}</body></html>'


def marked(body):
    return english_marked(page(body)).partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("<p>ตามนโยบาย No Gift Policy จากการ</p>", ["No Gift Policy"]),
        ("<p>ตามนโยบายNo Gift Policyจากการ</p>", ["No Gift Policy"]),
        ("<a href='o10/'>O10 E-Service</a>", ["E-Service"]),
        ("<li>ในระบบ e-GP</li><li>Social Network</li>", ["e-GP", "Social Network"]),
    ],
)
def test_a_run_of_english_words_is_marked(text, runs):
    assert re.findall('<span lang="en">(.*?)</span>', marked(text)) == runs


@pytest.mark.parametrize(
    "text",
    [
        "<p>ผล ITA ปี 2568 ไฟล์ PDF</p>",
        "<p>แบบวัด OIT EIT IIT</p>",
        "<p>https://sample.example/e-service และ info@e-mail.example</p>",
        "<p>ไฟล์ o2-executives.csv</p>",
        '<p lang="en">List and <b>progress of</b> procurements</p>',
        '<div lang="en"><div>one two</div> three four</div>',
        "<script>let one two</script><code>prongsai check</code>",
        "<!-- no gift policy --><p>ก</p>",
        '<p title="No Gift Policy">ก</p>',
        "<p>ถาม Q&amp;A บ่อย</p>",
    ],
)
def test_what_is_no_run_of_english_or_is_told_already_stays_as_it_is(text):
    assert marked(text) == text


def test_after_an_element_that_tells_its_language_runs_are_marked_again():
    told = '<p><span lang="en">by <span>our</span> team</span> โดย our team</p>'

    assert marked(told) == told.replace(" โดย our team", ' โดย <span lang="en">our team</span>')


def test_a_picture_that_tells_its_language_tells_nothing_of_what_follows():
    told = '<p><img lang="en" alt="our team"> โดย our team</p>'

    assert marked(told) == told.replace(" โดย our team", ' โดย <span lang="en">our team</span>')


def test_a_page_in_english_stays_as_it_is():
    text = page("<p>No Gift Policy</p>", lang="en")

    assert english_marked(text) == text


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        '<b lang="en">',
        "</b>",
        "No Gift",
        "ก",
        " ",
        "-",
        "&lt;",
        "<br>",
        "<i title='a b'>",
        "</i>",
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_page_reads_the_same_however_it_is_written(body):
    text = page(body)

    before, after = (
        "".join(html5lib.parse(one, namespaceHTMLElements=False).itertext())
        for one in (text, english_marked(text))
    )

    assert after == before
    assert re.sub(r'<span lang="en">([A-Za-z -]+)</span>', r"\1", english_marked(text)) == text
