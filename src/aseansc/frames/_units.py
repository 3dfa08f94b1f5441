"""Convert the figures of a frame to another unit, without rounding."""

from __future__ import annotations

from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc._decimals import is_power_of_ten
from aseansc.errors import AseanscError, FieldTypeError, OperandError, UndefinedResultError
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._tables import collected, small_table, table_of
from aseansc.units import Unit, conversion_factor

_C: Final = nw.col
_NUMBERS: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.type == "number")


def converted_frame(frame: Any, unit: Unit) -> Any:
    """Return a frame with all figures in one unit: see `aseansc.frames.convert`."""
    if not isinstance(unit, Unit):
        raise FieldTypeError("not a unit", where="convert", got=unit, expected="a Unit", hint="Write Unit.parse('ha').")
    table = table_of(frame, "convert", ("obs_value", "unit"))
    is_float = table.data.collect_schema()["obs_value"].is_float()
    codes: list[str | None] = collected(table.data.select("unit").unique())["unit"].to_pylist()
    factors = [_factor(code, unit, is_float=is_float) for code in sorted(code for code in codes if code is not None)]
    types = {"unit": "text", "aseansc_factor": "number", "aseansc_power": "integer"}
    joined = table.data.join(table.small(small_table(factors, types)), on="unit", how="left")
    columns = list(table.columns)
    if is_float:
        numbers = {name: _C(name) * _C("aseansc_factor") for name in table.present(_NUMBERS)}
        changed = joined.with_columns(**numbers)
    else:
        power = nw.coalesce(_C("aseansc_power"), nw.lit(0))
        before = nw.coalesce(_C("unit_mult"), nw.lit(0)) if table.has("unit_mult") else nw.lit(0)
        changed = joined.with_columns(unit_mult=(before + power).cast(nw.Int64()))
        columns += [] if table.has("unit_mult") else ["unit_mult"]
    named = nw.when(_C("unit").is_null()).then(nw.lit(None)).otherwise(nw.lit(unit.code))
    return table.give_back(changed.with_columns(unit=named.cast(nw.String())).select(columns))


def _factor(code: str, unit: Unit, *, is_float: bool) -> dict[str, object]:
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
    return {"unit": code, "aseansc_factor": float(above) / float(below), "aseansc_power": power}
