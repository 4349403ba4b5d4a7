"""Further layouts of agencies: the right figures come out, or it is told that they were not read."""

from __future__ import annotations

import csv

import docx
import openpyxl
import pytest
import typst

from prongsai import frameworks, thai
from prongsai.intake import read
from prongsai.recognition import OwnAgency, recognise

KNOWN = {year: frameworks.load(year, "national") for year in (2567, 2568)}
OWN = OwnAgency(("องค์การบริหารส่วนตำบลหนองบัว", "อบต.หนองบัว"), "เมืองราชบุรี", "ราชบุรี")
TITLE = "ผลการประเมิน ITA ขององค์การบริหารส่วนตำบลหนองบัว ปีงบประมาณ พ.ศ. 2568"
NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของทางราชการ")
SCORES = ("99.29", "99.05", "98.00", "89.05")
LAST_YEAR = ("91.29", "92.05", "93.00", "94.05")
FIGURES = {f"indicator {n}": score for n, score in enumerate(SCORES, 1)}


def found(path, own=OWN):
    return recognise(read(path), KNOWN, 2568, own)


def figures(recognised):
    return {one.figure: one.value for one in recognised.certain}


def told(recognised):
    return " ".join(one.why.th for one in recognised.left_out)


@pytest.fixture
def text(tmp_path):
    def write(*lines, title=TITLE, name="result.txt"):
        path = tmp_path / name
        path.write_text("\n".join((title, "", *lines)) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def table(tmp_path):
    """A CSV file of a title and rows."""

    def write(*rows, title=TITLE, between=","):
        path = tmp_path / "result.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=between)
            writer.writerows([(title,), *rows])
        return path

    return write


@pytest.fixture
def sheet(tmp_path):
    """A workbook of rows, with cells that are merged."""

    def write(*rows, merged=(), title=TITLE):
        book = openpyxl.Workbook()
        for row in [(title,), *rows]:
            book.active.append([_number(cell) for cell in row])
        for cell in (cell for row in book.active.iter_rows() for cell in row):
            cell.number_format = "0.00" if isinstance(cell.value, float) else "General"
        for one in merged:
            book.active.merge_cells(one)
        path = tmp_path / "result.xlsx"
        book.save(path)
        return path

    return write


def _number(cell):
    is_score = isinstance(cell, str) and cell.replace(".", "").isdecimal()
    return float(cell) if is_score else cell


PAIRS = tuple(zip(NAMES, SCORES, strict=True))


@pytest.mark.parametrize(
    "head",
    [
        "คะแนนปี 2568 (เต็ม 100)",
        "คะแนนที่ได้ (คะแนนเต็ม 100 คะแนน)",
        "ปี 68",
        "ปีงบ 68",
        "คะแนน ปีงบประมาณ พ.ศ.๒๕๖๘",
        "(ร้อยละ)",
        "คะแนน (ร้อยละ)",
        "ผลการประเมิน",
        "Score (%)",
        "2025",
    ],
)
def test_headings_of_the_score_in_many_words(table, head):
    assert figures(found(table(("ตัวชี้วัด", head), *PAIRS))) == FIGURES


@pytest.mark.parametrize(
    "written",
    ["{}%", "{} %", "{} คะแนน", "ร้อยละ {}", "ร้อยละ  {}", "{}/100", "{}*", "({})"],
)
def test_scores_in_many_spellings(table, written):
    rows = [(name, written.format(score)) for name, score in PAIRS]

    assert figures(found(table(("ตัวชี้วัด", "คะแนน"), *rows))) == FIGURES


def test_a_decimal_comma_is_a_point(table):
    rows = [(name, score.replace(".", ",")) for name, score in PAIRS]

    assert figures(found(table(("ตัวชี้วัด", "คะแนน"), *rows, between=";"))) == FIGURES


@pytest.mark.parametrize("head", [("ตัวชี้วัด", "คะแนน"), ("ตัวชี้วัด", "คะแนน", "หมายเหตุ")])
def test_a_decimal_comma_that_cuts_a_score_in_two_is_told(tmp_path, head):
    path = tmp_path / "result.csv"
    lines = [f"{name},{score.replace('.', ',')}" for name, score in PAIRS]
    if len(head) == 3:
        lines = [f"{line}," for line in lines]
    path.write_text("\n".join([TITLE, ",".join(head), *lines]), encoding="utf-8")

    recognised = found(path)

    assert figures(recognised) == {}
    assert "99" in told(recognised)


@pytest.mark.parametrize("between", [";", "\t", ","])
def test_csv_with_other_signs_between_cells(table, between):
    assert figures(found(table(("ตัวชี้วัด", "คะแนน"), *PAIRS, between=between))) == FIGURES


def test_columns_of_two_years_below_a_merged_heading(sheet):
    rows = [(name, last, score) for name, last, score in zip(NAMES, LAST_YEAR, SCORES, strict=True)]
    path = sheet(
        ("ตัวชี้วัด", "คะแนน", ""),
        ("", "ปี 2567", "ปี 2568"),
        *rows,
        merged=("A2:A3", "B2:C2"),
    )

    recognised = found(path)

    assert figures(recognised) == FIGURES
    assert "2567" in told(recognised)


def test_years_merged_over_weight_and_score(sheet):
    rows = [
        (name, 10, last, 10, score)
        for name, last, score in zip(NAMES, LAST_YEAR, SCORES, strict=True)
    ]
    path = sheet(
        ("ตัวชี้วัด", "ปี 2567", "", "ปี 2568", ""),
        ("", "น้ำหนัก", "คะแนน", "น้ำหนัก", "คะแนน"),
        *rows,
        merged=("A2:A3", "B2:C2", "D2:E2"),
    )

    assert figures(found(path)) == FIGURES


def test_a_missing_score_is_not_taken_from_the_year_before(sheet):
    rows = [
        (name, last, score)
        for name, last, score in zip(NAMES, LAST_YEAR, ("", *SCORES[1:]), strict=True)
    ]
    path = sheet(("ตัวชี้วัด", "คะแนน", ""), ("", "ปี 2567", "ปี 2568"), *rows)

    expected = {key: value for key, value in FIGURES.items() if key != "indicator 1"}
    assert figures(found(path)) == expected


def test_the_instrument_merged_down_the_first_column(sheet):
    rows = [("IIT" if not n else "", name, score) for n, (name, score) in enumerate(PAIRS)]
    path = sheet(("เครื่องมือ", "ตัวชี้วัด", "คะแนน"), *rows, merged=("A3:A6",))

    assert figures(found(path)) == FIGURES


def test_a_misspelled_indicator_beside_its_instrument_is_not_that_instrument(sheet):
    path = sheet(("เครื่องมือ", "ตัวชี้วัด", "คะแนน"), ("IIT", "หน้าที่ที่ปฏิบัติกัน", "92.00"))

    assert figures(found(path)) == {}


HEADS = ("ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2", "ตัวชี้วัดที่ 3", "ตัวชี้วัดที่ 4")


@pytest.mark.parametrize(
    "heads", [HEADS, NAMES, tuple(map(" ".join, zip(HEADS, NAMES, strict=True)))]
)
@pytest.mark.parametrize("years", [("2567", "2568"), ("ปี 67", "ปี 68"), ("พ.ศ. ๒๕๖๗", "พ.ศ. ๒๕๖๘")])
def test_years_as_rows(table, heads, years):
    path = table(("ปีงบประมาณ", *heads), (years[0], *LAST_YEAR), (years[1], *SCORES))

    recognised = found(path)

    assert figures(recognised) == FIGURES
    assert "ไม่นำเข้าแถว" in told(recognised)


def test_scores_below_weights_as_rows(table):
    path = table(("รายการ", *NAMES), ("น้ำหนัก", "10", "10", "10", "10"), ("คะแนน", *SCORES))

    assert figures(found(path)) == FIGURES


def test_numbers_of_indicators_below_one_heading(sheet):
    path = sheet(
        ("ปี", "ตัวชี้วัดที่", "", "", ""),
        ("", 1, 2, 3, 4),
        ("ปี 2567", *LAST_YEAR),
        ("ปี 2568", *SCORES),
        merged=("B2:E2",),
    )

    assert figures(found(path)) == FIGURES


PROVINCE = "ประกาศผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 องค์กรปกครองส่วนท้องถิ่น จังหวัดราชบุรี"
LIST = (
    ("1", "องค์การบริหารส่วนตำบลเขาทอง", "99.10", "ผ่านดีเยี่ยม"),
    ("2", "อบต. หนองบัว", "92.30", "ผ่านดี"),
    ("3", "เทศบาลตำบลหนองบัว", "81.00", "ผ่าน"),
    ("4", "อบต.หนองบัวแดง", "70.00", "ต้องปรับปรุง"),
)


@pytest.mark.parametrize(
    "heads", [("ที่", "หน่วยงาน", "คะแนน", "ระดับ"), ("ลำดับ", "อปท.", "ผลคะแนน ITA", "ระดับผลการประเมิน")]
)
def test_of_a_list_of_agencies_only_the_own_row_is_taken(table, heads):
    recognised = found(table(heads, *LIST, title=PROVINCE))

    assert figures(recognised) == {"total": "92.30", "level": "ผ่านดี"}
    assert "3 แถวของหน่วยงานอื่น" in told(recognised)


def test_of_a_list_with_bare_names_the_kind_decides(table):
    rows = [
        ("อบต.", "เขาทอง", "99.10"),
        ("เทศบาลตำบล", "หนองบัว", "81.00"),
        ("อบต.", "หนองบัว", "92.30"),
    ]

    assert figures(found(table(("ประเภท", "ชื่อ อปท.", "คะแนน"), *rows, title=PROVINCE))) == {
        "total": "92.30"
    }


def test_of_a_list_over_provinces_the_place_decides(table):
    rows = [
        ("อบต.หนองบัว", "บ้านฝาง", "ขอนแก่น", "99.10"),
        ("อบต.หนองบัว", "เมืองราชบุรี", "ราชบุรี", "92.30"),
    ]
    title = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568"

    path = table(("หน่วยงาน", "อำเภอ", "จังหวัด", "คะแนน"), *rows, title=title)

    assert figures(found(path)) == {"total": "92.30"}


def test_a_list_without_the_agency_gives_nothing_and_says_so(table):
    rows = [LIST[0], *LIST[2:]]

    recognised = found(table(("ที่", "หน่วยงาน", "คะแนน", "ระดับ"), *rows, title=PROVINCE))

    assert figures(recognised) == {}
    assert "ไม่พบแถวของ" in told(recognised)


def test_of_a_list_with_two_years_the_column_of_the_year_is_taken(table):
    rows = [("1", "อบต.เขาทอง", "91.00", "99.10"), ("2", "อบต.หนองบัว", "90.00", "92.30")]

    path = table(("ที่", "หน่วยงาน", "ปี 2567", "ปี 2568"), *rows, title=PROVINCE)

    assert figures(found(path)) == {"total": "92.30"}


def test_of_a_list_with_the_indicators_as_columns_the_own_row_is_taken(table):
    path = table(
        ("หน่วยงาน", *NAMES, "คะแนนรวม"),
        ("อบต.เขาทอง", *LAST_YEAR, "90.00"),
        ("อบต.หนองบัว", *SCORES, "96.35"),
        ("ค่าเฉลี่ยจังหวัด", *LAST_YEAR, "91.00"),
        title=PROVINCE,
    )

    assert figures(found(path)) == {**FIGURES, "total": "96.35"}


@pytest.mark.parametrize(
    "line",
    [
        "จังหวัดขอนแก่น ได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "อำเภอเมือง จังหวัดขอนแก่น มีคะแนนเฉลี่ย 93.05 อยู่ในระดับผ่านดีเยี่ยม",
        "กลุ่มเทศบาลตำบล ได้คะแนนเฉลี่ย 93.05 อยู่ในระดับผ่านดีเยี่ยม",
        "ระดับประเทศ คะแนนเฉลี่ย 93.05 อยู่ในระดับผ่านดีเยี่ยม",
        "ภาคกลางได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "อบต.เขาทอง ได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "เทศบาลตำบลหนองบัวได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "อบต.หนองบัวแดง ได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "หน่วยงานอื่นได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "ปี 2567 ได้คะแนน 93.05 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
    ],
)
def test_what_others_have_is_told_and_not_taken(text, line):
    recognised = found(text(line))

    assert figures(recognised) == {}
    assert "ผ่านดีเยี่ยม" in told(recognised)


@pytest.mark.parametrize(
    "line",
    [
        "อบต.หนองบัว อำเภอเมืองราชบุรี จังหวัดราชบุรี ได้คะแนน 92.30 คะแนน อยู่ในระดับผ่านดี",
        "องค์การบริหารส่วนตำบลหนองบัวอำเภอเมืองราชบุรีจังหวัดราชบุรีได้คะแนนรวม 92.30 อยู่ในระดับผ่านดี",
        "องค์การบริหารส่วนตำบลหนองบัว\nอำเภอเมืองราชบุรี จังหวัดราชบุรี ได้คะแนน 92.30 คะแนน อยู่ในระดับผ่านดี",
        "ในจังหวัดราชบุรี อบต.หนองบัวได้คะแนน 92.30 คะแนน อยู่ในระดับผ่านดี",
        'ได้คะแนนรวม ๙๒.๓๐ คะแนน อยู่ในระดับ "ผ่านดี"',
        "ได้คะแนนรวม 92.30% อยู่ในระดับผ่านดี",
    ],
)
def test_an_address_is_no_province_of_its_own(text, line):
    assert figures(found(text(line))) == {"total": "92.30", "level": "ผ่านดี"}


@pytest.mark.parametrize(
    "heading",
    [
        "ผลคะแนนปีงบประมาณ พ.ศ. 2567",
        "ผลการประเมิน ปี 67",
        "คะแนนเฉลี่ยจังหวัดราชบุรี",
        "ผลการประเมินของเทศบาลตำบลเขาทอง",
    ],
)
@pytest.mark.parametrize("between", ["\t", " ได้คะแนน "])
def test_scores_below_the_heading_of_others_are_told_once(text, heading, between):
    lines = [f"{name}{between}{score}" for name, score in PAIRS]

    recognised = found(text(heading, "", "แบบวัด IIT", "", *lines))

    assert figures(recognised) == {}
    assert len(recognised.left_out) == 1
    assert heading in told(recognised)


def test_after_others_the_own_heading_counts_again(text):
    own = [f"{name} ได้คะแนน {score}" for name, score in PAIRS]
    others = [f"{name} ได้คะแนน {score}" for name, score in zip(NAMES, LAST_YEAR, strict=True)]

    path = text("ผลคะแนนปี 2567", "", *others, "", "ผลคะแนนปี 2568", "", *own)

    assert figures(found(path)) == FIGURES


def test_parts_of_one_table_below_headings_of_years(table):
    others = zip(NAMES, LAST_YEAR, strict=True)
    path = table(
        ("ตัวชี้วัด", "คะแนน"), ("ปีงบประมาณ 2567", ""), *others, ("ปีงบประมาณ 2568", ""), *PAIRS
    )

    recognised = found(path)

    assert figures(recognised) == FIGURES
    assert "2567" in told(recognised)


@pytest.mark.parametrize(
    "line",
    [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 91.29 99.29",
        "1. การปฏิบัติหน้าที่ 91.29   99.29   8.00",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 10% 99.29",
        "i1 เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน 91.29 99.29",
        "IIT 96.10 96.86",
        "ได้คะแนนรวม 91.10 92.30",
    ],
)
def test_of_two_numbers_in_a_line_none_is_taken(text, line):
    recognised = found(text(line))

    assert figures(recognised) == {}
    assert "หลายตัวเลข" in told(recognised)


@pytest.mark.parametrize(
    "line",
    [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 199.29",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t199.29",
        "ได้คะแนนรวม 192.30 คะแนน",
    ],
)
def test_a_number_over_a_hundred_is_told_with_its_place(text, line):
    recognised = found(text("ตัวชี้วัด\tคะแนน", line))

    assert figures(recognised) == {}
    assert [(one.place.th, "19" in one.why.th) for one in recognised.left_out] == [
        ("บรรทัดที่ 4", True)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "การปฏิบัติหน้าที่ = 99.29",
        "1) การปฏิบัติหน้าที่ : 99.29 คะแนน",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ๙๙.๒๙",
        "ตัวชี้วัดที่ 1 การปฎิบัติหน้าที่ ได้ 99.29 คะแนน",
        "ด้านการปฏิบัติหน้าที่ คิดเป็นร้อยละ 99.29",
        "- การปฏิบัติหน้าที่ (99.29)",
        "การปฏิบัติหน้าที่ 99.29%",
        "ตัวชี้วัดที่ 1 : การปฏิบัติหน้าที่ ได้คะแนนเฉลี่ย ร้อยละ 99.29",
    ],
)
def test_scores_in_running_text(text, line):
    assert figures(found(text(line))) == {"indicator 1": "99.29"}


