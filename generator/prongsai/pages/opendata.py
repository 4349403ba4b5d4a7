"""The page of the open data: every file with its size, and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from prongsai import thai
from prongsai.models.licence import Terms
from prongsai.models.site import Site
from prongsai.opendata import CATALOGUE, Column, Dataset, Holds, datasets
from prongsai.pages import words
from prongsai.pages.page import Draft
from prongsai.problems import Text
from prongsai.updates import FEED, updates


@dataclass(frozen=True)
class FileView:
    form: str
    url: str
    size: str


@dataclass(frozen=True)
class DatasetView:
    """One dataset: what it is about, and its files."""

    id: str
    title: str
    about: str
    page: str
    """The address below the site of the page that shows the same."""
    updated: str
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class ColumnsView:
    """The columns of one kind of file, whatever its year."""

    id: str
    title: str
    columns: tuple[tuple[str, str, Text], ...]
    """The key, what it holds, and about what it is."""


@dataclass(frozen=True)
class OpenDataView:
    agency: str
    licence: Terms | None
    datasets: tuple[DatasetView, ...]
    columns: tuple[ColumnsView, ...]
    others: tuple[tuple[str, Text], ...]
    """Further files for programs, by their addresses below the site."""


_TITLE = "ข้อมูลเปิด"
_HOLDS = {
    Holds.TEXT: "ข้อความ",
    Holds.NUMBER: "ตัวเลข",
    Holds.YEAR: "ตัวเลขสี่หลัก",
    Holds.DAY: "วันที่ ปี ค.ศ.-เดือน-วัน",
    Holds.URL: "ที่อยู่เว็บ",
    Holds.LIST: "รายการ ใน CSV คั่นด้วย ;",
    Holds.GROUP: "ชุดข้อมูลย่อย",
}
_OTHERS = (
    (CATALOGUE, Text("สารบัญข้อมูลแบบ DCAT", "catalogue in DCAT")),
    ("manifest.json", Text("ขนาดและ SHA-256 ของเอกสารทุกฉบับ", "size and SHA-256 of every document")),
)
_FEED = (FEED, Text("ติดตามการปรับปรุงแบบ Atom", "Atom feed of updates"))


def build(site: Site) -> Draft:
    """Return the page of the open data."""
    found = tuple(datasets(site))
    view = OpenDataView(
        agency=site.agency.name.th,
        licence=site.agency.licence.terms if site.agency.licence else None,
        datasets=tuple(_dataset(site, one) for one in found),
        columns=tuple(_columns(found)),
        others=(*_OTHERS, _FEED) if updates(site) else _OTHERS,
    )
    about = (
        f"ผลการประเมิน ITA การเปิดเผยข้อมูล OIT และมาตรการของ{site.agency.name.th} เป็นไฟล์ JSON และ CSV"
    )
    meta = {
        "title": _TITLE,
        "description": f"{_TITLE}: {about} พร้อมคำอธิบายทุกคอลัมน์",
        "synonyms": site.synonyms.pages.data,
    }
    newest = max((one.updated for one in found if one.updated), default=None)
    return Draft("data/index.md", _TITLE, "opendata.md.jinja", view, meta, updated=newest)


def _dataset(site: Site, dataset: Dataset) -> DatasetView:
    show = site.agency.digits.show
    return DatasetView(
        dataset.id,
        show(dataset.title.th),
        show(dataset.about.th),
        dataset.page,
        show(thai.short_date(dataset.updated)) if dataset.updated else "",
        tuple(
            FileView(file.form, file.path, show(words.size(file.size))) for file in dataset.files
        ),
    )


def _columns(found: tuple[Dataset, ...]) -> Iterator[ColumnsView]:
    """Yield each kind of file once: the files of all years have the same columns."""
    names: dict[tuple[Column[Any], ...], list[str]] = {}
    for dataset in found:
        for file in dataset.files:
            listed = names.setdefault(file.columns, [])
            name = file.path.rpartition("/")[2]
            if name not in listed:
                listed.append(name)
    for columns, files in names.items():
        told = tuple((one.key, _HOLDS[one.holds], one.about) for one in columns)
        yield ColumnsView(f"columns-{files[0].replace('.', '-')}", " · ".join(files), told)
