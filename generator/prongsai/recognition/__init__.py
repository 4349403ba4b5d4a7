"""Recognising announced scores and measures in what agencies really have: reports, sheets, tables. Pure.

A document comes as a `Source`, rows of cells with their places; what is found is a value that says
where it was printed, what is in doubt, and what could not be read. No figure is made up.
"""

from __future__ import annotations

from prongsai.recognition.agencies import OwnAgency
from prongsai.recognition.figures import Recognised, recognise
from prongsai.recognition.measures import MeasureRow, MeasureTables, measure_tables
from prongsai.recognition.ownership import Ownership, ownership
from prongsai.recognition.readings import LeftOut
from prongsai.recognition.source import Row, Source

__all__ = [
    "LeftOut",
    "MeasureRow",
    "MeasureTables",
    "OwnAgency",
    "Ownership",
    "Recognised",
    "Row",
    "Source",
    "measure_tables",
    "ownership",
    "recognise",
]