def test_word_with_tabs_instead_of_a_table(tmp_path):
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("ตัวชี้วัด\tคะแนน")
    for name, score in PAIRS:
        document.add_paragraph(f"{name}\t{score}")
    path = tmp_path / "result.docx"
    document.save(str(path))

    assert figures(found(path)) == FIGURES


def test_word_with_merged_cells(tmp_path):
    document = docx.Document()
    document.add_paragraph(TITLE)
    made = document.add_table(6, 4)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "เครื่องมือ"
    made.cell(0, 1).merge(made.cell(1, 1)).text = "ตัวชี้วัด"
    made.cell(0, 2).merge(made.cell(0, 3)).text = "คะแนน"
    made.cell(1, 2).text, made.cell(1, 3).text = "ปี 2567", "ปี 2568"
    made.cell(2, 0).merge(made.cell(5, 0)).text = "IIT"
    for n, (name, last, score) in enumerate(zip(NAMES, LAST_YEAR, SCORES, strict=True), 2):
        for at, cell in enumerate((name, last, score), 1):
            made.cell(n, at).text = cell
    path = tmp_path / "result.docx"
    document.save(str(path))

    assert figures(found(path)) == FIGURES


def test_blank_columns_and_rows_of_notes_between(table):
    rows = [
        cells
        for name, score in PAIRS
        for cells in (("", name, "", score, ""), ("", "หมายเหตุ ข้อมูล ณ 30 ก.ย. 2568", "", "", ""))
    ]

    assert figures(found(table(("", "ตัวชี้วัด", "", "คะแนน", ""), *rows))) == FIGURES


