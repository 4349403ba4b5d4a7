"""The pages as Markdown: golden files for every kind, and what changes with the content."""

from __future__ import annotations

import re
from html import escape

import pytest

from prongsai.checks import all_checks, run_checks
from prongsai.opendata import datasets
from prongsai.pages import build_pages, words

GOLDEN = [
    "index",
    "oit/index",
    "oit/2568/index",
    "oit/2568/o1",
    "oit/2568/o2",
    "oit/2568/o3",
    "oit/2568/o4",
    "oit/2568/o10",
    "oit/2568/o12",
    "oit/2568/o22",
    "oit/2569/o25",
    "oit/2569/o26",
    "checks/mea104",
    "data/index",
    "ita/index",
    "ita/2567/index",
    "ita/2568/index",
    "ita/2568/analysis",
    "ita/2569/index",
    "ita/2569/measures",
    "ita/2569/progress",
]


@pytest.mark.parametrize("stem", GOLDEN)
def test_the_page_is_as_accepted(pages, golden, stem):
    golden(f"pages/{stem}.md", pages[f"{stem}.md"].markdown)


def test_every_kind_of_page_has_a_golden_file(pages):
    kinds = {path.replace("2569", "2568") for path in pages if "/o" not in path}
    kinds = {path for path in kinds if not path.startswith("checks/")}

    assert {f"{stem.replace('2569', '2568')}.md" for stem in GOLDEN} >= kinds - {
        "oit/2567/index.md"
    }


SHOWN = ("DIS101", "DIS102", "MEA102", "RES101", "RES104")
"""What the golden page shows: a check that comes later may find more in the example."""


def test_the_page_of_findings_is_as_accepted(example, golden):
    found = [one for one in run_checks(example) if one.code in SHOWN]
    page = next(one for one in build_pages(example, found) if one.path == "checks/index.md")

    told, _, _ = page.markdown.partition("{ #all-checks }")
    golden("pages/checks/index.md", f"{told}\n")


def test_the_page_of_findings_leads_to_a_page_for_every_check(pages):
    _, _, listed = pages["checks/index.md"].markdown.partition("{ #all-checks }")

    assert re.findall(r'href="(\w+)/">(\w+)</a> (.+)</li>', listed) == [
        (code.lower(), code, check.title.th) for code, check in all_checks().items()
    ]
    assert {f"checks/{code.lower()}.md" for code in all_checks()} <= set(pages)


def test_pages_come_in_the_same_order_with_the_same_text_each_time(example, pages):
    again = list(build_pages(example, run_checks(example)))

    assert [(page.path, page.markdown) for page in again] == [
        (path, page.markdown) for path, page in pages.items()
    ]


def test_no_page_of_findings_is_made_unless_the_agency_wants_one(changed):
    pages = changed(("agency.yml", "show_checks: true", "show_checks: false"))

    assert "checks/index.md" not in pages


def test_scores_and_years_are_shown_in_arabic_digits_where_the_agency_says_so(changed):
    pages = changed(("agency.yml", "kind:", "digits: arabic\nkind:"))

    home = pages["index.md"].markdown
    assert "83.05" in home
    assert "พ.ศ.&nbsp;2568" in home
    assert not any("๐" <= char <= "๙" for char in home)


def test_codes_keep_their_arabic_digits_beside_thai_ones(pages):
    text = pages["oit/2568/o12.md"].markdown

    assert "# O12 " in text
    assert "O๑๒" not in text


def test_an_item_leads_to_the_same_item_of_the_years_beside_it(pages):
    text = pages["oit/2568/o1.md"].markdown

    assert '<a href="../../2569/o1/">O1 ' in text
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๗: O1 " in text
    assert "2567/o1" not in text  # no disclosure.yml of that year, so no page to lead to


def test_the_duty_of_measures_is_answered_by_the_reports_of_this_site(pages):
    text = pages["oit/2569/o25.md"].markdown

    assert 'href="../../../ita/2568/analysis/"' in text
    assert 'href="../../../ita/2569/measures/"' in text


def test_a_report_without_a_word_of_progress_answers_no_duty(pages):
    text = pages["oit/2569/o26.md"].markdown  # about FY2568, which has no measures here

    assert 'data-state="missing"' in text
    assert "progress" not in text


def test_a_document_with_a_thai_name_is_published_under_a_plain_one(pages):
    text = pages["oit/2568/o12.md"].markdown

    assert 'href="../../../files/2568/file-' in text
    assert "สรุป.pdf" not in text


def test_a_measure_with_an_outcome_but_no_status_is_not_called_unreported(changed):
    pages = changed(("2569/measures.yml", "period: ตลอดปีงบประมาณ", "outcomes: [พบผล]"))

    text = pages["ita/2569/progress.md"].markdown
    assert "ไม่ได้ระบุสถานะ ๑ รายการ" in text
    assert "ยังไม่มีรายงานผล" not in text


def test_measures_without_any_report_say_so_once(changed):
    pages = changed(
        ("2569/measures.yml", "    progress: done\n", ""),
        ("2569/measures.yml", "    outputs: [ตาราง 12 เดือน, คู่มือ 1 เล่ม]\n", ""),
        ("2569/measures.yml", "    outcomes: [ประชาชนตรวจสอบได้]\n", ""),
        ("2569/measures.yml", "    progress: in-progress\n", ""),
    )

    text = pages["ita/2569/progress.md"].markdown
    assert "ยังไม่มีข้อมูลผลการดำเนินการของมาตรการปีนี้" in text
    assert "✓" not in text


