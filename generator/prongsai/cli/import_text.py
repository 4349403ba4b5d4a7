"""What an import found, for the person who has to say whether it is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.subjects import figure_name
from prongsai.intake.adding import Addition
from prongsai.problems import Lang, Text
from prongsai.recognition import Ownership
from prongsai.recognition.settling import Settled


def told(found: Addition, lang: Lang) -> str:
    """Return every figure with its place, what is in doubt, and what was left out."""
    return "\n".join(line.told(lang) for line in _lines(found))


def _lines(found: Addition) -> Iterator[Text]:
    yield Text(f"ไฟล์ {found.name}", f"file {found.name}")
    yield from _owner(found.ownership)
    yield from (_indented(note) for note in found.notes)
    if found.recognised.figures:
        year = found.recognised.year
        yield Text(f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year}", f"result of FY{year}")
        for one in found.recognised.figures:
            yield from _figure(one)
    if missing := _missing(found.recognised.missing):
        yield missing
    for left in found.recognised.left_out:
        yield Text(
            f"  - ไม่นำเข้า ({left.place.th}): {left.why.th}",
            f"  - left out ({left.place.en}): {left.why.en}",
        )
    for conflict in found.conflicts:
        name = _name(conflict.figure)
        th = "ใช้ค่าในเอกสารแทน" if found.replace else "คงค่าเดิมไว้ (--replace เพื่อใช้ค่าในเอกสาร)"
        en = "replaced" if found.replace else "kept as it is (--replace takes the document's)"
        yield Text(
            f"  ! {name.th}: ในไฟล์มี {conflict.kept} เอกสารพิมพ์ {conflict.printed} ({conflict.place.th}) {th}",
            f"  ! {name.en}: the file has {conflict.kept}, the document {conflict.printed} ({conflict.place.en}): {en}",
        )
    yield from _measures(found)


def _owner(found: Ownership) -> Iterator[Text]:
    if found.other and found.place:
        yield Text(
            f"  ! เอกสารเป็นของ {found.other} ({found.place.th}) แต่เว็บไซต์นี้เป็นของ {found.own}",
            f"  ! the document is that of {found.other} ({found.place.en}), and this site that of {found.own}",
        )
    elif not found.place:
        yield Text(
            f"  ! เอกสารไม่ได้บอกชื่อหน่วยงาน โปรดตรวจว่าเป็นของ {found.own}",
            f"  ! the document names no agency: see that it is that of {found.own}",
        )


def _figure(one: Settled) -> Iterator[Text]:
    name, reading = _name(one.figure), one.reading
    if one.value is None:
        yield Text(f"  ? {name.th}: ไม่นำเข้า", f"  ? {name.en}: left out")
    else:
        title = f" [{reading.title}]" if reading.title else ""
        yield Text(
            f"  {name.th}: {one.value}{title} ({reading.place.th})",
            f"  {name.en}: {one.value}{title} ({reading.place.en})",
        )
    for doubt in one.doubts:
        yield Text(f"    ! {doubt.th}", f"    ! {doubt.en}")
    for other in one.otherwise:
        yield Text(
            f"    {other.place.th} พิมพ์ {other.value}: {other.quote}",
            f"    {other.place.en} prints {other.value}: {other.quote}",
        )


def _missing(names: Sequence[str]) -> Text | None:
    """Return in one line what was not found, indicators by their numbers."""
    numbers = [name.split()[1] for name in names if name.startswith("indicator ")]
    told = [_name(name) for name in names if not name.startswith("indicator ")]
    if numbers:
        listed = ", ".join(numbers)
        told.append(Text(f"ตัวชี้วัดที่ {listed}", f"indicator {listed}"))
    if not told:
        return None
    return Text(
        f"  ไม่พบในเอกสาร: {', '.join(one.th for one in told)}",
        f"  not found in the document: {', '.join(one.en for one in told)}",
    )


def _name(figure: str) -> Text:
    return Text("ระดับ", "the level") if figure == "level" else figure_name(figure)


def _measures(found: Addition) -> Iterator[Text]:
    tables = found.tables
    if not tables.measures:
        return
    year = found.measures_year
    yield Text(
        f"มาตรการปีงบประมาณ พ.ศ. {year} ({len(tables.measures)} มาตรการ)",
        f"measures of FY{year} ({len(tables.measures)})",
    )
    for number, one in enumerate(tables.measures, 1):
        yield Text(
            f"  {number}. {one.title} ({one.place.th})", f"  {number}. {one.title} ({one.place.en})"
        )
    for name in tables.ignored:
        yield Text(f"  ไม่นำเข้าคอลัมน์: {name}", f"  a column that is not taken over: {name}")
    for short, name in found.units.new.items():
        yield Text(
            f"  เพิ่มหน่วยงานใน agency.yml: {short} = {name}",
            f"  a new unit in agency.yml: {short} = {name}",
        )
    if found.has_measures:
        yield Text(
            "  ! ปีนี้มีมาตรการอยู่แล้ว จึงไม่นำเข้า (--replace เพื่อใช้ของเอกสารแทน)",
            "  ! the year has measures already, so they are not taken over (--replace takes these instead)",
        )


def _indented(text: Text) -> Text:
    return Text(f"  ! {text.th}", f"  ! {text.en}")
