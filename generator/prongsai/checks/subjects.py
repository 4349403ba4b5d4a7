"""What a finding is about: how messages name it, and where it is written."""

from __future__ import annotations

from prongsai.models.agency import Agency
from prongsai.models.disclosure import Disclosures
from prongsai.models.framework import Indicator
from prongsai.models.item import Element, Item
from prongsai.models.result import Result
from prongsai.problems import Location, Text

_INDICATOR = "indicator "


def item_name(item: Item, fiscal_year: int) -> Text:
    """Name an item with its title and year: the number alone means another thing next year."""
    th, en = item.title.th, item.title.en or item.title.th
    return Text(f"{item.id} {th} (ปี {fiscal_year})", f"{item.id} {en} (FY{fiscal_year})")


def item_place(item: Item, disclosures: Disclosures) -> Location:
    """Return where an item is disclosed, or, while it has no entry, where it is to be added."""
    written = disclosures.items.get(item.id)
    return written.where if written else disclosures.where_is("items")


def element_name(element: Element) -> Text:
    th, en = element.text.th, element.text.en or element.text.th
    return Text(f"{element.id} {th}", f"{element.id} {en}")


def units_hint(agency: Agency) -> Text:
    """Say which units may be named as responsible, or that there is none yet."""
    if not agency.units:
        return Text(
            "เพิ่มสำนัก/กองใน units ของ agency.yml แล้วใส่ responsible",
            "add the units to agency.yml, then add responsible",
        )
    listed = ", ".join(agency.units)
    return Text(f"เพิ่ม responsible จาก: {listed}", f"add responsible, out of: {listed}")


def indicator_name(indicator: Indicator) -> Text:
    th, en = indicator.name.th, indicator.name.en or indicator.name.th
    return Text(f"ตัวชี้วัดที่ {indicator.id} {th}", f"indicator {indicator.id} {en}")


def figure_name(figure: str) -> Text:
    """Name a figure by the name that results use: `total`, `EIT`, `indicator 6`, `O13`."""
    if figure.startswith(_INDICATOR):
        return Text(f"ตัวชี้วัดที่ {figure.removeprefix(_INDICATOR)}", figure)
    return _NAMED.get(figure, Text(f"คะแนน {figure}", figure))


_NAMED = {
    "total": Text("คะแนนรวม", "the total"),
    "change": Text("ผลต่างจากปีก่อน", "the change from the year before"),
}


def figure_place(result: Result, figure: str) -> Location:
    """Return where a figure of a result is written."""
    if figure.startswith(_INDICATOR):
        found = result.indicators.get(int(figure.removeprefix(_INDICATOR)))
    else:
        found = (result.instruments | result.questions | result.items).get(figure)
    return found.where if found else result.where_is(figure)
