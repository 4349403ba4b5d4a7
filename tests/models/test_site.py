"""What a Site answers about itself, and what its values answer about themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from prongsai.models.agency import Digits
from prongsai.models.disclosure import Disclosure, Evidence, EvidenceKind
from prongsai.models.site import PublishedFile
from prongsai.models.source import Source
from prongsai.models.terms import Name
from prongsai.problems import NOWHERE


def test_results_and_plans_come_newest_first(samruean):
    assert [result.fiscal_year for result in samruean.results] == [2568, 2567]
    assert [plan.fiscal_year for plan in samruean.plans] == [2569]
    assert [year.fiscal_year for year in samruean.item_years] == [2569, 2568]


def test_a_year_that_is_not_there_has_nothing(samruean):
    assert samruean.result(2569) is None
    assert samruean.measures(2568) is None
    assert samruean.result(2500) is None


def test_a_year_without_a_disclosure_file_opens_no_items(samruean):
    assert not samruean.year_by_number[2567].opens_items
    assert samruean.year_by_number[2568].opens_items


def test_an_item_that_nobody_wrote_of_has_an_empty_disclosure(samruean):
    assert samruean.year_by_number[2567].disclosure("O1") == Disclosure()


def test_a_result_knows_its_figures_by_name(samruean):
    announced = samruean.result(2568).announced

    assert announced("total") == Decimal("96.79")
    assert announced("change") == Decimal("0.78")
    assert announced("EIT") == Decimal("95.77")
    assert announced("indicator 6") == Decimal("96.26")
    assert announced("i10") == Decimal("71.43")
    assert announced("O13") == Decimal("50.00")
    assert announced("O99") is None


def test_both_printings_of_a_figure_are_kept(samruean):
    [other] = samruean.result(2568).printed_otherwise

    assert (other.figure, other.value) == ("indicator 6", Decimal("96.29"))


@pytest.mark.parametrize(("digits", "shown"), [(Digits.THAI, "๙๖.๗๙"), (Digits.ARABIC, "96.79")])
def test_digits_are_those_the_agency_chose(digits, shown):
    assert digits.show(Decimal("96.79")) == shown
    assert digits.show("๙๖.๗๙") == shown


@pytest.mark.parametrize("kind", EvidenceKind)
def test_evidence_knows_its_form(kind):
    value = "https://a.example/" if kind is EvidenceKind.URL else "files/a.csv"

    alt = {"alt": "ภาพ"} if kind is EvidenceKind.IMAGE else {}
    evidence = Evidence(title="ก", **{kind.value: value}, **alt)

    assert evidence.kind is kind
    assert evidence.path == (value if kind.value in ("file", "table", "image") else None)


def test_the_type_of_a_document_is_its_ending(tmp_path):
    assert PublishedFile(tmp_path / "แผน.xlsx", "files/a.xlsx", 1).type == "XLSX"
    assert PublishedFile(tmp_path / "แผน", "files/a", 1).type == ""


def test_plain_text_stands_for_the_first_field_of_a_name_or_source():
    assert Name.model_validate("อบต.สามเรือน") == Name(th="อบต.สามเรือน")
    assert Source.model_validate("รายงานประจำปี") == Source(title="รายงานประจำปี")


def test_a_value_that_no_file_holds_is_nowhere():
    assert Name(th="ก").where == NOWHERE
    assert Name(th="ก").where_is("th") == NOWHERE


def test_a_value_cannot_be_changed():
    with pytest.raises(ValidationError):
        Name(th="ก").th = "ข"


def test_a_key_that_is_not_known_is_refused_without_a_file_too():
    with pytest.raises(ValidationError):
        Name.model_validate({"th": "ก", "lao": "ข"})
