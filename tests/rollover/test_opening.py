"""Opening a year, for every two neighbouring years of the catalogue and for disclosures of any kind."""

from __future__ import annotations

import functools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai import frameworks
from prongsai.models.agency import Agency
from prongsai.models.disclosure import Disclosures
from prongsai.models.site import Site, Year
from prongsai.rollover import opening
from prongsai.rollover.succession import Change
from prongsai.yamlediting import said
from prongsai.yamlevents import parse
from prongsai.yamlwriting import block

PAIRS = [(pair.from_year, pair.to_year) for pair in frameworks.crosswalk().pairs]
BY_PAIR = pytest.mark.parametrize(("before", "after"), PAIRS)
AGENCY = Agency.model_validate(
    {
        "name": "ก",
        "short_name": "ก",
        "kind": "local-government",
        "main_site": "https://a.example/",
        "units": {"clerk": "สำนักปลัด", "finance": "กองคลัง"},
    }
)


@functools.cache
def framework(year):
    return frameworks.load_for(year, AGENCY.kind)


def read(text):
    problems = []
    data = parse(text.removeprefix("\ufeff"), "disclosure.yml", problems)
    found = Disclosures.model_validate(data, context={"file": "f", "problems": problems})
    assert not problems
    return found


def site_of(*disclosures):
    """A site of the years that these disclosures are of."""
    years = tuple(Year(framework(one.fiscal_year), disclosures=one) for one in disclosures)
    known = {year: framework(year) for year in frameworks.known_years()}
    return Site(AGENCY, years, known, frameworks.crosswalk(), frameworks.synonyms())


def opened(earlier, after, there=""):
    """What opens `after`, when last year was `earlier` and the year has the text `there` already."""
    disclosures = [earlier, *([read(there)] if there else [])]
    before = framework(earlier.fiscal_year)
    return opening(site_of(*disclosures), before, framework(after), there, "")


def pieces(disclosures):
    """What was evidence, or was left to renew where there is none, counted."""
    year = disclosures.fiscal_year
    return Counter(
        piece
        for item, entry in disclosures.items.items()
        for piece in (
            [(one.title, one.path or one.url, item, year) for one in entry.evidence]
            or [(one.title, one.address, one.item, one.fiscal_year) for one in entry.renew]
        )
    )


def to_renew(disclosures):
    return Counter(
        (one.title, one.address, one.item, one.fiscal_year)
        for entry in disclosures.items.values()
        for one in entry.renew
    )


# Any sign that a person can type or paste, and so none that ends a line of YAML in the middle.
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))).filter(
    str.strip
)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
paths = st.from_regex(r"files/[a-zก-ฮ0-9 _.-]{1,12}\.pdf", fullmatch=True)
forms = st.one_of(
    st.fixed_dictionaries({"text": lines}),
    st.fixed_dictionaries({"file": paths}),
    st.fixed_dictionaries({"table": paths}),
    st.fixed_dictionaries({"image": paths, "alt": words}),
    st.fixed_dictionaries({"url": st.just("https://a.example/x?y=1#z")}),
)
evidence = st.builds(lambda title, form: {"title": title, **form}, words, forms)
declared = st.just({"reason": "ก", "by": "ข", "on": "2025-03-31"})
renewal = st.fixed_dictionaries(
    {"title": words, "file": paths, "item": st.just("O1"), "fiscal_year": st.just("2561")}
)
said_of_it = st.one_of(
    st.fixed_dictionaries({"evidence": st.lists(evidence, min_size=1, max_size=4)}),
    st.fixed_dictionaries({"nothing_to_report": declared}),
    st.fixed_dictionaries({"not_applicable": declared}),
    st.fixed_dictionaries({"state": st.just("draft"), "renew": st.lists(renewal, max_size=3)}),
    st.just({}),
)
kept = st.fixed_dictionaries(
    {}, optional={"responsible": st.sampled_from(["clerk", "finance"]), "explanation": lines}
)
entry = st.builds(lambda one, other: {**one, **other}, said_of_it, kept)


