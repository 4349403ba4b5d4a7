"""บันทึกข้อความ: the memorandum by which a report is handed in."""

from __future__ import annotations

from prongsai.models.base import Model
from prongsai.models.values import Day, Words


class Memo(Model):
    """The head of a memorandum, as printed. What was left blank is absent."""

    office: Words
    """ส่วนราชการ: who writes."""
    phone: Words | None = None
    """โทร."""
    reference: Words | None = None
    """ที่: the number of the letter."""
    date: Day | None = None
    """วันที่"""
    subject: Words
    """เรื่อง"""
    to: Words
    """เรียน: the office that it is addressed to."""
