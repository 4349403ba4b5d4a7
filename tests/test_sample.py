"""The sample agency: complete, without a finding, and whatever is taken away is told by name."""

from __future__ import annotations

import csv
import io
import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import prongsai
from prongsai import frameworks
from prongsai.checks import run_checks
from prongsai.content import load_site
from prongsai.coverage import State, coverage
from prongsai.inspection.sites import inspected
from prongsai.pages import build_pages
from prongsai.plugin.run import build
from prongsai.problems import ContentError
from prongsai.scaffold import make_documents

CONTENT = Path(prongsai.__file__).parent / "scaffold/sample"
DISCLOSURE = YAML(typ="safe").load((CONTENT / "2568/disclosure.yml").read_text(encoding="utf-8"))
EVIDENCE = [
    (item, n)
    for item, entry in DISCLOSURE["items"].items()
    for n, _ in enumerate(entry.get("evidence", ()))
]
FILES = sorted(path.name for path in (CONTENT / "2568/files").iterdir())
ELEMENTS = [
    (item, n, element)
    for item, n in EVIDENCE
    for element in DISCLOSURE["items"][item]["evidence"][n]["shows"]
]
DATED = [
    place for place in EVIDENCE if "period" in DISCLOSURE["items"][place[0]]["evidence"][place[1]]
]


def fields(part, path=()):
    """Every key below a part of the YAML, by the way to it."""
    found = (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    )
    for key, below in found:
        if isinstance(key, str):
            yield (*path, key)
        yield from fields(below, (*path, key))


FIELDS = [
    path
    for path in fields(DISCLOSURE["items"])
    if len(path) > 1 and path[-1] != "review"  # asked for by nobody: no check can miss it
]
REPORTED = {
    "2567/measures.yml": ("steps", "period", "responsible", "outputs", "outcomes"),
    "2568/measures.yml": ("steps", "responsible", "follow_up"),
}
"""What the reports that O27 and O28 ask for have to show."""


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    return shutil.copytree(CONTENT, tmp_path_factory.mktemp("sample") / "content")


@pytest.fixture(scope="session")
def findings_of(content, tmp_path_factory):
    """A function from files that are other or gone (None) to the findings."""
    kept = tmp_path_factory.mktemp("kept")

    def find(**changed):
        before = {path: (content / path).read_bytes() for path in changed}
        try:
            for path, new in changed.items():
                if new is None:
                    (content / path).unlink()
                else:
                    (content / path).write_bytes(new)
            return run_checks(inspected(load_site(content, "content"), content, "content", kept))
        finally:
            for path, old in before.items():
                (content / path).write_bytes(old)

    return find


@pytest.fixture(scope="session")
def findings_with(findings_of):
    """A function from a change of the items of disclosure.yml to the findings."""

    def find(change):
        changed = deepcopy(DISCLOSURE)
        change(changed["items"])
        return findings_of(**{"2568/disclosure.yml": dumped(changed)})

    return find


def dumped(content):
    out = io.StringIO()
    YAML(typ="safe").dump(content, out)
    return out.getvalue().encode()


def first_line(markdown):
    """What a page shows first: the line below its front matter."""
    return markdown.split("\n---\n", 1)[1].strip().splitlines()[0]


def path_of(evidence):
    return next((evidence[key] for key in ("file", "table", "image") if key in evidence), None)


def item_of(name):
    return name.split("-")[0].upper()


def test_the_sample_has_no_finding(findings_of):
    assert [(one.code, one.message.en) for one in findings_of()] == []


