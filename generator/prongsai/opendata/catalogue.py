"""The catalogue of the open data in DCAT 3, for catalogues that collect from many sites. Pure.

https://www.w3.org/TR/vocab-dcat-3/ as JSON-LD; the context stands in the file, so that it can be
read without a network.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from prongsai.models.agency import Agency
from prongsai.opendata.datasets import DataFile, Dataset
from prongsai.opendata.writing import to_json
from prongsai.problems import Text

CATALOGUE = "data/catalog.jsonld"

Node = dict[str, Any]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": _XSD,
    "dataset": {"@id": "dcat:dataset", "@type": "@id"},
    "distribution": {"@id": "dcat:distribution", "@type": "@id"},
    "accessURL": {"@id": "dcat:accessURL", "@type": "@id"},
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "mediaType": {"@id": "dcat:mediaType", "@type": "@id"},
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "landingPage": {"@id": "dcat:landingPage", "@type": "@id"},
    "startDate": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "temporal": {"@id": "dct:temporal", "@type": "@id"},
    "identifier": "dct:identifier",
    "language": {"@id": "dct:language", "@type": "@id"},
    "license": {"@id": "dct:license", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "publisher": {"@id": "dct:publisher", "@type": "@id"},
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "name": {"@id": "foaf:name", "@container": "@language"},
    "homepage": {"@id": "foaf:homepage", "@type": "@id"},
}
_THAI = "http://id.loc.gov/vocabulary/iso639-1/th"


def catalogue(agency: Agency, datasets: Iterable[Dataset]) -> DataFile:
    """Return the catalogue of datasets. No licence is claimed that the agency does not state."""
    listed = list(datasets)
    text = to_json({"@context": _CONTEXT, **_catalogue(agency, listed)})
    return DataFile(CATALOGUE, text, "application/ld+json")


def _catalogue(agency: Agency, datasets: list[Dataset]) -> Node:
    name = agency.name
    return {
        "@id": agency.address(f"{CATALOGUE}#catalog"),
        "@type": "dcat:Catalog",
        "title": _both(
            Text(
                agency.named(f"ข้อมูลเปิดของ{name.th}"),
                agency.named(f"Open data of {name.en or name.th}"),
            )
        ),
        "description": _both(
            Text(
                f"ผลการประเมิน ITA การเปิดเผยข้อมูล OIT และมาตรการของ{name.th}",
                f"ITA results, OIT disclosure and measures of {name.en or name.th}",
            )
        ),
        "homepage": agency.address("data/"),
        "language": _THAI,
        **_licensed(agency),
        **_dated(max((one.updated for one in datasets if one.updated), default=None)),
        "publisher": {
            "@id": agency.address("#agency"),
            "@type": "foaf:Organization",
            "name": {
                language: agency.named(one)
                for language, one in (("th", name.th), ("en", name.en))
                if one
            },
            "homepage": agency.main_site,
        },
        "dataset": [_dataset(agency, one) for one in datasets],
    }


def _dataset(agency: Agency, dataset: Dataset) -> Node:
    days = dataset.days
    period = {
        "@type": "dct:PeriodOfTime",
        "startDate": days[0].isoformat() if days else None,
        "endDate": days[1].isoformat() if days else None,
    }
    return {
        "@id": agency.address(f"data/#{dataset.id}"),
        "@type": "dcat:Dataset",
        "identifier": dataset.id,
        "title": _both(dataset.title),
        "description": _both(dataset.about),
        "landingPage": agency.address(dataset.page),
        "language": _THAI,
        "publisher": agency.address("#agency"),
        **({"temporal": period} if days else {}),
        **_licensed(agency),
        **_dated(dataset.updated),
        "distribution": [_distribution(agency, dataset, file) for file in dataset.files],
    }


def _distribution(agency: Agency, dataset: Dataset, file: DataFile) -> Node:
    address, title = agency.address(file.path), dataset.title
    return {
        "@id": f"{address}#distribution",
        "@type": "dcat:Distribution",
        "title": _both(Text(f"{title.th} ({file.form})", f"{title.en} ({file.form})")),
        "accessURL": address,
        "downloadURL": address,
        "mediaType": f"{_MEDIA_TYPES}{file.media_type}",
        "byteSize": str(file.size),
        **_licensed(agency),
        **_dated(dataset.updated),
    }


def _both(text: Text) -> Node:
    return {"th": text.th, "en": text.en}


def _licensed(agency: Agency) -> Node:
    return {"license": agency.licence.terms.url} if agency.licence else {}


def _dated(day: date | None) -> Node:
    return {"modified": day.isoformat()} if day else {}
