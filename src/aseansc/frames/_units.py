"""Convert the figures of a frame to another unit, without rounding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc._decimals import is_power_of_ten
from aseansc.errors import AseanscError, FieldError, OperandError, UndefinedResultError, require
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._formulas import as_narwhals
from aseansc.frames._resolutions import constant, last_place
from aseansc.frames._tables import Table, collected, few_texts, table_of
from aseansc.units import Unit, conversion_factor

_C: Final = nw.col
_NUMBERS: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.type == "number")


def converted_frame(frame: Any, unit: Unit) -> Any:
    """Return a frame with all figures in one unit: see `aseansc.frames.convert`."""
    require(unit, Unit, where="convert, unit", hint="Write Unit.parse('hectare').")
    table = table_of(frame, "convert", ("obs_value", "unit"), keeps=True)
    require_resolutions(table, "convert", in_each_row=True)
    is_float = table.data.schema["obs_value"].is_float()
    codes = few_texts(table.data, "unit")
    stated = sorted(code for code in codes if code is not None)
    factors = {code: _factor(code, unit, is_float=is_float) for code in stated}
    changed = _changed(table, factors, is_float=is_float)
    if len(factors) < len(codes):
        named = nw.when(_C("unit").is_null()).then(nw.lit(None)).otherwise(nw.lit(unit.code)).cast(nw.String())
    else:
        named = nw.lit(unit.code)
    return table.give_back(table.data.with_columns(**changed, unit=named))


def _changed(table: Table, factors: Mapping[str, tuple[float, int]], *, is_float: bool) -> dict[str, nw.Expr]:
    """Return the columns that change: all numbers if they are floating-point numbers, else the power of ten."""
    if is_float:
        has_resolution = table.has("resolution")
        return {name: _scaled(_C(name), factors, is_rounded=has_resolution) for name in table.present(_NUMBERS)}
    power = _by_unit({code: power for code, (_, power) in factors.items()}, 0)
    before = nw.coalesce(_C("unit_mult"), nw.lit(0)) if table.has("unit_mult") else nw.lit(0)
    return {"unit_mult": (before + power).cast(nw.Int64()), "resolution": _resolution(table)}


def _scaled(number: nw.Expr, factors: Mapping[str, tuple[float, int]], *, is_rounded: bool) -> nw.Expr:
    """Return a floating-point number times the factor of its unit.

    Rounded, it has no more decimals than before after a power of ten: .29 km² are 29 ha, and not 28.999999999999996.
    """
    found = number
    for code, (factor, power) in factors.items():
        if factor == 1.0:
            continue
        made = number * factor
        if is_rounded and factor == 10.0**power:
            rounded = made.round(max(0, _DECIMALS - power))
            made = nw.when(number.round(_DECIMALS) == number).then(rounded).otherwise(made)
        found = nw.when(_C("unit") == code).then(made).otherwise(found)
    return found


_DECIMALS: Final = 4


def _resolution(table: Table) -> nw.Expr:
    """Return the resolution of the numbers as they were printed: 3 km² are 300 ha to the nearest 100 ha.

    Where it is not stated, it is the place of the last decimal that is not zero, at most 1. It stays empty for numbers
    with more decimals than frames have.
    """
    value, place = _C("obs_value"), as_narwhals(last_place(table.columns, constant("1")))
    place = nw.when(value.round(_DECIMALS) == value).then(place)
    return nw.coalesce(_C("resolution"), place) if table.has("resolution") else place


def require_resolutions(table: Table, where: str, *, in_each_row: bool = False) -> None:
    """Refuse numbers with a power of ten and without a resolution, which it would change.

    Args:
        table: the table.
        where: the calling function.
        in_each_row: whether to look for empty cells, too.

    Raises:
        FieldError: if the table has a `unit_mult` and no `resolution`, or a row has.
    """
    if not table.has("unit_mult"):
        return
    problem = FieldError(
        "the table lacks a column",
        where=f"{where}, column resolution",
        expected="the resolution of each number, if there is a unit_mult",
        hint="It is 0.01 for two decimals and 1000 for thousands; or multiply obs_value, and leave out unit_mult.",
    )
    if not table.has("resolution"):
        raise problem
    if in_each_row:
        has_power = ~_C("unit_mult").is_null() & (_C("unit_mult") != 0)
        is_empty = ~_C("obs_value").is_null() & _C("resolution").is_null()
        if len(collected(table.data.filter(has_power & is_empty).select("unit_mult").head(1))):
            problem.problem = "a cell is empty"
            raise problem


def _by_unit(numbers: Mapping[str, float], usual: float) -> nw.Expr:
    """Return the number of the unit of a row: comparing a few texts takes less time than a join."""
    found: nw.Expr = nw.lit(usual)
    for code, number in numbers.items():
        if number != usual:
            found = nw.when(_C("unit") == code).then(nw.lit(number)).otherwise(found)
    return found


def _factor(code: str, unit: Unit, *, is_float: bool) -> tuple[float, int]:
    """Return the factor from a unit to another one, and its power of ten."""
    try:
        source = Unit.parse(code, units=unit.custom_parts)
        above, below = conversion_factor(source, unit)
    except AseanscError as error:
        raise OperandError(
            "the unit does not convert",
            where="convert, column unit",
            got=code,
            expected=f"a unit that converts to {unit.code}",
            hint=error.hint,
        ) from None
    exact = is_power_of_ten(above) and is_power_of_ten(below)
    if not exact and not is_float:
        raise UndefinedResultError(
            "the converted numbers do not fit into the decimal type of frames",
            where="convert, column unit",
            got=f"{code} to {unit.code}",
            expected="units that differ by a power of ten",
            hint="Pass a frame with floating-point numbers: to_frame(numbers='float').",
        )
    power = above.adjusted() - below.adjusted() if exact else 0
    return float(above) / float(below), power
