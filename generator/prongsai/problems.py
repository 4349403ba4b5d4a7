"""What can be wrong, where, and how it is told. The bottom layer: it imports nothing of ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum


class Lang(StrEnum):
    """The languages in which a message can be told."""

    TH = "th"
    EN = "en"


def lang_named(name: str | None) -> Lang:
    """Return the language called `th` or `en`; Thai for anything else, as officers expect."""
    return Lang.EN if (name or "").strip().lower().startswith("en") else Lang.TH


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One message in both languages; the texts say the same."""

    th: str
    en: str

    def told(self, lang: Lang) -> str:
        return self.th if lang is Lang.TH else self.en

    def __bool__(self) -> bool:
        return bool(self.th or self.en)


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file, printed the way editors make clickable."""

    file: str
    """The path as it is shown, with forward slashes."""
    line: int = 0
    """1 is the first line; 0 means the file as a whole."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


NOWHERE = Location("<memory>")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with the input: where it is, what it is, what to do about it."""

    where: Location
    message: Text
    hint: Text = NO_TEXT

    def told(self, lang: Lang) -> str:
        """Return `path:line: message`, with the hint on a line of its own."""
        head = f"{self.where}: {self.message.told(lang)}"
        label = {Lang.TH: "วิธีแก้", Lang.EN: "hint"}[lang]
        return f"{head}\n    {label}: {self.hint.told(lang)}" if self.hint else head


class ProngsaiError(Exception):
    """Base class of every error that a user can cause. Anything else that escapes is our bug."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)

    def told(self, lang: Lang) -> str:
        return self.text.told(lang)


class ContentError(ProngsaiError):
    """The content does not load. Carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(Text(*("\n".join(p.told(lang) for p in self.problems) for lang in Lang)))


class UnknownYearError(ProngsaiError):
    """A fiscal year was asked for that the shipped catalogue does not cover."""

    def __init__(self, year: int, known: Iterable[int]) -> None:
        years = ", ".join(map(str, known))
        super().__init__(
            Text(
                f"ไม่มีกรอบการประเมินของปีงบประมาณ {year} ปีที่มี: {years}",
                f"no framework for fiscal year {year}; known: {years}",
            )
        )


@dataclass(eq=False)
class InvalidValueError(ValueError):
    """A value means nothing. Raised inside models; becomes a Problem with file and line."""

    message: Text
    hint: Text = field(default=NO_TEXT)

    def __str__(self) -> str:
        return self.message.en


def did_you_mean(word: str, known: Iterable[str], ending: str = "") -> Text:
    """Return a hint that names the nearest known word, or all of them when none is near.

    The `ending` is what all known words end with; it would make any two of them look alike.
    """
    choices = list(known)
    if close := get_close_matches(word.removesuffix(ending), choices, n=1, cutoff=0.6):
        near = f"{close[0]}{ending}"
        return Text(f"หมายถึง {near} ใช่หรือไม่", f"did you mean {near}?")
    listed = ", ".join(f"{choice}{ending}" for choice in choices)
    return Text(f"ที่ใช้ได้: {listed}", f"known: {listed}") if choices else NO_TEXT
