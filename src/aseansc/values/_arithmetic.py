"""How statements combine: the result's interval contains whatever the operands' intervals make possible.

Exact and ranged statements keep to their form: sums and differences are exact and add the resolutions; products and
quotients are rounded to 34 digits, and their resolution is made wide enough. Statements bounded on one side only give
a result bounded on one side, with the qualifier that says so.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TypeVar

from aseansc._decimals import (
    CEILING,
    DIGITS,
    EXACT,
    EXPONENT_LIMIT,
    HALF,
    HALF_EVEN,
    HUNDRED,
    ONE,
    PLACE_CEILING,
    PLACE_FLOOR,
    PLACE_HALF_EVEN,
    POWERS_OF_TEN,
    ZERO,
    place_of,
    round_up,
)
from aseansc.errors import UndefinedResultError
from aseansc.intervals import GREATER, LESS, Comparison, Interval, possible_comparison
from aseansc.units import Unit, same_unit
from aseansc.units._registry import factor, known_factor
from aseansc.values._statements import OPPOSITE, TWO_SIDED, Qualifier, Statement, refusal, set_field, to_resolution

S = TypeVar("S", bound=Statement)

_SMALLEST = POWERS_OF_TEN[-EXPONENT_LIMIT]
_MORE = Decimal("1.1")
_KEPT = 6  # digits of an inexact result that are kept beyond the place of its resolution


def build(cls: type[S], number: Decimal, high: Decimal | None, unit: Unit, qualifier: Qualifier, step: Decimal) -> S:
    """A statement of computed parts, without looking again at what is right by construction."""
    place = step.adjusted()
    power = POWERS_OF_TEN.get(place)
    if power is not None and step == power:
        if EXACT.remainder(number, step) or (high is not None and EXACT.remainder(high, step)):
            # A power of ten says that the digits were printed; a computed one that has finer digits is widened.
            number, high, step = to_resolution(number, high, EXACT.multiply(step, _MORE))
        elif high is None and place <= 0:
            number, step = EXACT.quantize(number, power), power
            if not number:
                number = number.copy_abs()
        else:
            number, high, step = to_resolution(number, high, step)
    elif high is None:
        number, step = EXACT.normalize(number) or ZERO, EXACT.normalize(step)
    else:
        number, high, step = to_resolution(number, high, step)
    if (
        place > EXPONENT_LIMIT
        or number.adjusted() > EXPONENT_LIMIT
        or (high is not None and high.adjusted() > EXPONENT_LIMIT)
    ):
        raise UndefinedResultError(
            "the result is too large",
            got=f"{number} {unit.code} to {step}",
            expected=f"a magnitude and a resolution below 10^{EXPONENT_LIMIT + 1}",
        )
    new = object.__new__(cls)
    set_field(new, "magnitude", number)
    set_field(new, "unit", unit)
    set_field(new, "qualifier", qualifier)
    set_field(new, "upper", high)
    set_field(new, "resolution", step)
    return new


def stated(cls: type[S], number: Decimal, high: Decimal | None, unit: Unit, step: Decimal) -> S:
    """An exact or ranged result; one that can be negative where the unit cannot is said by its upper end."""
    if number < 0 and cls._is_bounded_below(unit):
        reach = EXACT.add(number if high is None else high, EXACT.multiply(step, HALF))
        return bounded_above(cls, reach, False, unit, step)
    return build(cls, number, high, unit, Qualifier.EXACT if high is None else Qualifier.BETWEEN, step)


def only_negative(reach: Decimal, unit: Unit) -> UndefinedResultError:
    """The refusal of a result that could only be negative where there are no negative quantities."""
    return UndefinedResultError(
        "the result could only be negative",
        got=f"at most {reach:f} {unit.code}",
        expected="a result that may be 0 or more",
        way_out="A difference that may be negative is a Change: a - b.",
    )


def from_interval(cls: type[S], possible: Interval, unit: Unit, step: Decimal) -> S:
    """The statement that leaves possible what an interval does, or a little more."""
    low, high = possible.lower, possible.upper
    low = None if low is None else _shortened(low, step, PLACE_FLOOR)
    high = None if high is None else _shortened(high, step, PLACE_CEILING)
    if high is None and low is None:
        raise UndefinedResultError(
            "nothing bounds the result",
            got=str(possible),
            expected="operands that bound it at least on one side",
            way_out="Work with intervals: a.interval() + b.interval().",
        )
    if low is not None and high is not None:
        if low == high:
            return build(cls, low, None, unit, Qualifier.EXACT, step)
        # The ends are rounded outward already: the finest resolution that their digits allow is wide enough.
        return stated(cls, low, high, unit, POWERS_OF_TEN[min(place_of(low), place_of(high), EXPONENT_LIMIT)])
    if low is not None:
        if low < 0 and cls._is_bounded_below(unit):
            return build(cls, ZERO, None, unit, Qualifier.AT_LEAST, step)
        return build(
            cls, low, None, unit, _bound(possible.lower_open, low < 0, (Qualifier.OVER, Qualifier.AT_LEAST)), step
        )
    assert high is not None
    return bounded_above(cls, high, possible.upper_open, unit, step)


def bounded_above(cls: type[S], high: Decimal, is_open: bool, unit: Unit, step: Decimal) -> S:
    """A result of which only the upper end is known."""
    high = _rounded_up(high)
    if cls._is_bounded_below(unit) and (high < 0 or (high == 0 and is_open)):
        raise only_negative(high, unit)
    return build(cls, high, None, unit, _bound(is_open, high < 0, (Qualifier.UNDER, Qualifier.AT_MOST)), step)


def _bound(is_open: bool, is_negative: bool, words: tuple[Qualifier, Qualifier]) -> Qualifier:
    """The word for a bound; those of a negative magnitude are about its size."""
    word = words[0] if is_open else words[1]
    return OPPOSITE[word] if is_negative else word


def _high(statement: Statement) -> Decimal:
    return statement.magnitude if statement.upper is None else statement.upper


def _fit(cls: type[S], number: Decimal, high: Decimal | None, possible: Interval, unit: Unit, least: Decimal) -> S:
    """Return an exact or ranged statement about rounded ends, with a resolution that covers all that is possible."""
    number, high, step = _covering(number, high, possible, least)
    short, short_high = _shortened(number, step), None if high is None else _shortened(high, step)
    if short is not number or short_high is not high:
        number, high, step = _covering(short, short_high, possible, least)
    return stated(cls, number, high, unit, _coarse(step))


def _covering(
    number: Decimal, high: Decimal | None, possible: Interval, least: Decimal
) -> tuple[Decimal, Decimal | None, Decimal]:
    """Return the ends, the upper one only where it is above the lower one, and a resolution that covers `possible`."""
    if high is not None and high <= number:
        high = None
    assert possible.lower is not None
    assert possible.upper is not None
    below = EXACT.subtract(number, possible.lower)
    above = EXACT.subtract(possible.upper, number if high is None else high)
    wide = EXACT.multiply(max(below, above), Decimal(2))
    return number, high, round_up(wide) if wide > 0 else least


def _coarse(step: Decimal) -> Decimal:
    """A computed resolution, no finer than any magnitude may be."""
    return _rounded_up(step)


def _rounded_up(number: Decimal) -> Decimal:
    return PLACE_CEILING.quantize(number, _SMALLEST) if place_of(number) < -EXPONENT_LIMIT else number


def ratio(statement: Statement, unit: Unit, operation: str) -> tuple[Decimal, Decimal]:
    """The exact factor from a statement's unit to another, as numerator and denominator."""
    known = known_factor(statement.unit, unit)
    if known is not None:
        return known
    same_unit(statement.unit, unit)
    if unit.dimension != statement.unit.dimension:
        raise refusal(operation, statement, unit, f"{statement.unit.code} and {unit.code} measure different things")
    if unit.code == statement.unit.code:
        return ONE, ONE
    return factor(statement.unit, unit)


