"""YAML text that says something else afterwards, and is otherwise as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.problems import ContentError
from prongsai.yamlediting import edited, said
from prongsai.yamlevents import parse
from prongsai.yamlwriting import block

REPO = Path(__file__).parents[1]
FILES = sorted(
    path
    for folder in ("content", "generator/prongsai/scaffold/sample", "tests/agencies")
    for path in (REPO / folder).rglob("*.yml")
)

RESULT = """\
# ผลการประเมิน ตามที่ประกาศ
fiscal_year: 2568   # ปี พ.ศ.
total: 96.79
instruments: {IIT: 96.86, EIT: 95.77}

# รายตัวชี้วัด
indicators:
  4: 89.05   # ต่ำกว่าเกณฑ์
  9: 95.00
measures:
  - id: m1   # ข้อแรก
    title: ก
    steps:
      - หนึ่ง
      - สอง
  # ข้อที่สอง
  - id: m2
    title: ข
note: |-
  บรรทัดแรก

  บรรทัดที่สอง
last: ท้าย
"""


def changed(**new):
    content = said(RESULT)
    content.update(new)
    return content


def test_a_text_that_says_it_already_stays_as_it_is():
    assert edited(RESULT, said(RESULT)) == RESULT


def test_one_figure_is_one_line():
    assert edited(RESULT, changed(total="97.50")) == RESULT.replace("96.79", "97.50")


def test_a_figure_in_an_inner_entry_keeps_the_remark_beside_it():
    content = changed(indicators={"4": "90.10", "9": "95.00"})

    assert edited(RESULT, content) == RESULT.replace("4: 89.05", "4: 90.10")


def test_a_new_entry_stands_where_the_content_has_it():
    content = said(RESULT)
    items = list(content.items())
    content = dict([*items[:2], ("level", "ผ่านดี"), *items[2:]])

    assert edited(RESULT, content) == RESULT.replace("96.79\n", "96.79\nlevel: ผ่านดี\n")


def test_an_entry_that_is_gone_takes_its_lines_with_it():
    content = said(RESULT)
    del content["note"]

    assert edited(RESULT, content) == RESULT.replace("note: |-\n  บรรทัดแรก\n\n  บรรทัดที่สอง\n", "")


def test_a_list_in_brackets_stays_in_brackets():
    content = changed(instruments={"IIT": "96.86", "EIT": "95.77", "OIT": "97.50"})

    assert edited(RESULT, content) == RESULT.replace("95.77}", "95.77, OIT: 97.50}")


def test_an_entry_of_a_list_is_known_by_its_id():
    first, second = said(RESULT)["measures"]
    new = {"id": "m3", "title": "ค", "steps": ["สาม"]}

    found = edited(RESULT, changed(measures=[first, new, {**second, "title": "ง"}]))

    assert found == RESULT.replace(
        "      - สอง\n", "      - สอง\n  - id: m3\n    title: ค\n    steps: [สาม]\n"
    ).replace("title: ข", "title: ง")


def test_an_entry_before_the_first_and_one_less():
    _, second = said(RESULT)["measures"]

    found = edited(RESULT, changed(measures=[{"id": "m0", "title": "ฮ"}, second]))

    assert said(found)["measures"] == [{"id": "m0", "title": "ฮ"}, second]
    assert "# ข้อที่สอง" in found
    assert found.startswith(RESULT[: RESULT.index("measures")])


def test_the_first_key_of_an_entry_of_a_list_may_go():
    first, second = said(RESULT)["measures"]
    del first["id"]

    found = edited(RESULT, changed(measures=[first, second]))

    assert said(found)["measures"] == [first, second]
    assert found.endswith(RESULT[RESULT.index("  # ข้อที่สอง") :])


def test_one_figure_in_wide_brackets_changes_alone_and_stays_in_them():
    figures = ", ".join(f"{number}: 9{number}.25" for number in range(1, 10))
    text = f"indicators: {{{figures}, 10: 100}}   # ตามประกาศ\nlast: ท้าย\n"
    content = said(text)
    content["indicators"] |= {"4": "90.10", "11": "80"}
    del content["indicators"]["9"]

    assert edited(text, content) == (
        text.replace("4: 94.25", "4: 90.10")
        .replace(", 9: 99.25", "")
        .replace("100}", "100, 11: 80}")
    )


def test_an_entry_that_moves_takes_its_remarks_along():
    lines = RESULT.splitlines(keepends=True)
    first, second = lines.index("  - id: m1   # ข้อแรก\n"), lines.index("  # ข้อที่สอง\n")
    after = lines.index("note: |-\n")
    content = said(RESULT)
    content["measures"].reverse()

    assert edited(RESULT, content) == "".join(
        [*lines[:first], *lines[second:after], *lines[first:second], *lines[after:]]
    )


def test_a_key_without_a_value_stays_one_in_an_entry_that_is_written_anew():
    assert block({"a": "", "b": ["", {"c": "", "d": "e"}]}) == "a:\nb:\n  -\n  - c:\n    d: e\n"


def test_a_remark_beside_a_value_stays_there_when_the_value_gets_lines():
    text = "by: ก   # ผู้แจ้ง\non: ข\n"

    assert edited(text, {"by": "หนึ่ง\nสอง", "on": "ข"}) == "by: |-   # ผู้แจ้ง\n  หนึ่ง\n  สอง\non: ข\n"


def test_an_empty_mapping_gets_its_first_entry():
    text = "fiscal_year: 2568\nitems: {}   # ยังไม่มี\n"

    found = edited(text, {"fiscal_year": "2568", "items": {"O2": {"updated": "2025-01-01"}}})

    assert said(found)["items"] == {"O2": {"updated": "2025-01-01"}}
    assert found.startswith("fiscal_year: 2568\nitems:   # ยังไม่มี\n  O2:")


@pytest.mark.parametrize("text", ["", "# หมายเหตุ\n", "{a: b}\n", "- a\n"])
def test_what_is_no_mapping_of_lines_is_written_anew(text):
    assert said(edited(text, {"a": "ข", "b": ["ค: ง", "# จ"]})) == {"a": "ข", "b": ["ค: ง", "# จ"]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPO)))
def test_every_line_of_a_real_file_but_the_changed_one_stays(path):
    text = path.read_text(encoding="utf-8")
    content = said(text)
    key = next(iter(content))
    new = "2499" if isinstance(content[key], str) else {"th": "อื่น"}

    found = edited(text, {**content, key: new})

    assert edited(text, content) == text
    assert said(found) == {**content, key: new}
    untouched = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
    assert [line for line in found.splitlines() if line in untouched] == untouched


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=8
) | st.sampled_from(
    [
        "",
        "null",
        "~",
        "- ก",
        "ก: ข",
        "ก #ข",
        "{",
        "[ก",
        "2568",
        "96.50",
        "-1.20",
        "๒๕",
        "yes",
        "'",
        '"',
        "a\nb",
        "ก\n\nข",
        " ก",
        "|",
        "---",
    ]
)
KEYS = st.sampled_from(["id", "title", "ก", "a b", "O12", "4", "x: y"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
CONTENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@settings(max_examples=400, deadline=None)
@given(CONTENTS)
def test_what_is_written_is_what_is_read(content):
    assert said(block(content)) == content


@settings(max_examples=600, deadline=None)
@given(CONTENTS, CONTENTS)
def test_whatever_a_text_said_it_says_the_new_afterwards(old, new):
    text = block(old)

    assert said(edited(text, new)) == new
    assert edited(text, old) == text


@given(CONTENTS)
def test_the_loader_reads_what_is_written(content):
    problems = []
    try:
        read = parse(block(content), "a.yml", problems)
    except ContentError as error:
        raise AssertionError(error.problems) from error

    assert problems == []
    assert set(read) == set(content)


@pytest.mark.parametrize("text", ["https://a.example/", "ก?ข", "-0?", "8:30"])
def test_a_text_in_brackets_is_quoted_where_the_parser_in_c_would_stop(text):
    written = block({"list": [text, "ข"], "rest": [{"a": text, "b": ["ค"]}]})

    assert parse(written, "a.yml", []) == {"list": [text, "ข"], "rest": [{"a": text, "b": ["ค"]}]}


def test_entries_without_a_value_are_changed_in_their_places_and_remarks_stay():
    text = "items:\n  O1:\n    by:   # who\n    on:\n    # evidence:\n    #   - a\n\n  # O2\n  O2:\n    by:\n"

    assert edited(
        text, {"items": {"O1": {"by": "x", "on": "y"}, "O2": {"by": ""}}}
    ) == text.replace("by:   # who", "by: x   # who").replace("on:", "on: y")
    assert edited(text, {"items": {"O1": {"by": ""}, "O2": {"by": ""}}}) == text.replace(
        "    on:\n", ""
    )
    assert edited(text, {"items": {"O1": {}, "O2": {"by": ""}}}) == text.replace(
        "\n    by:   # who\n    on:", " {}"
    )


def test_what_is_added_at_the_end_of_a_list_stands_below_the_remarks_that_belong_to_it():
    text = (
        "units:\n  clerk: สำนักปลัด   # ก\n  # เพิ่มกองได้ข้างล่างนี้\n\n  # ตัวอย่าง works: กองช่าง\n\n"
        "# ช่องทางติดต่อ\ncontact: {}\nlist:\n  - a\n  # หมายเหตุของรายการ\n# ท้ายไฟล์\n"
    )

    found = edited(
        text,
        {"units": {"clerk": "สำนักปลัด", "finance": "กองคลัง"}, "contact": {}, "list": ["a", "b"]},
    )

    assert found == text.replace("กองช่าง\n\n", "กองช่าง\n  finance: กองคลัง\n\n").replace(
        "ของรายการ\n", "ของรายการ\n  - b\n"
    )


def test_a_remark_before_the_next_key_stays_with_it():
    text = "a: 1\n# เรื่องของ c\nc: 3\n"

    assert edited(text, {"a": "1", "b": "2", "c": "3"}) == "a: 1\nb: 2\n# เรื่องของ c\nc: 3\n"


def test_a_new_key_stands_below_the_remarks_that_belong_to_the_entry_before():
    text = "units:\n  all: ก\n  # clerk: ข\n  # finance: ค\n\n# ช่องทางติดต่อ\n"

    written = edited(text, {"units": {"all": "ก"}, "contact": {"phone": "1"}})

    assert written.startswith("units:\n  all: ก\n  # clerk: ข\n  # finance: ค\ncontact:\n  phone: ")
    assert written.endswith("\n\n# ช่องทางติดต่อ\n")
