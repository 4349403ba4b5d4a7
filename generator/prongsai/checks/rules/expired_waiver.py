"""WAV101 expired-waiver"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import thai
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.checks.waived import is_expired
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "WAV101",
    Severity.ERROR,
    title=Text("ข้อยกเว้นที่หมดอายุ", "a waiver that has expired"),
    what=Text(
        "ข้อยกเว้นใน waivers.yml ใช้ได้ถึงวันที่ใน until เทียบกับวันที่ตรวจ",
        "A waiver of waivers.yml holds up to the day under until, held against the day of the check.",
    ),
    why=Text(
        "ข้อยกเว้นที่ไม่มีใครทบทวนจะซ่อนปัญหาไว้ตลอดไป",
        "A waiver that nobody looks at again would hide what it is about for good.",
    ),
    fix=Text(
        "แก้ปัญหาที่ยกเว้นไว้แล้วลบข้อยกเว้น หรือทบทวนแล้วตั้ง until ใหม่",
        "Mend what it is about and take it out, or look at it again and set another until.",
    ),
)
def expired_waiver(site: Site) -> Iterator[Flaw]:
    """A rule of ours: a waiver is a decision for a time, with a name to it."""
    for waiver in site.waivers:
        if is_expired(site, waiver):
            about = f"{waiver.code} {waiver.item or waiver.file or ''}".strip()
            yield Flaw(
                where=waiver.where_is("until"),
                message=Text(
                    f"ข้อยกเว้นของ {about} หมดอายุเมื่อ {thai.short_date(waiver.until)}",
                    f"the waiver of {about} expired on {waiver.until}",
                ),
                hint=Text(
                    "แก้ปัญหาแล้วลบข้อยกเว้น หรือทบทวนแล้วตั้ง until ใหม่",
                    "mend it and take the waiver out, or look at it again and set another until",
                ),
                subject=waiver.code,
                observed=str(waiver.until),
                expected=str(site.today),
            )
