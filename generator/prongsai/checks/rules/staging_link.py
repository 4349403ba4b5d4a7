"""LNK102 staging-link"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.hosts import is_staging
from prongsai.checks.links import link_flaws
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "LNK102",
    Severity.ERROR,
    title=Text("ลิงก์ไปยังเว็บไซต์ทดลอง", "a link to a website for trying out"),
    what=Text(
        "ลิงก์ของหลักฐานไม่ไปยังเครื่องทดลอง หมายเลข IP หรือพอร์ตที่ไม่ใช่ของเว็บไซต์",
        "Links of evidence lead to no staging host, no IP address and no unusual port.",
    ),
    why=Text(
        "เว็บไซต์ทดลองเปิดได้เฉพาะที่สำนักงานหรือผู้รับจ้าง และหายไปเมื่องานเสร็จ",
        "A host for trying out is reached only by the office or the vendor, and is gone when the work is done.",
    ),
    fix=Text("ใช้ที่อยู่ของเว็บไซต์หลักแทน", "Use the address on the main website."),
)
def staging_link(site: Site) -> Iterator[Flaw]:
    """The duty is that of the OIT (DLD66): the URL is on the main website, which others can open."""
    return link_flaws(
        site,
        is_staging,
        Text("อยู่ที่เว็บไซต์ทดลอง", "is on a host for trying out"),
        Text("ใช้ที่อยู่ของเว็บไซต์หลักแทน", "use the address on the main website"),
    )
