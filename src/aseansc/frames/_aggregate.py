"""Add up the figures of places to figures of the places around them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc.classifications import PLACES, Code
from aseansc.classifications.places import broader_place
from aseansc.codelists import Absent
from aseansc.errors import OperandError, UndefinedResultError, UnknownNameError
from aseansc.frames import _formulas as fx
from aseansc.frames._formulas import Formula
from aseansc.frames._objects import complete_indicators
from aseansc.frames._queries import Rows
from aseansc.frames._resolutions import constant, is_point, last_place
from aseansc.frames._row_rules import counts_in_full
from aseansc.frames._tables import Table, collected, distinct, small_table, table_of
from aseansc.frames._units import require_resolutions
from aseansc.indicators import Indicator
from aseansc.values import Qualifier

_C: Final = fx.col
_KEY: Final = (
    *("review", "indicator", "breakdown", "period_start", "period_end", "time_collection", "per", "standard"),
    *("statuses", "unit", "unit_mult"),
)
_BY_ID: Final = {place.id: place for place in PLACES.codes}
_FEW: Final = 5
_EXACT: Final = nw.Decimal(18, 4)
_WIDE: Final = nw.Decimal(28, 4)


def aggregated(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the sums of places within each place: see `aseansc.frames.aggregate`."""
    known = complete_indicators(indicators, "aggregate")
    table = table_of(frame, "aggregate")
    require_resolutions(table, "aggregate", in_each_row=True)
    largest = _require_sums(table, known)
    around = _around(table)
    _require_exact(table)
    _require_single(table)
    wider = table.small(small_table(around, {"place": "text", "aseansc_around": "text"}))
    keys = table.present(_KEY)
    sums = _summed(table, table.data.join(wider, on="place", how="inner"), keys)
    kind = _kind(table)
    most = min(_limit(kind), _MOST_RESOLUTION)
    if largest * max(Counter(row["aseansc_around"] for row in around).values(), default=0) >= most:
        _require_room(sums, kind)
    counts = [{"indicator": item.id, "aseansc_count": counts_in_full(item)} for item in known.values()]
    about = table.small(small_table(counts, {"indicator": "text", "aseansc_count": "flag"}))
    stated = _C("obs_value")
    if kind.is_float():  # .1 + .2 is .3, and not .30000000000000004
        stated = fx.when(_has_few_decimals()).then(stated.round(_DECIMALS)).otherwise(stated)
    value = fx.when(_C("aseansc_empty") == 0).then(stated).otherwise(fx.lit(None)).cast(kind)
    made = sums.join(about, on="indicator", how="inner").with_columns(aseansc_width=_width(keys))
    made = made.select(
        _C("aseansc_around").alias("place"),
        *keys,
        value.alias("obs_value"),
        _C("places").cast(fx.Int64()).alias("places"),
        _resolution(keys).cast(kind if kind.is_float() else _EXACT).alias("resolution"),
    )
    return table.give_back(made)


def _kind(table: Table) -> Any:
    """Return the type of the sums: that of the numbers, but with 64 bits for whole and floating-point numbers."""
    kind = table.data.schema["obs_value"]
    if kind.is_float():
        return nw.Float64()
    return nw.Int64() if kind.is_integer() else kind


def _limit(kind: Any) -> float:
    """Return the number from which on sums do not fit into a type."""
    if kind.is_integer():
        return 2.0**63
    return math.inf if kind.is_float() else 10.0 ** (kind.precision - kind.scale)


def _summed(table: Table, rows: Rows, keys: Sequence[str]) -> Rows:
    """Return the sums of numbers and of resolutions; those of 1 are counted, because counts in full are exact."""
    one, none = constant("1"), constant("0")
    step = last_place((), one)
    is_one = step == one
    if table.has("resolution"):
        step = fx.coalesce(_C("resolution"), step)
        is_one = step == one
        if table.has("unit_mult"):
            is_one = is_one & (fx.coalesce(_C("unit_mult"), fx.lit(0)) == 0)
    prepared = rows.with_columns(
        aseansc_empty=fx.when(_C("obs_value").is_null()).then(fx.lit(1)).otherwise(fx.lit(0)),
        aseansc_ones=fx.when(is_one).then(fx.lit(1)).otherwise(fx.lit(0)),
        aseansc_rest=fx.when(is_one).then(none).otherwise(step),
    )
    names = ("obs_value", "aseansc_empty", "aseansc_ones", "aseansc_rest")
    totals = {name: _C(name).sum() for name in names}
    if table.data.schema["obs_value"].is_integer():  # engines may drop the digits that 64 bits do not hold
        totals["obs_value"] = _C("obs_value").cast(_WIDE).sum()
    return prepared.grouped([*keys, "aseansc_around"], places=fx.count(), **totals)


