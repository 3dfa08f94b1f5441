"""The resolutions of rows: the last decimals of their numbers, and which numbers are counts in full digits."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Final

import narwhals.stable.v2 as nw

from aseansc.frames import _formulas as fx
from aseansc.frames._expressions import one_of
from aseansc.frames._formulas import Formula
from aseansc.observations import Status
from aseansc.periods import TimeCollection

_C: Final = fx.col
_ROUNDED: Final = "|".join(status.value for status in (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))
_REPEATED: Final = [code.value for code in TimeCollection if code.is_repeated]


def constant(text: str) -> Formula:
    """Return a number in the decimal type of frames."""
    return fx.lit(Decimal(text)).cast(nw.Decimal(18, 4))


def last_place(columns: Collection[str], of_whole: Formula, *, times: int = 1) -> Formula:
    """Return the place of the last decimal of a number that is not zero, or another number if it is whole.

    Args:
        columns: the columns of the frame; of a range, it is the place of both ends.
        of_whole: the number for whole numbers.
        times: what the places are multiplied by.
    """
    value, found = _C("obs_value"), constant(f"{times}e-4")
    for decimals, place in ((3, None), (2, None), (1, None), (0, of_whole)):
        is_there = value.round(decimals) == value
        if "range_upper" in columns:
            last = fx.coalesce(_C("range_upper"), value)
            is_there = is_there & (last.round(decimals) == last)
        found = fx.when(is_there).then(place or constant(f"{times}e-{decimals}")).otherwise(found)
    return found


def is_point(columns: Collection[str]) -> Formula:
    """Return whether a number in full digits is exact: a count that is neither estimated nor of several times."""
    found: Formula = _C("aseansc_count")
    if "time_collection" in columns:
        repeated = ~_C("time_collection").is_null() & one_of(_C("time_collection"), _REPEATED)
        found = found & ~repeated
    if "statuses" in columns:
        found = found & ~has_status(_ROUNDED)
    return found


def has_status(pattern: str) -> Formula:
    """Return whether the statuses of a row match a regular expression."""
    return fx.coalesce(_C("statuses"), fx.lit("")).str.contains(pattern)
