"""Expressions on the columns of frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import narwhals.stable.v2 as nw

_C: Final = nw.col


def number_of(columns: Iterable[str], name: str = "obs_value") -> nw.Expr:
    """Return the number of a row in full, as a binary floating-point number."""
    number = _C(name).cast(nw.Float64())
    if "unit_mult" not in columns:
        return number
    return number * nw.lit(10.0) ** nw.coalesce(_C("unit_mult"), nw.lit(0))


def one_of(column: str, codes: Iterable[str]) -> nw.Expr:
    """Return whether a cell is one of a few codes: engines compare texts faster than they search in a list."""
    first, *others = (_C(column) == code for code in codes)
    for other in others:
        first = first | other
    return first
