from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from prongsai.checks import Finding, Severity, all_checks, printers, run_checks
from prongsai.checks.printers import formats, render
from prongsai.problems import NO_TEXT, Lang, Location, ProngsaiError, Text


def finding(**changed) -> Finding:
    usual = {
        "code": "RES102",
        "name": "mismatched-change",
        "severity": Severity.ERROR,
        "where": Location("content/2568/result.yml"),
        "message": Text("ผลต่างไม่ตรง", "the change does not follow"),
        "hint": NO_TEXT,
        "fiscal_year": None,
        "subject": "change",
        "observed": "",
        "expected": "",
    }
    return Finding(**usual | changed)


FOUND = ("DIS101", "DIS102", "DIS201", "DIS202", "MEA102", "MEA103", "MEA201", "RES101")
"""What the golden files hold: a check that comes later may find more in the same site."""


def known(site):
    return [finding for finding in run_checks(site) if finding.code in FOUND]


@pytest.mark.parametrize("lang", Lang)
def test_text_is_grouped_by_file_and_counted_by_severity(site, golden, lang):
    found = [f for f in known(site) if f.code != "DIS101" or f.subject in ("O2", "O3", "O27")]

    golden(f"checks/findings.{lang}.txt", render(found, "text", lang) + "\n")


@pytest.mark.parametrize("lang", Lang)
def test_json_holds_both_languages_whatever_the_language(site, golden, lang):
    found = [f for f in known(site) if f.code != "DIS101"]

    golden("checks/findings.json", render(found, "json", lang) + "\n")


@pytest.mark.parametrize(("lang", "nothing"), [("th", "ไม่พบข้อที่ต้องแก้ไข"), ("en", "no findings")])
def test_nothing_found_is_said(lang, nothing):
    assert render([], "text", Lang(lang)) == nothing
    assert json.loads(render([], "json", Lang(lang))) == {
        "counts": {"error": 0, "warning": 0, "note": 0},
        "findings": [],
    }


def test_one_finding_is_one_line_whatever_was_typed_into_it():
    typed = finding(message=Text("ก", "printed \x1b[31mtwice\n  at: \u2028the\u200b cover"))

    assert render([typed], "text", Lang.EN).splitlines()[0] == (
        "content/2568/result.yml: error RES102 printed [31mtwice at: the cover"
    )


def test_a_file_as_a_whole_and_a_missing_hint_are_null_in_json():
    [row] = json.loads(render([finding()], "json", Lang.EN))["findings"]

    assert (row["file"], row["line"], row["hint"]) == ("content/2568/result.yml", None, None)


def test_a_printer_is_a_module_and_nothing_else_lists_it():
    modules = {path.stem for path in Path(printers.__path__[0]).glob("*.py")} - {"__init__"}

    assert set(formats()) == modules >= {"text", "json"}


def test_an_unknown_format_comes_with_the_nearest_one():
    with pytest.raises(ProngsaiError, match=r"no format 'jsn'; did you mean json\?"):
        render([], "jsn", Lang.EN)


def test_the_formats_are_those_that_the_documents_name():
    assert formats() == ("github", "html", "json", "junit", "sarif", "text")


TYPED = finding(
    where=Location("content/2568/ผล, 100%.yml", 7),
    message=Text("พิมพ์ <b>100%</b>\nและ ]]> \x1b[31m", "<b>"),
    hint=Text("แก้ & ตรวจ", ""),
    subject="O12",
    observed="1",
)


@pytest.mark.parametrize("lang", Lang)
def test_sarif_keeps_to_its_schema(site, lang):
    found = run_checks(site)
    log = Sarif.model_validate_json(render(found, "sarif", lang))

    [run] = log.runs
    rules = run.tool.driver.rules
    assert log.version == "2.1.0"
    assert [rule.id for rule in rules] == list(all_checks())
    assert [(one.rule_id, rules[one.rule_index].id) for one in run.results] == [
        (one.code, one.code) for one in found
    ]
    assert {one.level.value for one in run.results} == {"error", "warning", "note"}


def test_sarif_writes_the_place_as_an_address_and_a_whole_file_without_a_line():
    results = json.loads(render([TYPED, finding()], "sarif", Lang.TH))["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in results]

    assert places == [
        {
            "artifactLocation": {
                "uri": "content/2568/%E0%B8%9C%E0%B8%A5%2C%20100%25.yml",
            },
            "region": {"startLine": 7},
        },
        {"artifactLocation": {"uri": "content/2568/result.yml"}},
    ]
    assert results[0]["message"]["text"].endswith("\nแก้ & ตรวจ")
    assert results[0]["properties"] == {"subject": "O12", "observed": "1"}


def test_junit_counts_a_test_per_check_and_a_failure_per_finding(site):
    found = run_checks(site)
    [suite] = JUnitXml.fromstring(render(found, "junit", Lang.EN).encode())
    passed = len(all_checks()) - len({one.code for one in found})

    assert (suite.tests, suite.failures) == (passed + len(found), len(found))
    silent = [code for code in all_checks() if code not in {one.code for one in found}]
    assert [case.classname for case in suite if not case.result] == silent


def test_junit_is_well_formed_whatever_was_typed():
    suite = ElementTree.fromstring(render([TYPED], "junit", Lang.TH)).find("testsuite")
    [case] = [one for one in suite if len(one)]

    assert case.get("line") == "7"
    assert case[0].get("message") == "พิมพ์ <b>100%</b> และ ]]> [31m"
    assert case[0].text == "content/2568/ผล, 100%.yml:7: แก้ & ตรวจ"


def test_github_commands_are_one_line_each_with_their_signs_escaped():
    commands = render([TYPED, finding(severity=Severity.NOTE)], "github", Lang.TH).splitlines()

    assert commands == [
        "::error file=content/2568/ผล%2C 100%25.yml,line=7,title=RES102::"
        "พิมพ์ <b>100%25</b>%0Aและ ]]> \x1b[31m%0Aแก้ & ตรวจ",
        "::notice file=content/2568/result.yml,title=RES102::ผลต่างไม่ตรง",
    ]


@pytest.mark.parametrize("lang", Lang)
def test_the_printed_page_holds_every_finding_and_nothing_that_runs(site, lang):
    found = [*run_checks(site), TYPED]
    page = render(found, "html", lang)

    assert page.count("<tr class=") == len(found)
    assert "&lt;b&gt;" in page
    assert not re.search(r"<script|<b>|src=|href=", page)


def test_the_printed_page_says_when_there_is_nothing_to_mend():
    assert "ไม่พบข้อที่ต้องแก้ไข" in render([], "html", Lang.TH)
