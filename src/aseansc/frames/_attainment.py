"""Compare the figures of a frame with a frame of targets, on the engine of the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any, Final, cast

import narwhals.stable.v2 as nw

from aseansc._decimals import EXACT, POWERS_OF_TEN
from aseansc.attainment import Outcome, Reason
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.frames._columns import OBSERVATION_COLUMNS
from aseansc.frames._expressions import one_of
from aseansc.frames._objects import complete_indicators
from aseansc.frames._schema import require_columns
from aseansc.frames._tables import Table, can_be_joined, on_engine_of, small_table, table_of
from aseansc.indicators import Direction, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE
from aseansc.observations import SamplingErrorForm, Status
from aseansc.periods import TimeCollection
from aseansc.units import UnitKind
from aseansc.values import Qualifier

_C: Final = nw.col
_NEEDED: Final = ("indicator", "place", "obs_value", "unit")
_KEYS: Final = ("review", "indicator", "place", "breakdown", "period_start", "period_end", "time_collection", "per")
_TEXTS: Final = ("review", "breakdown", "time_collection", "per")
_TARGET: Final = ("obs_value", "range_upper", "qualifier", "unit", "unit_mult", "observation")
_UNUSED: Final = ("target_range_upper", "target_qualifier", "aseansc_better", "aseansc_words", "aseansc_side")
_NUMBERS: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.type == "number")
_RESULTS: Final = ("target", "target_value", "outcome", "reason")
_EXACT: Final = nw.Decimal(18, 4)
_DOUBLED: Final = nw.Decimal(28, 4)
"""A decimal type for twice a whole number of 64 bits."""
_VAGUE: Final = [Qualifier.ABOUT.value, Qualifier.NEARLY.value]
_ROUNDED: Final = "|".join(status.value for status in (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))


def attainment_of(frame: Any, targets: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the outcome of each figure that has a target: see `aseansc.frames.attainment`."""
    known = complete_indicators(indicators, "attainment")
    table = table_of(frame, "attainment")
    plans = table_of(targets, "attainment, targets", _NEEDED)
    _require_resolutions(table)
    on = [name for name in _KEYS if table.has(name) and plans.has(name)]
    wanted = _wanted(plans, on, small_table([_about(item) for item in known.values()], _ABOUT))
    if not can_be_joined(table.data, wanted):
        wanted = on_engine_of(table.data, wanted.collect("pyarrow").to_native())
    keys = [f"aseansc_{name}" if name in _TEXTS else name for name in on]
    judged = _with_outcome(_keyed(table, on).join(wanted, on=keys, how="inner"), table.columns)
    whole = _whole_numbers(table)
    own = [_C(f"aseansc_own_{name}").alias(name) if name in whole else _C(name) for name in table.columns]
    return table.give_back(judged.select(*own, *_RESULTS))


def _keyed(table: Table, on: Collection[str]) -> nw.LazyFrame[Any]:
    """Return the rows with their keys, and with whole numbers as decimals; these keep their own type in a column."""
    whole = _whole_numbers(table)
    added = {f"aseansc_{name}": nw.coalesce(_C(name), nw.lit("")) for name in on if name in _TEXTS}
    added |= {f"aseansc_own_{name}": _C(name) for name in whole}
    added |= {name: _C(name).cast(_DOUBLED) for name in whole}
    return table.data.with_columns(**added) if added else table.data


def _whole_numbers(table: Table) -> list[str]:
    """Return the columns of numbers that are whole numbers, which engines cannot double in all cases."""
    schema = table.data.collect_schema()
    return [name for name in table.present(_NUMBERS) if schema[name].is_integer()]


def _require_resolutions(table: Table) -> None:
    if table.has("unit_mult") and not table.has("resolution"):
        raise FieldError(
            "the table lacks a column",
            where="attainment, column resolution",
            expected="the resolution of each number, if there is a unit_mult",
        )
    require_columns(table.data.collect_schema(), "attainment")


_ABOUT: Final = {
    "indicator": "text",
    "aseansc_better": "text",
    "aseansc_standard": "text",
    "aseansc_usual": "text",
    **dict.fromkeys(("aseansc_floor", "aseansc_ceiling"), "exact"),
    **dict.fromkeys(("aseansc_floor_open", "aseansc_ceiling_open"), "flag"),
    **dict.fromkeys(("aseansc_whole", "aseansc_rate"), "flag"),
}


