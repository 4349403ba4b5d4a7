"""Citizen IDs in text: found however they are spaced, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import thai
from prongsai.inspection.personal import citizen_ids, is_citizen_id, masked


def with_checksum(twelve: str) -> str:
    total = sum((13 - place) * int(digit) for place, digit in enumerate(twelve))
    return f"{twelve}{(11 - total % 11) % 10}"


IDS = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True).map(with_checksum)
ID = with_checksum("110370207181")

SPACED = {
    "plain": "{0}{1}{2}{3}{4}",
    "as on the card": "{0}-{1}-{2}-{3}-{4}",
    "with spaces": "{0} {1} {2} {3} {4}",
    "with wide spaces": "{0}\u00a0\u00a0{1}\u2003{2}\u2009{3}\u202f{4}",
    "with dots": "{0}.{1}.{2}.{3}.{4}",
    "with long dashes": "{0}–{1}–{2}–{3}–{4}",
    "with hidden spaces": "{0}\u200b{1}\u200b{2}\u200b{3}\u200b{4}",
    "over two lines": "{0}-{1}-\n{2}-{3}-{4}",
}


def spaced(number: str, form: str) -> str:
    return form.format(number[0], number[1:5], number[5:10], number[10:12], number[12])


@given(IDS, st.sampled_from(sorted(SPACED)), st.booleans())
def test_an_id_is_found_in_any_spacing_and_digits(number, form, in_thai):
    text = spaced(number, SPACED[form])
    written = thai.thai(text) if in_thai else text

    assert list(citizen_ids(f"เลขประจำตัว {written} ครับ")) == [(12, masked(number))]


@given(IDS)
def test_digits_that_stand_apart_are_one_number(number):
    assert [told for _, told in citizen_ids(" ".join(number))] == [masked(number)]


@given(IDS)
def test_an_id_beside_a_telephone_number_is_found(number):
    text = f"โทร 081-234-5678 {spaced(number, SPACED['as on the card'])} 02-123-4567"

    assert [told for _, told in citizen_ids(text)] == [masked(number)]


@given(st.from_regex(r"[0-9]{13}", fullmatch=True))
def test_a_number_with_a_wrong_checksum_is_not_one(number):
    if not is_citizen_id(number):
        assert list(citizen_ids(f"เลขที่ {number} ")) == []


@pytest.mark.parametrize(
    "text",
    [
        "0105536000315",  # a company: no person's number begins with 0
        "0-9945-00001-64-2",
        "9999999999994",
        f"{ID}5",  # more digits than a number has
        f"A{ID[:-1]}",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
        "08-1234-5678, 081-234-5678",
        "1,234,567,890,121",
        f"{ID[:6]}.{ID[6:]}",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert list(citizen_ids(text)) == []


@given(IDS)
def test_a_masked_number_hides_ten_of_thirteen_digits(number):
    told = masked(number)

    assert sum(char.isdigit() for char in told) == 3
    assert list(citizen_ids(told)) == []
