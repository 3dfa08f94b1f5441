"""Compare the figures of a frame with a frame of targets, on the engine of the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc._decimals import EXACT, POWERS_OF_TEN, plain
from aseansc.attainment import Outcome, Reason
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.frames import _formulas as fx
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._expressions import one_of
from aseansc.frames._formulas import Formula
from aseansc.frames._objects import complete_indicators
from aseansc.frames._queries import Rows
from aseansc.frames._resolutions import constant, has_status, is_point, last_place
from aseansc.frames._row_rules import ENDS, counts_in_full, fitting_codes
from aseansc.frames._schema import require_columns
from aseansc.frames._tables import Table, can_be_joined, collected, on_engine_of, small_table, table_of
from aseansc.frames._units import require_resolutions
from aseansc.indicators import Direction, Indicator
from aseansc.intervals import NOT_NEGATIVE
from aseansc.observations import SamplingErrorForm
from aseansc.values import Qualifier

_C: Final = fx.col
_NEEDED: Final = ("indicator", "place", "obs_value", "unit")
_KEYS: Final = ("review", "indicator", "place", "breakdown", "period_start", "period_end", "time_collection", "per")
_TEXTS: Final = ("review", "breakdown", "time_collection", "per")
_TARGET: Final = ("obs_value", "range_upper", "qualifier", "unit", "unit_mult", "observation")
_USED: Final = (
    *(
        "aseansc_target_obs_value",
        "aseansc_target_unit",
        "aseansc_around",
        "aseansc_floor",
        "aseansc_ceiling",
        "aseansc_count",
    ),
    *("aseansc_strict", "aseansc_is_low", "aseansc_is_high", "aseansc_unclear"),
)
"""What the figures get from their targets, besides the columns that only some targets have."""
_NUMBERS: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.type == "number")
_EXACT: Final = nw.Decimal(18, 4)
_BOUND: Final = nw.Decimal(20, 4)
_FOURFOLD: Final = nw.Decimal(28, 4)
"""A decimal type for four times a whole number of 64 bits."""
_PLAIN: Final = [Qualifier.EXACT.value, Qualifier.BETWEEN.value]


def attainment_of(frame: Any, targets: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the outcome of each figure that has a target: see `aseansc.frames.attainment`."""
    known = complete_indicators(indicators, "attainment")
    table = table_of(frame, "attainment", keeps=True)
    _require_free(table)
    plans = table_of(targets, "attainment, targets", _NEEDED)
    _require_resolutions(table)
    on = [name for name in _KEYS if table.has(name) and plans.has(name)]
    about = small_table([_about(item) for item in known.values()], _ABOUT)
    is_wrong = _other_reasons(known, plans)
    keys = [f"aseansc_{name}" if name in _TEXTS else name for name in on]
    if table.data.engine == "pyspark":  # it expects many rows of two joined tables, and sorts all figures
        joined = _keyed(table, on).join(_stated(plans, on), on=keys, how="inner")
        joined = _with_words(joined.join(plans.small(about), on="indicator", how="inner"), is_wrong)
    else:
        wanted = _wanted(plans, on, about, is_wrong, own_standards=table.has("standard"))
        if not can_be_joined(table.data, wanted):
            wanted = on_engine_of(table.data, collected(wanted))
        joined = _keyed(table, on).join(wanted, on=keys, how="inner")
    staged = _with_ends(joined, table, reason=_reason(table, plans), **_four_times_targets(plans))
    whole = _whole_numbers(table)
    own = [_C(f"aseansc_own_{name}").alias(name) if name in whole else _C(name) for name in table.columns]
    return table.give_back(staged.select(*own, **_results(plans)))


def _keyed(table: Table, on: Collection[str]) -> Rows:
    """Return the rows with their keys, and with whole numbers as decimals; these keep their own type in a column."""
    whole = _whole_numbers(table)
    added = {f"aseansc_{name}": fx.coalesce(_C(name), fx.lit("")) for name in on if name in _TEXTS}
    added |= {f"aseansc_own_{name}": _C(name) for name in whole}
    added |= {name: _C(name).cast(_FOURFOLD) for name in whole}
    return table.data.with_columns(**added) if added else table.data


def _require_free(table: Table) -> None:
    """Refuse a frame that has a column of the result already, such as that of an attainment."""
    if taken := table.present(_RESULTS):
        raise FieldError(
            "the table has columns with the names of results",
            where="attainment",
            got=", ".join(taken),
            expected=f"no column {' or '.join(_RESULTS)}",
            hint="Rename them, or leave them out.",
        )


