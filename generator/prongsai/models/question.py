"""ข้อคำถาม: the questions of the two surveys, as far as they are known."""

from __future__ import annotations

from typing import Literal

from prongsai.models.base import Model
from prongsai.models.codes import IndicatorId, QuestionId
from prongsai.models.values import Words


class Question(Model):
    """ข้อคำถาม: one question of a survey."""

    id: QuestionId
    indicator: IndicatorId
    title: Words | None = None
    """A short paraphrase; None where the wording is not established."""
    note: Words | None = None


class AnswerScores(Model):
    """The scores that the answers to a question can give."""

    four_step: tuple[int, ...]
    yes_no: tuple[int, ...]
    note: Words


class EitPart(Model):
    """One of the two surveys that make up the EIT from FY2567 on."""

    id: Literal["public", "survey"]
    name: Words


class Questions(Model):
    """The questions of the two surveys, as far as they are known."""

    iit: tuple[Question, ...] = ()
    eit: tuple[Question, ...] = ()
    eit_parts: tuple[EitPart, ...] = ()
    """Not empty where the EIT was taken in parts: one printed e-score may then be one part's."""
    answer_scores: AnswerScores | None = None
    note: Words | None = None

    @property
    def all(self) -> tuple[Question, ...]:
        return self.iit + self.eit
