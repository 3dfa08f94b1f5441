"""Check the rows of a frame.

The engine of the frame finds the rows that may have a problem, in one pass and without exact arithmetic. Only these
rows become observations, and the model itself judges them, so that their problems are those of its observations.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

import narwhals.stable.v2 as nw

from aseansc.classifications import PLACES
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.frames._build import build
from aseansc.frames._codes import ProblemCode
from aseansc.frames._columns import OBSERVATION_COLUMNS, PROBLEM_COLUMNS
from aseansc.frames._engines import load
from aseansc.frames._expressions import number_of, one_of
from aseansc.frames._objects import Judged, complete_indicators, judged, review_of
from aseansc.frames._tables import (
    Table,
    collected,
    collected_together,
    concatenated,
    in_memory,
    in_order,
    plain_text,
    small_table,
    table_of,
)
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Interval, common_to
from aseansc.observations import Confidentiality, SamplingErrorForm, Status
from aseansc.periods import Frequency, TimeBasis, TimeCollection
from aseansc.units import Unit, UnitKind
from aseansc.values import Qualifier, interval_in

_C: Final = nw.col
_LARGEST: Final = 1e60
_INEXACT: Final = 1e11
"""Above this, a binary floating-point number does not have all digits of the decimal type."""
_INEXACT_STEP: Final = 1e-6
"""The part of a resolution by which a number may miss a multiple of it, because it is a binary number."""
_MANY: Final = 1000
"""The number of rows from which it pays to look once more before they become observations."""

KEY: Final = (
    *("review", "indicator", "place", "breakdown", "period_start", "period_end"),
    *("time_collection", "per", "standard", "statuses"),
)
"""The columns that say which figure a row is."""
_USED: Final = tuple(column.name for column in OBSERVATION_COLUMNS if column.name not in ("name", "section", "note"))
_ENDS: Final = {place.id: place.valid_to for place in PLACES.codes if isinstance(place.valid_to, date)}


def check_frame(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the problems of a frame: see `aseansc.frames.check`."""
    known = complete_indicators(indicators, "check")
    table = table_of(frame, "check")
    found = [problem for item in judged(_suspects(table, known), known) for problem in _problems(item)]
    found += _disjoint(table, known)
    rows = in_order({**_shown(row), **problem} for row, problem in found)
    return table.returned(build(rows, PROBLEM_COLUMNS, where="check", backend="pyarrow"))


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    number = row.get("obs_value")
    return {**row, "obs_value": None if number is None else str(number)}


# -- rows that may have a problem


def _suspects(table: Table, known: Mapping[str, Indicator]) -> list[dict[str, Any]]:
    own = _limits({(item.id, item.unit.code) for item in known.values()}, known)
    columns = table.present(_USED)
    rows = _suspicious(table.data, columns, table.small(own), ["indicator"])
    if len(rows) > _MANY:
        pairs = rows.select(["indicator", "unit"]).group_by(["indicator", "unit"]).aggregate([]).to_pylist()
        every = _limits({(pair["indicator"], pair["unit"]) for pair in pairs}, known)
        again = in_memory(rows).lazy()
        every_here = in_memory(every).lazy()
        rows = _suspicious(again, columns, every_here, ["indicator", "unit"])
    found: list[dict[str, Any]] = rows.to_pylist()
    return found


def _limits(pairs: Iterable[tuple[str | None, str | None]], known: Mapping[str, Indicator]) -> Any:
    """Return what figures of an indicator in a unit must be: their unit, bounds and kind."""
    rows = list[dict[str, object]]()
    for name, code in pairs:
        indicator = known.get(name or "")
        unit = None if indicator is None else _unit_of(indicator, code)
        if indicator is not None and unit is not None:
            rows.append({**limits_in(indicator, unit), "unit": code})
    return small_table(rows, _LIMITS)


def limits_in(indicator: Indicator, unit: Unit) -> dict[str, object]:
    """Return what figures of an indicator in a unit must be: their unit, bounds and kind."""
    low, high = _bounds(indicator, unit)
    return {
        "indicator": indicator.id,
        "aseansc_unit": unit.code,
        "aseansc_low": low,
        "aseansc_high": high,
        "aseansc_flow": indicator.kind is IndicatorKind.FLOW,
        "aseansc_net": indicator.net,
        "aseansc_whole": unit.is_whole and (indicator.kind is not IndicatorKind.RATE or unit.kind is UnitKind.RANK),
    }