_RESULTS: Final = ("target", "target_value", "outcome", "reason")


def _whole_numbers(table: Table) -> list[str]:
    """Return the columns of numbers that are whole numbers, which engines cannot double in all cases."""
    schema = table.data.schema
    return [name for name in table.present(_NUMBERS) if schema[name].is_integer()]


def _require_resolutions(table: Table) -> None:
    require_resolutions(table, "attainment")
    require_columns(table.data.schema, "attainment")


_ABOUT: Final = {
    **dict.fromkeys(("indicator", "aseansc_standard", "aseansc_unit"), "text"),
    **dict.fromkeys(("aseansc_floor", "aseansc_ceiling"), "end"),
    **dict.fromkeys(("aseansc_up", "aseansc_down", "aseansc_undirected", "aseansc_count"), "flag"),
    "aseansc_around": "integer",
}


def _about(indicator: Indicator) -> dict[str, object]:
    better, bounds, unit = indicator.improvement, indicator.bounds, indicator.unit
    if unit.is_never_negative and not indicator.net and bounds.overlaps(NOT_NEGATIVE):
        bounds = bounds.intersection(NOT_NEGATIVE)
    return {
        "indicator": indicator.id,
        "aseansc_unit": unit.code,
        "aseansc_up": better is not Direction.DOWN,
        "aseansc_down": better is not Direction.UP,
        "aseansc_undirected": isinstance(better, Absent),
        "aseansc_standard": None if isinstance(indicator.standard, Absent) else indicator.standard,
        "aseansc_around": 0,
        "aseansc_floor": _four_times_bound(bounds.lower, _LITTLE if bounds.lower_open else Decimal(0)),
        "aseansc_ceiling": _four_times_bound(bounds.upper, EXACT.minus(_LITTLE) if bounds.upper_open else Decimal(0)),
        "aseansc_count": counts_in_full(indicator),
    }


def _four_times_bound(end: Decimal | None, inward: Decimal) -> Decimal | None:
    """Return four times a bound, if the decimal type of frames holds it; a little inside if the bound is excluded."""
    if end is None or end.copy_abs() >= _LARGEST or end != EXACT.quantize(end, POWERS_OF_TEN[-4]):
        return None
    return EXACT.add(EXACT.multiply(end, Decimal(4)), inward)


_LARGEST: Final = POWERS_OF_TEN[14]
_LITTLE: Final = Decimal("0.0001")
"""Less than the difference of four times two ends, which are at most halves of the last decimal.

An end that is excluded is moved by it, and then included. So all numbers have the decimals of the frame: engines take
as long to change the number of decimals as to compare.
"""


def _four_times(number: Formula) -> Formula:
    return number + number + (number + number)


def _moved(end: Formula, sign: int, *, is_float: bool) -> Formula:
    """Return four times an excluded end, moved a little inside: up with a sign of 1, down with -1."""
    little = _little(end, is_float=is_float)
    return end + little if sign > 0 else end - little


def _little(end: Formula, *, is_float: bool) -> Formula:
    """Return how far four times an excluded end is moved."""
    return end.abs() * _FLOAT_RELATIVE + _FLOAT_ABSOLUTE if is_float else constant(plain(_LITTLE))


_FLOAT_RELATIVE: Final = 2.0**-51
_FLOAT_ABSOLUTE: Final = 1e-12


def _wanted(plans: Table, on: Collection[str], about: Any, is_wrong: Sequence[Formula], *, own_standards: bool) -> Rows:
    """Return the targets with their keys, and all that follows from a target and its indicator alone.

    There are fewer targets than figures, so that this leaves one join and few columns for the figures: each column
    that the join copies takes as long as a comparison.
    """
    rows = _with_words(_stated(plans, on).join(plans.small(about), on="indicator", how="inner"), is_wrong)
    own_keys = [f"aseansc_{name}" if name in _TEXTS else name for name in on]
    others = [f"aseansc_target_{name}" for name in _OPTIONAL if plans.has(name)]
    needed = {"aseansc_standard": own_standards, "aseansc_last_day": not plans.has("period_start")}
    return rows.select(*own_keys, *_USED, *others, *(name for name, is_needed in needed.items() if is_needed))


def _stated(plans: Table, on: Collection[str]) -> Rows:
    """Return the targets with their keys, and the cells that are compared."""
    empty = {"qualifier": fx.lit(None).cast(fx.String())}
    whole = _whole_numbers(plans)
    stated = {name: _C(name).cast(_FOURFOLD) if name in whole else _C(name) for name in plans.present(_TARGET)}
    cells = {f"aseansc_target_{name}": cell for name, cell in {**empty, **stated}.items()}
    keys = [fx.coalesce(_C(name), fx.lit("")).alias(f"aseansc_{name}") if name in _TEXTS else _C(name) for name in on]
    return plans.data.select(*keys, **cells)


