"""What people type, and the page they look for: typed in a real browser into the sample site."""

from __future__ import annotations

import pytest

from prongsai import frameworks, thai

FIRST, TOP = 1, 3
O = "oit/2568/o{}/".format  # noqa: E741
HOME, ITA, ITA68 = "", "ita/", "ita/2568/"
QUERIES = [
    # words inside a run of text
    ("โปร่งใส", O(27), TOP),
    ("ของขวัญ", O(21), FIRST),
    ("จัดซื้อจัดจ้าง", O(12), FIRST),
    ("พัสดุ", O(12), FIRST),
    ("ความก้าวหน้า", O(6), TOP),
    ("พฤติมิชอบ", O(17), TOP),
    ("สินบน", O(23), FIRST),
    ("จริยธรรม", O(16), FIRST),
    ("ทรัพยากรบุคคล", O(14), FIRST),
    ("ธรรมจรรยา", O(22), FIRST),
    ("ประชาสัมพันธ์", O(4), FIRST),
    ("มีส่วนร่วม", O(20), FIRST),
    ("ความเสี่ยง", O(23), TOP),
    ("อำนาจหน้าที่", O(1), FIRST),
    ("ขอรับบริการ", O(9), FIRST),
    ("ผู้มาติดต่อ", O(9), FIRST),
    ("เจตนารมณ์", O(21), FIRST),
    # phrases
    ("แผนปฏิบัติการป้องกันการทุจริต", O(25), FIRST),
    ("ป้องกันการทุจริต ประจำปี", O(26), FIRST),
    ("คู่มือ ปฏิบัติงาน", O(8), FIRST),
    ("สถิติ ร้องเรียน", O(19), FIRST),
    ("สถิติ บริการ", O(11), FIRST),
    ("แผนพัฒนา หน่วยงาน", O(5), FIRST),
    ("รายงานผล ทรัพยากรบุคคล", O(15), FIRST),
    ("คุณธรรม และ ความโปร่งใส", O(27), TOP),
    # half typed
    ("จัดซื้อจัดจ", O(12), FIRST),
    ("โครงสร้", O(1), FIRST),
    ("ผู้บริห", O(2), FIRST),
    ("ร้องเรี", O(17), TOP),
    ("e-serv", O(10), FIRST),
    ("ข้อมูลการติด", O(3), FIRST),
    ("แผนปฏิบัติการป้อง", O(25), FIRST),
    ("No Gi", O(21), FIRST),
    # Thai and Arabic digits
    ("2568", ITA68, TOP),
    ("๒๕๖๘", ITA68, TOP),
    ("ITA 2568", ITA68, FIRST),
    ("ITA ๒๕๖๘", ITA68, FIRST),
    ("OIT ๒๕๖๘", "oit/2568/", TOP),
    ("ITA 68", ITA68, FIRST),
    ("ITA ๖๘", ITA68, FIRST),
    ("ปี 68", ITA68, TOP),
    ("ปี๖๘", ITA68, TOP),
    ("ปีงบประมาณ พ.ศ. 2568", ITA68, TOP),
    ("จัดซื้อ ปี 2568", O(12), FIRST),
    ("คะแนน ปี 67", "ita/2567/", FIRST),
    ("OIT 68", "oit/2568/", TOP),
    ("งบประมาณ 2568", O(6), FIRST),
    # codes
    ("O12", O(12), FIRST),
    ("o12", O(12), FIRST),
    ("o 12", O(12), FIRST),
    ("โอ 12", O(12), FIRST),
    ("โอ๑๒", O(12), FIRST),
    ("o-12", O(12), FIRST),
    ("O๑๒", O(12), FIRST),
    ("ข้อ 12", O(12), FIRST),
    ("ข้อ ๑๒", O(12), FIRST),
    ("ข้อที่ 12", O(12), FIRST),
    ("OIT 12", O(12), FIRST),
    ("OIT O12", O(12), FIRST),
    ("012", O(12), FIRST),
    ("08", O(8), FIRST),
    ("o.8", O(8), FIRST),
    ("12", O(12), FIRST),
    ("O12 ปี 68", O(12), FIRST),
    ("o", O(1), FIRST),
    ("O1", O(1), FIRST),
    # everyday words
    ("จัดซื้อ", O(12), FIRST),
    ("สขร.", O(12), FIRST),
    ("สขร", O(12), FIRST),
    ("สขร 1", O(12), FIRST),
    ("เบอร์โทร", O(3), TOP),
    ("เบอร์โทรศัพท์", O(3), TOP),
    ("โทรศัพท์", O(3), TOP),
    ("มือถือ", O(3), TOP),
    ("ที่อยู่", HOME, TOP),
    ("อีเมล์", O(3), TOP),
    ("email", O(3), TOP),
    ("แผนที่", O(3), TOP),
    ("เฟสบุ๊ก", O(3), TOP),
    ("เฟซบุ๊ก", O(3), TOP),
    ("Facebook", O(3), TOP),
    ("ไลน์", O(3), TOP),
    ("ติดต่อ", O(3), FIRST),
    ("eservice", O(10), FIRST),
    ("e service", O(10), FIRST),
    ("E–Service", O(10), FIRST),
    ("บริการออนไลน์", O(10), FIRST),
    ("ร้องเรียน", O(18), TOP),
    ("แจ้งเบาะแส", O(18), FIRST),
    ("แผนผัง", O(1), FIRST),
    ("งบ", O(6), FIRST),
    ("ข้อบัญญัติ", O(6), FIRST),
    ("นายก", O(2), FIRST),
    ("ปลัด", O(2), FIRST),
    ("เงินเดือน", O(14), FIRST),
    ("รับสมัครงาน", O(14), FIRST),
    ("ประมูล", O(12), FIRST),
    ("e-bidding", O(12), FIRST),
    ("ebidding", O(12), FIRST),
    ("ถาม-ตอบ", O(3), FIRST),
    ("ถามตอบ", O(3), FIRST),
    ("Q&A", O(3), FIRST),
    ("No gift", O(21), FIRST),
    ("nogift", O(21), FIRST),
    ("งดรับของขวัญ", O(21), FIRST),
    ("ทุจริต", O(17), TOP),
    ("โกง", O(17), TOP),
    ("คะแนน", ITA, TOP),
    ("คะแนน", ITA68, TOP),
    ("ผลประเมิน", ITA68, TOP),
    ("ระดับ", ITA68, TOP),
    ("ita", ITA, TOP),
    ("oit", "oit/", TOP),
    ("สารสนเทศ", "oit/", FIRST),
    ("คู่มือประชาชน", O(9), FIRST),
    ("วิสัยทัศน์", O(5), FIRST),
    ("ประชาคม", O(20), FIRST),
    ("ผลคะแนน ITA", ITA68, TOP),
    ("แผนอัตรากำลัง", O(14), FIRST),
    ("ประกวดราคา", O(12), FIRST),
    ("ร้องทุกข์", O(18), TOP),
    ("สายด่วน", O(18), FIRST),
    ("9.3", "oit/2568/", FIRST),
    ("procurement", O(12), FIRST),
    ("หน้าแรก", HOME, FIRST),
    ("อบต", HOME, FIRST),
    # slips, questions, and words that stand together nowhere
    ("เฟสบุค", O(3), TOP),
    ("อีเมลล์", O(3), TOP),
    ("จัดชื้อ", O(12), FIRST),
    ("จัดซื่อ", O(12), FIRST),
    ("งบประมาน", O(6), TOP),
    ("ร้องเรียร", O(17), TOP),
    ("โครงสร้าว", O(1), FIRST),
    ("ทุจจริต", O(17), TOP),
    ("ปปช", O(17), TOP),
    ("facebok", O(3), TOP),
    ("เบอร์ปลัด", O(3), FIRST),
    ("ผังโครงสร้าง อบต.", O(1), FIRST),
    ("นายกชื่ออะไร", O(2), FIRST),
    ("ติดต่อ อบต ยังไง", HOME, TOP),
    ("แผนจัดซื้อปี68", O(12), FIRST),
    ("เบอร์โทรนายก", O(3), TOP),
    ("จัดซื้อ\u200bจัดจ้าง", O(12), FIRST),
    ("ดําเนินงาน", O(6), TOP),  # nikhahit and sara aa
    ("เเผนผัง", O(1), FIRST),  # sara e twice
]
ITEMS = frameworks.load(2568, "national").items
INSIDE = [
    "อำนาจ",
    "ผู้บริหาร",
    "ข้อมูลการติดต่อ",
    "ข่าว",
    "ยุทธศาสตร์",
    "ความก้าวหน้าในการ",
    "ผลการดำเนินงาน",
    "แนวทางการปฏิบัติงาน",
    "ผู้รับบริการ",
    "service",
    "สถิติการให้",
    "ความก้าวหน้าการจัด",
    "จัดหาพัสดุประจำปี",
    "แผนการบริหาร",
    "พัฒนาทรัพยากรบุคคลประจำปี",
    "ขับเคลื่อน",
    "แนวปฏิบัติ",
    "ช่องทาง",
    "สถิติเรื่อง",
    "โอกาส",
    "วัฒนธรรม",
    "ทรัพย์สิน",
    "ภารกิจ",
    "จัดการความเสี่ยง",
    "แผนปฏิบัติการ",
    "ผลการดำเนินการป้องกัน",
    "มาตรการส่งเสริม",
    "เพื่อส่งเสริม",
]
"""A word of each title, in order."""