def interval_in(interval: Interval, source: Unit, target: Unit) -> Interval:
    """An interval in another unit of its dimension."""
    if source.code == target.code:
        return interval
    above, below = known_factor(source, target) or factor(source, target)
    return interval * Interval.point(above) / Interval.point(below)


def converted(statement: S, unit: Unit, operation: str = "to") -> S:
    """The same statement in another unit of its dimension."""
    if unit is statement.unit:
        return statement
    above, below = ratio(statement, unit, operation)
    if unit.code == statement.unit.code:
        return statement
    if below == ONE:
        high = None if statement.upper is None else EXACT.multiply(statement.upper, above)
        new = build(
            type(statement),
            EXACT.multiply(statement.magnitude, above),
            high,
            unit,
            statement.qualifier,
            EXACT.multiply(statement.resolution, above),
        )
        statement._carry(new)
        return new
    return _times(statement, above, below, unit)


def _times(statement: S, above: Decimal, below: Decimal, unit: Unit) -> S:
    """A statement times an exact fraction."""
    new = _times_bare(statement, above, below, unit)
    statement._carry(new)
    return new


def _times_bare(statement: S, above: Decimal, below: Decimal, unit: Unit) -> S:
    cls = type(statement)
    least = statement.resolution
    step = least
    if above:
        step = _coarse(round_up(CEILING.divide(EXACT.multiply(least, above.copy_abs()), below.copy_abs())))
    if statement.qualifier is Qualifier.ABOUT:
        number, high = _scaled_ends(statement, above, below)
        if number < 0 and cls._is_bounded_below(unit):
            raise only_negative(number, unit)
        number, high = _shortened(number, step), None if high is None else _shortened(high, step)
        return build(cls, number, None if high == number else high, unit, Qualifier.ABOUT, step)
    possible = statement.interval() * Interval.point(above) / Interval.point(below)
    if statement.qualifier not in TWO_SIDED:
        if cls._is_bounded_below(unit) and above and (above < 0) is not (below < 0):
            raise only_negative(ZERO, unit)
        new = from_interval(cls, possible, unit, step)
        if statement.qualifier is Qualifier.NEARLY and new.qualifier is Qualifier.UNDER:
            return build(cls, new.magnitude, None, unit, Qualifier.NEARLY, new.resolution)
        return new
    number, high = _scaled_ends(statement, above, below)
    return _fit(cls, number, high, possible, unit, least)


