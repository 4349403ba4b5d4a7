from __future__ import annotations

import os
import subprocess
import sys

import pytest

from prongsai.checks import Severity, all_checks, run_checks
from prongsai.problems import ProngsaiError

FOUND = ("DIS101", "DIS102", "DIS201", "DIS202", "MEA102", "MEA103", "MEA201", "RES101")
"""What the test looks at: a check that comes later may find more in the same site."""


def codes(findings):
    return sorted({finding.code for finding in findings})


def test_findings_stand_heaviest_first_then_by_file_line_code_and_subject(site):
    found = [
        (f.severity.value, str(f.where), f.code, f.subject)
        for f in run_checks(site)
        if f.code in FOUND
    ]

    assert found[:3] == [
        ("error", "content/2568/disclosure.yml:2", "DIS101", "O2"),
        ("error", "content/2568/disclosure.yml:2", "DIS101", "O3"),
        ("error", "content/2568/disclosure.yml:2", "DIS101", "O4"),
    ]
    assert found[-7:] == [
        ("error", "content/2568/disclosure.yml:7", "DIS202", "O1"),
        ("error", "content/2568/result.yml:2", "MEA201", "indicator 4"),
        ("warning", "content/2568/disclosure.yml:3", "DIS102", "O1"),
        ("warning", "content/2569/measures.yml:4", "MEA103", "m1"),
        ("warning", "content/2569/measures.yml:5", "MEA102", "m10"),
        ("warning", "content/2569/measures.yml:6", "MEA102", "m2"),
        ("note", "content/2568/result.yml:2", "RES101", "indicator 6"),
    ]


def test_a_code_or_a_prefix_is_ignored_in_any_case(site):
    every = codes(run_checks(site))

    assert codes(run_checks(site, ignore=["DIS101"])) == [one for one in every if one != "DIS101"]
    assert codes(run_checks(site, ignore=["dis", "MEA1"])) == [
        one for one in every if not one.startswith(("DIS", "MEA1"))
    ]


@pytest.mark.parametrize("word", ["DSI101", "DIS1011", "missing-item", "", " "])
def test_ignoring_what_no_check_is_called_is_refused(word, site):
    with pytest.raises(ProngsaiError, match="no check has the code"):
        run_checks(site, ignore=[word])


def test_a_misspelt_code_comes_with_the_nearest_one(site):
    with pytest.raises(ProngsaiError) as caught:
        run_checks(site, ignore=["DSI101"])

    assert caught.value.text.en == "no check has the code 'DSI101'; did you mean DIS101?"
    assert caught.value.text.th == "ไม่มีการตรวจรหัส 'DSI101' หมายถึง DIS101 ใช่หรือไม่"


def test_a_note_of_a_check_that_reports_errors_stays_a_note(site):
    weights = {f.severity for f in run_checks(site) if f.code == "RES101"}

    assert weights == {Severity.NOTE}
    assert all_checks()["RES101"].severity is Severity.ERROR


def test_callers_get_a_table_of_their_own():
    all_checks().clear()

    assert all_checks()


def test_the_same_content_gives_the_same_bytes_in_every_process(load, tmp_path):
    load({"2569/disclosure.yml": "fiscal_year: 2569\n"})
    script = (
        "import sys; from pathlib import Path\n"
        "from prongsai.checks import run_checks; from prongsai.checks.printers import render\n"
        "from prongsai.content import load_site; from prongsai.problems import Lang\n"
        "findings = run_checks(load_site(Path(sys.argv[1])))\n"
        "sys.stdout.buffer.write(render(findings, 'json', Lang.TH).encode())\n"
    )

    def printed(seed: str) -> bytes:
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", script, str(tmp_path / "content")]
        return subprocess.run(command, env=env, check=True, capture_output=True).stdout

    assert printed("1") == printed("2") != b""
