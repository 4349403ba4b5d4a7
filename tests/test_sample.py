"""The sample agency: complete, without a finding, and whatever is taken away is told by name."""

from __future__ import annotations

import io
import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import prongsai
from prongsai.checks import run_checks
from prongsai.content import load_site
from prongsai.coverage import State, coverage
from prongsai.inspection.sites import inspected
from prongsai.pages import SAMPLE, build_pages
from prongsai.plugin.run import build
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


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    return shutil.copytree(CONTENT, tmp_path_factory.mktemp("sample") / "content")


@pytest.fixture(scope="session")
def findings_of(content, tmp_path_factory):
    """A function from a changed disclosure, or a file that is gone, to the findings."""
    kept = tmp_path_factory.mktemp("kept")
    path = content / "2568/disclosure.yml"
    whole = path.read_text(encoding="utf-8")

    def find(disclosure=None, without=None):
        taken = (content / "2568/files" / without).read_bytes() if without else b""
        try:
            if disclosure is not None:
                out = io.StringIO()
                YAML(typ="safe").dump(disclosure, out)
                path.write_text(out.getvalue(), encoding="utf-8")
            if without:
                (content / "2568/files" / without).unlink()
            return run_checks(inspected(load_site(content, "content"), content, "content", kept))
        finally:
            path.write_text(whole, encoding="utf-8")
            if without:
                (content / "2568/files" / without).write_bytes(taken)

    return find


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
    found = findings_of(without=name)

    assert "DIS201" in {one.code for one in found}
    assert {one.subject for one in found} == {item_of(name)}


@pytest.mark.parametrize(("item", "n", "element"), ELEMENTS)
def test_an_element_that_is_no_longer_shown_is_told_and_nothing_else(findings_of, item, n, element):
    changed = deepcopy(DISCLOSURE)
    changed["items"][item]["evidence"][n]["shows"].remove(element)

    found = findings_of(changed)

    assert [(one.code, one.subject) for one in found] == [("DIS102", item)]
    assert element in found[0].message.th


@pytest.mark.parametrize(("item", "n"), EVIDENCE)
def test_evidence_that_is_gone_is_told_and_nothing_else(findings_of, item, n):
    changed = deepcopy(DISCLOSURE)
    gone = changed["items"][item]["evidence"].pop(n)

    found = findings_of(changed)

    named = {one.subject for one in found if one.subject}
    files = {one.observed for one in found if one.code == "DIS205"}
    path = next((gone[key] for key in ("file", "table", "image") if key in gone), None)
    assert named == {item}
    assert files == ({f"2568/{path}"} if path else set())


@pytest.mark.parametrize("item", DISCLOSURE["items"])
def test_an_item_that_is_gone_is_told_and_nothing_else(findings_of, item):
    changed = deepcopy(DISCLOSURE)
    gone = changed["items"].pop(item)

    found = findings_of(changed)

    paths = {
        e[key] for e in gone.get("evidence", ()) for key in ("file", "table", "image") if key in e
    }
    if item in ("O27", "O28"):  # the report pages of this site are their evidence
        assert found == []
        return
    assert {one.subject for one in found if one.code == "DIS101"} == {item}
    assert {one.observed for one in found if one.code != "DIS101"} == {f"2568/{p}" for p in paths}


@pytest.mark.parametrize(
    ("item", "n"),
    [(item, n) for item, n in EVIDENCE if "period" in DISCLOSURE["items"][item]["evidence"][n]],
)
def test_a_period_of_another_time_is_told_and_nothing_else(findings_of, item, n):
    changed = deepcopy(DISCLOSURE)
    changed["items"][item]["evidence"][n]["period"] = "2015-10-01 ถึง 2015-10-31"
    others = [e for i, e in enumerate(changed["items"][item]["evidence"]) if i != n]

    found = findings_of(changed)

    assert {one.subject for one in found} <= {item}
    assert others or [one.code for one in found] == ["DIS301"]


def test_every_page_says_that_it_is_made_up(content, tmp_path):
    site = load_site(content)
    (content / "pages").mkdir(exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: ตัวอย่าง\ndocs_dir: {content}/pages\ntheme: {{name: prongsai}}\n"
        f"plugins: [{{prongsai: {{content_dir: {content}}}}}]\n",
        encoding="utf-8",
    )

    built = build(tmp_path / "mkdocs.yml", site_dir=tmp_path / "site", strict=False)

    pages = list(build_pages(site, ()))
    assert pages
    assert all(SAMPLE in page.markdown for page in pages)
    html = list(built.folder.rglob("index.html"))
    assert len(html) == len(pages)
    assert all(SAMPLE in path.read_text(encoding="utf-8") for path in html)


def test_the_documents_are_those_that_the_script_makes(tmp_path, monkeypatch):
    monkeypatch.setattr(make_documents, "FOLDER", tmp_path)

    make_documents.main()

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        p.name: p.read_bytes() for p in (CONTENT / "2568/files").iterdir()
    }


@pytest.mark.parametrize("item", sorted({item for item, _ in EVIDENCE}))
def test_a_day_that_is_gone_is_told_and_nothing_else(findings_of, item):
    changed = deepcopy(DISCLOSURE)
    del changed["items"][item]["updated"]

    assert [(one.code, one.subject) for one in findings_of(changed)] == [("DIS206", item)]
