"""Stated quantities (values, changes, relative changes and attainments), and operations on them."""

from aseansc.values._arithmetic import interval_in
from aseansc.values._order import by_magnitude
from aseansc.values._qualifier import OPPOSITE as OPPOSITE, Qualifier
from aseansc.values._relative import (
    Attainment,
    AttainmentForm,
    ReadingName,
    RelativeChange,
    RelativeForm,
    RelativeReading,
)
from aseansc.values._value import (
    Change,
    Value,
    difference_unit,
    remainder,
    total,
    value_of as value_of,
)

__all__ = [
    "Attainment",
    "AttainmentForm",
    "Change",
    "Qualifier",
    "ReadingName",
    "RelativeChange",
    "RelativeForm",
    "RelativeReading",
    "Value",
    "by_magnitude",
    "difference_unit",
    "interval_in",
    "remainder",
    "total",
]
