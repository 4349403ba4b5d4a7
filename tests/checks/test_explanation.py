from __future__ import annotations

import pytest

from prongsai.checks import all_checks, explain
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
