"""Content that tries to be markup, in every free text of every file, built and shown.

The same content is built twice, with harmless words and with hostile ones: both sites must have
the same elements with the same attributes, and differ in their text alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
import typst
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from pydantic import StringConstraints

from prongsai.content import load_site
from prongsai.models.agency import Agency
from prongsai.models.base import Model
from prongsai.models.disclosure import Disclosures
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.plain import write_plain_site

HARMLESS = "ข้อความ"
PAYLOAD = (
    "<script>alert(1)</script> {{ 7*7 }} {% x %} ](javascript:alert(1)) "
    "\"><img src=x onerror=alert(1)> </td></table></div></title></svg> ' onclick=alert(1) x=' "
    "` `` | a | b | ::: {: onclick=alert(1)} { #id } **a** <b>b</b> &lt;b&gt; <!-- :smile: "
    "http://stranger.example www.stranger.example a@stranger.example"
)
BLOCKS = f"!!! note\n\n    {PAYLOAD}\n\n```\n{PAYLOAD}\n```\n\n---\n- {PAYLOAD}\n# 1"

FILES = {
    "agency.yml": """\
name: {th: TEXT, en: TEXT}
short_name: {th: TEXT, en: TEXT}
kind: local-government
district: TEXT
province: TEXT
main_site: https://thotsop.example/
units: {clerk: TEXT}
contact: {address: TEXT, phone: TEXT, email: a@thotsop.example, line: TEXT}
emblem: {file: files/emblem.svg, alt: TEXT}
show_checks: true
""",
    "2568/result.yml": """\
fiscal_year: 2568
source: {title: TEXT, place: TEXT, note: TEXT}
total: 96.79
level: TEXT
instruments: {IIT: {score: 80, title: TEXT, note: TEXT}}
indicators: {1: {score: 80, title: TEXT}, 2: 90, 3: 95}
questions: {i1: {score: 80, title: TEXT}}
items: {O1: {score: 80, title: TEXT}}
printed_otherwise: [{figure: total, value: 90, place: TEXT}]
slips: [{place: TEXT, printed: TEXT, note: TEXT}]
overview: TEXT
analysis:
  - indicator: 1
    text: TEXT
    weaknesses: [TEXT, TEXT]
    improvements: [TEXT]
    advice: [TEXT]
    cites: [O1]
    titles: {O1: TEXT}
    source: {title: TEXT, place: TEXT, note: TEXT}
advice: [TEXT]
""",
    "2568/disclosure.yml": """\
fiscal_year: 2568
source: {title: TEXT, place: TEXT, note: TEXT}
items:
  O1:
    explanation: TEXT
    responsible: clerk
    note: TEXT
    evidence:
      - {title: TEXT, text: TEXT, note: TEXT, period: {text: TEXT}}
      - {title: TEXT, table: files/a.csv}
      - {title: TEXT, file: FILE}
      - {title: TEXT, image: FILE, alt: TEXT}
      - {title: TEXT, url: "https://thotsop.example/a'b&c(d)?e=f"}
  O2: {nothing_to_report: {reason: TEXT, by: TEXT, on: 2025-01-01}}
  O3: {not_applicable: {reason: TEXT, by: TEXT, on: 2025-01-01}}
""",
    "2569/measures.yml": """\
fiscal_year: 2569
result_year: 2568
source: {title: TEXT, place: TEXT, note: TEXT}
memo: {office: TEXT, phone: TEXT, reference: TEXT, subject: TEXT, to: TEXT}
slips: [{place: TEXT, printed: TEXT, note: TEXT}]
overview: TEXT
columns: {title: TEXT, steps: TEXT}
measures:
  - id: m1
    indicator: 1
    title: TEXT
    analysis: TEXT
    steps: [{text: TEXT, parts: [TEXT, TEXT]}, TEXT]
    period: {text: TEXT}
    responsible: [clerk]
    follow_up: TEXT
    cites: [O1]
    progress: done
    outputs: [TEXT, TEXT]
    outcomes: [TEXT]
    note: TEXT
    source: {title: TEXT, place: TEXT, note: TEXT}
""",
    "2569/disclosure.yml": """\
fiscal_year: 2569
items:
  O1:
    state: draft
    renew:
      - {title: TEXT, file: TEXT, item: O1, fiscal_year: 2568}
      - {title: TEXT, table: TEXT, image: TEXT, item: O1, fiscal_year: 2568}
