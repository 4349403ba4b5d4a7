"""How measures were carried out: the states, what is late, the agency's own columns, the day."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.content import load_site
from prongsai.reports import build_reports
from prongsai.reports.document import Link, Notice, Paragraph

AGENCY = """\
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://example.go.th/
"""
MEASURES = """\
fiscal_year: 2569
result_year: 2568
{more}
measures:
  - {{id: m1, title: อบรม, period: ต.ค. 68 - ธ.ค. 68, progress: done}}
  - {{id: m2, title: คู่มือ, period: ต.ค. 68 - มี.ค. 69, progress: in-progress}}
  - {{id: m3, title: ประชุม, period: ต.ค. 68 - ก.ย. 69, progress: not-started}}
  - {{id: m4, title: แผ่นพับ, period: ต.ค. 68 - ธ.ค. 68}}
"""


@pytest.fixture
def reports_of(tmp_path):
    """A function from the text of measures.yml to the reports by kind."""

    def build(text):
        (tmp_path / "2569").mkdir(exist_ok=True)
        (tmp_path / "agency.yml").write_text(AGENCY, encoding="utf-8")
        (tmp_path / "2569/measures.yml").write_text(text, encoding="utf-8")
        return {report.kind: report for report in build_reports(load_site(tmp_path))}

    return build


def text_of(line):
    return "".join(part.text if isinstance(part, Link) else part for part in line)


def told(report):
    """All that the report says before its table."""
    found = []
    for block in report.lead:
        if isinstance(block, Paragraph):
            found.append(text_of(block.line))
        if isinstance(block, Notice):
            found += [block.title, *map(text_of, block.lines)]
    return found


def heads(report):
    return [one.title for one in report.sections[0].blocks[0].columns]


def test_what_ended_before_the_day_of_the_report_and_is_not_done_is_late(reports_of):
    report = reports_of(MEASURES.format(more="reported_on: 30 เม.ย. 69"))["progress"]

    assert told(report)[-4:] == [
        "มาตรการที่พ้นระยะเวลาแล้วแต่ยังไม่แล้วเสร็จ ๑ รายการ ณ วันที่ ๓๐ เมษายน ๒๕๖๙",
        "คู่มือ: อยู่ระหว่างดำเนินการ สิ้นสุดระยะเวลา ๓๑ มีนาคม ๒๕๖๙",
        "มาตรการที่พ้นระยะเวลาแล้วและยังไม่ทราบว่าแล้วเสร็จหรือไม่ ๑ รายการ ณ วันที่ ๓๐ เมษายน ๒๕๖๙",
        "แผ่นพับ: ยังไม่มีรายงานผล สิ้นสุดระยะเวลา ๓๑ ธันวาคม ๒๕๖๘",
    ]
    assert report.day == date(2026, 4, 30)


def test_the_last_day_of_a_period_is_not_late(reports_of):
    report = reports_of(MEASURES.format(more="reported_on: 31 มี.ค. 69"))["progress"]

    assert any("๑ รายการ ณ วันที่ ๓๑ มีนาคม ๒๕๖๙" in text for text in told(report))
    assert not any(text.startswith("คู่มือ") for text in told(report))


def test_without_a_day_nothing_is_called_late(reports_of):
    """The program never takes today's date: the report would change without its data."""
    report = reports_of(MEASURES.format(more=""))["progress"]

    assert told(report)[-1] == "ไม่ได้ระบุวันที่รายงาน จึงไม่ได้ระบุว่ามาตรการใดล่าช้า"
    assert report.day is None


def test_the_day_of_the_memorandum_is_the_day_of_the_report(reports_of):
    memo = "memo: {office: สำนักปลัด, subject: รายงานผล, to: นายก อบต., date: 30 เม.ย. 69}"

    report = reports_of(MEASURES.format(more=memo))["progress"]

    assert report.day == date(2026, 4, 30)
    assert report.memo.date == "๓๐ เมษายน ๒๕๖๙"
    assert any("๑ รายการ ณ วันที่ ๓๐ เมษายน ๒๕๖๙" in text for text in told(report))


