"""The codes of the problems of a frame."""

from __future__ import annotations

from typing import Final, final

from aseansc.audit import CheckCode
from aseansc.codelists import CodeList

UNCHECKED: Final = {
    **dict.fromkeys(
        (CheckCode.CHANGE_LEVELS, CheckCode.CHANGE_BOUNDS, CheckCode.CHANGE_CHAIN, CheckCode.CHANGE_WORDS),
        "a frame has no claims about changes, and no findings",
    ),
    **dict.fromkeys(
        (CheckCode.PLAN_ATTAINMENT, CheckCode.PLAN_WAYS, CheckCode.PLAN_PARTS, CheckCode.PLAN_ACTUAL),
        "a frame has no targets: see aseansc.frames.attainment",
    ),
    **dict.fromkeys(
        (CheckCode.SHARE_CLAIM, CheckCode.SHARE_UNIT, CheckCode.SHARE_BOUNDS), "a frame has no claims about shares"
    ),
    CheckCode.DURATION_PERIOD: "a frame has no mentions of durations",
    **dict.fromkeys(
        (CheckCode.ESTIMATE_OVER, CheckCode.TIME_OUTSIDE, CheckCode.TIME_AHEAD, CheckCode.DOCUMENT_DATES),
        "a frame has neither the dates of documents nor the period of the review",
    ),
    CheckCode.JOINT_BOUNDS: "it needs all figures of a place at once, as objects",
}
"""The checks of an audit that `aseansc.frames.audit` does not make, each with the reason."""


@final
class ProblemCode(CodeList):
    """The code of a problem of a row.

    - ``empty_cell``: a cell is empty that every figure needs.
    - ``unknown_code``: a cell is not a code of its code list, or not a code at all.
    - ``unknown_indicator``: the indicator is not one of the given ones.
    - ``unknown_unit``: the unit is neither in the catalogue nor a unit of the indicators.
    - ``unit_mismatch``: the unit does not convert to the unit of the indicator.
    - ``value_not_allowed``: the value is not a finite number, is negative in a unit that cannot be, or does not agree
      with its resolution, its upper end or its statuses.
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