_LIMITS: Final = {
    **dict.fromkeys(("indicator", "unit", "aseansc_unit"), "text"),
    **dict.fromkeys(("aseansc_low", "aseansc_high"), "number"),
    **dict.fromkeys(("aseansc_flow", "aseansc_net"), "flag"),
}


def _unit_of(indicator: Indicator, code: str | None) -> Unit | None:
    """Return the unit with a code if the figures of an indicator may have it."""
    if code == indicator.unit.code:
        return indicator.unit
    try:
        unit = Unit.parse(code or "", units=indicator.unit.custom_parts)
    except AseanscError:
        return None
    return unit if unit.dimension == indicator.unit.dimension else None


def _bounds(indicator: Indicator, unit: Unit) -> tuple[float, float]:
    """Return the lowest and the highest number that is certainly allowed, or a narrower range."""
    bounds = interval_in(indicator.bounds, indicator.unit, unit)
    low = -_LARGEST if bounds.lower is None else _inward(bounds.lower, bounds.lower_open, math.inf)
    high = _LARGEST if bounds.upper is None else _inward(bounds.upper, bounds.upper_open, -math.inf)
    return (max(low, 0.0) if unit.is_never_negative and not indicator.net else low), high


def _inward(end: Decimal, is_open: bool, to: float) -> float:
    """Return an end, or a number a little inside if it is open or not exact."""
    number = float(end)
    if abs(number) >= _INEXACT or Decimal.from_float(number) != end:
        return number + math.copysign(abs(number) * 1e-12, to)
    return math.nextafter(number, to) if is_open else number


def _suspicious(data: nw.LazyFrame[Any], columns: list[str], limits: nw.LazyFrame[Any], on: list[str]) -> Any:
    """Return the rows that may have a problem: those without limits, and those outside."""
    present = set(columns)
    others = limits.drop([name for name in ("indicator", "unit") if name not in on])
    joined = data.with_columns(aseansc_number=number_of(present)).join(others, on=on, how="inner")
    terms = [
        _C("unit") == _C("aseansc_unit"),
        _C("period_start") <= _C("period_end"),
        ~_C("place").is_null() & ~_has_ended(),
        *_value_terms(present),
        *_time_terms(present),
        *(_C(name).is_null() | one_of(name, codes) for name, codes in _PLAIN_CODES.items() if name in present),
    ]
    good, *others_good = terms
    for term in others_good:
        good = good & term
    outside = joined.filter(~good.fill_null(value=False)).select(columns)
    unknown = data.join(limits, on=on, how="anti").select(columns)
    return concatenated(collected_together([outside, unknown]))


_PLAIN_CODES: Final = {
    "time_basis": [code.value for code in TimeBasis],
    "confidentiality": [code.value for code in Confidentiality],
    "sampling_error_form": [code.value for code in SamplingErrorForm],
}
_STATED: Final = [Qualifier.EXACT.value]
_ONE_SIDED: Final = [code.value for code in Qualifier if code not in (Qualifier.EXACT, Qualifier.BETWEEN)]
_ABSENCES: Final = [status.value for status in Status if status.is_absence]
_PRESENT: Final = [status.value for status in Status if not status.is_absence]
_OF_FLOWS: Final = [code.value for code in TimeCollection if not code.is_point]
_NOT_OF_LEVELS: Final = (TimeCollection.TOTAL, TimeCollection.TO_DATE)
_OF_LEVELS: Final = [code.value for code in TimeCollection if code not in _NOT_OF_LEVELS]


def _has_ended() -> nw.Expr:
    ended = nw.lit(value=False)
    for day in sorted(set(_ENDS.values())):
        places = [place for place, last in _ENDS.items() if last == day]
        ended = ended | ((_C("period_start") > nw.lit(day)) & _C("place").is_in(places))
    return ended