def test_the_change_is_counted_from_the_year_before(pages):
    assert "เทียบกับปีก่อน ลดลง ๑.๐๕ คะแนน" in pages["index.md"].markdown


def test_the_printed_change_is_told_where_the_year_before_is_not_known(changed):
    pages = changed(
        ("2567/result.yml", "total: 84.10", "level: ผ่าน"),
        ("2568/result.yml", "total: 83.05", "total: 83.05\nchange: -0.42"),
    )

    assert "เทียบกับปีก่อน ลดลง ๐.๔๒ คะแนน" in pages["index.md"].markdown


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("level: ต้องปรับปรุง", "level: ต้องปรับปรุง", "ระดับที่ประกาศสอดคล้องกับคะแนน"),
        ("level: ต้องปรับปรุง", "level: ผ่านดี", "ระดับ: ประกาศว่า ผ่านดี ซึ่งไม่ตรงกับเกณฑ์ของปีนี้"),
        ("total: 83.05\n", "", "ตรวจยืนยันจากคะแนนไม่ได้ เพราะไม่มีคะแนนรวม"),
    ],
)
def test_what_the_figures_say_of_the_level_is_told(changed, old, new, told):
    pages = changed(("2568/result.yml", old, new))

    assert told in pages["ita/2568/index.md"].markdown


def test_a_level_that_no_source_settles_is_shown_as_announced(samruean):
    pages = {page.path: page.markdown for page in build_pages(samruean, [])}

    text = pages["ita/2568/index.md"]
    assert "ระดับ ผ่านดี" in text
    assert "เพราะยังไม่พบเอกสารที่ระบุเงื่อนไขของคะแนนย่อยในปีนี้" in text


def test_items_under_their_own_names_are_not_called_as_printed(changed):
    pages = changed(("2568/result.yml", "O1: 100", "O1: {score: 100, title: โครงสร้าง}"))

    assert "ตามที่พิมพ์" not in pages["ita/2568/index.md"].markdown.partition("ข้อสังเกต")[0]


def test_an_item_that_needs_no_evidence_counts_no_elements(pages):
    text = pages["oit/2568/o10.md"].markdown

    assert "แสดงองค์ประกอบ" not in text
    assert "ยังไม่แสดง" not in text


def test_no_page_shows_the_notes_of_who_keeps_the_catalogue(example, pages):
    published = "\n".join(page.markdown for page in pages.values())
    notes = {
        note
        for year in example.item_years
        for note in (
            *year.framework.sources.values(),
            *(item.elements.source for item in year.framework.items),
        )
        if note
    }

    assert len(notes) > 50
    assert [note for note in notes if note in published or escape(note) in published] == []


def test_whether_elements_are_required_is_a_column_only_where_a_source_says_it(pages):
    known, unknown = pages["oit/2568/o2.md"].markdown, pages["oit/2568/o12.md"].markdown

    assert ">ความจำเป็น</th>" in known
    assert ">ความจำเป็น</th>" not in unknown
    assert "ยังไม่พบแหล่งข้อมูลที่ยืนยันว่าองค์ประกอบใดบังคับ" in unknown


def test_the_grades_of_a_year_are_counted_by_item(pages):
    assert "สูง ๓ ข้อ ปานกลาง ๑๕ ข้อ ต่ำ ๙ ข้อ ไม่พบแหล่งข้อมูล ๑ ข้อ" in pages["oit/2568/index.md"].markdown


def test_a_draft_says_that_the_data_of_the_year_is_not_there_and_shows_nothing_of_last_year(
    changed,
):
    edit = (
        "2569/disclosure.yml",
        "fiscal_year: 2569",
        "fiscal_year: 2569\nitems:\n"
        "  O4: {state: draft, renew: [{title: ข่าวเก่า, file: files/old.pdf, item: O4, fiscal_year: 2568}]}",
    )

    page = changed(edit)["oit/2569/o4.md"].markdown

    assert "ยังไม่มีข้อมูลของปีนี้" in page
    assert 'data-state="missing"' in page
    assert "ข่าวเก่า" not in page
    assert "old.pdf" not in page
    assert "../../2568/o4/" in page or "2568/o4.md" in page


def test_the_page_of_the_open_data_names_every_file_with_its_size(example, pages):
    text = pages["data/index.md"].markdown

    for dataset in datasets(example):
        for file in dataset.files:
            size = example.agency.digits.show(words.size(file.size))
            told = f'<a href="{file.path.removeprefix("data/")}" download>{file.form}</a> {size}<'
            assert told in text


def test_a_licence_is_named_where_the_agency_states_one_and_else_it_is_said_that_none_is(
    pages, changed
):
    stated = changed(("agency.yml", "kind:", "licence: CC0-1.0\nkind:"))["data/index.md"].markdown

    assert 'href="https://creativecommons.org/publicdomain/zero/1.0/" rel="license"' in stated
    assert "ยังไม่ได้ระบุสัญญาอนุญาต" not in stated
    assert "ยังไม่ได้ระบุสัญญาอนุญาต" in pages["data/index.md"].markdown


def test_a_day_of_review_is_shown_the_same_whatever_the_day(changed):
    page = changed(("2568/disclosure.yml", "  O1:\n", "  O1:\n    review: 30 ก.ย. 2568\n"))

    text = page["oit/2568/o1.md"].markdown
    assert "<div><dt>กำหนดทบทวน</dt><dd>๓๐ กันยายน ๒๕๖๘</dd></div>" in text
    assert 'data-review="2025-09-30" hidden>' in text
