"""Thai numbers, days, periods and spelling, as the documents of real agencies write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import thai
from prongsai.thai import Span

DAYS = st.dates(date(1900, 1, 1), date(2399, 12, 31))


def span(start, end):
    return Span(date.fromisoformat(start), date.fromisoformat(end))


def test_digits_change_and_nothing_else():
    assert thai.arabic("๙๖.๗๙ (ผ่านดี) ข้อ ๐๘") == "96.79 (ผ่านดี) ข้อ 08"
    assert thai.thai("96.79 (ผ่านดี) O8") == "๙๖.๗๙ (ผ่านดี) O๘"


@given(st.text())
def test_thai_digits_survive_the_way_to_arabic_and_back(text):
    assert thai.thai(thai.arabic(text)) == thai.thai(text)
    assert thai.arabic(thai.thai(text)) == thai.arabic(text)


DATES = {
    "2025-03-15": "2025-03-15",
    "2568-03-15": "2025-03-15",
    "๒๕๖๘-๓-๑๕": "2025-03-15",
    "15/3/2568": "2025-03-15",
    "15/03/68": "2025-03-15",
    "15.3.2025": "2025-03-15",
    "๑๕-๐๓-๒๕๖๘": "2025-03-15",
    "15 มี.ค. 68": "2025-03-15",
    "15 มี.ค. 2568": "2025-03-15",
    "15 มีค 68": "2025-03-15",
    "15มี.ค.68": "2025-03-15",
    "15 มี. ค. 68": "2025-03-15",
    "๑๕ มีนาคม ๒๕๖๘": "2025-03-15",
    "15 มีนาคม 2025": "2025-03-15",
    "๓๑ มีนาคม พ.ศ. ๒๕๖๕": "2022-03-31",
    "วันที่ ๑๒ มกราคม ๒๕๖๕": "2022-01-12",
    "วันที่ 3 เดือน พฤศจิกายน พ.ศ.2564": "2021-11-03",
    "29 ก.พ. 2567": "2024-02-29",
    " ๑ ต.ค. ๖๘ ": "2025-10-01",
    "1\u00a0ต.ค.\u200b68": "2025-10-01",
}


@pytest.mark.parametrize(("written", "day"), DATES.items())
def test_a_day_is_read(written, day):
    assert thai.parse_date(written) == date.fromisoformat(day)


NO_DAYS = (
    "31 เม.ย. 68",
    "29 ก.พ. 2568",
    "0 มี.ค. 68",
    "32/1/2568",
    "15/13/2568",
    "2568-02-30",
    "0000-01-01",
    "15 มี.ค.",
    "มี.ค. 68",
    "15 มีนา 68",
    "15/3-2568",
    "2568",
    "15 มี.ค. 6",
    "15 มี.ค. 0202",
    "เร็ว ๆ นี้",
    "",
)


@pytest.mark.parametrize("written", NO_DAYS)
def test_what_is_no_day_is_none(written):
    assert thai.parse_date(written) is None


@given(DAYS)
def test_a_day_reads_back_from_every_form_it_is_shown_in(day):
    shown = (thai.long_date(day), thai.short_date(day), day.isoformat())

    for text in shown:
        assert thai.parse_date(text) == day
        assert thai.parse_date(thai.thai(text)) == day


def test_days_are_shown_with_the_buddhist_year():
    assert thai.long_date(date(2025, 3, 15)) == "15 มีนาคม 2568"
    assert thai.short_date(date(2025, 12, 1)) == "1 ธ.ค. 2568"


SPANS = {
    # as the seeds print them
    "ต.ค.64 - ก.ย.65": span("2021-10-01", "2022-09-30"),
    "ม.ค. - ก.ย. ๖๕": span("2022-01-01", "2022-09-30"),
    "๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙": span("2025-10-01", "2026-09-30"),
    "๑ ต.ค. ๖๗ ถึง ๓๐ ก.ย. ๖๘": span("2024-10-01", "2025-09-30"),
    "มกราคม 2565": span("2022-01-01", "2022-01-31"),
    # months alone
    "ก.พ. 67": span("2024-02-01", "2024-02-29"),
    "ธันวาคม ๒๕๖๘": span("2025-12-01", "2025-12-31"),
    "มกราคม – มีนาคม 2568": span("2025-01-01", "2025-03-31"),
    # across the new year, the first half without its year
    "ต.ค. - ก.ย. ๖๕": span("2021-10-01", "2022-09-30"),
    "พ.ย. ถึง ม.ค. 2568": span("2024-11-01", "2025-01-31"),
    "15 ธ.ค. - 10 ม.ค. 68": span("2024-12-15", "2025-01-10"),
    # days
    "15 มี.ค. 68": span("2025-03-15", "2025-03-15"),
    "2025-03-15": span("2025-03-15", "2025-03-15"),
    "1 - 31 มี.ค. 68": span("2025-03-01", "2025-03-31"),
    "๑-๓๑ มีนาคม ๒๕๖๘": span("2025-03-01", "2025-03-31"),
    "1 มี.ค. - 15 เม.ย. 68": span("2025-03-01", "2025-04-15"),
    "1/10/2567-31/3/2568": span("2024-10-01", "2025-03-31"),
    "2025-10-01 ถึง 2026-09-30": span("2025-10-01", "2026-09-30"),
    "2025-10-01 - 2026-09-30": span("2025-10-01", "2026-09-30"),
    "ระหว่างวันที่ 1 ตุลาคม 2567 ถึงวันที่ 31 มีนาคม 2568": span("2024-10-01", "2025-03-31"),
    # years
    "2568": span("2024-10-01", "2025-09-30"),
    "ปี ๒๕๖๘": span("2024-10-01", "2025-09-30"),
    "ปีงบประมาณ พ.ศ. ๒๕๖๙": span("2025-10-01", "2026-09-30"),
    "ปีงบประมาณ 69": span("2025-10-01", "2026-09-30"),
    "ตลอดปีงบประมาณ พ.ศ. 2569": span("2025-10-01", "2026-09-30"),
    "พ.ศ. ๒๕๖๖ - ๒๕๗๐": span("2022-10-01", "2027-09-30"),
    "2566-2570": span("2022-10-01", "2027-09-30"),
}


@pytest.mark.parametrize(("written", "expected"), SPANS.items())
def test_a_period_is_read(written, expected):
    assert thai.parse_span(written) == expected


def test_a_period_that_ends_before_it_starts_is_returned_as_written():
    assert thai.parse_span("๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๘") == span("2025-10-01", "2025-09-30")


NO_SPANS = (
    "31 เม.ย. 68 ถึง 31 พ.ค. 68",
    "1 ต.ค. 68 ถึง 31 ก.ย. 69",
    "0-31 มี.ค. 68",
    "ต.ค. 64 - ก.ย.",
    "ต.ค. - ก.ย.",
    "ม.ค. - มี.ค. - ก.ย. 65",
    "ถึง 30 ก.ย. 69",
    "1 ต.ค. 68 -",
    "ม.ค. 0000",
    "2025",
    "68",
    "ตลอดปี",
    "ทุกเดือน",
    "-",
    "",
)


@pytest.mark.parametrize("written", NO_SPANS)
def test_what_is_no_period_is_none(written):
    assert thai.parse_span(written) is None


@given(st.text("0123456789๐๑๒๓๔๕๖๗๘๙ .-/–ถึงปีมกราคมธ.ค.ตลอด", max_size=20))
def test_whatever_is_written_reading_it_raises_nothing(text):
    found = thai.parse_date(text), thai.parse_span(text), thai.whole_year(text)

    assert found[0] is None or isinstance(found[0], date)


@given(DAYS, DAYS)
def test_a_period_reads_back_from_its_two_days(start, end):
    text = f"{thai.short_date(start)} ถึง {thai.long_date(end)}"

    assert thai.parse_span(text) == Span(start, end)


@pytest.mark.parametrize(
    "written",
    ["ตลอดปี", "ตลอดปีงบประมาณ", "ตลอดทั้งปี", "ตลอดทั้งปีงบประมาณ", "ทั้งปี", " ตลอดปี\u200b "],
)
def test_a_whole_year_is_known(written):
    assert thai.whole_year(written)


@pytest.mark.parametrize("written", ["ตลอดเวลา", "ปี", "ตลอดปี 2568", "ตลอดปีๆ", ""])
def test_anything_else_is_no_whole_year(written):
    assert not thai.whole_year(written)


def test_a_fiscal_year_runs_from_october_to_september():
    assert thai.fiscal_year_span(2568) == span("2024-10-01", "2025-09-30")


SPELLINGS = {
    "nikhahit and aa": ("\u0e19\u0e4d\u0e32", "\u0e19\u0e33"),
    "a tone before nikhahit and aa": ("\u0e19\u0e49\u0e4d\u0e32", "\u0e19\u0e49\u0e33"),
    "a tone between nikhahit and aa": ("\u0e19\u0e4d\u0e49\u0e32", "\u0e19\u0e49\u0e33"),
    "a tone after sara am": ("\u0e19\u0e33\u0e49", "\u0e19\u0e49\u0e33"),
    "twice sara e": ("\u0e40\u0e40\u0e1c\u0e19", "\u0e41\u0e1c\u0e19"),
    "a zero-width space": ("โปร่ง\u200bใส", "โปร่งใส"),
    "a byte order mark": ("\ufeffแผน", "แผน"),
    "a soft hyphen": ("แผน\u00adงาน", "แผนงาน"),
    "a mark of direction": ("O8\u200e", "O8"),
    "a no-break space": ("พ.ศ.\u00a02568", "พ.ศ. 2568"),
    "a run of spaces": ("  แผน \t งาน\n", "แผน งาน"),
}


@pytest.mark.parametrize(("written", "normal"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_that_look_the_same_compare_the_same(written, normal):
    assert thai.normalise(written) == normal


def test_words_that_differ_stay_apart():
    assert thai.normalise("ธุระ") != thai.normalise("ธุรกรรม")
    assert thai.normalise("๒๕๖๘") != thai.normalise("2568")


SYLLABLES = [written for written, _ in SPELLINGS.values()] + ["ผ่านดี", "น้ำ", "แผน", " ", "๑"]


@given(st.lists(st.sampled_from(SYLLABLES)).map("".join))
def test_what_is_normal_stays_as_it_is(text):
    normal = thai.normalise(text)

    assert thai.normalise(normal) == normal