def test_notes_at_the_end_are_no_scores(table):
    notes = [("หมายเหตุ: เกณฑ์ผ่าน 85.00 คะแนนขึ้นไป", ""), ("ที่มา: ป.ป.ช. 2568", "")]

    assert figures(found(table(("ตัวชี้วัด", "คะแนน"), *PAIRS, *notes))) == FIGURES


def test_thai_digits_in_a_table(table):
    rows = [(thai.thai(f"{n}"), name, thai.thai(score)) for n, (name, score) in enumerate(PAIRS, 1)]

    assert figures(found(table(("ที่", "ตัวชี้วัด", "คะแนน"), *rows))) == FIGURES


def test_the_score_before_the_name(table):
    rows = [(score, name) for name, score in PAIRS]

    assert figures(found(table(("คะแนน", "ตัวชี้วัด"), *rows))) == FIGURES


@pytest.mark.parametrize("label", ["รวม", "คะแนนเฉลี่ย", "เฉลี่ยรวม", "คะแนนรวม"])
def test_the_sum_of_one_instrument_is_not_the_total(table, label):
    recognised = found(table(("ตัวชี้วัด", "คะแนน"), *PAIRS, (label, "96.35")))

    assert figures(recognised) == FIGURES
    assert "96.35" in told(recognised)


