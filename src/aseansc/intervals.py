"""Intervals of exact decimals: the possible values of a quantity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final, TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import Record, Scalar, instance_of
from aseansc._decimals import CEILING, EXACT, FLOOR, ZERO, as_decimal, place_of, plain
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import CodeList
from aseansc.errors import FieldError, FieldTypeError, OperandError, UndefinedResultError, bug

__all__ = ["Certainty", "Comparison", "Interval"]


@final
class Certainty(CodeList):
    """Whether a relation between two quantities holds, if each is only known to be in an interval.

    - ``certain``: it holds for all values of both. It is true.
    - ``possible``: it holds for some values and not for others. Its truth value is an error, because it has none.
    - ``no``: it holds for no values. It is false.

    >>> from aseansc import Value
    >>> from aseansc.units import household
    >>> "fewer" if Value.exact(5, household).compare(Value.exact(6, household)).less else "not fewer"
    'fewer'
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"

    def __bool__(self) -> bool:
        if self is Certainty.POSSIBLE:
            raise OperandError(
                "what is only possible is neither true nor false",
                got=self,
                expected="certain or no",
                hint="Write `is Certainty.CERTAIN`, or `is not Certainty.NO` if a possibility is enough.",
            )
        return self is Certainty.CERTAIN


@final
@frozen(kw_only=True, eq=False, repr=False)
class Comparison(Record):
    """The comparison of two quantities that are known to be in intervals.

    Its truth value is not defined, because each of its answers may be uncertain. Use one of them instead.

    Args:
        less: whether the first quantity is less than the second.
        equal: whether the two are equal.
        greater: whether the first quantity is greater than the second.

    >>> from aseansc import Value
    >>> from aseansc.units import household
    >>> found = Value.at_most(5, household).compare(Value.at_least(5, household))
    >>> found.less, found.equal, found.at_most
    (Certainty.POSSIBLE, Certainty.POSSIBLE, Certainty.CERTAIN)
    """

    less: Certainty = field(validator=instance_of(Certainty))
    equal: Certainty = field(validator=instance_of(Certainty))
    greater: Certainty = field(validator=instance_of(Certainty))

    @property
    def at_most(self) -> Certainty:
        """Whether the first quantity is less than the second or equal to it."""
        return _NEGATION[self.greater]

    @property
    def at_least(self) -> Certainty:
        """Whether the first quantity is greater than the second or equal to it."""
        return _NEGATION[self.less]

    def __bool__(self) -> bool:
        raise OperandError(
            "a comparison has no truth value",
            got=self,
            hint="Use .less, .at_most, .equal, .at_least or .greater; each is Certainty.CERTAIN, .POSSIBLE or .NO.",
        )


_NEGATION: Final = {
    Certainty.CERTAIN: Certainty.NO,
    Certainty.POSSIBLE: Certainty.POSSIBLE,
    Certainty.NO: Certainty.CERTAIN,
}


def _comparison(less: Certainty, equal: Certainty, greater: Certainty) -> Comparison:
    return Comparison(less=less, equal=equal, greater=greater)


LESS: Final = _comparison(Certainty.CERTAIN, Certainty.NO, Certainty.NO)
EQUAL: Final = _comparison(Certainty.NO, Certainty.CERTAIN, Certainty.NO)
GREATER: Final = _comparison(Certainty.NO, Certainty.NO, Certainty.CERTAIN)
_POSSIBLE: Final = {
    (less, equal, greater): _comparison(
        Certainty.POSSIBLE if less else Certainty.NO,
        Certainty.POSSIBLE if equal else Certainty.NO,
        Certainty.POSSIBLE if greater else Certainty.NO,
    )
    for less in (False, True)
    for equal in (False, True)
    for greater in (False, True)
}


def possible_comparison(*, less: bool, greater: bool) -> Comparison:
    """Return the comparison of two quantities that may be equal."""
    return _POSSIBLE[less, True, greater]


