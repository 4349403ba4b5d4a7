"""What opening a year means, in lines: what is new, merged, split, renumbered or gone. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.models.disclosure import Disclosures, Renewal
from prongsai.models.item import Item
from prongsai.models.terms import Grade
from prongsai.problems import Lang, Text
from prongsai.rollover import Opening
from prongsai.rollover.drafts import renewals
from prongsai.rollover.succession import Change, Succession, Successor

_CHANGES = {
    Change.NEW: Text("ข้อใหม่", "new"),
    Change.MERGED: Text("รวมหลายข้อเป็นข้อเดียว", "merged"),
    Change.SPLIT: Text("แยกจากข้อเดียว", "split"),
    Change.REPLACED: Text("แทนที่กัน", "replaced"),
    Change.RELATED: Text("เกี่ยวข้องกันบางส่วน", "related in part"),
    Change.RENAMED: Text("เปลี่ยนชื่อหรือถ้อยคำ", "renamed"),
    Change.RENUMBERED: Text("เปลี่ยนเลขข้อ", "renumbered"),
    Change.UNTOLD: Text(
        "ตารางเทียบข้อไม่บอกที่มา ไม่นำหลักฐานข้อใดมาต่อ",
        "the crosswalk does not say where they come from, so nothing is carried to them",
    ),
}
_SAME = Text("เหมือนเดิม", "the same")
_GRADES = {
    Grade.HIGH: Text("สูง", "high"),
    Grade.MEDIUM: Text("ปานกลาง", "medium"),
    Grade.LOW: Text("ต่ำ", "low"),
    Grade.NONE: Text("ไม่มี", "none"),
}
_GONE = Text(
    "ไม่มีในปีใหม่ (หน้า URL และหลักฐานของปีเดิมยังอยู่)",
    "gone (the pages, URLs and evidence of the earlier year stay)",
)
_UNTOLD = Text(
    "ตารางเทียบข้อไม่บอกว่าต่อเป็นข้อใด (หน้า URL และหลักฐานของปีเดิมยังอยู่)",
    "the crosswalk does not say what continues them (the pages, URLs and evidence of the earlier year stay)",
)


def summary(opening: Opening, earlier: Disclosures, lang: Lang) -> str:
    """Return what opens, in lines. `earlier` is the disclosure of the year before."""
    found = opening.succession
    lines = [_head(found), *_changes(found, lang)]
    lines += _ending(_GONE, found.gone, earlier, lang)
    lines += _ending(_UNTOLD, found.untold, earlier, lang)
    lines += [*_drafts(opening, earlier), *_differing(opening), *_measures(opening)]
    return "".join(f"{line.told(lang)}\n" for line in lines)


def _head(found: Succession) -> Text:
    year, before, grade = (
        found.after.fiscal_year,
        found.before.fiscal_year,
        _GRADES[found.confidence],
    )
    return Text(
        f"ปี {year} ต่อจากปี {before} ตามตารางเทียบข้อ (ความเชื่อมั่น: {grade.th})",
        f"FY{year} continues FY{before}, by the crosswalk (confidence: {grade.en})",
    )


def _changes(found: Succession, lang: Lang) -> Iterator[Text]:
    for change, name in _CHANGES.items():
        chosen = [one for one in found.successors if one.change is change]
        if chosen:
            yield _plus(name, len(chosen))
            yield from (_successor(one, lang) for one in chosen)
    same = [one.item.id for one in found.successors if one.change is Change.SAME]
    if same:
        listed = ", ".join(same)
        yield Text(
            f"  {_SAME.th} {len(same)} ข้อ: {listed}", f"  {_SAME.en}, items {len(same)}: {listed}"
        )


def _plus(name: Text, count: int) -> Text:
    return Text(f"  {name.th} {count} ข้อ", f"  {name.en}, items {count}")


def _successor(one: Successor, lang: Lang) -> Text:
    before = " + ".join(item.id for item in one.before)
    line = (
        f"    {before} → {_titled(one.item, lang)}" if before else f"    {_titled(one.item, lang)}"
    )
    return Text(line, line)


def _titled(item: Item, lang: Lang) -> str:
    title = item.title.en if lang is Lang.EN and item.title.en else item.title.th
    return f"{item.id} {title}"


def _ending(name: Text, items: Sequence[Item], earlier: Disclosures, lang: Lang) -> Iterator[Text]:
    """Yield the items that nothing continues, each with the evidence that is not carried on."""
    if items:
        yield _plus(name, len(items))
    for item in items:
        listed = "; ".join(_placed(one) for one in renewals(earlier, item.id))
        title = _titled(item, lang)
        yield Text(
            f"    {title}" + (f" หลักฐาน: {listed}" if listed else ""),
            f"    {title}" + (f"; evidence: {listed}" if listed else ""),
        )


def _placed(one: Renewal) -> str:
    return f"{one.title} ({one.address})" if one.address else one.title


def _left(opening: Opening, earlier: Disclosures) -> Iterator[Text]:
    """Yield the items that were there already, with how much of last year is not in their renew."""
    new = {draft.successor.item.id for draft in opening.drafts}
    renewed = {_identity(one) for draft in opening.drafts for one in draft.renew}
    renewed |= {_identity(one) for one in opening.renewed}
    counted = {}
    for successor in opening.succession.successors:
        before = [one for item in successor.before for one in renewals(earlier, item.id)]
        lacking = [one for one in before if _identity(one) not in renewed]
        if lacking and successor.item.id not in new:
            counted[successor.item.id] = len(lacking)
    if counted:
        listed = ", ".join(f"{code} ({count})" for code, count in counted.items())
        yield Text(
            f"  หลักฐานปีก่อนที่ไม่ได้เพิ่มใน renew เพราะข้อมีอยู่แล้ว: {listed}",
            f"  evidence of last year not added to renew, as the items are there already: {listed}",
        )


def _identity(one: Renewal) -> tuple[str | int | None, ...]:
    return one.title, one.address, one.item, one.fiscal_year


def _drafts(opening: Opening, earlier: Disclosures) -> Iterator[Text]:
    year = opening.succession.after.fiscal_year
    written = [draft for draft in opening.drafts if draft.entry]
    there = len(opening.succession.successors) - len(opening.drafts)
    opened = sum(not draft.reported for draft in written)
    pieces = sum(len(draft.renew) for draft in written)
    yield Text(
        f"{year}/disclosure.yml: ร่าง {opened} ข้อ หลักฐานที่ต้องทำใหม่ {pieces} รายการ ข้อที่มีอยู่แล้วและไม่แก้ {there} ข้อ",
        f"{year}/disclosure.yml: drafts {opened}, evidence to renew {pieces}, entries left as they are {there}",
    )
    yield from _left(opening, earlier)
    if reported := [draft.successor.item.id for draft in opening.drafts if draft.reported]:
        listed = ", ".join(reported)
        yield Text(
            f"  มีรายงานของเว็บไซต์นี้เป็นหลักฐานแล้ว จึงไม่เป็นร่าง: {listed}",
            f"  answered by a report of this site already, so no draft: {listed}",
        )


_KEYS = {
    "responsible": Text("ผู้รับผิดชอบ (responsible)", "responsible"),
    "explanation": Text("เส้นทางสู่ข้อมูล (explanation)", "explanation"),
}


def _differing(opening: Opening) -> Iterator[Text]:
    """Yield what the items before say differently: which of it holds is for the agency to say."""
    for draft in opening.drafts:
        for key, values in draft.differing.items():
            said = "; ".join(f"{code}: {_one_line(value)}" for code, value in values.items())
            item = draft.successor.item.id
            yield Text(
                f"  {item}: ข้อเดิมระบุ{_KEYS[key].th}ไม่ตรงกัน จึงเว้นไว้ให้เลือก ({said})",
                f"  {item}: the items before differ in {_KEYS[key].en}, so it is left to you ({said})",
            )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _measures(opening: Opening) -> Iterator[Text]:
    year, result = opening.succession.after.fiscal_year, opening.result
    file = f"{year}/measures.yml"
    if result is None:
        yield Text(
            f"{file}: ไม่มีผลที่ประกาศของปีก่อนหน้า จึงไม่มีโครงมาตรการ",
            f"{file}: no result of an earlier year, so no stubs of measures",
        )
        return
    weak = _numbers(opening.weak)
    if opening.measures:
        yield Text(
            f"{file}: โครงมาตรการของตัวชี้วัดที่อ่อนในผลปี {result.fiscal_year}: {weak}",
            f"{file}: stubs of measures for the weak indicators of the FY{result.fiscal_year} result: {weak}",
        )
    elif opening.weak:
        yield Text(
            f"{file}: มีอยู่แล้ว ไม่แก้ (ตัวชี้วัดที่อ่อนในผลปี {result.fiscal_year}: {weak})",
            f"{file}: is there already and stays as it is (weak in the FY{result.fiscal_year} result: {weak})",
        )
    else:
        yield Text(
            f"{file}: ผลปี {result.fiscal_year} ไม่มีตัวชี้วัดที่ประกาศต่ำกว่า 85 จึงไม่มีโครงมาตรการ",
            f"{file}: the FY{result.fiscal_year} result has no indicator announced under 85, so no stubs of measures",
        )


def _numbers(found: Iterable[int]) -> str:
    return ", ".join(map(str, found))