def _scaled_ends(statement: Statement, above: Decimal, below: Decimal) -> tuple[Decimal, Decimal | None]:
    """Both ends times a fraction, the lower one first; no upper one where there is none."""
    ends = [HALF_EVEN.divide(EXACT.multiply(end, above), below) for end in (statement.magnitude, _high(statement))]
    return min(ends), None if statement.upper is None else max(ends)


def _shortened(number: Decimal, step: Decimal, context: Context = PLACE_HALF_EVEN) -> Decimal:
    """Drop the digits of an inexact result that mean nothing beside its resolution: a third is 0.3333333 to 0.34."""
    place = place_of(number)
    inexact = number.adjusted() - place + 1 >= DIGITS
    kept = max(min(step.adjusted() - _KEPT, 0), -EXPONENT_LIMIT) if inexact else -EXPONENT_LIMIT
    return context.quantize(number, POWERS_OF_TEN[kept]) if place < kept else number


def scaled(statement: S, operation: str, number: Decimal) -> S:
    """A statement times, or divided by, a plain number."""
    if operation == "*":
        return _times(statement, number, ONE, statement.unit)
    if not number:
        raise UndefinedResultError("the divisor is zero", got=number, expected="a number other than 0")
    return _times(statement, ONE, number, statement.unit)


def compared(left: Statement, right: Statement) -> Comparison:
    """How two statements in one unit compare; of exact ones, their distance against half of both resolutions."""
    if left.qualifier is not Qualifier.EXACT or right.qualifier is not Qualifier.EXACT:
        return left.interval().compare(right.interval())
    distance = EXACT.subtract(right.magnitude, left.magnitude)
    reach = EXACT.multiply(EXACT.add(left.resolution, right.resolution), HALF)
    if distance > reach:
        return LESS
    if distance.copy_negate() > reach:
        return GREATER
    return possible_comparison(less=distance.copy_negate() != reach, greater=distance != reach)