@st.composite
def disclosures(draw, pairs=tuple(PAIRS)):
    """Any disclosure of a year that another follows, and that other year."""
    before, after = draw(st.sampled_from(pairs))
    codes = st.sampled_from([item.id for item in framework(before).items])
    items = draw(st.dictionaries(codes, entry, max_size=8))
    return Disclosures.model_validate({"fiscal_year": str(before), "items": items}), after


@given(disclosures())
def test_no_evidence_is_lost(drawn):
    earlier, after = drawn

    found = opened(earlier, after)

    succession = found.succession
    ended = {item.id for item in (*succession.gone, *succession.untold)}
    lost = pieces(earlier) - to_renew(read(found.disclosure))
    assert {item for _, _, item, year in lost if year == earlier.fiscal_year} <= ended


@given(disclosures())
def test_what_is_to_renew_is_no_evidence_and_nothing_else_than_what_was_there(drawn):
    earlier, after = drawn

    opened_year = read(opened(earlier, after).disclosure)

    assert set(opened_year.items) == {item.id for item in framework(after).items}
    assert all(entry.is_draft and not entry.evidence for entry in opened_year.items.values())
    assert not any(entry.declaration for entry in opened_year.items.values())
    assert set(to_renew(opened_year)) <= set(pieces(earlier))


@given(disclosures())
def test_opening_a_second_time_changes_nothing(drawn):
    earlier, after = drawn
    text = opened(earlier, after).disclosure

    again = opened(earlier, after, text)

    assert again.disclosure == text
    assert again.drafts == ()


