"""Look once more at the groups that a screen has found, in memory, before the model judges them.

The first search takes one pass over all rows. So it keeps every group with a figure in another unit than its indicator,
or one that is stated twice. The second search converts these figures, and compares what is common to all statements of
one figure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from attrs import evolve

from aseansc.errors import bug
from aseansc.frames import _formulas as fx
from aseansc.frames._possible import plan_of, with_possible
from aseansc.frames._queries import Rows
from aseansc.frames._row_rules import LIMITS, limits_of_pairs, unit_of
from aseansc.frames._screens import Context
from aseansc.frames._tables import rows_in_memory, small_table
from aseansc.indicators import Indicator
from aseansc.units import conversion_factor

_C: Final = fx.col
_PAIR: Final = ("indicator", "unit")
_OF_FIGURES: Final = (
    *("review", "indicator", "place", "breakdown", "period_start", "period_end", "time_collection", "per", "statuses"),
)
_TYPES: Final = {
    **LIMITS,
    "aseansc_whole": "flag",
    **dict.fromkeys(("aseansc_factor", "aseansc_slack"), "number"),
    "aseansc_odd": "integer",
}
_HELPERS: Final = (
    *(name for name in _TYPES if name not in (*_PAIR, "aseansc_odd")),
    *("aseansc_number", "aseansc_step", "aseansc_margin"),
)
_RELATIVE: Final = 1e-12
"""The part of a converted number by which it is moved inside, because the conversion may not be exact."""


def looked_at_again(context: Context, rows: Any) -> Context:
    """Return the context of rows in memory that have their possible values in the unit of their indicator.

    Args:
        context: the context of the frame.
        rows: the rows of some of its groups, as a table of pyarrow.
    """
    again = context.of_rows(rows, _with_ends(rows_in_memory(rows), rows, context.known), has_ends=True)
    return evolve(again, figures=_figures(again.table.data, again.table.columns))


def _with_ends(data: Rows, rows: Any, known: Mapping[str, Indicator]) -> Rows:
    """Return the rows that an indicator can have, with their possible values; rows without a value are left out."""
    pairs = [tuple(pair.values()) for pair in rows.select(_PAIR).group_by(_PAIR).aggregate([]).to_pylist()]
    limits = [{**row, **_factor(known[str(row["indicator"])], row["unit"])} for row in limits_of_pairs(pairs, known)]
    few = rows_in_memory(small_table(limits, _TYPES))
    joined = data.filter(~_C("obs_value").is_null()).join(few, on=list(_PAIR), how="inner")
    low, high, factor, slack = (_C(f"aseansc_{name}") for name in ("lo", "hi", "factor", "slack"))
    possible = with_possible(joined, rows.column_names, fractions=True).with_columns(
        aseansc_lo=low * factor + (low * factor).abs() * slack,
        aseansc_hi=high * factor - (high * factor).abs() * slack,
    )
    return possible.drop(list(_HELPERS))


def _factor(indicator: Indicator, code: object) -> dict[str, object]:
    """Return what numbers in a unit are multiplied by to be in the unit of their indicator.

    The model looks at counts in another unit, because a converted number is not exact.
    """
    unit = unit_of(indicator, str(code))
    if unit is None:
        raise bug(code)
    above, below = conversion_factor(unit, indicator.unit)
    is_same = above == below
    return {
        "aseansc_factor": float(above) / float(below),
        "aseansc_slack": 0.0 if is_same else _RELATIVE,
        "aseansc_odd": int(not is_same and unit.is_whole),
    }


def _figures(data: Rows, columns: Collection[str]) -> Rows:
    """Return a row for each figure, with the values that all its rows allow; a plan is not the same figure."""
    keys = [name for name in _OF_FIGURES if name in columns]
    if "statuses" in columns:
        data = data.with_columns(statuses=plan_of())
    common = {"aseansc_lo": _C("aseansc_lo").max(), "aseansc_hi": _C("aseansc_hi").min()}
    grouped = data.grouped(keys, **common, aseansc_odd=_C("aseansc_odd").max())
    return grouped.with_columns(obs_value=_C("aseansc_lo"))
