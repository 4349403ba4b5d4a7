"""The entries of last year as drafts of this one: who is responsible stays, evidence is to renew. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.coverage import State, coverage
from prongsai.models.disclosure import Disclosure, Disclosures, Evidence, Renewal
from prongsai.models.site import Site, Year
from prongsai.rollover.succession import Succession, Successor
from prongsai.yamlwriting import Value

_FORMS = ("file", "url", "table", "image")
"""The forms of evidence that lie somewhere; a text is known by its title alone."""
_KEPT = ("responsible", "explanation")
"""What stays the same from year to year."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The entry of one item in the new year."""

    successor: Successor
    renew: tuple[Renewal, ...]
    kept: Mapping[str, str]
    """What carries over as it is: responsible and explanation."""
    differing: Mapping[str, Mapping[str, str]]
    """What does not, as the items before say different things of it: each key, and who says what."""
    reported: bool
    """Whether a report of this site already answers it: then it is no draft."""

    @property
    def entry(self) -> dict[str, Value]:
        """Return what disclosure.yml says of it; nothing where there is nothing to say."""
        entry: dict[str, Value] = {} if self.reported else {"state": "draft"}
        entry |= self.kept
        if self.renew:
            entry["renew"] = [_written(one) for one in self.renew]
        return entry


def drafts(site: Site, succession: Succession) -> Iterator[Draft]:
    """Yield a draft for each item of the later year that its disclosure.yml does not have."""
    number = succession.after.fiscal_year
    year = site.year_by_number.get(number) or Year(succession.after)
    there = year.disclosures.items if year.disclosures else {}
    answered = {row.item.id for row in coverage(site, year) if row.state is not State.MISSING}
    earlier = site.year_by_number[succession.before.fiscal_year].disclosures
    assert earlier
    for successor in succession.successors:
        if successor.item.id not in there:
            yield _draft(successor, earlier, reported=successor.item.id in answered)


def renewals(disclosures: Disclosures, item: str) -> tuple[Renewal, ...]:
    """Return what an item is to renew: its evidence, or what it had not renewed itself."""
    entry = disclosures.items.get(item) or Disclosure()
    if not entry.evidence:
        return entry.renew
    return tuple(_renewal(one, item, disclosures.fiscal_year) for one in entry.evidence)


def _draft(successor: Successor, earlier: Disclosures, *, reported: bool) -> Draft:
    codes = [item.id for item in successor.before]
    said = {key: dict(_said(earlier, codes, key)) for key in _KEPT}
    agreed = {key: values for key, values in said.items() if len(set(values.values())) == 1}
    return Draft(
        successor,
        tuple(one for code in codes for one in renewals(earlier, code)),
        {key: next(iter(values.values())) for key, values in agreed.items()},
        {key: values for key, values in said.items() if values and key not in agreed},
        reported,
    )


def _said(earlier: Disclosures, codes: Sequence[str], key: str) -> Iterator[tuple[str, str]]:
    """Yield what each of the items says under a key; those that say nothing say nothing else."""
    for code in codes:
        if value := getattr(earlier.items.get(code), key, None):
            yield code, value


def _renewal(evidence: Evidence, item: str, fiscal_year: int) -> Renewal:
    forms = {form: getattr(evidence, form) for form in _FORMS}
    return Renewal(title=evidence.title, item=item, fiscal_year=fiscal_year, **forms)


def _written(one: Renewal) -> dict[str, Value]:
    place = {form: str(at) for form in _FORMS if (at := getattr(one, form))}
    return {"title": one.title, **place, "item": one.item, "fiscal_year": str(one.fiscal_year)}