def test_two_columns_that_may_be_the_score_are_told(table):
    rows = [(name, last, score) for name, last, score in zip(NAMES, LAST_YEAR, SCORES, strict=True)]

    recognised = found(table(("ตัวชี้วัด", "คะแนน", "คะแนนสุทธิ"), *rows))

    assert figures(recognised) == {}
    assert "91.29 | 99.29" in told(recognised)


def test_a_share_of_those_who_answered_is_no_score(table):
    rows = [(name, last, score) for name, last, score in zip(NAMES, LAST_YEAR, SCORES, strict=True)]

    path = table(("ตัวชี้วัด", "ร้อยละของผู้ตอบ", "คะแนน"), *rows)

    assert figures(found(path)) == FIGURES


def test_lines_of_a_pdf_without_rules(tmp_path):
    lines = "\n\n".join(f'#"{name} {score}"' for name, score in PAIRS)
    path = tmp_path / "result.pdf"
    path.write_bytes(typst.compile(f'#"{TITLE}"\n\n{lines}'.encode()))

    assert figures(found(path)) == FIGURES


def test_a_pdf_table_with_merged_cells_and_two_years(tmp_path):
    rows = ", ".join(
        f"[{name}], [{last}], [{score}]"
        for name, last, score in zip(NAMES, LAST_YEAR, SCORES, strict=True)
    )
    head = "table.cell(rowspan: 2)[ตัวชี้วัด], table.cell(colspan: 2)[คะแนน], [ปี 2567], [ปี 2568]"
    path = tmp_path / "result.pdf"
    path.write_bytes(typst.compile(f'#"{TITLE}"\n\n#table(columns: 3, {head}, {rows})'.encode()))

    assert figures(found(path)) == FIGURES