def _width(keys: Collection[str]) -> Formula:
    """Return the sum of the resolutions; 0 if all figures are counts in full digits."""
    ones = _C("aseansc_ones").cast(_EXACT)
    is_none = is_point(keys) | (_C("aseansc_ones") == 0)
    return _C("aseansc_rest").cast(_EXACT) + fx.when(is_none).then(constant("0")).otherwise(ones)


def _resolution(keys: Collection[str]) -> Formula:
    """Return the resolution of a sum. A power of ten is widened if the sum has finer digits, as the model does.

    Such a power would state that these digits are zero, and 1 that a count is exact.
    """
    width, value = _C("aseansc_width"), _C("obs_value")
    size = width.cast(fx.Float64())
    steps = value.cast(fx.Float64()) / size
    is_finer = (steps - steps.round(0)).abs() * size > _FINER
    found: Formula = width
    for power in range(-3, 14):
        widened = fx.when(is_finer).then(constant(f"1.1e{power}")).otherwise(width)
        found = fx.when(width == constant(f"1e{power}")).then(widened).otherwise(found)
    none, in_full = fx.lit(None).cast(_EXACT), constant("1")
    found = fx.when(is_point(keys) & (width == in_full)).then(constant("1.1")).otherwise(found)
    is_empty = value.is_null() | (_C("aseansc_empty") > 0) | ~_has_few_decimals()
    if "unit_mult" in keys:  # a count in full needs no resolution, which may be too small for the type
        is_full = fx.coalesce(_C("unit_mult"), fx.lit(0)) == 0
        in_full = fx.when(is_full).then(in_full).otherwise(none)
    found = fx.when(width == constant("0")).then(in_full).otherwise(found)
    return fx.when(is_empty).then(none).otherwise(found)


_FINER: Final = 5e-5
"""Half of the last digit of a number in a frame."""
_MOST_RESOLUTION: Final = 1e14


def _has_few_decimals() -> Formula:
    """Return whether a sum has no more decimals than frames have, but for the noise of floating-point numbers."""
    value = _C("obs_value").cast(fx.Float64())
    return (value - value.round(_DECIMALS)).abs() <= value.abs() * _NOISE + _NOISE


_DECIMALS: Final = 4
_NOISE: Final = 1e-13


def _require_room(sums: Rows, kind: Any) -> None:
    """Refuse sums with more digits than the type of the numbers holds."""
    most, largest = (limit * (1 - 1e-12) for limit in (_limit(kind), _MOST_RESOLUTION))
    is_large = (_C("obs_value").cast(fx.Float64()).abs() >= most) | (_C("aseansc_rest").cast(fx.Float64()) >= largest)
    found = collected(sums.filter(is_large).select("indicator", "aseansc_around", "period_end").head(1)).to_pylist()
    if found:
        raise UndefinedResultError(
            "the sum does not fit into the type of the numbers",
            where="aggregate, column obs_value",
            got=", ".join(str(cell) for cell in found[0].values()),
            expected=f"sums below {_limit(kind):,.0f}, with resolutions below {_MOST_RESOLUTION:,.0f}",
            hint="Pass a frame with floating-point numbers: to_frame(numbers='float').",
        )


def _require_sums(table: Table, known: dict[str, Indicator]) -> float:
    """Refuse rates, medians, ranks and other figures that do not add up, and figures in several units.

    Returns:
        The largest size of a number or resolution.
    """
    columns = table.present(("indicator", "unit", "unit_mult"))
    stated = table.data.filter(~_C("obs_value").is_null())
    numbers = table.present(("obs_value", "resolution"))
    sizes = {f"aseansc_{name}": _C(name).cast(fx.Float64()).abs().max() for name in numbers}
    odd = {f"aseansc_odd_{name}": (_C(name) - _C(name)).cast(fx.Float64()).sum() for name in numbers}
    found: list[dict[str, Any]] = collected(stated.grouped(columns, **sizes, **odd)).to_pylist()
    units: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in found:
        _require_finite(row, odd)
        indicator = known.get(row["indicator"] or "")
        if indicator is None:
            raise UnknownNameError("no such indicator", where="aggregate, column indicator", got=row["indicator"])
        if not indicator.unit.is_additive or not isinstance(indicator.statistic, Absent):
            raise OperandError(
                "figures of this indicator do not add up",
                where="aggregate, column indicator",
                got=f"{indicator.id!r} in {indicator.unit.code}",
                expected="counts and amounts",
                hint="Leave out its rows. Compute a rate from the sums of its numerator and denominator.",
            )
        units[indicator.id].add((row["unit"], row.get("unit_mult") or 0))
    for name, several in units.items():
        _require_one_unit(name, several)
    return max((row[name] or 0.0 for row in found for name in sizes), default=0.0)


