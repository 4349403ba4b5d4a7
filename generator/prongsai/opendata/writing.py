"""Open data as text: JSON for programs, CSV for spreadsheets. Pure."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO
from typing import Any

from prongsai.opendata.table import Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(value: Any) -> str:
    """Return JSON with Thai as it is and a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n"


def to_csv(rows: Iterable[Row]) -> str:
    """Return rows of the same keys as CSV with a header; lists are joined by semicolons.

    It begins with a byte order mark, so that Excel reads the Thai.
    """
    listed = list(rows)
    out = StringIO()
    out.write("\ufeff")
    if listed:
        writer = csv.DictWriter(out, list(listed[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in listed)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Return what a cell holds; text that a spreadsheet would run as a formula gets an apostrophe.

    https://owasp.org/www-community/attacks/CSV_Injection; the JSON keeps the text as it is.
    """
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat()
