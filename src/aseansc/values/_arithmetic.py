"""Arithmetic of statements. The interval of a result contains every value that the operands allow.

Exact and ranged operands give exact and ranged results. Sums and differences are exact, and their resolutions are
added. Products and quotients are rounded to 34 digits, and their resolution is widened to cover every possible value.
Operands that are bounded on one side give a result that is bounded on one side, with the matching qualifier.
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
from aseansc.units import Unit, require_same_definition
from aseansc.units._registry import factor, known_factor
from aseansc.values._statements import OPPOSITE, TWO_SIDED, Qualifier, Statement, refusal, set_field, to_resolution

S = TypeVar("S", bound=Statement)

_SMALLEST = POWERS_OF_TEN[-EXPONENT_LIMIT]
_MORE = Decimal("1.1")
_KEPT = 6  # digits of an inexact result that are kept beyond the place of its resolution


def build(cls: type[S], number: Decimal, high: Decimal | None, unit: Unit, qualifier: Qualifier, step: Decimal) -> S:
    """Build a statement from computed fields, skipping the checks that computed fields always pass."""
    place = step.adjusted()
    power = POWERS_OF_TEN.get(place)
    if power is not None and step == power:
        if EXACT.remainder(number, step) or (high is not None and EXACT.remainder(high, step)):
            # A power of ten marks printed digits, so a computed resolution with finer digits is widened.
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
    """Build an exact or ranged result; if it would include impossible negative values, state its upper end only."""
    if number < 0 and cls._is_bounded_below(unit):
        reach = EXACT.add(number if high is None else high, EXACT.multiply(step, HALF))
        return bounded_above(cls, reach, False, unit, step)
    return build(cls, number, high, unit, Qualifier.EXACT if high is None else Qualifier.BETWEEN, step)


def only_negative(reach: Decimal, unit: Unit) -> UndefinedResultError:
    """Return the error for a result that could only be negative, in a unit without negative quantities."""
    return UndefinedResultError(
        "the result would be negative",
        got=f"at most {reach:f} {unit.code}",
        expected="a result that can be 0 or more",
        hint="A difference that may be negative is a Change: a - b.",
    )


def from_interval(cls: type[S], possible: Interval, unit: Unit, step: Decimal) -> S:
    """Build the statement that allows the values of an interval, or slightly more."""
    low, high = possible.lower, possible.upper
    low = None if low is None else _shortened(low, step, PLACE_FLOOR)
    high = None if high is None else _shortened(high, step, PLACE_CEILING)
    if high is None and low is None:
        raise UndefinedResultError(
            "the result has no bounds",
            got=str(possible),
            expected="operands that bound the result on at least one side",
            hint="Work with intervals: a.interval() + b.interval().",
        )
    if low is not None and high is not None:
        if low == high:
            return build(cls, low, None, unit, Qualifier.EXACT, step)
        # The ends are already rounded outward, so the finest resolution of their digits is wide enough.
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
    """Build a result with an upper end only."""
    high = _rounded_up(high)
    if cls._is_bounded_below(unit) and (high < 0 or (high == 0 and is_open)):
        raise only_negative(high, unit)
    return build(cls, high, None, unit, _bound(is_open, high < 0, (Qualifier.UNDER, Qualifier.AT_MOST)), step)


def _bound(is_open: bool, is_negative: bool, words: tuple[Qualifier, Qualifier]) -> Qualifier:
    """Return the qualifier for a bound; for a negative magnitude, qualifiers refer to the absolute value."""
    word = words[0] if is_open else words[1]
    return OPPOSITE[word] if is_negative else word


def _high(statement: Statement) -> Decimal:
    return statement.magnitude if statement.upper is None else statement.upper


def _fit(cls: type[S], number: Decimal, high: Decimal | None, possible: Interval, unit: Unit, least: Decimal) -> S:
    """Build an exact or ranged statement with rounded ends, and a resolution that covers all possible values."""
    number, high, step = _covering(number, high, possible, least)
    short, short_high = _shortened(number, step), None if high is None else _shortened(high, step)
    if short is not number or short_high is not high:
        number, high, step = _covering(short, short_high, possible, least)
    return stated(cls, number, high, unit, _rounded_up(step))


def _covering(
    number: Decimal, high: Decimal | None, possible: Interval, least: Decimal
) -> tuple[Decimal, Decimal | None, Decimal]:
    """Return the ends, the upper one only if it is above the lower one, and a resolution that covers `possible`."""
    if high is not None and high <= number:
        high = None
    assert possible.lower is not None
    assert possible.upper is not None
    below = EXACT.subtract(number, possible.lower)
    above = EXACT.subtract(possible.upper, number if high is None else high)
    wide = EXACT.multiply(max(below, above), Decimal(2))
    return number, high, round_up(wide) if wide > 0 else least


def _rounded_up(number: Decimal) -> Decimal:
    return PLACE_CEILING.quantize(number, _SMALLEST) if place_of(number) < -EXPONENT_LIMIT else number


def ratio(statement: Statement, unit: Unit, operation: str) -> tuple[Decimal, Decimal]:
    """Return the exact factor from the unit of a statement to another unit, as numerator and denominator."""
    known = known_factor(statement.unit, unit)
    if known is not None:
        return known
    require_same_definition(statement.unit, unit)
    if unit.dimension != statement.unit.dimension:
        raise refusal(operation, statement, unit, f"{statement.unit.code} and {unit.code} measure different things")
    if unit.code == statement.unit.code:
        return ONE, ONE
    return factor(statement.unit, unit)


def interval_in(interval: Interval, source: Unit, target: Unit) -> Interval:
    """Convert an interval to another unit of the same dimension."""
    require_same_definition(source, target)
    if source.code == target.code:
        return interval
    above, below = known_factor(source, target) or factor(source, target)
    return interval * Interval.point(above) / Interval.point(below)


def converted(statement: S, unit: Unit, operation: str = "to") -> S:
    """Convert a statement to another unit of the same dimension."""
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
    """Multiply a statement by an exact fraction."""
    new = _times_bare(statement, above, below, unit)
    statement._carry(new)
    return new


def _times_bare(statement: S, above: Decimal, below: Decimal, unit: Unit) -> S:
    cls = type(statement)
    least = statement.resolution
    step = least
    if above:
        step = _rounded_up(round_up(CEILING.divide(EXACT.multiply(least, above.copy_abs()), below.copy_abs())))
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
    """Multiply both ends by a fraction. Return the lower one first, and ``None`` if there is no upper end."""
    ends = [HALF_EVEN.divide(EXACT.multiply(end, above), below) for end in (statement.magnitude, _high(statement))]
    return min(ends), None if statement.upper is None else max(ends)


def _shortened(number: Decimal, step: Decimal, context: Context = PLACE_HALF_EVEN) -> Decimal:
    """Drop the digits of an inexact result that mean nothing beside its resolution: a third is 0.3333333 to 0.34."""
    place = place_of(number)
    inexact = number.adjusted() - place + 1 >= DIGITS
    kept = max(min(step.adjusted() - _KEPT, 0), -EXPONENT_LIMIT) if inexact else -EXPONENT_LIMIT
    return context.quantize(number, POWERS_OF_TEN[kept]) if place < kept else number


def scaled(statement: S, operation: str, number: Decimal) -> S:
    """Multiply or divide a statement by a plain number."""
    if operation == "*":
        return _times(statement, number, ONE, statement.unit)
    if not number:
        raise UndefinedResultError("the divisor is zero", got=number, expected="a number other than 0")
    return _times(statement, ONE, number, statement.unit)


def compared(left: Statement, right: Statement) -> Comparison:
    """Compare two statements in the same unit; for exact ones, compare their distance with half of both resolutions."""
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
    """Add two statements: the left one in ``unit``, the right one in ``right_unit`` or convertible to it."""
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
    """Subtract two statements, in ``unit``; the right one is in ``right_unit`` or convertible to it."""
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
    """Multiply two statements, and divide the product by ``per``."""
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
    """Divide two statements; ``as_percent`` multiplies the quotient by 100."""
    times = HUNDRED if as_percent else ONE
    divisor = right.interval()
    if (divisor.lower is None or divisor.lower <= 0) and (divisor.upper is None or divisor.upper >= 0):
        raise UndefinedResultError(
            "the divisor may be zero",
            where=f"{left} / {right}",
            got=str(divisor),
            expected="a divisor whose possible values are all positive or all negative",
            hint="Narrow the divisor by other knowledge, then divide intervals: b.interval().intersection(known).",
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
    """Return ``statement × factor + offset``, or ``offset − statement × factor`` with the opposite qualifier."""
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
