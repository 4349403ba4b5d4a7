"""LNK101 insecure-link"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.links import link_flaws
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "LNK101",
    Severity.WARNING,
    title=Text("ลิงก์หลักฐานที่ไม่ใช่ https", "a link that is not https"),
    what=Text("ลิงก์ของหลักฐานขึ้นต้นด้วย https://", "Links of evidence begin with https://."),
    why=Text(
        "เบราว์เซอร์เตือนว่าหน้า http ไม่ปลอดภัย และบางเครื่องเปิดไม่ได้",
        "Browsers warn of pages on http, and some do not open them.",
    ),
    fix=Text(
        "เปลี่ยน http:// เป็น https:// แล้วลองเปิดดู หากเปิดไม่ได้ให้ผู้ดูแลเว็บไซต์ติดตั้งใบรับรอง",
        "Change http:// to https:// and open it. If it does not open, the host needs a certificate.",
    ),
)
def insecure_link(site: Site) -> Iterator[Flaw]:
    """A precaution of ours: no source of the catalogue asks for https."""
    return link_flaws(
        site,
        lambda url: url.lower().startswith("http:"),
        Text("ใช้ลิงก์ที่ไม่ปลอดภัย", "has an insecure link"),
        Text("เปลี่ยนเป็น https:// แล้วลองเปิดดู", "change it to https:// and open it"),
    )
