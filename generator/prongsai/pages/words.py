"""The Thai words of the item pages: states, kinds, periods, grades."""

from __future__ import annotations

from prongsai.coverage import State
from prongsai.models.crosswalk import Relation
from prongsai.models.item import ElementKind, PeriodKind, Required
from prongsai.models.terms import AgencyKind, Grade

STATES = {
    State.COMPLETE: "ครบถ้วน",
    State.PARTIAL: "ยังไม่ครบ",
    State.MISSING: "ยังไม่มีหลักฐาน",
    State.NOTHING_TO_REPORT: "ไม่มีเรื่องที่ต้องรายงาน",
    State.NOT_APPLICABLE: "ไม่เกี่ยวข้องกับหน่วยงาน",
}

AGENCY_KINDS = {
    AgencyKind.LOCAL_GOVERNMENT: "องค์กรปกครองส่วนท้องถิ่น",
    AgencyKind.PROVINCE: "จังหวัด",
    AgencyKind.STATE_AGENCY: "หน่วยงานของรัฐ",
}

KINDS = {
    ElementKind.DOCUMENT: "เอกสาร",
    ElementKind.TABLE: "ตาราง",
    ElementKind.DATE: "วันที่",
    ElementKind.NARRATIVE: "ข้อความ",
    ElementKind.CONTACT: "ข้อมูลติดต่อ",
    ElementKind.LINK: "ลิงก์",
    ElementKind.STATISTIC: "สถิติ",
    ElementKind.IMAGE: "ภาพ",
}

MARKS = {"shown": "แสดงแล้ว", "lacking": "ยังไม่แสดง"}

REQUIRED = {
    Required.YES: "ต้องมี",
    Required.NO: "ไม่บังคับ",
    Required.UNKNOWN: "ยังไม่ยืนยัน",
}

GRADES = {
    Grade.HIGH: "สูง",
    Grade.MEDIUM: "ปานกลาง",
    Grade.LOW: "ต่ำ",
    Grade.NONE: "ไม่พบแหล่งข้อมูล",
}

BASES = {
    Grade.HIGH: "พบข้อความเดียวกันในแหล่งข้อมูลที่เผยแพร่ตั้งแต่สองแหล่ง หรือในแหล่งเดียวที่ตรงกับของปีข้างเคียง",
    Grade.MEDIUM: "พบในแหล่งข้อมูลที่เผยแพร่แหล่งเดียว หรือใช้ของข้อชื่อเดียวกันในปีอื่น หรือแบบฟอร์มที่ทำขึ้นสำหรับข้อนี้",
    Grade.LOW: "เป็นข้อที่รวมหรือเปลี่ยนชื่อจากปีอื่น หรือพบเพียงข้อความที่เรียบเรียงต่อมา หรือเนื้อหาของเอกสารจริงของข้อนี้",
    Grade.NONE: "",
}
"""What a grade of the elements means: SOURCES.md of the frameworks, "Data elements".

The sources themselves name other agencies and are notes for who keeps the catalogue: `prongsai
frameworks` shows them, no agency publishes them.
"""

_PERIODS = {
    PeriodKind.CURRENT: "ข้อมูลปัจจุบัน",
    PeriodKind.IN_FORCE: "ที่ใช้บังคับใน{year}",
    PeriodKind.THIS_YEAR: "ของ{year}",
    PeriodKind.PREVIOUS_YEAR: "ของ{before}",
    PeriodKind.FIRST_HALF: "6 เดือนแรกของ{year} (ต.ค. – มี.ค.)",
    PeriodKind.MONTHLY: "รายเดือน ตลอด{year}",
    PeriodKind.MONTHLY_FIRST_HALF: "รายเดือน 6 เดือนแรกของ{year} (ต.ค. – มี.ค.)",
    PeriodKind.FIRST_TWO_QUARTERS: "ไตรมาสที่ 1 และ 2 ของ{year}",
    PeriodKind.PLAN: "แผนที่ครอบคลุม{year}",
    PeriodKind.MULTI_YEAR_PLAN: "แผนระยะหลายปีที่ครอบคลุม{year}",
    PeriodKind.RESULT_AND_MEASURES: "วิเคราะห์ผลของ{before} และมาตรการของ{year}",
    PeriodKind.UNKNOWN: "ไม่พบแหล่งที่ระบุ",
}

RELATIONS = {
    Relation.SAME: "เรื่องเดียวกัน",
    Relation.RENAMED: "เปลี่ยนชื่อหรือถ้อยคำ",
    Relation.MERGED: "รวมหลายข้อเป็นข้อเดียว",
    Relation.REPLACED: "แทนที่กัน",
    Relation.RELATED: "เกี่ยวข้องกันบางส่วน",
}

REPORTS = {
    "analysis": "รายงานการวิเคราะห์ผลการประเมิน ITA",
    "measures": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    "progress": "รายงานผลการดำเนินการตามมาตรการ",
}


def period(kind: PeriodKind, year: int) -> str:
    """Return what time the data must cover, with the years it means."""
    this, before = f"ปีงบประมาณ พ.ศ. {year}", f"ปีงบประมาณ พ.ศ. {year - 1}"
    return _PERIODS[kind].format(year=this, before=before)


def size(in_bytes: int) -> str:
    """Return a file size as people read it: `820 KB`, `1.4 MB`."""
    if in_bytes < 1000:
        return f"{in_bytes} B"
    if in_bytes < 999_500:
        return f"{in_bytes / 1000:.0f} KB"
    return f"{in_bytes / 1_000_000:.1f} MB"
