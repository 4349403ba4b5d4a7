"""How sure the catalogue is of what a finding rests on: what is assumed makes no error."""

from __future__ import annotations

from prongsai.checks.finding import Severity
from prongsai.models.terms import Grade
from prongsai.problems import Text


def is_unsure(grade: Grade) -> bool:
    """Whether a part of the catalogue is assumed, or was not found."""
    return grade in (Grade.LOW, Grade.NONE)


def softened(grade: Grade) -> Severity | None:
    """Return the lesser weight of a finding that rests on something assumed; None if it is not."""
    return Severity.WARNING if is_unsure(grade) else None


def doubted(message: Text, grade: Grade, fiscal_year: int) -> Text:
    """Return the message, with the doubt where it rests on something assumed."""
    if not is_unsure(grade):
        return message
    return Text(
        f"{message.th} (เกณฑ์ของปี {fiscal_year} ในระบบยังไม่ได้รับการยืนยัน)",
        f"{message.en} (the rule of FY{fiscal_year} in the catalogue is not confirmed)",
    )