def test_every_item_of_the_year_is_covered(content):
    site = load_site(content)
    rows = coverage(site, site.year_by_number[2568])

    assert len(rows) == 28
    assert [row.item.id for row in rows if not row.covered] == []
    assert [row.item.id for row in rows if row.state is State.NOTHING_TO_REPORT] == ["O22"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_told_and_nothing_else(findings_of, name):
    found = findings_of(**{f"2568/files/{name}": None})

    assert "DIS201" in {one.code for one in found}
    assert {one.subject for one in found} == {item_of(name)}


@pytest.mark.parametrize(("item", "n", "element"), ELEMENTS)
def test_an_element_that_is_no_longer_shown_is_told_and_nothing_else(
    findings_with, item, n, element
):
    found = findings_with(lambda items: items[item]["evidence"][n]["shows"].remove(element))

    pieces = DISCLOSURE["items"][item]["evidence"]
    others = {shown for m, piece in enumerate(pieces) if m != n for shown in piece["shows"]}
    lacking = [one for one in found if one.code == "DIS102"]
    assert found
    assert {one.code for one in found} <= {"DIS102", "DIS209"}
    assert {one.subject for one in found} == {item}
    assert [element in one.message.th for one in lacking] == [True] * (element not in others)


@pytest.mark.parametrize(("item", "n"), EVIDENCE)
def test_evidence_that_is_gone_is_told_and_nothing_else(findings_with, item, n):
    gone = path_of(DISCLOSURE["items"][item]["evidence"][n])

    found = findings_with(lambda items: items[item]["evidence"].pop(n))

    files = {one.observed for one in found if one.code == "DIS205"}
    assert found
    assert files == ({f"2568/{gone}"} if gone else set())
    assert {one.subject for one in found if one.code != "DIS205"} <= {item}


@pytest.mark.parametrize("item", DISCLOSURE["items"])
def test_an_item_that_is_gone_is_told_and_nothing_else(findings_with, item):
    paths = set(map(path_of, DISCLOSURE["items"][item].get("evidence", ()))) - {None}

    found = findings_with(lambda items: items.pop(item))

    # The report pages of this site stay: only who keeps O27 and O28 is gone with their entries.
    code = "DIS207" if item in ("O27", "O28") else "DIS101"
    assert [one.subject for one in found if one.code == code] == [item]
    assert {one.observed for one in found if one.code != code} == {f"2568/{p}" for p in paths}


@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_a_field_that_is_gone_is_told_and_nothing_else(findings_with, path):
    *way, key = path

    def remove(items):
        for step in way:
            items = items[step]
        del items[key]

    try:
        found = findings_with(remove)
    except ContentError as error:
        problems = error.problems
    else:
        problems = []
        assert found
        assert {one.subject for one in found if one.code != "DIS205"} <= {path[0]}

    assert all(key in str(problem) for problem in problems)


@pytest.mark.parametrize(("item", "n"), DATED)
def test_a_period_of_another_time_is_told_and_nothing_else(findings_with, item, n):
    found = findings_with(
        lambda items: items[item]["evidence"][n].update(period="2015-10-01 ถึง 2015-10-31")
    )

    assert {one.subject for one in found} <= {item}
    assert len(DISCLOSURE["items"][item]["evidence"]) > 1 or [one.code for one in found] == [
        "DIS301"
    ]


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_a_column_of_the_form_that_is_gone_is_told_and_nothing_else(findings_of, name):
    with (CONTENT / "2568/files" / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    item = frameworks.load(2568, "national").item_by_id[item_of(name)]

    for at, heading in enumerate(rows[0]):
        out = io.StringIO()
        csv.writer(out).writerows([cell for i, cell in enumerate(row) if i != at] for row in rows)
        found = findings_of(**{f"2568/files/{name}": out.getvalue().encode()})

        asked = item.columns is not None and heading in item.columns.names
        assert [(one.code, one.subject, one.expected) for one in found] == (
            [("DIS208", item.id, heading)] if asked else []
        )


@pytest.mark.parametrize(
    ("file", "n", "field"),
    [(file, n, field) for file, told in REPORTED.items() for n in (0, 1) for field in told],
)
def test_what_a_report_has_to_show_and_a_measure_does_not_say_is_told(findings_of, file, n, field):
    plan = YAML(typ="safe").load((CONTENT / file).read_text(encoding="utf-8"))
    measure = plan["measures"][n]
    del measure[field]

    found = findings_of(**{file: dumped(plan)})

    item = "O28" if "2567" in file else "O27"
    assert ("DIS102", item) in {(one.code, one.subject) for one in found}
    assert {one.subject for one in found} <= {item, measure["id"]}


def test_every_page_says_that_it_is_made_up(content, tmp_path):
    site = load_site(content)
    notice = f'<p class="ps-sample">{site.agency.notice}</p>'
    (content / "pages/oit/2568").mkdir(parents=True, exist_ok=True)
    by_hand = ("news.md", "oit/2568/o12.md")
    for name in by_hand:
        (content / "pages" / name).write_text("# เขียนเอง\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: ตัวอย่าง\ndocs_dir: {content}/pages\ntheme: {{name: prongsai}}\n"
        f"plugins: [{{prongsai: {{content_dir: {content}}}}}]\n",
        encoding="utf-8",
    )

    built = build(tmp_path / "mkdocs.yml", site_dir=tmp_path / "site", strict=False)

    pages = list(build_pages(site, ()))
    assert pages
    assert "สมมติ" in notice
    assert all(first_line(page.markdown) == notice for page in pages)
    html = [*built.folder.rglob("index.html"), built.folder / "404.html"]
    assert len(html) == len(pages) + 2  # the news, and the page that is not there
    assert {path.read_text(encoding="utf-8").count(notice) for path in html} == {1}


def test_the_documents_are_those_that_the_script_makes(tmp_path, monkeypatch):
    monkeypatch.setattr(make_documents, "FOLDER", tmp_path)

    make_documents.main()

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        p.name: p.read_bytes() for p in (CONTENT / "2568/files").iterdir()
    }
