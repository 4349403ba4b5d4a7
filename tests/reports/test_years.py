"""Results of several years beside each other: what is compared, what is kept apart, what is not known."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from prongsai.content import load_site
from prongsai.pages.svg import trend_chart
from prongsai.reports.document import Link
from prongsai.reports.years import side_by_side

AGENCY = """\
name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
short_name: {th: อบต.ตัวอย่าง}
kind: local-government
main_site: https://example.go.th/
"""
RESULTS = {
    2561: "{fiscal_year: 2561, total: 71.20, indicators: {1: 70.11, 5: 62.01}}",
    2563: "{fiscal_year: 2563, total: 64.93, level: D, indicators: {1: 86.38, 10: 42.86}}",
    2564: "{fiscal_year: 2564, total: 78.35, level: B, indicators: {1: 100, 10: 25.00}}",
    2566: "{fiscal_year: 2566, total: 88.88, level: ผ่าน}",
    2568: "{fiscal_year: 2568, total: 96.79, level: ผ่านดี, indicators: {1: 99.29, 10: 100.00}}",
}
"""Made up; FY2561 had five indices of its own, FY2562 to FY2569 share ten indicators."""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def years_of(tmp_path):
    """A function from results by year to their side by side view."""

    def load(results):
        (tmp_path / "agency.yml").write_text(AGENCY, encoding="utf-8")
        for year, text in results.items():
            (tmp_path / str(year)).mkdir()
            (tmp_path / str(year) / "result.yml").write_text(text, encoding="utf-8")
        plan = tmp_path / "2569" / "measures.yml"
        plan.parent.mkdir(exist_ok=True)
        plan.write_text("{fiscal_year: 2569, result_year: 2568, measures: []}", encoding="utf-8")
        return side_by_side(load_site(tmp_path))

    return load


@pytest.fixture
def years(years_of):
    return years_of(RESULTS)


def text_of(line):
    return "".join(part.text if isinstance(part, Link) else part for part in line)


def rows(table):
    cells = [[" ".join(map(text_of, cell.lines)) for cell in row] for row in table.rows]
    return {row[0]: row[1:] for row in cells}


def test_years_with_the_same_indicators_share_a_table_oldest_first(years):
    [newest, _] = years.tables

    assert [one.title for one in newest.columns[1:]] == [
        "ปี ๒๕๖๓",
        "ปี ๒๕๖๔",
        "ปี ๒๕๖๖",
        "ปี ๒๕๖๘",
    ]
    assert rows(newest)["คะแนนรวม"] == ["๖๔.๙๓", "๗๘.๓๕", "๘๘.๘๘", "๙๖.๗๙"]
    assert rows(newest)["ระดับ"] == ["D", "B", "ผ่าน", "ผ่านดี"]
    # Indicators that no year tells are not rows of dashes.
    assert len(rows(newest)) == 2 + 2


def test_what_a_year_does_not_tell_is_left_open_not_guessed(years):
    newest = rows(years.tables[0])

    assert newest["ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"] == ["๔๒.๘๖", "๒๕.๐๐", "–", "๑๐๐.๐๐"]
    assert "ตัวชี้วัดที่ ๒ การใช้งบประมาณ" not in newest


def test_a_year_with_other_indicators_stands_in_a_table_of_its_own_and_says_so(years):
    [_, other] = years.tables
    told = [text_of(note.line) for note in years.notes]

    assert list(rows(other)) == [
        "คะแนนรวม",
        "ระดับ",
        "ตัวชี้วัดที่ ๑ ดัชนีความโปร่งใส",
        "ตัวชี้วัดที่ ๕ ดัชนีคุณธรรมการทำงานในหน่วยงาน",
    ]
    assert "ปี ๒๕๖๑ ประเมินด้วยตัวชี้วัดคนละชุด จึงแสดงแยกและไม่นำมาเทียบรายตัวชี้วัด" in told
    assert any("ปี ๒๕๖๓, ๒๕๖๔ ใช้ AA A B C D E F" in text for text in told)


def test_years_of_one_framework_need_no_notes(years_of):
    years = years_of({year: RESULTS[year] for year in (2566, 2568)})

    assert years.notes == ()
    assert len(years.tables) == 1


def test_all_trends_have_the_same_years_so_that_one_can_be_held_beside_another(years):
    spans = {
        one.id: [(score.fiscal_year, score.score and str(score.score)) for score in one.scores]
        for one in years.trends
    }

    assert spans == {
        "trend-total": [
            (2561, "71.20"),
            (2562, None),
            (2563, "64.93"),
            (2564, "78.35"),
            (2565, None),
            (2566, "88.88"),
            (2567, None),
            (2568, "96.79"),
        ],
        "trend-indicator-1": [
            (2561, None),
            (2562, None),
            (2563, "86.38"),
            (2564, "100"),
            (2565, None),
            (2566, None),
            (2567, None),
            (2568, "99.29"),
        ],
        "trend-indicator-10": [
            (2561, None),
            (2562, None),
            (2563, "42.86"),
            (2564, "25.00"),
            (2565, None),
            (2566, None),
            (2567, None),
            (2568, "100.00"),
        ],
    }


def test_one_year_alone_has_nothing_beside_it(years_of):
    years = years_of({2568: RESULTS[2568]})

    assert (years.tables, years.trends, years.notes) == ((), (), ())


def test_without_results_there_is_nothing_to_compare(years_of):
    years = years_of({})

    assert (years.tables, years.trends, years.notes) == ((), (), ())


def drawn(trend):
    return ElementTree.fromstring(trend_chart(trend))


def found(svg, kind):
    return [one for one in svg.iter() if one.get("class", "").split()[:1] == [f"ps-chart__{kind}"]]


def test_a_line_joins_neighbouring_years_only(years):
    [total, *_] = years.trends
    svg = drawn(total)

    [line] = found(svg, "trend")  # 2563 to 2564; no score is drawn where none is known
    assert float(line.get("y1")) > float(line.get("y2"))
    assert len(list(svg.iter(f"{SVG}circle"))) == 5


def test_a_score_under_the_pass_mark_is_told_by_its_place_and_its_colour(years):
    svg = drawn(years.trends[2])
    [mark] = found(svg, "mark")
    level = float(mark.get("y1"))
    weak = {float(one.get("cy")) > level for one in found(svg, "bar--weak")}
    strong = {float(one.get("cy")) > level for one in found(svg, "bar")}

    assert (weak, strong) == ({True}, {False})


def test_a_screen_reader_hears_every_score_of_a_trend(years):
    svg = drawn(years.trends[0])

    assert svg.findtext(f"{SVG}desc") == (
        "คะแนนรวม รายปี คะแนนเต็ม ๑๐๐: ปี ๒๕๖๑ ๗๑.๒๐ คะแนน, ปี ๒๕๖๓ ๖๔.๙๓ คะแนน, "
        "ปี ๒๕๖๔ ๗๘.๓๕ คะแนน, ปี ๒๕๖๖ ๘๘.๘๘ คะแนน, ปี ๒๕๖๘ ๙๖.๗๙ คะแนน "
        "เส้นประคือ ๘๕ คะแนน"
    )


@pytest.mark.parametrize("last", [2562, 2565, 2569])
def test_no_label_of_a_trend_covers_another_or_leaves_the_picture(years_of, last):
    alike = {
        year: f"{{fiscal_year: {year}, total: {99 - (year % 3)}.99}}"
        for year in range(2561, last + 1)
    }
    svg = drawn(years_of(alike).trends[0])
    width = float(re.split(r"\s", svg.get("viewBox"))[2])
    places = [
        (float(one.get("x")), float(one.get("y")), len(one.text)) for one in svg.iter(f"{SVG}text")
    ]

    assert len(places) >= 4
    for n, (x, y, letters) in enumerate(places):
        half = letters * 8 / 2  # a digit of 13 units is under 8 wide
        assert half <= x <= width - half
        assert all(abs(x - a) >= 32 or abs(y - b) >= 13 for a, b, _ in places[n + 1 :])