def _about(indicator: Indicator) -> dict[str, object]:
    better, bounds, unit = indicator.improvement, indicator.bounds, indicator.unit
    if unit.is_never_negative and not indicator.net and bounds.overlaps(NOT_NEGATIVE):
        bounds = bounds.intersection(NOT_NEGATIVE)
    return {
        "indicator": indicator.id,
        "aseansc_better": None if isinstance(better, Absent) else better.value,
        "aseansc_standard": None if isinstance(indicator.standard, Absent) else indicator.standard,
        "aseansc_usual": Qualifier.EXACT.value,
        "aseansc_floor": _twice(bounds.lower),
        "aseansc_ceiling": _twice(bounds.upper),
        "aseansc_floor_open": bounds.lower_open,
        "aseansc_ceiling_open": bounds.upper_open,
        "aseansc_whole": unit.is_whole,
        "aseansc_rate": indicator.kind is IndicatorKind.RATE and unit.kind is not UnitKind.RANK,
    }


def _twice(end: Decimal | None) -> Decimal | None:
    """Return twice a bound, if the decimal type of frames holds it."""
    doubled = None if end is None else EXACT.add(end, end)
    fits = doubled is not None and abs(doubled) < _LARGEST and doubled == EXACT.quantize(doubled, POWERS_OF_TEN[-4])
    return doubled if fits else None


_LARGEST: Final = POWERS_OF_TEN[14]


def _wanted(plans: Table, on: Collection[str], about: Any) -> nw.LazyFrame[Any]:
    """Return the targets with their keys, and all that follows from a target and its indicator alone.

    There are fewer targets than figures, so that this leaves one join and few columns for the figures.
    """
    empty = {"range_upper": nw.lit(None).cast(_EXACT), "qualifier": nw.lit(None).cast(nw.String())}
    empty |= {"unit_mult": nw.lit(0), "observation": nw.lit(None).cast(nw.String())}
    whole = _whole_numbers(plans)
    stated = {name: _C(name).cast(_DOUBLED) if name in whole else _C(name) for name in plans.present(_TARGET)}
    cells = {f"target_{name}": stated[name] if name in stated else empty[name] for name in _TARGET}
    keys = [nw.coalesce(_C(name), nw.lit("")).alias(f"aseansc_{name}") if name in _TEXTS else _C(name) for name in on]
    rows = plans.data.select(*keys, **cells).join(plans.small(about), on="indicator", how="inner")
    first, last = _C("target_obs_value"), nw.coalesce(_C("target_range_upper"), _C("target_obs_value"))
    side, better = _C("aseansc_side"), nw.coalesce(_C("aseansc_better"), nw.lit(""))
    staged = _with_side(rows, "target_qualifier", "target_obs_value").with_columns(
        aseansc_first=first + first,
        aseansc_last=last + last,
        aseansc_is_low=(side > 0) | ((side == 0) & (better != Direction.DOWN.value)),
        aseansc_is_high=(side < 0) | ((side == 0) & (better != Direction.UP.value)),
        aseansc_open=(side == _STRICT) | (side == -_STRICT),
        aseansc_unclear=_unclear(),
    )
    return staged.drop(_UNUSED)


def _with_outcome(joined: nw.LazyFrame[Any], columns: Collection[str]) -> nw.LazyFrame[Any]:
    """Add the outcome. It is done in steps, because an expression repeats all expressions that it is made of."""
    staged = _with_ends(joined, columns).with_columns(reason=_reason(columns))
    outcome = nw.when(_C("reason").is_null()).then(_outcome()).otherwise(nw.lit(Outcome.UNDEFINED.value))
    return staged.with_columns(outcome=outcome, target=_C("target_observation"), target_value=_C("target_obs_value"))


def _reason(columns: Collection[str]) -> nw.Expr:
    """Return why a figure cannot be compared with its target; empty if it can."""
    other_unit, standard = _C("unit") != _C("target_unit"), nw.lit(value=False)
    if "unit_mult" in columns:
        other_mult = nw.coalesce(_C("unit_mult"), nw.lit(0)) != nw.coalesce(_C("target_unit_mult"), nw.lit(0))
        other_unit = other_unit | other_mult
    else:
        other_unit = other_unit | (nw.coalesce(_C("target_unit_mult"), nw.lit(0)) != 0)
    if "standard" in columns:
        standard = (_C("standard") != _C("aseansc_standard")).fill_null(value=False)
    found = _C("aseansc_unclear")
    for condition, reason in reversed(
        (
            (_C("obs_value").is_null(), Reason.ACTUAL_NOT_STATED),
            (_has_status(columns, "planned|forecast"), Reason.NOT_ACTUAL),
            (_C("target_obs_value").is_null(), Reason.TARGET_NOT_STATED),
            (other_unit, Reason.OTHER_FORM),
            (standard, Reason.OTHER_STANDARD),
        )
    ):
        found = nw.when(condition).then(nw.lit(reason.value)).otherwise(found)
    return found