@pytest.fixture(scope="module")
def person(searching):
    """Somebody at a desk, on the front page of the sample site."""
    return searching(1280)


@pytest.mark.parametrize(("query", "page", "within"), QUERIES)
def test_a_page_is_found_by_what_people_type(person, query, page, within):
    assert page in person.search(query)[:within]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_item_is_found_by_its_title_and_by_its_number(person, item):
    page = f"oit/2568/{item.slug}/"

    assert person.search(item.title.th)[0] == page
    assert person.search(f"{item.id} {item.title.th}")[0] == page
    assert person.search(item.id)[0] == page
    assert person.search(item.id.removeprefix("O"))[0] == page


@pytest.mark.parametrize(
    ("item", "word"), list(zip(ITEMS, INSIDE, strict=True)), ids=lambda x: str(x)[:9]
)
def test_an_item_is_found_by_a_word_inside_its_title(person, item, word):
    assert f"oit/2568/{item.slug}/" in person.search(word)[:TOP]


def test_both_kinds_of_digits_find_the_same(engine):
    for query in ("2568", "ปี 67", "92.30", "O8", "15 มีนาคม 2568"):
        thai = query.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        assert engine(query) == engine(thai) != []


def test_a_number_is_found_with_its_commas_or_without(engine):
    assert engine("1,500") == engine("1500")