def test_names_that_lost_their_marks(text):
    lines = ["การปฏิบตัิหนา้ที่ ได้คะแนน 99.29", "การใชง้บประมาณ ได้คะแนน 99.05"]

    assert figures(found(text(*lines))) == {"indicator 1": "99.29", "indicator 2": "99.05"}


@pytest.mark.parametrize(
    "heading",
    [
        "ค่าเป้าหมายคะแนน ITA ปี 2568",
        "คะแนนที่คาดหวัง ปี 2568",
        "ผลการประเมินตนเอง ปี 2568",
        "Self-Assessment 2568",
    ],
)
@pytest.mark.parametrize("between", ["\t", " ได้คะแนน "])
def test_what_is_hoped_for_or_self_assessed_is_told_and_not_taken(text, heading, between):
    recognised = found(text(heading, "", *(f"{name}{between}{score}" for name, score in PAIRS)))

    assert figures(recognised) == {}
    assert "ประเมินตนเอง" in told(recognised)


@pytest.mark.parametrize(
    "line",
    [
        "ประเมินตนเองแล้วได้คะแนนรวม 95.00 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "ปีที่แล้วได้คะแนน 95.00 คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "ตั้งเป้าหมายให้อยู่ในระดับผ่านดีเยี่ยม",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ประเมินตนเองได้ 95.00 คะแนน",
    ],
)
def test_a_sentence_of_what_is_hoped_for_or_self_assessed_is_not_taken(text, line):
    assert figures(found(text(line))) == {}


