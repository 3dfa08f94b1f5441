"""Expressions on the columns of frames: of narwhals, or on a few rows, of pyarrow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any


def number_of(on: Any, columns: Collection[str], name: str = "obs_value") -> Any:
    """Return the number of a row in full, as a binary floating-point number.

    Args:
        on: narwhals, or the few rows.
        columns: the columns of the frame.
        name: the column of the number.
    """
    number = on.col(name).cast(on.Float64())
    if "unit_mult" not in columns:
        return number
    return number * on.lit(10.0) ** on.coalesce(on.col("unit_mult"), on.lit(0))


def one_of(cells: Any, codes: Iterable[str]) -> Any:
    """Return whether a cell is one of a few codes: engines compare texts faster than they search in a list."""
    first, *others = (cells == code for code in codes)
    for other in others:
        first = first | other
    return first
