"""The schemas of editors: they take whatever the models take, and refuse what officers mistype."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from playwright._impl._driver import compute_driver_executable

import prongsai
from prongsai.content import load_site
from prongsai.problems import ContentError, InvalidValueError
from prongsai.schemas import MADE_BY, schema_files, schemas
from prongsai.schemas.words import WHOLE, words
from prongsai.schemas.written import PERIOD, READ_BY, YES_NO

REPO = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("editor", Path(__file__).with_name("editor.py"))
editor = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(editor)

SAMPLE = Path(prongsai.__file__).parent / "scaffold/sample"
FOLDERS = (REPO / "content", SAMPLE, *REPO.glob("tests/agencies/*/content"), REPO / "tests/pages")
FILES = sorted(
    path
    for folder in FOLDERS
    for path in folder.rglob("*.yml")
    if path.stem in schemas() and "files" not in path.parts
)
BOM = "\ufeff"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(REPO).as_posix())
def test_content_that_loads_is_right_in_an_editor(path, validators):
    read = editor.as_an_editor_reads(path.read_text(encoding="utf-8"))

    errors = [f"{e.json_path}: {e.message[:200]}" for e in validators[path.stem].iter_errors(read)]

    assert errors == []


def test_the_files_that_are_held_against_the_schemas_are_all_there_are():
    assert {path.stem for path in FILES} == {"agency", "result", "measures", "disclosure"}
    assert len(FILES) >= 20


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one_of_draft_7(name):
    schema = schemas()[name]

    Draft7Validator.check_schema(schema)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$comment"] == MADE_BY


AGENCY = "name: ก\nshort_name: ก\nkind: province\nmain_site: https://x.example/\n"
RESULT = "fiscal_year: 2568\n"
MEASURES = "fiscal_year: 2569\nresult_year: 2568\n"
ITEM = "fiscal_year: 2568\nitems: {O2: {%s}}\n"
EVIDENCE = ITEM % "evidence: [{title: ก, %s}]"
WAIVER = "waivers: [{code: PER101, reason: ก, until: 2026-09-30, by: ก%s}]\n"

TAKEN = {
    "Thai digits everywhere": ("result", "fiscal_year: ๒๕๖๘\ntotal: ๙๖.๗๙\nchange: -๐.๕\n"),
    "figures in quotes": ("result", 'fiscal_year: "2568"\ntotal: "96.79"\n'),
    "a gain with its sign": ("result", RESULT + "change: +0.78\n"),
    "a loss with a typographic minus": ("result", RESULT + "change: −0.78\n"),
    "a score with its title": ("result", RESULT + "items: {O1: {score: 100, title: ก}}\n"),
    "codes as people write them": (
        "result",
        RESULT + "items: {o 1: 50, O-02: 50, โอ 3: 50, ๐๔: 50, 05: 50}\n"
        "questions: {I1: 90, e ๒: 90}\ninstruments: {iit: 90}\nindicators: {๔: 90, 05: 80}\n",
    ),
    "nothing behind a key": ("result", RESULT + "total:\nlevel:\nupdated:\n"),
    "a title that is a number": ("result", RESULT + "source: 2568\nlevel: 1.5\n"),
    "a year printed otherwise": (
        "result",
        RESULT + "printed_otherwise: [{figure: fiscal_year, value: 2564, place: ปก}]\n",
    ),
    "items that are cited": (
        "result",
        RESULT + "analysis: [{indicator: 4, text: ก, cites: [O8, 08, ๙.๑, 9.1, o๑๖]}]\n",
    ),
    "a day in Thai": ("result", RESULT + "updated: วันที่ ๑๕ มีนาคม พ.ศ. ๒๕๖๘\n"),
    "a day in figures": ("result", RESULT + "updated: 15/3/2568\n"),
    "a day for programs": ("result", RESULT + "updated: 2568-03-15\n"),
    "a name in two languages": ("agency", AGENCY.replace("name: ก", "name: {th: ก, en: K}", 1)),
    "yes for true": ("agency", AGENCY + "sample: yes\nshow_checks: 'off'\n"),
    "a size in Thai digits": ("agency", AGENCY + "largest_document_mb: ๑๐๐\n"),
    "a colour": ("agency", AGENCY + 'colour: "#1A5F3C"\n'),
    "a colour without its sign": ("agency", AGENCY + "colour: 123456\n"),
    "an emblem": ("agency", AGENCY + "emblem: files/emblem.svg\n"),
    "an emblem in words": ("agency", AGENCY + "emblem: {file: files/e.png, alt: ตรา}\n"),
    "an address in capitals": ("agency", AGENCY.replace("https", "HTTPS")),
    "units": ("agency", AGENCY + "units: {clerk: สำนักปลัด, unit-๒: กองคลัง, 3: ก}\n"),
    "a period of months": ("measures", MEASURES + "measures: [{id: m1, title: ก, period: ต.ค. 67 - มี.ค. 68}]\n"),
    "a period of one year": ("measures", MEASURES + "measures: [{id: 1, title: ก, period: 2568}]\n"),
    "a period of all the year": ("measures", MEASURES + "measures: [{id: m, title: ก, period: ตลอดปีงบประมาณ}]\n"),
    "a period in words": ("measures", MEASURES + "measures: [{id: m, title: ก, period: {text: ทุกเดือน}}]\n"),
    "a step with its points": (
        "measures",
        MEASURES + "measures: [{id: m, title: ก, steps: [ก, {text: ข, parts: [ค, {text: ง}]}]}]\n",
    ),
    "columns": ("measures", MEASURES + "columns: {title: มาตรการ, steps: วิธี}\n"),
    "evidence whose picture is not there yet": ("disclosure", EVIDENCE % "file: files/a.pdf, image: "),
    "an item of which nothing is known": ("disclosure", ITEM % "explanation: , responsible: , updated: "),
    "elements": ("disclosure", EVIDENCE % "file: files/a.pdf, shows: [o2-e1, O2-E2, o๒-e๓]"),
    "a declaration": ("disclosure", ITEM % "nothing_to_report: {reason: ก, by: ก, on: 31 มี.ค. 68}"),
    "a code in small letters": ("waivers", WAIVER.replace("PER101", "per๑๐๑") % ""),
    "an address with a slash": (
        "redirects",
        "redirects: [{from: /oit/2568/o12/, to: oit/๒๕๖๘/o13/}]\n",
    ),
}  # fmt: skip

REFUSED = {
    "a misspelt key": ("result", RESULT + "lavel: ผ่านดี\n"),
    "a comma for the point": ("result", RESULT + "total: 96,86\n"),
    "a score above 100": ("result", RESULT + "total: 100.01\n"),
    "a score in words": ("result", RESULT + "total: มาก\n"),
    "a year of the common era": ("result", "fiscal_year: 2025\n"),
    "no year": ("result", "total: 96.79\n"),
    "a code of no instrument": ("result", RESULT + "instruments: {ITT: 90}\n"),
    "an indicator by its name": ("result", RESULT + "indicators: {การใช้งบประมาณ: 90}\n"),
    "an item that is no code": ("result", RESULT + "items: {ข้อ 1: 100}\n"),
    "a list where pairs belong": ("result", RESULT + "instruments: [90, 91, 92]\n"),
    "an analysis of nothing": ("result", RESULT + "analysis: [{text: ก}]\n"),
    "a day that is none": ("result", RESULT + "updated: 45 มี.ค.\n"),
    "a month that is none": ("result", RESULT + "updated: 15 มีนา 2568\n"),
    "an unknown kind": ("agency", AGENCY.replace("province", "อบต.")),
    "an address without https": ("agency", AGENCY.replace("https://", "www.")),
    "an e-mail address without a host": ("agency", AGENCY + "contact: {email: saraban}\n"),
    "a unit called in Thai": ("agency", AGENCY + "units: {สำนักปลัด: สำนักปลัด}\n"),
    "a colour by its name": ("agency", AGENCY + "colour: green\n"),
    "a colour lost behind its sign": ("agency", AGENCY + "colour: #1a5f3c\n"),
    "digits of no kind": ("agency", AGENCY + "digits: roman\n"),
    "one short name for a list": ("measures", MEASURES + "measures: [{id: m1, title: ก, responsible: all}]\n"),
    "a state that is none": ("measures", MEASURES + "measures: [{id: m1, title: ก, progress: เสร็จ}]\n"),
    "a period that is none": ("measures", MEASURES + "measures: [{id: m1, title: ก, period: ทุกเดือน}]\n"),
    "a measure without a title": ("measures", MEASURES + "measures: [{id: m1}]\n"),
    "a column of no name": ("measures", MEASURES + "columns: {name: มาตรการ}\n"),
    "evidence of no form": ("disclosure", EVIDENCE % "note: ก"),
    "evidence without a title": ("disclosure", ITEM % "evidence: [{file: files/a.pdf}]"),
    "an element by its number": ("disclosure", EVIDENCE % "file: files/a.pdf, shows: [1]"),
    "items with nothing behind": ("disclosure", "fiscal_year: 2568\nitems:\n"),
    "a declaration without a day": ("disclosure", ITEM % "nothing_to_report: {reason: ก, by: ก}"),
    "a waiver without a reason": ("waivers", WAIVER.replace("reason: ก, ", "") % ""),
    "a waiver of no code": ("waivers", WAIVER.replace("PER101", "O12") % ""),
    "an address on another site": ("redirects", "redirects: [{from: oit/, to: ftp://x.example/}]\n"),
    "an empty title": ("disclosure", ITEM % "evidence: [{title: ' ', file: files/a.pdf}]"),
}  # fmt: skip


def problems_of(content_dir, name, text):
    """What the loader says of a file, alone with an agency and a year."""
    year = "2569" if name == "measures" else "2568"
    place = f"{name}.yml" if name in ("agency", "waivers", "redirects") else f"{year}/{name}.yml"
    other = {f"{year}/disclosure.yml": f"fiscal_year: {year}\n"} if name != "disclosure" else {}
    try:
        load_site(content_dir({**other, place: text}))
    except ContentError as error:
        return [one for one in error.problems if one.where.file.endswith(f"{name}.yml")]
    return []


@pytest.mark.parametrize("what", TAKEN)
def test_what_loads_is_right_in_an_editor(what, validators, content_dir):
    name, text = TAKEN[what]

    problems = problems_of(content_dir, name, text)
    errors = list(validators[name].iter_errors(editor.as_an_editor_reads(text)))

    assert [p for p in problems if "units" not in str(p) and "หน่วยงาน" not in p.message.th] == []
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("what", REFUSED)
def test_a_mistake_is_marked_in_an_editor_as_it_is_told_by_the_loader(
    what, validators, content_dir
):
    name, text = REFUSED[what]

    assert problems_of(content_dir, name, text)
    assert list(validators[name].iter_errors(editor.as_an_editor_reads(text)))


DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"
MONTHS = ("มี.ค.", "มีนาคม", "ต.ค.", "ต. ค.", "กย", "กุมภาพันธ์")
PIECES = (
    *(DIGITS + "\u200b  ..--–−+/"),
    *("O", "o", "0", "โอ", "i", "e", "E", "IIT", "eit", "total", "indicator ", "sub-indicator "),
    *("https://", "HTTP://", "x.example", "a@b.c", "DIS", "per", "clerk", "oit/", "fiscal_year"),
    *("2568", "๒๕๖๙", "2025", "68", "15", "31", "๑", "-03-", "/3/", "100", "96.79"),
    *(*MONTHS, "วันที่ ", "พ.ศ. ", "ตั้งแต่", " ถึง ", "ตลอด", "ทั้ง", "ปี", "งบประมาณ", "เดือน"),
)
written_texts = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
days = st.tuples(
    st.sampled_from(("", "วันที่ ", "\u200b")),
    st.sampled_from(("1", "๑๕", "31", "")),
    st.sampled_from(("", " ", "  ", "-", "/")),
    st.sampled_from((*MONTHS, "3", "๑๒")),
    st.sampled_from(("", " ", " พ.ศ. ", "-", "/")),
    st.sampled_from(("68", "๖๘", "2568", "๒๕๖๘", "2025", "")),
).map("".join)
periods = st.tuples(
    st.one_of(days, written_texts), st.sampled_from((" ถึง ", "-", " - ", "–")), days
).map("".join)


@pytest.mark.parametrize("read", READ_BY, ids=lambda read: read.__name__)
@given(text=st.one_of(written_texts, days))
def test_a_schema_takes_every_text_that_its_reader_takes(read, text):
    try:
        read(text) if read.__name__ != "other_value" else read(text, NoFigure)
    except InvalidValueError:
        return

    assert re.search(READ_BY[read]["pattern"], text)


IN_JAVASCRIPT = """
const [patterns, cases] = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const found = patterns.map((pattern) => new RegExp(pattern, "u"));
console.log(JSON.stringify(cases.map(([at, text]) => found[at].test(text))));
"""


def test_the_patterns_say_the_same_in_javascript():
    """Editors read them there, strictly; Playwright brings the engine."""
    node, _ = compute_driver_executable()
    told = [schema["pattern"] for schema in (*READ_BY.values(), PERIOD, YES_NO)]
    texts = (*PIECES, "๑๕ มี.ค. ๖๘", "15 มีนา 68", "ต.ค. 67 - มี.ค. 68", "oit/2568/", "\ufeff9")
    cases = [(at, text) for at in range(len(told)) for text in texts]

    done = subprocess.run(
        [node, "-e", IN_JAVASCRIPT],
        input=json.dumps([told, cases]),
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [bool(re.search(told[at], text)) for at, text in cases]


class NoFigure:
    data: dict = {}  # noqa: RUF012


@given(text=st.one_of(periods, days, written_texts))
def test_a_schema_takes_every_period_that_is_read(text):
    from prongsai.models.period import Period

    try:
        Period.from_text(text)
    except InvalidValueError:
        return

    assert re.search(PERIOD["pattern"], text)


@pytest.mark.parametrize("text", ["true", "TRUE", "yes", "No", "on", "off", "1", "0", "t", "F"])
def test_a_schema_takes_every_yes_and_no_that_is_read(text):
    assert re.search(YES_NO["pattern"], text)


def every_schema_in(part):
    """Every part of a schema that is a schema with words of its own."""
    if isinstance(part, dict):
        if "title" in part and isinstance(part["title"], str):
            yield part
        for value in part.values():
            yield from every_schema_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from every_schema_in(value)


@pytest.mark.parametrize("name", schemas())
def test_every_key_is_explained_in_thai_and_english(name):
    told = list(every_schema_in(schemas()[name]))

    assert told
    for schema in told:
        thai, _, english = schema["title"].partition(" / ")
        assert re.search("[ก-๛]", thai)
        assert re.search("[A-Za-z]", english)
        assert re.search("[ก-๛]", schema["description"] + thai)


@pytest.mark.parametrize("model", words().models)
def test_the_words_are_of_keys_that_there_are(model):
    shown = json.dumps([schemas()], ensure_ascii=False)
    told = words().models[model]

    assert WHOLE in told
    for title, description in told.values():
        assert json.dumps(title, ensure_ascii=False) in shown
        assert json.dumps(description, ensure_ascii=False) in shown


def test_no_object_takes_keys_that_it_does_not_know():
    def objects(part):
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            for value in part.values():
                yield from objects(value)
        elif isinstance(part, list):
            for value in part:
                yield from objects(value)

    found = list(objects(schemas()))

    assert len(found) > 25
    assert all(one["additionalProperties"] is False for one in found)


def test_the_same_models_give_the_same_files():
    assert schema_files() == schema_files()
    assert all(json.loads(text) for text in schema_files().values())