def _with_words(rows: Rows, is_wrong: Sequence[Formula]) -> Rows:
    """Add what follows from the words of targets and from their indicators.

    Only the bound 0 is also a bound in other units.
    """
    side, is_own, none = _C("aseansc_side"), _C("aseansc_target_unit") == _C("aseansc_unit"), fx.lit(None).cast(_BOUND)
    floor, ceiling = _C("aseansc_floor"), _C("aseansc_ceiling")
    words = _side("aseansc_target_qualifier", "aseansc_target_obs_value")
    return rows.with_columns(aseansc_side=words, aseansc_last_day=_last_day()).with_columns(
        aseansc_strict=(side == _STRICT) | (side == -_STRICT),
        aseansc_is_low=(side > 0) | ((side == 0) & _C("aseansc_up")),
        aseansc_is_high=(side < 0) | ((side == 0) & _C("aseansc_down")),
        aseansc_unclear=_unclear(is_wrong),
        aseansc_floor=fx.when(is_own | (floor == fx.lit(0))).then(floor).otherwise(none),
        aseansc_ceiling=fx.when(is_own | (ceiling == fx.lit(0))).then(ceiling).otherwise(none),
    )


def _four_times_targets(plans: Table) -> dict[str, Formula]:
    """Return four times the number of a target, moved if it is excluded, and if there are ranges, of its upper end."""
    number = _four_times(_C("aseansc_target_obs_value"))
    little = _little(number, is_float=_is_float(plans))
    moved = fx.when(~_C("aseansc_strict")).then(constant("0")).when(_C("aseansc_is_low")).then(little)
    first = number + moved.otherwise(fx.lit(0) - little)
    if not plans.has("range_upper"):
        return {"aseansc_first": first}
    return {"aseansc_first": first, "aseansc_last": fx.coalesce(_four_times(_C("aseansc_target_range_upper")), first)}


_OPTIONAL: Final = ("range_upper", "unit_mult", "observation")


def _is_float(table: Table) -> bool:
    return bool(table.data.schema["obs_value"].is_float())


def _results(plans: Table) -> dict[str, Formula]:
    target = _C("aseansc_target_observation") if plans.has("observation") else fx.lit(None).cast(fx.String())
    outcome = fx.when(_C("reason").is_null()).then(_outcome(plans)).otherwise(fx.lit(Outcome.UNDEFINED.value))
    return {
        "target": target,
        "target_value": _C("aseansc_target_obs_value"),
        "outcome": outcome,
        "reason": _C("reason"),
    }


def _reason(table: Table, plans: Table) -> Formula:
    """Return why a figure cannot be compared with its target; empty if it can."""
    columns, other_unit = table.columns, _C("unit") != _C("aseansc_target_unit")
    powers = [
        fx.coalesce(_C(name), fx.lit(0))
        for name, there in (("unit_mult", table.has("unit_mult")), ("aseansc_target_unit_mult", plans.has("unit_mult")))
        if there
    ]
    if powers:
        other_unit = other_unit | (powers[0] != (powers[1] if len(powers) > 1 else fx.lit(0)))
    reasons = [(_is_unstated(table, ""), Reason.ACTUAL_NOT_STATED)]
    if "statuses" in columns:
        reasons.append((has_status("planned|forecast"), Reason.NOT_ACTUAL))
    reasons += [(_is_unstated(plans, "aseansc_target_"), Reason.TARGET_NOT_STATED), (other_unit, Reason.OTHER_FORM)]
    if not plans.has("period_start"):
        reasons.append(((_C("period_start") > _C("aseansc_last_day")).fill_null(value=False), Reason.OTHER_PLACE))
    if "standard" in columns:
        reasons.append(((_C("standard") != _C("aseansc_standard")).fill_null(value=False), Reason.OTHER_STANDARD))
    reasons += [(_C("aseansc_unclear") == place, reason) for place, reason in enumerate(_UNCLEAR, 1)]
    found = fx.lit(None).cast(fx.String())
    for condition, reason in reversed(reasons):
        found = fx.when(condition).then(fx.lit(reason.value)).otherwise(found)
    return found


_UNCLEAR: Final = (Reason.OTHER_FORM, Reason.OTHER_PLACE, Reason.NO_DIRECTION, Reason.TARGET_UNCLEAR)