def _unclear() -> nw.Expr:
    """Return why no figure can be compared with a target, which it can be without this reason."""
    qualifier = _C("target_qualifier")
    is_exact = qualifier.is_null() | (qualifier == Qualifier.EXACT.value)
    no_direction = _C("aseansc_better").is_null() & is_exact
    found = nw.when(no_direction).then(nw.lit(Reason.NO_DIRECTION.value)).otherwise(nw.lit(None).cast(nw.String()))
    return nw.when(one_of("target_qualifier", _VAGUE)).then(nw.lit(Reason.TARGET_UNCLEAR.value)).otherwise(found)


def _has_status(columns: Collection[str], pattern: str) -> nw.Expr:
    if "statuses" not in columns:
        return nw.lit(value=False)
    return nw.coalesce(_C("statuses"), nw.lit("")).str.contains(pattern)


_ABOVE: Final = 1
_STRICT: Final = 2
_AROUND: Final = 9
_SIDES: Final = {
    Qualifier.AT_LEAST: _ABOVE,
    Qualifier.OVER: _STRICT,
    Qualifier.AT_MOST: -_ABOVE,
    Qualifier.UNDER: -_STRICT,
    Qualifier.NEARLY: -_STRICT,
    Qualifier.ABOUT: _AROUND,
}
"""On which side of a printed number the possible values are: above it if positive, below it if negative."""


def _with_side(rows: nw.LazyFrame[Any], qualifier: str, number: str) -> nw.LazyFrame[Any]:
    """Add the side of the possible values; 0 if they are around the number, or stated as a range.

    The words of a negative number are about its size. The usual qualifier comes from the indicators, because DuckDB
    would otherwise look at the words of all rows, before it joins them with the targets.
    """
    words, found = _C("aseansc_words"), cast("nw.Expr", nw.lit(0))
    for code, side in _SIDES.items():
        found = nw.when(words == code.value).then(nw.lit(side)).otherwise(found)
    found = nw.when(words == _C("aseansc_usual")).then(nw.lit(0)).otherwise(found)
    rows = rows.with_columns(aseansc_words=nw.coalesce(_C(qualifier), _C("aseansc_usual")))
    rows = rows.with_columns(aseansc_words=found)
    return rows.with_columns(aseansc_side=nw.when(_C(number) < 0).then(-1 * words).otherwise(words))


def _is_stated(column: str, codes: Collection[str]) -> nw.Expr:
    return ~_C(column).is_null() & one_of(column, codes)


def _outcome() -> nw.Expr:
    """Return the outcome of twice the possible values and twice the target, which have no more decimals than these."""
    low, high, first, last = _C("aseansc_lo"), _C("aseansc_hi"), _C("aseansc_first"), _C("aseansc_last")
    is_open = _C("aseansc_open")
    no = nw.lit(value=False)
    reaches = (low > first) | ((low == first) & (~is_open | _C("aseansc_lo_open")))
    stays = (high < last) | ((high == last) & (~is_open | _C("aseansc_hi_open")))
    reaches, stays = reaches.fill_null(value=False), stays.fill_null(value=False)
    below = ((high < first) | ((high == first) & (is_open | _C("aseansc_hi_open")))).fill_null(value=False)
    above = ((low > last) | ((low == last) & (is_open | _C("aseansc_lo_open")))).fill_null(value=False)
    met = (~_C("aseansc_is_low") | reaches) & (~_C("aseansc_is_high") | stays)
    missed = (_C("aseansc_is_low") & below) | (_C("aseansc_is_high") & above) | no
    decided = nw.when(missed).then(nw.lit(Outcome.NOT_MET.value)).otherwise(nw.lit(Outcome.CANNOT_TELL.value))
    return nw.when(met).then(nw.lit(Outcome.MET.value)).otherwise(decided)


def _with_ends(rows: nw.LazyFrame[Any], columns: Collection[str]) -> nw.LazyFrame[Any]:
    """Add twice the lowest and highest possible value of a figure, and whether each is excluded.

    An end that is empty is unbounded. Frames of `to_frame` have the ends as columns.
    """
    stored = ("lower", "lower_open", "upper", "upper_open")
    if set(stored) <= set(columns):
        low, high = _C("lower") + _C("lower"), _C("upper") + _C("upper")
        ends = {"aseansc_lo": low, "aseansc_lo_open": _C("lower_open")}
        found = rows.with_columns(**ends, aseansc_hi=high, aseansc_hi_open=_C("upper_open"))
    else:
        found = _bounded(_with_printed_ends(rows, columns))
    return _widened(found, columns)


