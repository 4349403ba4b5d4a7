"""Tables as agencies lay them out: a score is taken only from a column that can be nothing else."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from prongsai import frameworks
from prongsai.intake import read
from prongsai.recognition import recognise

KNOWN = {2568: frameworks.load(2568, "national")}
TITLE = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568"
NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของทางราชการ")
SCORES = ("99.29", "99.05", "98.00", "89.05")
OTHERS = ("91.29", "92.05", "93.00", "94.05")


def indicators(path):
    found = recognise(read(path), KNOWN)
    return [one.value for one in found.certain if one.figure.startswith("indicator ")]


def written(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("head", ["ข้อ", "ที่", "ลำดับที่", "ตัวชี้วัดที่", "ข้อที่"])
def test_the_numbers_of_the_rows_are_no_scores(head, tmp_path):
    rows = [(n, name, score) for n, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1)]
    table = [(TITLE, "", ""), (head, "ชื่อ", "คะแนน"), *rows]

    assert indicators(written(tmp_path / "result.csv", table)) == list(SCORES)


@pytest.mark.parametrize(
    ("other", "own"),
    [
        ("คะแนนปีก่อน", "คะแนนปีนี้"),
        ("ผลปีที่ผ่านมา", "ผลปีปัจจุบัน"),
        ("คะแนนเฉลี่ยประเทศ", "คะแนนหน่วยงาน"),
        ("คะแนนสูงสุด", "คะแนนเฉลี่ย"),
        ("ผลประเมินตนเอง", "คะแนน ป.ป.ช."),
        ("ปี 2567", "ปี 2568"),
    ],
)
def test_scores_of_others_and_of_other_years_are_not_taken(other, own, tmp_path):
    rows = list(zip(NAMES, OTHERS, SCORES, strict=True))
    table = [(TITLE, "", ""), ("ตัวชี้วัด", other, own), *rows]

    assert indicators(written(tmp_path / "result.csv", table)) == list(SCORES)


def test_of_two_columns_that_may_both_be_the_score_none_is_taken(tmp_path):
    rows = list(zip(NAMES, OTHERS, SCORES, strict=True))
    table = [(TITLE, "", ""), ("ตัวชี้วัด", "คะแนนที่ได้", "ร้อยละ"), *rows]

    assert indicators(written(tmp_path / "result.csv", table)) == []


def sheet(path, values, form, hidden=None):
    book = openpyxl.Workbook()
    page = book.active
    page.append((TITLE,))
    page.append(("ตัวชี้วัด", "คะแนนเดิม", "คะแนน"))
    for name, value in zip(NAMES, values, strict=True):
        page.append((name, None, value))
        page.cell(page.max_row, 3).number_format = form
    if hidden:
        page.cell(2, 2).value = "คะแนน"
        for row, value in enumerate(OTHERS, 3):
            page.cell(row, 2).value = float(value)
        page.column_dimensions[hidden].hidden = True
    book.save(path)
    return path


def test_a_share_is_read_as_excel_shows_it(tmp_path):
    path = sheet(tmp_path / "r.xlsx", (0.9929, 0.9905, 0.98, 0.8905), "0.00%")

    assert indicators(path) == list(SCORES)


def test_a_half_is_rounded_as_excel_rounds_it(tmp_path):
    path = sheet(tmp_path / "r.xlsx", (89.125, 95.345, 97.625, 90.0), "0.00")

    assert indicators(path) == ["89.13", "95.35", "97.63", "90.00"]


def test_a_hidden_column_is_not_read(tmp_path):
    path = sheet(tmp_path / "r.xlsx", tuple(map(float, SCORES)), "0.00", hidden="B")

    assert indicators(path) == list(SCORES)


OWN = "ปีงบประมาณ พ.ศ. 2568 องค์การบริหารส่วนตำบลตัวอย่าง จังหวัดตัวอย่าง ได้คะแนนรวม 92.30 คะแนน"


@pytest.mark.parametrize(
    "other",
    [
        "ทั้งประเทศได้คะแนนเฉลี่ย 93.05 คะแนน",
        "ทั้งจังหวัดได้คะแนนเฉลี่ย 93.05 คะแนน",
        "ปี 67 ได้คะแนน 93.05 คะแนน",
        "ในปี 2567 ได้คะแนน 93.05 คะแนน",
        "ปีที่แล้วได้คะแนน 93.05 คะแนน",
        "หน่วยงานควรได้คะแนน 93.05 คะแนน",
        "ตั้งเป้าให้ได้คะแนน 93.05 คะแนน",
    ],
)
def test_the_total_of_others_other_years_and_hopes_is_not_taken(other, tmp_path):
    path = tmp_path / "result.txt"
    path.write_text(f"{TITLE}\n\n{OWN}\n\n{other}\n", encoding="utf-8")

    found = recognise(read(path), KNOWN)

    assert [one.value for one in found.certain if one.figure == "total"] == ["92.30"]
    assert all("93.05" not in str(one) for one in found.certain)


@pytest.mark.parametrize(
    "line",
    [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ปีที่แล้วได้ 91.00 คะแนน",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ควรได้คะแนน 100.00",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนน 30.00 จาก 100",
    ],
)
def test_what_an_indicator_had_or_should_have_is_not_its_score(line, tmp_path):
    path = tmp_path / "result.txt"
    path.write_text(f"{TITLE}\n\n{OWN}\n\n{line}\n", encoding="utf-8")

    assert indicators(path) == []


def test_a_year_that_is_hoped_for_is_not_that_of_the_result(tmp_path):
    path = tmp_path / "result.txt"
    path.write_text(f"{TITLE}\n\nตั้งเป้าปี 2567 ให้ได้คะแนน 99.00 คะแนน\n", encoding="utf-8")

    both = KNOWN | {2567: frameworks.load(2567, "national")}

    assert recognise(read(path), both).year == 2568


@pytest.mark.parametrize(("year", "taken"), [("2567", []), ("2568", list(SCORES))])
def test_a_table_below_the_name_of_another_year_is_not_read(year, taken, tmp_path):
    table = "\n".join(f"{name}\t{score}" for name, score in zip(NAMES, SCORES, strict=True))
    path = tmp_path / "result.txt"
    text = f"{TITLE}\n\n{OWN}\n\nผลคะแนนปีงบประมาณ {year}\n\nตัวชี้วัด\tคะแนน\n{table}\n"
    path.write_text(text, encoding="utf-8")

    assert indicators(path) == taken
