"""What an editor says of each key: titles and descriptions, Thai before English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from prongsai.problems import ContentError, Problem
from prongsai.yamlevents import parse

WHOLE = "_"
"""The key under which the words about a model as a whole stand."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of words.yml."""

    models: Mapping[str, Mapping[str, tuple[str, str]]]
    """Title and description by model and key."""
    choices: Mapping[str, Mapping[str, str]]
    """What each choice of an enumeration means."""


@cache
def words() -> Words:
    """Return the words that are shipped. Read once per process."""
    problems: list[Problem] = []
    text = (files(__package__) / "words.yml").read_text(encoding="utf-8")
    read = parse(text, "schemas/words.yml", problems)
    if problems:
        raise ContentError(problems)
    models = {
        model: {key: (str(told[0]), str(told[1])) for key, told in keys.items()}
        for model, keys in read["models"].items()
    }
    choices = {
        name: {key: str(told) for key, told in meanings.items()}
        for name, meanings in read["choices"].items()
    }
    return Words(models, choices)
