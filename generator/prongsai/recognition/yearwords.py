"""The years that a heading or a cell names: 2568, ปี 68, พ.ศ. 68, and 2025 of the common era."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?<![\d.,/])(?:(?P<era>25\d\d)|(?P<common>20[12]\d))(?![\d,]|\.\d)"
    r"|(?:ปี|ปีงบ(?:ประมาณ)?|พ\.\s*ศ\.?|ITA|FY)\s*(?:พ\.\s*ศ\.?)?\s*(?P<short>[5-9]\d)(?![\d,]|\.\d)"
)
_ALONE = re.compile(
    r"(?:ผลการประเมิน|ประจำ|ใน)?\s*(?:ปี)?(?:งบ(?:ประมาณ)?)?\s*(?:พ\.\s*ศ\.?)?\s*(?:25\d\d|[5-9]\d)"
)
_ERA = 543


def years_in(text: str) -> tuple[int, ...]:
    """Return the Buddhist years that a text in Arabic digits names, each once, in order."""
    found = [
        int(one["era"])
        if one["era"]
        else int(one["common"]) + _ERA
        if one["common"]
        else 2500 + int(one["short"])
        for one in _YEAR.finditer(text)
    ]
    return tuple(dict.fromkeys(found))


def year_alone(text: str) -> int | None:
    """Return the year that a cell or a line is nothing but: 2567, ปี 67, ประจำปีงบประมาณ พ.ศ. 2567."""
    bare = text.strip(" :()")
    if not _ALONE.fullmatch(bare):
        return None
    digits = int(re.sub(r"\D", "", bare))
    return digits if digits > 100 else 2500 + digits
