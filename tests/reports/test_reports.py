"""The yearly reports as documents: what they say, in which order, in whose words."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.content import load_site
from prongsai.reports import build_reports
from prongsai.reports.document import Author, Bullets, Link, Notice, Paragraph, Table, Tone


@pytest.fixture(scope="module")
def reports(samruean):
    """The reports of อบต.สามเรือน by kind and year."""
    return {(report.kind, report.fiscal_year): report for report in build_reports(samruean)}


@pytest.fixture(scope="module")
def example():
    """The reports of the example agency by kind and year."""
    site = load_site(Path(__file__).parents[1] / "pages/example")
    return {(report.kind, report.fiscal_year): report for report in build_reports(site)}


def section(report, name):
    [found] = [one for one in report.sections if one.id == name]
    return found


def text_of(line):
    return "".join(part.text if isinstance(part, Link) else part for part in line)


def column(table, title):
    index = [column.title for column in table.columns].index(title)
    return [" ".join(map(text_of, row[index].lines)) for row in table.rows]


def test_every_year_has_the_reports_that_its_content_allows(reports):
    assert set(reports) == {
        ("result", 2567),
        ("result", 2568),
        ("analysis", 2568),
        ("measures", 2569),
        ("progress", 2569),
    }


def test_section_ids_are_ascii_and_stand_once(reports, example):
    for report in [*reports.values(), *example.values()]:
        ids = [one.id for one in report.sections]
        assert all(one.isascii() and one == one.lower() for one in ids)
        assert len(ids) == len(set(ids))


def test_every_row_of_a_table_has_a_cell_for_every_column(reports, example):
    for report in [*reports.values(), *example.values()]:
        for block in (block for one in report.sections for block in one.blocks):
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} == {len(block.columns)}


def test_the_result_holds_every_announced_figure_as_it_was_printed(reports):
    result = reports["result", 2568]

    [instruments] = section(result, "instruments").blocks
    assert column(instruments, "คะแนน") == ["๙๖.๘๖", "๙๕.๗๗", "๙๗.๕๐"]
    _, indicators = section(result, "indicators").blocks
    assert column(indicators, "คะแนน")[2:4] == ["๑๐๐.๐๐", "๘๙.๐๕"]
    subs, items = section(result, "items").blocks
    assert column(subs, "คะแนนเฉลี่ย (ระบบคำนวณ)")[2] == "๗๕.๐๐"
    assert column(items, "คะแนน")[12] == "๕๐.๐๐"
    assert len(items.rows) == 28


def test_scores_under_the_mark_are_told_by_more_than_colour(example):
    [instruments] = section(example["result", 2568], "instruments").blocks

    assert [row[-1].tone for row in instruments.rows] == ["", "", "weak"]


def test_contradictions_of_the_source_are_told_and_not_repaired(reports):
    notice = next(
        block
        for block in section(reports["result", 2568], "contradictions").blocks
        if isinstance(block, Notice)
    )

    lines = [text_of(line) for line in notice.lines]
    assert notice.tone is Tone.WARNING
    assert any("ตัวชี้วัดที่ ๖" in line and "ประกาศ ๙๖.๒๖" in line for line in lines)
    assert any("พิมพ์ ๙๖.๒๙" in line and "พิมพ์ ๙๖.๒๖" in line for line in lines)


def test_the_analysis_keeps_the_two_parts_of_the_eit_apart(reports):
    blocks = section(reports["analysis", 2568], "indicator-6").blocks

    told = [text_of(block.line) for block in blocks if isinstance(block, Paragraph)]
    assert [line for line in told if line.startswith("ส่วนที่")] == [
        "ส่วนที่ ๑ ผู้รับบริการหรือผู้ติดต่อราชการตอบด้วยตนเอง (EIT Public)",
        "ส่วนที่ ๒ ผู้ประเมินจัดเก็บข้อมูล (EIT Survey)",
    ]


def test_a_cited_item_leads_to_its_page(reports):
    blocks = section(reports["analysis", 2568], "indicator-4").blocks

    links = [part for block in blocks if isinstance(block, Paragraph) for part in block.line]
    assert Link("O8", "oit/2568/o8.md") in links


def test_words_of_the_agency_and_of_the_software_are_told_apart(example):
    blocks = section(example["analysis", 2568], "indicator-9").blocks

    assert [block.by for block in blocks if isinstance(block, Paragraph | Bullets)] == [
        Author.AGENCY,  # the text
        Author.SOFTWARE,  # ข้อบกพร่องที่ระบุไว้
        Author.AGENCY,  # the weaknesses
        Author.SOFTWARE,  # อ้างอิงจาก
    ]


def test_what_stands_out_is_ranked_and_ties_are_named_together(reports):
    bullets = section(reports["analysis", 2568], "standing-out").blocks[0]

    assert [text_of(line) for line in bullets.lines] == [
        "สูงสุด: ตัวชี้วัดที่ ๓ การใช้อำนาจ และ ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (๑๐๐.๐๐ คะแนน)",
        "รองลงมา: ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (๙๙.๒๙ คะแนน)",
        "ต่ำสุด: ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ (๘๙.๐๕ คะแนน)",
        "ไม่มีตัวชี้วัดใดต่ำกว่า ๘๕ คะแนน",
    ]


def test_questions_and_items_below_full_marks_come_lowest_first(example):
    table = section(example["analysis", 2568], "standing-out").blocks[1]

    assert column(table, "ข้อ") == ["O12", "i1"]


def test_measures_stand_in_the_columns_of_the_source(reports):
    [table] = section(reports["measures", 2569], "measures").blocks

    assert [column.title for column in table.columns] == [
        "ตัวชี้วัด",
        "มาตรการ/โครงการ/ กิจกรรม",
        "ผลการวิเคราะห์ตัวชี้วัด ตามหลักเกณฑ์การประเมิน ITA",
        "ขั้นตอน/วิธีการ",
        "ระยะเวลา ดำเนินการ",
        "ผู้รับผิดชอบ/ ผู้ที่เกี่ยวข้อง",
    ]
    assert len(table.rows) == 10
    assert set(column(table, "ระยะเวลา ดำเนินการ")) == {
        "๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙",
        "๑ ต.ค. ๖๗ ถึง ๓๐ ก.ย. ๖๘",
    }


def test_a_measure_is_shown_with_the_score_that_it_answers(reports):
    [table] = section(reports["measures", 2569], "measures").blocks

    assert column(table, "ตัวชี้วัด")[3] == "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ๘๙.๐๕ คะแนน"


def test_measures_that_nobody_reported_on_are_called_so(reports):
    notice = reports["progress", 2569].lead[1]

    assert isinstance(notice, Notice)
    assert notice.title == "ยังไม่มีรายงานผล"


def test_progress_is_summed_and_shown_with_outputs_and_outcomes(example):
    report = example["progress", 2569]
    [table] = section(report, "progress").blocks

    assert text_of(report.lead[1].line) == (
        "ผลการดำเนินการ: อยู่ระหว่างดำเนินการ ๑ รายการ · ดำเนินการเรียบร้อยแล้ว ๑ รายการ "
        "· ยังไม่มีรายงานผล ๑ รายการ"
    )
    assert column(table, "ดำเนินการเรียบร้อยแล้ว") == ["✓", "", ""]
    assert column(table, "อยู่ระหว่างดำเนินการ") == ["", "✓", ""]
    assert column(table, "ยังไม่ดำเนินการ") == ["", "", ""]
    assert column(table, "ผลผลิต")[0] == "ตาราง 12 เดือน คู่มือ 1 เล่ม"
