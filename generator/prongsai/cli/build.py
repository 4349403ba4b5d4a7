"""prongsai build"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from prongsai.checks import Severity
from prongsai.cli.options import (
    config_option,
    content_option,
    current_lang,
    lang_option,
    progress_bar,
    say,
)
from prongsai.coverage import coverage
from prongsai.locks import PUBLISHED
from prongsai.offline import Offline, write_offline
from prongsai.pages.words import size
from prongsai.plugin.run import Built, build
from prongsai.problems import Text


@click.command("build")
@content_option
@config_option
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="โฟลเดอร์ผลลัพธ์ / Where the site goes (default: site_dir of mkdocs.yml).",
)
@click.option(
    "--strict", is_flag=True, help="ถือว่าข้อตรวจพบทุกข้อเป็นความผิดพลาด / Every finding is fatal."
)
@click.option(
    "--offline",
    is_flag=True,
    help="ทำไฟล์ zip ที่เปิดดูได้โดยไม่ต้องต่ออินเทอร์เน็ตด้วย / Also write a zip that opens without a network.",
)
@click.option(
    "--record",
    is_flag=True,
    help="จดวันนี้เป็นวันเผยแพร่ของเอกสารใหม่ / Record today as the day on which new documents are published.",
)
@lang_option
def command(
    content_dir: str | None,
    config_file: Path,
    site_dir: Path | None,
    strict: bool,
    offline: bool,
    record: bool,
) -> None:
    """สร้างเว็บไซต์ / Check the content and build the site.

    Exits 0 when built, 2 when it cannot be built.
    """
    built = build(
        config_file,
        content_dir,
        site_dir,
        strict=strict,
        lang=current_lang(),
        progress=progress_bar(),
        record_on=date.today() if record else None,
    )
    for told in _worth_a_look(built):
        say(told)
    if record:
        say(
            Text(
                f"จดวันเผยแพร่เอกสาร {built.recorded} ฉบับใน {PUBLISHED}",
                f"documents recorded as published in {PUBLISHED}: {built.recorded}",
            )
        )
    say(_summary(built))
    if offline:
        say(_packed(write_offline(built.site, built.folder)))


def _worth_a_look(built: Built) -> Iterator[Text]:
    """Yield the findings that a slip of this minute would make; missing items are counted below."""
    found = [
        finding
        for finding in built.findings
        if finding.severity is not Severity.NOTE and finding.name != "missing-item"
    ]
    for one in found[:_SHOWN]:
        yield Text(
            f"{one.where}: {one.code} {one.message.th}", f"{one.where}: {one.code} {one.message.en}"
        )
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        yield Text(f"และอีก {more} ข้อ", f"and {more} more")


_SHOWN = 10


def _packed(made: Offline) -> Text:
    told = size(made.size)
    return Text(
        f"ทำชุดเปิดดูแบบไม่ต้องต่ออินเทอร์เน็ตแล้ว: {made.path} ({told}, {made.pages} หน้า)\n"
        "วิธีใช้: คัดลอกไปไว้ที่เครื่องใดก็ได้ คลิกขวาที่ไฟล์ เลือก แยกทั้งหมด (Extract All) แล้วเปิดไฟล์ เปิดที่นี่",
        f"offline copy written: {made.path} ({told}, {made.pages} pages)\n"
        "to use it: copy it to any machine, extract all of it, and open เปิดที่นี่.html",
    )


def _summary(built: Built) -> Text:
    lines = [
        Text(
            f"สร้างเว็บไซต์ของ {built.site.agency.short_name.th} แล้ว: {built.folder}",
            f"site of {built.site.agency.short_name.th} built: {built.folder}",
        ),
        Text(f"หน้าที่สร้าง: {built.pages}", f"pages generated: {built.pages}"),
    ]
    for year in built.site.item_years:
        rows = coverage(built.site, year)
        covered = sum(row.covered for row in rows)
        lines.append(
            Text(
                f"ปี {year.fiscal_year}: ครบ {covered} จาก {len(rows)} ข้อ",
                f"FY{year.fiscal_year}: {covered} of {len(rows)} items covered",
            )
        )
    errors = sum(finding.severity is Severity.ERROR for finding in built.findings)
    lines.append(
        Text(
            f"ข้อตรวจพบ {len(built.findings)} ข้อ (ร้ายแรง {errors}) ดูด้วย prongsai check",
            f"findings: {len(built.findings)} ({errors} errors); see prongsai check",
        )
    )
    return Text("\n".join(one.th for one in lines), "\n".join(one.en for one in lines))
