"""Thai citizen IDs in text: 13 digits with a checksum, however they are spaced or written. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stdnum.exceptions import ValidationError
from stdnum.th import pin

from prongsai import thai

_BETWEEN = "[ \\t\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u2212\u3000\ufeff.|/\\-\u2010-\u2015_]"
_RUN = re.compile(rf"(?<!\d)\d(?:{_BETWEEN}{{0,5}}\d){{12,}}(?!\d)")
_LINE_END = re.compile(r"[\r\n]")  # one sign for one, so that places stay
_GROUP = re.compile(r"\d+")
_NAMED = re.compile(
    r"(?:บัตร|ประชาชน|ประจำตัว|ปชช|13\s*หลัก|citizen|identi(?:ty|fication)|id\s*(?:card|no|number))"
    r"[^\d]{0,60}?(?=\d)",
    re.IGNORECASE,
)
"""Words that say that the number after them is an ID."""
_AFTER_NAME = re.compile(rf"\d(?:(?:{_BETWEEN}|[\r\n]){{0,5}}\d){{12}}(?!\d)")
_POWER = re.compile(r"(?<![\d.])([1-8])\.(\d{1,12})E\+?12(?!\d)", re.IGNORECASE)
"""An ID as Excel writes a long number into CSV: 1.101700230708E+12."""
LENGTH = 13
"""Digits of an ID."""
OFFICIAL = (1, 4, 5, 2, 1)
"""How a card prints the number: 1-2345-67890-12-3."""
_USUAL = frozenset(
    {
        (LENGTH,),
        OFFICIAL,
        (1,) * LENGTH,
        (1, 4, 5, 3),
        (1, 4, 4, 4),
        (4, 4, 4, 1),
        (4, 4, 5),
        (5, 4, 4),
    }
    | {(5, 5, 3), (3, 5, 5), (3, 3, 3, 4), (4, 3, 3, 3), (3, 3, 3, 3, 1), (1, 3, 3, 3, 3), (1, 12)}
    | {(12, 1), (6, 7), (7, 6), (6, 6, 1), (1, 6, 6), (1, 4, 5, 2, 1), (1, 2, 2, 5, 2, 1)}
)
"""Lengths of the pieces in which people write the number: other rows of numbers are amounts."""
_MOST_PIECES = 5


def citizen_ids(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each ID begins in the text, and the ID masked, in the order they stand.

    A number of 13 digits is one when its checksum agrees (python-stdnum). One in pieces is looked
    for where a run of digits and separators has just 13 in pieces that people write, or that dashes
    hold together, where it stands in the pieces of a card, and, in any pieces and over lines, behind
    words that name an ID. A row of amounts is none of these. Numbers of companies and offices begin
    with 0, which no person's does.
    """
    plain = thai.arabic(text)
    found = dict(_runs(plain))
    if "\n" in plain or "\r" in plain:
        found = dict(_runs(_LINE_END.sub(" ", plain), over_lines=True)) | found
    found |= dict(_behind_names(plain))
    found |= dict(_powers(plain))
    yield from sorted(found.items())


def is_citizen_id(digits: str) -> bool:
    try:
        pin.validate(digits)
    except ValidationError:
        return False
    return True


def masked(digits: str) -> str:
    """Return the number with all but its first and last two digits hidden."""
    return f"{digits[0]}-xxxx-xxxxx-x{digits[-2]}-{digits[-1]}"


def in_boxes(pieces: Sequence[str]) -> str:
    """Return neighbouring cells as one text where they may hold an ID among them: 13 boxes of a form,
    or the pieces of a card. Empty for all other rows of numbers.
    """
    lengths = tuple(map(len, pieces))
    if lengths == (1,) * LENGTH:
        return " ".join(pieces)
    for at in range(len(pieces) - len(OFFICIAL) + 1):
        if lengths[at : at + len(OFFICIAL)] == OFFICIAL:
            return "-".join(pieces[at : at + len(OFFICIAL)])
    return ""


def _runs(text: str, *, over_lines: bool = False) -> Iterator[tuple[int, str]]:
    for run in _RUN.finditer(text):
        groups = [(found.start(), found[0]) for found in _GROUP.finditer(run[0])]
        for start, digits in _candidates(run[0], groups, over_lines=over_lines):
            if is_citizen_id(digits):
                yield run.start() + start, masked(digits)


def _candidates(
    run: str, groups: Sequence[tuple[int, str]], *, over_lines: bool
) -> Iterator[tuple[int, str]]:
    """Yield the numbers of 13 digits that pieces of a run may be, with where they begin."""
    lengths = tuple(len(digits) for _, digits in groups)
    if sum(lengths) == LENGTH and (lengths == (1,) * LENGTH or not over_lines):
        if _is_usual(run, lengths):
            yield groups[0][0], "".join(digits for _, digits in groups)
        return
    for index, (start, digits) in enumerate(groups):
        pieces = [piece for _, piece in groups[index : index + len(OFFICIAL)]]
        if len(digits) == LENGTH and not over_lines:
            yield start, digits
        elif tuple(map(len, pieces)) == OFFICIAL:
            yield start, "".join(pieces)


def _is_usual(run: str, lengths: tuple[int, ...]) -> bool:
    # 123456.7890123 is an amount: one point is a separator only where a card has more.
    if run.count(".") == 1:
        return False
    tied = re.sub(r"\d+", "", run)
    is_tied = bool(tied) and " " not in tied and not set(tied) & set("/.|\t")
    return lengths in _USUAL or (is_tied and len(lengths) <= _MOST_PIECES)


def _behind_names(text: str) -> Iterator[tuple[int, str]]:
    for named in _NAMED.finditer(text):
        if found := _AFTER_NAME.match(text, named.end()):
            digits = "".join(_GROUP.findall(found[0]))
            if is_citizen_id(digits):
                yield found.start(), masked(digits)


def _powers(text: str) -> Iterator[tuple[int, str]]:
    for found in _POWER.finditer(text):
        digits = (found[1] + found[2]).ljust(LENGTH, "0")
        if is_citizen_id(digits):
            yield found.start(), masked(digits)
