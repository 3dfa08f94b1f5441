"""The codes of the problems of a frame."""

from __future__ import annotations

from typing import final

from aseansc.codelists import CodeList


@final
class ProblemCode(CodeList):
    """The code of a problem of a row.

    - ``empty_cell``: a cell is empty that every figure needs.
    - ``unknown_code``: a cell is not a code of its code list, or not a code at all; a list or a sampling error is not
      valid; a row revises no other row of the same indicator and place.
    - ``unknown_indicator``: the indicator is not one of the given ones.
    - ``unknown_unit``: the unit is neither in the catalogue nor a unit of the indicators.
    - ``unit_mismatch``: the unit does not convert to the unit of the indicator.
    - ``value_not_allowed``: the value is not a finite number, is negative in a unit that cannot be, or does not agree
      with its resolution, its upper end or its statuses; or a day is not in the years 1 to 9999.
    - ``outside_bounds``: the value is outside the bounds of its indicator.
    - ``period_reversed``: the period ends before it starts.
    - ``time_mismatch``: the time collection does not agree with the indicator, the period, or ``per``.
    - ``place_ended``: the period begins after the last day of the place, such as a province that has merged.
    - ``disjoint_values``: another row has the same figure with other values; they cannot both be true.
    """

    EMPTY_CELL = "empty_cell"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_INDICATOR = "unknown_indicator"
    UNKNOWN_UNIT = "unknown_unit"
    UNIT_MISMATCH = "unit_mismatch"
    VALUE_NOT_ALLOWED = "value_not_allowed"
    OUTSIDE_BOUNDS = "outside_bounds"
    PERIOD_REVERSED = "period_reversed"
    TIME_MISMATCH = "time_mismatch"
    PLACE_ENDED = "place_ended"
    DISJOINT_VALUES = "disjoint_values"
