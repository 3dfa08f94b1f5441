"""Stated quantities (values, changes, relative changes and attainments), and operations on them."""

from aseansc.values._arithmetic import interval_in
from aseansc.values._percents import Attainment, AttainmentForm, RelativeChange, RelativeForm
from aseansc.values._quantities import (
    Change,
    Value,
    difference_unit,
    remainder,
    total,
)
from aseansc.values._statements import Qualifier

__all__ = [
    "Attainment",
    "AttainmentForm",
    "Change",
    "Qualifier",
    "RelativeChange",
    "RelativeForm",
    "Value",
    "difference_unit",
    "interval_in",
    "remainder",
    "total",
]
