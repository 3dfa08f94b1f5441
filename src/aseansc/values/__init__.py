"""Stated quantities: values, changes, relative changes, attainments, and what may be done with them."""

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
    "remainder",
    "total",
]
