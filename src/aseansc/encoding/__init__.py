"""Encoding a report: constructors named by qualifier and collection, with the tedious parts filled in.

A `Part` collects the records of one part of a report. The document, the place, the period and the section are set
once; ids are derived (``poverty-rate.2018.end``, a repeat ``….2``); `assemble` makes a checked `Review` of the parts.
It is for modules that people read: every record is one call, every reference a Python name, so that a type checker
finds a dangling one.
"""

from aseansc.encoding._figures import ASSUMED, CARRIED, DOWN, STEADY, UP, FigureOptions, Part, assemble
from aseansc.encoding._indicators import IndicatorOptions
from aseansc.encoding._passages import FindingOptions

__all__ = [
    "ASSUMED",
    "CARRIED",
    "DOWN",
    "STEADY",
    "UP",
    "FigureOptions",
    "FindingOptions",
    "IndicatorOptions",
    "Part",
    "assemble",
]