def compare_ends(
    a_lower: Decimal | None,
    a_upper: Decimal | None,
    b_lower: Decimal | None,
    b_upper: Decimal | None,
    *,
    closed_at_lower: bool,
    closed_at_upper: bool,
    points: bool,
) -> Comparison:
    """Compare two intervals given by their ends.

    Args:
        a_lower: lower end of the first; ``None`` for any end means that there is no bound.
        a_upper: upper end of the first.
        b_lower: lower end of the second.
        b_upper: upper end of the second.
        closed_at_lower: whether the lower end of the first and the upper end of the second are both closed.
        closed_at_upper: whether the upper end of the first and the lower end of the second are both closed.
        points: whether both intervals are single values.
    """
    # The first is certainly less if its upper end is below the lower end of the second.
    if (
        a_upper is not None
        and b_lower is not None
        and (a_upper < b_lower or (a_upper == b_lower and not closed_at_upper))
    ):
        return LESS
    if (
        b_upper is not None
        and a_lower is not None
        and (b_upper < a_lower or (b_upper == a_lower and not closed_at_lower))
    ):
        return GREATER
    if points:
        return EQUAL
    less = a_lower is None or b_upper is None or a_lower < b_upper
    greater = a_upper is None or b_lower is None or b_lower < a_upper
    return possible_comparison(less=less, greater=greater)


_END_LIMIT: Final = 1000
"""Largest exponent of an end; larger than for magnitudes, because ends are computed."""

_SMALLEST_END: Final = Decimal((0, (1,), -_END_LIMIT))
_Operation: TypeAlias = Callable[[Decimal, Decimal], Decimal]
_INFINITY: Final = Decimal("Infinity")
_MINUS_INFINITY: Final = Decimal("-Infinity")


def _end(value: str | int | Decimal | None) -> Decimal | None:
    return None if value is None else as_decimal(value, where="Interval end", limit=_END_LIMIT) or ZERO


