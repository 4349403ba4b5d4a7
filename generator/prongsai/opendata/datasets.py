"""The datasets of a site: what each is about, the files it comes in, and their columns. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from prongsai import thai
from prongsai.coverage import coverage
from prongsai.models.measure import Measures
from prongsai.models.result import Result
from prongsai.models.site import Site, Year
from prongsai.opendata.disclosures import ALL_ITEMS, ITEMS, disclosure_rows, item_rows
from prongsai.opendata.measures import MEASURES, measure_rows
from prongsai.opendata.results import FIGURES, KEYS, result_data, result_rows
from prongsai.opendata.table import Column
from prongsai.opendata.writing import to_csv, to_json
from prongsai.problems import Text

JSON, CSV = "application/json", "text/csv"


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file below /data/, with what explains it."""

    path: str
    text: str
    media_type: str
    columns: tuple[Column[Any], ...] = ()

    @property
    def form(self) -> str:
        """What people call it: JSON, CSV."""
        return self.path.rpartition(".")[2].upper()

    @property
    def size(self) -> int:
        """In bytes, as it is published."""
        return len(self.text.encode())


@dataclass(frozen=True, slots=True)
class Dataset:
    """What stands in one or more files: the same data in several forms."""

    id: str
    """ASCII, unique on the site: `result-2568`."""
    title: Text
    about: Text
    page: str
    """The address below the site of the page that shows the same."""
    files: tuple[DataFile, ...]
    fiscal_year: int | None = None
    """The year that it is about; None where it is about several."""
    updated: date | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of what it is about."""
        span = thai.fiscal_year_span(self.fiscal_year) if self.fiscal_year else None
        return (span.start, span.end) if span else None


def datasets(site: Site) -> Iterator[Dataset]:
    """Yield the datasets of a site, the newest year of each kind first."""
    for result in site.results:
        yield _result(site, result)
    for year in site.item_years:
        yield _disclosure(site, year)
    for plan in site.plans:
        yield _measures(site, plan)
    yield _items(site)


def _result(site: Site, result: Result) -> Dataset:
    year = result.fiscal_year
    stem = f"data/{year}/result"
    return Dataset(
        f"result-{year}",
        Text(f"ผลการประเมิน ITA ปีงบประมาณ {year}", f"ITA result of fiscal year {year} BE"),
        Text(
            f"คะแนนและระดับตามที่ประกาศของปีงบประมาณ {year} พร้อมค่าที่คำนวณได้จากคะแนนย่อยเพื่อตรวจสอบ",
            f"scores and level of fiscal year {year} BE as announced, and what follows from the parts",
        ),
        f"ita/{year}/",
        (
            DataFile(f"{stem}.json", to_json(result_data(site, result)), JSON, KEYS),
            DataFile(f"{stem}.csv", to_csv(result_rows(site, result)), CSV, FIGURES),
        ),
        year,
        result.updated,
    )


def _disclosure(site: Site, year: Year) -> Dataset:
    number, rows = year.fiscal_year, disclosure_rows(site, year)
    stem = f"data/{number}/disclosure"
    return Dataset(
        f"disclosure-{number}",
        Text(f"การเปิดเผยข้อมูล OIT ปีงบประมาณ {number}", f"OIT disclosure of fiscal year {number} BE"),
        Text(
            f"ข้อ OIT ทุกข้อของปีงบประมาณ {number} ข้อละหนึ่งแถว พร้อมที่อยู่ของหน้า สถานะ และจำนวนองค์ประกอบที่แสดง",
            f"every OIT item of fiscal year {number} BE, one row each: page, state, elements shown",
        ),
        f"oit/{number}/",
        (
            DataFile(f"{stem}.json", to_json(rows), JSON, ITEMS),
            DataFile(f"{stem}.csv", to_csv(rows), CSV, ITEMS),
        ),
        number,
        max((row.updated for row in coverage(site, year) if row.updated), default=None),
    )


def _measures(site: Site, plan: Measures) -> Dataset:
    year, rows = plan.fiscal_year, measure_rows(site, plan)
    stem = f"data/{year}/measures"
    return Dataset(
        f"measures-{year}",
        Text(
            f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ {year}",
            f"Integrity measures of fiscal year {year} BE",
        ),
        Text(
            f"มาตรการของปีงบประมาณ {year} มาตรการละหนึ่งแถว พร้อมขั้นตอน ผู้รับผิดชอบ และผลการดำเนินการ",
            f"the measures of fiscal year {year} BE, one row each: steps, who is responsible, progress",
        ),
        f"ita/{year}/measures/",
        (
            DataFile(f"{stem}.json", to_json(rows), JSON, MEASURES),
            DataFile(f"{stem}.csv", to_csv(rows), CSV, MEASURES),
        ),
        year,
        plan.updated,
    )


def _items(site: Site) -> Dataset:
    days = (row.updated for year in site.item_years for row in coverage(site, year))
    return Dataset(
        "items",
        Text("หน้าข้อ OIT ทุกข้อ ทุกปี", "Every OIT item page of every year"),
        Text(
            "ข้อ OIT ทุกข้อของทุกปีที่เผยแพร่ในเว็บไซต์นี้ ปีใหม่อยู่ก่อน สำหรับโปรแกรมที่รวบรวมข้อมูลจากหลายหน่วยงาน",
            "every OIT item of every year of this site, newest first, for programs that collect from many agencies",
        ),
        "oit/",
        (DataFile("data/items.json", to_json(item_rows(site)), JSON, ALL_ITEMS),),
        updated=max((day for day in days if day), default=None),
    )
