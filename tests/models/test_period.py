"""Periods in their three forms."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from prongsai.models.period import Period

FY2569 = (date(2025, 10, 1), date(2026, 9, 30))


def test_a_text_with_days_keeps_its_words():
    period = Period.model_validate("๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙")

    assert period.span(2569) == FY2569
    assert period.text == "๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙"
    assert not period.whole_year


def test_days_alone_have_no_words():
    period = Period.model_validate({"from": "2025-10-01", "to": "๓๐ ก.ย. ๖๙"})

    assert period.span(2569) == FY2569
    assert period.text is None


@pytest.mark.parametrize("text", ["ตลอดปี", "ตลอดปีงบประมาณ"])
def test_a_whole_year_is_the_year_it_is_planned_in(text):
    period = Period.model_validate(text)

    assert period.whole_year
    assert period.span(2569) == FY2569
    assert period.span(2568) == (date(2024, 10, 1), date(2025, 9, 30))


def test_a_whole_year_with_its_number_is_that_year():
    assert Period.model_validate("ตลอดปีงบประมาณ ๒๕๖๙").span(2560) == FY2569


def test_words_without_days_have_no_span():
    period = Period.model_validate({"text": "ทุกเดือน"})

    assert period.span(2569) is None
    assert not period.whole_year


def test_days_and_words_can_stand_together():
    period = Period.model_validate({"from": "2025-10-01", "to": "2026-09-30", "text": "ทุกเดือน"})

    assert period.span(2569) == FY2569
    assert period.text == "ทุกเดือน"


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "2026-10-01", "to": "2025-09-30"},
        {"to": "2025-09-30"},
        {},
        "",
        "ทุกเดือน",
        {"text": " "},
    ],
)
def test_what_makes_no_period_is_refused(wrong):
    with pytest.raises(ValidationError):
        Period.model_validate(wrong)


@pytest.mark.parametrize("text", ["2024-10-01 ถึง 2025-03-31", "2567-10-01 - 2568-03-31"])
def test_days_typed_for_programs_keep_no_words_of_their_own(text):
    period = Period.model_validate(text)

    assert period.span(2568) == (date(2024, 10, 1), date(2025, 3, 31))
    assert period.text is None


def test_days_typed_as_people_write_them_are_shown_so():
    assert Period.model_validate("ต.ค. 67 - มี.ค. 68").text == "ต.ค. 67 - มี.ค. 68"
