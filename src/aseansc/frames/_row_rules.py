"""What the figures of an indicator must be, and which rows are certainly so.

The rules are written once, as expressions: on an engine, with narwhals, or on a few rows, with pyarrow alone.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, Final

from aseansc.classifications import PLACES
from aseansc.errors import AseanscError
from aseansc.frames._expressions import number_of, one_of
from aseansc.frames._forms import form_terms
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.observations import Confidentiality, SamplingErrorForm, Status
from aseansc.periods import Frequency, TimeBasis, TimeCollection
from aseansc.units import Unit, UnitKind, catalogue
from aseansc.values import Qualifier, interval_in

_LARGEST: Final = 1e60
_EARLY: Final = date(1000, 1, 1)
"""The model looks at days before it: PySpark cannot compare with a day whose year has fewer than four digits."""
_INEXACT: Final = 1e11
"""Above this, a binary floating-point number does not have all digits of the decimal type."""
_INEXACT_STEP: Final = 1e-6
"""The part of a resolution by which a number may miss a multiple of it, because it is a binary number."""
ENDS: Final = {place.id: place.valid_to for place in PLACES.codes if isinstance(place.valid_to, date)}
"""The last day of each place that has ended."""


# -- limits of indicators


def limits_of_pairs(
    pairs: Iterable[tuple[str | None, str | None]], known: Mapping[str, Indicator]
) -> list[dict[str, object]]:
    """Return what figures of an indicator in a unit must be: their unit, bounds and kind."""
    rows = list[dict[str, object]]()
    for name, code in pairs:
        indicator = known.get(name or "")
        unit = None if indicator is None else unit_of(indicator, code)
        if indicator is not None and unit is not None:
            rows.append({**limits_in(indicator, unit), "unit": code})
    return rows


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
        "aseansc_whole": counts_in_full(indicator, unit),
    }


def counts_in_full(indicator: Indicator, unit: Unit | None = None) -> bool:
    """Return whether the figures of an indicator are whole numbers in a unit, by default its own."""
    unit = indicator.unit if unit is None else unit
    return unit.is_whole and (indicator.kind is not IndicatorKind.RATE or unit.kind is UnitKind.RANK)


LIMITS: Final = {
    **dict.fromkeys(("indicator", "unit", "aseansc_unit"), "text"),
    **dict.fromkeys(("aseansc_low", "aseansc_high"), "number"),
    **dict.fromkeys(("aseansc_flow", "aseansc_net"), "flag"),
}


def unit_of(indicator: Indicator, code: str | None) -> Unit | None:
    """Return the unit with a code if the figures of an indicator may have it; ``None`` for another code."""
    if code == indicator.unit.code:
        return indicator.unit
    try:
        unit = Unit.parse(code or "", units=indicator.unit.custom_parts)
    except AseanscError:
        return None
    return unit if unit.dimension == indicator.unit.dimension else None


def fitting_codes(unit: Unit) -> frozenset[str]:
    """Return the codes of the units that a unit converts to: those of its dimension, or quotients of such units."""
    known = (*catalogue(), *unit.custom_parts)
    choices = [[other for other in known if other.dimension == part.dimension] for part in unit.parts or (unit,)]
    found = {unit.code}
    for first, *others in product(*choices):
        made = first
        for other in others:
            made /= other
        found.add(made.code)
    return frozenset(found)


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


# -- rows


def good_rows(on: Any, present: Collection[str], wrong: Mapping[str, list[str]]) -> Any:
    """Return the expression of the rows that certainly have no problem; it may be empty for others.

    Args:
        on: narwhals, or an `ArrowRows`.
        present: the columns of the frame. The rows also have ``aseansc_number`` and the limits of their indicator.
        wrong: the cells of some columns that are not codes.
    """
    cell = on.col
    terms = [
        (cell("unit") == cell("aseansc_unit")) | (cell("unit").is_null() & cell("obs_value").is_null()),
        cell("period_start") <= cell("period_end"),
        (cell("period_start") >= on.lit(_EARLY)) & (cell("period_end") <= on.lit(date.max)),
        ~cell("place").is_null() & ~_has_ended(on),
        *_value_terms(on, present),
        *_time_terms(on, present),
        *_sampling_terms(on, present),
        *form_terms(on, present, wrong),
        *(cell(name).is_null() | one_of(cell(name), codes) for name, codes in _PLAIN.items() if name in present),
        *(cell(name).is_null() for name in _RARE if name in present),
    ]
    good, *others = terms
    for term in others:
        good = good & term
    return good


_PLAIN: Final = {
    "time_basis": [code.value for code in TimeBasis],
    "confidentiality": [code.value for code in Confidentiality],
}
_RARE: Final = ("lists", "governed_by")
"""Columns that few rows have a cell in, which the model reads."""
_STATED: Final = [Qualifier.EXACT.value, Qualifier.BETWEEN.value]
_ONE_SIDED: Final = [code.value for code in Qualifier if code not in (Qualifier.EXACT, Qualifier.BETWEEN)]
_ABSENCES: Final = [status.value for status in Status if status.is_absence]
_PRESENT: Final = [status.value for status in Status if not status.is_absence]
_OF_FLOWS: Final = [code.value for code in TimeCollection if not code.is_point]
_NOT_OF_LEVELS: Final = (TimeCollection.TOTAL, TimeCollection.TO_DATE)
_OF_LEVELS: Final = [code.value for code in TimeCollection if code not in _NOT_OF_LEVELS]


def _has_ended(on: Any) -> Any:
    cell = on.col
    ended = on.lit(value=False)
    for day in sorted(set(ENDS.values())):
        places = [place for place, last in ENDS.items() if last == day]
        ended = ended | ((cell("period_start") > on.lit(day)) & cell("place").is_in(places))
    return ended


def _value_terms(on: Any, present: Collection[str]) -> Iterator[Any]:
    cell = on.col
    number, low, high = cell("aseansc_number"), cell("aseansc_low"), cell("aseansc_high")
    fits = (number >= low) & (number <= high)
    if "qualifier" in present:
        inside = (number > low) & (number < high)
        fits = fits & (cell("qualifier").is_null() | one_of(cell("qualifier"), _STATED) | inside)
        known = cell("qualifier").is_null() | one_of(cell("qualifier"), [Qualifier.EXACT.value, *_ONE_SIDED])
        yield known | _is_range(on, present) if "range_upper" in present else known
    if "statuses" in present:
        stated = fits & (cell("statuses").is_null() | one_of(cell("statuses"), _PRESENT))
        fits = stated | (cell("obs_value").is_null() & one_of(cell("statuses"), _ABSENCES))
    yield fits
    if "range_upper" in present:
        yield cell("range_upper").is_null() | (
            _is_range(on, present) if "qualifier" in present else on.lit(value=False)
        )
    if "resolution" in present:
        yield cell("resolution").is_null() | (cell("resolution").cast(on.Float64()) > 0)
        for name in ("obs_value", "range_upper"):
            if name in present:
                yield cell("resolution").is_null() | cell(name).is_null() | _is_multiple(on, name)
    if "unit_mult" in present:
        yield cell("unit_mult").is_null() | ((cell("unit_mult") >= -60) & (cell("unit_mult") <= 60))
    if "value_form" in present:
        yield (cell("value_form").is_null() & (~cell("aseansc_net") | cell("obs_value").is_null())) | (
            (cell("value_form") == "change") & cell("aseansc_net")
        )


def _is_range(on: Any, present: Collection[str]) -> Any:
    """Return which rows are a range whose upper end is the higher one, and within the bounds."""
    is_between = on.col("qualifier") == Qualifier.BETWEEN.value
    is_inside = number_of(on, present, "range_upper") <= on.col("aseansc_high")
    return is_between & is_inside & (on.col("range_upper") > on.col("obs_value"))


def _is_multiple(on: Any, name: str) -> Any:
    """Return which numbers are multiples of their resolution."""
    steps = on.col(name).cast(on.Float64()) / on.col("resolution").cast(on.Float64())
    is_less = (steps.abs() < on.lit(0.5)) & (steps != on.lit(0.0))
    return ((steps - steps.round(0)).abs() < _INEXACT_STEP) & ~is_less


def _time_terms(on: Any, present: Collection[str]) -> Iterator[Any]:
    cell = on.col
    if "time_collection" not in present:
        if "per" in present:
            yield cell("per").is_null()
        return
    collection, is_flow = cell("time_collection"), cell("aseansc_flow")
    of_flow = is_flow & one_of(cell("time_collection"), _OF_FLOWS)
    of_level = ~is_flow & one_of(cell("time_collection"), _OF_LEVELS)
    yield collection.is_null() | of_flow | of_level
    repeated = one_of(cell("time_collection"), [code.value for code in TimeCollection if code.is_repeated])
    if "per" in present:
        per = cell("per")
        known = one_of(cell("per"), [code.value for code in Frequency])
        yield (repeated & known) | (per.is_null() & (collection.is_null() | ~repeated))
    else:
        yield collection.is_null() | ~repeated
    yield collection.is_null() | (collection != TimeCollection.AT.value) | (cell("period_start") == cell("period_end"))


def _sampling_terms(on: Any, present: Collection[str]) -> Iterator[Any]:
    """Yield whether a sampling error has a size, or for an interval its ends; without a form it is not read."""
    cell, form = on.col, "sampling_error_form"
    if form not in present:
        return
    empty = on.lit(value=None).cast(on.Float64())
    size, lower, upper, level = (
        cell(name).cast(on.Float64()) if name in present else empty
        for name in ("sampling_error", "sampling_error_lower", "sampling_error_upper", "confidence")
    )
    is_interval = cell(form) == SamplingErrorForm.INTERVAL.value
    is_size = one_of(cell(form), [code.value for code in SamplingErrorForm if code is not SamplingErrorForm.INTERVAL])
    of_size = is_size & (size >= 0) & (size <= _LARGEST) & lower.is_null() & upper.is_null()
    of_ends = is_interval & size.is_null() & (lower >= -_LARGEST) & (lower <= upper) & (upper <= _LARGEST)
    has_level = level.is_null() | ((level >= 0) & (level <= 100))
    yield cell(form).is_null() | ((of_size | of_ends) & has_level)
