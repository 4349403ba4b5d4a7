"""สัญญาอนุญาต: on what terms others may use the open data of an agency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from prongsai.problems import Text


class Licence(StrEnum):
    """The licences that an agency can state: known to catalogues of data, with a text in force.

    The names are those of SPDX (https://spdx.org/licenses/); that of the Digital Government
    Development Agency has none there, and its text is at data.go.th.
    """

    CC_BY = "CC-BY-4.0"
    CC_BY_SA = "CC-BY-SA-4.0"
    CC0 = "CC0-1.0"
    ODC_BY = "ODC-By-1.0"
    ODBL = "ODbL-1.0"
    PDDL = "PDDL-1.0"
    DGA = "DGA-OGL"

    @property
    def terms(self) -> Terms:
        return _TERMS[self]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a licence is called, and where its text is."""

    name: Text
    url: str


_TERMS: Mapping[Licence, Terms] = {
    Licence.CC_BY: Terms(
        Text("ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0", "Creative Commons Attribution 4.0"),
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Licence.CC_BY_SA: Terms(
        Text(
            "ครีเอทีฟคอมมอนส์ แสดงที่มา อนุญาตแบบเดียวกัน 4.0",
            "Creative Commons Attribution-ShareAlike 4.0",
        ),
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    Licence.CC0: Terms(
        Text("ครีเอทีฟคอมมอนส์ CC0 1.0 สละสิทธิ์ทั้งหมด", "Creative Commons CC0 1.0"),
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    Licence.ODC_BY: Terms(
        Text("Open Data Commons แสดงที่มา 1.0", "Open Data Commons Attribution 1.0"),
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
    Licence.ODBL: Terms(
        Text("Open Data Commons ฐานข้อมูลเปิด 1.0", "Open Data Commons Open Database 1.0"),
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
    Licence.PDDL: Terms(
        Text("Open Data Commons สาธารณสมบัติ 1.0", "Open Data Commons Public Domain 1.0"),
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
    Licence.DGA: Terms(
        Text(
            "ข้อกำหนดและเงื่อนไขการอนุญาตให้ใช้ข้อมูลภาครัฐแบบเปิดของ สพร.",
            "DGA Open Government License (Thailand)",
        ),
        "https://data.go.th/pages/dga-open-government-license",
    ),
}
