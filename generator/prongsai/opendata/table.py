"""Tables of the open data: each column says what it holds and where that comes from. Pure.

The files are written from these columns and the page /data/ explains them from the same, so that
neither can say what the other does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from prongsai.problems import Text

T = TypeVar("T")
Row = dict[str, Any]


class Holds(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    """A Buddhist year."""
    DAY = "day"
    """YEAR-MONTH-DAY of the common era."""
    URL = "url"
    LIST = "list"
    """Texts; in CSV joined by semicolons."""
    GROUP = "group"
    """Further keys with values; in JSON only."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table, or one key of a JSON object, drawn from things of the type T."""

    key: str
    holds: Holds
    about: Text
    value: Callable[[T], Any]


def row(columns: Iterable[Column[T]], thing: T) -> Row:
    """Return what the columns tell of one thing."""
    return {column.key: column.value(thing) for column in columns}