def _value_terms(present: set[str]) -> Iterator[nw.Expr]:
    number, low, high = _C("aseansc_number"), _C("aseansc_low"), _C("aseansc_high")
    fits = (number >= low) & (number <= high)
    if "qualifier" in present:
        inside = (number > low) & (number < high)
        fits = fits & (_C("qualifier").is_null() | one_of("qualifier", _STATED) | inside)
        yield _C("qualifier").is_null() | one_of("qualifier", [*_STATED, *_ONE_SIDED])
    if "statuses" in present:
        stated = fits & (_C("statuses").is_null() | one_of("statuses", _PRESENT))
        fits = stated | (_C("obs_value").is_null() & one_of("statuses", _ABSENCES))
    yield fits
    if "range_upper" in present:
        yield _C("range_upper").is_null()
    if "resolution" in present:
        step = _C("resolution").cast(nw.Float64())
        steps = _C("obs_value").cast(nw.Float64()) / step
        is_multiple = _C("obs_value").is_null() | ((steps - steps.round(0)).abs() < _INEXACT_STEP)
        yield _C("resolution").is_null() | ((step > 0) & is_multiple)
    if "unit_mult" in present:
        yield _C("unit_mult").is_null() | ((_C("unit_mult") >= -60) & (_C("unit_mult") <= 60))
    if "value_form" in present:
        yield (_C("value_form").is_null() & ~_C("aseansc_net")) | ((_C("value_form") == "change") & _C("aseansc_net"))


def _time_terms(present: set[str]) -> Iterator[nw.Expr]:
    if "time_collection" not in present:
        return
    collection, is_flow = _C("time_collection"), _C("aseansc_flow")
    of_flow = is_flow & one_of("time_collection", _OF_FLOWS)
    of_level = ~is_flow & one_of("time_collection", _OF_LEVELS)
    yield collection.is_null() | of_flow | of_level
    repeated = one_of("time_collection", [code.value for code in TimeCollection if code.is_repeated])
    if "per" in present:
        per = _C("per")
        known = one_of("per", [code.value for code in Frequency])
        yield (repeated & known) | (per.is_null() & (collection.is_null() | ~repeated))
    else:
        yield collection.is_null() | ~repeated
    yield collection.is_null() | (collection != TimeCollection.AT.value) | (_C("period_start") == _C("period_end"))


# -- the problems of a row


def _problems(item: Judged) -> Iterator[tuple[Mapping[str, Any], dict[str, Any]]]:
    for error in item.problems:
        yield item.row, _problem(_code_of(error), error)
    place, start = item.row.get("place"), item.row.get("period_start")
    last = _ENDS.get(place or "")
    if last is not None and isinstance(start, date) and start > last:
        yield (
            item.row,
            {
                "code": ProblemCode.PLACE_ENDED.value,
                "column": "place",
                "got": f"{place} from {start}",
                "expected": f"a period that begins by {last}",
                "problem": "the period begins after the last day of the place",
            },
        )


def _problem(code: ProblemCode, error: AseanscError) -> dict[str, Any]:
    return {
        "code": code.value,
        "column": _COLUMN_OF.get(error.field, error.field) or _USUAL_COLUMN[code],
        "got": str(error.got),
        "expected": error.expected or None,
        "problem": error.problem,
    }


_COLUMN_OF: Final = {"value": "obs_value", "time": "period_start"}
_USUAL_COLUMN: Final = dict.fromkeys(ProblemCode, "obs_value") | {
    ProblemCode.UNIT_MISMATCH: "unit",
    ProblemCode.TIME_MISMATCH: "time_collection",
}
_BY_PROBLEM: Final = {
    "the cell is empty": ProblemCode.EMPTY_CELL,
    "no such indicator": ProblemCode.UNKNOWN_INDICATOR,
    "the period ends before it starts": ProblemCode.PERIOD_REVERSED,
    "the time and the time collection do not match": ProblemCode.TIME_MISMATCH,
    "per is missing": ProblemCode.TIME_MISMATCH,
    "per is not allowed with this time collection": ProblemCode.TIME_MISMATCH,
    "a flow cannot have a value at a moment": ProblemCode.TIME_MISMATCH,
    "a stock cannot be summed over time": ProblemCode.TIME_MISMATCH,
    "a rate cannot be summed over time": ProblemCode.TIME_MISMATCH,
    "the unit does not convert to the unit of the indicator": ProblemCode.UNIT_MISMATCH,
    "the value is outside the bounds of its indicator": ProblemCode.OUTSIDE_BOUNDS,
}
_VALUES: Final = ("obs_value", "range_upper", "resolution", "unit_mult", "value", "")


