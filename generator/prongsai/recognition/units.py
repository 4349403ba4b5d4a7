"""Which units of agency.yml the words in a column of responsible units mean, and which are new."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from prongsai import thai

_USUAL: Mapping[str, str] = {
    "สำนักปลัด": "clerk",
    "กองคลัง": "finance",
    "กองช่าง": "works",
    "กองการศึกษา": "education",
    "กองสาธารณสุข": "health",
    "กองสวัสดิการสังคม": "welfare",
    "หน่วยตรวจสอบภายใน": "audit",
    "กองยุทธศาสตร์": "strategy",
    "ทุกสำนัก/กอง": "all",
    "ทุกหน่วยงาน": "all",
}
"""Short names for units that most local governments have."""
_ALL = re.compile(
    r"(?:ทุก(?:สำนัก|กอง|ส่วนราชการ|ส่วน|ฝ่าย|หน่วยงาน|งาน|แผนก)(?:[/,]|และ|หรือ)*"
    r"(?:ทุก)?(?:สำนัก|กอง|ส่วนราชการ|ส่วน|ฝ่าย|หน่วยงาน|งาน|แผนก)?(?:[/,]|และ)*(?:ทุก)?(?:กอง|ส่วน|ฝ่าย|งาน|หน่วย)?"
    r"|(?:สำนัก/?กอง|ส่วนราชการ|หน่วยงาน)(?:ทุกแห่ง|ทั้งหมด))(?:ใน(?:สังกัด|หน่วยงาน|อบต\.?|เทศบาล))?"
)
"""All units, in the words of agencies: ทุกสำนัก/กอง, ทุกกอง ทุกสำนัก, ส่วนราชการทุกแห่ง."""
_BETWEEN = re.compile(r"\s*(?:,|;|\n|\s/\s|/\s+|\sและ\s?)\s*")


@dataclass
class Units:
    """The units of an agency, and those that a document names beside them."""

    known: Mapping[str, str]
    """Names by short names, as in agency.yml."""
    new: dict[str, str] = field(default_factory=dict)

    def named(self, cells: Sequence[str]) -> list[str]:
        """Return the short names of the units that a cell names, each once, in order."""
        found: list[str] = []
        for cell in cells:
            whole = self._short(cell)
            parts = (
                [whole] if whole else [self._of(one) for one in _BETWEEN.split(cell) if one.strip()]
            )
            found += [one for one in parts if one and one not in found]
        return found

    def _of(self, name: str) -> str:
        text = name.strip(" .-")
        return self._short(text) or self._added(text)

    def _short(self, name: str) -> str:
        key = thai.folded(name)
        both = {**self.known, **self.new}
        same = next((short for short, told in both.items() if thai.folded(told) == key), "")
        if same or not _ALL.fullmatch(key):
            return same
        return next(
            (s for s, told in both.items() if s == "all" or _ALL.fullmatch(thai.folded(told))), ""
        )

    def _added(self, name: str) -> str:
        usual = next(
            (s for told, s in _USUAL.items() if thai.folded(told) == thai.folded(name)), ""
        )
        taken = {*self.known, *self.new}
        short = usual if usual and usual not in taken else ""
        number = 1
        while not short:
            candidate = f"unit-{number}"
            short = candidate if candidate not in taken else ""
            number += 1
        self.new[short] = name
        return short
