from __future__ import annotations

import pytest

from prongsai.checks import SEVERITY_NAMES, all_checks, explain, explain_all
from prongsai.problems import Lang, ProngsaiError


@pytest.mark.parametrize("lang", Lang)
def test_an_explanation_says_what_why_and_how_to_fix(golden, lang):
    golden(f"checks/explain-MEA201.{lang}.md", explain("MEA201", lang) + "\n")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("code", all_checks())
def test_every_check_can_be_explained(code, lang):
    assert explain(code, lang).startswith(f"# {code} ")


@pytest.mark.parametrize("word", ["mea201", " MEA201 ", "weakness-without-measure"])
def test_a_check_is_found_by_its_code_in_any_case_or_by_its_name(word):
    assert explain(word, Lang.EN) == explain("MEA201", Lang.EN)


def test_an_unknown_code_comes_with_the_nearest_one():
    with pytest.raises(ProngsaiError) as caught:
        explain("MEA301", Lang.EN)

    assert "'MEA301'" in caught.value.told(Lang.TH)
    assert caught.value.told(Lang.EN) == "no check has the code 'MEA301'; did you mean MEA201?"


@pytest.mark.parametrize("lang", Lang)
def test_every_check_stands_in_the_list_in_code_order_with_its_title_and_weight(lang):
    lines = explain_all(lang).splitlines()

    assert [line[:6] for line in lines] == sorted(all_checks())
    for line, check in zip(lines, all_checks().values(), strict=True):
        assert check.title.told(lang) in line
        assert SEVERITY_NAMES[check.severity].told(lang) in line
