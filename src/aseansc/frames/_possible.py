"""The possible values of rows, as binary floating-point numbers: equal to the exact ones, or a little narrower.

They only serve to find figures that may contradict one another. Because they are never wider than the exact values, no
contradiction is missed; the few groups that are found without need are consistent when the model judges them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import narwhals.stable.v2 as nw

from aseansc.frames._check import number_of
from aseansc.periods import TimeCollection
from aseansc.values import Qualifier

_C: Final = nw.col
UNBOUNDED: Final = 1e200
_RELATIVE: Final = 1e-12
_ABSOLUTE: Final = 1e-9
_EXACT_BELOW: Final = 1e11
_UP: Final = [Qualifier.OVER.value, Qualifier.AT_LEAST.value]
_DOWN: Final = [Qualifier.UNDER.value, Qualifier.NEARLY.value, Qualifier.AT_MOST.value]


def ends_of(columns: Collection[str], *, fractions: bool) -> tuple[nw.Expr, nw.Expr]:
    """Return the lowest and the highest possible value of a row that has the columns of its indicator.

    Args:
        columns: the columns of the frame.
        fractions: whether a unit may have fractions; otherwise all figures are counts.
    """
    number = number_of(columns)
    error = number.abs() * _RELATIVE
    margin = nw.lit(0.0)
    if fractions or "resolution" in columns:
        half = _half(columns, number, fractions=fractions)
        margin = nw.when(half > 0).then(half * (1 - _ABSOLUTE) - error).otherwise(nw.lit(0.0))
    low, high = number - margin, number + margin
    if "range_upper" in columns:
        end = number_of(columns, "range_upper")
        high = nw.when(_C("range_upper").is_null()).then(high).otherwise(end + margin)
    if "qualifier" in columns:
        low, high = _qualified(number, error + _ABSOLUTE, low, high)
    return nw.max_horizontal(low, _C("aseansc_low")), nw.min_horizontal(high, _C("aseansc_high"))


def _half(columns: Collection[str], number: nw.Expr, *, fractions: bool) -> nw.Expr:
    """Return half the resolution; 0 for a count in full digits."""
    step = _last_place(columns) if fractions else nw.lit(1.0)
    if "resolution" in columns:
        step = nw.when(_C("resolution").is_null()).then(step).otherwise(number_of(columns, "resolution"))
    half = step * 0.5
    return nw.when(_C("aseansc_whole") & (step == 1.0)).then(nw.lit(0.0)).otherwise(half)


def _last_place(columns: Collection[str]) -> nw.Expr:
    """Return the place of the last decimal that is not zero, at most 1."""
    raw = _C("obs_value").cast(nw.Float64())
    place = nw.lit(0.0001)
    for decimals in (3, 2, 1, 0):
        place = nw.when((raw - raw.round(decimals)).abs() < 1e-7).then(nw.lit(10.0**-decimals)).otherwise(place)
    place = nw.when(raw.abs() < _EXACT_BELOW).then(place).otherwise(nw.lit(0.0001))
    if "unit_mult" in columns:
        place = place * nw.lit(10.0) ** nw.coalesce(_C("unit_mult"), nw.lit(0))
    return nw.when(place > 1.0).then(nw.lit(1.0)).otherwise(place)


def _qualified(number: nw.Expr, inward: nw.Expr, low: nw.Expr, high: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Return the ends of a figure with its qualifier; for a negative number, the words are about its size."""
    qualifier = nw.coalesce(_C("qualifier"), nw.lit(Qualifier.EXACT.value))
    about, up, down = qualifier == Qualifier.ABOUT.value, qualifier.is_in(_UP), qualifier.is_in(_DOWN)
    from_below = (up & (number >= 0)) | (down & (number < 0))
    from_above = (down & (number >= 0)) | (up & (number < 0))
    low = nw.when(from_below).then(number + inward).otherwise(low)
    low = nw.when(about | from_above).then(nw.lit(-UNBOUNDED)).otherwise(low)
    high = nw.when(from_above).then(number - inward).otherwise(high)
    return low, nw.when(about | from_below).then(nw.lit(UNBOUNDED)).otherwise(high)


def collection_of(columns: Collection[str]) -> nw.Expr:
    """Return how a row is aggregated over time; a day counts as the end of a period."""
    usual = (
        nw.when(_C("aseansc_flow")).then(nw.lit(TimeCollection.TOTAL.value)).otherwise(nw.lit(TimeCollection.END.value))
    )
    if "time_collection" not in columns:
        return usual
    stated = nw.coalesce(_C("time_collection"), usual)
    return nw.when(stated == TimeCollection.AT.value).then(nw.lit(TimeCollection.END.value)).otherwise(stated)


def text_of(columns: Collection[str], name: str) -> nw.Expr:
    """Return a column of text with empty text for empty cells, so that rows can be joined by it."""
    return nw.coalesce(_C(name), nw.lit("")) if name in columns else nw.lit("")


def plan_of(columns: Collection[str]) -> nw.Expr:
    """Return the statuses of a plan or forecast, which is not compared with results; otherwise empty text."""
    if "statuses" not in columns:
        return nw.lit("")
    statuses = text_of(columns, "statuses")
    return nw.when(statuses.str.contains("planned|forecast")).then(statuses).otherwise(nw.lit(""))
