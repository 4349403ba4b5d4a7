"""What load_site accepts, and what it says about the rest: always a Problem, never a traceback."""

from __future__ import annotations

import json
import os
import re
import time
from decimal import Decimal
from functools import cache
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.content import load_site
from prongsai.models.agency import Agency
from prongsai.models.base import Model
from prongsai.models.disclosure import Disclosures
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.problems import ContentError, Lang

THAI = re.compile("[ก-๙]")
YEAR = "fiscal_year: 2568\n"
AGENCY = "name: ก\nshort_name: ก\nkind: local-government\nmain_site: https://a.example/\n"


def problems_of(content):
    with pytest.raises(ContentError) as caught:
        load_site(content, "content")
    return caught.value.problems


def told(content):
    return [f"{p.where}: {p.message.en}" for p in problems_of(content)]


def result(text):
    return {"2568/result.yml": YEAR + text}


def disclosure(text):
    return {"2568/disclosure.yml": YEAR + text}


def evidence(text):
    return disclosure(f"items:\n  O2:\n    evidence:\n      - {{title: ก, {text}}}\n")


RESULT, DISCLOSURE = "content/2568/result.yml", "content/2568/disclosure.yml"

WRONG_VALUES = {
    "a key that nobody knows": (
        result("levle: ผ่านดี\n"),
        f"{RESULT}:2: unknown key 'levle'",
    ),
    "a key given twice": (
        result("total: 96.79\ntotal: 96.01\n"),
        f"{RESULT}:3: the key 'total' is repeated; first on line 2",
    ),
    "a score over 100": (
        result("total: 101\n"),
        f"{RESULT}:2: total: the score 101 is not between 0 and 100",
    ),
    "a score under 0": (
        result("total: -1\n"),
        f"{RESULT}:2: total: the score -1 is not between 0 and 100",
    ),
    "minus zero": (
        result("total: -0\n"),
        f"{RESULT}:2: total: the score -0 is not between 0 and 100",
    ),
    "n/a for a score": (
        result("instruments:\n  IIT: n/a\n"),
        f"{RESULT}:3: instruments.IIT: 'n/a' is not a score",
    ),
    "nan for a score": (result("total: nan\n"), f"{RESULT}:2: total: 'nan' is not a score"),
    "an exponent in a score": (
        result("total: 1e2\n"),
        f"{RESULT}:2: total: '1e2' is not a score",
    ),
    "a decimal comma": (
        result('total: "96,79"\n'),
        f"{RESULT}:2: total: '96,79' is not a score",
    ),
    "a score for the year that a source prints": (
        result("printed_otherwise: [{figure: fiscal_year, value: 96.01, place: หน้า 1}]\n"),
        f"{RESULT}:2: printed_otherwise[1].value: '96.01' is not a fiscal year",
    ),
    "a year for the score that a source prints": (
        result("printed_otherwise: [{figure: total, value: 2567, place: หน้า 1}]\n"),
        f"{RESULT}:2: printed_otherwise[1].value: '2567' is not a score",
    ),
    "a list for a score": (
        result("total: [96.79]\n"),
        f"{RESULT}:2: total: expected a single value",
    ),
    "no score after the colon": (
        result("instruments:\n  IIT:\n"),
        f"{RESULT}:3: instruments.IIT: is empty",
    ),
    "an item that the year does not have": (
        result("items:\n  O1: 100\n  O99: 100\n"),
        f"{RESULT}:4: O99 is not in the framework of 2568",
    ),
    "an item that is none": (
        result("items:\n  ๐ก: 100\n"),
        f"{RESULT}:3: items.๐ก: '๐ก' is not an item code",
    ),
    "an indicator that the year does not have": (
        result("indicators: {11: 90}\n"),
        f"{RESULT}:2: indicator 11 is not in the framework of 2568",
    ),
    "an analysis of an indicator that is not there": (
        result("analysis:\n  - text: ก\n    indicator: 12\n"),
        f"{RESULT}:4: indicator 12 is not in the framework of 2568",
    ),
    "an instrument that is not there": (
        result("instruments: {EBIT: 90}\n"),
        f"{RESULT}:2: EBIT is not in the framework of 2568",
    ),
    "a question that the year does not have": (
        result("questions: {i16: 90}\n"),
        f"{RESULT}:2: i16 is not in the framework of 2568",
    ),
    "the same item in two spellings": (
        result("items:\n  O8: 100\n  ๐๘: 50\n"),
        f"{RESULT}:4: 'O8' and '๐๘' are the same code",
    ),
    "the same indicator in two spellings": (
        result("indicators:\n  1: 100\n  ๐๑: 50\n"),
        f"{RESULT}:4: '1' and '๐๑' are the same code",
    ),
    "an analysis of nothing": (
        result("analysis:\n  - text: ก\n"),
        f"{RESULT}:3: analysis[1]: needs either indicator or instrument",
    ),
    "a list where pairs are due": (
        result("items: [O1]\n"),
        f"{RESULT}:2: items: expected a set of 'key: value'",
    ),
    "pairs where a list is due": (
        result("analysis: {text: ก}\n"),
        f"{RESULT}:2: analysis: expected a list, such as [a, b], or lines that begin with -",
    ),
    "a common-era year": (
        {"2568/measures.yml": "fiscal_year: 2568\nresult_year: 2024\n"},
        "content/2568/measures.yml:2: result_year: 2024 is a year of the common era",
    ),
    "a year that is none": (
        {"2568/measures.yml": "fiscal_year: 2568\nresult_year: ²²²²\n"},
        "content/2568/measures.yml:2: result_year: '²²²²' is not a fiscal year",
    ),
    "no fiscal year": (
        {"2568/result.yml": "total: 90\n"},
        f"{RESULT}:1: fiscal_year: is required but missing",
    ),
    "another year than the folder's": (
        {"2568/result.yml": "total: 90\nfiscal_year: 2567\n"},
        f"{RESULT}:2: fiscal_year: 2567, but the folder is 2568",
    ),
    "text that is no period": (
        evidence("text: ข, period: เร็ว ๆ นี้"),
        f"{DISCLOSURE}:5: items.O2.evidence[1].period: cannot read the period 'เร็ว ๆ นี้'",
    ),
    "a period that ends before it starts": (
        evidence("text: ข, period: ๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๘"),
        f"{DISCLOSURE}:5: items.O2.evidence[1].period: the period ends before it starts",
    ),
    "a period without an end": (
        evidence("text: ข, period: {from: 2025-01-01}"),
        f"{DISCLOSURE}:5: items.O2.evidence[1].period: a period needs both from and to",
    ),
    "an empty period": (
        evidence("text: ข, period: {}"),
        f"{DISCLOSURE}:5: items.O2.evidence[1].period: the period is empty",
    ),
    "a day that no month has": (
        disclosure("items:\n  O2: {updated: 31 เม.ย. 68}\n"),
        f"{DISCLOSURE}:3: items.O2.updated: '31 เม.ย. 68' is not a date",
    ),
    "evidence without a form": (
        disclosure("items:\n  O2:\n    evidence:\n      - title: ก\n"),
        f"{DISCLOSURE}:5: items.O2.evidence[1]: "
        "evidence needs exactly one of file, url, table, image and text",
    ),
    "evidence in two forms": (
        evidence("url: 'https://thotsop.example/', file: files/a.pdf"),
        f"{DISCLOSURE}:5: items.O2.evidence[1]: "
        "evidence needs exactly one of file, url, table, image and text",
    ),
    "evidence beside a declaration that there is none": (
        disclosure(
            "items:\n  O2:\n    evidence: [{title: ก, text: ข}]\n"
            "    nothing_to_report: {reason: ก, by: ข, on: 2025-01-01}\n"
        ),
        f"{DISCLOSURE}:3: items.O2: "
        "evidence, nothing_to_report and not_applicable exclude each other",
    ),
    "a unit that agency.yml does not have": (
        disclosure("items:\n  O2:\n    note: ก\n    responsible: clark\n"),
        f"{DISCLOSURE}:5: 'clark' is not among the units of agency.yml",
    ),
    "a measure of a unit that agency.yml does not have": (
        {
            "2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nmeasures:\n"
            "  - id: m1\n    title: ก\n    responsible: [clerk, engineers]\n"
        },
        "content/2568/measures.yml:6: 'engineers' is not among the units of agency.yml",
    ),
    "a point of a unit that agency.yml does not have": (
        {
            "2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nmeasures:\n"
            "  - id: m1\n    title: ก\n    responsible: [clerk]\n    steps:\n      - text: ก\n"
            "        parts:\n          - {text: ก, responsible: [clark]}\n"
        },
        "content/2568/measures.yml:10: 'clark' is not among the units of agency.yml",
    ),
    "a plan for an indicator that the year does not have": (
        {"2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nindicators: [10, 11]\n"},
        "content/2568/measures.yml:3: indicator 11 is not in the framework of 2568",
    ),
    "a title of an item that is not cited": (
        result("analysis:\n  - {indicator: 9, text: ก, cites: [O12], titles: {O13: ข}}\n"),
        f"{RESULT}:3: analysis[1]: titles has O13, which cites does not have",
    ),
    "an element that is none": (
        evidence("text: ข, shows: [o2-x1]"),
        f"{DISCLOSURE}:5: items.O2.evidence[1].shows[1]: 'o2-x1' is not the code of an element",
    ),
    "two measures of one id": (
        {
            "2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nmeasures:\n"
            "  - {id: m1, title: ก}\n  - {id: m1, title: ข}\n"
        },
        "content/2568/measures.yml:1: measure ids used more than once: m1",
    ),
    "a state of progress that is none": (
        {
            "2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nmeasures:\n"
            "  - {id: m1, title: ก, progress: เสร็จ}\n"
        },
        "content/2568/measures.yml:4: measures[1].progress: "
        "must be not-started, in-progress or done",
    ),
}