""",
}


EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def write_content(folder, text, file_name):
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    for name, yaml in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = yaml.replace("TEXT", quoted).replace("FILE", f"'files/{file_name}'")
        path.write_text(written, encoding="utf-8")
    emblem = folder / "files/emblem.svg"
    emblem.parent.mkdir()
    emblem.write_text(EMBLEM, encoding="utf-8")
    documents = folder / "2568/files"
    documents.mkdir()
    cell = '"' + text.replace('"', '""') + '"'
    (documents / "a.csv").write_text(f"{cell},b\n{cell},c\n", encoding="utf-8")
    (documents / file_name).write_bytes(typst.compile(b"text"))
    return folder


@dataclass
class Sites:
    """The folders of two sites with the same content but for its words."""

    harmless: Path
    hostile: Path


@pytest.fixture(scope="module", params=["one line", "blocks", "generated"])
def sites(request, build_content, tmp_path_factory):
    words = BLOCKS if request.param == "blocks" else PAYLOAD
    harmless = "\n\n".join([HARMLESS] * len(words.split("\n\n")))
    build = build_plain if request.param == "generated" else build_content
    folder = tmp_path_factory.mktemp("hostile")
    return Sites(
        build(write_content(folder / "harmless", harmless, "ก.pdf")),
        build(write_content(folder / "hostile", words, '"><img src=x onerror=alert(1)>.pdf')),
    )


def build_plain(content):
    """Build what `prongsai generate` writes with MkDocs alone."""
    folder = content.with_name(f"{content.name}-plain")
    write_plain_site(load_site(content), folder)
    mkdocs_build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


class _Elements(HTMLParser):
    """Notes each element with the names of its attributes, and where it leads.

    Hostile words are English ones too, and marked as such: those marks are no elements of theirs.
    """

    def __init__(self, path):
        super().__init__()
        self.elements = []
        self.links = set()
        self.text = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        if (tag, attrs) == ("span", [("lang", "en")]):
            return
        self.elements.append((tag, *sorted(name for name, _ in attrs)))
        self.links |= {value for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data):
        self.text.append(data)


def pages_of(site):
    return {path.relative_to(site).as_posix(): _Elements(path) for path in site.rglob("*.html")}


def test_hostile_words_make_no_element_and_no_attribute(sites):
    expected, found = pages_of(sites.harmless), pages_of(sites.hostile)

    assert found.keys() == expected.keys()
    assert [page for page in found if found[page].elements != expected[page].elements] == []


def test_hostile_words_lead_nowhere(sites):
    expected, found = pages_of(sites.harmless), pages_of(sites.hostile)

    links = {link for page in found.values() for link in page.links}
    strangers = links - {link for page in expected.values() for link in page.links}
    assert {link for link in strangers if not link.endswith(".pdf")} == set()
    assert not any("img" in link for link in strangers)


def test_hostile_words_are_shown_as_they_are(sites):
    text = " ".join("".join(_Elements(sites.hostile / "oit/2568/o1/index.html").text).split())

    assert text.count(" ".join(PAYLOAD.split())) >= 8


def test_hostile_words_do_nothing_in_a_browser(sites, browser, served):
    tab, dialogs, home = browser.new_page(), [], served(sites.hostile)
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    for page in ("", "checks/", "oit/2568/", "oit/2568/o1/", "ita/2568/", "ita/2569/measures/"):
        tab.goto(home + page)
    # Material's own search is that of the generated Markdown.
    tab.locator(".ps-search__input, [data-md-component=search-query]").press_sequentially("onclick")
    tab.locator(".ps-search__option, .md-search-result__item").first.wait_for(state="attached")

    tab.close()
    assert dialogs == []


def test_every_free_text_of_every_file_is_tried(tmp_path):
    folder = write_content(tmp_path / "content", HARMLESS, "ก.pdf")

    site = load_site(folder)

    roots = [site.agency, *site.results, *site.plans, *(y.disclosures for y in site.item_years)]
    tried = {place for root in roots for place in _filled(root)}
    known = {place for cls in (Agency, Result, Disclosures, Measures) for place in _texts(cls)}
    assert known - tried == {
        ("Emblem", "file"),
        ("Evidence", "file"),
        ("Evidence", "image"),
        ("Evidence", "table"),
    }  # paths, tried as such


def _texts(cls, seen=None):
    """Yield the fields of a model and of the models in it that hold any text at all."""
    seen = set() if seen is None else seen
    if cls in seen:
        return
    seen.add(cls)
    for name, info in cls.model_fields.items():
        parts = list(_parts(info.annotation)) + list(info.metadata)
        if any(isinstance(part, StringConstraints) for part in parts):
            yield cls.__name__, name
        for part in parts:
            if isinstance(part, type) and issubclass(part, Model):
                yield from _texts(part, seen)


def _parts(annotation):
    yield annotation
    yield from (part for arg in get_args(annotation) for part in _parts(arg))
    yield from getattr(annotation, "__metadata__", ())


def _filled(model):
    """Yield the fields that hold the words, in a model and in the models in it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        values = value.values() if isinstance(value, dict) else value
        for one in values if isinstance(value, dict | tuple) else [value]:
            if isinstance(one, Model):
                yield from _filled(one)
            elif HARMLESS in str(one):
                yield type(model).__name__, name
