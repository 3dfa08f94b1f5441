"""Compare the figures of a frame with a frame of targets, on the engine of the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc._decimals import EXACT, POWERS_OF_TEN
from aseansc.attainment import Outcome, Reason
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.frames._objects import complete_indicators
from aseansc.frames._schema import require_columns
from aseansc.frames._tables import Table, on_engine_of, small_table, table_of
from aseansc.indicators import Direction, Indicator, IndicatorKind
from aseansc.observations import SamplingErrorForm, Status
from aseansc.periods import TimeCollection
from aseansc.units import UnitKind
from aseansc.values import Qualifier

_C: Final = nw.col
_NEEDED: Final = ("indicator", "place", "obs_value", "unit")
_KEYS: Final = ("review", "indicator", "place", "breakdown", "period_start", "period_end", "time_collection", "per")
_TEXTS: Final = ("review", "breakdown", "time_collection", "per")
_TARGET: Final = ("obs_value", "range_upper", "qualifier", "unit", "unit_mult", "observation")
_RESULTS: Final = ("target", "target_value", "outcome", "reason")
_EXACT: Final = nw.Decimal(18, 4)
_UP: Final = [Qualifier.OVER.value, Qualifier.AT_LEAST.value]
_DOWN: Final = [Qualifier.UNDER.value, Qualifier.AT_MOST.value]
_VAGUE: Final = [Qualifier.ABOUT.value, Qualifier.NEARLY.value]
_STRICT: Final = [Qualifier.OVER.value, Qualifier.UNDER.value, Qualifier.NEARLY.value]
_ROUNDED: Final = "|".join(status.value for status in (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST))


def attainment_of(frame: Any, targets: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the outcome of each figure that has a target: see `aseansc.frames.attainment`."""
    known = complete_indicators(indicators, "attainment")
    table = table_of(frame, "attainment")
    plans = table_of(targets, "attainment, targets", _NEEDED)
    _require_resolutions(table)
    on = [name for name in _KEYS if table.has(name) and plans.has(name)]
    wanted = _wanted(plans, on)
    if plans.data.implementation is not table.data.implementation:
        wanted = on_engine_of(table.data, wanted.collect("pyarrow").to_native())
    about = table.small(small_table([_about(item) for item in known.values()], _ABOUT))
    texts = {f"aseansc_{name}": nw.coalesce(_C(name), nw.lit("")) for name in on if name in _TEXTS}
    rows = table.data.with_columns(**texts) if texts else table.data
    keys = [f"aseansc_{name}" if name in _TEXTS else name for name in on]
    joined = rows.join(wanted, on=keys, how="inner").join(about, on="indicator", how="inner")
    judged = _with_outcome(joined, set(table.columns))
    return table.give_back(judged.select(*table.columns, *_RESULTS))


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
    **dict.fromkeys(("aseansc_floor", "aseansc_ceiling"), "exact"),
    **dict.fromkeys(("aseansc_floor_open", "aseansc_ceiling_open"), "flag"),
    **dict.fromkeys(("aseansc_whole", "aseansc_rate", "aseansc_never"), "flag"),
}


def _about(indicator: Indicator) -> dict[str, object]:
    better, bounds, unit = indicator.improvement, indicator.bounds, indicator.unit
    return {
        "indicator": indicator.id,
        "aseansc_better": None if isinstance(better, Absent) else better.value,
        "aseansc_standard": None if isinstance(indicator.standard, Absent) else indicator.standard,
        "aseansc_floor": _twice(bounds.lower),
        "aseansc_ceiling": _twice(bounds.upper),
        "aseansc_floor_open": bounds.lower_open,
        "aseansc_ceiling_open": bounds.upper_open,
        "aseansc_whole": unit.is_whole,
        "aseansc_rate": indicator.kind is IndicatorKind.RATE and unit.kind is not UnitKind.RANK,
        "aseansc_never": unit.is_never_negative and not indicator.net,
    }


def _twice(end: Decimal | None) -> Decimal | None:
    """Return twice a bound, if the decimal type of frames holds it."""
    doubled = None if end is None else EXACT.add(end, end)
    fits = doubled is not None and abs(doubled) < _LARGEST and doubled == EXACT.quantize(doubled, POWERS_OF_TEN[-4])
    return doubled if fits else None


_LARGEST: Final = POWERS_OF_TEN[14]


