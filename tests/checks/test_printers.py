from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.checks import Finding, Severity, printers, run_checks
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


@pytest.mark.parametrize("lang", Lang)
def test_text_is_grouped_by_file_and_counted_by_severity(site, golden, lang):
    found = [f for f in run_checks(site) if f.code != "DIS101" or f.subject in ("O2", "O3", "O27")]

    golden(f"checks/findings.{lang}.txt", render(found, "text", lang) + "\n")


@pytest.mark.parametrize("lang", Lang)
def test_json_holds_both_languages_whatever_the_language(site, golden, lang):
    found = run_checks(site, ignore=["DIS101"])

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
