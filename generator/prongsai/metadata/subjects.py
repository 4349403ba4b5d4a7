"""What pages are about, in the words of schema.org: the agency, datasets, documents. Pure.

https://schema.org/GovernmentOrganization, /Dataset, /DigitalDocument. Only what the content says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from prongsai.coverage import ItemCoverage, coverage
from prongsai.models.agency import Agency
from prongsai.models.disclosure import Evidence
from prongsai.models.site import Site, Year
from prongsai.opendata import Dataset, datasets
from prongsai.urls import item_url

Node = dict[str, Any]


def subjects(site: Site) -> dict[str, list[Node]]:
    """Return what each page is about, by the address of the page below the site."""
    agency, found = site.agency, list(datasets(site))
    told: dict[str, list[Node]] = {"": [_organization(agency), _website(agency)]}
    for one in found:
        told.setdefault(one.page, []).append(_dataset(agency, one))
    told["data/"] = [_catalogue(agency, found)]
    for year in site.item_years:
        for row in coverage(site, year):
            url = item_url(year.fiscal_year, row.item.slug)
            told[url] = [_item(site, year, row, agency.address(url))]
    return told


def _organization(agency: Agency) -> Node:
    contact = agency.contact
    address = _known(
        {
            "@type": "PostalAddress",
            "streetAddress": contact.address,
            "addressLocality": agency.district,
            "addressRegion": agency.province,
            "addressCountry": "TH",
        }
    )
    return _known(
        {
            "@type": "GovernmentOrganization",
            "@id": agency.address("#agency"),
            "name": agency.named(agency.name.th),
            "alternateName": [
                name
                for name in (agency.short_name.th, agency.name.en, agency.short_name.en)
                if name
            ],
            "url": agency.main_site,
            "address": address if len(address) > 2 else None,
            "telephone": contact.phone,
            "email": contact.email,
            "hasMap": contact.map,
            "sameAs": contact.facebook,
        }
    )


def _website(agency: Agency) -> Node:
    return {
        "@type": "WebSite",
        "@id": agency.address("#site"),
        "url": agency.address(""),
        "name": agency.named(f"ศูนย์ข้อมูลความโปร่งใส {agency.short_name.th}"),
        "inLanguage": "th",
        "publisher": _publisher(agency),
    }


def _publisher(agency: Agency) -> Node:
    """Name the publisher on every page by itself: a reader of one page knows no other."""
    return {
        "@type": "GovernmentOrganization",
        "@id": agency.address("#agency"),
        "name": agency.named(agency.name.th),
    }


def _catalogue(agency: Agency, found: Iterable[Dataset]) -> Node:
    return {
        "@type": "DataCatalog",
        "@id": agency.address("data/"),
        "url": agency.address("data/"),
        "name": agency.named(f"ข้อมูลเปิดของ{agency.name.th}"),
        "publisher": _publisher(agency),
        "dataset": [
            {
                "@type": "Dataset",
                "@id": _dataset_id(agency, one),
                "name": one.title.th,
                "description": one.about.th,
                "url": agency.address(one.page),
            }
            for one in found
        ],
    }


def _dataset_id(agency: Agency, dataset: Dataset) -> str:
    return agency.address(f"data/#{dataset.id}")


def _dataset(agency: Agency, dataset: Dataset) -> Node:
    days = dataset.days
    return _known(
        {
            "@type": "Dataset",
            "@id": _dataset_id(agency, dataset),
            "name": dataset.title.th,
            "alternateName": dataset.title.en,
            "description": dataset.about.th,
            "url": agency.address(dataset.page),
            "inLanguage": "th",
            "isAccessibleForFree": True,
            "license": agency.licence.terms.url if agency.licence else None,
            "creator": _publisher(agency),
            "dateModified": _day(dataset.updated),
            "temporalCoverage": "/".join(map(date.isoformat, days)) if days else None,
            "includedInDataCatalog": {"@type": "DataCatalog", "@id": agency.address("data/")},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": agency.address(file.path),
                    "encodingFormat": file.media_type,
                    "contentSize": f"{file.size} B",
                }
                for file in dataset.files
            ],
        }
    )


def _item(site: Site, year: Year, row: ItemCoverage, url: str) -> Node:
    return _known(
        {
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": f"{row.item.id} {row.item.title.th}",
            "inLanguage": "th",
            "dateModified": _day(row.updated),
            "publisher": _publisher(site.agency),
            "hasPart": list(_documents(site, year, row)),
        }
    )


def _documents(site: Site, year: Year, row: ItemCoverage) -> Iterator[Node]:
    for one in row.evidence:
        file = year.files.get(one.path or "")
        address = site.agency.address(file.url) if file else one.url
        if address:
            span = one.period.span(year.fiscal_year) if one.period else None
            yield _known(
                {
                    "@type": "DigitalDocument",
                    "name": one.title,
                    "url": address,
                    "encodingFormat": _MEDIA_TYPES.get(file.type) if file else None,
                    "dateModified": _day(_day_of(one, row)),
                    "temporalCoverage": "/".join(map(date.isoformat, span)) if span else None,
                }
            )


def _day_of(one: Evidence, row: ItemCoverage) -> date | None:
    return one.updated or row.disclosure.updated


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    "PDF": "application/pdf",
    "DOC": "application/msword",
    "DOCX": f"{_OFFICE}.wordprocessingml.document",
    "XLS": "application/vnd.ms-excel",
    "XLSX": f"{_OFFICE}.spreadsheetml.sheet",
    "PPTX": f"{_OFFICE}.presentationml.presentation",
    "CSV": "text/csv",
    "TXT": "text/plain",
    "JPG": "image/jpeg",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "ZIP": "application/zip",
}
"""By the kind of file. The list of Python depends on the machine, and ours must not."""


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}
