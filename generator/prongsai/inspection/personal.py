"""Thai citizen IDs in text: 13 digits with a checksum, however they are spaced or written. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stdnum.exceptions import ValidationError
from stdnum.th import pin

from prongsai import thai

_BETWEEN = r"[ \t\u00a0\u2000-\u200d\u202f\u2060\ufeff.\-‐‑‒–—_]"
_RUN = re.compile(rf"(?<!\d)\d(?:{_BETWEEN}{{0,3}}\d){{12,}}(?!\d)")
_LINE_END = re.compile(r"[\r\n]")  # one sign for one, so that places stay
_YEAR = re.compile("2[456][0-9]{2}")
"""A Buddhist year, as it stands before the number of a paper."""
_GROUP = re.compile(r"\d+")
LENGTH = 13
"""Digits of an ID."""
_OFFICIAL = (1, 4, 5, 2, 1)
"""How a card prints the number: 1-2345-67890-12-3."""


def citizen_ids(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each ID begins in the text, and the ID masked, in the order they stand.

    A number of 13 digits is one when its checksum agrees (python-stdnum). One in pieces is looked
    for where a run of digits and separators in a line has just 13, or holds them in the pieces of
    a card; one in the pieces of a card may go on in the next line. Numbers of companies and
    offices begin with 0, which no person's does.
    """
    plain = thai.arabic(text)
    found = dict(_found(plain, whole_runs=True))
    if "\n" in plain:
        found = dict(_found(_LINE_END.sub(" ", plain), whole_runs=False)) | found
    yield from sorted(found.items())


def _found(text: str, *, whole_runs: bool) -> Iterator[tuple[int, str]]:
    for run in _RUN.finditer(text):
        groups = [(found.start(), found[0]) for found in _GROUP.finditer(run[0])]
        # 123456.7890123 is an amount: a point is a separator only where a card has it.
        decimal = run[0].count(".") == 1
        for start, digits in _candidates(groups, whole_runs=whole_runs, decimal=decimal):
            if is_citizen_id(digits):
                yield run.start() + start, masked(digits)


def is_citizen_id(digits: str) -> bool:
    try:
        pin.validate(digits)
    except ValidationError:
        return False
    return True


def masked(digits: str) -> str:
    """Return the number with all but its first and last two digits hidden."""
    return f"{digits[0]}-xxxx-xxxxx-x{digits[-2]}-{digits[-1]}"


def _candidates(
    groups: Sequence[tuple[int, str]], *, whole_runs: bool, decimal: bool
) -> Iterator[tuple[int, str]]:
    """Yield the numbers of 13 digits that pieces of a run may be, with where they begin."""
    if whole_runs and not decimal and sum(len(digits) for _, digits in groups) == LENGTH:
        if len(groups) != 2 or not _YEAR.fullmatch(groups[0][1]):
            yield groups[0][0], "".join(digits for _, digits in groups)
        return
    for index, (start, digits) in enumerate(groups):
        pieces = [piece for _, piece in groups[index : index + len(_OFFICIAL)]]
        if len(digits) == LENGTH:
            yield start, digits
        elif tuple(map(len, pieces)) == _OFFICIAL:
            yield start, "".join(pieces)
