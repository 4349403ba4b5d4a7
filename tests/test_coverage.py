"""Which items have their evidence, and which of their elements it shows."""

from __future__ import annotations

from copy import deepcopy

import pytest

from prongsai.content import load_site
from prongsai.coverage import State, coverage
from prongsai.problems import ContentError

AGENCY = "name: ก\nshort_name: ก\nkind: {kind}\nmain_site: https://a.example/\nunits: {{all: ก}}\n"
DECLARED = "{reason: ก, by: ข, on: 2025-03-31}"


def rows(site, year):
    return {row.item.id: row for row in coverage(site, site.year_by_number[year])}


@pytest.fixture
def item_1(content_dir):
    """What coverage says of O1 (FY2568) with these lines in its entry."""

    def covered(entry, kind="local-government", **files):
        text = f"fiscal_year: 2568\nitems: {{O1: {{{entry}}}}}\n"
        content = {"agency.yml": AGENCY.format(kind=kind), "2568/disclosure.yml": text, **files}
        return rows(load_site(content_dir(content)), 2568)["O1"]

    return covered


def shows(*numbers, form="text: ข"):
    ids = ", ".join(f"o1-e{number}" for number in numbers)
    return f"evidence: [{{title: ก, {form}, shows: [{ids}]}}]"


def test_evidence_of_every_element_makes_an_item_complete(item_1):
    row = item_1(shows(1, 2, 3, 4))

    assert row.state is State.COMPLETE
    assert row.lacking == ()
    assert row.covered


def test_several_pieces_of_evidence_count_together(item_1):
    row = item_1(
        "evidence: [{title: ก, text: ข, shows: [o1-e1, o1-e3]}, "
        "{title: ก, url: 'https://a.example/x', shows: [o1-e4, o1-e2]}]"
    )

    assert row.state is State.COMPLETE


def test_an_element_that_nothing_shows_makes_an_item_partial(item_1):
    row = item_1(shows(1, 2, 4))

    assert row.state is State.PARTIAL
    assert [element.id for element in row.lacking] == ["o1-e3"]
    assert not row.covered


def test_evidence_that_says_nothing_of_elements_makes_an_item_partial(item_1):
    row = item_1(shows())

    assert row.state is State.PARTIAL
    assert len(row.lacking) == 4


def test_an_item_without_evidence_is_missing(item_1):
    row = item_1("explanation: หน้าหลัก > โครงสร้าง")

    assert row.state is State.MISSING
    assert not row.covered


def test_an_item_that_the_file_does_not_name_is_missing(content_dir):
    site = load_site(content_dir({"2568/disclosure.yml": "fiscal_year: 2568\n"}))

    states = {row.state for row in coverage(site, site.year_by_number[2568])}

    assert states == {State.MISSING}


@pytest.mark.parametrize(
    ("declaration", "state"),
    [
        ("nothing_to_report", State.NOTHING_TO_REPORT),
        ("not_applicable", State.NOT_APPLICABLE),
    ],
)
def test_a_declaration_covers_an_item(item_1, declaration, state):
    row = item_1(f"{declaration}: {DECLARED}")

    assert row.state is state
    assert row.covered


BOUND = {
    "local-government": ["o1-e1", "o1-e2", "o1-e3", "o1-e4"],
    "province": ["o1-e1", "o1-e2", "o1-e3", "o1-e5"],
    "state-agency": ["o1-e1", "o1-e2", "o1-e3"],
}


@pytest.mark.parametrize(("kind", "elements"), BOUND.items())
def test_elements_for_other_kinds_of_agency_do_not_bind(item_1, kind, elements):
    row = item_1(shows(1, 2, 3), kind)

    assert [element.id for element in row.elements] == elements
    assert row.state is (State.COMPLETE if kind == "state-agency" else State.PARTIAL)


def test_elements_of_other_items_and_kinds_are_not_counted_as_shown(item_1):
    row = item_1("evidence: [{title: ก, text: ข, shows: [o1-e1, o1-e5, o2-e1]}]")

    assert row.shown == {"o1-e1"}


def test_a_named_file_that_is_absent_shows_nothing(item_1):
    row = item_1(shows(1, 2, 3, 4, form="file: files/absent.pdf"))

    assert row.state is State.MISSING
    assert row.evidence == ()


