"""Periods as they are shown: as people write them, whatever form they were typed in."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.models.period import Period


@pytest.mark.parametrize("text", ["2024-10-01 ถึง 2025-03-31", "2567-10-01 - 2568-03-31"])
def test_days_typed_for_programs_keep_no_words_of_their_own(text):
    period = Period.model_validate(text)

    assert period.span(2568) == (date(2024, 10, 1), date(2025, 3, 31))
    assert period.text is None


def test_days_typed_as_people_write_them_are_shown_so():
    assert Period.model_validate("ต.ค. 67 - มี.ค. 68").text == "ต.ค. 67 - มี.ค. 68"
