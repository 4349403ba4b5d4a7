"""The sample agency from FY2567 over FY2568 to FY2569: no evidence is lost, and no address breaks."""

from __future__ import annotations

import pytest

from prongsai.checks import run_checks
from prongsai.content import load_site
from prongsai.coverage import State, coverage
from prongsai.plugin.run import build

MKDOCS_YML = """\
site_name: ตัวอย่าง
docs_dir: content/pages
theme: {name: prongsai}
plugins: [prongsai]
"""
GONE_IN_2568 = {"O6", "O15", "O28"}


@pytest.fixture
def chain(content, full_disclosure):
    """The sample with evidence of every item of FY2567, and nothing disclosed after it."""
    (content / "2567/disclosure.yml").write_text(full_disclosure(2567), encoding="utf-8")
    (content / "2568/disclosure.yml").rename(content.parent / "sample-2568.yml")
    return content


@pytest.fixture
def built(tree):
    """A function from content to the paths of all files of the site that MkDocs builds of it."""

    def paths(content):
        project = content.parent
        (project / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
        (content / "pages").mkdir(exist_ok=True)
        return set(tree(build(project / "mkdocs.yml", str(content)).folder))

    return paths


def test_no_evidence_is_lost_from_2567_over_2568_to_2569(chain, rollover, evidence_of, renewals_of):
    evidence = evidence_of(chain, 2567)

    first, second = rollover(2568), rollover(2569)

    assert (first.exit_code, second.exit_code) == (0, 0)
    gone = {piece for piece in evidence if piece[1] in GONE_IN_2568}
    assert len(evidence) == 70
    assert len(gone) == 6
    for title, item, _ in gone:
        assert title in first.stdout, item
    carried = set(evidence) - gone
    assert carried == set(renewals_of(chain, 2568))
    assert carried == set(renewals_of(chain, 2569))


def test_no_evidence_of_the_sample_is_lost_from_2568_to_2569(
    content, rollover, evidence_of, renewals_of
):
    evidence = evidence_of(content, 2568)

    rollover(2569)

    assert evidence.total() == 36
    assert renewals_of(content, 2569) == evidence


def test_no_address_breaks_and_no_old_file_changes(chain, rollover, built, tree):
    before, files = built(chain), tree(chain)

    rollover(2568)
    after_one = built(chain)
    rollover(2569)
    after_two = built(chain)

    assert before < after_one < after_two
    assert {f"oit/2568/o{n}/index.html" for n in range(1, 29)} <= after_one - before
    assert {f"oit/2569/o{n}/index.html" for n in range(1, 27)} <= after_two - after_one
    assert {name: tree(chain)[name] for name in files} == files
    assert set(tree(chain)) - set(files) == {"2568/disclosure.yml", "2569/disclosure.yml"}


def test_the_sample_as_it_is_keeps_its_addresses_and_publishes_no_document_twice(
    content, rollover, built
):
    before = built(content)

    rollover(2569)
    after = built(content)

    assert before < after
    assert not [path for path in after - before if path.startswith("files/")]


def test_every_opened_item_is_missing_and_told_as_a_draft(content, rollover):
    rollover(2569)

    site = load_site(content)
    rows = coverage(site, site.year_by_number[2569])
    drafts = [row.item.id for row in rows if row.disclosure.is_draft]
    assert len(drafts) == 25
    assert all(row.state is State.MISSING for row in rows if row.disclosure.is_draft)
    told = [found.subject for found in run_checks(site) if found.code == "DIS103"]
    assert sorted(told) == sorted(drafts)


def test_an_item_that_a_report_of_the_site_answers_stays_answered(content, rollover):
    """The sample has measures of FY2569: a draft would take its page back to nothing."""
    site = load_site(content)

    told = rollover(2569).stdout

    opened = load_site(content).year_by_number[2569]
    [row] = [one for one in coverage(load_site(content), opened) if one.item.id == "O25"]
    assert site.measures(2569)
    assert (row.disclosure.state, row.disclosure.responsible) == (None, "clerk")
    assert row.state is State.PARTIAL
    assert "จึงไม่เป็นร่าง: O25" in told


def test_what_opens_the_year_is_as_accepted(content, rollover, golden):
    told = rollover(2569).stdout

    golden("rollover/2569-disclosure.yml", (content / "2569/disclosure.yml").read_text("utf-8"))
    golden("rollover/2569.th.txt", told)


def test_the_summary_is_told_in_english_too(chain, rollover, golden):
    golden("rollover/2568.en.txt", rollover(2568, "--lang", "en").stdout)


def test_a_second_run_changes_nothing(content, rollover, tree):
    rollover(2569)
    files = tree(content)

    again = rollover(2569)

    assert (again.exit_code, tree(content)) == (0, files)
    assert "ไม่มีอะไรต้องเขียน" in again.stderr


def test_a_dry_run_is_the_diff_and_writes_nothing(content, rollover, tree):
    files = tree(content)

    shown = rollover(2569, "--dry-run")

    assert tree(content) == files
    assert shown.stdout.startswith("--- /dev/null\n+++ ")
    assert "รวมหลายข้อเป็นข้อเดียว" in shown.stderr
    rollover(2569)
    written = (content / "2569/disclosure.yml").read_text("utf-8")
    added = [line[1:] for line in shown.stdout.splitlines(keepends=True)[3:]]
    assert "".join(added) == written
    assert rollover(2569, "--dry-run").stdout.strip() == ""