def test_years_as_columns_with_the_total_and_the_level_as_rows(table):
    path = table(
        ("ปีงบประมาณ", "2566", "2567", "2568"),
        ("คะแนนรวม", "90.10", "91.10", "92.30"),
        ("ระดับ", "ผ่าน", "ผ่าน", "ผ่านดี"),
    )

    assert figures(found(path)) == {"total": "92.30", "level": "ผ่านดี"}


def test_years_as_rows_with_the_total_and_the_level_as_columns(table):
    path = table(
        ("ปีงบประมาณ", "คะแนน ITA", "ระดับ"), ("2567", "91.10", "ผ่าน"), ("2568", "92.30", "ผ่านดี")
    )

    assert figures(found(path)) == {"total": "92.30", "level": "ผ่านดี"}


def test_years_as_rows_of_something_that_is_not_said_are_not_the_total(text):
    path = text("ตัวชี้วัดที่ 1 ย้อนหลัง", "ปี\tคะแนน", "2567\t91.10", "2568\t92.30")

    assert figures(found(path)) == {}


def test_a_table_of_instruments_with_weights(table):
    path = table(
        ("เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก"),
        ("IIT", "30", "96.86", "29.06"),
        ("EIT", "30", "95.77", "28.73"),
        ("OIT", "40", "97.50", "39.00"),
        ("รวม", "100", "", "96.79"),
    )

    assert figures(found(path)) == {"IIT": "96.86", "EIT": "95.77", "OIT": "97.50"}


