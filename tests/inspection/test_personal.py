"""Citizen IDs in text: found however they are spaced, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import thai
from prongsai.inspection.personal import _USUAL, citizen_ids, is_citizen_id, masked


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
    "with soft hyphens": "{0}\u00ad{1}\u00ad{2}\u00ad{3}\u00ad{4}",
    "with minus signs": "{0}\u2212{1}\u2212{2}\u2212{3}\u2212{4}",
    "in boxes": "{0}|{1}|{2}|{3}|{4}",
    "with wide dashes": "{0} - {1}  -  {2} - {3} - {4}",
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


@given(
    IDS,
    st.lists(st.integers(1, 4), min_size=3, max_size=8),
    st.sampled_from([" ", "-", "\n", "  "]),
)
def test_behind_a_word_that_names_it_an_id_is_found_in_any_pieces(number, lengths, between):
    pieces, rest = [], number
    for length in lengths:
        pieces.append(rest[:length])
        rest = rest[length:]
    text = between.join(filter(None, [*pieces, rest]))

    assert [told for _, told in citizen_ids(f"เลขบัตรประชาชน {text} 500.00")] == [masked(number)]


@given(IDS)
def test_an_id_as_excel_writes_long_numbers_into_csv_is_found(number):
    power = f"{number[0]}.{number[1:].rstrip('0') or '0'}E+12"

    assert [told for _, told in citizen_ids(f"ก,{power},ข")] == [masked(number)]


@given(IDS)
def test_a_digit_a_line_is_a_number_too(number):
    assert [told for _, told in citizen_ids("\n".join(number))] == [masked(number)]


@given(st.lists(st.integers(0, 150), min_size=4, max_size=12))
def test_a_row_of_counts_is_no_id(counts):
    row = " ".join(map(str, counts))

    if not all(count < 10 for count in counts):
        assert list(citizen_ids(f"รวม {row}")) in ([], *_exactly_card(row))


def _exactly_card(row):
    """What a row of counts may be taken for: nothing but the very pieces of a card."""
    pieces = row.split(" ")
    lengths = tuple(map(len, pieces))
    card = any(lengths[at : at + 5] == (1, 4, 5, 2, 1) for at in range(len(pieces)))
    usual = lengths in _USUAL
    return [list(citizen_ids(f"รวม {row}"))] if card or usual else []


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
        "คอลัมน์ 1 2 3 4 5 6 7 8 9 10 11",  # numbers the columns of a table, with a right checksum
        "ปี 2568 103207182",
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
