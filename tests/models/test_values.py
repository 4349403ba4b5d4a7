"""Scores, years, days, links and short names, given straight to a model."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from prongsai.models.errors import explain
from prongsai.models.values import (
    Day,
    Difference,
    Email,
    FiscalYear,
    Link,
    Score,
    Slug,
    Words,
    score,
)
from prongsai.problems import InvalidValueError


def read(kind, value):
    return TypeAdapter(kind).validate_python(value)


def refused(kind, value):
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    [details] = caught.value.errors()
    message, _ = explain(details)
    return message.en


@pytest.mark.parametrize("value", ["96.79", "๙๖.๗๙", Decimal("96.79"), 96.79, " 96.79 "])
def test_a_score_is_exact(value):
    assert read(Score, value) == Decimal("96.79")


@pytest.mark.parametrize("value", ["inf", "NaN", "1_0", "0x10", ".5", "5.", "1 0", "", "100.0.0"])
def test_what_is_no_score_is_told(value):
    assert refused(Score, value) == f"'{value}' is not a score"


@pytest.mark.parametrize("value", ["101", "100.001", "999", "-0.01"])
def test_a_score_outside_0_to_100_is_told(value):
    assert refused(Score, value) == f"the score {value} is not between 0 and 100"


@pytest.mark.parametrize("value", ["860", "-5", "ก"])
def test_whatever_is_wrong_with_a_score_the_cure_says_how_one_is_written(value):
    with pytest.raises(InvalidValueError) as raised:
        score(value)

    assert "such as 96.79" in raised.value.hint.en
    assert "เช่น 96.79" in raised.value.hint.th


def test_a_score_of_nothing_is_empty():
    assert refused(Score, None) == "is empty"


@pytest.mark.parametrize(
    ("written", "points"), [("0.78", "0.78"), ("+ 0.78", "0.78"), ("-๑.๒", "-1.2"), ("–3", "-3")]
)
def test_a_difference_has_a_sign(written, points):
    assert str(read(Difference, written)) == points


@pytest.mark.parametrize("written", ["101", "--1", "1-", "ลดลง 3"])
def test_what_is_no_difference_is_told(written):
    assert refused(Difference, written) == f"'{written}' is not a difference of scores"


@pytest.mark.parametrize("written", ["2568", "๒๕๖๘", 2568, " 2568 "])
def test_a_fiscal_year_is_a_buddhist_year(written):
    assert read(FiscalYear, written) == 2568


@pytest.mark.parametrize("written", ["68", "25680", "ปี 2568", "2,568", "²⁵⁶⁸"])
def test_what_is_no_fiscal_year_is_told(written):
    assert refused(FiscalYear, written) == f"'{written}' is not a fiscal year"


def test_a_day_may_be_a_date_already():
    assert read(Day, date(2025, 3, 15)) == date(2025, 3, 15)


def test_a_moment_is_no_day():
    assert refused(Day, datetime(2025, 3, 15, 12, 0)).endswith("is not a date")


LINKS = (
    "https://samruean.example/",
    "http://samruean.example:8080/a?b=c#d",
    "HTTPS://samruean.example/ผู้บริหาร",
    "https://อบต.example/%E0%B8%81",
    "https://192.0.2.1/x.pdf",
    "https://www.facebook.com/search/?q={a}|b",
)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_kept_as_written(link):
    assert read(Link, link) == link


def test_a_link_loses_what_cannot_be_seen():
    assert read(Link, " https://samruean.example/\u200b ") == "https://samruean.example/"


@pytest.mark.parametrize("slug", ["clerk", "m4", "all", "public-health-2"])
def test_a_short_name_is_plain(slug):
    assert read(Slug, slug) == slug


@pytest.mark.parametrize("slug", ["Clerk", "a b", "-a", "a-", "a--b", "a_b", "กองคลัง", "../a", ""])
def test_what_would_not_do_in_a_url_is_no_short_name(slug):
    assert refused(Slug, slug) == f"'{slug}' cannot serve as a short name"


def test_an_address_for_mail_is_checked_for_its_form():
    assert read(Email, "saraban@samruean.example") == "saraban@samruean.example"


@pytest.mark.parametrize("email", ["a", "a@b", "a b@c.d", "<a@b.c>", "a@b.c@d.e\n"])
def test_what_is_no_address_for_mail_is_told(email):
    assert refused(Email, email) == f"'{email}' is not an e-mail address"


def test_words_lose_the_spaces_around_them_and_nothing_else():
    assert read(Words, "  คู่มือ   ปฏิบัติงาน\n") == "คู่มือ   ปฏิบัติงาน"


@pytest.mark.parametrize(("value", "message"), [("  ", "must not be empty"), (None, "is empty")])
def test_words_say_something(value, message):
    assert refused(Words, value) == message