def test_a_named_file_that_is_there_shows_its_elements(item_1):
    named = shows(1, 2, 3, 4, form="file: files/chart.pdf")

    row = item_1(named, **{"2568/files/chart.pdf": b"%PDF"})

    assert row.state is State.COMPLETE


def test_an_item_whose_elements_are_not_known_is_complete_with_any_evidence(content_dir):
    text = "fiscal_year: 2568\nitems: {O22: {evidence: [{title: ก, text: ข}]}}\n"
    site = load_site(content_dir({"2568/disclosure.yml": text}))

    row = rows(site, 2568)["O22"]

    assert row.elements == ()
    assert row.state is State.COMPLETE


def test_there_is_one_row_for_each_item_in_the_order_of_the_year(samruean):
    found = coverage(samruean, samruean.year_by_number[2568])

    assert [row.item.id for row in found] == [f"O{number}" for number in range(1, 29)]


def test_the_reports_of_the_site_are_the_evidence_of_its_measures(samruean):
    row = rows(samruean, 2569)["O25"]

    assert [(r.kind, r.fiscal_year) for r in row.reports] == [
        ("analysis", 2568),
        ("measures", 2569),
    ]
    assert row.state is State.COMPLETE
    assert row.evidence == ()


def test_measures_without_progress_make_no_report_of_progress(samruean):
    assert samruean.measures(2568) is None
    assert rows(samruean, 2569)["O26"].state is State.MISSING


MEASURES = {
    "fiscal_year": 2568,
    "result_year": 2567,
    "measures": [
        {
            "id": f"m{number}",
            "title": "ก",
            "analysis": "ก",
            "steps": ["ก"],
            "period": "ตลอดปีงบประมาณ",
            "responsible": ["all"],
            "follow_up": "ก",
            "progress": "done",
            "outputs": ["ก"],
            "outcomes": ["ก"],
        }
        for number in (1, 2)
    ],
}
ANALYSIS = """\
fiscal_year: 2567
analysis: [{indicator: 9, text: ก, weaknesses: [ก]}]
"""


@pytest.fixture
def duty(content_dir):
    """The row of an item that the measures of FY2568 answer, after a change to the second."""

    def row(year, item, change=None, result=ANALYSIS):
        plan = deepcopy(MEASURES)
        for key, value in (change or {}).items():
            plan["measures"][1][key] = value
            if value is None:
                del plan["measures"][1][key]
        files = {
            "agency.yml": AGENCY.format(kind="local-government"),
            "2567/result.yml": result,
            "2568/measures.yml": repr(plan),
            "2568/disclosure.yml": "fiscal_year: 2568\n",
            "2569/disclosure.yml": "fiscal_year: 2569\n",
        }
        return rows(load_site(content_dir(files)), year)[item]

    return row


def lacking(row):
    return [element.report_part.value for element in row.lacking]


def test_analysis_and_measures_together_answer_the_measures_item(duty):
    row = duty(2568, "O27")

    assert row.state is State.COMPLETE
    assert [report.kind for report in row.reports] == ["analysis", "measures"]


def test_without_an_analysis_its_elements_are_not_shown(duty):
    row = duty(2568, "O27", result="fiscal_year: 2567\n")

    assert lacking(row) == ["weaknesses", "improvements"]
    assert [report.kind for report in row.reports] == ["measures"]


def test_an_analysis_without_weaknesses_shows_none(duty):
    row = duty(2568, "O27", result="fiscal_year: 2567\nanalysis: [{indicator: 9, text: ก}]\n")

    assert lacking(row) == ["weaknesses", "improvements"]


def test_a_score_below_full_marks_is_something_to_improve(duty):
    result = "fiscal_year: 2567\nitems: {O1: 50}\nanalysis: [{indicator: 9, text: ก}]\n"

    row = duty(2568, "O27", result=result)

    assert lacking(row) == ["weaknesses"]


GAPS = {"steps": "steps", "responsible": "responsible", "follow_up": "follow-up"}


@pytest.mark.parametrize(("field", "part"), GAPS.items())
def test_a_gap_in_one_measure_makes_the_measures_item_partial(duty, field, part):
    row = duty(2568, "O27", {field: None})

    assert row.state is State.PARTIAL
    assert lacking(row) == [part]


