"""The codes of a framework, in the ways people write them."""

from __future__ import annotations

import pytest

from prongsai.models import codes
from prongsai.problems import InvalidValueError

READ = [
    (codes.item_id, "O8", "O8"),
    (codes.item_id, "๐๒๘", "O28"),
    (codes.item_id, "o 16", "O16"),
    (codes.item_id, "O-08", "O8"),
    (codes.item_id, "O ๘", "O8"),
    (codes.item_id, "0๘", "O8"),
    (codes.item_id, "O\u200b8\u00a0", "O8"),
    (codes.question_id, "i1", "i1"),
    (codes.question_id, "I๑๕", "i15"),
    (codes.question_id, "e 09", "e9"),
    (codes.indicator_id, "๑๐", 10),
    (codes.indicator_id, "04", 4),
    (codes.indicator_id, 4, 4),
    (codes.sub_indicator_id, "๙.๓", "9.3"),
    (codes.sub_indicator_id, 9.3, "9.3"),
    (codes.element_id, "o12-e3", "o12-e3"),
    (codes.element_id, "O๑๒-E๓", "o12-e3"),
    (codes.instrument_id, "eit", "EIT"),
    (codes.cited, "๐๘", "O8"),
    (codes.cited, "๑๐.๑", "10.1"),
    (codes.figure_id, "total", "total"),
    (codes.figure_id, "OIT", "OIT"),
    (codes.figure_id, "indicator ๖", "indicator 6"),
    (codes.figure_id, "sub-indicator 9.3", "sub-indicator 9.3"),
    (codes.figure_id, "i๑", "i1"),
    (codes.figure_id, "๐๑๓", "O13"),
]


@pytest.mark.parametrize(("read", "written", "code"), READ)
def test_a_code_has_one_spelling(read, written, code):
    assert read(written) == code


REFUSED = [
    (codes.item_id, "O0"),
    (codes.item_id, "O100"),
    (codes.item_id, "8"),
    (codes.item_id, "P8"),
    (codes.item_id, "O8.1"),
    (codes.question_id, "q1"),
    (codes.question_id, "i0"),
    (codes.indicator_id, "0"),
    (codes.indicator_id, "21"),
    (codes.indicator_id, "-1"),
    (codes.indicator_id, "1.0"),
    (codes.sub_indicator_id, "9"),
    (codes.sub_indicator_id, "9.11"),
    (codes.element_id, "o1"),
    (codes.element_id, "o01-e1"),
    (codes.instrument_id, "XIT"),
    (codes.cited, "ตัวชี้วัด 9"),
    (codes.figure_id, "indicator 9.3"),
    (codes.figure_id, "sum"),
]


@pytest.mark.parametrize(("read", "written"), REFUSED)
def test_what_is_no_code_is_told_as_it_was_written(read, written):
    with pytest.raises(InvalidValueError, match=f"^'{written}' is not "):
        read(written)