@pytest.mark.parametrize(("files", "expected"), WRONG_VALUES.values(), ids=WRONG_VALUES)
def test_a_wrong_value_is_named_with_its_line(content_dir, files, expected):
    content = content_dir(files)

    assert told(content) == [expected]


DANGEROUS_LINKS = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example/",
    "file:///etc/passwd",
    "https:///no-host",
    "https://thotsop.example/ javascript:alert(1)",
    "https://evil.example\\\\@thotsop.example/",
    'https://thotsop.example/\\"onclick=',
    "https://thotsop.example:99999/",
    "https://thotsop.example:0/",
    "https://[::1",
    "www.thotsop.example",
)


@pytest.mark.parametrize("link", DANGEROUS_LINKS)
@pytest.mark.parametrize("place", ["main_site", "contact.map", "evidence"])
def test_a_link_that_is_no_web_address_is_refused(content_dir, place, link):
    agency = "name: ก\nshort_name: ก\nkind: province\nmain_site: https://a.example/\n"
    files = {
        "main_site": {"agency.yml": agency.replace("https://a.example/", f'"{link}"')},
        "contact.map": {"agency.yml": f'{agency}contact: {{map: "{link}"}}\n'},
        "evidence": evidence(f'url: "{link}"'),
    }[place]

    [problem] = told(content_dir({"2568/result.yml": YEAR, **files}))

    assert "is not a web address" in problem
    assert re.match(r"content/[^:]+:[45]: ", problem)


