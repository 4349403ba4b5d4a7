"""The open data of a site, below /data/: JSON for programs, CSV for spreadsheets. Pure.

Figures are numbers, years are BE integers, days ISO dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.models.site import Site
from prongsai.opendata.catalogue import CATALOGUE, catalogue
from prongsai.opendata.datasets import DataFile, Dataset, datasets
from prongsai.opendata.disclosures import disclosure_rows, item_rows
from prongsai.opendata.measures import measure_rows
from prongsai.opendata.results import result_data, result_rows
from prongsai.opendata.table import Column, Holds, Row
from prongsai.opendata.writing import to_csv, to_json

__all__ = [
    "CATALOGUE",
    "Column",
    "DataFile",
    "Dataset",
    "Holds",
    "Row",
    "data_files",
    "datasets",
    "disclosure_rows",
    "item_rows",
    "measure_rows",
    "result_data",
    "result_rows",
    "to_csv",
    "to_json",
]


def data_files(site: Site) -> Iterator[DataFile]:
    """Yield every open-data file of the site, and the catalogue of them."""
    found = list(datasets(site))
    for dataset in found:
        yield from dataset.files
    yield catalogue(site.agency, found)
