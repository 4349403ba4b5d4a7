"""What every domain value shares: immutable, strict about unknown keys, aware of its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from prongsai.problems import NOWHERE, Location, Problem, Text, did_you_mean


class Scalar(str):
    """A piece of text read from a file, with the line it stands on. Models give it its type."""

    __slots__ = ("line",)

    line: int

    def __new__(cls, text: str, line: int) -> Self:
        self = super().__new__(cls, text)
        self.line = line
        return self


class Lines(dict[str, Any]):
    """A mapping read from a file, with the line it starts on and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.key_lines: dict[str, int] = {}


class LineList(list[Any]):
    """A sequence read from a file, with the line it starts on and the line of each entry."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.entry_lines: list[int] = []


_NO_LINES: Mapping[str, int] = {}


class Model(BaseModel):
    """A domain value: immutable, strict about unknown keys, and aware of where it was written.

    Loaded from a file, the validation context holds `file` (the name to show) and `problems`,
    a list that receives one Problem per unknown key, so that a misspelt key hides no other error.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    # Factories, because Pydantic copies a default deeply for every value that is made.
    _where: Location = PrivateAttr(default_factory=lambda: NOWHERE)
    _key_lines: Mapping[str, int] = PrivateAttr(default_factory=lambda: _NO_LINES)

    @property
    def where(self) -> Location:
        return self._where

    def where_is(self, key: str) -> Location:
        """Return the place of one key as the file writes it; of the whole when it is not there."""
        return replace(self._where, line=self._key_lines.get(key, self._where.line))

    @model_validator(mode="wrap")
    @classmethod
    def _remember_where(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        context = info.context
        if isinstance(data, str):
            return cls._placed(handler(cls.from_text(data)), data, context)
        if not context or not isinstance(data, Lines):
            return handler(data)
        keys = cls._keys()
        if data.keys() <= keys.keys():
            return cls._placed(handler(data), data, context)
        context["problems"] += cls._unknown_keys(data, context["file"])
        known = {key: value for key, value in data.items() if key in keys}
        return cls._placed(handler(known), data, context)

    @classmethod
    def from_text(cls, text: str) -> Any:
        """Return what plain text in place of `key: value` pairs means; by default, nothing does."""
        return text

    @classmethod
    def _placed(cls, self: Self, data: Any, context: Mapping[str, Any] | None) -> Self:
        if context and isinstance(data, Lines | Scalar):
            self._where = Location(context["file"], data.line)
            self._key_lines = getattr(data, "key_lines", {})
        return self

    @classmethod
    @cache
    def _keys(cls) -> dict[str, object]:
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    @classmethod
    def _unknown_keys(cls, data: Lines, file: str) -> list[Problem]:
        keys = cls._keys()
        return [
            Problem(
                Location(file, data.key_lines[key]),
                Text(f"ไม่รู้จักคำ '{key}'", f"unknown key '{key}'"),
                did_you_mean(key, keys),
            )
            for key in data
            if key not in keys
        ]
