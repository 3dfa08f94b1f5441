"""Check that a percentage of a counted whole is that of a whole number.

Of 20 communes, 33 % cannot have something: 6 are 30 %, and 7 are 35 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from aseansc._decimals import CEILING, FLOOR
from aseansc.audit._codes import AssumptionKind, CheckCode, Relation
from aseansc.audit._figures import SCALES, Figure, Figures, is_share
from aseansc.audit._propagation import whole_numbers
from aseansc.audit._results import Assumption
from aseansc.audit._verdicts import Case, Condition, Used
from aseansc.claims import ShareClaim
from aseansc.codelists import Absent
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.intervals import Interval
from aseansc.periods import TimeBasis
from aseansc.values import Change, Qualifier, Value

_ALL_COUNTED: Final = Condition(Assumption(kind=AssumptionKind.ALL_COUNTED), Assumption(kind=AssumptionKind.WEIGHTED))
_TEN: Final = Decimal(10)
_TWO: Final = Decimal(2)


def counts(figures: Figures) -> Iterator[Case]:
    """Report each percentage of a stated whole that no whole number has."""
    yield from _rates(figures)
    for claim in figures.claims:
        if isinstance(claim, ShareClaim) and isinstance(claim.part, Absent) and not claim.statuses:
            whole = _whole_of(figures, claim)
            if whole is not None:
                yield from _unreachable(claim, claim.value, whole, claim.id)


def _rates(figures: Figures) -> Iterator[Case]:
    for rate in figures.component.indicators:
        if not is_share(rate) or isinstance(rate.numerator, Absent) or isinstance(rate.denominator, Absent):
            continue
        above, below = figures.indicator(rate.numerator), figures.indicator(rate.denominator)
        if not _are_counts(above, below):
            continue
        for key, (share, *_) in figures.by_indicator[rate.id].items():
            whole = figures.get(below.id, key)
            is_counted = figures.get(above.id, key) is not None  # another rule compares all three
            if whole is not None and not is_counted and not share.has_unknown_day and _is_certain(share):
                yield from _unreachable(share, share.value, whole, above.id)


def _are_counts(above: Indicator, below: Indicator) -> bool:
    stocks = above.kind is below.kind is IndicatorKind.STOCK
    return stocks and above.unit == below.unit and below.unit.is_whole


def _is_certain(figure: Figure) -> bool:
    observed = figure.observation
    is_dated = observed.time_basis is not TimeBasis.ASSUMED
    return is_dated and not observed.statuses and isinstance(observed.sampling_error, Absent)


def _whole_of(figures: Figures, claim: ShareClaim) -> Figure | None:
    """Return the whole of a share without a part, at the time of the claim."""
    known = figures.indicator(claim.whole)
    if claim.time_basis is TimeBasis.ASSUMED or known.kind is not IndicatorKind.STOCK or not known.unit.is_whole:
        return None
    for key, same in figures.by_indicator[claim.whole].items():
        is_whole = key.place == claim.place and not key.breakdown and not key.plan_statuses
        if same and is_whole and same[0].observation.time == claim.time and not same[0].has_unknown_day:
            return same[0]
    return None


def _unreachable(record: Used, value: Value | Change, whole: Figure, part: str) -> Iterator[Case]:
    size, scale = whole.interval.lower, SCALES.get(value.unit.code)
    if not whole.interval.is_point or size is None or size <= 0 or scale is None or not _is_certain(whole):
        return
    if value.qualifier is not Qualifier.EXACT:
        return
    numbers = _printed_as(value) * Interval.point(size) / Interval.point(scale)
    if whole_numbers(numbers) is None:
        yield Case(
            CheckCode.RATE_COUNT,
            (record, whole),
            f"{part}: 0, 1, 2, …",
            whole.indicator.unit.code,
            relation=Relation.UNEQUAL,
            stated=numbers,
            fits=False,
            only_if=_ALL_COUNTED,
        )


def _printed_as(value: Value | Change) -> Interval:
    """Return all numbers that are printed in this way, rounded half up, half to even, or truncated.

    Zeros at the end may not be significant: 30 may be a rounded 28.6.
    """
    step = value.resolution
    while value.magnitude and not value.magnitude % (step * _TEN):
        step = step * _TEN
    low = FLOOR.subtract(value.magnitude, FLOOR.divide(step, _TWO))
    return Interval(lower=low, upper=CEILING.add(value.magnitude, step))
