"""A result beside that of the year before: what is compared, and what is said of the older figures."""

from __future__ import annotations

import pytest

from prongsai.content import load_site
from prongsai.reports import build_reports
from prongsai.reports.comparison import with_last_year
from prongsai.reports.document import Bullets, Notice, Table

AGENCY = """\
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://example.go.th/
"""


@pytest.fixture
def site_of(tmp_path):
    def load(**results):
        (tmp_path / "agency.yml").write_text(AGENCY, encoding="utf-8")
        for year, text in results.items():
            folder = tmp_path / year.removeprefix("y")
            folder.mkdir()
            (folder / "result.yml").write_text(text, encoding="utf-8")
        return load_site(tmp_path)

    return load


def rows(table):
    return [["".join(map(str, cell.lines[0])) for cell in row] for row in table.rows]


def test_an_indicator_of_the_same_number_and_another_name_is_not_compared(site_of):
    """FY2561 had five indices of its own under the numbers 1 to 5."""
    site = site_of(
        y2561="{fiscal_year: 2561, total: 70.00, indicators: {1: 60.00, 2: 61.00}}",
        y2562="{fiscal_year: 2562, total: 75.50, indicators: {1: 90.00, 2: 91.00}}",
    )

    table = with_last_year(site, site.result(2562))

    assert rows(table) == [["คะแนนรวม", "๗๐.๐๐", "๗๕.๕๐", "+๕.๕๐"]]


def test_indicators_of_the_same_name_are_compared_as_announced(site_of):
    site = site_of(
        y2567="{fiscal_year: 2567, indicators: {1: 90.10, 3: 80.00}}",
        y2568="{fiscal_year: 2568, indicators: {1: 89.05, 2: 99.00, 3: 80.00}}",
    )

    table = with_last_year(site, site.result(2568))

    assert rows(table) == [
        ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๙๐.๑๐", "๘๙.๐๕", "-๑.๐๕"],
        ["ตัวชี้วัดที่ ๓ การใช้อำนาจ", "๘๐.๐๐", "๘๐.๐๐", "๐.๐๐"],
    ]


def test_what_is_printed_otherwise_of_a_compared_figure_of_last_year_is_told_with_its_year(site_of):
    site = site_of(
        y2567="""\
fiscal_year: 2567
total: 80.00
indicators: {1: 70.00}
printed_otherwise:
  - {figure: total, value: 81.00, place: หน้า ๑}
  - {figure: indicator 1, value: 71.00, place: หน้า ๒}
""",
        y2568="{fiscal_year: 2568, total: 90.00, indicators: {1: 90.00, 2: 90.00, 3: 90.00}}",
    )

    [analysis] = [r for r in build_reports(site) if (r.kind, r.fiscal_year) == ("analysis", 2568)]

    told = [
        "".join(map(str, line))
        for section in analysis.sections
        for block in section.blocks
        if isinstance(block, Notice)
        for line in block.lines
    ]
    assert "คะแนนรวม ปี ๒๕๖๗: พิมพ์ ๘๑.๐๐ ในหน้า ๑ ส่วนที่ใช้ในรายงานนี้คือ ๘๐.๐๐" in told
    assert "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ปี ๒๕๖๗: พิมพ์ ๗๑.๐๐ ในหน้า ๒ ส่วนที่ใช้ในรายงานนี้คือ ๗๐.๐๐" in told


def notices(report):
    return [
        "".join(map(str, line))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Notice)
        for line in block.lines
    ]


def analysis_of(site, year):
    [found] = [r for r in build_reports(site) if (r.kind, r.fiscal_year) == ("analysis", year)]
    return found


def test_a_printed_change_that_the_totals_do_not_give_is_told_with_both_values(site_of):
    site = site_of(
        y2567="{fiscal_year: 2567, total: 80.00}",
        y2568="{fiscal_year: 2568, total: 90.00, change: 5.00, indicators: {1: 90.00}}",
    )

    assert notices(analysis_of(site, 2568)) == [
        "ผลต่างจากปีก่อน: พิมพ์ +๕.๐๐ แต่คะแนนรวมของทั้งสองปีต่างกัน +๑๐.๐๐"
    ]


def test_a_second_printing_of_last_year_that_this_report_does_not_show_is_left_to_its_own(site_of):
    site = site_of(
        y2567="""\
fiscal_year: 2567
total: 80.00
items: {O13: 50}
printed_otherwise: [{figure: O13, value: 60, place: หน้า ๑}]
""",
        y2568="{fiscal_year: 2568, total: 90.00, indicators: {1: 90.00}}",
    )

    assert notices(analysis_of(site, 2568)) == []


def test_instruments_are_compared_only_where_they_hold_the_same_indicators(site_of):
    site = site_of(
        y2561="{fiscal_year: 2561, instruments: {IIT: 70.00, EIT: 70.00}}",
        y2562="{fiscal_year: 2562, instruments: {IIT: 71.00, EIT: 71.00}}",
    )

    assert with_last_year(site, site.result(2562)) is None


def test_a_figure_is_not_accused_flatly_where_the_rule_of_the_year_is_assumed(site_of):
    site = site_of(
        y2562="{fiscal_year: 2562, total: 90.00, instruments: {IIT: 80, EIT: 80, OIT: 77.50}}"
    )

    [told] = [line for r in build_reports(site) if r.kind == "result" for line in notices(r)]
    assert told.endswith("(วิธีคำนวณของปีนี้ยังไม่ได้รับการยืนยัน จึงอาจไม่ใช่ข้อผิดพลาด)")


def said(report):
    blocks = [*report.lead, *(block for section in report.sections for block in section.blocks)]
    return ["".join(map(str, block.line)) for block in blocks if hasattr(block, "line")]


@pytest.mark.parametrize(
    ("now", "told"),
    [("80.00", "เท่ากับปีก่อน"), ("80.10", "เพิ่มขึ้น ๐.๑๐ คะแนน"), ("79.00", "ลดลง ๑.๐๐ คะแนน")],
)
def test_the_change_from_last_year_is_told_in_words(site_of, now, told):
    site = site_of(
        y2567="{fiscal_year: 2567, total: 80.00}", y2568=f"{{fiscal_year: 2568, total: {now}}}"
    )
    [result] = [r for r in build_reports(site) if (r.kind, r.fiscal_year) == ("result", 2568)]

    assert any(told in one for one in said(result))


def test_a_score_of_just_85_is_no_weakness(site_of):
    site = site_of(y2568="{fiscal_year: 2568, indicators: {1: 85, 2: 84.99, 3: 85.00}}")
    analysis = analysis_of(site, 2568)

    weak = [
        "".join(map(str, cell.lines[0]))
        for section in analysis.sections
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell.tone == "weak"
    ]
    under = [
        "".join(map(str, line))
        for section in analysis.sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for line in block.lines
    ]
    assert set(weak) == {"๘๔.๙๙"}
    assert [one for one in under if one.startswith("ต่ำกว่า")] == [
        "ต่ำกว่า ๘๕ คะแนน: ตัวชี้วัดที่ ๒ การใช้งบประมาณ (๘๔.๙๙ คะแนน)"
    ]


def test_printed_questions_that_may_be_of_one_part_only_accuse_nobody(samruean):
    lines = notices(analysis_of(samruean, 2568))

    caveat = "(คะแนนรายข้อที่พิมพ์อาจเป็นของ EIT เพียงส่วนเดียว จึงอาจไม่ใช่ข้อผิดพลาด)"
    assert [one.split(":")[0] for one in lines if one.endswith(caveat)] == [
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน",
        "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร",
        "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
    ]
