"""URL101 broken-locked-url"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.urls import led_on, locked_below, published_urls


@check(
    "URL101",
    Severity.ERROR,
    title=Text("URL ที่ส่งแล้วแต่จะเปิดไม่ได้", "an address that was handed in and would break"),
    what=Text(
        "URL ทุกบรรทัดใน content/urls.lock ต้องยังอยู่ในเว็บไซต์ หรือมีการย้ายระบุไว้ใน redirects.yml "
        "ไฟล์นี้เขียนโดย prongsai export submission --lock",
        "Every address in content/urls.lock is still on the site, or redirects.yml says where it leads. The file is "
        "written by prongsai export submission --lock.",
    ),
    why=Text(
        "ผู้ประเมินเปิด URL ที่ส่งไว้ หากเปิดไม่ได้ ข้อนั้นไม่ได้คะแนน การสร้างเว็บไซต์จึงหยุดไว้ก่อน",
        "The assessor opens what was handed in; where it does not open, the item gets no score. So the build stops.",
    ),
    fix=Text(
        "นำเอกสารหรือข้อเดิมกลับมา หรือเพิ่ม {from: URL เดิม, to: URL ใหม่} ใน redirects.yml",
        "Bring the document or the item back, or add {from: the old address, to: the new one} to redirects.yml.",
    ),
    stops_build=True,
)
def broken_locked_url(site: Site) -> Iterator[Flaw]:
    """A rule of ours, for the duty of the OIT: what is handed in can be opened while it is assessed."""
    if not site.locked_urls:
        return
    published, moved = published_urls(site), led_on(site)
    for where, url in locked_below(site):
        if url not in published and url not in moved:
            yield Flaw(
                where=where,
                message=Text(
                    f"URL ที่ส่งแล้วจะเปิดไม่ได้: {url}", f"would break what was handed in: {url}"
                ),
                hint=Text(
                    f"นำกลับมา หรือเพิ่มใต้ redirects: ใน redirects.yml: - {{from: {url}, to: ที่อยู่ใหม่}}",
                    f"bring it back, or add below redirects: of redirects.yml: - {{from: {url}, to: NEW ADDRESS}}",
                ),
                observed=url,
            )