def added(cls: type[S], left: Statement, right: Statement, unit: Unit, right_unit: Unit) -> S:
    """The sum of two statements: the left one is in ``unit``, the right one in ``right_unit`` or converts to it."""
    if right.unit is not right_unit:
        if left.qualifier is Qualifier.EXACT and right.qualifier is Qualifier.EXACT:
            above, below = ratio(right, right_unit, "+")
            if below == ONE:
                number = EXACT.fma(right.magnitude, above, left.magnitude)
                return stated(cls, number, None, unit, EXACT.fma(right.resolution, above, left.resolution))
        right = converted(right, right_unit, "+")
    step = EXACT.add(left.resolution, right.resolution)
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        number = EXACT.add(left.magnitude, right.magnitude)
        ranged = left.upper is not None or right.upper is not None
        high = EXACT.add(_high(left), _high(right)) if ranged else None
        return stated(cls, number, high, unit, step)
    return from_interval(cls, left.interval() + right.interval(), unit, step)


def subtracted(cls: type[S], left: Statement, right: Statement, unit: Unit, right_unit: Unit) -> S:
    """The difference of two statements, in ``unit``; the right one is in ``right_unit`` or converts to it."""
    if right.unit is not right_unit:
        right = converted(right, right_unit, "-")
    step = EXACT.add(left.resolution, right.resolution)
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        number = EXACT.subtract(left.magnitude, _high(right))
        ranged = left.upper is not None or right.upper is not None
        high = EXACT.subtract(_high(left), right.magnitude) if ranged else None
        return stated(cls, number, high, unit, step)
    return from_interval(cls, left.interval() - right.interval(), unit, step)


def multiplied(cls: type[S], left: Statement, right: Statement, unit: Unit, *, per: Decimal = ONE) -> S:
    """The product of two statements, divided by ``per``."""
    possible = left.interval() * right.interval() / Interval.point(per)
    least = EXACT.add(left.resolution, right.resolution)
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        ends = [
            HALF_EVEN.divide(EXACT.multiply(a, b), per)
            for a in (left.magnitude, _high(left))
            for b in (right.magnitude, _high(right))
        ]
        return _fit(cls, min(ends), max(ends), possible, unit, least)
    return from_interval(cls, possible, unit, least)


def divided(cls: type[S], left: Statement, right: Statement, unit: Unit, *, as_percent: bool = False) -> S:
    """The quotient of two statements, in hundredths of it where a share is wanted."""
    times = HUNDRED if as_percent else ONE
    divisor = right.interval()
    if (divisor.lower is None or divisor.lower <= 0) and (divisor.upper is None or divisor.upper >= 0):
        raise UndefinedResultError(
            "the divisor may be zero",
            where=f"{left} / {right}",
            got=str(divisor),
            expected="a divisor whose possible quantities are all above or all below zero",
            way_out="Narrow the divisor with what is known, and divide intervals: b.interval().intersection(known).",
        )
    possible = left.interval() * Interval.point(times) / divisor
    least = EXACT.add(left.resolution, right.resolution)
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        ends = [
            HALF_EVEN.divide(EXACT.multiply(a, times), b)
            for a in (left.magnitude, _high(left))
            for b in (right.magnitude, _high(right))
        ]
        return _fit(cls, min(ends), max(ends), possible, unit, least)
    return from_interval(cls, possible, unit, least)


def shifted(cls: type[S], statement: Statement, unit: Unit, *, factor: Decimal, offset: Decimal, reversed_: bool) -> S:
    """``statement`` × factor + offset, or offset − ``statement`` × factor; the qualifier turns where the sides do."""
    ends = [EXACT.multiply(end, factor) for end in (statement.magnitude, _high(statement))]
    if reversed_:
        ends = [EXACT.subtract(offset, end) for end in reversed(ends)]
    else:
        ends = [EXACT.add(end, offset) for end in ends]
    number = ends[0]
    qualifier = statement.qualifier
    if reversed_ is not ((statement.magnitude < 0) is not (number < 0)):
        qualifier = OPPOSITE[qualifier]
    high = None if statement.upper is None else ends[1]
    return build(cls, number, high, unit, qualifier, EXACT.multiply(statement.resolution, factor))