def test_a_telephone_number_is_found_however_its_digits_are_parted(engine):
    for query in ("0 0000 0000", "000000000", "00-000-0000", "๐๐๐๐๐๐๐๐๐"):
        assert {HOME, O(3)} & set(engine(query)), query


def test_nothing_is_found_for_what_is_not_there(engine):
    for query in (
        "",
        " ",
        "-",
        ".",
        "zzzzzz",
        "96.781",
        "o99",
        "ฮฮฮฮฮ",
        "์์",
        "(",
        "\\",
        "[a-z]+",
        "*",
    ):
        assert engine(query) == [], query


def test_a_word_of_the_text_comes_after_titles_and_headings(engine):
    found = engine("จัดซื้อจัดจ้าง")

    assert found[:2] == [O(12), O(13)]
    assert found[2] == "oit/2568/"


def test_the_newest_year_comes_first_among_equals(engine):
    found = [url for url in engine("มาตรการ") if url.endswith("/measures/")]

    assert found == ["ita/2569/measures/", "ita/2568/measures/", "ita/2567/measures/"]


def test_items_of_one_digit_come_in_order(engine):
    assert engine("o")[:4] == [O(1), O(2), O(3), O(4)]


def test_what_is_searched_for_instead_is_told(person):
    person.search("จัดชื้อ")

    assert "จัดซื้อ" in person.told()


def test_what_was_looked_for_is_marked(person):
    person.search("๒๕๖๘")
    marks = person.tab.locator(".ps-search__option mark").all_inner_texts()
    assert {thai.arabic(mark) for mark in marks} == {"2568"}

    person.search("ซื้อ")
    assert "ซื้อ" in person.tab.locator(".ps-search__title mark").all_inner_texts()