def _wanted(plans: Table, on: Collection[str]) -> nw.LazyFrame[Any]:
    """Return the targets with their keys, under names of their own."""
    empty = {"range_upper": nw.lit(None).cast(_EXACT), "qualifier": nw.lit(None).cast(nw.String())}
    empty |= {"unit_mult": nw.lit(0), "observation": nw.lit(None).cast(nw.String())}
    cells = {f"target_{name}": _C(name) if plans.has(name) else empty[name] for name in _TARGET}
    keys = [nw.coalesce(_C(name), nw.lit("")).alias(f"aseansc_{name}") if name in _TEXTS else _C(name) for name in on]
    return plans.data.select(*keys, **cells)


def _with_outcome(joined: nw.LazyFrame[Any], columns: Collection[str]) -> nw.LazyFrame[Any]:
    mult = nw.coalesce(_C("unit_mult"), nw.lit(0)) if "unit_mult" in columns else nw.lit(0)
    qualifier = nw.coalesce(_C("target_qualifier"), nw.lit(Qualifier.EXACT.value))
    statuses = nw.coalesce(_C("statuses"), nw.lit("")) if "statuses" in columns else nw.lit("")
    other_unit = (_C("unit") != _C("target_unit")) | (mult != nw.coalesce(_C("target_unit_mult"), nw.lit(0)))
    standard = nw.lit(value=False)
    if "standard" in columns:
        standard = (_C("standard") != _C("aseansc_standard")).fill_null(value=False)
    reason = _first_reason(
        (_C("obs_value").is_null(), Reason.ACTUAL_NOT_STATED),
        (statuses.str.contains("planned|forecast"), Reason.NOT_ACTUAL),
        (_C("target_obs_value").is_null(), Reason.TARGET_NOT_STATED),
        (other_unit, Reason.OTHER_FORM),
        (standard, Reason.OTHER_STANDARD),
        (qualifier.is_in(_VAGUE), Reason.TARGET_UNCLEAR),
        (_C("aseansc_better").is_null() & (qualifier == Qualifier.EXACT.value), Reason.NO_DIRECTION),
    )
    low, low_open, high, high_open = _ends(columns, statuses)
    low, high = _widened(columns, low, high)
    first = _C("target_obs_value") + _C("target_obs_value")
    last = nw.coalesce(_C("target_range_upper"), _C("target_obs_value"))
    is_low, is_high, is_open = _form(qualifier)
    staged = joined.with_columns(
        reason=reason,
        aseansc_lo=low,
        aseansc_hi=high,
        aseansc_lo_open=low_open,
        aseansc_hi_open=high_open,
        aseansc_first=first,
        aseansc_last=last + last,
        aseansc_is_low=is_low,
        aseansc_is_high=is_high,
        aseansc_open=is_open,
    )
    outcome = nw.when(_C("reason").is_null()).then(_outcome()).otherwise(nw.lit(Outcome.UNDEFINED.value))
    return staged.with_columns(outcome=outcome, target=_C("target_observation"), target_value=_C("target_obs_value"))


def _first_reason(*cases: tuple[nw.Expr, Reason]) -> nw.Expr:
    found: nw.Expr = nw.lit(None).cast(nw.String())
    for condition, reason in reversed(cases):
        found = nw.when(condition).then(nw.lit(reason.value)).otherwise(found)
    return found


def _form(qualifier: nw.Expr) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """Return whether a target has a lowest value, whether it has a highest, and whether that value misses it.

    The words of a negative target are about its size, as for a figure.
    """
    negative = _C("target_obs_value") < 0
    up, down = qualifier.is_in(_UP), qualifier.is_in(_DOWN)
    at_least = (up & ~negative) | (down & negative)
    at_most = (down & ~negative) | (up & negative)
    better = nw.coalesce(_C("aseansc_better"), nw.lit(""))
    plain = ~(up | down)
    is_low = at_least | (plain & (better != Direction.DOWN.value))
    is_high = at_most | (plain & (better != Direction.UP.value))
    return is_low, is_high, qualifier.is_in(_STRICT)


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


