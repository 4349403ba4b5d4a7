"""What load_site accepts, and what it says about the rest: always a Problem, never a traceback."""

from __future__ import annotations

import os
import re
import time
from decimal import Decimal

import pytest

from prongsai.content import load_site
from prongsai.problems import ContentError, Lang

THAI = re.compile("[ก-๙]")
YEAR = "fiscal_year: 2568\n"


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
        f"{RESULT}:2: analysis: expected a list (each entry begins with -)",
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
        "evidence needs exactly one of file, url, table and text",
    ),
    "evidence in two forms": (
        evidence("url: 'https://thotsop.example/', file: files/a.pdf"),
        f"{DISCLOSURE}:5: items.O2.evidence[1]: "
        "evidence needs exactly one of file, url, table and text",
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
        open(stray, "wb").close()  # noqa: PTH123, SIM115
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


NOT_YAML = {
    "nothing at all": (b"", ": the file is empty"),
    "only a comment": ("# ว่าง\n".encode(), ": the file is empty"),
    "a bracket that stays open": (b"fiscal_year: 2568\nitems: {O1: 100\n", ":2: not valid YAML"),
    "a quote that stays open": (b"fiscal_year: 2568\nlevel: 'x\ntotal: 90\n", ": not valid YAML"),
    "a colon too many": (b"fiscal_year: 2568\nlevel: a: b\n", ":2: not valid YAML"),
    "a tab": (b"fiscal_year: 2568\nitems:\n\tO1: 100\n", ":3: not valid YAML"),
    "a key out of line": (b"items:\n    O1: 1\n  O2: 1\n", ":3: not valid YAML"),
    "a directive": (b"%YAML 1.9\n---\nfiscal_year: 2568\n", ": not valid YAML"),
    "an escape past Unicode": (b'level: "\\UFFFFFFFF"\n', ": not valid YAML"),
    "a control character": (b"fiscal_year: 2568\nlevel: a\x07b\n", ":2: holds a control character"),
    "an escaped control character": (b'level: "a\\0b"\n', ":1: holds a control character"),
    "two documents": (b"fiscal_year: 2568\n---\ntotal: 90\n", ":2: more than one document"),
    "a list for a key": (b"? [a]\n: b\n", ":1: a key must be text"),
    "a sentence": ("ผลการประเมิน\n".encode(), ":1: expected a set of 'key: value'"),
    "a tag": (b"fiscal_year: !!int 2568\n", ":1: YAML anchors, aliases and tags"),
    "a tag that makes objects": (b"x: !!python/object:os.system a\n", ":1: YAML anchors, aliases"),
    "an anchor": (b"fiscal_year: &y 2568\ntotal: *y\n", ":1: YAML anchors, aliases and tags"),
    "Windows-874": (
        "fiscal_year: 2568\nlevel: ผ่านดี\n".encode("cp874"),
        ":2: the file is Windows-874 (TIS-620), not UTF-8",
    ),
    "UTF-16": (YEAR.encode("utf-16"), ":1: the file is UTF-16, not UTF-8"),
    "a PDF": (b"%PDF-1.7\n\xde\xad\xbe\xef\xdb\xfc", ":2: the file is not UTF-8 text"),
    "a PDF that could be Thai": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ":2: the file is Windows-874"),
}


@pytest.mark.parametrize(("raw", "expected"), NOT_YAML.values(), ids=NOT_YAML)
def test_what_is_not_yaml_is_told(content_dir, raw, expected):
    [problem] = problems_of(content_dir({"2568/result.yml": raw}))

    assert f"{problem.where}: {problem.message.en}".startswith(f"{RESULT}{expected[:1]}")
    assert re.match(rf"{re.escape(RESULT)}(:\d+)?{re.escape(expected.lstrip('0123456789'))}", "") or (
        expected in f"{problem.where}: {problem.message.en}".removeprefix(RESULT)
    )
    assert THAI.search(problem.message.th)
