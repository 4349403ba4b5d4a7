"""WAV102 too-wide-waiver"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check, registered
from prongsai.checks.waived import candidates, is_too_wide
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "WAV102",
    Severity.ERROR,
    title=Text("ข้อยกเว้นที่กว้างเกินไป", "a waiver that is too wide"),
    what=Text(
        "ข้อยกเว้นของข้อตรวจที่หยุดการสร้างเว็บไซต์ ต้องระบุ file และ observed ตามที่ prongsai check บอก",
        "A waiver of a check that stops a build names the file, and as observed what prongsai check found in it.",
    ),
    why=Text(
        "ถ้าไม่ระบุ ข้อมูลส่วนบุคคลที่เพิ่มเข้ามาภายหลังจะถูกเผยแพร่ไปด้วย ข้อยกเว้นเช่นนี้จึงไม่มีผล",
        "Otherwise personal data that is added later would be published with it. So such a waiver does nothing.",
    ),
    fix=Text(
        "เพิ่ม file และ observed จากผลของ prongsai check --format json เช่น observed: 1-xxxx-xxxxx-x1-1",
        "Add file and observed from prongsai check --format json, such as observed: 1-xxxx-xxxxx-x1-1.",
    ),
)
def too_wide_waiver(site: Site) -> Iterator[Flaw]:
    """A rule of ours: a decision to publish is about one thing that somebody looked at."""
    stopping = {code: one for code, one in registered().items() if one.stops_build}
    for waiver in site.waivers:
        if waiver.code in stopping and is_too_wide(waiver):
            found = list(stopping[waiver.code].run(site))
            yield Flaw(
                where=waiver.where_is("code"),
                message=Text(
                    f"ข้อยกเว้นของ {waiver.code} ไม่ระบุ file หรือ observed จึงไม่มีผล",
                    f"the waiver of {waiver.code} does not name file and observed, and does nothing",
                ),
                hint=candidates(found, site.shown),
                subject=waiver.code,
            )
