"""What people ask in words of their own: questions, years, this year and last, in Thai and English."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

import prongsai_theme
from prongsai import frameworks

TOP = 3
ASKED = YAML(typ="safe").load(Path(__file__).with_name("questions.yml"))
OF_YEARS = {
    2567: [
        ("o4", "เบอร์โทร"),
        ("o6", "webboard"),
        ("o8", "งบเท่าไหร่"),
        ("o14", "ซื้ออะไรบ้าง"),
        ("o15", "ประกาศจัดซื้อจัดจ้าง"),
        ("o17", "สรุปผลจัดซื้อจัดจ้าง"),
        ("o21", "dos and donts"),
        ("o27", "วัฒนธรรม no gift"),
        ("o28", "รายงาน no gift"),
        ("o29", "ข้อ 29"),
        ("o35", "ข้อ 35"),
    ],
    2569: [
        ("o3", "ถามตอบ"),
        ("o11", "สขร"),
        ("o11", "จัดซื้อรายเดือน"),
        ("o12", "สรุปผลจัดซื้อจัดจ้างทั้งปี"),
        ("o13", "หลักเกณฑ์เลื่อนเงินเดือน"),
        ("o17", "whistleblower"),
        ("o20", "รับของขวัญได้ไหม"),
        ("o25", "พัฒนา ita"),
        ("o26", "ผลตามมาตรการ"),
    ],
}


@pytest.fixture(scope="module")
def person(searching):
    return searching(1280)


@pytest.fixture(scope="module")
def among(browser):
    """A function from pages, as rows of an index, and a query to what the search tells: the addresses."""
    sources = Path(prongsai_theme.__file__).parent / "assets/prongsai/search"
    tab = browser.new_page()
    for name in ("fold", "query", "correct", "pages", "readings"):
        tab.add_script_tag(content=(sources / f"{name}.js").read_text("utf-8"))
    script = """([rows, query]) => {
      const told = search(rows.map((row, place) => new Page(row, place)), query)
      return { ...told, found: told.found.map((page) => page.url), terms: 0 }
    }"""
    yield lambda rows, query, told="found": tab.evaluate(script, [rows, query])[told]
    tab.close()


def row(url, title, year=0, synonyms=(), text=""):
    return [url, title, year, "\n".join(synonyms), [["", "", text]]]


def items_of(year):
    words = frameworks.synonyms().of_title
    return [
        row(item.slug, f"{item.id} {item.title.th}", year, words(item.title.th))
        for item in frameworks.load(year, "national").items
    ]


@pytest.mark.parametrize(
    ("page", "within", "query"),
    [
        (page, 1 if place == "first" else TOP, query)
        for page, places in ASKED.items()
        for place, queries in places.items()
        for query in queries
    ],
)
def test_a_question_finds_the_page_that_answers_it(engine, page, within, query):
    assert page in engine(query)[:within]


@pytest.mark.parametrize("year", [2567, 2569])
def test_an_item_of_another_year_is_found_by_its_title_its_number_and_everyday_words(among, year):
    rows = items_of(year)

    for item in frameworks.load(year, "national").items:
        for query in (item.title.th, item.id, item.id.removeprefix("O")):
            assert among(rows, query)[0] == item.slug, query
    for slug, query in OF_YEARS[year]:
        assert slug in among(rows, query)[:TOP], query


def test_this_year_is_the_newest_that_has_such_a_page_and_last_year_the_one_before(among):
    rows = [row(f"{year}", "ผลประเมิน", year, ["คะแนน"]) for year in (2564, 2566)]
    rows += [row("plan", "มาตรการ", 2569, [], "คะแนนปีนี้จะดีกว่าคะแนนปีที่แล้ว")]

    assert among(rows, "คะแนนปีนี้")[0] == "2566"
    assert among(rows, "คะแนนปีที่แล้ว")[0] == "2564"
    assert among(rows, "มาตรการปีนี้")[0] == "plan"
    assert among(rows, "คะแนนปีนี้")[1:] == ["plan"]


def test_last_year_is_not_this_year_where_there_is_only_one(among):
    rows = [row("score", "ผลประเมิน", 2568, ["คะแนน"])]

    assert among(rows, "คะแนนปีที่แล้ว") == ["score"]
    assert not among(rows, "คะแนนปีที่แล้ว", told="isWhole")
    assert among(rows, "คะแนนปีนี้", told="isWhole")


def test_a_phrase_in_a_text_is_found_below_the_page_that_is_about_its_words(among):
    rows = [row("text", "ข่าว", 0, [], "เบอร์นายก"), row("contact", "ติดต่อนายก", 0, ["เบอร์"])]

    assert among(rows, "เบอร์นายก") == ["contact", "text"]


def test_a_phrase_in_a_title_is_not_taken_apart(among):
    rows = [row("title", "เบอร์นายก"), row("contact", "ติดต่อนายก", 0, ["เบอร์"])]

    assert among(rows, "เบอร์นายก") == ["title"]


def test_a_year_that_has_no_such_page_finds_that_of_another_year_and_says_so(person):
    assert person.search("จริยธรรมปี 2567")[0] == "oit/2568/o16/"
    assert "ใกล้เคียง" in person.told()


def test_what_stands_across_two_words_of_a_title_is_no_word_of_it(among):
    rows = [row("crossing", "ความโปร่งใสภายใน"), row("council", "รายชื่อ", 0, ["สภา"])]

    assert among(rows, "สภา") == ["council", "crossing"]


@pytest.mark.parametrize("query", ["ข้อ 29", "O29", "o ๒๙", "ข้อที่ 35", "O35 ปี 68"])
def test_an_item_that_is_not_there_is_told_where_others_mention_its_number(person, query):
    found = person.search(query)

    assert found
    assert "ไม่มีข้อ O" in person.told()


@pytest.mark.parametrize(
    ("query", "item", "first"),
    [
        ("O12 2567", "O12 ปี ๒๕๖๗", "oit/2568/o12/"),
        ("โอ 17 ปี ๒๕๖๗", "O17 ปี ๒๕๖๗", "oit/2568/o17/"),
        ("O35 ปี 67", "O35 ปี ๒๕๖๗", "oit/2568/o28/"),
    ],
)
def test_an_item_of_a_year_that_is_not_there_is_told_with_its_year(person, query, item, first):
    assert person.search(query)[0] == first
    assert f"ไม่มีข้อ {item} ในเว็บไซต์นี้" in person.told()


@pytest.mark.parametrize("query", ["O12", "O12 2568", "ข้อ 12 ปี 68", "ข้อโอ12", "ข้อ โอ 12"])
def test_an_item_that_is_there_is_not_told_as_missing(person, query):
    assert person.search(query)[0] == "oit/2568/o12/"
    assert "ไม่มี" not in person.told()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570", "oit/2568/o5/"),
        ("สถิติเรื่องร้องเรียนการทุจริต ปี 2567", "oit/2568/o19/"),
        ("รายงานผลการบริหารทรัพยากรบุคคล ปี 2567", "oit/2568/o15/"),
    ],
)
def test_what_stands_word_for_word_on_a_page_is_not_told_as_near(person, query, first):
    assert person.search(query)[0] == first
    assert "ใกล้เคียง" not in person.told()


@pytest.mark.parametrize("query", ["450,000", "450000", "๔๕๐,๐๐๐", "448,000"])
def test_an_amount_is_found_with_and_without_its_commas(engine, query):
    assert "oit/2568/o12/" in engine(query)


def test_words_that_stand_only_within_other_words_are_told_as_near(person):
    assert person.search("ไฟดับ")
    assert "ใกล้เคียง" in person.told()


@pytest.mark.parametrize("query", ["ข้อ 29 จัดซื้อ", "O44", "ข้อ 49 คะแนน"])
def test_no_other_item_is_found_for_one_that_is_not_there(engine, query):
    assert engine(query) == []


def test_a_site_without_items_has_none_that_is_missing(among):
    rows = [row("law", "ระเบียบ", 0, [], "ตามข้อ 29")]

    assert among(rows, "ข้อ 29") == ["law"]
    assert not among(rows, "ข้อ 29", told="absent")
