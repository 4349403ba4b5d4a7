"""MEA104 repeated-measure"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.agency import Agency
from prongsai.models.measure import Measure
from prongsai.models.site import Site
from prongsai.problems import NO_TEXT, Text


@check(
    "MEA104",
    Severity.NOTE,
    title=Text("มาตรการที่ซ้ำกับมาตรการอื่น", "a measure that repeats another"),
    what=Text(
        "มาตรการทุกข้อของแผนเดียวกันต้องมีชื่อต่างกัน ชื่อที่ต่างกันเพียงการเว้นวรรค เลขไทยหรือเลขอารบิก ถือว่าเป็นชื่อเดียวกัน "
        "ข้อตรวจพบบอกว่าขั้นตอนเหมือนกันด้วยหรือไม่ และช่องใดต่างกัน",
        "Each measure of a plan has a title of its own. Titles that differ only in spaces, or in Thai against Arabic "
        "digits, are the same. The finding says whether the steps are the same too, and what differs.",
    ),
    why=Text(
        "มาตรการเดียวอาจตอบหลายตัวชี้วัดได้จึงไม่จำเป็นต้องผิด แต่แถวที่ซ้ำมักเกิดจากการคัดลอก "
        "และเมื่อผู้รับผิดชอบหรือระยะเวลาต่างกัน ผู้อ่านจะไม่รู้ว่าแถวใดใช้จริง",
        "One measure may answer several indicators, so it need not be a mistake. But a repeated row is often left "
        "from copying, and where the units or the periods differ nobody can tell which row holds.",
    ),
    fix=Text(
        "เทียบกับแผนที่ลงนาม หากคัดลอกผิดให้แก้ชื่อและขั้นตอน หากเป็นมาตรการเดียวกันที่ตอบหลายตัวชี้วัดให้คงไว้ "
        "และตรวจว่าผู้รับผิดชอบกับระยะเวลาตรงกัน",
        "Compare with the signed plan. Correct title and steps if they were copied by mistake. If it is one measure "
        "for several indicators, keep both, and see that units and periods agree.",
    ),
)
def repeated_measure(site: Site) -> Iterator[Flaw]:
    """A note: Measure has one indicator, so a measure for two can only be written twice."""
    for plan in site.plans:
        first: dict[str, Measure] = {}
        for measure in plan.measures:
            earlier = first.setdefault(thai.folded(measure.title), measure)
            if earlier is not measure:
                yield _flaw(measure, earlier, plan.fiscal_year, site.agency)


def _flaw(measure: Measure, earlier: Measure, year: int, agency: Agency) -> Flaw:
    same_steps = bool(measure.steps) and _steps(measure) == _steps(earlier)
    differing = _listed(_differing(earlier, measure, year, agency))
    return Flaw(
        where=measure.where_is("title"),
        message=Text(
            f"มาตรการ {measure.id} มีชื่อ{'และขั้นตอน' if same_steps else ''}เดียวกับ {earlier.id} {differing.th}",
            f"measure {measure.id} has the title {'and the steps ' if same_steps else ''}of {earlier.id}; "
            f"{differing.en}",
        ),
        hint=Text(
            f"เทียบกับแผนที่ลงนามว่า {measure.id} เป็นมาตรการเดียวกับ {earlier.id} หรือคัดลอกผิด",
            f"compare with the signed plan, whether {measure.id} is the same measure as {earlier.id} or was copied by "
            "mistake",
        ),
        fiscal_year=year,
        subject=measure.id,
        observed=earlier.id,
    )


def _listed(differing: Iterable[Text]) -> Text:
    if found := list(differing):
        th, en = (", ".join(texts) for texts in zip(*((f.th, f.en) for f in found), strict=True))
        return Text(f"ต่างกันที่ {th}", f"they differ in {en}")
    return Text("และช่องอื่นเหมือนกันทั้งหมด", "all else is the same")


def _differing(earlier: Measure, measure: Measure, year: int, agency: Agency) -> Iterator[Text]:
    """Yield the fields that differ, with both values where these are short."""
    was, now = _compared(earlier, year), _compared(measure, year)
    for field, name in _FIELDS.items():
        if was[field] != now[field]:
            one, other = _shown(earlier, agency, field), _shown(measure, agency, field)
            yield Text(
                name.th + _both(earlier.id, one.th, measure.id, other.th),
                name.en + _both(earlier.id, one.en, measure.id, other.en),
            )


def _both(first: str, was: str, second: str, now: str) -> str:
    return f" ({first}: {was}; {second}: {now})" if was and now else ""


_FIELDS: Mapping[str, Text] = {
    "indicator": Text("ตัวชี้วัด", "indicator"),
    "analysis": Text("ผลการวิเคราะห์", "analysis"),
    "steps": Text("ขั้นตอน", "steps"),
    "period": Text("ระยะเวลา", "period"),
    "responsible": Text("ผู้รับผิดชอบ", "who is responsible"),
    "follow_up": Text("การติดตามผล", "follow-up"),
    "progress": Text("ผลการดำเนินการ", "progress"),
}


def _compared(measure: Measure, year: int) -> Mapping[str, Hashable]:
    period = measure.period
    return {
        "indicator": measure.indicator,
        "analysis": (_folded([measure.analysis]), measure.cites),
        "steps": _steps(measure),
        "period": (period.span(year) or _folded([period.text])) if period else None,
        "responsible": frozenset(measure.responsible),
        "follow_up": _folded([measure.follow_up]),
        "progress": (measure.progress, _folded(measure.outputs), _folded(measure.outcomes)),
    }


def _shown(measure: Measure, agency: Agency, field: str) -> Text:
    """Return a value in words; what is too long for a message has none."""
    shown = {
        "indicator": str(measure.indicator or ""),
        "period": _period(measure),
        "responsible": ", ".join(agency.units.get(unit, unit) for unit in measure.responsible),
    }
    if field not in shown:
        return NO_TEXT
    return Text(shown[field], shown[field]) if shown[field] else Text("ไม่ระบุ", "none")


def _period(measure: Measure) -> str:
    period = measure.period
    return (period.text or f"{period.start}/{period.end}") if period else ""


def _steps(measure: Measure) -> tuple[tuple[str, ...], ...]:
    return tuple(
        _folded([step.text, *(f"{one.text} {' '.join(one.responsible)}" for one in step.points)])
        for step in measure.steps
    )


def _folded(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(thai.folded(text or "") for text in texts)
