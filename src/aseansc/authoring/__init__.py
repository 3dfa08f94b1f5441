"""Encode a report as a dataset in Python, with constructors named by indicator kind and time collection.

A `ReportPart` collects the records of one part of a report. The document, place, period and section are set once, and
ids are derived (``poverty-rate.2018.end``; repeats get ``.2``, ``.3``, …). `assemble` builds a checked `Review` from
the parts. Every record is one call and every reference a Python name, so that a type checker finds a missing one.
"""

from aseansc.authoring._figures import ASSUMED, CARRIED, DOWN, STEADY, UP, FigureOptions, ReportPart, assemble
from aseansc.authoring._indicators import IndicatorOptions
from aseansc.authoring._passages import FindingOptions

__all__ = [
    "ASSUMED",
    "CARRIED",
    "DOWN",
    "STEADY",
    "UP",
    "FigureOptions",
    "FindingOptions",
    "IndicatorOptions",
    "ReportPart",
    "assemble",
]
