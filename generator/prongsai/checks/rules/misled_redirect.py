"""URL102 misled-redirect"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.redirect import Redirect
from prongsai.models.site import Site
from prongsai.problems import Text
from prongsai.urls import published_urls

_OURS = ("oit/", "ita/", "files/", "data/", "reports/", "checks/")
"""Addresses that this program makes; others may be pages written by hand."""


@check(
    "URL102",
    Severity.ERROR,
    title=Text("การย้ายหน้าที่พาไปผิดที่", "a redirect that leads astray"),
    what=Text(
        "ใน redirects.yml from ต้องเป็น URL เดิมที่ไม่มีหน้าแล้ว ไม่ซ้ำกัน และ to ต้องเป็นหน้าหรือเอกสารที่มีอยู่จริง "
        "ไม่ใช่ URL ที่ย้ายต่อไปอีก",
        "In redirects.yml from is an old address that no page has any more, told once; to is a page or a document that "
        "is there, and not an address that leads on in its turn.",
    ),
    why=Text(
        "ผู้ประเมินที่เปิด URL เดิมจะพบหน้าว่างหรือวนไม่รู้จบ การสร้างเว็บไซต์จึงหยุดไว้ก่อน",
        "Whoever opens the old address would find nothing, or turn in a circle. So the build stops.",
    ),
    fix=Text(
        "แก้ to เป็นหน้าที่มีอยู่ เช่น oit/2568/o12/ หรือลบบรรทัดนั้น",
        "Set to to a page that is there, such as oit/2568/o12/, or take the line out.",
    ),
    stops_build=True,
)
def misled_redirect(site: Site) -> Iterator[Flaw]:
    """A rule of ours, for the duty of the OIT: what was handed in can be opened while it is assessed."""
    published = published_urls(site) if site.redirects else frozenset()
    old = [redirect.from_ for redirect in site.redirects]
    for at, redirect in enumerate(site.redirects):
        if wrong := _wrong(redirect, published, old, at):
            yield Flaw(
                where=redirect.where,
                message=wrong,
                hint=_cure(redirect, published),
                observed=redirect.from_,
            )


def _cure(redirect: Redirect, published: frozenset[str]) -> Text:
    if redirect.from_ in published:
        return Text("ลบบรรทัดนี้ หน้าเดิมยังเปิดได้", "take the line out: the page still opens")
    if (folder := f"{redirect.to}/") in published:
        return Text(f"เติม / ข้างท้าย: to: {folder}", f"a / is missing at its end: to: {folder}")
    return Text(
        "แก้ to เป็นหน้าที่มีอยู่ หรือลบบรรทัดนี้", "set to to a page that is there, or take the line out"
    )


def _wrong(redirect: Redirect, published: frozenset[str], old: list[str], at: int) -> Text | None:
    here, there = redirect.from_, redirect.to
    if here in published or here.startswith("data/"):
        return Text(f"{here or '/'} ยังมีหน้าอยู่", f"{here or '/'} is still there")
    if here in old[:at]:
        return Text(f"{here} มีมากกว่าหนึ่งบรรทัด", f"{here} stands more than once")
    if there in old:
        return Text(
            f"{here} ย้ายไป {there} ซึ่งย้ายต่อหรือวนกลับมา",
            f"{here} leads to {there}, which leads on or back",
        )
    if there not in published and there.startswith(_OURS):
        return Text(
            f"{here} ย้ายไป {there} ซึ่งไม่มีหน้านี้", f"{here} leads to {there}, which is not there"
        )
    return None
