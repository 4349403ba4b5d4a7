"""URL103 moved-site"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.urls import is_full


@check(
    "URL103",
    Severity.ERROR,
    title=Text("เว็บไซต์ย้ายที่หลังส่ง URL", "the site has moved since addresses were handed in"),
    what=Text(
        "URL ทุกบรรทัดใน content/urls.lock ต้องขึ้นต้นด้วยที่อยู่ของเว็บไซต์นี้ คือ published_at หรือ main_site ใน agency.yml",
        "Every address in content/urls.lock begins with that of this site: published_at, or main_site, of agency.yml.",
    ),
    why=Text(
        "ผู้ประเมินเปิด URL ที่ส่งไว้ หากเว็บไซต์ย้ายไปที่อื่น ทุกข้อจะเปิดไม่ได้พร้อมกัน การสร้างเว็บไซต์จึงหยุดไว้ก่อน",
        "The assessor opens what was handed in; where the site is elsewhere, no item opens. So the build stops.",
    ),
    fix=Text(
        "คืนค่า main_site และ published_at เดิมใน agency.yml ถ้าย้ายจริง ให้ผู้ดูแลทำให้ URL เดิมพาไปที่ใหม่ก่อน "
        "แล้วแก้ที่อยู่เดิมใน urls.lock เป็นที่อยู่ใหม่",
        "Set main_site and published_at of agency.yml back. Where it has really moved, let the old addresses lead to "
        "the new ones first, then write the new site into urls.lock.",
    ),
    stops_build=True,
)
def moved_site(site: Site) -> Iterator[Flaw]:
    """A rule of ours, for the duty of the OIT: what is handed in can be opened while it is assessed."""
    here = site.agency.address("")
    elsewhere = [
        (where, url)
        for where, url in site.locked_urls
        if is_full(url) and site.agency.below(url) is None
    ]
    for host, group in groupby(
        sorted(elsewhere, key=lambda one: _host(one[1])), lambda one: _host(one[1])
    ):
        found = sorted(group)
        where, first = found[0]
        yield Flaw(
            where=where,
            message=Text(
                f"URL ที่ส่งแล้ว {len(found)} รายการไม่อยู่ใต้ {here} เช่น {first}",
                f"handed in, and not below {here}: {len(found)}, such as {first}",
            ),
            hint=Text(
                "คืนค่า main_site และ published_at เดิมใน agency.yml ถ้าย้ายจริง ให้ URL เดิมพาไปที่ใหม่ก่อน แล้วแก้ urls.lock",
                "set main_site and published_at of agency.yml back; where it has really moved, let the old "
                "addresses lead on first, then correct urls.lock",
            ),
            observed=host,
            expected=here,
        )


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"