@final
@frozen(kw_only=True, init=False)
class Interval(Scalar):
    """The possible values of a quantity: all numbers between two exact ends.

    An interval is never empty. Arithmetic rounds outward to 34 digits, so the result contains every possible value.
    Intervals are compared with `compare`, which returns a `Comparison`.

    Args:
        lower: the lower end, or ``None`` for no lower bound.
        upper: the upper end, or ``None`` for no upper bound.
        lower_open: whether the lower end is excluded. Always true without a lower bound.
        upper_open: whether the upper end is excluded. Always true without an upper bound.

    Raises:
        FieldError: if the interval would be empty.

    >>> share = Interval(lower="25.545", upper="25.555")
    >>> share.contains("25.55"), share.contains("25.56")
    (True, False)
    >>> print(share + Interval(lower=1))
    [26.545, ∞)
    """

    lower: Decimal | None = field(default=None)
    upper: Decimal | None = field(default=None)
    lower_open: bool = field(default=False)
    upper_open: bool = field(default=False)

    def __init__(
        self,
        *,
        lower: str | int | Decimal | None = None,
        upper: str | int | Decimal | None = None,
        lower_open: bool = False,
        upper_open: bool = False,
    ) -> None:
        for name, flag in (("lower_open", lower_open), ("upper_open", upper_open)):
            if not isinstance(flag, bool):
                raise FieldTypeError("wrong type", where=f"Interval.{name}", got=flag, expected="a bool")
        low, high = _end(lower), _end(upper)
        if low is not None and high is not None and (low > high or (low == high and (lower_open or upper_open))):
            raise FieldError(
                "the interval is empty",
                where="Interval",
                got=f"{'(' if lower_open else '['}{plain(low)}, {plain(high)}{')' if upper_open else ']'}",
                expected="lower < upper, or lower == upper with both ends closed",
            )
        _set_lower(self, low)
        _set_upper(self, high)
        _set_lower_open(self, low is None or lower_open)
        _set_upper_open(self, high is None or upper_open)

    @classmethod
    def point(cls, value: str | int | Decimal) -> Interval:
        """Return the interval that contains a single value."""
        number = as_decimal(value, where="Interval.point", limit=_END_LIMIT) or ZERO
        return _of(number, number, False, False)

    @property
    def is_point(self) -> bool:
        """Whether only one value is possible."""
        return self.lower is not None and self.lower == self.upper

    @property
    def _is_positive_point(self) -> bool:
        return self.lower is self.upper and self.lower is not None and self.lower > 0

    @property
    def is_bounded(self) -> bool:
        """Whether there is both a lower and an upper bound."""
        return self.lower is not None and self.upper is not None

    def contains(self, item: str | int | Decimal | Interval) -> bool:
        """Return whether a number, or every number of another interval, is in this interval."""
        if not isinstance(item, Interval):
            return self._contains_number(as_decimal(item, where="Interval.contains", limit=_END_LIMIT))
        low = self.lower is None or (
            item.lower is not None
            and (item.lower > self.lower or (item.lower == self.lower and (item.lower_open or not self.lower_open)))
        )
        high = self.upper is None or (
            item.upper is not None
            and (item.upper < self.upper or (item.upper == self.upper and (item.upper_open or not self.upper_open)))
        )
        return low and high

    __contains__ = contains

    def _contains_number(self, number: Decimal) -> bool:
        low, high = self.lower, self.upper
        if low is not None and (number < low or (number == low and self.lower_open)):
            return False
        return high is None or number < high or (number == high and not self.upper_open)

    def overlaps(self, other: Interval) -> bool:
        """Return whether the two intervals have a value in common."""
        _require_interval("overlaps", self, other)
        return self._meet(other) is not None

    def intersection(self, other: Interval) -> Interval:
        """Return the values that are in both intervals.

        Raises:
            UndefinedResultError: if there are none; check with `overlaps` first.
        """
        _require_interval("and", self, other)
        both = self._meet(other)
        if both is None:
            raise UndefinedResultError(
                "the intervals do not overlap",
                got=(str(self), str(other)),
                hint="Check a.overlaps(b) first.",
            )
        return both

    def _meet(self, other: Interval) -> Interval | None:
        low, low_open = self.lower, self.lower_open
        if other.lower is not None and (low is None or other.lower > low or (other.lower == low and other.lower_open)):
            low, low_open = other.lower, other.lower_open
        high, high_open = self.upper, self.upper_open
        if other.upper is not None and (
            high is None or other.upper < high or (other.upper == high and other.upper_open)
        ):
            high, high_open = other.upper, other.upper_open
        if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
            return None
        return _of(low, high, low_open, high_open)

    def compare(self, other: Interval) -> Comparison:
        """Compare a quantity in this interval with a quantity in another."""
        _require_interval("compare", self, other)
        return compare_ends(
            self.lower,
            self.upper,
            other.lower,
            other.upper,
            closed_at_lower=not (self.lower_open or other.upper_open),
            closed_at_upper=not (self.upper_open or other.lower_open),
            points=self.is_point and other.is_point,
        )

    if not TYPE_CHECKING:  # type checkers reject these operations because they do not see them

        def __lt__(self, other: object) -> bool:
            raise OperandError(
                "intervals have no order",
                got=(self, other),
                hint="Use a.compare(b).less, which is certain, possible or no.",
            )

        __le__ = __gt__ = __ge__ = __lt__

    def __add__(self, other: Interval) -> Interval:
        _require_interval("+", self, other)
        return interval_of(
            None if self.lower is None or other.lower is None else FLOOR.add(self.lower, other.lower),
            None if self.upper is None or other.upper is None else CEILING.add(self.upper, other.upper),
            self.lower_open or other.lower_open,
            self.upper_open or other.upper_open,
        )

    def __neg__(self) -> Interval:
        return _of(
            None if self.upper is None else self.upper.copy_negate(),
            None if self.lower is None else self.lower.copy_negate(),
            self.upper_open,
            self.lower_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        _require_interval("-", self, other)
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        _require_interval("*", self, other)
        if other._is_positive_point:
            return _scaled(self, FLOOR.multiply, CEILING.multiply, other.lower)
        # If one end is zero and closed, the product reaches zero even if the other end is open.
        return _from_candidates(
            (_product(FLOOR, a, b), _product(CEILING, a, b), (a_open and (b_open or b != 0)) or (b_open and a != 0))
            for a, a_open in _ends(self)
            for b, b_open in _ends(other)
        )

    def __truediv__(self, other: Interval) -> Interval:
        """Divide two intervals.

        Raises:
            UndefinedResultError: if the divisor contains zero, or zero is one of its ends, even an excluded one.
        """
        _require_interval("/", self, other)
        if (other.lower is None or other.lower <= 0) and (other.upper is None or other.upper >= 0):
            raise UndefinedResultError(
                "the divisor may be zero",
                got=str(other),
                expected="a divisor whose possible values are all positive or all negative",
            )
        if other._is_positive_point:
            return _scaled(self, FLOOR.divide, CEILING.divide, other.lower)
        # Divided by infinity, any number approaches zero without reaching it, unless it is zero.
        return _from_candidates(
            (_quotient(FLOOR, a, b), _quotient(CEILING, a, b), a_open or (b_open and a != 0))
            for a, a_open in _ends(self)
            for b, b_open in _ends(other)
        )

    def __repr__(self) -> str:
        ends = [
            f"{name}={EXACT.to_sci_string(end)!r}"
            for name, end in (("lower", self.lower), ("upper", self.upper))
            if end is not None
        ]
        if self.lower is not None and self.lower_open:
            ends.append("lower_open=True")
        if self.upper is not None and self.upper_open:
            ends.append("upper_open=True")
        return f"Interval({', '.join(ends)})"

    def __str__(self) -> str:
        low = "(-∞" if self.lower is None else f"{'(' if self.lower_open else '['}{plain(self.lower)}"
        high = "∞)" if self.upper is None else f"{plain(self.upper)}{')' if self.upper_open else ']'}"
        return f"{low}, {high}"


# The setters of the slots; object.__setattr__ would look each of them up by its name.
_set_lower, _set_upper = Interval.__dict__["lower"].__set__, Interval.__dict__["upper"].__set__
_set_lower_open, _set_upper_open = Interval.__dict__["lower_open"].__set__, Interval.__dict__["upper_open"].__set__


def _within_limits(end: Decimal, outward: Context) -> Decimal | None:
    """Return a computed end within the limits: no bound if it is too large, rounded outward if too small."""
    if not end:
        return ZERO
    if not end.is_finite() or end.adjusted() > _END_LIMIT:
        return None
    return outward.quantize(end, _SMALLEST_END) if place_of(end) < -_END_LIMIT else end


def _of(low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool) -> Interval:
    """Create an interval from ends of other intervals, without checking them."""
    new = object.__new__(Interval)
    _set_lower(new, low)
    _set_upper(new, high)
    _set_lower_open(new, low is None or low_open)
    _set_upper_open(new, high is None or high_open)
    return new


def interval_of(low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool) -> Interval:
    """Create an interval from computed ends: valid ones, but maybe beyond the limits."""
    low = None if low is None else _within_limits(low, FLOOR)
    high = None if high is None else _within_limits(high, CEILING)
    return _of(low, high, low_open, high_open)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest closed interval that contains all given ones; a single one is returned unchanged."""
    known = list(intervals)
    if len(known) == 1:
        return known[0]
    lows, highs = [item.lower for item in known], [item.upper for item in known]
    low = None if None in lows else min(end for end in lows if end is not None)
    high = None if None in highs else max(end for end in highs if end is not None)
    return interval_of(low, high, False, False)


def common_to(intervals: Iterable[Interval]) -> Interval | None:
    """Return the values that are in all given intervals, or ``None`` if there are none."""
    common: Interval | None = UNBOUNDED
    for interval in intervals:
        common = common and common._meet(interval)
    return common


def _ends(interval: Interval) -> tuple[tuple[Decimal, bool], tuple[Decimal, bool]]:
    """Return both ends, each with whether it is excluded; no bound is infinity."""
    low = _MINUS_INFINITY if interval.lower is None else interval.lower
    high = _INFINITY if interval.upper is None else interval.upper
    return (low, interval.lower_open), (high, interval.upper_open)


def _scaled(interval: Interval, down: _Operation, up: _Operation, by: Decimal | None) -> Interval:
    """Multiply or divide both ends by a positive number."""
    if by is None:
        raise bug(by)
    return interval_of(
        None if interval.lower is None else down(interval.lower, by),
        None if interval.upper is None else up(interval.upper, by),
        interval.lower_open,
        interval.upper_open,
    )


def _product(outward: Context, a: Decimal, b: Decimal) -> Decimal:
    """Multiply two ends. All values of an interval are finite, so zero times infinity is zero."""
    return outward.multiply(a, b) if a and b else ZERO


def _quotient(outward: Context, a: Decimal, b: Decimal) -> Decimal:
    return outward.divide(a, b) if b.is_finite() else ZERO


def _from_candidates(ends: Iterable[tuple[Decimal, Decimal, bool]]) -> Interval:
    """Return the interval between the extremes of some ends, each rounded down, rounded up, and whether excluded."""
    known = list(ends)
    low, low_open = min((low, is_open) for low, _, is_open in known)
    high, high_closed = max((high, not is_open) for _, high, is_open in known)
    return interval_of(low, high, low_open, not high_closed)


def _require_interval(operation: str, left: Interval, right: object) -> None:
    if not isinstance(right, Interval):
        raise OperandError(
            f"wrong type for the operation {operation!r} with an interval",
            got=right,
            expected="an Interval",
            hint="Use Interval.point('5') for a single number.",
        )


UNBOUNDED: Final = Interval()
"""All numbers."""

NOT_NEGATIVE: Final = Interval(lower=0)
"""Zero and all positive numbers."""


offer(Comparison, Interval)
