"""Where lines may break, how text is spelt on paper, and how wide columns come out."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prongsai.reports.document import Cell, Column, Link, Table, cell
from prongsai.reports.paper.columns import column_widths
from prongsai.reports.paper.lettering import shown, width
from prongsai.reports.paper.links import laid_over, spans
from prongsai.reports.paper.pieces import pieces, wording

NAMES = ("องค์การบริหารส่วนตำบลสามเรือน", "อบต.สามเรือน", "อำเภอเมืองราชบุรี จังหวัดราชบุรี")
ROOM = 20.0

# A bar is where a line may break, a dot where Typst may break as in any other language.
BROKEN = {
    "รับสินบนและความสะดวก": "รับสินบน|และ|ความสะดวก",
    "การจัดซื้อจัดจ้างอย่างโปร่งใส": "การจัดซื้อจัดจ้าง|อย่าง|โปร่งใส",
    "ผู้มีส่วนได้ส่วนเสียภายใน": "ผู้มีส่วนได้ส่วนเสีย|ภายใน",
    "องค์การบริหารส่วนตำบลสามเรือนจัดทำ": "องค์การบริหารส่วนตำบลสามเรือน|จัดทำ",
    "อบต.สามเรือนจัดทำ": "อบต.สามเรือน|จัดทำ",
    "ที่ตำบลโป่งน้ำร้อน": "ที่|ตำบล|โป่งน้ำร้อน",
    "ด้านต่าง ๆ และอื่นๆ": "ด้าน|ต่าง ๆ|· |และ|อื่นๆ",
    "คู่มือฯ ฉบับนี้ ฯลฯ": "คู่มือฯ|· |ฉบับ|นี้ ฯลฯ",
    "(ความโปร่งใส) และ “คุณธรรม”": "(ความโปร่งใส)|· |และ|· |“คุณธรรม”",
    "สำนัก/กอง: ๕%": "สำนัก/|กอง:|· ๕%",
    "ตัวชี้วัดที่ ๔ ได้ ๘๙.๐๕ คะแนน": "ตัวชี้วัดที่ ๔|· |ได้|· |๘๙.๐๕ คะแนน",
    "พ.ศ. ๒๕๖๘ ถึง ๓๐ ก.ย. ๖๙": "พ.ศ. ๒๕๖๘|· |ถึง|· |๓๐ ก.ย. ๖๙",
    "ระบบ E-Service ถาม-ตอบ": "ระบบ|· |E-Service|· |ถาม-ตอบ",
    "Open Data, 2568": "·Open Data, 2568",
}


def broken(text, room=ROOM):
    found = pieces(text, wording(NAMES), room)
    return "|".join(("" if one.whole else "·") + one.text for one in found)


@pytest.mark.parametrize("text", BROKEN)
def test_a_line_breaks_between_words_only(text):
    assert broken(text) == BROKEN[text]


@pytest.mark.parametrize("text", [*BROKEN, "เเละน้ํา ก่ี", "", " ", "ๆ", "(", "ฯลฯ", "a" * 99])
@pytest.mark.parametrize("room", [1.0, 4.0, 12.0])
def test_pieces_put_together_are_the_text(text, room):
    assert "".join(one.text for one in pieces(text, wording(NAMES), room)) == shown(text)


@given(
    st.lists(st.tuples(st.text("กาัน้ำ O1,()\u200b ๆ-", max_size=12), st.booleans()), max_size=6),
    st.sampled_from([1.0, 4.0, 12.0]),
)
def test_links_laid_over_pieces_lose_no_word_and_lead_where_they_did(parts, room):
    written = tuple(
        Link(text, f"{n}.md") if is_link else text for n, (text, is_link) in enumerate(parts)
    )
    whole = "".join(shown(text) for text, _ in parts)
    assume(shown(whole) == whole)  # no two spaces meet
    found = pieces(whole, wording(NAMES), room)

    laid = list(laid_over(found, list(spans(written, str))))

    assert [piece for piece, _ in laid] == found
    runs = [run for _, runs in laid for run in runs]
    assert "".join(run if isinstance(run, str) else run["text"] for run in runs) == whole
    for n, (text, is_link) in enumerate(parts):
        led = [run["text"] for run in runs if isinstance(run, dict) and run["to"] == f"{n}.md"]
        assert "".join(led) == (shown(text) if is_link else "")


@pytest.mark.parametrize(
    "text", ["องค์การบริหารส่วนตำบลสามเรือน", "ก" * 500, "https://x.go.th/" + "a" * 90]
)
def test_a_name_that_does_not_fit_is_cut_where_it_may_be(text):
    widest = max(width(one.text) for one in pieces(text, wording(NAMES), 8.0))

    assert widest <= 8.0


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("เเผน", "แผน"),
        ("ก่ี", "กี่"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ซ่อน\u200bอยู่\ufeff", "ซ่อนอยู่"),
        ("\uf0b7 ข้อ", "• ข้อ"),
        ("ปี\uf70bา", "ปี้า"),
        ("✅ ทำแล้ว", "✔ ทำแล้ว"),
        ("สอง  วรรค\u00a0ติด", "สอง วรรค ติด"),
        ("เฃต ๒๕๖๘ (ก) “ข”", "เฃต ๒๕๖๘ (ก) “ข”"),
    ],
)
def test_text_is_spelt_in_one_way(written, printed):
    assert shown(written) == printed


def table(*rows, titles=("ข้อ", "รายละเอียด", "คะแนน")):
    return Table("ตาราง", tuple(map(Column, titles)), rows)


def test_columns_take_all_the_room():
    long = cell("ข้อความที่ยาวกว่าช่องอื่นมาก " * 9)

    for made in (table((cell("๑"), long, cell("๙๐"))), table((cell("๑"), cell("ข"), cell("๙๐")))):
        assert sum(column_widths(made, wording(()), 45)) == pytest.approx(45)


def test_the_column_that_says_most_is_the_widest():
    steps = Cell(
        tuple(((f"ขั้นตอนที่ {n} ประชุมเจ้าหน้าที่เพื่อรับฟังความเห็น",)) for n in range(6)), numbered=True
    )

    first, second, third = column_widths(table((cell("๑"), steps, cell("๙๐"))), wording(()), 45)

    assert second > 2 * (first + third)


def test_columns_without_room_share_it():
    titles = tuple("ความรับผิดชอบ" for _ in range(12))
    made = table(tuple(cell("ผู้รับผิดชอบ") for _ in titles), titles=titles)

    widths = column_widths(made, wording(()), 40)

    assert sum(widths) == pytest.approx(40)
    assert min(widths) == pytest.approx(max(widths))
