"""A part of the workbook: one sheet, the file it stands for, and the way from each to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prongsai.workbook.cells import Rows
from prongsai.workbook.draft import Content, Draft
from prongsai.workbook.notation import Units
from prongsai.workbook.sheet import Choices, Column, Sheet

File = tuple[int | None, str]
"""The year and the stem of a YAML file; agency.yml has no year."""

UNITS_SHEET = "สำนักกอง"
UNIT_CHOICES = Choices(range=f"'{UNITS_SHEET}'!$B$3:$B$102")
SEVERAL_UNITS = Choices(range=UNIT_CHOICES.range, only=False)


@dataclass(frozen=True)
class Part:
    """One sheet."""

    name: str
    file: File
    columns: tuple[Column, ...]
    sheet: Callable[[Content, Units], Sheet]
    """Draws the sheet from the content of its file."""
    take: Callable[[Rows, Draft], None] | None
    """Takes its rows over into a draft of the file; None for a sheet to read only."""