def _with_printed_ends(rows: nw.LazyFrame[Any], columns: Collection[str]) -> nw.LazyFrame[Any]:
    """Add twice the ends of the values that are printed in the same way, whatever the bounds of the indicator are."""
    value, zero, no = _C("obs_value"), nw.lit(Decimal(0)).cast(_EXACT), nw.lit(value=False)
    rows = rows.with_columns(aseansc_step=_step(columns))
    is_count = _C("aseansc_whole") & (_C("aseansc_step") == nw.lit(Decimal(1)).cast(_EXACT))
    not_points = _C("aseansc_rate")
    if "time_collection" in columns:
        repeated = [code.value for code in TimeCollection if code.is_repeated]
        not_points = not_points | _is_stated("time_collection", repeated)
    if "statuses" in columns:
        not_points = not_points | _has_status(columns, _ROUNDED)
    spread = nw.when(is_count & ~not_points).then(zero).otherwise(_C("aseansc_step"))
    rows = rows.with_columns(aseansc_spread=spread)
    twice, spread = value + value, _C("aseansc_spread")
    low, high, low_open, high_open = twice - spread, twice + spread, no, no
    if "range_upper" in columns:
        end = nw.coalesce(_C("range_upper"), value)
        high = end + end + spread
    if "qualifier" in columns:
        rows = _with_side(rows, "qualifier", "obs_value")
        side, empty = _C("aseansc_side"), nw.lit(None).cast(_EXACT)
        low = nw.when((side < 0) | (side == _AROUND)).then(empty).otherwise(nw.when(side > 0).then(twice).otherwise(low))
        high = nw.when(side > 0).then(empty).otherwise(nw.when(side < 0).then(twice).otherwise(high))
        high = nw.when(side == -_AROUND).then(empty).otherwise(high)
        low_open, high_open = side == _STRICT, side == -_STRICT
    return rows.with_columns(aseansc_lo=low, aseansc_lo_open=low_open, aseansc_hi=high, aseansc_hi_open=high_open)


def _bounded(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Keep the ends within the bounds of the indicator, from zero if it cannot be negative."""
    low, high, floor, ceiling = (_C(f"aseansc_{name}") for name in ("lo", "hi", "floor", "ceiling"))
    low_open, high_open = _C("aseansc_lo_open"), _C("aseansc_hi_open")
    under = (~floor.is_null() & (low.is_null() | (low < floor))).fill_null(value=False)
    over = (~ceiling.is_null() & (high.is_null() | (high > ceiling))).fill_null(value=False)
    at_floor = ((low == floor) & _C("aseansc_floor_open")).fill_null(value=False)
    at_ceiling = ((high == ceiling) & _C("aseansc_ceiling_open")).fill_null(value=False)
    return rows.with_columns(
        aseansc_lo=nw.when(under).then(floor).otherwise(low),
        aseansc_lo_open=nw.when(under).then(_C("aseansc_floor_open")).otherwise(low_open | at_floor),
        aseansc_hi=nw.when(over).then(ceiling).otherwise(high),
        aseansc_hi_open=nw.when(over).then(_C("aseansc_ceiling_open")).otherwise(high_open | at_ceiling),
    )


def _widened(rows: nw.LazyFrame[Any], columns: Collection[str]) -> nw.LazyFrame[Any]:
    """Widen the ends by the stated sampling error: the margin, or two standard errors, or to the interval."""
    if "sampling_error_form" not in columns or "sampling_error" not in columns:
        return rows
    form, size = _C("sampling_error_form"), _C("sampling_error")
    zero = nw.lit(Decimal(0)).cast(_EXACT)
    margin = nw.when(size.is_null()).then(zero).otherwise(size + size)
    margin = nw.when(form == SamplingErrorForm.STANDARD_ERROR.value).then(margin + margin).otherwise(margin)
    rows = rows.with_columns(aseansc_margin=nw.when(form.is_null()).then(zero).otherwise(margin))
    low, high = _C("aseansc_lo") - _C("aseansc_margin"), _C("aseansc_hi") + _C("aseansc_margin")
    if {"sampling_error_lower", "sampling_error_upper"} <= set(columns):
        first = _C("sampling_error_lower") + _C("sampling_error_lower")
        last = _C("sampling_error_upper") + _C("sampling_error_upper")
        low = nw.when((first < low).fill_null(value=False)).then(first).otherwise(low)
        high = nw.when((last > high).fill_null(value=False)).then(last).otherwise(high)
    return rows.with_columns(aseansc_lo=low, aseansc_hi=high)


def _step(columns: Collection[str]) -> nw.Expr:
    """Return the resolution of a figure; without one, the place of its last decimal that is not zero, at most 1."""
    value = _C("obs_value")
    place = nw.lit(Decimal("0.0001")).cast(_EXACT)
    for decimals, step in enumerate(("1", "0.1", "0.01", "0.001")[::-1]):
        places = 3 - decimals
        place = nw.when(value.round(places) == value).then(nw.lit(Decimal(step)).cast(_EXACT)).otherwise(place)
    return nw.coalesce(_C("resolution"), place) if "resolution" in columns else place