@given(disclosures(), st.data(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_what_the_year_has_already_stays_as_it_is(drawn, data, line_end, mark):
    earlier, after = drawn
    codes = st.sampled_from([item.id for item in framework(after).items])
    entries = data.draw(st.dictionaries(codes, entry, min_size=1, max_size=4))
    body = block({"fiscal_year": str(after), "items": entries})
    there = f"# ต้นไฟล์\n{body}# ท้ายไฟล์\n"
    there = mark + there.replace("\n", line_end)

    text = opened(earlier, after, there).disclosure

    now = said(text.removeprefix("\ufeff"))["items"]
    assert {code: now[code] for code in entries} == said(body)["items"]
    assert set(now) == {item.id for item in framework(after).items}
    assert [line for line in there.split(line_end) if line not in text.split(line_end)] == []
    assert text.startswith(mark)
    assert (line_end == "\r\n") == ("\r" in text)


@BY_PAIR
def test_every_pair_of_years_carries_all_evidence_or_tells_what_is_gone(
    before, after, full_disclosure
):
    earlier = read(full_disclosure(before))

    found = opened(earlier, after)

    succession = found.succession
    assert succession.untold == ()
    assert [one.item.id for one in succession.successors if one.change is Change.UNTOLD] == []
    lost = {item for _, _, item, _ in pieces(earlier) - to_renew(read(found.disclosure))}
    assert lost == {item.id for item in succession.gone}


def test_what_the_years_call_new_and_gone_is_what_the_crosswalk_says():
    told = {
        after: (
            [one.item.id for one in found.successors if one.change is Change.NEW],
            [item.id for item in found.gone],
        )
        for before, after in PAIRS
        for found in [opened(read(f"fiscal_year: {before}"), after).succession]
    }

    assert {year: both for year, both in told.items() if any(both)} == {
        2566: (["O10", "O33", "O39", "O41"], ["O32", "O35"]),
        2567: (["O29"], ["O6", "O9", "O10", "O17", "O24", "O37", "O41"]),
        2568: ([], ["O6", "O15", "O28"]),
    }


@pytest.mark.parametrize(
    ("after", "item", "change", "before"),
    [
        (2563, "O42", Change.REPLACED, [f"O{n}" for n in range(42, 49)]),
        (2566, "O40", Change.SPLIT, ["O38"]),
        (2566, "O11", Change.MERGED, ["O10", "O18"]),
        (2567, "O14", Change.RELATED, ["O19"]),
        (2567, "O30", Change.RENAMED, ["O34"]),
        (2567, "O7", Change.RENUMBERED, ["O4"]),
        (2567, "O1", Change.SAME, ["O1"]),
        (2567, "O29", Change.NEW, []),
    ],
)
def test_what_became_of_an_item(after, item, change, before):
    found = opened(read(f"fiscal_year: {after - 1}"), after).succession

    [one] = [one for one in found.successors if one.item.id == item]

    assert (one.change, [code.id for code in one.before]) == (change, before)


def test_where_the_crosswalk_has_nothing_nothing_is_guessed():
    """No crosswalk joins FY2566 and FY2568, so O1 is not taken for the O1 of two years before."""
    earlier = read("fiscal_year: 2566\nitems: {O1: {evidence: [{title: ก, text: ข}]}}")
    site = site_of(earlier)
    unjoined = site.crosswalk.model_copy(update={"pairs": ()})
    site = Site(site.agency, site.years, site.frameworks, unjoined, site.synonyms)

    found = opening(site, framework(2566), framework(2568), "", "")

    assert {one.change for one in found.succession.successors} == {Change.UNTOLD}
    assert len(found.succession.untold) == 43
    assert to_renew(read(found.disclosure)) == Counter()


def test_who_is_responsible_and_the_way_to_it_carry_over_where_the_items_before_agree():
    earlier = read(
        "fiscal_year: 2567\n"
        "items:\n"
        "  O2: {responsible: clerk, explanation: หน้าหลัก > ผู้บริหาร, note: ก, updated: 2024-01-01}\n"
        "  O1: {responsible: clerk}\n"
        "  O3: {responsible: clerk, explanation: หน้าหลัก > อำนาจ}\n"
        "  O14: {responsible: clerk}\n"
        "  O16: {responsible: finance}\n"
    )

    found = opened(earlier, 2568)

    entries = said(found.disclosure)["items"]
    assert entries["O2"] == {
        "state": "draft",
        "responsible": "clerk",
        "explanation": "หน้าหลัก > ผู้บริหาร",
    }
    assert entries["O1"] == {
        "state": "draft",
        "responsible": "clerk",
        "explanation": "หน้าหลัก > อำนาจ",
    }
    assert entries["O12"] == {"state": "draft"}
    [o12] = [draft for draft in found.drafts if draft.successor.item.id == "O12"]
    assert o12.differing == {"responsible": {"O14": "clerk", "O16": "finance"}}


def test_nothing_to_report_last_year_is_a_draft_of_this_one():
    entry = "{nothing_to_report: {reason: ก, by: ข, on: 2024-03-31}, responsible: clerk}"

    found = opened(read(f"fiscal_year: 2567\nitems: {{O29: {entry}}}"), 2568)

    assert said(found.disclosure)["items"]["O22"] == {"state": "draft", "responsible": "clerk"}


def test_what_a_draft_had_not_renewed_is_still_to_renew_with_its_own_year():
    old = "{title: ก, file: files/ก.pdf, item: O1, fiscal_year: 2567}"

    found = opened(
        read(f"fiscal_year: 2568\nitems: {{O1: {{state: draft, renew: [{old}]}}}}"), 2569
    )

    assert to_renew(read(found.disclosure)) == Counter([("ก", "files/ก.pdf", "O1", 2567)])


def test_codes_that_are_written_in_other_ways_are_known():
    there = "fiscal_year: 2569\nitems:\n  ๐๑: {responsible: clerk}  # ของเดิม\n  o 2: {}\n"

    text = opened(read("fiscal_year: 2568"), 2569, there).disclosure

    assert "๐๑: {responsible: clerk}  # ของเดิม\n" in text
    assert len(read(text).items) == 26
