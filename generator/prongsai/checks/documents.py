"""Flaws of documents: what is wrong with one is seen by looking into it (`prongsai.inspection`)."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import ItemEvidence, all_evidence
from prongsai.checks.finding import Flaw
from prongsai.models.inspected import Condition, Inspected
from prongsai.models.site import Site
from prongsai.problems import Text


def looked_into(site: Site) -> Iterator[tuple[ItemEvidence, Inspected]]:
    """Yield the evidence whose document was looked into, with what was seen."""
    for one in all_evidence(site):
        file = one.year.files.get(one.evidence.path or "")
        if file and file.inspected:
            yield one, file.inspected


def document_flaws(site: Site, condition: Condition, what: Text, hint: Text) -> Iterator[Flaw]:
    """Yield a flaw for each named document in this condition; `what` follows its name."""
    for (year, item, evidence), inspected in looked_into(site):
        if condition in inspected.conditions:
            yield Flaw(
                where=evidence.where_is(evidence.kind),
                message=Text(
                    f"{evidence.path} ของข้อ {item.id} {what.th}",
                    f"{evidence.path} of {item.id} {what.en}",
                ),
                hint=hint,
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed=condition.value,
                document=f"{year.fiscal_year}/{evidence.path}",
            )
