"""The measures that last year's weak indicators ask for, as remarks to be written out. Pure.

A stub is a YAML comment, so the file loads, and nothing on the site can take it for a measure. With
the # taken away it does not load until it has a title.
"""

from __future__ import annotations

from prongsai.models.framework import Framework
from prongsai.models.result import Result
from prongsai.models.site import Site
from prongsai.scoring import PASS_MARK, weak_indicators

_HEAD = """\
## โครงมาตรการของปีงบประมาณ {year} สำหรับตัวชี้วัดที่ประกาศต่ำกว่า {mark} ในผลปี {result_year}
## บรรทัดที่ขึ้นต้นด้วย # คือหมายเหตุ ระบบยังไม่อ่านและไม่เผยแพร่
## เมื่อจะเขียนมาตรการ ให้ลบ # หนึ่งตัวหน้าบรรทัด measures: และหน้าทุกบรรทัดของมาตรการนั้น แล้วเติมให้ครบ
## ระบบไม่รับช่องที่ยังว่าง ช่องที่ยังไม่ใช้ให้ลบทั้งบรรทัด แต่ title ต้องมีเสมอ
#measures:
"""
_STUB = """\

## ตัวชี้วัดที่ {number} {name} ได้ {score}
#  - id: m{number}
#    indicator: {number}
#    title:            # ชื่อมาตรการ
#    steps:            # ขั้นตอน บรรทัดละหนึ่งข้อ
#      -
#    period:           # เช่น ต.ค. {first} - ก.ย. {last}
#    responsible: []   # ชื่อย่อจาก units ใน agency.yml
"""


def last_result(site: Site, year: int) -> Result | None:
    """Return the newest announced result of a year before this one."""
    return next((result for result in site.results if result.fiscal_year < year), None)


def stubs(result: Result, framework: Framework, year: int) -> str | None:
    """Return a measures.yml of the year with a stub for each weak indicator; None without any.

    `framework` is that of the result: it names the indicators.
    """
    weak = weak_indicators(result)
    if not weak:
        return None
    known = framework.indicator_by_id
    written = [
        _STUB.format(
            number=number,
            name=known[number].name.th,
            score=figure.score,
            first=(year - 1) % 100,
            last=year % 100,
        )
        for number, figure in sorted(weak.items())
    ]
    keys = f"fiscal_year: {year}\nresult_year: {result.fiscal_year}\n"
    head = _HEAD.format(year=year, mark=PASS_MARK, result_year=result.fiscal_year)
    return f"{keys}\n{head}{''.join(written)}"
