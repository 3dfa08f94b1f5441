"""The possible values of rows, as binary floating-point numbers: equal to the exact ones, or a little narrower.

They only serve to find figures that may contradict one another. Because they are never wider than the exact values, no
contradiction is missed; the few groups that are found without need are consistent when the model judges them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from aseansc.frames import _formulas as fx
from aseansc.frames._expressions import number_of, one_of
from aseansc.frames._formulas import Formula
from aseansc.frames._queries import Rows
from aseansc.periods import TimeCollection
from aseansc.values import Qualifier

_C: Final = fx.col
UNBOUNDED: Final = 1e200
_RELATIVE: Final = 1e-12
_ABSOLUTE: Final = 1e-9
_EXACT_BELOW: Final = 1e11
_UP: Final = [Qualifier.OVER.value, Qualifier.AT_LEAST.value]
_DOWN: Final = [Qualifier.UNDER.value, Qualifier.NEARLY.value, Qualifier.AT_MOST.value]


def with_possible(rows: Rows, columns: Collection[str], *, fractions: bool) -> Rows:
    """Add the lowest and the highest possible value of rows that have the columns of their indicators.

    It is done in steps, because an expression repeats all expressions that it is made of.

    Args:
        rows: the rows.
        columns: the columns of the frame.
        fractions: whether a unit may have fractions; otherwise all figures are counts.
    """
    number = _C("aseansc_number")
    low, high, found = number, number, {"aseansc_number": number_of(fx, columns)}
    if has_margin := fractions or "resolution" in columns:
        found["aseansc_step"] = _last_place(columns) if fractions else fx.lit(1.0)
    rows = rows.with_columns(**found)
    if has_margin:
        rows = rows.with_columns(aseansc_margin=_margin(columns))
        low, high = number - _C("aseansc_margin"), number + _C("aseansc_margin")
    if has_range := "range_upper" in columns:
        end = number_of(fx, columns, "range_upper")
        end = end + _C("aseansc_margin") if has_margin else end
        high = fx.when(_C("range_upper").is_null()).then(high).otherwise(end)
    if "qualifier" in columns:
        low, high = _qualified(low, high)
    elif not (has_margin or has_range):
        return rows.with_columns(aseansc_lo=number, aseansc_hi=number)
    low, high = fx.max_horizontal(low, _C("aseansc_low")), fx.min_horizontal(high, _C("aseansc_high"))
    if not (has_margin or has_range):  # as most figures are
        is_plain = _C("qualifier").is_null() | (_C("qualifier") == Qualifier.EXACT.value)
        low, high = (fx.when(is_plain).then(number).otherwise(end) for end in (low, high))
    return rows.with_columns(aseansc_lo=low, aseansc_hi=high)


def _margin(columns: Collection[str]) -> Formula:
    """Return nearly half the resolution; 0 for a count in full digits."""
    step = _C("aseansc_step")
    if "resolution" in columns:
        step = fx.when(_C("resolution").is_null()).then(step).otherwise(number_of(fx, columns, "resolution"))
    margin = step * (0.5 * (1 - _ABSOLUTE)) - _C("aseansc_number").abs() * _RELATIVE
    return fx.when(_C("aseansc_whole") & (step == 1.0)).then(fx.lit(0.0)).otherwise(margin)


def _last_place(columns: Collection[str]) -> Formula:
    """Return the place of the last decimal that is not zero, at most 1; of a range, that of both ends."""
    place = _last_place_of(_C("obs_value"))
    if "range_upper" in columns:
        place = fx.min_horizontal(place, _last_place_of(fx.coalesce(_C("range_upper"), _C("obs_value"))))
    if "unit_mult" in columns:
        place = fx.min_horizontal(place * fx.lit(10.0) ** fx.coalesce(_C("unit_mult"), fx.lit(0)), fx.lit(1.0))
    return place


def _last_place_of(number: Formula) -> Formula:
    raw = number.cast(fx.Float64())
    place = fx.lit(0.0001)
    for decimals in (3, 2, 1, 0):
        place = fx.when((raw - raw.round(decimals)).abs() < 1e-7).then(fx.lit(10.0**-decimals)).otherwise(place)
    return fx.when(raw.abs() < _EXACT_BELOW).then(place).otherwise(fx.lit(0.0001))


def _qualified(low: Formula, high: Formula) -> tuple[Formula, Formula]:
    """Return the ends of a figure with its qualifier; for a negative number, the words are about its size."""
    qualifier, number = _C("qualifier"), _C("aseansc_number")
    inward = number.abs() * _RELATIVE + _ABSOLUTE
    about, up, down = qualifier == Qualifier.ABOUT.value, one_of(_C("qualifier"), _UP), one_of(_C("qualifier"), _DOWN)
    from_below = (up & (number >= 0)) | (down & (number < 0))
    from_above = (down & (number >= 0)) | (up & (number < 0))
    low = fx.when(from_below).then(number + inward).otherwise(low)
    low = fx.when(about | from_above).then(fx.lit(-UNBOUNDED)).otherwise(low)
    high = fx.when(from_above).then(number - inward).otherwise(high)
    return low, fx.when(about | from_below).then(fx.lit(UNBOUNDED)).otherwise(high)


def collection_of() -> Formula:
    """Return how a row is aggregated over time; a day counts as the end of a period."""
    usual = (
        fx.when(_C("aseansc_flow")).then(fx.lit(TimeCollection.TOTAL.value)).otherwise(fx.lit(TimeCollection.END.value))
    )
    stated = fx.coalesce(_C("time_collection"), usual)
    return fx.when(stated == TimeCollection.AT.value).then(fx.lit(TimeCollection.END.value)).otherwise(stated)


def text_of(columns: Collection[str], name: str) -> Formula:
    """Return a column of text with empty text for empty cells, so that rows can be joined by it."""
    return fx.coalesce(_C(name), fx.lit("")) if name in columns else fx.lit("")


def plan_of() -> Formula:
    """Return the statuses of a plan or forecast, which is not compared with results; otherwise empty text."""
    statuses = text_of(("statuses",), "statuses")
    return fx.when(statuses.str.contains("planned|forecast")).then(statuses).otherwise(fx.lit(""))
