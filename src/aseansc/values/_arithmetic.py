"""Arithmetic of statements. The interval of a result contains every value that the operands allow.

Exact and ranged operands give exact and ranged results. Sums and differences are exact, and their resolutions are
added; counts, which are points, add nothing. Products and quotients are rounded to 34 digits, and their resolution is
widened to cover every possible value. Operands that are bounded on one side give a result that is bounded on one side,
with the matching qualifier. The floor of quantities that cannot be negative is not a bound that the operands state.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

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
    is_whole,
    place_of,
    round_up,
)
from aseansc.errors import FieldError, OperandError, UndefinedResultError, bug
from aseansc.intervals import EQUAL, GREATER, LESS, Comparison, Interval, interval_of, possible_comparison
from aseansc.units import Unit, UnitKind, conversion_factor, require_same_definition
from aseansc.values._qualifier import OPPOSITE, TWO_SIDED, Qualifier
from aseansc.values._resolution import MORE, computed_digits

if TYPE_CHECKING:
    from aseansc.values._statement import Statement

S = TypeVar("S", bound="Statement")

set_field: Final = object.__setattr__
"""Set a field of a frozen statement during construction."""

_SMALLEST = POWERS_OF_TEN[-EXPONENT_LIMIT]
_KEPT = 6  # digits of an inexact result that are kept beyond the place of its resolution
_SURE = 9  # an exact quotient that cannot be a count is stated to this place after its first digit
_CLOSE = (*TWO_SIDED, Qualifier.ABOUT)


def width_of(statement: Statement, unit: Unit) -> Decimal:
    """Return the width of the interval of an exact statement: its resolution, but 0 for a count in a unit of counts."""
    return ZERO if unit.is_whole and statement.is_count else statement.resolution


def build(
    cls: type[S], magnitude: Decimal, upper: Decimal | None, unit: Unit, qualifier: Qualifier, resolution: Decimal
) -> S:
    """Build a statement from computed fields, without the checks that they always pass.

    A resolution that is a power of ten marks printed digits, so it is widened if the magnitude has finer digits. In a
    unit counted in whole numbers, the resolution 1 marks a count, which is given here as 0; so 1 is widened, too.

    Raises:
        UndefinedResultError: if the magnitude or the resolution is too large, or the result is not a rank.
    """
    if unit.is_whole and qualifier in TWO_SIDED and (not resolution or resolution == ONE):
        resolution = MORE if resolution else ONE
    magnitude, upper, resolution = computed_digits(magnitude, upper, resolution)
    largest = magnitude if upper is None else max(magnitude, upper, key=Decimal.adjusted)
    if resolution.adjusted() > EXPONENT_LIMIT or largest.adjusted() > EXPONENT_LIMIT:
        raise UndefinedResultError(
            "the result is too large",
            got=f"{magnitude} {unit.code} to {resolution}",
            expected=f"a magnitude and a resolution below 10^{EXPONENT_LIMIT + 1}",
        )
    new = object.__new__(cls)
    set_field(new, "magnitude", magnitude)
    set_field(new, "unit", unit)
    set_field(new, "qualifier", qualifier)
    set_field(new, "upper", upper)
    set_field(new, "resolution", resolution)
    if unit.kind is UnitKind.RANK:
        _require_rank(new)
    return new


def _require_rank(new: Statement) -> None:
    """Raise an error if a computed rank is not a place from the first on; a change in rank may be any number."""
    try:
        cast("Any", new)._check()
    except FieldError as error:
        raise UndefinedResultError(
            "the result is not a rank",
            got=error.got,
            expected=error.expected,
            hint="Ranks are compared, not multiplied; a number of places up or down is a Change.",
        ) from None


def stated(cls: type[S], magnitude: Decimal, upper: Decimal | None, unit: Unit, resolution: Decimal) -> S:
    """Build an exact statement, or a range if there is an upper end.

    The resolution 0 means a count. If the lower end is below zero and the unit cannot be negative, the result is
    "at most" the upper end.
    """
    if magnitude < 0 and cls._is_bounded_below(unit):
        upper_limit = EXACT.add(magnitude if upper is None else upper, EXACT.multiply(resolution, HALF))
        return bounded_above(cls, upper_limit, False, unit, resolution or ONE)
    return build(cls, magnitude, upper, unit, Qualifier.EXACT if upper is None else Qualifier.BETWEEN, resolution)


def only_negative(upper_limit: Decimal, unit: Unit, word: str = "at most") -> UndefinedResultError:
    """Return the error for a result that could only be negative, in a unit without negative quantities."""
    return UndefinedResultError(
        "the result would be negative",
        got=f"{word} {upper_limit:f} {unit.code}",
        expected="a result that can be 0 or more",
        hint="A difference that may be negative is a Change: a - b.",
    )


def from_interval(cls: type[S], possible: Interval, unit: Unit, resolution: Decimal) -> S:
    """Build a statement that allows the values of an interval, or more, because digits are rounded outward.

    Raises:
        UndefinedResultError: if the interval has no bounds, or only negative values in a unit that cannot be negative.
    """
    lower, upper = possible.lower, possible.upper
    lower = None if lower is None else _shortened(lower, resolution, PLACE_FLOOR)
    upper = None if upper is None else _shortened(upper, resolution, PLACE_CEILING)
    if upper is None and lower is None:
        raise UndefinedResultError(
            "the result has no bounds",
            got=str(possible),
            expected="operands that bound the result on at least one side",
            hint="Work with intervals: a.interval() + b.interval().",
        )
    if lower is not None and upper is not None:
        return _bounded(cls, lower, upper, unit, resolution)
    if lower is not None:
        if lower < 0 and cls._is_bounded_below(unit):
            return build(cls, ZERO, None, unit, Qualifier.AT_LEAST, resolution)
        return build(
            cls,
            lower,
            None,
            unit,
            _bound(possible.lower_open, lower < 0, (Qualifier.OVER, Qualifier.AT_LEAST)),
            resolution,
        )
    if upper is None:
        raise bug(upper)
    return bounded_above(cls, upper, possible.upper_open, unit, resolution)


def _bounded(cls: type[S], lower: Decimal, upper: Decimal, unit: Unit, resolution: Decimal) -> S:
    if lower == upper:
        width = ZERO if unit.is_whole and is_whole(lower) else resolution
        return build(cls, lower, None, unit, Qualifier.EXACT, width)
    # The ends are already rounded outward, so the finest resolution of their digits is wide enough.
    return stated(cls, lower, upper, unit, POWERS_OF_TEN[min(place_of(lower), place_of(upper), EXPONENT_LIMIT)])


def bounded_above(cls: type[S], upper: Decimal, is_open: bool, unit: Unit, resolution: Decimal) -> S:
    """Build a statement of "under" or "at most"; `is_open` excludes the bound itself."""
    upper = _rounded_up(upper)
    if cls._is_bounded_below(unit) and (upper < 0 or (upper == 0 and is_open)):
        raise only_negative(upper, unit)
    return build(cls, upper, None, unit, _bound(is_open, upper < 0, (Qualifier.UNDER, Qualifier.AT_MOST)), resolution)


def _bound(is_open: bool, is_negative: bool, words: tuple[Qualifier, Qualifier]) -> Qualifier:
    """Return the qualifier for a bound; for a negative magnitude, qualifiers refer to the absolute value."""
    word = words[0] if is_open else words[1]
    return OPPOSITE[word] if is_negative else word


def _upper_end(statement: Statement) -> Decimal:
    return _later(statement.magnitude, statement.upper)


def _later(magnitude: Decimal, upper: Decimal | None) -> Decimal:
    return magnitude if upper is None else upper


def _fit(
    cls: type[S], magnitude: Decimal, upper: Decimal | None, possible: Interval, unit: Unit, min_resolution: Decimal
) -> S:
    """Build an exact or ranged statement with rounded ends, and a resolution that covers all possible values."""
    magnitude, upper, resolution = _covering(magnitude, upper, possible, min_resolution)
    if unit.is_whole and _is_count(possible, magnitude, _later(magnitude, upper)):
        return stated(cls, magnitude, upper, unit, ZERO)
    short, short_upper = _shortened(magnitude, resolution), None if upper is None else _shortened(upper, resolution)
    if short is not magnitude or short_upper is not upper:
        magnitude, upper, resolution = _covering(short, short_upper, possible, min_resolution)
    return stated(cls, magnitude, upper, unit, _rounded_up(resolution))


def _is_count(possible: Interval, low: Decimal, high: Decimal) -> bool:
    """Return whether the ends are whole numbers and bound the possible values exactly."""
    return possible.lower == low and possible.upper == high and is_whole(low) and is_whole(high)


def _covering(
    magnitude: Decimal, upper: Decimal | None, possible: Interval, min_resolution: Decimal
) -> tuple[Decimal, Decimal | None, Decimal]:
    """Return the two ends and a resolution that covers all `possible` values.

    The upper end is ``None`` if it is not above the lower one. The smallest resolution is 0 if the operands are counts.
    """
    if upper is not None and upper <= magnitude:
        upper = None
    if possible.lower is None:
        raise bug(possible.lower)
    if possible.upper is None:
        raise bug(possible.upper)
    margin_below = EXACT.subtract(magnitude, possible.lower)
    margin_above = EXACT.subtract(possible.upper, magnitude if upper is None else upper)
    width = EXACT.multiply(max(margin_below, margin_above), Decimal(2))
    if not min_resolution:
        first_digit = (magnitude if upper is None else upper).adjusted()
        min_resolution = EXACT.multiply(MORE, POWERS_OF_TEN[max(first_digit - _SURE, -EXPONENT_LIMIT)])
        width = max(width, min_resolution)
    return magnitude, upper, round_up(width) if width > 0 else min_resolution


def _rounded_up(number: Decimal) -> Decimal:
    return PLACE_CEILING.quantize(number, _SMALLEST) if place_of(number) < -EXPONENT_LIMIT else number


def ratio(statement: Statement, unit: Unit, operation: str) -> tuple[Decimal, Decimal]:
    """Return the exact factor from the unit of a statement to another unit, as numerator and denominator."""
    if unit.dimension != statement.unit.dimension:
        require_same_definition(statement.unit, unit)
        raise OperandError(
            f"{statement.unit.code} and {unit.code} measure different things",
            where=f"{type(statement).__name__} in {statement.unit.code} {operation} Unit",
            got=(statement, unit),
        )
    return conversion_factor(statement.unit, unit)


def interval_in(interval: Interval, source: Unit, target: Unit) -> Interval:
    """Convert an interval from one unit to another unit of the same dimension.

    Raises:
        OperandError: if the units have different dimensions.
        DefinitionConflictError: if the two define a code differently.

    >>> from aseansc.units import hectare, square_kilometre
    >>> str(interval_in(Interval.point("250"), hectare, square_kilometre))
    '[2.5, 2.5]'
    """
    if source is target:
        return interval
    numerator, denominator = conversion_factor(source, target)
    if source.code == target.code:
        return interval
    return interval * Interval.point(numerator) / Interval.point(denominator)


def converted(statement: S, unit: Unit, operation: str = "to") -> S:
    """Convert a statement to another unit of the same dimension."""
    if unit is statement.unit:
        return statement
    numerator, denominator = ratio(statement, unit, operation)
    if unit.code == statement.unit.code:
        return statement
    if denominator == ONE:
        upper = None if statement.upper is None else EXACT.multiply(statement.upper, numerator)
        new = build(
            type(statement),
            EXACT.multiply(statement.magnitude, numerator),
            upper,
            unit,
            statement.qualifier,
            EXACT.multiply(width_of(statement, unit), numerator),
        )
        statement._carry(new)
        return new
    return _times(statement, numerator, denominator, unit)


def _times(statement: S, numerator: Decimal, denominator: Decimal, unit: Unit) -> S:
    """Multiply a statement by an exact fraction."""
    new = _times_bare(statement, numerator, denominator, unit)
    statement._carry(new)
    return new


def _times_bare(statement: S, numerator: Decimal, denominator: Decimal, unit: Unit) -> S:
    cls = type(statement)
    resolution = statement.resolution
    if numerator:
        step = CEILING.divide(EXACT.multiply(resolution, numerator.copy_abs()), denominator.copy_abs())
        resolution = _rounded_up(round_up(step))
    if statement.qualifier is Qualifier.ABOUT:
        return _times_about(statement, numerator, denominator, unit, resolution)
    possible = statement.stated_interval() * Interval.point(numerator) / Interval.point(denominator)
    if statement.qualifier in TWO_SIDED:
        magnitude, upper = _scaled_ends(statement, numerator, denominator)
        return _fit(cls, magnitude, upper, possible, unit, width_of(statement, statement.unit))
    if cls._is_bounded_below(unit) and numerator and numerator.is_signed() is not denominator.is_signed():
        raise only_negative(ZERO, unit)
    new = from_interval(cls, possible, unit, resolution)
    if statement.qualifier is Qualifier.NEARLY and new.qualifier is Qualifier.UNDER:
        return build(cls, new.magnitude, None, unit, Qualifier.NEARLY, new.resolution)
    return new


def _times_about(statement: S, numerator: Decimal, denominator: Decimal, unit: Unit, resolution: Decimal) -> S:
    """Multiply an approximate statement, which has no interval: the result is approximate too."""
    magnitude, upper = _scaled_ends(statement, numerator, denominator)
    magnitude, upper = _shortened(magnitude, resolution), None if upper is None else _shortened(upper, resolution)
    return _about(type(statement), magnitude, None if upper == magnitude else upper, unit, resolution)


def _about(cls: type[S], magnitude: Decimal, upper: Decimal | None, unit: Unit, resolution: Decimal) -> S:
    if magnitude < 0 and cls._is_bounded_below(unit):
        raise only_negative(magnitude, unit, "about")
    return build(cls, magnitude, upper, unit, Qualifier.ABOUT, resolution)


def _scaled_ends(statement: Statement, numerator: Decimal, denominator: Decimal) -> tuple[Decimal, Decimal | None]:
    """Multiply both ends by a fraction. Return the lower one first, and ``None`` if there is no upper end."""
    ends = [
        HALF_EVEN.divide(EXACT.multiply(end, numerator), denominator)
        for end in (statement.magnitude, _upper_end(statement))
    ]
    return min(ends), None if statement.upper is None else max(ends)


def _shortened(number: Decimal, resolution: Decimal, context: Context = PLACE_HALF_EVEN) -> Decimal:
    """Round an inexact result to six digits beyond its resolution: 0.3333… with the resolution 0.34 is 0.3333333."""
    place = place_of(number)
    inexact = number.adjusted() - place + 1 >= DIGITS
    kept = max(min(resolution.adjusted() - _KEPT, 0), -EXPONENT_LIMIT) if inexact else -EXPONENT_LIMIT
    return context.quantize(number, POWERS_OF_TEN[kept]) if place < kept else number


def scaled(statement: S, operation: str, number: Decimal) -> S:
    """Multiply or divide a statement by a plain number."""
    if operation == "*":
        return _times(statement, number, ONE, statement.unit)
    if not number:
        raise UndefinedResultError("the divisor is zero", got=number, expected="a number other than 0")
    return _times(statement, ONE, number, statement.unit)


def compared(left: Statement, right: Statement) -> Comparison:
    """Compare two statements in the same unit by the intervals that they allow.

    For two exact statements no interval is built, unless they count something: one is certainly greater if the
    difference of the magnitudes is more than half the sum of the resolutions.
    """
    if left.qualifier is not Qualifier.EXACT or right.qualifier is not Qualifier.EXACT:
        return left.interval().compare(right.interval())
    if left.unit.is_whole:
        return _compared_counts(left, right)
    distance = EXACT.subtract(right.magnitude, left.magnitude)
    width = EXACT.add(left.resolution, right.resolution)
    if distance.copy_abs() > width:  # far from each other; performance matters here
        return GREATER if distance.is_signed() else LESS
    half_width = EXACT.multiply(width, HALF)
    if distance.copy_abs() > half_width:
        return GREATER if distance.is_signed() else LESS
    return possible_comparison(less=distance.copy_negate() != half_width, greater=distance != half_width)


def _compared_counts(left: Statement, right: Statement) -> Comparison:
    if not (left.is_count and right.is_count):
        return left.interval().compare(right.interval())
    return (EQUAL, GREATER, LESS)[int(EXACT.compare(left.magnitude, right.magnitude))]  # -1 is the last


def added(cls: type[S], left: Statement, right: Statement, unit: Unit, right_unit: Unit) -> S:
    """Add two statements.

    Args:
        cls: type of the result.
        left: a statement in `unit`.
        right: a statement in `right_unit`, or in a unit that converts to it.
        unit: unit of the result.
        right_unit: unit in which `right` is added, such as percentage points to percent.
    """
    if right.unit is not right_unit:
        if left.qualifier is Qualifier.EXACT and right.qualifier is Qualifier.EXACT and not right.unit.is_whole:
            numerator, denominator = ratio(right, right_unit, "+")
            if denominator == ONE:
                magnitude = EXACT.fma(right.magnitude, numerator, left.magnitude)
                return stated(cls, magnitude, None, unit, EXACT.fma(right.resolution, numerator, width_of(left, unit)))
        right = converted(right, right_unit, "+")
    resolution = EXACT.add(width_of(left, unit), width_of(right, unit))
    if left.qualifier in _CLOSE and right.qualifier in _CLOSE:
        magnitude = EXACT.add(left.magnitude, right.magnitude)
        ranged = left.upper is not None or right.upper is not None
        upper = EXACT.add(_upper_end(left), _upper_end(right)) if ranged else None
        is_about = left.qualifier is Qualifier.ABOUT or right.qualifier is Qualifier.ABOUT
        return (_about if is_about else stated)(cls, magnitude, upper, unit, resolution)
    return from_interval(cls, left.stated_interval() + right.stated_interval(), unit, resolution)


def subtracted(cls: type[S], left: Statement, right: Statement, unit: Unit, right_unit: Unit) -> S:
    """Subtract the right statement from the left one; arguments as for `added`."""
    if right.unit is not right_unit:
        right = converted(right, right_unit, "-")
    resolution = EXACT.add(width_of(left, unit), width_of(right, unit))
    if left.qualifier in _CLOSE and right.qualifier in _CLOSE:
        magnitude = EXACT.subtract(left.magnitude, _upper_end(right))
        ranged = left.upper is not None or right.upper is not None
        upper = EXACT.subtract(_upper_end(left), right.magnitude) if ranged else None
        is_about = left.qualifier is Qualifier.ABOUT or right.qualifier is Qualifier.ABOUT
        return (_about if is_about else stated)(cls, magnitude, upper, unit, resolution)
    return from_interval(cls, left.stated_interval() - right.stated_interval(), unit, resolution)


def multiplied(cls: type[S], left: Statement, right: Statement, unit: Unit, *, per: Decimal = ONE) -> S:
    """Multiply two statements; the product is divided by ``per``, such as 100 for a percentage."""
    possible = left.stated_interval() * right.stated_interval() / Interval.point(per)
    min_resolution = EXACT.add(width_of(left, left.unit), width_of(right, right.unit))
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        ends = [
            HALF_EVEN.divide(EXACT.multiply(a, b), per)
            for a in (left.magnitude, _upper_end(left))
            for b in (right.magnitude, _upper_end(right))
        ]
        return _fit(cls, min(ends), max(ends), possible, unit, min_resolution)
    return from_interval(cls, possible, unit, min_resolution)


def divided(cls: type[S], left: Statement, right: Statement, unit: Unit, *, as_percent: bool = False) -> S:
    """Divide two statements; ``as_percent`` multiplies the quotient by 100."""
    scale = HUNDRED if as_percent else ONE
    divisor = right.stated_interval()
    if (divisor.lower is None or divisor.lower <= 0) and (divisor.upper is None or divisor.upper >= 0):
        raise UndefinedResultError(
            "the divisor may be zero",
            where=f"{left} / {right}",
            got=str(divisor),
            expected="a divisor whose possible values are all positive or all negative",
            hint="Narrow the divisor by other knowledge, then divide intervals: b.interval().intersection(known).",
        )
    possible = left.stated_interval() * Interval.point(scale) / divisor
    min_resolution = EXACT.add(width_of(left, left.unit), width_of(right, right.unit))
    if left.qualifier in TWO_SIDED and right.qualifier in TWO_SIDED:
        ends = [
            HALF_EVEN.divide(EXACT.multiply(a, scale), b)
            for a in (left.magnitude, _upper_end(left))
            for b in (right.magnitude, _upper_end(right))
        ]
        return _fit(cls, min(ends), max(ends), possible, unit, min_resolution)
    return from_interval(cls, possible, unit, min_resolution)


def lowered(cls: type[S], statement: Statement, unit: Unit, *, more: Decimal) -> S:
    """Return ``100 ÷ (statement + more) − 100``: the change to that part of a base, as a percentage of it.

    The statement is a number of times, which is not negative.
    """
    ends = [
        HALF_EVEN.subtract(HALF_EVEN.divide(HUNDRED, EXACT.add(end, more)), HUNDRED)
        for end in (_upper_end(statement), statement.magnitude)
    ]
    upper = None if statement.upper is None else ends[1]
    parts, base = statement.interval() + Interval.point(more), Interval.point(HUNDRED)
    # A number of times that may be 0 sets no upper limit, since a level may be any number of times a level close to 0.
    may_be_zero = parts.lower == ZERO
    most = Interval() if parts.upper is None else base / Interval.point(parts.upper)
    level = interval_of(most.lower or ZERO, None, parts.upper_open, True) if may_be_zero else base / parts
    if statement.qualifier is Qualifier.ABOUT:
        size = EXACT.add(statement.magnitude, more)
        step = CEILING.divide(EXACT.multiply(statement.resolution, HUNDRED), EXACT.multiply(size, size))
        resolution = _rounded_up(round_up(step))
        low, high = (_shortened(end, resolution) for end in (ends[0], ends[0] if upper is None else upper))
        return _about(cls, low, high if high > low else None, unit, resolution)
    if statement.qualifier in TWO_SIDED and not may_be_zero:
        return _fit(cls, ends[0], upper, level - base, unit, statement.resolution)
    return from_interval(cls, level - base, unit, statement.resolution)


def shifted(cls: type[S], statement: Statement, unit: Unit, *, factor: Decimal, offset: Decimal, reversed_: bool) -> S:
    """Return ``statement × factor + offset``, or ``offset − statement × factor`` with the opposite qualifier."""
    ends = [EXACT.multiply(end, factor) for end in (statement.magnitude, _upper_end(statement))]
    if reversed_:
        ends = [EXACT.subtract(offset, end) for end in reversed(ends)]
    else:
        ends = [EXACT.add(end, offset) for end in ends]
    magnitude = ends[0]
    qualifier = statement.qualifier
    if reversed_ is not ((statement.magnitude < 0) is not (magnitude < 0)):
        qualifier = OPPOSITE[qualifier]
    upper = None if statement.upper is None else ends[1]
    return build(cls, magnitude, upper, unit, qualifier, EXACT.multiply(statement.resolution, factor))
