"""Flaws of documents: what is wrong with one is seen by looking into it (`prongsai.inspection`)."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw
from prongsai.models.inspected import Condition
from prongsai.models.site import Site
from prongsai.problems import Text


def document_flaws(site: Site, condition: Condition, what: Text, hint: Text) -> Iterator[Flaw]:
    """Yield a flaw for each named document in this condition; `what` follows its name."""
    for year, item, evidence in all_evidence(site):
        file = year.files.get(evidence.path or "")
        if file and file.inspected and condition in file.inspected.conditions:
            yield Flaw(
                where=evidence.where_is(evidence.kind),
                message=Text(
                    f"{evidence.path} ของข้อ {item.id} {what.th}",
                    f"{evidence.path} of {item.id} {what.en}",
                ),
                hint=hint,
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed=f"{year.fiscal_year}/{evidence.path}",
            )