def test_when_the_file_was_changed_dates_the_measures_and_calls_nothing_late(reports_of):
    reports = reports_of(MEASURES.format(more="updated: 1 มิ.ย. 69"))

    assert [reports[kind].day for kind in ("measures", "progress")] == [date(2026, 6, 1)] * 2
    assert told(reports["progress"])[-1].startswith("ไม่ได้ระบุวันที่รายงาน")


def test_nothing_late_is_said_only_where_every_period_is_known(reports_of):
    day = MEASURES.format(more="reported_on: 1 พ.ย. 68")
    vague = day.replace("ต.ค. 68 - ก.ย. 69", "{text: ภายในไตรมาส}")

    said = "ณ วันที่ ๑ พฤศจิกายน ๒๕๖๘ ไม่มีมาตรการที่พ้นระยะเวลาแล้วแต่ยังไม่แล้วเสร็จ"
    assert told(reports_of(day)["progress"])[-1] == said
    assert said not in told(reports_of(vague)["progress"])


def test_a_plan_on_which_nothing_is_reported_tells_what_has_ended_as_well(reports_of):
    text = MEASURES.format(more="reported_on: 31 มี.ค. 69")
    text = text.replace(", progress: done", "").replace(", progress: in-progress", "")
    found = told(reports_of(text.replace(", progress: not-started", ""))["progress"])

    assert "ยังไม่มีรายงานผล" in found
    assert any("และยังไม่ทราบว่าแล้วเสร็จหรือไม่ ๒ รายการ" in one for one in found)


def test_a_period_of_an_earlier_year_is_a_slip_and_not_late(reports_of):
    text = MEASURES.format(more="reported_on: 1 พ.ย. 68").replace(
        "คู่มือ, period: ต.ค. 68 - มี.ค. 69", "คู่มือ, period: ต.ค. 67 - มี.ค. 68"
    )

    assert not any(one.startswith("คู่มือ") for one in told(reports_of(text)["progress"]))


def test_outputs_without_a_state_are_neither_late_nor_done(reports_of):
    text = MEASURES.format(more="reported_on: 31 มี.ค. 69").replace(
        "แผ่นพับ, period: ต.ค. 68 - ธ.ค. 68", "แผ่นพับ, period: ต.ค. 68 - ธ.ค. 68, outputs: [500 แผ่น]"
    )
    found = told(reports_of(text)["progress"])

    assert found[-1] == "แผ่นพับ: ไม่ได้ระบุสถานะ สิ้นสุดระยะเวลา ๓๑ ธันวาคม ๒๕๖๘"
    assert not any("ไม่มีมาตรการที่พ้นระยะเวลา" in one for one in found)


def test_a_day_before_the_year_tells_nothing_of_what_is_late(reports_of):
    report = reports_of(MEASURES.format(more="reported_on: 31 มี.ค. 68"))["progress"]

    assert told(report)[-1] == "วันที่รายงานอยู่ก่อนปีงบประมาณนี้ จึงไม่ได้ระบุว่ามาตรการใดล่าช้า"


def test_the_agencys_columns_come_in_its_order_under_its_headings(reports_of):
    more = "columns: {responsible: ฝ่าย, title: เรื่อง, period: ห้วงเวลา}"
    reports = reports_of(MEASURES.format(more=more))

    assert heads(reports["measures"]) == ["เรื่อง", "ห้วงเวลา"]  # nobody is responsible
    assert heads(reports["progress"]) == [
        "เรื่อง",
        "ห้วงเวลา",
        "ยังไม่ดำเนินการ",
        "อยู่ระหว่างดำเนินการ",
        "ดำเนินการเรียบร้อยแล้ว",
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("{}", ["มาตรการ/โครงการ/กิจกรรม", "ระยะเวลาดำเนินการ", "สถานะ", "ผลผลิต"]),
        ("{outputs: ผลงาน, title: เรื่อง}", ["ผลงาน", "สถานะ", "เรื่อง", "ระยะเวลาดำเนินการ"]),
    ],
)
def test_the_states_stand_before_what_came_of_a_measure_but_never_first(
    reports_of, columns, expected
):
    text = MEASURES.format(more=f"columns: {columns}").replace(
        "progress: done", "progress: done, outputs: [อบรม 2 ครั้ง]"
    )
    found = heads(reports_of(text)["progress"])

    at = found.index("ยังไม่ดำเนินการ")
    assert [*found[:at], "สถานะ", *found[at + 3 :]] == expected
