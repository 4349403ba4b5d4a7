"""Why a document that was read is not taken over, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from prongsai.problems import ProngsaiError, Text
from prongsai.recognition import LeftOut, Ownership, Recognised
from prongsai.recognition.years import YearSaid


class NotRecognisedError(ProngsaiError):
    """The file holds no announced figure and no measures."""

    def __init__(self, name: str, left_out: Sequence[LeftOut]) -> None:
        th = "".join(f"\n  - ไม่นำเข้า ({one.place.th}): {one.why.th}" for one in left_out)
        en = "".join(f"\n  - left out ({one.place.en}): {one.why.en}" for one in left_out)
        super().__init__(
            Text(
                f"{name}: ไม่พบผลการประเมิน ITA หรือตารางมาตรการในไฟล์นี้ ไม่ได้เขียนไฟล์ใด "
                f"วิธีแก้: ใช้ไฟล์รายงานผลการประเมินหรือรายงานมาตรการของหน่วยงาน{th}",
                f"{name}: not recognised: it holds no ITA result and no table of measures, and nothing was written; "
                f"hint: use the agency's report of the result or of its measures{en}",
            )
        )


class UnknownYearError(ProngsaiError):
    """There is no framework for the year that was asked for, or that the document gives."""

    def __init__(
        self, name: str, year: int, known: Collection[int], place: Text | None = None
    ) -> None:
        years = f"{min(known)}-{max(known)}"
        th = f"เอกสารเป็นผลของปี {year} ({place.th})" if place else f"สั่ง --year {year}"
        en = f"the document is of {year} ({place.en})" if place else f"--year is {year}"
        super().__init__(
            Text(
                f"{name}: {th} แต่ระบบมีกรอบการประเมินเฉพาะปี พ.ศ. {years} จึงไม่ได้เขียนไฟล์ใด "
                "วิธีแก้: ตรวจปีงบประมาณ แล้วระบุ --year ที่ถูกต้อง",
                f"{name}: {en}, and there are frameworks for {years} BE only; nothing was written; "
                "hint: see which fiscal year it is, and give it as --year",
            )
        )


class YearNotFoundError(ProngsaiError):
    """The document gives the result of another year than was asked for, and nothing of that."""

    def __init__(self, name: str, year: int, said: YearSaid) -> None:
        super().__init__(
            Text(
                f"{name}: เอกสารเป็นผลของปี {said.year} ({said.place.th}: {said.quote}) ไม่พบคะแนนของปี {year} "
                f"ที่สั่งด้วย --year จึงไม่ได้เขียนไฟล์ใด วิธีแก้: ใช้เอกสารของปี {year} หรือสั่ง --year {said.year}",
                f"{name}: the document gives the result of {said.year} ({said.place.en}: {said.quote}) and "
                f"nothing of {year}, which --year asks for; nothing was written; "
                f"hint: use the document of {year}, or give --year {said.year}",
            )
        )


class UndecidedYearError(ProngsaiError):
    """The document does not settle which year its result is of."""

    def __init__(self, name: str, found: Recognised) -> None:
        years = sorted({said.year for said in found.years})
        listed = ", ".join(map(str, years))
        th = f"เอกสารกล่าวถึงปี {listed}" if years else "เอกสารไม่ได้บอกปี"
        en = f"it names {listed}" if years else "it names none"
        super().__init__(
            Text(
                f"{name}: ไม่ชัดว่าเป็นผลการประเมินของปีงบประมาณใด ({th}) วิธีแก้: ระบุ --year เช่น --year 2568",
                f"{name}: it is not clear which fiscal year the result is of ({en}); hint: give --year, "
                "such as --year 2568",
            )
        )


class OtherAgencyError(ProngsaiError):
    """The document is the report of another agency than the site's."""

    def __init__(self, name: str, found: Ownership) -> None:
        super().__init__(
            Text(
                f"{name}: เอกสารเป็นของ {found.other} ไม่ใช่ {found.own} จึงไม่ได้เขียนไฟล์ใด "
                "วิธีแก้: ใช้เอกสารของหน่วยงาน หรือถ้าตรวจแล้วว่าใช้ได้ ให้สั่งอีกครั้งด้วย --other-agency",
                f"{name}: the document is that of {found.other}, not of {found.own}, and nothing was written; "
                "hint: use the agency's own, or give --other-agency if you have seen that it is right",
            )
        )
