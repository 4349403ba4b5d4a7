"""What the agency wants to look at again, with the day that it gave. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai import thai
from prongsai.models.disclosure import Disclosure
from prongsai.models.item import Item
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.todo.task import Kind, Task
from prongsai.urls import item_url


def reviewed(site: Site) -> Iterator[Task]:
    """Yield each item and each piece of evidence that has a day of review."""
    for year in site.item_years:
        for item in year.framework.items:
            entry = year.disclosure(item.id)
            for what, day in _days(item, entry):
                yield _task(site, year.fiscal_year, item, entry, what, day)


def _days(item: Item, entry: Disclosure) -> Iterator[tuple[Text, date]]:
    if entry.review:
        yield (
            Text(f"{item.id} {item.title.th}", f"{item.id} {item.title.en or item.title.th}"),
            entry.review,
        )
    for one in entry.evidence:
        if one.review:
            name = f"{item.id} {one.title}"
            yield Text(name, name), one.review


def _task(site: Site, year: int, item: Item, entry: Disclosure, what: Text, day: date) -> Task:
    return Task(
        kind=Kind.REVIEW,
        fiscal_year=year,
        subject=item.id,
        units=(entry.responsible,) if entry.responsible else (),
        what=Text(
            f"ทบทวน {what.th} (ปี {year}) ภายใน {thai.short_date(day)}",
            f"review {what.en} (FY{year}) by {day}",
        ),
        to_do=Text(
            f"ดูว่าข้อมูลยังถูกต้อง แก้ไขถ้าจำเป็น แล้วตั้ง updated และ review ใหม่ หรือลบ review ใน {year}/disclosure.yml",
            f"see whether it still holds, mend it, then set updated and review anew, or take review out, "
            f"in {year}/disclosure.yml",
        ),
        url=site.agency.address(item_url(year, item.slug)),
        due=day,
        due_basis=_REVIEW,
    )


_REVIEW = Text("วันที่หน่วยงานกำหนดทบทวน", "the day of review that the agency gave")
