from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.evidence import all_evidence
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.hosts import host_of, same_site
from prongsai.checks.registry import check
from prongsai.models.agency import Agency
from prongsai.models.site import Site
from prongsai.problems import Text


@check(
    "DIS202",
    Severity.ERROR,
    title=Text("หลักฐานที่ไม่อยู่บนเว็บไซต์หลัก", "evidence that is not on the main website"),
    what=Text(
        "ลิงก์ของหลักฐานต้องอยู่บนเว็บไซต์หลักของหน่วยงานตาม main_site ใน agency.yml "
        "ชื่อเว็บไซต์ที่มีหรือไม่มี www. นำหน้า และ http กับ https ถือว่าเป็นเว็บไซต์เดียวกัน",
        "The link of evidence is on the agency's main website, main_site in agency.yml. A leading www. and the "
        "choice of http or https make no difference.",
    ),
    why=Text(
        "การประเมินกำหนดให้ส่ง URL ของเว็บไซต์หลักของหน่วยงาน ข้อมูลที่อยู่เว็บไซต์อื่น เช่น Facebook หรือ Google Drive "
        "อาจไม่ได้รับการพิจารณา",
        "The assessment asks for URLs of the agency's main website; data that lives elsewhere, on Facebook or Google "
        "Drive for instance, may not be considered.",
    ),
    fix=Text(
        "นำเอกสารมาไว้บนเว็บไซต์หลัก เช่น ใช้ file: แทน url: หากเว็บไซต์หลักเปลี่ยนชื่อแล้วให้แก้ main_site",
        "Bring the document to the main website, for example with file: instead of url:. If the main website has "
        "another name by now, correct main_site.",
    ),
)
def evidence_off_main_site(site: Site) -> Iterator[Flaw]:
    """The duty is that of the OIT (SEED2, DLD66, SEED0): the URL is on the main website."""
    main = host_of(site.agency.main_site)
    yield from _pages_elsewhere(site.agency, main)
    for year, item, evidence in all_evidence(site):
        host = host_of(evidence.url) if evidence.url else main
        if same_site(host, main):
            continue
        yield Flaw(
            where=evidence.where_is("url"),
            message=Text(
                f"หลักฐานของข้อ {item.id} อยู่ที่ {host} ไม่ได้อยู่บนเว็บไซต์หลัก {main}",
                f"evidence of {item.id} is on {host}, not on the main website {main}",
            ),
            hint=Text(
                "นำเอกสารมาไว้บนเว็บไซต์หลัก เช่น ใช้ file: แทน url:",
                "bring the document to the main website, for example with file: instead of url:",
            ),
            fiscal_year=year.fiscal_year,
            subject=item.id,
            observed=host,
            expected=main,
        )


def _pages_elsewhere(agency: Agency, main: str) -> Iterator[Flaw]:
    """The pages of this site are evidence too."""
    host = host_of(agency.published_at or agency.main_site)
    if not same_site(host, main):
        yield Flaw(
            where=agency.where_is("published_at"),
            message=Text(
                f"เว็บไซต์นี้เผยแพร่ที่ {host} ไม่ได้อยู่บนเว็บไซต์หลัก {main}",
                f"this site is published on {host}, not on the main website {main}",
            ),
            hint=Text(
                "เผยแพร่ในโฟลเดอร์หนึ่งของเว็บไซต์หลัก แล้วแก้ published_at",
                "publish it in a folder of the main website, and correct published_at",
            ),
            subject="published_at",
            observed=host,
            expected=main,
        )
