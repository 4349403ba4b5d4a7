"""What stands at the edges of the sheets when a page is printed."""

from __future__ import annotations

from datetime import date

from prongsai import thai
from prongsai.models.agency import Agency, Digits
from prongsai.stylesheet import quoted


def on_paper(agency: Agency, address: str, updated: date | None) -> dict[str, str]:
    """Return the agency, the address and the day of the data as CSS strings, and the numerals.

    The day is that of the content. A page without one says none: the day of the build or of
    printing says nothing of the data.
    """
    show = agency.digits.show
    return {
        "agency": quoted(agency.named(agency.name.th)),
        "address": quoted(address),
        "updated": quoted(f"ข้อมูล ณ วันที่ {show(thai.long_date(updated))}" if updated else ""),
        "numerals": "thai" if agency.digits is Digits.THAI else "decimal",
    }
