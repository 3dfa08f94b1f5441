"""Compute the change of an indicator between two observations, in all forms that reports use.

The forms are the difference, the relative change, the difference per year and the compound rate. Each is an interval
with the values that the two figures allow. Observations that are not comparable raise an error that names the reason.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, final

from attrs import evolve, field, frozen

from aseansc._attrs import Record, instance_of
from aseansc._decimals import CEILING, FINE, FLOOR, HUNDRED, ONE, ZERO
from aseansc.classifications.places import compare_places, has_ended
from aseansc.codelists import Absent
from aseansc.comparability import (
    Comparability,
    Reason,
    basis_of,
    compare_bases,
    definitions_differ,
    with_sampling_error,
)
from aseansc.errors import AseanscError, OperandError, bug, require
from aseansc.indicators import Direction, Indicator
from aseansc.intervals import Certainty, Comparison, Interval
from aseansc.observations import Observation
from aseansc.periods import TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.units import Unit, UnitKind, percent, year
from aseansc.values import Change, RelativeChange, difference_unit, interval_in

__all__ = ["Trend", "trend"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Trend(Record):
    """The change of an indicator between two observations.

    Args:
        start: id of the earlier observation.
        end: id of the later observation.
        unit: the unit of the change: that of the levels, or points for percent and per mille.
        years: the number of years between the two; an interval if a day is not known.
        change: end − start.
        relative: 100 × (end − start) ÷ start, in percent; a reason if the start may be zero or negative, and for ranks.
        per_year: change ÷ years; a reason if there may be no time between the two.
        compound: 100 × ((end ÷ start) ^ (1 ÷ years) − 1), in percent per year; a reason for either cause.
        rose: whether the later level is above the earlier one. For estimates from surveys, the change must exceed their
            stated sampling errors.
        fell: whether the later level is below the earlier one, likewise.
        improved: whether the change is an improvement, in the direction that the indicator declares; for a rank without
            one, a lower number is better. Sampling errors count as for `rose`.
        comparability: ``conditional`` if only one of the two states its standard, prices or base period.
    """

    start: str = field(validator=instance_of(str))
    end: str = field(validator=instance_of(str))
    unit: Unit = field(validator=instance_of(Unit))
    years: Interval = field(validator=instance_of(Interval))
    change: Interval = field(validator=instance_of(Interval))
    relative: Interval | Reason = field(validator=instance_of(Interval, Reason))
    per_year: Interval | Reason = field(validator=instance_of(Interval, Reason))
    compound: Interval | Reason = field(validator=instance_of(Interval, Reason))
    rose: Certainty = field(validator=instance_of(Certainty))
    fell: Certainty = field(validator=instance_of(Certainty))
    improved: Certainty | Reason = field(default=Reason.NO_DIRECTION, validator=instance_of(Certainty, Reason))
    comparability: Comparability = field(default=Comparability.COMPARABLE, validator=instance_of(Comparability))


def trend(start: Observation, end: Observation, review: Review, later: Review | None = None) -> Trend:
    """Compute the change of an indicator between two observations.

    Args:
        start: the earlier observation.
        end: the later observation, for the same indicator, place, categories and aggregation over time.
        review: the review that contains both, or only the earlier one.
        later: the review that contains the later observation, if it is another one. Its indicator must have the same
            id; `compare_reviews` also compares indicators whose ids differ.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        OperandError: if the two are not comparable; the message names the reason.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> levels = ["poverty-rate.2016.beginning", "poverty-rate.2018.end"]
    >>> fall = trend(*map(review.observation, levels), review)
    >>> print(fall.years, fall.change, fall.unit.code)
    [3, 3] [-14.860, -14.840] percentage_point
    >>> fall.per_year.contains("-4.95"), fall.relative.contains("-4.95"), fall.compound.contains("-4.95")
    (True, False, False)
    """
    second = review if later is None else later
    require(start, Observation, where="trend, start")
    require(end, Observation, where="trend, end")
    require(review, Review, where="trend, review")
    require(second, Review, where="trend, later")
    if start.indicator != end.indicator:
        raise _refused("trend", start, end, f"their indicators are {start.indicator} and {end.indicator}")
    return trend_across(start, review, end, second)


def trend_across(start: Observation, review: Review, end: Observation, later: Review) -> Trend:
    """Compute the change between observations of two reviews, of indicators that are known to be the same one."""
    indicator, other = review.indicator(start.indicator), later.indicator(end.indicator)
    difference = "" if other is indicator else definitions_differ(indicator, other)
    if difference:
        raise _refused("trend", start, end, f"their indicators differ in {difference.replace('_', ' ')}")
    comparability = require_alike(start, end, indicator, "trend", other)
    years = years_between(start, end)
    if years is None:
        raise _refused("trend", start, end, "their periods differ in length, or the second is not the later one")
    review.require_own(start, where="trend")
    later.require_own(end, where="trend")
    before = review.interval(start)
    if isinstance(start.value, Absent):  # it has an interval
        raise bug(start.value)
    unit = start.value.unit
    after = later.interval_in(end, unit)
    found = changed(start.id, end.id, before, after, years, unit)
    likely = widened(later, end, unit) - widened(review, start, unit)
    order = likely.compare(Interval.point(ZERO))
    improved = _improved(order, indicator.improvement)
    return evolve(found, rose=order.greater, fell=order.less, improved=improved, comparability=comparability)


def widened(review: Review, observation: Observation, unit: Unit) -> Interval:
    """Return the possible values of an observation with a value, widened by its sampling error, in another unit."""
    if isinstance(observation.value, Absent):
        raise bug(observation.value)
    return interval_in(with_sampling_error(observation, review.interval(observation)), observation.value.unit, unit)


def _improved(found: Comparison, better: Direction | Absent) -> Certainty | Reason:
    if isinstance(better, Absent):
        return Reason.NO_DIRECTION
    return {Direction.UP: found.greater, Direction.DOWN: found.less, Direction.STEADY: found.equal}[better]


def changed(start: str, end: str, before: Interval, after: Interval, years: Interval, unit: Unit) -> Trend:
    """Compute the trend of two comparable levels in the same unit."""
    change = after - before
    if unit.kind is UnitKind.RANK:
        grows: Interval | Reason = Reason.RANK
    else:
        grows = Reason.MAY_BE_ZERO if before.lower is None or before.lower <= ZERO else after / before
    passed = years.lower is not None and years.lower > ZERO
    compound = grows if isinstance(grows, Reason) else _compound(grows, years) if passed else Reason.NO_TIME_PASSED
    order = change.compare(Interval.point(ZERO))
    return Trend(
        start=start,
        end=end,
        unit=difference_unit(unit),
        years=years,
        change=change,
        relative=grows if isinstance(grows, Reason) else Interval.point(HUNDRED) * (grows - Interval.point(ONE)),
        per_year=change / years if passed else Reason.NO_TIME_PASSED,
        compound=compound,
        rose=order.greater,
        fell=order.less,
    )


@frozen
class StatedChange:
    """One reading of a stated change, in terms of levels.

    Attributes:
        relative: whether it is a percentage of the level rather than a difference of levels.
        stated: its size.
        unit: the unit of its size, without the unit of time.
        per: the unit of time, for a change per year, quarter or month.
    """

    relative: bool
    stated: Interval
    unit: Unit
    per: Unit | None

    @property
    def full(self) -> Unit:
        """The unit of its size, with the unit of time."""
        return self.unit if self.per is None else self.unit / self.per


def readings_of(value: Change | RelativeChange) -> list[Change | RelativeChange | Absent]:
    """Return the readings of a stated change: one, or several for "tăng 2 lần"; absent if a reading gives no size."""
    return [value] if isinstance(value, Change) else [reading.change for reading in value.readings]


def stated_change(value: Change | RelativeChange, level: Unit) -> StatedChange | None:
    """Express one reading of a change in terms of levels in the unit `level`; ``None`` if the units do not match."""
    if isinstance(value, RelativeChange):
        per = value.by.unit.denominators
        return StatedChange(True, value.by.interval(), percent, per[-1] if per else None)
    unit = difference_unit(level)
    if value.unit.dimension == unit.dimension:
        return StatedChange(False, interval_in(value.interval(), value.unit, unit), unit, None)
    for time in value.unit.denominators:
        yearly = quotient(unit, time) if time.kind is UnitKind.DURATION else None
        if yearly is not None and yearly.dimension == value.unit.dimension:
            return StatedChange(False, interval_in(value.interval(), value.unit, yearly), unit, time)
    return None


def quotient(numerator: Unit, denominator: Unit) -> Unit | None:
    """Return the unit ``numerator / denominator``, or ``None`` if there is no such unit."""
    try:
        unit = numerator / denominator
    except AseanscError:
        return None
    return unit if isinstance(unit, Unit) else None


def sizes(
    before: Interval, after: Interval, years: Interval, unit: Unit, form: StatedChange
) -> list[Interval] | Reason:
    """Return the change between two levels in the form of a stated one; simple and compound for percent per year."""
    span = years
    if form.per is not None:
        if form.per.dimension != year.dimension or years.lower is None or years.lower <= ZERO:
            return Reason.NO_TIME_PASSED
        span = interval_in(years, year, form.per)
    found = changed("", "", before, after, span, unit)
    made = found.relative if form.relative else found.change
    if isinstance(made, Reason) or form.per is None:
        return made if isinstance(made, Reason) else [made]
    simple = [made / span]
    return [*simple, found.compound] if form.relative and isinstance(found.compound, Interval) else simple


def require_alike(
    one: Observation,
    other: Observation,
    indicator: Indicator,
    operation: str,
    later: Indicator | None = None,
) -> Comparability:
    """Raise an error if two observations are not comparable over time; return whether this depends on a condition.

    Args:
        one: the earlier observation.
        other: the later observation.
        indicator: the indicator of both, or of the earlier one.
        operation: the name of the caller in messages.
        later: the indicator of the later observation in another review.

    Raises:
        OperandError: if they differ in dimension, indicator, place, categories, standard or aggregation over time, or
            if the place no longer existed. The message names the difference.
    """
    if isinstance(one.value, Absent) or isinstance(other.value, Absent):
        raise _refused(operation, one, other, "one of them has no value")
    if one.value.unit.dimension != other.value.unit.dimension:
        raise _refused(operation, one, other, f"their units are {one.value.unit.code} and {other.value.unit.code}")
    second_indicator = later or indicator
    if second_indicator.id != other.indicator:
        raise _refused(operation, one, other, f"their indicators are {one.indicator} and {other.indicator}")
    if frozenset(one.breakdown) != frozenset(other.breakdown):
        raise _refused(operation, one, other, "their categories differ")
    if one.time_collection.is_point is not other.time_collection.is_point or (
        not one.time_collection.is_point and (one.time_collection, one.per) != (other.time_collection, other.per)
    ):
        raise _refused(
            operation,
            one,
            other,
            f"their time collections are {one.time_collection.value} and {other.time_collection.value}",
        )
    _require_same_place(one, other, operation)
    first, second = basis_of(indicator, one), basis_of(second_indicator, other)
    comparability, difference = compare_bases(first, second)
    if comparability is Comparability.DIFFERENT:
        stated = " and ".join(str(getattr(basis, difference)) for basis in (first, second))
        raise _refused(operation, one, other, f"their {difference.replace('_', ' ')}s are {stated}")
    return comparability


def _require_same_place(one: Observation, other: Observation, operation: str) -> None:
    places = compare_places(one.place, other.place)
    if not places.comparable:
        raise _refused(operation, one, other, places.reason)
    for item in (one, other):
        if has_ended(item.place, days_of(item.time)[1]):
            raise _refused(
                operation, one, other, f"the place {item.place} did not exist with these boundaries in {item.time}"
            )


def years_between(start: Observation, end: Observation) -> Interval | None:
    """Return the number of years between two comparable observations, or ``None`` if it is not defined.

    For levels, it is the time between their moments, which may not be known to the day. For flows and averages, it is
    the time between the starts of their periods, which must have the same length. A day is a fraction of its month.
    """
    if start.time_collection.is_point:
        first, last = _moments(start), _moments(end)
        shortest, longest = last[0] - first[1], last[1] - first[0]
        if longest < 0:
            return None
        return Interval(lower=_rounded(max(shortest, Fraction(0)), FLOOR), upper=_rounded(longest, CEILING))
    (a, a_end), (b, b_end) = days_of(start.time), days_of(end.time)
    lengths = [_as_years(last, after=True) - _as_years(first) for first, last in ((a, a_end), (b, b_end))]
    passed = _as_years(b) - _as_years(a)
    if lengths[0] != lengths[1] or passed < 0:
        return None
    return Interval(lower=_rounded(passed, FLOOR), upper=_rounded(passed, CEILING))


def _moments(level: Observation) -> tuple[Fraction, Fraction]:
    """Return the first and the last possible moment of a level, in years."""
    first, last = days_of(level.time)
    begin, end = _as_years(first), _as_years(last, after=True)
    if level.time_collection is TimeCollection.BEGINNING:
        return begin, begin
    if level.time_collection is TimeCollection.END:
        return end, end
    return begin, end


def _as_years(day: date, *, after: bool = False) -> Fraction:
    """Return the start of a day, or its end, as a number of years."""
    days = day.day if after else day.day - 1
    return day.year + Fraction(day.month - 1, 12) + Fraction(days, 12 * monthrange(day.year, day.month)[1])


def _rounded(number: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


_SLACK: Final = Decimal("1E-50")
_BELOW: Final = FINE.subtract(ONE, _SLACK)
_ABOVE: Final = FINE.add(ONE, _SLACK)


def _compound(ratio: Interval, years: Interval) -> Interval | Reason:
    """Compute the compound rate 100 × (ratio ^ (1 ÷ years) − 1) from the ends of both intervals.

    It increases with the ratio. With the years it increases if the ratio is below 1, and decreases if it is above 1.
    """
    if ratio.lower is None or ratio.lower < ZERO:
        return Reason.MAY_BE_ZERO
    low, high = (_root(end, years, lowest=lowest) for end, lowest in ((ratio.lower, True), (ratio.upper, False)))
    growth = Interval(lower=low, upper=high, lower_open=ratio.lower_open, upper_open=high is None or ratio.upper_open)
    return Interval.point(HUNDRED) * (growth - Interval.point(ONE))


def _root(ratio: Decimal | None, years: Interval, *, lowest: bool) -> Decimal | None:
    if ratio is None:
        return None
    if ratio == ZERO:
        return ZERO
    bounds = [
        FINE.power(ratio, FINE.divide(ONE, end)) if end is not None else ONE for end in (years.lower, years.upper)
    ]
    if lowest:
        return FLOOR.multiply(min(bounds), _BELOW)
    return CEILING.multiply(max(bounds), _ABOVE)


def _refused(operation: str, one: Observation, other: Observation, why: str) -> OperandError:
    return OperandError(
        f"the observations are not comparable: {why}",
        where=operation,
        got=(one.id, other.id),
        expected="two observations of the same indicator, place and time collection, the earlier one first",
    )
