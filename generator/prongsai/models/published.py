"""When a document was first published, as the agency recorded it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Publication:
    """One document as it was published on a day."""

    day: date
    sha256: str
    """Of its bytes, in hexadecimal digits."""
    url: str
    """Its address below the site: `files/2568/o2-executives.pdf`."""