def test_instruments_in_running_text_with_their_weights(text):
    path = text("IIT (30%) 96.86", "EIT 30% ได้ 95.77 คะแนน", "OIT น้ำหนักร้อยละ 40 ได้ 97.50")

    assert figures(found(path)) == {"IIT": "96.86", "EIT": "95.77", "OIT": "97.50"}


def test_numbers_of_items_without_their_titles_are_told(table):
    recognised = found(table(("ข้อ", "คะแนน"), ("O1", "100"), ("O2", "50")))

    assert figures(recognised) == {}
    assert "เลขข้อ O" in told(recognised)


@pytest.mark.parametrize(
    "line",
    [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ เพิ่มขึ้น 2.50 คะแนน",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนเฉลี่ยประเทศ 92.50",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ระดับจังหวัด\t92.50",
        "อบต.เขาทอง ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 92.50",
        "จังหวัดราชบุรี IIT = 92.50 EIT 90.10",
        "ปี 2567 IIT = 92.50 EIT 90.10",
        "เทศบาลตำบลหนองบัว\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 92.50",
        "เทศบาลตำบลหนองบัว\n\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 92.50",
    ],
)
def test_a_part_of_others_or_another_year_or_a_difference_is_not_taken(text, line):
    assert figures(found(text("ตัวชี้วัด\tคะแนน", "", line))) == {}


@pytest.mark.parametrize("own", [1, 2])
def test_of_columns_of_agencies_the_own_one_is_taken(table, own):
    rows = [(name, *((score, "90.00")[:: 1 if own == 1 else -1])) for name, score in PAIRS]
    heads = ("อบต.หนองบัว", "อบต.เขาทอง")[:: 1 if own == 1 else -1]

    assert figures(found(table(("ตัวชี้วัด", *heads), *rows))) == FIGURES


@pytest.mark.parametrize("head", ["คะแนน อบต.เขาทอง", "เทศบาลตำบลหนองบัว", "คะแนนเฉลี่ยจังหวัดราชบุรี"])
def test_a_column_of_another_agency_is_told_and_not_taken(table, head):
    recognised = found(table(("ตัวชี้วัด", head), *PAIRS))

    assert figures(recognised) == {}
    assert head in told(recognised)


def test_a_number_over_a_hundred_in_a_list_of_agencies_is_told(table):
    rows = [("1", "อบต.หนองบัว", "192.30"), ("2", "อบต.เขาทอง", "90.00")]

    recognised = found(table(("ลำดับ", "หน่วยงาน", "คะแนนรวม"), *rows, title=PROVINCE))

    assert figures(recognised) == {}
    assert "192.30" in told(recognised)
