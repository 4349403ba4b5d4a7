"""ข้อยกเว้น: findings that the agency has looked at and lets stand, for a reason and for a time."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from prongsai.models.base import Model
from prongsai.models.values import Day, Words, plain
from prongsai.problems import InvalidValueError, Text

_CODE = re.compile(r"[A-Z]{3}\d{3}")


def check_code(value: Any) -> str:
    """Return the code of a check that is written, in capitals."""
    text = plain(value).upper()
    if _CODE.fullmatch(text):
        return text
    raise InvalidValueError(
        Text(f"'{value}' ไม่ใช่รหัสข้อตรวจ", f"'{value}' is not the code of a check"),
        Text(
            "เขียนเช่น DIS202 ดูรหัสทั้งหมดด้วย prongsai explain",
            "write for example DIS202; prongsai explain lists them",
        ),
    )


class Waiver(Model):
    """One finding that is let stand."""

    code: Annotated[str, BeforeValidator(check_code)]
    item: Words | None = None
    """What the finding is about (`O12`, `m7`); None for one that is about no item."""
    file: Words | None = None
    """The file that it stands in, by its path below content/; None for any."""
    observed: Words | None = None
    """What is let stand, as `check` tells it (`1-xxxx-xxxxx-x1-1`, an address): nothing else is."""
    reason: Words
    until: Day
    """The last day on which it stands."""
    by: Words
    """Who decided, by position."""


class Waivers(Model):
    """The content of waivers.yml."""

    waivers: tuple[Waiver, ...]
