"""PER101 personal-number"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.documents import looked_into
from prongsai.checks.finding import Flaw, Severity
from prongsai.checks.registry import check
from prongsai.models.site import Site
from prongsai.problems import Text

_SHOWN = 5


@check(
    "PER101",
    Severity.ERROR,
    title=Text("เลขประจำตัวประชาชนในสิ่งที่เผยแพร่", "a citizen ID in what is published"),
    what=Text(
        "ไฟล์ YAML หน้าที่เขียนเอง และเอกสารหลักฐาน ต้องไม่มีเลขประจำตัวประชาชน 13 หลักที่เลขตรวจสอบถูกต้อง "
        "รวมถึงแผ่นงานและคอลัมน์ที่ซ่อนอยู่ ความคิดเห็น เลขไทย และเลขที่เว้นวรรค เลขนิติบุคคลไม่นับ",
        "YAML files, hand-written pages and documents hold no Thai citizen ID: 13 digits whose checksum agrees, also "
        "in hidden sheets and columns, in comments, in Thai digits and with spaces. Numbers of companies do not count.",
    ),
    why=Text(
        "เลขประจำตัวประชาชนเป็นข้อมูลส่วนบุคคล เมื่อเผยแพร่แล้วเรียกคืนไม่ได้ การสร้างเว็บไซต์จึงหยุดจนกว่าจะแก้",
        "It is personal data, and what was published cannot be called back. The build stops until it is mended.",
    ),
    fix=Text(
        "ลบหรือปิดบังเลขในเอกสารต้นฉบับแล้วบันทึกใหม่ หากไม่ใช่เลขของบุคคลให้เพิ่มข้อยกเว้นใน waivers.yml "
        "พร้อมเหตุผลและวันสิ้นสุด",
        "Remove or mask the number in the original and save it again. If it is no person's number, add a waiver with a "
        "reason and a last day to waivers.yml.",
    ),
    stops_build=True,
)
def personal_number(site: Site) -> Iterator[Flaw]:
    """The checksum is that of the Department of Provincial Administration (python-stdnum, th.pin)."""
    for where, masked in site.written_ids:
        yield Flaw(
            where=where,
            message=Text(f"มีเลขประจำตัวประชาชน {masked}", f"holds the citizen ID {masked}"),
            hint=_HINT,
            observed=masked,
        )
    for (year, item, evidence), inspected in looked_into(site):
        places: dict[str, list[Text]] = {}
        for number in inspected.personal:
            places.setdefault(number.masked, []).append(number.place)
        for masked, found in places.items():
            th, en = (
                ", ".join(getattr(one, lang) for one in found[:_SHOWN]) for lang in ("th", "en")
            )
            yield Flaw(
                where=evidence.where_is(evidence.kind),
                message=Text(
                    f"{evidence.path} ของข้อ {item.id} มีเลขประจำตัวประชาชน {masked} ({th})",
                    f"{evidence.path} of {item.id} holds the citizen ID {masked} ({en})",
                ),
                hint=_HINT,
                fiscal_year=year.fiscal_year,
                subject=item.id,
                observed=masked,
                document=f"{year.fiscal_year}/{evidence.path}",
            )


_HINT = Text(
    "ลบหรือปิดบังเลขในต้นฉบับแล้วบันทึกใหม่ หรือเพิ่มข้อยกเว้นพร้อมเหตุผลใน waivers.yml",
    "remove or mask it in the original and save again, or add a waiver with a reason to waivers.yml",
)
