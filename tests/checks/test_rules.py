"""Each check is tested from its own file of cases, tests/checks/cases/<CODE>.yaml.

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


def cases_of(path: Path) -> list[dict]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def told(finding, check):
    row = {"where": str(finding.where), "th": finding.message.th, "en": finding.message.en}
    lighter = {} if finding.severity is check.severity else {"severity": finding.severity.value}
    return row | lighter


@pytest.mark.parametrize(
    ("code", "case"),
    [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['case']}")
        for path in sorted(CASES.glob("*.yaml"))
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
    findings = [bool(case["findings"]) for case in cases_of(CASES / f"{code}.yaml")]

    assert True in findings
    assert False in findings


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_is_named_as_its_module_and_says_where_its_rule_comes_from(check):
    assert check.rule.__module__.rpartition(".")[2] == check.name.replace("-", "_")
    assert check.rule.__doc__


def test_every_case_file_belongs_to_a_check():
    assert {path.stem for path in CASES.iterdir()} == set(CHECKS)


def test_a_code_never_changes_its_meaning():
    """Codes stand in ignore lists: a line here may be added, never changed or given away."""
    assert {code: check.name for code, check in CHECKS.items()} == {
        "DIS101": "missing-item",
        "DIS102": "incomplete-item",
        "DIS201": "missing-evidence-file",
        "DIS202": "evidence-off-main-site",
        "DIS203": "unknown-element",
        "DIS204": "shifted-code",
        "DIS205": "unnamed-file",
        "DIS206": "undated-item",
        "DIS301": "evidence-outside-period",
        "DOC101": "unreadable-document",
        "DOC102": "locked-document",
        "DOC103": "document-without-text",
        "DOC104": "broken-thai-text",
        "DOC105": "mistaken-file-type",
        "DOC106": "macros-in-document",
        "DOC107": "too-large-document",
        "LNK101": "insecure-link",
        "LNK102": "staging-link",
        "LNK103": "shortened-link",
        "LNK104": "shared-file-link",
        "MEA101": "measure-without-period",
        "MEA102": "measure-without-responsible",
        "MEA103": "period-outside-year",
        "MEA104": "repeated-measure",
        "MEA105": "report-day-outside-year",
        "MEA201": "weakness-without-measure",
        "PER101": "personal-number",
        "REF101": "unknown-citation",
        "RES101": "mismatched-figure",
        "RES102": "mismatched-change",
        "RES103": "wrong-level",
        "RES104": "conflicting-printing",
        "URL101": "broken-locked-url",
        "WAV101": "expired-waiver",
    }