def _ends(columns: Collection[str], statuses: nw.Expr) -> tuple[nw.Expr, nw.Expr, nw.Expr, nw.Expr]:
    """Return twice the lowest and highest possible value of a figure, and whether each is excluded.

    An end that is empty is unbounded. Frames of `to_frame` have the ends as columns.
    """
    stored = ("lower", "lower_open", "upper", "upper_open")
    if set(stored) <= set(columns):
        return _C("lower") + _C("lower"), _C("lower_open"), _C("upper") + _C("upper"), _C("upper_open")
    value = _C("obs_value")
    twice, step = value + value, _step(columns)
    collection = nw.coalesce(_C("time_collection"), nw.lit("")) if "time_collection" in columns else nw.lit("")
    repeated = collection.is_in([code.value for code in TimeCollection if code.is_repeated])
    is_count = _C("aseansc_whole") & (step == nw.lit(Decimal(1)).cast(_EXACT))
    is_point = is_count & ~(_C("aseansc_rate") | repeated | statuses.str.contains(_ROUNDED))
    zero = nw.lit(Decimal(0)).cast(_EXACT)
    spread = nw.when(is_point).then(zero).otherwise(step)
    low, high = twice - spread, twice + spread
    if "range_upper" in columns:
        end = nw.coalesce(_C("range_upper"), value)
        high = end + end + spread
    no, empty = nw.lit(value=False), nw.lit(None).cast(_EXACT)
    low_open, high_open = no, no
    if "qualifier" in columns:
        qualifier = nw.coalesce(_C("qualifier"), nw.lit(Qualifier.EXACT.value))
        up, down = qualifier.is_in(_UP), qualifier.is_in([*_DOWN, Qualifier.NEARLY.value])
        about = qualifier == Qualifier.ABOUT.value
        from_below = (up & (value >= zero)) | (down & (value < zero))
        from_above = (down & (value >= zero)) | (up & (value < zero))
        low = nw.when(about | from_above).then(empty).otherwise(nw.when(from_below).then(twice).otherwise(low))
        high = nw.when(about | from_below).then(empty).otherwise(nw.when(from_above).then(twice).otherwise(high))
        low_open = from_below & qualifier.is_in(_STRICT)
        high_open = from_above & qualifier.is_in(_STRICT)
    floored = _C("aseansc_never") & (low.is_null() | (low < zero))
    low = nw.when(floored).then(zero).otherwise(low)
    low_open = nw.when(floored).then(no).otherwise(low_open)
    return _bounded(low, low_open, high, high_open)


def _bounded(
    low: nw.Expr, low_open: nw.Expr, high: nw.Expr, high_open: nw.Expr
) -> tuple[nw.Expr, nw.Expr, nw.Expr, nw.Expr]:
    """Keep the ends within the bounds of the indicator."""
    floor, ceiling = _C("aseansc_floor"), _C("aseansc_ceiling")
    under = (~floor.is_null() & (low.is_null() | (low < floor))).fill_null(value=False)
    over = (~ceiling.is_null() & (high.is_null() | (high > ceiling))).fill_null(value=False)
    at_floor = ((low == floor) & _C("aseansc_floor_open")).fill_null(value=False)
    at_ceiling = ((high == ceiling) & _C("aseansc_ceiling_open")).fill_null(value=False)
    return (
        nw.when(under).then(floor).otherwise(low),
        nw.when(under).then(_C("aseansc_floor_open")).otherwise(low_open | at_floor),
        nw.when(over).then(ceiling).otherwise(high),
        nw.when(over).then(_C("aseansc_ceiling_open")).otherwise(high_open | at_ceiling),
    )


def _widened(columns: Collection[str], low: nw.Expr, high: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Widen the ends by the stated sampling error: the margin, or two standard errors, or to the interval."""
    if "sampling_error_form" not in columns or "sampling_error" not in columns:
        return low, high
    form, size = _C("sampling_error_form"), _C("sampling_error")
    zero = nw.lit(Decimal(0)).cast(_EXACT)
    margin = nw.when(size.is_null()).then(zero).otherwise(size + size)
    margin = nw.when(form == SamplingErrorForm.STANDARD_ERROR.value).then(margin + margin).otherwise(margin)
    margin = nw.when(form.is_null()).then(zero).otherwise(margin)
    low, high = low - margin, high + margin
    if {"sampling_error_lower", "sampling_error_upper"} <= set(columns):
        first = _C("sampling_error_lower") + _C("sampling_error_lower")
        last = _C("sampling_error_upper") + _C("sampling_error_upper")
        low = nw.when((first < low).fill_null(value=False)).then(first).otherwise(low)
        high = nw.when((last > high).fill_null(value=False)).then(last).otherwise(high)
    return low, high


def _step(columns: Collection[str]) -> nw.Expr:
    """Return the resolution of a figure; without one, the place of its last decimal that is not zero, at most 1."""
    value = _C("obs_value")
    place = nw.lit(Decimal("0.0001")).cast(_EXACT)
    for decimals, step in enumerate(("1", "0.1", "0.01", "0.001")[::-1]):
        places = 3 - decimals
        place = nw.when(value.round(places) == value).then(nw.lit(Decimal(step)).cast(_EXACT)).otherwise(place)
    return nw.coalesce(_C("resolution"), place) if "resolution" in columns else place