def _unclear(is_wrong: Sequence[Formula]) -> Formula:
    """Return the place among `_UNCLEAR` of the reason why no figure can be compared with a target; 0 if it can."""
    qualifier = _C("aseansc_target_qualifier")
    is_exact = qualifier.is_null() | (qualifier == Qualifier.EXACT.value)
    is_clear = qualifier.is_null() | one_of(qualifier, _CLEAR)
    found = fx.lit(0)
    for place, condition in reversed([*enumerate([*is_wrong, _C("aseansc_undirected") & is_exact, ~is_clear], 1)]):
        found = fx.when(condition).then(fx.lit(place)).otherwise(found)
    return found


def _other_reasons(known: Mapping[str, Indicator], plans: Table) -> list[Formula]:
    """Return whether a target has a unit that its indicator cannot have, and a place that had ended."""
    own, code = _C("aseansc_unit"), _C("aseansc_target_unit")
    fits = own == code
    for codes in {fitting_codes(item.unit) for item in known.values()}:
        if len(codes) > 1:
            fits = fits | (own.is_in(sorted(codes)) & code.is_in(sorted(codes)))
    ended = _C("period_start") > _C("aseansc_last_day") if plans.has("period_start") else fx.lit(value=False)
    return [(~fits).fill_null(value=False), ended]


def _last_day() -> Formula:
    """Return the last day of a place, by the codes of places that have ended."""
    found = fx.lit(date.max)
    for day in sorted(set(ENDS.values())):
        found = (
            fx.when(_C("place").is_in([place for place, last in ENDS.items() if last == day]))
            .then(fx.lit(day))
            .otherwise(found)
        )
    return found


def _is_unstated(table: Table, prefix: str) -> Formula:
    """Return whether a number is empty, or not a finite number, or its upper end or resolution is not one."""
    found = _C(f"{prefix}obs_value").is_null()
    schema = table.data.schema
    for name in table.present(("obs_value", "range_upper", *(() if prefix else ("resolution",)))):
        if schema[name].is_float():  # NaN is above all other numbers on every engine
            found = found | (_C(f"{prefix}{name}").abs() > fx.lit(_GREATEST)).fill_null(value=False)
    return found


_GREATEST: Final = 1e61


_ABOVE: Final = 1
_STRICT: Final = 2
_AROUND: Final = 9
_SIDES: Final = {
    Qualifier.AT_LEAST: _ABOVE,
    Qualifier.OVER: _STRICT,
    Qualifier.AT_MOST: -_ABOVE,
    Qualifier.UNDER: -_STRICT,
    Qualifier.NEARLY: -_STRICT,
}
"""On which side of a printed number the possible values are: above it if positive, below it if negative."""
_CLEAR: Final = [*_PLAIN, *(code.value for code in _SIDES if code is not Qualifier.NEARLY)]
"""The words of targets that can be met or missed."""


def _side(qualifier: str, number: str) -> Formula:
    """Return the side of the possible values; 0 if they are around the number, or stated as a range.

    The words of a negative number are about its size. Unknown words, which `check` reports, limit the values as little
    as ``about``. The 0 comes from the indicators: DuckDB would otherwise look at the words of all rows, before it joins
    them with the targets.
    """
    words: Formula = fx.when(one_of(_C(qualifier), _PLAIN)).then(_C("aseansc_around")).otherwise(fx.lit(_AROUND))
    for code, side in _SIDES.items():
        words = fx.when(_C(qualifier) == code.value).then(fx.lit(side)).otherwise(words)
    words = fx.when(_C(qualifier).is_null()).then(_C("aseansc_around")).otherwise(words)
    return words * fx.when(_C(number) < 0).then(fx.lit(-1)).otherwise(fx.lit(1))


def _outcome(plans: Table) -> Formula:
    """Return the outcome of four times the possible values and four times the target, which are decimals of frames."""
    low, high, first = _C("aseansc_lo"), _C("aseansc_hi"), _C("aseansc_first")
    last = _C("aseansc_last") if plans.has("range_upper") else first
    met = (~_C("aseansc_is_low") | (low >= first)) & (~_C("aseansc_is_high") | (high <= last))
    missed = (_C("aseansc_is_low") & (high < first)) | (_C("aseansc_is_high") & (low > last))
    decided = fx.when(missed).then(fx.lit(Outcome.NOT_MET.value)).otherwise(fx.lit(Outcome.CANNOT_TELL.value))
    return fx.when(met).then(fx.lit(Outcome.MET.value)).otherwise(decided)


