"""The site's own files: mkdocs.yml, the content, its waivers and its newest year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from prongsai import thai
from prongsai.doctor.project import Project
from prongsai.doctor.reading import Reading, good, listed, look, mend
from prongsai.problems import ContentError, ProngsaiError, Text

_CONFIG = Text("mkdocs.yml", "mkdocs.yml")
_CONTENT = Text("เนื้อหา", "content")
_WAIVERS = Text("ข้อยกเว้น", "waivers")
_YEAR = Text("ปี", "year")
_SOON = timedelta(days=30)
_SHOWN = 3


def config(project: Project) -> Iterator[Reading]:
    """Say whether mkdocs.yml is there and asks for our plugin and theme."""
    if not project.config_file.is_file():
        yield mend(
            _CONFIG,
            Text(f"ไม่พบใน {project.folder}", f"is not in {project.folder}"),
            Text(
                "ไปที่โฟลเดอร์ที่มี mkdocs.yml หรือเริ่มเว็บไซต์ใหม่ด้วย prongsai init โฟลเดอร์",
                "go to the folder with mkdocs.yml, or begin a site with prongsai init DIR",
            ),
        )
        return
    try:
        wrong = list(project.settings.problems())
    except ProngsaiError as error:
        cure = Text("แก้ตามที่บอก แล้วตรวจอีกครั้ง", "mend what is told, then look again")
        yield mend(_CONFIG, error.text, cure)
        return
    for what, cure in wrong:
        yield mend(_CONFIG, what, cure)
    if not wrong:
        told = Text("ใช้ปลั๊กอินและธีม prongsai", "names the plugin and the theme prongsai")
        yield good(_CONFIG, told)


def content(project: Project) -> Iterator[Reading]:
    """Say whether the content loads: how many problems there are, and the first few."""
    try:
        site = project.site
    except ContentError as error:
        first = [f"{one.where}: {one.message.th}" for one in error.problems[:_SHOWN]]
        first_en = [f"{one.where}: {one.message.en}" for one in error.problems[:_SHOWN]]
        count = len(error.problems)
        yield mend(
            _CONTENT,
            Text(
                "\n    ".join([f"อ่านไม่ได้ {count} จุด", *first]),
                "\n    ".join([f"{count} problems", *first_en]),
            ),
            Text("ดูทุกจุดพร้อมวิธีแก้ด้วย prongsai check", "prongsai check tells all, with cures"),
        )
        return
    years = ", ".join(str(year.fiscal_year) for year in site.years)
    name = site.agency.short_name.th
    yield good(_CONTENT, Text(f"อ่านได้ {name} ปี {years}", f"loads: {name}, {years}"))


def waivers(project: Project) -> Iterator[Reading]:
    """Say which waivers end soon; content that does not load is told of elsewhere."""
    try:
        all_waivers = project.site.waivers
    except ContentError:
        return
    ending = [one for one in all_waivers if one.until <= project.today + _SOON]
    if ending:
        told = listed(
            f"{one.code} {one.item or one.file or ''} {thai.short_date(one.until)}".replace(
                "  ", " "
            )
            for one in ending
        )
        yield look(
            _WAIVERS,
            Text(f"หมดอายุแล้วหรือภายใน 30 วัน: {told.th}", f"over, or within 30 days: {told.en}"),
            Text(
                "แก้เรื่องที่ยกเว้นไว้ หรือทบทวนแล้วตั้ง until ใหม่ใน waivers.yml",
                "mend what they are about, or set another until in waivers.yml",
            ),
        )
    elif all_waivers:
        yield good(_WAIVERS, Text(f"{len(all_waivers)} รายการ", f"{len(all_waivers)} in force"))


def year(project: Project) -> Iterator[Reading]:
    """Tell the clock's year beside the newest of the content, and whether the next can be opened."""
    try:
        newest = max(one.fiscal_year for one in project.site.years)
    except ContentError:
        return
    today = project.today
    now = today.year + 543 + (today.month >= 10)
    day = thai.short_date(today)
    told = Text(
        f"วันนี้ {day} คือปีงบประมาณ {now} ปีล่าสุดในเนื้อหาคือ {newest}",
        f"today, {today.isoformat()}, is in FY{now}; the newest of the content is FY{newest}",
    )
    following = newest + 1
    if following <= now and following in project.catalogue:
        cure = Text(
            f"เปิดปีใหม่ด้วย prongsai rollover {following}",
            f"open the new year with prongsai rollover {following}",
        )
        yield look(_YEAR, told, cure)
    elif now > max(project.catalogue, default=now):
        cure = Text(
            f"รุ่นนี้ยังไม่มีรายการข้อของปี {now} เมื่อมีประกาศแล้วให้ปรับรุ่น prongsai",
            f"this version does not know the items of FY{now}; once they are announced, take a newer one",
        )
        yield look(_YEAR, told, cure)
    else:
        yield good(_YEAR, told)