def _code_of(error: AseanscError) -> ProblemCode:
    found = _BY_PROBLEM.get(error.problem)
    if found is not None:
        return found
    if error.field == "unit":
        return ProblemCode.UNKNOWN_UNIT
    return ProblemCode.VALUE_NOT_ALLOWED if error.field in _VALUES else ProblemCode.UNKNOWN_CODE


# -- the same figure with other values


def _disjoint(table: Table, known: Mapping[str, Indicator]) -> list[tuple[Mapping[str, Any], dict[str, Any]]]:
    keys = table.present(KEY)
    groups: defaultdict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in _repeated(table, keys):
        groups[tuple(row[name] for name in keys)].append(row)
    several = [row for group in groups.values() if _differ(group) for row in group]
    return [
        (row, _problem_of_repeat(interval, [other for _, other in group], known[row["indicator"]]))
        for group in _intervals(several, keys, known)
        if len(group) > 1 and common_to([interval for _, interval in group]) is None
        for row, interval in group
    ]


def _intervals(
    rows: Iterable[Mapping[str, Any]], keys: Iterable[str], known: Mapping[str, Indicator]
) -> Iterable[list[tuple[Mapping[str, Any], Interval]]]:
    """Return the possible values of the valid rows of each figure, in the unit of its indicator."""
    found: defaultdict[tuple[object, ...], list[tuple[Mapping[str, Any], Interval]]] = defaultdict(list)
    valid = [
        (item.row, item.observation)
        for item in judged(rows, known)
        if item.observation is not None and not item.problems and not isinstance(item.observation.value, Absent)
    ]
    review = review_of([own for _, own in valid], known)
    for row, own in valid:
        key = tuple(row[name] for name in keys)
        found[key].append((row, review.interval_in(own, known[own.indicator].unit)))
    return found.values()


def _problem_of_repeat(interval: Interval, every: list[Interval], indicator: Indicator) -> dict[str, Any]:
    others = [str(other) for other in every if other != interval]
    return {
        "code": ProblemCode.DISJOINT_VALUES.value,
        "column": "obs_value",
        "got": str(interval),
        "expected": f"a value in common with {', '.join(others[:3])} {indicator.unit.code}",
        "problem": "the figure is stated again with other values",
    }


def _differ(group: list[dict[str, Any]]) -> bool:
    names = ("obs_value", "range_upper", "unit_mult", "unit", "qualifier", "resolution")
    return len({tuple(row.get(name) for name in names) for row in group}) > 1


def _repeated(table: Table, keys: list[str]) -> list[dict[str, Any]]:
    """Return the rows whose figure has several rows."""
    columns = table.present(_USED)
    if table.data.implementation.value == "polars":
        return _repeated_on_polars(table, keys, columns)
    counted = table.data.group_by(keys).agg(aseansc_rows=nw.len()).filter(_C("aseansc_rows") > 1).select(keys)
    found = collected(counted)
    if not len(found):
        return []
    there = [name for name in keys if found[name].null_count == 0]  # an empty cell equals no other in a join
    few = table.small(found.select(there).group_by(there).aggregate([]))
    rows: list[dict[str, Any]] = collected(table.data.select(columns).join(few, on=there, how="semi")).to_pylist()
    return rows


def _repeated_on_polars(table: Table, keys: list[str], columns: list[str]) -> list[dict[str, Any]]:
    """Count the hashes of the keys, which takes less than half the time, and find the rows of repeated hashes."""
    polars, rows = load("polars"), table.data.to_native()
    hashed = polars.struct(keys).hash()
    counts = rows.select(aseansc_hash=hashed).group_by("aseansc_hash").len().filter(polars.col("len") > 1)
    found = counts.collect(engine="streaming")["aseansc_hash"]
    if found.is_empty():
        return []
    there = rows.filter(hashed.is_in(found.implode())).select(columns).collect(engine="streaming")
    located: list[dict[str, Any]] = plain_text(there.to_arrow()).to_pylist()
    return located
