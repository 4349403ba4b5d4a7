"""LNK104 shared-file-link"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.hosts import FILE_SHARES, host_of, is_one_of
from prongsai.checks.links import link_flaws
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "LNK104",
    Severity.ERROR,
    title=Text("ลิงก์ไปยังไฟล์ที่แชร์ไว้ที่อื่น", "a link to a file that is shared elsewhere"),
    what=Text(
        "ลิงก์ของหลักฐานไม่ไปยังบริการฝากไฟล์ เช่น Google Drive หรือ OneDrive",
        "Links of evidence do not lead to a file share such as Google Drive or OneDrive.",
    ),
    why=Text(
        "ไฟล์ที่แชร์อาจต้องเข้าสู่ระบบ และหายไปเมื่อเจ้าของบัญชีย้ายหรือลบ",
        "A shared file may ask for a login, and is gone when the owner of the account moves or deletes it.",
    ),
    fix=Text(
        "ดาวน์โหลดเอกสารมาวางใน files/ แล้วใช้ file: แทน url:",
        "Download the document into files/, and use file: instead of url:.",
    ),
)
def shared_file_link(site: Site) -> Iterator[Flaw]:
    """The duty is that of the OIT (DLD66): data is on the main website, for everybody."""
    return link_flaws(
        site,
        lambda url: is_one_of(host_of(url), FILE_SHARES),
        Text("อยู่ในบริการฝากไฟล์", "is on a file share"),
        Text(
            "นำเอกสารมาไว้บนเว็บไซต์หลัก เช่น ใช้ file: แทน url:",
            "bring the document to the main website, for example with file: instead of url:",
        ),
    )