def _require_finite(row: Mapping[str, Any], odd: Iterable[str]) -> None:
    """Refuse infinite numbers and NaN; if one of them is subtracted from itself, the result is NaN."""
    for name in odd:
        if row[name] is not None and math.isnan(row[name]):
            raise UndefinedResultError(
                "a number is not finite",
                where=f"aggregate, column {name.removeprefix('aseansc_odd_')}",
                got=row["indicator"],
                expected="finite numbers",
                hint="Find the rows with frames.check, and leave them out.",
            )


def _require_one_unit(name: str, several: Collection[tuple[str, int]]) -> None:
    codes, powers = ({item[place] for item in several} for place in (0, 1))
    if len(codes) > 1:
        raise OperandError(
            "figures of an indicator are in several units",
            where="aggregate, column unit",
            got=f"{name!r}: {', '.join(sorted(map(str, codes)))}",
            expected="one unit",
            hint="Convert them first: frames.convert(frame, unit).",
        )
    if len(powers) > 1:
        raise OperandError(
            "figures of an indicator have several powers of ten",
            where="aggregate, column unit_mult",
            got=f"{name!r}: {', '.join(map(str, sorted(powers)))}",
            expected="one unit_mult",
            hint="Multiply the numbers by 10 to this power, and leave out the column.",
        )


def _around(table: Table) -> list[dict[str, object]]:
    """Return the place around each place, and refuse places that are not within one, or have merged."""
    columns = ["place", "period_start", "period_end"]
    found: list[dict[str, Any]] = distinct(table.data, columns).to_pylist()
    names = sorted({row["place"] for row in found if row["place"] is not None})
    around = {name: broader_place(name) for name in names}
    alone = [name for name, above in around.items() if above is None]
    if alone or any(row["place"] is None for row in found):
        raise UnknownNameError(
            "the place around a place is not known",
            where="aggregate, column place",
            got=", ".join(alone[:_FEW]),
            expected="codes such as VN-01, or VN-01-105 for a district of VN-01",
            hint="Leave out the rows of whole countries.",
        )
    _require_one_map(found)
    return [{"place": name, "aseansc_around": above} for name, above in around.items()]


def _require_one_map(rows: Sequence[dict[str, Any]]) -> None:
    """Refuse places that had merged by the end of the time, or that merged into another one of the same time."""
    by_time: defaultdict[tuple[Any, Any], set[str]] = defaultdict(set)
    for row in rows:
        by_time[row["period_start"], row["period_end"]].add(row["place"])
    for (_, end), names in by_time.items():
        for name in sorted(names & _BY_ID.keys()):
            _require_own_map(_BY_ID[name], end, names)


def _require_own_map(place: Code, end: date | None, names: set[str]) -> None:
    last = place.valid_to
    ended = isinstance(last, date) and end is not None and end > last
    if ended or not names.isdisjoint(place.successors):
        raise OperandError(
            "the place has merged" if ended else "a place and the place that it merged into would both count",
            where="aggregate, column place",
            got=f"{place.id} until {end}",
            expected="places of one day",
            hint="Use the codes of the boundaries that the figures are for.",
        )


def _require_exact(table: Table) -> None:
    words = {"qualifier": _C("qualifier") != Qualifier.EXACT.value, "sampling_error_form": fx.lit(value=True)}
    for name, is_inexact in words.items():
        if not table.has(name):
            continue
        others = table.data.filter(~_C(name).is_null() & is_inexact)
        found: list[str] = distinct(others, [name])[name].to_pylist()
        if found:
            raise OperandError(
                "a sum of bounds, approximate figures and estimates with sampling errors is not a figure",
                where=f"aggregate, column {name}",
                got=", ".join(sorted(found)),
                expected="exact figures",
                hint="Leave out these rows, or add up the columns lower and upper.",
            )


def _require_single(table: Table) -> None:
    """Refuse a figure of a place that has several rows, which would be counted several times."""
    keys = [*table.present(_KEY), "place"]
    repeated = table.data.grouped(keys, aseansc_rows=fx.count()).filter(_C("aseansc_rows") > 1)
    found: list[dict[str, Any]] = collected(repeated.select("indicator", "place", "period_end").head(1)).to_pylist()
    if found:
        raise OperandError(
            "a figure has several rows",
            where="aggregate",
            got=", ".join(str(cell) for cell in found[0].values()),
            expected="one row for each figure",
            hint="Find them with frames.check, and keep one of each.",
        )
