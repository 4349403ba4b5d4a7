"""What a plan of measures can say of its points, its memorandum, and of all measures at once."""

from __future__ import annotations

from datetime import date

from prongsai.models.measure import Measures, Point, Step
from prongsai.models.memo import Memo


def test_a_point_may_name_who_is_responsible_for_it():
    step = Step.model_validate(
        {"text": "เผยแพร่", "parts": ["ข้อมูลพื้นฐาน", {"text": "งบประมาณ", "responsible": ["finance"]}]}
    )

    assert step.points == (
        Point(text="ข้อมูลพื้นฐาน"),
        Point(text="งบประมาณ", responsible=("finance",)),
    )
    assert step.parts == ("ข้อมูลพื้นฐาน", "งบประมาณ")


def test_a_memorandum_keeps_its_head_and_leaves_out_what_was_left_blank():
    plan = Measures.model_validate(
        {
            "fiscal_year": "2564",
            "result_year": "2563",
            "memo": {
                "office": "สำนักปลัด",
                "date": "๒๕ มีนาคม ๒๕๖๔",
                "subject": "รายงาน",
                "to": "นายก",
            },
        }
    )

    assert plan.memo == Memo(office="สำนักปลัด", date=date(2021, 3, 25), subject="รายงาน", to="นายก")
    assert plan.memo.reference is None


def test_a_plan_may_answer_indicators_as_a_whole():
    plan = Measures.model_validate(
        {"fiscal_year": "2564", "result_year": "2563", "indicators": ["๑๐"]}
    )

    assert plan.indicators == (10,)
