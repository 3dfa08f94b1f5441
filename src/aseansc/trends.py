"""Trends: how an indicator changed from one observation to another, in every way in which reports say it.

The difference, the relative change, the difference per year and the compound rate, each an interval: what the two
figures leave possible. Two observations that must not be compared are refused, and the refusal says why.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, instance_of
from aseansc._decimals import CEILING, FLOOR, HUNDRED, ONE, ZERO
from aseansc.attainment import Reason
from aseansc.classifications import PLACES
from aseansc.errors import FieldTypeError, OperandError
from aseansc.intervals import Interval
from aseansc.observations import Observation
from aseansc.periods import Time, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.units import Unit, per_mille_point, percentage_point
from aseansc.values._arithmetic import interval_in


@final
@frozen(kw_only=True, repr=False)
class Trend(Record):
    """How an indicator changed from one observation to another.

    Args:
        start: id of the earlier observation.
        end: id of the later one.
        unit: of the change: that of the levels, but points for percent and per mille.
        years: how many years lie between the two; an interval where a moment is not printed to the day.
        change: end − start.
        relative: 100 × (end − start) ÷ start, in percent; a reason where the start may be zero or less.
        per_year: change ÷ years; a reason where no time may have passed.
        compound: 100 × ((end ÷ start) ^ (1 ÷ years) − 1), in percent a year; a reason likewise.
    """

    start: str = field(validator=instance_of(str))
    end: str = field(validator=instance_of(str))
    unit: Unit = field(validator=instance_of(Unit))
    years: Interval = field(validator=instance_of(Interval))
    change: Interval = field(validator=instance_of(Interval))
    relative: Interval | Reason = field(validator=instance_of(Interval, Reason))
    per_year: Interval | Reason = field(validator=instance_of(Interval, Reason))
    compound: Interval | Reason = field(validator=instance_of(Interval, Reason))


def trend(start: Observation, end: Observation, review: Review) -> Trend:
    """How an indicator changed from one observation to another.

    Args:
        start: the earlier observation.
        end: the later one, of the same indicator and place, collected alike.
        review: the review of both.

    Raises:
        FieldTypeError: for anything but two observations and a review.
        OperandError: where the two must not be compared, and why not.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> levels = ["poverty-rate.2016.beginning", "poverty-rate.2018.end"]
    >>> fall = trend(*map(review.observation, levels), review)
    >>> print(fall.years, fall.change, fall.unit.code)
    [3, 3] [-14.860, -14.840] percentage_point
    >>> fall.per_year.contains("-4.95"), fall.relative.contains("-4.95"), fall.compound.contains("-4.95")
    (True, False, False)
    """
    for argument, kind in ((start, Observation), (end, Observation), (review, Review)):
        if not isinstance(argument, kind):
            raise FieldTypeError("of the wrong type", where="trend", got=argument, expected=f"a {kind.__name__}")
    require_alike(start, end, "trend")
    years = years_between(start, end)
    if years is None:
        raise _refused("trend", start, end, "they are of spans of unlike length, or the second is not the later")
    unit = start.value.unit
    before = review.interval(start)
    after = interval_in(review.interval(end), end.value.unit, unit)
    return changed(start.id, end.id, before, after, years, unit)


def changed(start: str, end: str, before: Interval, after: Interval, years: Interval, unit: Unit) -> Trend:
    """The trend of two levels that are known to be comparable, in one unit."""
    change = after - before
    grows: Interval | Reason = Reason.MAY_BE_ZERO if before.lower is None or before.lower <= ZERO else after / before
    passed = years.lower is not None and years.lower > ZERO
    compound = grows if isinstance(grows, Reason) else _compound(grows, years) if passed else Reason.NO_TIME_PASSED
    return Trend(
        start=start,
        end=end,
        unit=_POINTS.get(unit.code, unit),
        years=years,
        change=change,
        relative=grows if isinstance(grows, Reason) else Interval.point(HUNDRED) * (grows - Interval.point(ONE)),
        per_year=change / years if passed else Reason.NO_TIME_PASSED,
        compound=compound,
    )


_POINTS: Final = {"percent": percentage_point, "per_mille": per_mille_point}


def require_alike(one: Observation, other: Observation, operation: str) -> None:
    """Refuse two observations that must not be compared over time, whatever their times.

    Raises:
        OperandError: naming what differs.
    """
    if one.value.unit.dimension != other.value.unit.dimension:
        raise _refused(operation, one, other, f"they are in {one.value.unit.code} and {other.value.unit.code}")
    if one.indicator != other.indicator:
        raise _refused(operation, one, other, f"they are of two indicators, {one.indicator} and {other.indicator}")
    if one.place != other.place:
        raise _refused(operation, one, other, f"they are of two places, {one.place} and {other.place}")
    if frozenset(one.breakdown) != frozenset(other.breakdown):
        raise _refused(operation, one, other, "they are confined to unlike categories")
    if one.time_collection.is_point is not other.time_collection.is_point or (
        not one.time_collection.is_point and (one.time_collection, one.per) != (other.time_collection, other.per)
    ):
        raise _refused(
            operation,
            one,
            other,
            f"they are collected as {one.time_collection.value} and {other.time_collection.value}",
        )
    for item in (one, other):
        if not _stands(item.place, item.time):
            raise _refused(
                operation, one, other, f"the place {item.place} did not have these boundaries in {item.time}"
            )


def years_between(start: Observation, end: Observation) -> Interval | None:
    """How many years lie between two observations that are alike; ``None`` where that is not defined.

    Levels are as far apart as their moments, each of which may be uncertain; flows and averages as the beginnings of
    their spans, which must be of one length. A day within a month counts as its share of the month.
    """
    if start.time_collection.is_point:
        first, last = _moments(start), _moments(end)
        shortest, longest = last[0] - first[1], last[1] - first[0]
        if longest < 0:
            return None
        return Interval(lower=_rounded(max(shortest, Fraction(0)), FLOOR), upper=_rounded(longest, CEILING))
    (a, a_end), (b, b_end) = days_of(start.time), days_of(end.time)
    lengths = [_place_in_time(last, after=True) - _place_in_time(first) for first, last in ((a, a_end), (b, b_end))]
    passed = _place_in_time(b) - _place_in_time(a)
    if lengths[0] != lengths[1] or passed < 0:
        return None
    return Interval(lower=_rounded(passed, FLOOR), upper=_rounded(passed, CEILING))


def _moments(level: Observation) -> tuple[Fraction, Fraction]:
    """The first and the last moment, in years, that a level may be of."""
    first, last = days_of(level.time)
    begin, end = _place_in_time(first), _place_in_time(last, after=True)
    if level.time_collection is TimeCollection.BEGINNING:
        return begin, begin
    if level.time_collection is TimeCollection.END:
        return end, end
    return begin, end


def _place_in_time(day: date, *, after: bool = False) -> Fraction:
    """Where a day begins, or ends, in years."""
    days = day.day if after else day.day - 1
    return day.year + Fraction(day.month - 1, 12) + Fraction(days, 12 * monthrange(day.year, day.month)[1])


def _rounded(number: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def _stands(place: str, time: Time) -> bool:
    """Whether a place that our list knows was what it is at a time; one that it does not know is not doubted."""
    return all(code.valid_on(day) for code in PLACES.codes if code.id == place for day in days_of(time))


_FINE: Final = Context(prec=60, Emin=-9999, Emax=9999, traps=[])
_SLACK: Final = Decimal("1E-50")
_BELOW: Final = _FINE.subtract(ONE, _SLACK)
_ABOVE: Final = _FINE.add(ONE, _SLACK)


def _compound(grows: Interval, years: Interval) -> Interval | Reason:
    """100 × (ratio ^ (1 ÷ years) − 1): rising in the ratio; in the years, rising below 1 and falling above."""
    if grows.lower is None or grows.lower < ZERO:
        return Reason.MAY_BE_ZERO
    low, high = (_root(end, years, lowest=lowest) for end, lowest in ((grows.lower, True), (grows.upper, False)))
    growth = Interval(lower=low, upper=high, lower_open=grows.lower_open, upper_open=high is None or grows.upper_open)
    return Interval.point(HUNDRED) * (growth - Interval.point(ONE))


def _root(ratio: Decimal | None, years: Interval, *, lowest: bool) -> Decimal | None:
    if ratio is None:
        return None
    if ratio == ZERO:
        return ZERO
    bounds = [
        _FINE.power(ratio, _FINE.divide(ONE, end)) if end is not None else ONE for end in (years.lower, years.upper)
    ]
    if lowest:
        return FLOOR.multiply(min(bounds), _BELOW)
    return CEILING.multiply(max(bounds), _ABOVE)


def _refused(operation: str, one: Observation, other: Observation, why: str) -> OperandError:
    return OperandError(
        f"the two must not be compared: {why}",
        where=operation,
        got=(one.id, other.id),
        expected="two observations of one indicator, place and collection, the earlier first",
    )
