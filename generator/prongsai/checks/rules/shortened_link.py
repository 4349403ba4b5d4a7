"""LNK103 shortened-link"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.hosts import SHORTENERS, host_of, is_one_of
from prongsai.checks.links import link_flaws
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "LNK103",
    Severity.ERROR,
    title=Text("ลิงก์ย่อ", "a shortened link"),
    what=Text(
        "ลิงก์ของหลักฐานไม่ใช้บริการย่อลิงก์", "Links of evidence do not go through a link shortener."
    ),
    why=Text(
        "ผู้ประเมินไม่เห็นว่าลิงก์นำไปยังเว็บไซต์หลัก และลิงก์ย่ออาจหมดอายุหรือเปลี่ยนปลายทาง",
        "The assessor cannot see that it leads to the main website, and it may expire or be led elsewhere.",
    ),
    fix=Text(
        "เปิดลิงก์แล้วคัดลอกที่อยู่จริงจากช่องที่อยู่ของเบราว์เซอร์",
        "Open it and copy the real address from the browser.",
    ),
)
def shortened_link(site: Site) -> Iterator[Flaw]:
    """The duty is that of the OIT (DLD66): the URL handed in is that of the main website."""
    return link_flaws(
        site,
        lambda url: is_one_of(host_of(url), SHORTENERS),
        Text("ใช้ลิงก์ย่อ", "has a shortened link"),
        Text("ใส่ที่อยู่จริงที่ลิงก์นำไป", "write the address that it leads to"),
    )