def _with_ends(rows: Rows, table: Table, **more: Formula) -> Rows:
    """Add four times the lowest and highest possible value of a figure, and more. An end that is empty is unbounded.

    An end that is excluded is moved a little inside. Frames of `to_frame` have the ends as columns. It is done in
    steps, because an expression repeats all expressions that it is made of.
    """
    is_float = _is_float(table)
    if table.has("lower", "lower_open", "upper", "upper_open"):
        low, high = _four_times(_C("lower")), _four_times(_C("upper"))
        low = fx.when(_C("lower_open")).then(_moved(low, 1, is_float=is_float)).otherwise(low)
        high = fx.when(_C("upper_open")).then(_moved(high, -1, is_float=is_float)).otherwise(high)
    else:
        more["aseansc_spread"] = _spread(table.columns)
        if table.has("qualifier"):
            more["aseansc_side"] = _side("qualifier", "obs_value")
        low, high = _printed_ends(table, is_float=is_float)
    return _widened(rows.with_columns(**more).with_columns(aseansc_lo=low, aseansc_hi=high), table.columns)


def _printed_ends(table: Table, *, is_float: bool) -> tuple[Formula, Formula]:
    """Return four times the ends of the values that are printed in the same way, within the bounds of the indicator."""
    value, spread, last = _C("obs_value"), _C("aseansc_spread"), _C("obs_value")
    below, above = spread, spread
    if table.has("range_upper"):
        last = fx.coalesce(_C("range_upper"), value)
    if table.has("qualifier"):
        below, above = (_on_one_side(sign, is_float=is_float) for sign in (1, -1))
        if table.has("range_upper"):
            last = fx.when(_C("aseansc_side") == 0).then(last).otherwise(value)
    low, high = _four_times(value) - below, _four_times(last) + above
    return fx.max_horizontal(low, _C("aseansc_floor")), fx.min_horizontal(high, _C("aseansc_ceiling"))


def _on_one_side(sign: int, *, is_float: bool) -> Formula:
    """Return how far four times the lowest value is below the number with a sign of 1, and the highest above with -1.

    It is empty if no value is there.
    """
    side, little = _C("aseansc_side"), _little(_four_times(_C("obs_value")), is_float=is_float)
    is_without = (side < 0) if sign > 0 else (side > 0)
    return (
        fx.when(side == 0)
        .then(_C("aseansc_spread"))
        .when(side == sign * _STRICT)
        .then(fx.lit(0) - little)
        .when(is_without | (side == sign * _AROUND))
        .then(fx.lit(None).cast(_EXACT))
        .otherwise(constant("0"))
    )


def _widened(rows: Rows, columns: Collection[str]) -> Rows:
    """Widen the ends by the stated sampling error: the margin, or two standard errors, or to the interval."""
    if "sampling_error_form" not in columns or "sampling_error" not in columns:
        return rows
    form, size = _C("sampling_error_form"), _C("sampling_error")
    zero = fx.lit(Decimal(0)).cast(_EXACT)
    margin = fx.when(size.is_null()).then(zero).otherwise(_four_times(size))
    margin = fx.when(form == SamplingErrorForm.STANDARD_ERROR.value).then(margin + margin).otherwise(margin)
    rows = rows.with_columns(aseansc_margin=fx.when(form.is_null()).then(zero).otherwise(margin))
    low, high = _C("aseansc_lo") - _C("aseansc_margin"), _C("aseansc_hi") + _C("aseansc_margin")
    if {"sampling_error_lower", "sampling_error_upper"} <= set(columns):
        first, last = _four_times(_C("sampling_error_lower")), _four_times(_C("sampling_error_upper"))
        low = fx.when((first < low).fill_null(value=False)).then(first).otherwise(low)
        high = fx.when((last > high).fill_null(value=False)).then(last).otherwise(high)
    return rows.with_columns(aseansc_lo=low, aseansc_hi=high)


def _spread(columns: Collection[str]) -> Formula:
    """Return twice the resolution of a figure: how far four times the number may be from the values; 0 for a count."""
    point = is_point(columns)
    place = last_place(columns, fx.when(point).then(constant("0")).otherwise(constant("2")), times=2)
    if "resolution" not in columns:
        return place
    stated = _C("resolution") + _C("resolution")
    is_whole = _C("resolution") == constant("1")
    if "unit_mult" in columns:
        is_whole = is_whole & (fx.coalesce(_C("unit_mult"), fx.lit(0)) == 0)
    return fx.coalesce(fx.when(point & is_whole).then(constant("0")).otherwise(stated), place)