PROGRESS_GAPS = {"period": "period", "outputs": "outputs", "outcomes": "outcomes"}


def test_measures_with_progress_answer_the_progress_item_of_the_next_year(duty):
    row = duty(2569, "O26")

    assert row.state is State.COMPLETE
    assert [(report.kind, report.fiscal_year) for report in row.reports] == [("progress", 2568)]


@pytest.mark.parametrize(("field", "part"), PROGRESS_GAPS.items())
def test_a_gap_in_one_measure_makes_the_progress_item_partial(duty, field, part):
    row = duty(2569, "O26", {field: None})

    assert row.state is State.PARTIAL
    assert lacking(row) == [part]


def test_a_measure_that_has_not_begun_owes_no_output(duty):
    begun = {"progress": "not-started", "outputs": None, "outcomes": None}

    assert duty(2569, "O26", begun).state is State.COMPLETE


def test_evidence_and_report_count_together(content_dir):
    entry = "{evidence: [{title: ก, text: ข, shows: [o25-e2, o25-e5]}]}"
    plan = deepcopy(MEASURES) | {"fiscal_year": 2569, "result_year": 2568}
    del plan["measures"][0]["responsible"]
    files = {
        "agency.yml": AGENCY.format(kind="local-government"),
        "2569/measures.yml": repr(plan),
        "2569/disclosure.yml": f"fiscal_year: 2569\nitems: {{O25: {entry}}}\n",
    }

    row = rows(load_site(content_dir(files)), 2569)["O25"]

    assert row.state is State.COMPLETE
    assert len(row.reports) == len(row.evidence) == 1


def test_an_optional_element_is_not_needed_to_be_complete(content_dir):
    shown = "o16-e1, o16-e3, o16-e4, o16-e5, o16-e6, o16-e7, o16-e8"
    text = f"fiscal_year: 2568\nitems: {{O16: {{evidence: [{{title: ก, text: ข, shows: [{shown}]}}]}}}}\n"

    row = rows(load_site(content_dir({"2568/disclosure.yml": text})), 2568)["O16"]

    assert [e.id for e in row.elements if e.required == "false"] == ["o16-e2"]
    assert row.state is State.COMPLETE
    assert row.progress == (len(row.elements) - 1, len(row.elements) - 1)


def test_measures_that_answer_another_year_do_not_show_the_analysis_of_last_year(content_dir):
    plan = deepcopy(MEASURES) | {"fiscal_year": 2569, "result_year": 2567}
    files = {
        "agency.yml": AGENCY.format(kind="local-government"),
        "2567/result.yml": "fiscal_year: 2567\nanalysis: [{indicator: 9, text: ก}]\n",
        "2569/measures.yml": repr(plan),
        "2569/disclosure.yml": "fiscal_year: 2569\n",
    }

    row = rows(load_site(content_dir(files)), 2569)["O25"]

    assert row.state is State.PARTIAL
    assert [report.kind for report in row.reports] == ["measures"]
    assert [element.id for element in row.lacking] == ["o25-e2"]


def test_a_draft_is_missing_whatever_it_is_to_renew(item_1):
    row = item_1(
        "state: draft, renew: [{title: ก, file: files/ก.pdf, item: O1, fiscal_year: 2567}]"
    )

    assert row.state is State.MISSING
    assert (row.evidence, row.shown, row.covered) == ((), frozenset(), False)


def test_a_draft_is_not_answered_by_a_report_of_the_site(content_dir):
    entries = "items: {O28: {state: draft}}"
    measures = "measures: [{id: m1, title: ก, progress: done}]"
    site = load_site(
        content_dir(
            {
                "2567/measures.yml": f"fiscal_year: 2567\nresult_year: 2566\n{measures}\n",
                "2568/disclosure.yml": f"fiscal_year: 2568\n{entries}\n",
            }
        )
    )

    row = rows(site, 2568)["O28"]

    assert (row.state, row.reports) == (State.MISSING, ())


@pytest.mark.parametrize("said", [shows(1), f"nothing_to_report: {DECLARED}"])
def test_a_draft_that_says_something_does_not_load(item_1, said):
    with pytest.raises(ContentError) as raised:
        item_1(f"state: draft, {said}")

    [problem] = raised.value.problems
    assert "ลบบรรทัด state: draft" in problem.hint.th
