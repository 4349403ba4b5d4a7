"""The index as a script, and the scripts of the theme as one."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from prongsai.search import entry, index_script, joined


def read(script):
    """What the script hands over; it is JSON between two brackets."""
    name, _, rest = script.partition("(")
    assert name == "prongsaiSearchIndex"
    return json.loads(rest.removesuffix(")\n"))


def page(url, **meta):
    return entry(url, "หน้า", '<p>ก</p><h2 id="a">ข</h2><p>ค</p>', meta)


def test_a_page_is_told_in_full():
    found = read(index_script([page("oit/2568/o1/", fiscal_year=2568, synonyms=["ผัง", "แผนผัง"])]))

    assert found == {
        "digits": "arabic",
        "pages": [["oit/2568/o1/", "หน้า", 2568, "ผัง\nแผนผัง", [["", "", "ก"], ["a", "ข", "ค"]]]],
    }


def test_pages_stand_in_the_order_of_their_numbers_whatever_order_they_came_in():
    urls = ["oit/2568/o10/", "oit/2568/o2/", "", "oit/2569/o1/", "ita/"]

    found = read(index_script([page(url) for url in urls]))

    assert [one[0] for one in found["pages"]] == [
        "",
        "ita/",
        "oit/2568/o2/",
        "oit/2568/o10/",
        "oit/2569/o1/",
    ]


def test_thai_digits_are_told():
    assert read(index_script([], thai_digits=True))["digits"] == "thai"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",))))
def test_no_text_breaks_out_of_the_script(text):
    script = index_script([page("a/", synonyms=[text])])

    assert "\u2028" not in script
    assert "\u2029" not in script
    assert read(script)["pages"][0][0] == "a/"
    assert script.count("\n") == 1


def test_joined_scripts_keep_their_names_to_themselves():
    script = joined(["/* why */\nconst a = 1\n", "const b = a + 1\n"])

    assert script.startswith("(() => {") or script.startswith("(()=>{")
    assert "why" not in script
    assert "const b=a+1" in script
