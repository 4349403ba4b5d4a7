"""Reports: from a Site to structured documents. How they look is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.site import Site
from prongsai.reports import analysis, measures, progress, result
from prongsai.reports.document import Report


def build_reports(site: Site) -> Iterator[Report]:
    """Yield the reports of every year that has what they need, newest first."""
    for one in site.results:
        yield result.build(site, one)
        if analysis.has_analysis(one):
            yield analysis.build(site, one)
    for plan in site.plans:
        yield measures.build(site, plan)
        yield progress.build(site, plan)
