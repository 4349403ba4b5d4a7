"""The last day for handing in, where the catalogue is sure of it. Pure."""

from __future__ import annotations

import re
from datetime import date

from prongsai.models.framework import Framework
from prongsai.models.terms import Grade

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HANDING_IN = "OIT answering"
"""What the calendars of the catalogue call the time in which agencies hand in their items."""
_LAST_DAY = re.compile(rf"(?:.* - )?(\d{{1,2}}) ({'|'.join(_MONTHS)}) (25\d\d)")
_ERA = 543


def last_day_to_hand_in(framework: Framework) -> date | None:
    """Return the last day on which the items of the year could be handed in.

    None where no source says so, or the calendar of the year is not graded high: a day that
    somebody works towards is not guessed.
    """
    if framework.confidence.calendar.grade is not Grade.HIGH:
        return None
    named = (entry.when for entry in framework.calendar if entry.event == _HANDING_IN)
    found = (_LAST_DAY.fullmatch(when) for when in named)
    days = [date(int(f[3]) - _ERA, _MONTHS.index(f[2]) + 1, int(f[1])) for f in found if f]
    return days[0] if len(days) == 1 else None
