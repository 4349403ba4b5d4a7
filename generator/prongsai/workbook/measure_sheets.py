"""The sheets of measures.yml: what is said of the plan, and a row for each measure. Pure."""

from __future__ import annotations

from prongsai.models.framework import Framework
from prongsai.models.measure import Progress
from prongsai.problems import Text
from prongsai.workbook import forms, tables
from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.notation import (
    CODES,
    LINES,
    PERIOD,
    UNITS,
    Units,
    choice,
)
from prongsai.workbook.parts import SEVERAL_UNITS, File, Part
from prongsai.workbook.plan_form import PLAN, PLAN_COLUMNS, take_form
from prongsai.workbook.sheet import Choices, Column, Look, Sheet
from prongsai.workbook.steps import STEPS

PROGRESS = {
    Progress.NOT_STARTED.value: "ยังไม่ดำเนินการ",
    Progress.IN_PROGRESS.value: "อยู่ระหว่างดำเนินการ",
    Progress.DONE.value: "ดำเนินการเรียบร้อยแล้ว",
}
_LINES = "บรรทัดละหนึ่งข้อ ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"


def measure_parts(framework: Framework) -> tuple[Part, ...]:
    """Return the sheets of the measures carried out in a year."""
    year = framework.fiscal_year
    plan, measures = f"แผน {year}", f"มาตรการ {year}"
    file: File = (year, "measures")
    columns = _columns(framework)

    def draw_plan(content: Content, units: Units) -> Sheet:
        title = f"แผนมาตรการปีงบประมาณ {year}: สิ่งที่ใช้กับทุกมาตรการ"
        return Sheet(plan, title, PLAN_COLUMNS, forms.drawn(PLAN_COLUMNS, PLAN, content, units))

    def take_plan(rows: Rows, draft: Draft) -> None:
        take_form(rows, draft)

    def draw_measures(content: Content, units: Units) -> Sheet:
        title = f"มาตรการที่ดำเนินการในปีงบประมาณ {year}: หนึ่งแถวต่อหนึ่งมาตรการ เพิ่มแถวต่อท้ายได้"
        drawn = tables.drawn(columns, _entries(content), units)
        return Sheet(measures, title, columns, drawn, grows=True)

    def take_measures(rows: Rows, draft: Draft) -> None:
        _take_measures(rows, columns, draft)

    return (
        Part(plan, file, PLAN_COLUMNS, draw_plan, take_plan),
        Part(measures, file, columns, draw_measures, take_measures),
    )


def _columns(framework: Framework) -> tuple[Column, ...]:
    indicators = Choices(tuple(str(indicator.id) for indicator in framework.indicators))
    progress = Choices(tuple(PROGRESS.values()))
    steps = f"{_LINES} ประเด็นย่อยของขั้นตอนขึ้นต้นบรรทัดด้วย - ตามด้วยวรรค ไม่ต้องใส่เลขลำดับ"
    units = "เลือกจากรายการ ถ้ามีหลายหน่วยให้พิมพ์บรรทัดละหนึ่งหน่วย (Alt+Enter)"
    return (
        Column("id", "รหัสมาตรการ", 12, "ไม่ซ้ำกัน เช่น m1, m2", Look.REQUIRED),
        Column("indicator", "ตัวชี้วัด", 10, "ตัวชี้วัดที่มาตรการนี้ตอบ", choices=indicators),
        Column("title", "มาตรการ/โครงการ/กิจกรรม", 50, "ชื่อมาตรการ", Look.REQUIRED),
        Column("analysis", "ผลการวิเคราะห์", 50, "ผลการวิเคราะห์ตัวชี้วัดที่นำมาสู่มาตรการนี้"),
        Column("steps", "ขั้นตอน/วิธีการ", 60, steps, notation=STEPS),
        Column(
            "period",
            "ระยะเวลา",
            24,
            "เช่น 1 ต.ค. 68 ถึง 30 ก.ย. 69 หรือ ต.ค. 68 - มี.ค. 69 หรือ ตลอดปีงบประมาณ",
            notation=PERIOD,
        ),
        Column("responsible", "ผู้รับผิดชอบ", 24, units, choices=SEVERAL_UNITS, notation=UNITS),
        Column("follow_up", "การติดตามผล", 40, "วิธีติดตามผล"),
        Column(
            "progress",
            "สถานะ",
            24,
            "เลือกจากรายการ เว้นว่างเมื่อยังไม่มีรายงาน",
            choices=progress,
            notation=choice(PROGRESS),
        ),
        Column("outputs", "ผลการดำเนินการ (output)", 40, _LINES, notation=LINES),
        Column("outcomes", "ผลลัพธ์ (outcome)", 40, _LINES, notation=LINES),
        Column("cites", "ข้อที่กล่าวถึง", 18, "คั่นด้วยจุลภาค เช่น O8, O16, 9.1", notation=CODES),
        Column("note", "หมายเหตุ", 40, "ข้อสังเกตเกี่ยวกับแถวนี้"),
    )


def _entries(content: Content) -> list[Content]:
    entries = content.get("measures")
    return list(entries) if isinstance(entries, list) else []


def _take_measures(rows: Rows, columns: tuple[Column, ...], draft: Draft) -> None:
    earlier = _entries(draft.earlier)
    draft.places["measures",] = rows.heading
    new: list[Content] = []
    for entry, _, row in tables.read(rows, columns, earlier, [("id",), ("title",)], draft):
        where = ("measures", len(new))
        draft.places[where] = row["id"].place
        draft.locate(where, columns, row)
        if any("id" in other and other["id"] == entry.get("id") for other in new):
            draft.tell(row["id"].place, *_repeated(entry["id"]))
            continue
        new.append(entry)
    if new != earlier:
        draft.content["measures"] = new
        if not new:
            del draft.content["measures"]


def _repeated(name: str) -> tuple[Text, Text]:
    return (
        Text(f"รหัสมาตรการ '{name}' ซ้ำกัน", f"the code '{name}' is repeated"),
        Text("ตั้งรหัสให้ต่างกันทุกมาตรการ เช่น m1, m2", "give each measure its own, such as m1, m2"),
    )
