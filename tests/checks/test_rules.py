"""Each check is tested from its own file of cases, tests/checks/cases/<CODE>-<name>.yaml.

The name of the file says for good what the code means, as codes stand in ignore lists: a check that
is taken out leaves its file behind, empty, so that its code is never given away.

A case is a content directory (path -> text) and the findings of that one check in it; `about`
narrows them to some subjects, so that a case on one item need not answer for the other 27.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prongsai.checks import all_checks
from prongsai.checks.finding import sort_key

CASES = Path(__file__).parent / "cases"
CHECKS = all_checks()
CASE_FILES = {path.stem.partition("-")[0]: path for path in sorted(CASES.iterdir())}


def cases_of(path: Path) -> list[dict]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8")) or []


def told(finding, check):
    row = {"where": str(finding.where), "th": finding.message.th, "en": finding.message.en}
    lighter = {} if finding.severity is check.severity else {"severity": finding.severity.value}
    return row | lighter


@pytest.mark.parametrize(
    ("code", "case"),
    [
        pytest.param(code, case, id=f"{code}: {case['case']}")
        for code, path in CASE_FILES.items()
        for case in cases_of(path)
    ],
)
def test_a_check_finds_what_its_cases_say(code, case, load):
    site = load(case["files"])

    found = sorted(CHECKS[code].run(site), key=sort_key)

    about = case.get("about")
    shown = [told(f, CHECKS[code]) for f in found if not about or f.subject in about]
    assert shown == case["findings"]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_is_explained_in_both_languages(check):
    texts = [check.title, check.what, check.why, check.fix]

    assert all(text.th.strip() and text.en.strip() for text in texts)
    assert all(any("ก" <= char <= "๛" for char in text.th) for text in texts)
    assert not any("ก" <= char <= "๛" for text in texts[:3] for char in text.en)


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_has_a_failing_and_a_passing_case(code):
    findings = [bool(case["findings"]) for case in cases_of(CASE_FILES[code])]

    assert True in findings
    assert False in findings


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_is_named_as_its_module_and_says_where_its_rule_comes_from(check):
    assert check.rule.__module__.rpartition(".")[2] == check.name.replace("-", "_")
    assert check.rule.__doc__


def test_a_code_never_changes_its_meaning():
    in_use = {path.stem for path in CASE_FILES.values() if cases_of(path)}

    assert len(CASE_FILES) == len(list(CASES.iterdir()))
    assert in_use == {f"{code}-{check.name}" for code, check in CHECKS.items()}
