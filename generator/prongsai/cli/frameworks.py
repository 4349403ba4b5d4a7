"""prongsai frameworks"""

from __future__ import annotations

from collections.abc import Iterator

import click

from prongsai import frameworks
from prongsai.cli.options import current_lang, emit, format_option, lang_option, year_argument
from prongsai.models.framework import Framework
from prongsai.models.item import Item
from prongsai.models.terms import Name
from prongsai.opendata import to_json
from prongsai.problems import Lang, Text, UnknownYearError


@click.command("frameworks")
@year_argument(required=False)
@format_option("text", "json")
@lang_option
def command(year: int | None, output_format: str) -> None:
    """กรอบการประเมินรายปี / List the years of the catalogue, or show one with its sources."""
    if year is not None and year not in frameworks.known_years():
        raise UnknownYearError(year, frameworks.known_years())
    chosen = [frameworks.load(*key) for key in frameworks.known() if year in (None, key[0])]
    if output_format == "json":
        emit(to_json([_data(one, whole=year is not None) for one in chosen]))
    elif year is None:
        emit("\n".join(_line(one, current_lang()) for one in chosen))
    else:
        emit("\n".join(line for one in chosen for line in _text(one, current_lang())))


def _data(framework: Framework, *, whole: bool) -> dict[str, object]:
    if whole:
        return framework.model_dump(mode="json", exclude_none=True)
    return {
        "fiscal_year": framework.fiscal_year,
        "edition": framework.edition,
        "items": len(framework.items),
        "confidence": framework.confidence.model_dump(mode="json", exclude_none=True),
    }


def _line(framework: Framework, lang: Lang) -> str:
    count, grade = len(framework.items), framework.confidence.items.grade.value
    items = Text(f"{count} ข้อ", f"{count} items").told(lang)
    sure = Text(f"ความเชื่อมั่นรายการข้อ: {grade}", f"confidence of items: {grade}").told(lang)
    return f"{framework.fiscal_year} {framework.edition}  {items:<10} {sure}"


def _text(framework: Framework, lang: Lang) -> Iterator[str]:
    yield _line(framework, lang)
    if framework.note:
        yield f"  {framework.note}"
    for section, confidence in framework.confidence:
        note = f" ({confidence.note})" if confidence.note else ""
        yield f"  {section}: {confidence.grade.value}{note}"
    yield from _indicators(framework, lang)
    yield from _sub_indicators(framework, lang)
    for item in framework.items:
        yield from _item(item, lang)
    for key, source in framework.sources.items():
        yield f"[{key}] {source}"


def _indicators(framework: Framework, lang: Lang) -> Iterator[str]:
    for instrument in framework.instruments:
        weight = "-" if instrument.weight is None else instrument.weight
        yield f"{instrument.id} {_name(instrument.name, lang)} [{weight}]"
    for indicator in framework.indicators:
        yield f"  {indicator.id}. {_name(indicator.name, lang)} [{indicator.instrument or '-'}]"


def _sub_indicators(framework: Framework, lang: Lang) -> Iterator[str]:
    for sub in framework.sub_indicators:
        yield f"{sub.id} {sub.name.th if sub.name else ''} ({sub.items[0]}-{sub.items[-1]})"
    if framework.inferred_sub_indicators:
        yield Text("ตัวชี้วัดย่อย: ยังไม่ยืนยัน", "sub-indicators: not established").told(lang)


def _item(item: Item, lang: Lang) -> Iterator[str]:
    yield f"{item.id} {_name(item.title, lang)} [{item.title_source}]"
    yield f"    {item.period.kind.value}: {item.period.text or '-'}"
    for element in item.elements.list:
        yield f"    {element.id} {_name(element.text, lang)} ({element.kind.value}, {element.required.value})"
    if not item.elements.list:
        yield Text("    ไม่พบองค์ประกอบ", "    no elements found").told(lang)
    yield f"    {item.elements.confidence.value}: {item.elements.source or '-'}"


def _name(name: Name, lang: Lang) -> str:
    return name.en if lang is Lang.EN and name.en else name.th