WRONG_PATHS = {
    "../../etc/passwd": "'../../etc/passwd' climbs out of the year's folder",
    "files/../../../etc/passwd": "'files/../../../etc/passwd' climbs out of the year's folder",
    "/etc/passwd": "'/etc/passwd' climbs out of the year's folder",
    r"files\\plan.pdf": r"'files\plan.pdf' is not a relative path",
    "C:/plan.pdf": "'C:/plan.pdf' is not a relative path",
    "plan.pdf": "'plan.pdf' is not in files/",
    "filesystem/plan.pdf": "'filesystem/plan.pdf' is not in files/",
}


@pytest.mark.parametrize(("path", "message"), WRONG_PATHS.items())
@pytest.mark.parametrize("form", ["file", "table"])
def test_a_path_that_leaves_the_files_of_the_year_is_refused(content_dir, form, path, message):
    content = content_dir(evidence(f'{form}: "{path}"'))

    assert told(content) == [f"{DISCLOSURE}:5: {message}"]


def test_a_document_linked_from_outside_is_refused(content_dir, tmp_path):
    (tmp_path / "secret.pdf").write_text("secret")
    content = content_dir(evidence("file: files/plan.pdf") | {"2568/files/other.pdf": "x"})
    (content / "2568/files/plan.pdf").symlink_to(tmp_path / "secret.pdf")

    assert told(content) == [
        f"{DISCLOSURE}:5: 'files/plan.pdf' is a link that leaves the year's folder"
    ]


