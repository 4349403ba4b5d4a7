"""Numbers and days of Excel as the text that its cells show. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_DECIMALS = re.compile(r"\.([0#]+)")
_NOISE, _MOST_DIGITS = Decimal("1e-9"), 15
"""Excel reckons with fifteen digits: what is less than a billionth was not typed by anybody."""
_PLAIN = ("General", "@", "")


def cell_text(value: object, number_format: str) -> tuple[str, bool]:
    """Return the text of a value, and whether it is a number whose format says no decimals.

    97.5 under the format 0.00 is 97.50, but 96.785 is not 96.79: decimals that the cell hides are said.
    Days are ISO days, of the Buddhist or the common era.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, number_format)
    return _words(value), False


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """Return a text with line ends of one kind; Word and Excel have several."""
    for code in ("_x000D_", "\r\n"):
        text = text.replace(code, "" if code.startswith("_") else "\n")
    return text.replace("_x000B_", "\n").replace("\r", "\n").strip()


def _number(value: int | float, number_format: str) -> tuple[str, bool]:
    exact = Decimal(repr(value))
    shown = number_format.split(";")[0]
    exact = without_noise(exact * 100 if "%" in shown else exact)
    if shown in _PLAIN or "E" in shown.upper().replace("GENERAL", ""):
        return _shortest(exact), True
    decimals = _DECIMALS.search(shown)
    digits = len(decimals[1]) if decimals else 0
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if rounded != exact:
        return _shortest(exact), shown == "#"
    return (f"{rounded:f}", False) if shown != "#" else (_shortest(exact), True)


def without_noise(exact: Decimal) -> Decimal:
    """Return a number without what reckoning in binary adds to it: 88.55 for 88.55000000000001."""
    if not exact.is_finite() or exact.adjusted() > _MOST_DIGITS:
        return exact
    cleaned = exact.quantize(_NOISE, ROUND_HALF_UP)
    return cleaned if abs(cleaned - exact) < _NOISE / 1000 else exact


def _shortest(exact: Decimal) -> str:
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
