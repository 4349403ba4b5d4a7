"""Pages on paper: A4, black on white, whose they are and where they are found on every sheet."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest

AGENCY = "องค์การบริหารส่วนตำบลตัวอย่าง"
SITE = "https://sample.example/"
PAGES = {
    "": "๒๐ ตุลาคม ๒๕๖๘",
    "data/": "๒๐ ตุลาคม ๒๕๖๘",
    "oit/2568/o11/": "๑ เมษายน ๒๕๖๘",
    "oit/2568/": "๑ เมษายน ๒๕๖๘",
    "ita/2568/": "๒๐ สิงหาคม ๒๕๖๘",
    "ita/2568/analysis/": "๒๐ สิงหาคม ๒๕๖๘",
    "ita/2569/measures/": "๒๐ ตุลาคม ๒๕๖๘",
}
"""By page the day of its content."""
A4 = {595, 842}


@pytest.fixture(scope="module")
def printed(browser, sample_site, served):
    """A function from a page to its sheets, printed by a reader who likes it dark, with colours."""
    home = served(sample_site)
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    known = {}

    def print_one(path):
        if path not in known:
            tab.goto(home + path)
            known[path] = tab.pdf(prefer_css_page_size=True, print_background=True)
        return pdfplumber.open(io.BytesIO(known[path])).pages

    yield print_one
    context.close()


def bare(words):
    """Leave the letters: in a PDF the vowels and tones over and under them lie as the font has them."""
    return re.sub(r"[^ก-ฮ๐-๙!-~]", "", words)


def text(sheet):
    return bare(sheet.extract_text())


@pytest.mark.parametrize(("path", "day"), PAGES.items())
def test_every_sheet_says_whose_it_is_where_it_is_found_and_of_which_day(printed, path, day):
    sheets = printed(path)
    count = len(sheets)
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

    for number, sheet in enumerate(sheets, start=1):
        seen = text(sheet)
        assert {round(sheet.width), round(sheet.height)} == A4
        assert seen.startswith(bare(AGENCY))
        assert bare(f"ข้อมูล ณ วันที่ {day}") in seen
        assert f"{SITE}{path}" in seen
        assert seen.endswith(f"{number}/{count}".translate(thai))


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_no_colours_and_nothing_to_click_through_the_site(printed, path):
    for sheet in printed(path):
        red, green, blue = sheet.to_image(resolution=40).original.convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()
        assert bare("ข้ามไปที่เนื้อหา") not in text(sheet)
        assert bare("หัวข้อในหน้านี้") not in text(sheet)


def test_the_ground_is_white_for_those_who_read_in_the_dark_as_well(printed):
    [sheet] = printed("ita/2569/measures/")
    corner = sheet.to_image(resolution=20).original.convert("RGB").getpixel((2, 2))

    assert corner == (255, 255, 255)


def test_a_table_goes_on_under_its_head_and_no_row_is_cut(printed):
    sheets = [text(sheet) for sheet in printed("oit/2568/o12/")]
    rows = [sum(bare(row) in sheet for row in ROWS) for sheet in sheets]

    assert sum(rows) == len(ROWS)
    assert sum(1 for count in rows if count) > 1
    for sheet, count in zip(sheets, rows, strict=True):
        assert sheet.count(bare("แสดงแล้ว")) == count
        assert bare("ในเว็บไซต์นี้") in sheet or not count


ROWS = [
    "name of the purchase or hire",
    "budget allocated (baht)",
    "source of the budget",
    "status of the procurement",
    "procurement method",
    "reference price (baht)",
    "agreed price (baht)",
    "selected supplier",
    "project number in e-GP",
    "items of the fiscal year assessed",
    "every cell filled, none blank, and the form not altered",
    "tax identification number of the supplier",
    "contract start and end dates",
]
"""What only the rows of the elements of O12 say."""


def test_a_document_stands_on_the_sheet_of_the_head_of_its_table(printed):
    [sheet] = [
        text(sheet) for sheet in printed("oit/2568/o2/") if "o2-executives.csv" in text(sheet)
    ]

    assert "mayor@sample.example" in sheet


def test_what_is_evidence_ends_before_the_last_sheet_is_begun_for_links_alone(printed):
    last = text(printed("oit/2568/o2/")[-1])

    assert bare("ข้อเดียวกันในปีอื่น") not in last
    assert bare("องค์ประกอบที่ข้อนี้ต้องแสดง") in last


def test_a_link_to_evidence_says_its_address(printed):
    sheets = "".join(text(sheet) for sheet in printed("oit/2568/o11/"))

    assert f"{SITE}files/2568/o11-service-2567-10.pdf" in sheets


def test_a_wide_table_lies_across_the_sheet(printed):
    assert all(sheet.width > sheet.height for sheet in printed("ita/2569/measures/"))
    assert all(sheet.width < sheet.height for sheet in printed("oit/2568/"))
