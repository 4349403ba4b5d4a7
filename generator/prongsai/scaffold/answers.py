"""What a new site is made from: the answers to what is asked. Pure but for the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai import frameworks
from prongsai.models.framework import Framework
from prongsai.models.terms import AgencyKind
from prongsai.problems import InvalidValueError, ProngsaiError, Text
from prongsai.scaffold.questions import QUESTIONS, Question


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new site is made from. The same answers give the same bytes."""

    name: str
    short_name: str
    kind: AgencyKind
    main_site: str
    year: int
    district: str = ""
    province: str = ""
    published_at: str = ""

    @property
    def framework(self) -> Framework:
        return frameworks.load_for(self.year, self.kind)


class AnswersError(ProngsaiError):
    """Answers are missing or mean nothing. All of them are told at once."""

    def __init__(self, wrong: Mapping[str, InvalidValueError]) -> None:
        super().__init__(
            Text(
                "\n".join(
                    _told(name, e.message.th, "วิธีแก้", e.hint.th) for name, e in wrong.items()
                ),
                "\n".join(
                    _told(name, e.message.en, "hint", e.hint.en) for name, e in wrong.items()
                ),
            )
        )


def _told(name: str, message: str, label: str, hint: str) -> str:
    return f"{name}: {message}" + (f"\n    {label}: {hint}" if hint else "")


def missing(question: Question) -> InvalidValueError:
    """Return what is told of a question that nobody can be asked."""
    return InvalidValueError(
        Text(f"ยังไม่ได้บอก{question.asked.th}", f"{question.asked.en} is missing"),
        Text(
            f"ใส่ {question.option} เช่น {question.option} '{question.example}'",
            f"give {question.option}, such as {question.option} '{question.example}'",
        ),
    )


def answered(given: Mapping[str, str | None]) -> Answers:
    """Return the answers that are given as text; raise AnswersError with all that is wrong."""
    values: dict[str, str | int] = {}
    wrong: dict[str, InvalidValueError] = {}
    for one in QUESTIONS:
        text = given.get(one.field)
        text = one.default if text is None else text
        try:
            if text is None:
                raise missing(one)
            values[one.field] = one.read(text)
        except InvalidValueError as error:
            wrong[one.option] = error
    if wrong:
        raise AnswersError(wrong)
    return Answers(
        name=str(values["name"]),
        short_name=str(values["short_name"]),
        kind=AgencyKind(str(values["kind"])),
        main_site=str(values["main_site"]),
        year=int(values["year"]),
        district=str(values["district"]),
        province=str(values["province"]),
        published_at=str(values["published_at"]),
    )
