"""WAV103 idle-waiver"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check, registered
from prongsai.checks.waived import candidates, is_about, is_expired, is_too_wide
from prongsai.models.site import Site
from prongsai.models.waiver import Waiver
from prongsai.problems import Text, did_you_mean


@check(
    "WAV103",
    Severity.WARNING,
    title=Text("ข้อยกเว้นที่ไม่มีผลกับสิ่งใด", "a waiver that lets nothing stand"),
    what=Text(
        "ข้อยกเว้นแต่ละข้อใน waivers.yml ต้องตรงกับข้อตรวจพบอย่างน้อยหนึ่งข้อ ทั้งรหัส ข้อ ไฟล์ และ observed",
        "Each waiver of waivers.yml fits at least one finding: its code, item, file and observed.",
    ),
    why=Text(
        "พิมพ์ผิดเพียงตัวเดียว ข้อตรวจพบที่ตั้งใจยกเว้นก็ยังอยู่ และข้อยกเว้นของสิ่งที่แก้แล้วควรลบออก",
        "With one letter wrong, what was meant to stand is still found; and one whose cause was mended can go.",
    ),
    fix=Text(
        "แก้ข้อยกเว้นให้ตรงกับที่ prongsai check บอก หรือลบออกถ้าแก้ปัญหาแล้ว",
        "Let it name what prongsai check tells, or take it out where the cause was mended.",
    ),
)
def idle_waiver(site: Site) -> Iterator[Flaw]:
    """A rule of ours: a decision that does nothing is one that somebody relies on in vain."""
    known = registered()
    for waiver in site.waivers:
        one = known.get(waiver.code)
        found = list(one.run(site)) if one else []
        if is_expired(site, waiver) or (one and one.stops_build and is_too_wide(waiver)):
            continue  # WAV101 and WAV102 say so
        if not any(is_about(waiver, finding, site.shown) for finding in found):
            yield Flaw(
                where=waiver.where_is("code"),
                message=_message(waiver, known=one is not None),
                hint=candidates(found, site.shown) if one else did_you_mean(waiver.code, known),
                subject=waiver.code,
            )


def _message(waiver: Waiver, *, known: bool) -> Text:
    code = waiver.code
    if not known:
        return Text(f"ไม่มีการตรวจรหัส '{code}'", f"no check has the code '{code}'")
    named = ", ".join(filter(None, (waiver.item, waiver.file, waiver.observed)))
    about = f"{code} ({named})" if named else code
    return Text(
        f"ข้อยกเว้นของ {about} ไม่ตรงกับข้อตรวจพบใด จึงไม่มีผล",
        f"the waiver of {about} fits no finding, and does nothing",
    )
