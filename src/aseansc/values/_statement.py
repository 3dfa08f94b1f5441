"""The base of all stated quantities: magnitude, unit, qualifier and resolution, and the values that they allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import field, frozen

from aseansc._attrs import Scalar
from aseansc._decimals import (
    EXACT,
    EXPONENT_LIMIT,
    HALF,
    POWERS_OF_TEN,
    ZERO,
    DecimalLike,
    as_decimal,
    decimal_and_place,
    is_power_of_ten,
    place_of,
    plain,
)
from aseansc.errors import FieldError, FieldTypeError, OperandError
from aseansc.intervals import Comparison, Interval, interval_of
from aseansc.units import Unit, require_same_definition
from aseansc.values import _arithmetic as arithmetic
from aseansc.values._qualifier import LOWER_BOUND, RANGED, STRICT, TWO_SIDED, Qualifier
from aseansc.values._resolution import stated_digits, with_zeros

if TYPE_CHECKING:
    from aseansc.labels import Lang

_FORMAT: Final = r",?(?:\.(?P<places>[0-9]{1,2})f)?"
_GROUPED: Final = -3
"""The last place of a number such as 1.245, which may be one thousand, written with a point between the thousands."""

_BETWEEN: Final = Qualifier.BETWEEN  # up to Python 3.11, it takes long to look a member up in its enumeration

_PLACES: Final = {str(place) for place in range(EXPONENT_LIMIT + 1)}


@frozen(kw_only=True, init=False, eq=False)
class Statement(Scalar):
    """Base of `Value`, `Change`, `RelativeChange` and `Attainment`. Do not use it directly.

    `magnitude` is the printed number times its scale word, or the lower end of a range; `upper` is the upper end of a
    range, otherwise ``None``. `resolution` is the value of one step in the last printed digit, a power of ten; computed
    statements may have any resolution.
    """

    magnitude: Decimal = field()
    unit: Unit = field()
    qualifier: Qualifier = field(default=Qualifier.EXACT)
    upper: Decimal | None = field(default=None)
    resolution: Decimal = field()

    _forms: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        *,
        magnitude: DecimalLike,
        unit: Unit,
        qualifier: Qualifier | str = Qualifier.EXACT,
        upper: DecimalLike | None = None,
        resolution: DecimalLike | None = None,
    ) -> None:
        self._state(magnitude, unit, qualifier, upper, resolution)
        self._check()

    def _state(
        self,
        magnitude: DecimalLike,
        unit: Unit,
        qualifier: Qualifier | str,
        upper: DecimalLike | None,
        resolution: DecimalLike | None,
    ) -> None:
        """Convert, check and set the five fields. Performance matters here."""
        if isinstance(magnitude, Unit):
            raise _wrong_unit(type(self).__name__, magnitude, unit)
        number, place = decimal_and_place(magnitude)
        if unit.__class__ is not Unit:
            raise _wrong_unit(type(self).__name__, magnitude, unit)
        if qualifier.__class__ is not Qualifier:
            qualifier = Qualifier(qualifier)
        high = None if upper is None else as_decimal(upper, where="upper")
        if high is not None or qualifier is _BETWEEN:
            _require_range(type(self).__name__, number, high, qualifier)
        if resolution is not None:
            number, high, step = stated_digits(number, high, _step(resolution, type(self).__name__))
        else:
            last_place = place if high is None else min(place, place_of(high))
            step = POWERS_OF_TEN[last_place]
            if last_place <= _GROUPED:
                _refuse_grouped(type(self).__name__, unit, (magnitude, upper))
            if high is not None or place > 0 or not number:
                number, high, step = with_zeros(number, high, step)
        _set_magnitude(self, number)
        _set_unit(self, unit)
        _set_qualifier(self, qualifier)
        _set_upper(self, high)
        _set_resolution(self, step)

    def _check(self) -> None:
        """Check the fields; subclasses override it."""

    def _carry(self, new: Statement) -> None:
        """Copy the extra fields of a subclass to a statement computed from this one."""

    @classmethod
    def _is_bounded_below(cls, unit: Unit) -> bool:
        """Return whether statements of this type cannot be negative in a unit."""
        return False

    def __str__(self) -> str:
        return self._text(plain) + ("" if self.shows_resolution else f" to {plain(EXACT.normalize(self.resolution))}")

    @property
    def shows_resolution(self) -> bool:
        """Whether the digits of the magnitude show the resolution; otherwise it must be written beside them.

        They do not if it is coarser than 1 or is not a power of ten. Three decimals in a unit counted in whole numbers
        do not either, because 1.245 households may be 1,245 households.

        >>> from aseansc.units import household, percent
        >>> from aseansc.values import Value
        >>> Value.exact("25.550", percent).shows_resolution, Value.exact("378E3", household).shows_resolution
        (True, False)
        """
        if not is_power_of_ten(self.resolution) or self.resolution > 1:
            return False
        return self.resolution.adjusted() != _GROUPED or not self.unit.is_whole

    def _text(self, digits: Callable[[Decimal], str]) -> str:
        number = digits(self.magnitude)
        if self.upper is not None:
            number += f"..{digits(self.upper)}"
        if self.qualifier not in TWO_SIDED:
            number = f"{self.qualifier.value} {number}"
        return f"{number} {self.unit.code}"

    def __format__(self, spec: str) -> str:
        """Return the statement as text: ``:,`` groups thousands, ``:.1f`` rounds, ``:en`` and ``:vi`` use words.

        Without a format it is `str`. A rounded or grouped number is for reading only: it does not parse back.

        Raises:
            FieldError: for another format.

        >>> from aseansc.units import household_turn
        >>> from aseansc.values import Value
        >>> support = Value.over("60000", household_turn)
        >>> f"{support:,} | {support:en} | {support:vi}"
        'over 60,000 household_turn | over 60,000 household-turns | trên 60.000 lượt hộ'
        """
        if not spec:
            return str(self)
        if spec in ("en", "vi"):
            return self._in_words("vi" if spec == "vi" else "en")
        wanted = re.fullmatch(_FORMAT, spec)
        if wanted is None or (wanted["places"] or "0") not in _PLACES:
            raise FieldError(
                "unknown format of a statement",
                where=f"format of {type(self).__name__}",
                got=spec,
                expected="',' to group thousands, '.1f' to round, ',.1f' for both, or 'en' or 'vi' for words",
            )
        grouped, places = "," in spec, wanted["places"]

        def digits(number: Decimal) -> str:
            rounded = number if places is None else EXACT.quantize(number, POWERS_OF_TEN[-int(places)])
            return f"{rounded:,f}" if grouped else plain(rounded)

        return self._text(digits)

    def _in_words(self, lang: Lang) -> str:
        from aseansc.values._words import in_words

        return in_words(self, lang)

    def __repr__(self) -> str:
        units = self.unit.custom_parts
        return f"{type(self).__name__}.parse({str(self)!r}{f', units={units!r}' if units else ''})"

    def _repr_html_(self) -> str:
        from aseansc.views import as_html

        return as_html(self)

    def __rich__(self) -> object:
        from aseansc.views import as_rich

        return as_rich(self)

    # -- equality and comparison

    def _identity(self) -> tuple[object, ...]:
        return (self.magnitude, self.unit, self.qualifier.value, self.upper, self.resolution)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        that: Any = other
        return bool(
            self.magnitude == that.magnitude
            and (self.resolution is that.resolution or self.resolution == that.resolution)
            and (self.unit is that.unit or self.unit == that.unit)
            and self.qualifier is that.qualifier
            and (self.upper is that.upper or self.upper == that.upper)
        )

    def __hash__(self) -> int:
        return hash(self._identity())

    if not TYPE_CHECKING:  # a type checker refuses these by their absence

        def __lt__(self, other: object) -> bool:
            raise refusal(
                "<", self, other, "statements have no order", "Use a.compare(b).less, which is certain, possible or no."
            )

        __le__ = __gt__ = __ge__ = __lt__

    @property
    def is_count(self) -> bool:
        """Whether it is a count in full digits, which is exact: 36 households, but not 378 thousand or over 5.

        >>> from aseansc.units import household, percent
        >>> from aseansc.values import Value
        >>> Value.exact(36, household).is_count, Value.exact(36, percent).is_count
        (True, False)
        """
        return self.unit.is_whole and self.resolution == 1 and self.qualifier in TWO_SIDED

    def ends(self) -> tuple[Decimal | None, Decimal | None, bool, bool]:
        """Return the lower and upper end of the values that are stated, and whether each end is included.

        They may be negative even in a unit that cannot be: "under 5 households" states no lower end.
        """
        qualifier = self.qualifier
        if qualifier is Qualifier.EXACT or qualifier is Qualifier.BETWEEN:
            high = self.magnitude if self.upper is None else self.upper
            if self.resolution == 1 and self.unit.is_whole:  # a count in full digits
                return self.magnitude, high, True, True
            half = EXACT.multiply(self.resolution, HALF)
            return EXACT.subtract(self.magnitude, half), EXACT.add(high, half), True, True
        if qualifier is Qualifier.ABOUT:
            return None, None, False, False
        closed = qualifier not in STRICT
        # For a negative magnitude, the words refer to the absolute value.
        if (qualifier in LOWER_BOUND) is (self.magnitude >= 0):
            return self.magnitude, None, closed, False
        return None, self.magnitude, False, closed

    def interval(self) -> Interval:
        """Return the values that the statement allows, by its qualifier, resolution and unit alone.

        A count in full digits is a point, and a quantity that cannot be negative is 0 or more. `Review.interval` also
        uses what is known about the indicator.

        >>> from aseansc.units import household, percent
        >>> from aseansc.values import Value
        >>> print(Value.exact("25.55", percent).interval(), Value.exact(36, household).interval())
        [25.545, 25.555] [36, 36]
        >>> print(Value.nearly(35400, household).interval())
        [0, 35400)
        """
        low, high, low_closed, high_closed = self.ends()
        if (low is None or low < 0) and self._is_bounded_below(self.unit):
            low, low_closed = ZERO, True
        return interval_of(low, high, not low_closed, not high_closed)

    def stated_interval(self) -> Interval:
        """Return the values between the stated ends, without the floor at 0 of `interval`."""
        low, high, low_closed, high_closed = self.ends()
        return interval_of(low, high, not low_closed, not high_closed)

    # -- comparison and scaling

    def _comparable(self) -> tuple[Interval, Unit]:
        """Return the possible values and their unit, in one form for all statements of this type."""
        return self.interval(), self.unit

    def compare(self, other: Self) -> Comparison:
        """Compare the stated quantity with that of another statement.

        Returns:
            Whether it is less, equal and greater, each certain, possible or no.

        Raises:
            OperandError: if the other statement has another type or dimension.

        >>> from aseansc.units import household
        >>> from aseansc.values import Value
        >>> Value.over("60000", household).compare(Value.exact("50000", household)).greater
        Certainty.CERTAIN
        """
        if other.__class__ is not self.__class__:
            raise refusal("compare", self, other, "statements of different types cannot be compared")
        if self.unit is other.unit and not self._forms:
            return arithmetic.compared(self, other)
        mine, unit = self._comparable()
        theirs, other_unit = other._comparable()
        require_same_definition(unit, other_unit)
        if unit.dimension != other_unit.dimension:
            raise refusal("compare", self, other, *different_dimensions(unit, other_unit))
        return mine.compare(arithmetic.interval_in(theirs, other_unit, unit))

    def _by_number(self, operation: str, other: object) -> Self:
        if isinstance(other, int | Decimal) and not isinstance(other, bool):
            return arithmetic.scaled(self, operation, as_decimal(other, where="factor"))
        raise refusal(operation, self, other)

    def __mul__(self, other: int | Decimal) -> Self:
        return self._by_number("*", other)

    def __rmul__(self, other: int | Decimal) -> Self:
        return self._by_number("*", other)

    def __truediv__(self, other: int | Decimal) -> Self:
        return self._by_number("/", other)

    if not TYPE_CHECKING:  # type checkers reject these operations because they do not see them

        def __add__(self, other: object) -> Any:
            raise refusal("+", self, other)

        def __sub__(self, other: object) -> Any:
            raise refusal("-", self, other)

        def __radd__(self, other: object) -> Any:
            raise refusal("+", other, self)

        def __rsub__(self, other: object) -> Any:
            raise refusal("-", other, self)

        def __rtruediv__(self, other: object) -> Any:
            raise refusal("/", other, self)


# The setters of the slots; object.__setattr__ would look each of them up by its name.
_set_magnitude, _set_unit, _set_qualifier, _set_upper, _set_resolution = (
    Statement.__dict__[name].__set__ for name in ("magnitude", "unit", "qualifier", "upper", "resolution")
)


def _wrong_unit(kind: str, magnitude: object, unit: object) -> FieldTypeError:
    """Return the error for a unit in the place of the number, or for anything else in the place of the unit."""
    if isinstance(magnitude, Unit):
        return FieldTypeError(
            "a unit is given instead of the number",
            where=f"{kind}.magnitude",
            got=magnitude,
            expected="the number first, then the unit",
            hint=f"Write {kind}.exact(5, {magnitude.code}).",
        )
    return FieldTypeError(
        "wrong type",
        where=f"{kind}.unit",
        got=unit,
        expected="a Unit",
        hint="Write Unit.parse('household'), or household from aseansc.units.",
    )


def _require_range(kind: str, low: Decimal, high: Decimal | None, qualifier: Qualifier | str) -> None:
    if high is None or qualifier not in RANGED or high <= low:
        raise FieldError(
            "wrong upper end of a range",
            where=f"{kind}.upper",
            got=f"{qualifier}, {plain(low)}, upper {None if high is None else plain(high)}",
            expected="upper > magnitude with between or about; no upper with any other qualifier",
            hint=f"Write {kind}.between('5', '7', unit).",
        )


def _refuse_grouped(kind: str, unit: Unit, ends: tuple[object, object]) -> None:
    """Refuse a text with exactly three decimals in a unit counted in whole numbers: 1.245 may be 1,245.

    Raises:
        FieldError: if one of the ends is such a text.
    """
    for text in ends if unit.is_whole else ():
        if isinstance(text, str) and place_of(Decimal(text)) == _GROUPED:
            whole = plain(EXACT.scaleb(Decimal(text), -_GROUPED))
            raise FieldError(
                f"three decimals of a {unit.en}, or a point between thousands",
                where=f"{kind}.magnitude",
                got=text,
                expected=f"{whole}, or {text} with its resolution",
                hint=f"Write {kind}.exact({whole}, {unit.code}), or for an average of {text}: "
                f"{kind}.exact({text!r}, {unit.code}, resolution='0.001').",
            )


def _step(resolution: DecimalLike, kind: str) -> Decimal:
    step = as_decimal(resolution, where="resolution")
    if step <= 0:
        raise FieldError("the resolution is not positive", where=f"{kind}.resolution", got=resolution, expected="> 0")
    return step


def different_dimensions(left: Unit, right: Unit) -> tuple[str, str]:
    return f"{left.code} and {right.code} measure different things", "Record them as figures of two indicators."


def refusal(operation: str, left: object, right: object, problem: str = "", hint: str = "") -> OperandError:
    """Return the error for an operation that is not allowed; `hint` names an alternative.

    Without `problem`, the problem and the hint follow from the types of the operands.
    """
    if not problem:
        problem, hint = _why_not(operation, left, right)
    return OperandError(problem, where=f"{_side(left)} {operation} {_side(right)}", got=(left, right), hint=hint)


def _side(operand: object) -> str:
    if isinstance(operand, Statement):
        return f"{type(operand).__name__} in {operand.unit.code}"
    return type(operand).__name__


def _why_not(operation: str, left: object, right: object) -> tuple[str, str]:
    if isinstance(left, float) or isinstance(right, float):
        return "a float is not exact", "Write Decimal('0.5') or an int."
    if operation in ("*", "/"):
        return (
            f"cannot {'multiply' if operation == '*' else 'divide'} these two",
            "Use an int or a Decimal as factor, or compute with intervals: a.interval() * b.interval().",
        )
    if not (isinstance(left, Statement) and isinstance(right, Statement)):
        return (
            "a plain number has no unit",
            "Add a unit: Value.exact(5, unit). To add several values use total(values); sum() starts with 0.",
        )
    return "cannot add or subtract these two", "Allowed are level - level, level + change and change + change."
