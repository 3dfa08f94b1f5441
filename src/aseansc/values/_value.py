"""`Value` and `Change`, and the operations between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any, Final, Never, Self, final, overload

from attrs import frozen

from aseansc._creation import thawed
from aseansc._decimals import EXACT, EXPONENT_LIMIT, ONE, POWERS_OF_TEN, as_decimal, is_whole, plain
from aseansc._hypothesis_plugin import offer
from aseansc.errors import FieldError, OperandError, UndefinedResultError
from aseansc.units import (
    Unit,
    UnitKind,
    from_pint,
    per_10_000_point,
    per_100_000_point,
    per_mille_point,
    percent,
    percentage_point,
    require_same_definition,
    to_pint,
)
from aseansc.values import _arithmetic as arithmetic
from aseansc.values._constructors import Constructors
from aseansc.values._qualifier import Qualifier
from aseansc.values._statement import Statement, different_dimensions, refusal


def difference_unit(unit: Unit) -> Unit:
    """Return the unit of the difference of two levels: percentage points for percent, otherwise the same unit."""
    above = unit.numerator
    if above.kind is not UnitKind.SHARE:
        return unit
    points = _POINTS[above.code]
    for below in unit.denominators:
        points /= below
    return points


# Up to Python 3.11, it takes long to look a member up in its enumeration.
_BETWEEN: Final = Qualifier.BETWEEN
_BELOW: Final = (Qualifier.UNDER, Qualifier.NEARLY)
_RANK: Final = UnitKind.RANK

_POINTS: Final = {
    "percent": percentage_point,
    "per_mille": per_mille_point,
    "per_10_000": per_10_000_point,
    "per_100_000": per_100_000_point,
}


def _require_same_dimension(operation: str, left: Statement, right: Statement) -> None:
    require_same_definition(left.unit, right.unit)
    if left.unit.dimension != right.unit.dimension:
        raise refusal(operation, left, right, *different_dimensions(left.unit, right.unit))


@final
@frozen(kw_only=True, init=False, eq=False, repr=False)
class Value(Statement, Constructors[Never]):
    """A stated quantity, as a report prints it: "trên 60.000 lượt hộ", "25,55 %", "458,6 triệu đồng".

    A value is always true, also of 0, and an absence is false: ``if target.value:`` asks whether a value is stated.

    Args:
        magnitude: the printed number times its scale word (million, billion), as str, `Decimal` or int; not a float.
        unit: its unit.
        qualifier: the meaning of the word before the number; ``exact`` if there is none.
        upper: the upper end of a range, with the qualifier ``between`` or ``about``.
        resolution: the value of one step in the last printed digit. It is derived from the magnitude by default: 0.01
            for ``"25.55"``, 1000 for ``"378E3"``.

    Raises:
        FieldError: if the magnitude is not an exact decimal number, has digits finer than the resolution, or is
            negative in a unit that cannot be negative (counts and physical amounts), or is not a whole number from 1
            in ``rank``.

    >>> from aseansc.units import VND, household_turn, percent
    >>> Value.over("60000", household_turn)
    Value.parse('over 60000 household_turn')
    >>> Value.exact("458.6E6", VND).resolution
    Decimal('1E+5')
    >>> Value.exact("25.55", percent) - Value.exact("40.40", percent)
    Change.parse('-14.85 percentage_point to 0.02')
    >>> Value.exact("25.55", percent) + Value.exact("40.40", percent)
    Traceback (most recent call last):
    ...
    aseansc.errors.OperandError: Value in percent + Value in percent: shares cannot be added...
    """

    @classmethod
    def _is_bounded_below(cls, unit: Unit) -> bool:
        return unit.is_never_negative

    def _check(self) -> None:
        if self.unit.kind is _RANK:
            self._check_rank()
        if self.unit.is_never_negative and (
            self.magnitude.is_signed() or (not self.magnitude and self.qualifier in _BELOW)
        ):
            raise FieldError(
                f"a quantity in {self.unit.code} cannot be negative",
                where="Value.magnitude",
                got=f"{self.qualifier.value} {self.magnitude:f}",
                expected="0 or more; above 0 after under or nearly",
                hint="Use a Change for a decrease: Change.exact('-5', unit).",
            )

    def _check_rank(self) -> None:
        ends = (self.magnitude,) if self.upper is None else (self.magnitude, self.upper)
        least = 2 if self.qualifier in _BELOW else 1
        if not all(end >= least and is_whole(end) for end in ends):
            raise FieldError(
                "not a rank",
                where="Value.magnitude",
                got=self._text(plain),
                expected="a whole number from 1, the first place; from 2 after under or nearly",
                hint="A number of places up or down is a Change; a score is a Value in index_point.",
            )

    def _by_number(self, operation: str, other: object) -> Self:
        if self.unit.kind is UnitKind.RANK:
            raise refusal(
                operation,
                self,
                other,
                "a rank has no multiples",
                "Compare ranks with compare; the difference of two ranks is a Change, which can be multiplied.",
            )
        return super()._by_number(operation, other)

    def to(self, unit: Unit) -> Value:
        """Convert the statement to another unit of the same dimension. The qualifier stays the same.

        Raises:
            OperandError: if the unit has another dimension.

        >>> from aseansc.units import hectare, square_kilometre
        >>> Value.exact("3845.49", hectare).to(square_kilometre)
        Value.parse('38.4549 square_kilometre')
        """
        if not isinstance(unit, Unit):
            raise refusal("to", self, unit, "not a Unit", "Write value.to(hectare) or value.to(Unit.parse('hectare')).")
        return arithmetic.converted(self, unit)

    def to_pint(self, registry: Any) -> Any:
        """Convert the magnitude and unit to a quantity of a pint registry. The resolution is lost.

        Args:
            registry: the caller's `pint.UnitRegistry`; the quantity has its number type.

        Raises:
            UnknownUnitError: if the registry lacks the unit; the message has the definitions to add.
            OperandError: if the qualifier is not ``exact``, because a pint quantity has no qualifier.
        """
        if self.qualifier is not Qualifier.EXACT:
            raise OperandError(
                "a pint quantity cannot have a qualifier",
                where="Value.to_pint",
                got=self,
                expected="an exact statement",
                hint="Convert an end of .interval() instead.",
            )
        return to_pint(self.magnitude, self.unit, registry)

    @classmethod
    def from_pint(cls, quantity: Any, units: Iterable[Unit] = ()) -> Value:
        """Create an exact statement from a pint quantity.

        Args:
            quantity: a quantity of any registry, with an exact magnitude (int or Decimal).
            units: custom units, in addition to the catalogue.

        Raises:
            FieldTypeError: if the magnitude is a float; build the registry with ``non_int_type=Decimal``.
            UnknownUnitError: if the unit is neither in the catalogue nor in `units`.
        """
        magnitude, unit = from_pint(quantity, units)
        return cls(magnitude=as_decimal(magnitude, where="Value.from_pint"), unit=unit)

    def __add__(self, other: Value | Change) -> Value:
        if other.__class__ is Value:
            if not self.unit.is_additive or not other.unit.is_additive:
                raise refusal("+", self, other, *_why_not_additive(self.unit, other.unit))
        elif other.__class__ is not Change:
            raise refusal("+", self, other)
        return arithmetic.added(Value, self, other, self.unit, self._unit_for_other("+", other))

    @overload
    def __sub__(self, other: Value) -> Change: ...
    @overload
    def __sub__(self, other: Change) -> Value: ...
    def __sub__(self, other: Value | Change) -> Value | Change:
        if other.__class__ is Value:
            return arithmetic.subtracted(
                Change, self, other, difference_unit(self.unit), self._unit_for_other("-", other)
            )
        if other.__class__ is Change:
            return arithmetic.subtracted(Value, self, other, self.unit, self._unit_for_other("-", other))
        raise refusal("-", self, other)

    def _unit_for_other(self, operation: str, other: Value | Change) -> Unit:
        """Return the unit to convert the other operand of a sum or difference to.

        For a `Value` it is the unit of this value; for a `Change`, percentage points if this value is in percent.

        Raises:
            OperandError: if the other operand has another dimension.
            DefinitionConflictError: if the two define a unit code differently.
        """
        wanted = self.unit if other.__class__ is Value else difference_unit(self.unit)
        if other.unit is wanted:
            return wanted
        if other.unit.code == wanted.code or wanted.parts:
            require_same_definition(wanted, other.unit)
        if other.unit.dimension != wanted.dimension:
            raise refusal(operation, self, other, *_why_not_same_dimension(self, other, wanted))
        return wanted

    @overload  # type: ignore[override]  # wider on purpose: two statements can be multiplied
    def __mul__(self, other: Value | int | Decimal) -> Value: ...
    @overload
    def __mul__(self, other: Change) -> Change: ...
    def __mul__(self, other: Value | Change | int | Decimal) -> Value | Change:
        if isinstance(other, Change):
            return other * self
        if not isinstance(other, Value):
            return self._by_number("*", other)
        for share, whole in ((self, other), (other, self)):
            if share.unit.kind is UnitKind.SHARE and whole.unit.is_additive:
                per = EXACT.divide(_THOUSAND, share.unit.factor)  # 100 for percent, 10,000 for per_10_000
                return arithmetic.multiplied(Value, share, whole, whole.unit, per=per)
        for rate, count in ((self, other), (other, self)):
            below = _denominator_like(rate.unit, count.unit)
            if below is not None:
                return arithmetic.multiplied(Value, rate, arithmetic.converted(count, below, "*"), rate.unit * below)
        raise refusal("*", self, other)

    def __truediv__(self, other: Value | int | Decimal) -> Value:
        if not isinstance(other, Value):
            return self._by_number("/", other)
        if self.unit.is_additive and self.unit.dimension == other.unit.dimension:
            return arithmetic.divided(
                Value, self, arithmetic.converted(other, self.unit, "/"), percent, as_percent=True
            )
        if other.unit.is_additive and (self.unit.is_additive or _may_divide(self.unit, other.unit)):
            return arithmetic.divided(Value, self, other, self.unit / other.unit)
        raise refusal("/", self, other)


def value_of(number: Decimal, unit: Unit, qualifier: Qualifier = Qualifier.EXACT, place: int | None = None) -> Value:
    """Return a value as `Value` does, in less than half the time; for many values.

    Args:
        number: the magnitude.
        unit: the unit.
        qualifier: the qualifier.
        place: the exponent of the last digit of the number, if it is known.

    Raises:
        FieldError: as for `Value`.
    """
    if place is None:
        is_number = number.__class__ is Decimal and number.is_finite()
        place = EXACT.subtract(number, number).adjusted() if is_number else EXPONENT_LIMIT + 1
    if (
        -EXPONENT_LIMIT <= place <= EXPONENT_LIMIT
        and number
        and number.adjusted() <= EXPONENT_LIMIT
        and unit.__class__ is Unit
        and qualifier.__class__ is Qualifier
        and qualifier is not _BETWEEN
        and not (unit.is_never_negative and number.is_signed())
        and unit.kind is not _RANK
    ):
        made = _new(_ThawedValue)
        made.magnitude = number if place <= 0 else EXACT.quantize(number, ONE)
        made.unit = unit
        made.qualifier = qualifier
        made.upper = None
        made.resolution = POWERS_OF_TEN[place]
        made.__class__ = Value
        value: Value = made
        return value
    return Value(magnitude=number, unit=unit, qualifier=qualifier)


_new: Final[Callable[[type], Any]] = object.__new__
_ThawedValue: Final = thawed(Value)


@final
@frozen(kw_only=True, init=False, eq=False, repr=False)
class Change(Statement, Constructors[Never]):
    """The difference between two levels: 11 357 households fewer, 3.7 percentage points more (*tăng 3,7 điểm %*).

    Its unit is the unit of the levels, or percentage points for levels in percent; a change per year has a unit such as
    ``percentage_point/year``. Use `RelativeChange` for a percentage of the earlier level. The arguments are those of
    `Value`; negative magnitudes are allowed.

    Raises:
        FieldError: if the unit is percent or per mille, or for the reasons given for `Value`.

    >>> from aseansc.units import percent, percentage_point, year
    >>> fall = Change.exact("-4.95", percentage_point / year)
    >>> fall * Value.exact(3, year)
    Change.parse('-14.85 percentage_point to 5')
    >>> Value.exact("45.41", percent) + Change.exact("3.70", percentage_point)
    Value.parse('49.11 percent to 0.02')
    """

    def _check(self) -> None:
        if self.unit.numerator.kind is UnitKind.SHARE:
            raise FieldError(
                "wrong unit for a difference of shares",
                where="Change.unit",
                got=self.unit,
                expected=repr(difference_unit(self.unit)),
                hint="Use a RelativeChange for a percentage of the earlier level.",
            )

    def __neg__(self) -> Change:
        return self * -1

    def to(self, unit: Unit) -> Change:
        """Convert the change to another unit of the same dimension.

        Raises:
            OperandError: if the unit has another dimension.
        """
        if not isinstance(unit, Unit):
            raise refusal("to", self, unit, "not a Unit", "Write change.to(hectare).")
        return arithmetic.converted(self, unit)

    def __add__(self, other: Change) -> Change:
        if other.__class__ is not Change:
            raise refusal("+", self, other)
        _require_same_dimension("+", self, other)
        return arithmetic.added(Change, self, other, self.unit, self.unit)

    def __sub__(self, other: Change) -> Change:
        if other.__class__ is not Change:
            raise refusal("-", self, other)
        _require_same_dimension("-", self, other)
        return arithmetic.subtracted(Change, self, other, self.unit, self.unit)

    def __mul__(self, other: Value | int | Decimal) -> Change:
        if not isinstance(other, Value):
            return self._by_number("*", other)
        below = _denominator_like(self.unit, other.unit)
        if below is None or other.unit.kind is not UnitKind.DURATION:
            raise refusal("*", self, other)
        return arithmetic.multiplied(Change, self, arithmetic.converted(other, below, "*"), self.unit * below)

    def __truediv__(self, other: Value | int | Decimal) -> Change:
        if not isinstance(other, Value):
            return self._by_number("/", other)
        if other.unit.kind is not UnitKind.DURATION or not _may_divide(self.unit, other.unit):
            raise refusal("/", self, other)
        return arithmetic.divided(Change, self, other, self.unit / other.unit)


def _denominator_like(rate: Unit, unit: Unit) -> Unit | None:
    """Return the denominator of a rate with the dimension of a unit, or ``None``."""
    return next((below for below in rate.denominators if below.dimension == unit.dimension), None)


def _may_divide(unit: Unit, divisor: Unit) -> bool:
    """Return whether a quotient of the two units is meaningful."""
    return divisor.is_additive and divisor.dimension not in (
        unit.numerator.dimension,
        *(below.dimension for below in unit.denominators),
    )


def _why_not_additive(left: Unit, right: Unit) -> tuple[str, str]:
    for unit in (left, right):
        if unit.kind is UnitKind.SHARE:
            return (
                "shares cannot be added, because each refers to its own whole",
                "Add amounts (share * whole) instead, or add a Change in percentage points to a level.",
            )
        if unit.kind is UnitKind.SHARE_POINT:
            return "percentage points need a Change, not a Value", "Write Change.exact('3.7', percentage_point)."
    return (
        "only counts, money, physical amounts and durations can be added",
        "Multiply a quotient by its denominator first: rate * count.",
    )


def _why_not_same_dimension(level: Value, other: Value | Change, wanted: Unit) -> tuple[str, str]:
    if isinstance(other, Change) and other.unit.denominators and not level.unit.denominators:
        return (
            "a change per unit of time cannot be added to a level",
            "Multiply it by a duration first: change * Value.exact(3, year).",
        )
    if isinstance(other, Change):
        return (
            f"a change of a level in {level.unit.code} must be in {wanted.code}",
            "Use a change of the same indicator.",
        )
    return (
        f"{level.unit.code} and {other.unit.code} measure different things",
        "Record them as figures of two indicators.",
    )


_THOUSAND: Final = Decimal(1000)
"""The size of a whole in the base unit of shares, per mille."""


def total(values: Iterable[Value]) -> Value:
    """Add values of the same additive dimension, in the unit of the first; their order does not matter otherwise.

    Python's `sum` raises an error, because it starts with 0, a number without a unit.

    Raises:
        UndefinedResultError: if there are no values.
        OperandError: if the values cannot be added.

    >>> from aseansc.units import project
    >>> total([Value.exact(28, project), Value.exact("08", project)])
    Value.parse('36 project')
    """
    if not isinstance(values, Iterable):
        raise refusal("total", values, None, "expected several values", "Write total([a, b]).")
    given: list[Value] = []
    for value in values:
        first = given[0] if given else None
        if not isinstance(value, Value):
            raise refusal("total", first, value, "expected values only", "Add changes one by one: a + b.")
        if not value.unit.is_additive:
            raise refusal("total", first, value, *_why_not_additive(value.unit, value.unit))
        given.append(value if first is None else arithmetic.converted(value, first._unit_for_other("+", value)))
    if not given:
        raise UndefinedResultError("no values to add", where="total", expected="at least one value")
    # A sum of a count and a rounded number gets a wider resolution, so the most rounded ones are added first.
    return reduce(add, sorted(given, key=_by_resolution, reverse=True))


def _by_resolution(value: Value) -> tuple[Decimal, Decimal, Decimal, str]:
    return value.resolution, value.magnitude, value.upper or value.magnitude, value.qualifier


def remainder(whole: Value, *parts: Value) -> Value:
    """Subtract parts from a whole: 36 projects minus 28 projects leaves 8.

    Raises:
        OperandError: if the units cannot be added or have different dimensions.
        UndefinedResultError: if the result would be negative or has no bounds.

    >>> from aseansc.units import project
    >>> remainder(Value.exact(36, project), Value.exact(28, project))
    Value.parse('8 project')
    """
    result = whole
    for part in (whole, *parts):
        if not isinstance(part, Value):
            raise refusal("remainder", whole, part, "expected values only")
        if not part.unit.is_additive:
            raise refusal("remainder", whole, part, *_why_not_additive(whole.unit, part.unit))
    for part in parts:
        result = arithmetic.subtracted(Value, result, part, result.unit, result._unit_for_other("remainder", part))
    reach = result.interval().upper
    if reach is not None and reach < 0:
        raise arithmetic.only_negative(reach, result.unit)
    return result


offer(Change, Value)
