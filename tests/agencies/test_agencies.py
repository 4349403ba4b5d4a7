"""Four real agencies load, say what their documents print, and are accused of nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.checks import run_checks
from prongsai.checks.finding import Severity
from prongsai.levels import Verdict, level_verdict
from prongsai.models.measure import Progress
from prongsai.scoring import compute

HERE = Path(__file__).parent
AGENCIES = ("thung-arun", "pong-nam-ron", "khao-thong", "krabueang-nok")

THUNG_ARUN = "86.38 84.37 80.20 78.46 73.07 72.70 63.38 61.97 51.35 42.86"
KHAO_THONG = "100 97.77 100 99.34 100 88.91 89.70 86.09 85.29 25.00"
RESULTS = {
    ("thung-arun", 2564): ("64.93", "D", dict(enumerate(THUNG_ARUN.split(), 1))),
    ("pong-nam-ron", 2563): (None, None, {10: "18.75"}),
    ("khao-thong", 2565): ("78.35", "B", dict(enumerate(KHAO_THONG.split(), 1))),
    ("krabueang-nok", 2568): ("88.88", "ผ่าน", {}),
}
"""Total, level and indicators, with the decimals that are printed."""

ALL, CLERK, FINANCE = "ทุกหน่วยงาน", "สำนักปลัด", "กองคลัง"
PLANS = {
    ("thung-arun", 2565): (2564, [[FINANCE], [CLERK], [CLERK, FINANCE]], ["ต.ค.64 - ก.ย.65"] * 3),
    ("pong-nam-ron", 2564): (
        2563,
        [[u] for u in (ALL, CLERK, CLERK, CLERK, ALL, ALL, CLERK, ALL, FINANCE, ALL)],
        [None] * 10,
    ),
    ("khao-thong", 2565): (
        2565,
        [[CLERK], [CLERK], ["สำนักปลัด/ งานกฎหมายและคดี"]],
        ["ตลอดปี", "ม.ค. - ก.ย. ๖๕", "ตลอดปี"],
    ),
    ("krabueang-nok", 2568): (
        2568,
        [[u] for u in (CLERK, CLERK, CLERK, ALL, FINANCE, FINANCE, CLERK)],
        ["ตลอดปีงบประมาณ"] * 7,
    ),
}
"""The result they answer, and of each measure the units and the period as printed."""

FINDINGS = {
    "thung-arun": [("RES101", "total", "64.93", "62.80")]
    + [
        ("MEA201", f"indicator {number}", score, "85")
        for number, score in RESULTS["thung-arun", 2564][2].items()
        if number in (2, 3, 5, 6, 8, 10)
    ],
    "pong-nam-ron": [("MEA101", f"m{number}", "", "") for number in range(1, 11)],
    "khao-thong": [
        ("MEA201", "indicator 10", "25.00", "85"),
        ("RES104", "fiscal_year", "2564", "2565"),
    ],
    "krabueang-nok": [],
}
"""All that the checks find. Measures name 4, 7 and 9 of Thung Arun, and none of Khao Thong;
Pong Nam Ron prints no period."""

of_results = pytest.mark.parametrize(("slug", "year"), RESULTS)
of_plans = pytest.mark.parametrize(("slug", "year"), PLANS)


def test_every_folder_is_an_agency_with_its_own_mkdocs_file():
    folders = [path.name for path in HERE.iterdir() if (path / "content").is_dir()]

    assert sorted(folders) == sorted(AGENCIES)
    assert all((HERE / slug / "mkdocs.yml").is_file() for slug in AGENCIES)


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_agency_has_just_the_years_of_its_document(agency, slug):
    years = {year for name, year in (*RESULTS, *PLANS) if name == slug}

    assert {year.fiscal_year for year in agency(slug).years} == years


@of_results
def test_a_result_is_as_printed(agency, slug, year):
    total, level, indicators = RESULTS[slug, year]
    result = agency(slug).result(year)

    assert (result.total and str(result.total), result.level) == (total, level)
    assert {number: str(f.score) for number, f in result.indicators.items()} == indicators
    assert {*result.instruments, *result.questions, *result.items} == set()


@of_plans
def test_measures_are_as_printed(agency, slug, year):
    answered, units, periods = PLANS[slug, year]
    site = agency(slug)
    plan = site.measures(year)

    assert plan.result_year == answered
    assert [[site.agency.units[u] for u in m.responsible] for m in plan.measures] == units
    assert [m.period and m.period.text for m in plan.measures] == periods
    assert [m.id for m in plan.measures] == [f"m{n}" for n, _ in enumerate(units, 1)]
    assert all(m.title and m.steps for m in plan.measures)


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_checks_find_just_what_the_document_contradicts_or_lacks(agency, slug):
    found = [(f.code, f.subject, f.observed, f.expected) for f in run_checks(agency(slug))]

    assert found == FINDINGS[slug]


def test_the_checks_find_what_the_demo_document_contradicts_and_nothing_else_of_its_figures(agency):
    """No evidence was printed, so what is said of O-items (DIS) is left out here."""
    found = [
        (f.code, f.fiscal_year, f.subject, f.observed, f.expected)
        for f in run_checks(agency("samruean"), ignore=["DIS"])
        if f.severity is not Severity.NOTE
    ]
    noted = [
        (f.code, f.subject, f.observed)
        for f in run_checks(agency("samruean"), ignore=["DIS"])
        if f.severity is Severity.NOTE
    ]

    assert found == [
        ("RES104", 2567, "fiscal_year", "2568", "2567"),
        ("RES104", 2568, "indicator 6", "96.29", "96.26"),
        ("MEA103", 2569, "m7", "2024-10-01/2025-09-30", "2025-10-01/2026-09-30"),
    ]
    assert noted == [
        ("RES101", "indicator 6", "96.26"),
        ("RES101", "indicator 7", "95.16"),
        ("RES101", "indicator 8", "95.90"),
        ("MEA104", "m10", "m3"),
    ]


def test_the_renumbered_indicators_of_khao_thong_give_its_total(agency):
    site = agency("khao-thong")
    result = site.result(2565)

    computed = compute(site.frameworks[2565], result)

    assert computed.total == result.total == Decimal("78.35")
    assert [result.indicators[number].title.partition(".")[0] for number in range(1, 11)] == [
        *("๑", "๕", "๒", "๔", "๓"),
        *("๗", "๖", "๘"),
        *("๙", "๑๐"),
    ]


@pytest.mark.parametrize(
    ("slug", "year", "verdict"),
    [
        ("thung-arun", 2564, Verdict.CONSISTENT),
        ("khao-thong", 2565, Verdict.CONSISTENT),
        ("krabueang-nok", 2568, Verdict.UNDECIDABLE),
    ],
)
def test_no_announced_level_is_called_wrong(agency, slug, year, verdict):
    site = agency(slug)

    assert level_verdict(site.frameworks[year], site.result(year)).verdict is verdict


def test_the_highest_the_second_and_the_lowest_of_thung_arun_are_those_it_names(agency):
    indicators = agency("thung-arun").result(2564).indicators

    ranked = sorted(indicators, key=lambda number: indicators[number].score, reverse=True)

    assert (ranked[0], ranked[1], ranked[-1]) == (1, 2, 10)


def test_thung_arun_names_ten_defective_items_and_gives_advice(agency):
    result = agency("thung-arun").result(2564)
    by_subject = {entry.indicator or entry.instrument: entry for entry in result.analysis}

    assert list(by_subject) == ["IIT", 5, "EIT", 8, "OIT", 10]
    assert by_subject[10].cites == tuple(by_subject[10].titles)
    assert by_subject[10].cites == tuple(f"O{number}" for number in range(34, 44))
    assert [len(by_subject[key].advice) for key in (5, 8, "OIT")] == [1, 2, 2]
    assert len(result.advice) == 5


def test_thung_arun_names_who_is_responsible_for_each_of_five_points(agency):
    [step] = agency("thung-arun").measures(2565).measures[2].steps

    assert [point.responsible for point in step.points] == [
        ("clerk",),
        ("clerk",),
        ("finance",),
        ("clerk",),
        ("clerk",),
    ]


def test_pong_nam_ron_reports_in_a_memorandum_that_all_measures_are_done(agency):
    plan = agency("pong-nam-ron").measures(2564)

    assert plan.memo.date.isoformat() == "2021-03-25"
    assert plan.memo.reference is None
    assert plan.indicators == (10,)
    assert {measure.progress for measure in plan.measures} == {Progress.DONE}
    assert {m.follow_up for m in plan.measures} == {"รายงานความก้าวหน้าและสรุปผล ณ สิ้นปีงบประมาณ"}


def test_pong_nam_ron_names_what_to_improve_and_the_defective_items(agency):
    [entry] = agency("pong-nam-ron").result(2563).analysis

    assert len(entry.improvements) == 4
    assert entry.cites == ("10.1", "O37", "O38", "O40", "O27", "10.2", "O43")
    assert set(entry.titles) == set(entry.cites)


def test_khao_thong_names_what_to_improve_by_instrument(agency):
    analysis = agency("khao-thong").result(2565).analysis

    told = [(entry.instrument, len(entry.improvements)) for entry in analysis]

    assert told == [("IIT", 2), ("EIT", 3), ("OIT", 1)]


def test_krabueang_nok_reports_outputs_and_outcomes_and_no_status(agency):
    measures = agency("krabueang-nok").measures(2568).measures

    assert [len(m.steps) for m in measures] == [2, 3, 3, 1, 1, 1, 3]
    assert [len(m.outputs) for m in measures] == [2, 2, 1, 4, 4, 2, 2]
    assert [len(m.outcomes) for m in measures] == [2, 2, 1, 1, 4, 1, 2]
    assert {m.progress for m in measures} == {None}
    assert measures[5].cites == ("9.3",)


@pytest.mark.parametrize("slug", AGENCIES)
def test_where_the_document_prints_no_website_the_name_is_one_that_cannot_exist(agency, slug):
    printed = {"khao-thong": "https://www.khaothong.go.th/"}

    assert agency(slug).agency.main_site == printed.get(slug, f"https://{slug}.example/")


def test_the_digits_are_those_of_the_document(agency):
    shown = {slug: agency(slug).agency.digits.value for slug in AGENCIES}

    assert shown == dict.fromkeys(AGENCIES, "thai") | {"thung-arun": "arabic"}
