"""What the doctor says of one thing: how it is, what it is, and the cure. Needs nothing installed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from prongsai.problems import NO_TEXT, Lang, Text


class State(StrEnum):
    """How a thing is."""

    GOOD = "good"
    LOOK = "look"
    MEND = "mend"

    @property
    def word(self) -> Text:
        return _WORDS[self]


_WORDS = {
    State.GOOD: Text("ดี", "good"),
    State.LOOK: Text("ควรดู", "look at"),
    State.MEND: Text("ต้องแก้", "must be mended"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of what the doctor says."""

    state: State
    subject: Text
    what: Text
    cure: Text = NO_TEXT

    def told(self, lang: Lang) -> str:
        """Return the line, with the cure on a line of its own."""
        head = f"[{self.state.word.told(lang)}] {self.subject.told(lang)}: {self.what.told(lang)}"
        label = {Lang.TH: "วิธีแก้", Lang.EN: "cure"}[lang]
        return f"{head}\n    {label}: {self.cure.told(lang)}" if self.cure else head


def good(subject: Text, what: Text) -> Reading:
    return Reading(State.GOOD, subject, what)


def look(subject: Text, what: Text, cure: Text) -> Reading:
    return Reading(State.LOOK, subject, what, cure)


def mend(subject: Text, what: Text, cure: Text) -> Reading:
    return Reading(State.MEND, subject, what, cure)


def listed(names: Iterable[str], shown: int = 3) -> Text:
    """Return the first few names, and how many more there are."""
    all_names = list(names)
    head, more = ", ".join(all_names[:shown]), len(all_names) - shown
    if more <= 0:
        return Text(head, head)
    return Text(f"{head} และอีก {more}", f"{head} and {more} more")