def test_a_document_linked_from_another_year_is_refused(content_dir):
    content = content_dir(evidence("file: files/plan.pdf") | {"2567/files/plan.pdf": "x"})
    (content / "2568/files").mkdir()
    (content / "2568/files/plan.pdf").symlink_to("../../2567/files/plan.pdf")

    assert told(content) == [
        f"{DISCLOSURE}:5: 'files/plan.pdf' is a link that leaves the year's folder"
    ]


def test_a_folder_of_documents_linked_from_outside_is_refused(content_dir, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/plan.pdf").write_text("secret")
    content = content_dir(evidence("file: files/plan.pdf"))
    (content / "2568/files").symlink_to(tmp_path / "outside")

    assert told(content) == [
        f"{DISCLOSURE}:5: 'files/plan.pdf' is a link that leaves the year's folder"
    ]


def test_a_link_to_itself_is_refused(content_dir):
    content = content_dir(evidence("file: files/plan.pdf") | {"2568/files/other.pdf": "x"})
    (content / "2568/files/plan.pdf").symlink_to("plan.pdf")
    (content / "2568/result.yml").symlink_to("result.yml")

    assert told(content) == [
        f"{DISCLOSURE}:5: 'files/plan.pdf' is a link that leaves the year's folder",
        f"{RESULT}: is a link that leaves the content folder",
    ]


def test_a_year_linked_from_outside_is_refused(content_dir, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/result.yml").write_text(YEAR)
    content = content_dir({"2567/result.yml": "fiscal_year: 2567\n"})
    (content / "2568").symlink_to(tmp_path / "outside")

    assert told(content) == ["content/2568: is a link that leaves the content folder"]


def test_a_yaml_file_linked_from_outside_is_refused(content_dir, tmp_path):
    (tmp_path / "agency.yml").write_text("secret: text\n")
    content = content_dir({"agency.yml": None, "2568/result.yml": YEAR})
    (content / "agency.yml").symlink_to(tmp_path / "agency.yml")

    assert told(content) == ["content/agency.yml: is a link that leaves the content folder"]


def test_a_link_that_stays_inside_is_read(content_dir):
    content = content_dir({"2568/result.yml": YEAR + "total: 90\n"})
    (content / "2568/real.txt").write_text(YEAR + "total: 91\n")
    (content / "2568/result.yml").unlink()
    (content / "2568/result.yml").symlink_to("real.txt")

    site = load_site(content)

    assert site.result(2568).total == 91


MISNAMED = {
    "a plural": ("2568/results.yml", "did you mean result.yml?"),
    "another case": ("2568/Result.yml", "did you mean result.yml?"),
    "an ending in capitals": ("2568/result.YML", "did you mean result.yml?"),
    "what Notepad makes of it": ("2568/result.yml.txt", "did you mean result.yml?"),
    "an unknown subject": ("2568/budget.yml", "known: result.yml, disclosure.yml, measures.yml"),
    "beside agency.yml": ("agenzy.yml", "did you mean agency.yml?"),
}


@pytest.mark.parametrize(("name", "hint"), MISNAMED.values(), ids=MISNAMED)
def test_a_file_under_a_name_that_is_not_read_is_told(content_dir, name, hint):
    content = content_dir({"2568/measures.yml": YEAR + "result_year: 2567\n", name: YEAR})

    [problem] = problems_of(content)

    assert str(problem.where) == f"content/{name}"
    assert problem.message.en == "is not a file that is read"
    assert problem.hint.en == hint


def test_a_name_with_stray_bytes_can_be_shown(content_dir):
    content = content_dir({"2568/result.yml": YEAR})
    stray = os.fsencode(content / "2568") + "ผล.yml".encode("cp874")
    try:
        open(stray, "wb").close()  # noqa: PTH123
    except OSError:
        pytest.skip("this file system takes no such name")

    [problem] = problems_of(content)

    assert problem.told(Lang.TH).encode("utf-8")


def test_two_files_for_one_subject_are_refused(content_dir):
    content = content_dir({"2568/result.yml": YEAR, "2568/result.yaml": YEAR})

    assert told(content) == ["content/2568: both result.yml and result.yaml are there"]


def test_two_folders_for_one_year_are_refused(content_dir):
    content = content_dir({"2568/result.yml": YEAR, "๒๕๖๘/result.yml": YEAR})

    assert told(content) == ["content/๒๕๖๘: is the same year as the folder 2568"]


def test_a_folder_in_thai_digits_is_a_year(content_dir):
    site = load_site(content_dir({"๒๕๖๘/result.yml": "fiscal_year: ๒๕๖๘\n"}))

    assert [year.fiscal_year for year in site.years] == [2568]


def test_yearly_files_in_a_folder_of_another_name_are_told(content_dir):
    content = content_dir({"2567/result.yml": "fiscal_year: 2567\n", "ปี 2568/result.yml": YEAR})

    assert told(content) == ["content/ปี 2568: the folder is not called by a fiscal year"]


def test_folders_without_yearly_files_are_left_alone(content_dir):
    content = content_dir({"2568/result.yml": YEAR, "pages/index.md": "# หน้าแรก\n"})

    assert [year.fiscal_year for year in load_site(content).years] == [2568]


def test_a_year_that_the_catalogue_does_not_have_is_told(content_dir):
    content = content_dir({"2600/result.yml": "fiscal_year: 2600\n"})

    [problem] = told(content)

    assert problem.startswith("content/2600: no framework for fiscal year 2600; known: 2561, ")


def test_a_folder_of_a_common_era_year_is_told_its_buddhist_year(content_dir):
    [problem] = problems_of(content_dir({"2025/measures.yml": YEAR + "result_year: 2567\n"}))[:1]

    assert problem.hint.en == "the Buddhist year is 2568"


def test_a_missing_agency_is_told(content_dir):
    content = content_dir({"agency.yml": None, "2568/result.yml": YEAR})

    assert told(content) == ["content/agency.yml: there is no such file"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert told(tmp_path / "nowhere") == ["content: there is no such folder"]


def test_content_without_a_year_is_told(content_dir):
    assert told(content_dir({})) == ["content: has no folder of any year"]


def test_a_folder_called_like_a_file_is_told(content_dir):
    content = content_dir({"2568/result.yml/x.txt": "x"})

    assert told(content) == [f"{RESULT}: is not a file"]


NOT_YAML = {  # the bytes, the line (None where the two parsers differ), how the message begins
    "nothing at all": (b"", 0, "the file is empty"),
    "only a comment": ("# ว่าง\n".encode(), 0, "the file is empty"),
    "only a null": (b"~\n", 0, "the file is empty"),
    "a bracket that stays open": (b"total: 1\nitems: {O1: 1\n", 2, "not valid YAML: "),
    "a quote that stays open": (b"total: 1\nlevel: 'x\n", 2, "not valid YAML: "),
    "a colon too many": (b"total: 1\nlevel: a: b\n", 2, "not valid YAML: "),
    "a tab": (b"total: 1\nitems:\n\tO1: 1\n", 3, "not valid YAML: "),
    "a key out of line": (b"items:\n    O1: 1\n  O2: 1\n", 3, "not valid YAML: "),
    "a bracket before words": ("level: [ร่าง] แผน\n".encode(), 1, "not valid YAML: "),
    "a star before words": ("level: *หมายเหตุ\n".encode(), 1, ""),
    "a directive": (b"%YAML 1.9\n---\ntotal: 1\n", None, "not valid YAML"),
    "an escape past Unicode": (b'level: "\\UFFFFFFFF"\n', None, "not valid YAML"),
    "a control character": (b"total: 1\nlevel: a\x07b\n", 2, "holds a control character (U+0007)"),
    "an escaped null byte": (b'level: "a\\0b"\n', 1, "holds a control character (U+0000)"),
    "two documents": (b"total: 1\n---\ntotal: 2\n", 2, "more than one document in the file"),
    "a list for a key": (b"? [a]\n: b\n", 1, "a key must be text"),
    "a sentence": ("ผลการประเมิน\n".encode(), 1, "expected a set of 'key: value'"),
    "a tag": (b"total: !!int 90\n", 1, "YAML anchors, aliases and tags are not allowed"),
    "a tag for objects": (b"x: !!python/object:os.system a\n", 1, "YAML anchors, aliases and tags"),
    "an anchor": (b"level: &a x\n", 1, "YAML anchors, aliases and tags are not allowed"),
    "UTF-16": (YEAR.encode("utf-16"), 1, "the file is UTF-16, not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff\xdb", 1, "the file is not UTF-8 text"),
    "Windows-874": (
        "total: 1\nlevel: ผ่านดี\n".encode("cp874"),
        2,
        "the file is Windows-874 (TIS-620), not UTF-8",
    ),
}


@pytest.mark.parametrize(("raw", "line", "message"), NOT_YAML.values(), ids=NOT_YAML)
def test_what_is_not_yaml_is_told_with_its_line(content_dir, raw, line, message):
    [problem] = problems_of(content_dir({"2568/result.yml": raw}))

    assert problem.where.file == RESULT
    assert line is None or problem.where.line == line
    assert problem.message.en.startswith(message)
    assert THAI.search(problem.message.th)


def test_where_an_unfinished_bracket_was_opened_is_told(content_dir):
    content = content_dir({"2568/result.yml": "total: 1\nitems: {O1: 1,\n  O2: 2\nlevel: A\n"})

    [problem] = problems_of(content)

    assert problem.message.en.endswith(" (begun on line 2)")
    assert "วงเล็บ { ไม่มีวงเล็บปิด" in problem.message.th
    assert problem.message.th.endswith(" (เริ่มจากบรรทัดที่ 2)")


BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
)


def test_a_file_that_would_expand_without_end_is_refused_at_once(content_dir):
    content = content_dir({"2568/result.yml": BOMB})

    started = time.process_time()
    found = told(content)

    assert found == [f"{RESULT}:1: YAML anchors, aliases and tags are not allowed"]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [("url: https://example.go.th/e-service", "url"), ("text: เวลา 8:30-16:30 น.", "text")],
)
def test_a_link_or_a_time_inside_braces_needs_no_quotes(content_dir, written, meant):
    site = load_site(content_dir(evidence(written)))

    [found] = site.year_by_number[2568].disclosure("O2").evidence
    assert getattr(found, meant) == written.partition(": ")[2]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_at_once(content_dir, opening):
    content = content_dir({"2568/result.yml": opening * 100_000})

    started = time.process_time()
    found = told(content)

    assert found == [f"{RESULT}:1: nested too deeply"]
    assert time.process_time() - started < 5


def test_a_file_too_large_to_be_written_by_hand_is_refused(content_dir):
    content = content_dir({"2568/result.yml": b"#" * 5_000_001})

    assert told(content) == [f"{RESULT}: too large (5000001 bytes)"]


SEVERAL = {
    "agency.yml": "name: ก\nshort_name: ก\nkind: อบต\nmain_site: ftp://a.example/\n",
    "2567/result.yml": "fiscal_year: 2567\ntotal: 96,01\nlevle: ผ่านดี\n",
    "2568/results.yml": "fiscal_year: 2568\n",
    "2568/measures.yml": "fiscal_year: 2568\nresult_year: 2567\nmeasures: [{id: M1, title: }]\n",
    "2568/disclosure.yml": "items: {O2: {evidence: [{title: ก, file: ../x}]}}\nfiscal_year: 2568\n",
}


def test_all_problems_of_all_files_are_told_together_in_order(content_dir):
    problems = problems_of(content_dir(SEVERAL))

    assert [str(problem.where) for problem in problems] == [
        "content/2567/result.yml:2",
        "content/2567/result.yml:3",
        "content/2568/disclosure.yml:1",
        "content/2568/measures.yml:3",
        "content/2568/measures.yml:3",
        "content/2568/results.yml",
        "content/agency.yml:3",
        "content/agency.yml:4",
    ]


def test_a_code_that_refers_to_nothing_is_told_beside_errors_of_other_files(content_dir):
    wrong = {"2568/result.yml": YEAR + "items: {O99: 1}\n", "2567/result.yml": "total: 1\n"}

    assert told(content_dir(wrong)) == [
        "content/2567/result.yml:1: fiscal_year: is required but missing",
        f"{RESULT}:2: O99 is not in the framework of 2568",
    ]


def test_a_repeated_key_does_not_hide_what_is_wrong_further_down(content_dir):
    text = "total: 90\ntotal: 91\nlevel: *x\n"

    assert [line.split(": ")[0] for line in told(content_dir(result(text)))] == [
        f"{RESULT}:3",
        f"{RESULT}:4",
    ]


@pytest.mark.parametrize("files", [files for files, _ in WRONG_VALUES.values()], ids=WRONG_VALUES)
def test_every_problem_is_told_in_both_languages(content_dir, files):
    for problem in problems_of(content_dir(files)):
        assert THAI.search(problem.message.th)
        assert bool(problem.hint.th) == bool(problem.hint.en)


def test_problems_read_as_they_are_meant_to(content_dir, golden):
    wrong = {name: text for name, text in SEVERAL.items() if name != "agency.yml"}
    wrong["2566/result.yml"] = b"fiscal_year: 2566\nlevel: '\xbc\xe8\xd2\xb9\n"
    with pytest.raises(ContentError) as caught:
        load_site(content_dir(wrong), "content")

    for lang in Lang:
        golden(f"content/problems.{lang}.txt", caught.value.told(lang) + "\n")


FIGURES = {
    "100": "100",
    "100.00": "100.00",
    "๙๖.๗๙": "96.79",
    "96.7": "96.7",
    "0": "0",
    "'96.79'": "96.79",
    "\u200b96.79\u00a0": "96.79",
}


@pytest.mark.parametrize(("written", "kept"), FIGURES.items())
def test_a_figure_keeps_the_decimals_it_was_written_with(content_dir, written, kept):
    site = load_site(content_dir(result(f"total: {written}\n")))

    assert str(site.result(2568).total) == kept


@pytest.mark.parametrize("code", ["O8", "o8", "o 8", "O-08", "08", "๐๘", "โอ 8", "โอ๘", "O.8"])
def test_an_item_is_read_in_the_ways_people_write_it(content_dir, code):
    site = load_site(content_dir(result(f'items: {{"{code}": 100}}\n')))

    assert list(site.result(2568).items) == ["O8"]


DAYS = (
    "2025-03-15",
    "2568-03-15",
    "๒๕๖๘-๐๓-๑๕",
    "15/3/2568",
    "15-03-2568",
    "๑๕ มี.ค. ๖๘",
    "15 มีนาคม พ.ศ. 2568",
    "วันที่ ๑๕ เดือนมีนาคม ๒๕๖๘",
)


@pytest.mark.parametrize("written", DAYS)
def test_a_day_is_read_in_the_ways_people_write_it(content_dir, written):
    site = load_site(content_dir(disclosure(f"items: {{O2: {{updated: {written}}}}}\n")))

    assert site.year_by_number[2568].disclosure("O2").updated.isoformat() == "2025-03-15"


def test_a_change_keeps_its_sign_and_decimals(content_dir):
    signs = {"0.78": "0.78", "+0.78": "0.78", "-1.20": "-1.20", "−๑.๒๐": "-1.20", "-0.00": "0.00"}

    changes = {
        s: load_site(content_dir(result(f'change: "{s}"\n'))).result(2568).change for s in signs
    }

    assert {sign: str(change) for sign, change in changes.items()} == signs


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a BOM"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_what_windows_editors_write_is_read(content_dir, prefix, newline):
    text = "fiscal_year: 2568\nlevel: ผ่านดี\ntotal: 101\n".encode()
    content = content_dir({"2568/result.yml": prefix + text.replace(b"\n", newline)})

    assert told(content) == [f"{RESULT}:3: total: the score 101 is not between 0 and 100"]


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_a_field_left_empty_is_as_if_it_were_not_there(content_dir, empty):
    site = load_site(content_dir(result(f"total: {empty}\nlevel: {empty}\n")))

    assert site.result(2568).total is None
    assert site.result(2568).level is None


def test_words_that_yaml_takes_for_values_stay_words(content_dir):
    site = load_site(content_dir(result('level: no\noverview: "null"\nsource: 2025-01-01\n')))

    assert site.result(2568).level == "no"
    assert site.result(2568).overview == "null"
    assert site.result(2568).source.title == "2025-01-01"


def test_every_value_knows_where_it_was_written(content_dir):
    text = "items:\n  O2:\n    note: ก\n    evidence:\n      - title: ก\n        text: ข\n"
    site = load_site(content_dir(disclosure(text)), "content")

    entry = site.year_by_number[2568].disclosure("O2")

    assert str(entry.where) == f"{DISCLOSURE}:3"
    assert str(entry.where_is("note")) == f"{DISCLOSURE}:4"
    assert str(entry.where_is("updated")) == f"{DISCLOSURE}:3"
    assert str(entry.evidence[0].where_is("text")) == f"{DISCLOSURE}:7"


def test_a_site_knows_the_frameworks_before_and_after_its_item_years(content_dir):
    site = load_site(content_dir({"2565/result.yml": "fiscal_year: 2565\n", **disclosure("")}))

    assert sorted(site.frameworks) == [2565, 2567, 2568, 2569]


def test_the_content_of_the_repository_loads(samruean):
    assert [year.fiscal_year for year in samruean.years] == [2567, 2568, 2569]
    assert samruean.result(2568).total == Decimal("96.79")
    assert str(samruean.result(2568).indicators[3].score) == "100.00"
    assert len(samruean.result(2568).items) == 28
    assert len(samruean.measures(2569).measures) == 10


def test_loading_twice_gives_the_same(content_dir, repo, samruean):
    assert load_site(repo / "content", "content") == samruean


VALUES = (
    "2568 ๒๕๖๙ 2025 0 10 ๑๑ -1 96.79 100.00 ๙๖.๗๙ 101 1e2 n/a ~ no O1 O99 ๐๘ i1 e9 9.3 o2-e1 IIT "
    "ผ่านดี public done clerk local-government thai true https://a.example/ javascript:x a@b.example "
    "files/ก.pdf files/a.csv ../x 2025-03-15 ๓๑/๒/๖๘ ตลอดปี ม.ค.-ก.ย.๖๕ ธ.ค.0000 total"
)
WORDS = st.none() | st.integers() | st.sampled_from(VALUES.split(" ")) | st.text(max_size=8)
ANYTHING = st.recursive(
    WORDS,
    lambda nodes: st.lists(nodes, max_size=3) | st.dictionaries(st.text(max_size=3), nodes),
    max_leaves=5,
)


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models_in(inner)]


