"""Flaws of the links of evidence: what is wrong with one is told by its address alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw
from prongsai.models.site import Site
from prongsai.problems import Text


def link_flaws(
    site: Site, is_wrong: Callable[[str], bool], what: Text, hint: Text
) -> Iterator[Flaw]:
    """Yield a flaw for each link that is wrong; `what` follows the words "the evidence of O12"."""
    for year, item, evidence in all_evidence(site):
        if evidence.url and is_wrong(evidence.url):
            yield Flaw(
                where=evidence.where_is("url"),
                message=Text(
                    f"หลักฐานของข้อ {item.id} {what.th}: {evidence.url}",
                    f"the evidence of {item.id} {what.en}: {evidence.url}",
                ),
                hint=hint,
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed=evidence.url,
            )
