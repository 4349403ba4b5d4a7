"""What the five documents print is in the content: nothing was dropped, and nothing repaired.

The texts in ../shared/seeds are read by their form: a score has two decimals, a code an O, a unit
and a period a cell of their own. Texts are compared without whitespace, in Arabic digits and in one
spelling of each vowel, because the texts were read from pictures. What differs all the same is in
EXCEPTIONS, with the reason.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from prongsai import thai
from prongsai.models.measure import Progress

SHARED = Path(__file__).parents[3] / "shared/seeds"
SEEDS = {
    "thung-arun": "000",
    "pong-nam-ron": "001",
    "samruean": "002",
    "khao-thong": "003",
    "krabueang-nok": "004",
}
EXCEPTIONS = {
    ("pong-nam-ron", "การให้ความรู้เกี่ยวกับผลประโยชน์ชับซ้อน"): "the second table misreads ทับซ้อน",
    (
        "pong-nam-ron",
        "การเปิดเผยข้อมูลข้อเท็จจริงแก่ผู้มาใช้บริการอย่างถูกต้องตรงไปตรงมาติดต่ออย่างโปร่งใส",
    ): "the second table has the word ติดต่อ, which the first does not",
}
"""Titles of measures that a document prints in a second form; both are noted under slips."""

NOT_IN_REPORTS = {
    **EXCEPTIONS,
}
"""What a document prints and its reports do not, with the reason."""

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the documents are not beside this repository"
)
of_all = pytest.mark.parametrize("slug", SEEDS)
in_each_form = pytest.mark.parametrize("form", ["page", "pdf", "docx"])

TAG = re.compile(r"</?[a-z]+>|\*\*")
SCORE = re.compile(r"(?<![\d.])(?:\d{1,3}\.\d\d|100)(?!\d|\.\d)")
ITEM_CODE = re.compile(r"(?<![\d.A-Za-z])[O0]([1-9]\d?)(?![\d.])")
SUB_INDICATOR = re.compile(r"(?:ที่|ตัวชี้วัด|,) ?(\d{1,2}\.\d)(?!\d)")
FIGURE = re.compile(r"^([ieO0]\d+) (.+)\t(\d+(?:\.\d\d)?)$", re.MULTILINE)
INDICATOR = re.compile(
    r"^(ตัวชี้วัดที่ \d+ [^\t]+?|\| \d+\.[^|\d]+?)(?:\t| คะแนน | )(\d{1,3}(?:\.\d\d)?)(?!\d)",
    re.MULTILINE,
)
ITEM_TITLE = re.compile(r"^(?:- )?\((O\d+)\) (.+)$", re.MULTILINE)
UNIT = re.compile(r"(?:สำนักปลัด|กองคลัง|ทุกหน่วยงาน|ทุกสำนัก).{0,25}")
PERIOD = re.compile(r"ตลอดปี(?:งบประมาณ)?|(?:\d+)?[ก-ฮ]{1,2}\.[ก-ฮ]\..*\d\d")
ROWS = {
    "thung-arun": (r"ตัวชี้วัดที่ \d+ .+", 0),
    "pong-nam-ron": (r"\d+\) ?.+", 0),
    "samruean": (r"\d+\. .+", 2),
    "khao-thong": (r"\d\..+", 0),
    "krabueang-nok": (r"\d", 1),
}
"""How the first cell of a measure begins, and the column of its title."""
CODES = {"thung-arun": 10, "pong-nam-ron": 7, "samruean": 31, "khao-thong": 0, "krabueang-nok": 1}
"""How many items and sub-indicators each document names."""
STATES = re.compile(r"\t(/?)\t(/?)\t(/?)$", re.MULTILINE)


@cache
def seed(slug):
    """The document, in Arabic digits and without marks of layout; its lines and tabs kept."""
    [path] = SHARED.glob(f"{SEEDS[slug]}_*.txt")
    return TAG.sub("", thai.arabic(path.read_text(encoding="utf-8")))


def fold(text):
    return re.sub(r"\s+", "", thai.arabic(thai.normalise(text)))


def cells(text):
    return [fold(cell) for cell in re.split(r"[\t\n|]", text)]


def table(slug):
    """The text from the head of the first table of measures on."""
    head = {"khao-thong": "มาตรการ/ แนวทาง", "samruean": "1) มาตรการ/โครงการ/"}
    return seed(slug).partition(head.get(slug, "\nมาตรการ\t"))[2] or seed(slug)


def known_scores(site):
    """Every figure of the results, and the bounds of the levels they are judged by."""
    for result in site.results:
        yield from (result.total, result.change)
        yield from (other.value for other in result.printed_otherwise)
        for figures in (result.instruments, result.indicators, result.questions, result.items):
            yield from (figure.score for figure in figures.values())
        for level in site.frameworks[result.fiscal_year].levels:
            yield from (level.lowest, level.highest)


def known_codes(site):
    for result in site.results:
        yield from result.items
        yield from (code for entry in result.analysis for code in entry.cites)
    yield from (code for m in measures(site) for code in m.cites)


def measures(site):
    return [measure for plan in site.plans for measure in plan.measures]


def printed_titles(slug):
    """The titles of measures; what goes on after a page break is put together again."""
    begins, column = ROWS[slug]
    titles = []
    for line in table(slug).splitlines():
        row = [cell.strip() for cell in re.split(r"[\t|]", line.removeprefix("|"))]
        if len(row) > 2 and re.fullmatch(begins, row[0]):
            titles.append(row[column] if column else re.sub(r"^\d+[.)]", "", row[0]))
        elif titles and not row[0] and len(row) > column:
            titles[-1] += row[column]
    return [fold(title) for title in titles]


@of_all
def test_every_score_is_there(agency, slug):
    printed = {Decimal(score) for score in SCORE.findall(seed(slug))}

    assert printed
    assert printed <= set(known_scores(agency(slug)))


def test_the_printed_weights_and_levels_are_those_of_the_framework(agency):
    framework = agency("thung-arun").frameworks[2564]
    text = seed("thung-arun")

    weights = re.findall(r"\((IIT|EIT|OIT)\)\tตัวชี้วัดที่ \d+ .+\tร้อยละ (\d\d)$", text, re.MULTILINE)
    levels = re.findall(r"^(\d+(?:\.\d\d)?) - (\d+(?:\.\d\d)?)\t(\w+)$", text, re.MULTILINE)

    assert weights == [(i.id, f"{i.weight * 100:.0f}") for i in framework.instruments]
    assert [(Decimal(low), Decimal(high), name) for low, high, name in levels] == [
        (level.lowest, level.highest, level.name.th) for level in framework.levels
    ]


@pytest.mark.parametrize("slug", ["thung-arun", "samruean", "khao-thong"])
def test_every_indicator_has_its_own_score(agency, slug):
    site = agency(slug)
    result = site.results[0]
    labels = {
        f"indicator {one.id}": f"ตัวชี้วัดที่ {one.id} {one.name.th}"
        for one in site.frameworks[result.fiscal_year].indicators
    }
    labels |= {f"indicator {n}": f.title for n, f in result.indicators.items() if f.title}
    known = {
        (fold(labels[o.figure]), o.value) for o in result.printed_otherwise if o.figure in labels
    }
    known |= {(fold(label), result.announced(figure)) for figure, label in labels.items()}

    found = INDICATOR.findall(seed(slug))

    printed = {(fold(label.removeprefix("| ")), Decimal(score)) for label, score in found}
    assert printed == known


def test_every_question_and_item_has_its_own_title_and_score(agency):
    result = agency("samruean").results[0]
    known = {
        (code, fold(figure.title), figure.score)
        for code, figure in (result.questions | result.items).items()
    }

    printed = {
        (code.replace("0", "O", 1) if code[0] == "0" else code, fold(title), Decimal(score))
        for code, title, score in FIGURE.findall(seed("samruean"))
    }

    assert printed == known


@of_all
def test_every_code_is_there(agency, slug):
    text = seed(slug)
    printed = {f"O{number}" for number in ITEM_CODE.findall(text)}
    printed |= set(SUB_INDICATOR.findall(text))

    assert printed <= set(known_codes(agency(slug)))
    assert len(printed) == CODES[slug]


def test_every_title_of_an_item_is_there(agency):
    [entry] = [entry for entry in agency("thung-arun").result(2564).analysis if entry.titles]

    printed = {code: fold(title) for code, title in ITEM_TITLE.findall(seed("thung-arun"))}

    assert printed == {code: fold(title) for code, title in entry.titles.items()}


@of_all
def test_every_measure_has_its_title(agency, slug):
    titles = [fold(measure.title) for measure in measures(agency(slug))]
    times = 2 if slug == "pong-nam-ron" else 1  # the plan, and its table of progress

    printed = printed_titles(slug)

    assert len(printed) == times * len(titles)
    assert [
        title
        for title, known in zip(printed, titles * times, strict=True)
        if title != known and (slug, title) not in EXCEPTIONS
    ] == []


@of_all
def test_every_measure_has_its_units(agency, slug):
    site = agency(slug)
    told = []
    for measure in measures(site):
        points = [point for step in measure.steps for point in step.points if point.responsible]
        told += [unit for one in points or [measure] for unit in one.responsible]

    printed = [cell for cell in cells(table(slug)) if UNIT.fullmatch(cell)]

    assert printed == [fold(site.agency.units[unit]) for unit in told]


@of_all
def test_every_measure_has_its_period(agency, slug):
    periods = [fold(m.period.text) for m in measures(agency(slug)) if m.period]

    printed = [cell for cell in cells(table(slug)) if PERIOD.fullmatch(cell)]

    assert printed == periods


@of_all
def test_every_measure_has_its_status(agency, slug):
    ticked = [row.index("/") for row in STATES.findall(seed(slug)) if "/" in row]

    printed = [list(Progress)[column] for column in ticked]

    assert printed == [m.progress for m in measures(agency(slug)) if m.progress]


@pytest.mark.parametrize("slug", [slug for slug in SEEDS if slug != "samruean"])
def test_what_a_slip_quotes_is_printed(agency, slug):
    site = agency(slug)
    slips = [slip for found in (*site.results, *site.plans) for slip in found.slips]

    quoted = {quote for slip in slips for quote in re.split(r" /\s", slip.printed)}

    assert quoted
    assert [quote for quote in sorted(quoted) if fold(quote) not in fold(seed(slug))] == []


def test_an_exception_is_still_needed():
    assert [key for key in EXCEPTIONS if key[1] not in printed_titles(key[0])] == []


@of_all
@in_each_form
def test_what_a_document_prints_is_in_the_reports(report_texts, slug, form):
    """Scores, codes, and of each measure its title, units and period."""
    text = fold(report_texts(slug)[form])
    wanted = {fold(score) for score in SCORE.findall(seed(slug))}
    wanted |= {f"O{number}" for number in ITEM_CODE.findall(seed(slug))}
    wanted |= set(SUB_INDICATOR.findall(seed(slug))) | set(printed_titles(slug))
    wanted |= {
        cell for cell in cells(table(slug)) if UNIT.fullmatch(cell) or PERIOD.fullmatch(cell)
    }

    codes = {f"O{number}" for number in re.findall(r"O(\d+)", text)}
    lacking = {one for one in wanted if one not in (codes if one[0] == "O" else text)}

    assert lacking == {one for name, one in NOT_IN_REPORTS if name == slug}