@cache
def like(model):
    """Draw what the file of a model could hold: its keys, each right, wrong or of another form."""
    fields = {}
    for name, field in model.model_fields.items():
        one = st.one_of(*map(like, models_in(field.annotation)), WORDS)
        many = st.lists(one, max_size=3) | st.dictionaries(WORDS.map(str), one, max_size=3)
        fields[field.alias or name] = st.one_of(one, many, ANYTHING)
    return st.fixed_dictionaries({}, optional=fields)


FILES = {
    "agency": Agency,
    "2568/result": Result,
    "2568/disclosure": Disclosures,
    "2568/measures": Measures,
}


UNTRANSLATED = "ค่านี้ใช้ไม่ได้"
"""What is said in Thai of an error of Pydantic that models/errors.py does not know."""


def loads_or_is_a_content_error(tmp_path_factory, name, raw):
    content = tmp_path_factory.mktemp("content", numbered=True)
    (content / "2568").mkdir()
    (content / "agency.yml").write_text(AGENCY, encoding="utf-8")
    (content / f"{name}.yml").write_bytes(raw)
    try:
        return load_site(content)
    except ContentError as error:
        return all(p.message.en and UNTRANSLATED not in p.message.th for p in error.problems)


@given(name=st.sampled_from(list(FILES)), raw=st.binary() | st.text().map(str.encode))
def test_whatever_bytes_a_file_holds_no_error_escapes(tmp_path_factory, name, raw):
    assert loads_or_is_a_content_error(tmp_path_factory, name, raw)


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_whatever_a_known_key_holds_no_error_escapes(tmp_path_factory, name, data):
    held = data.draw(like(FILES[name]))
    raw = json.dumps({"fiscal_year": 2568} | held, ensure_ascii=False).encode()

    assert loads_or_is_a_content_error(tmp_path_factory, name, raw)
