"""What is to be done: whose it is, in which order, and with a day only where one is given."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai import frameworks
from prongsai.content import load_site
from prongsai.problems import Lang
from prongsai.todo import Kind, UnknownUnitError, by_unit, in_order, printing, tasks, unit_named
from prongsai.todo.due import last_day_to_hand_in

TODAY = date(2026, 4, 1)


def named(site, *kinds):
    return {task.subject: task for task in tasks(site) if task.kind in kinds}


def test_the_list_is_as_accepted(site, golden):
    groups = tuple(by_unit(site.agency, [t for t in tasks(site) if t.units or t.due]))

    golden("todo/list.th.txt", printing.text(groups, TODAY, Lang.TH))
    golden("todo/list.en.txt", printing.text(groups, TODAY, Lang.EN))


def test_something_of_every_kind_is_told(site):
    assert {task.kind for task in tasks(site)} == set(Kind)


def test_an_item_names_what_it_lacks_who_keeps_it_and_where_it_is(site):
    task = named(site, Kind.INCOMPLETE)["O2"]

    assert [one.id for one in task.elements] == ["o2-e3", "o2-e4", "o2-e5", "o2-e6", "o2-e7"]
    assert task.units == ("clerk",)
    assert task.url == "https://thotsop.example/oit/2568/o2/"
    assert task.to_do.th


def test_missing_months_are_named(site):
    assert "มี.ค. 2568" in named(site, Kind.UNCOVERED_PERIOD)["O11"].what.th


def test_a_weakness_is_for_the_year_after_its_result(site):
    assert named(site, Kind.WEAKNESS)["indicator 6"].fiscal_year == 2569
    assert "indicator 6" in {task.subject for task in tasks(site, 2569)}
    assert "indicator 6" not in {task.subject for task in tasks(site, 2568)}


def test_a_measure_that_is_done_is_not_to_do(site):
    told = named(site, Kind.UNREPORTED, Kind.UNFINISHED)

    assert sorted(told) == ["m4", "m5", "m6", "m8"]


def test_a_day_is_told_only_where_the_content_gives_one(site):
    days = {task.subject: task.due for task in tasks(site) if task.due}

    assert days == {
        "O2": date(2026, 12, 1),
        "m4": date(2026, 3, 31),
        "m5": date(2026, 9, 30),
        "DIS202 O2 2568/disclosure.yml": date(2026, 3, 31),
        "PER101": date(2026, 12, 31),
    }


def test_what_has_a_day_of_review_is_told_for_the_unit_that_keeps_it_the_soonest_first(load):
    entry = "{responsible: works, review: 2026-04-30, evidence: [{title: แผนที่, text: ก, review: 2026-03-15}]}"
    site = load(**{"2568/disclosure.yml": f"fiscal_year: 2568\nitems: {{O3: {entry}}}\n"})

    reviews = [task for task in in_order(tasks(site)) if task.kind is Kind.REVIEW]

    assert [(task.due, task.units) for task in reviews] == [
        (date(2026, 3, 15), ("works",)),
        (date(2026, 4, 30), ("works",)),
    ]
    assert [task.is_overdue(TODAY) for task in reviews] == [True, False]
    assert "แผนที่" in reviews[0].what.th


def test_the_catalogue_gives_a_day_only_where_its_calendar_is_sure():
    loaded = {year: frameworks.load(year, "national") for year in frameworks.known_years()}

    days = {year: day for year, one in loaded.items() if (day := last_day_to_hand_in(one))}

    assert days == {2564: date(2021, 4, 30), 2565: date(2022, 4, 30)}


def test_an_item_of_a_year_with_a_sure_calendar_has_its_day(content_dir):
    site = load_site(content_dir({"2565/disclosure.yml": "fiscal_year: 2565"}))

    assert {task.due for task in tasks(site)} == {date(2022, 4, 30)}


def test_units_stand_in_the_order_of_the_agency_and_nobody_comes_last(site):
    groups = list(by_unit(site.agency, tasks(site)))

    assert [group.unit for group in groups] == ["clerk", "finance", "works", None]


def test_what_two_units_share_stands_under_both(site):
    groups = {group.unit: group for group in by_unit(site.agency, tasks(site))}

    for unit in ("finance", "works"):
        assert "m4" in {task.subject for task in groups[unit].tasks}


def test_every_task_stands_in_some_group_and_none_is_invented(site):
    found = list(tasks(site))

    grouped = [task for group in by_unit(site.agency, found) for task in group.tasks]

    assert {id(task) for task in grouped} == {id(task) for task in found}
    assert len(grouped) == sum(max(1, len(task.units)) for task in found)


def test_what_has_a_day_comes_first_and_an_item_stands_together(site):
    listed = [task for task in in_order(tasks(site, 2568)) if task.units]

    assert [(task.subject, task.kind) for task in listed] == [
        ("DIS202 O2 2568/disclosure.yml", Kind.WAIVER),
        ("O2", Kind.INCOMPLETE),
        ("O2", Kind.REVIEW),
        ("O1", Kind.DRAFT),
        ("O4", Kind.MISSING),
        ("O11", Kind.MISSING_FILE),
        ("O11", Kind.INCOMPLETE),
        ("O11", Kind.UNCOVERED_PERIOD),
        ("O11", Kind.STALE),
    ]


def test_one_unit_alone_is_told_also_where_it_has_nothing_to_do(load):
    site = load(**{"2569/measures.yml": "fiscal_year: 2569\nresult_year: 2568\n"})

    [group] = by_unit(site.agency, tasks(site), "works")

    assert (group.unit, group.tasks) == ("works", ())
    assert "ไม่มีสิ่งที่ต้องทำ" in printing.text([group], TODAY, Lang.TH)


@pytest.mark.parametrize("word", ["finance", "กองคลัง", " finance "])
def test_a_unit_is_known_by_its_short_name_and_its_name(site, word):
    assert unit_named(site.agency, word) == "finance"


@pytest.mark.parametrize(("word", "near"), [("finence", "finance"), ("กองคลง", "กองคลัง")])
def test_an_unknown_unit_is_told_with_the_nearest(site, word, near):
    with pytest.raises(UnknownUnitError) as raised:
        unit_named(site.agency, word)

    assert f"หมายถึง {near} ใช่หรือไม่" in raised.value.told(Lang.TH)
    assert f"did you mean {near}?" in raised.value.told(Lang.EN)


def test_what_a_waiver_lets_stand_is_not_to_do(load):
    waiver = "{code: DIS102, item: O2, reason: ก, until: 2026-12-31, by: ปลัด}"
    site = load(**{"waivers.yml": f"waivers: [{waiver}]"})

    assert "O2" not in named(site, Kind.INCOMPLETE)


def test_what_is_past_its_day_is_called_overdue(site):
    overdue = {task.subject for task in tasks(site) if task.is_overdue(TODAY)}

    assert overdue == {"m4", "DIS202 O2 2568/disclosure.yml"}


def test_a_weakness_without_a_plan_names_no_page(load):
    site = load(**{"2569/measures.yml": None})

    assert {task.url for task in tasks(site) if task.kind is Kind.WEAKNESS} == {""}


def test_the_rows_for_programs_say_the_same_as_the_list(site):
    groups = tuple(by_unit(site.agency, tasks(site)))

    rows = printing.rows(groups, TODAY, Lang.EN)

    [m4] = [row for row in rows if row["subject"] == "m4" and row["unit"] == "works"]
    assert m4 == {
        "unit": "works",
        "unit_name": "กองช่าง",
        "fiscal_year": 2569,
        "kind": "unreported",
        "code": None,
        "subject": "m4",
        "what": "measure m4 ทะเบียนยืม (FY2569) has no progress told",
        "to_do": "carry it out, then put progress with outputs and outcomes into 2569/measures.yml",
        "elements": [],
        "url": "https://thotsop.example/ita/2569/measures/",
        "due": date(2026, 3, 31),
        "due_basis": "the last day of the measure's period",
        "overdue": True,
    }
    assert len(rows) == sum(len(group.tasks) for group in groups)
