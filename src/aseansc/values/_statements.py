"""The base of all stated quantities: magnitude, unit, qualifier and resolution, and the values that they allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, cast, final

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
    is_power_of_ten,
    place_of,
    plain,
)
from aseansc.codelists import CodeList
from aseansc.errors import AseanscError, FieldError, FieldTypeError, OperandError, ParseError
from aseansc.intervals import Interval, interval_of
from aseansc.labels import Lang
from aseansc.units import Unit


@final
class Qualifier(CodeList):
    """The meaning of the word before a figure, which decides the values that a statement allows.

    In the table, v is the magnitude and r the resolution. For a negative magnitude, the words refer to the absolute
    value, so the table is mirrored ("over −5" means below −5).

    ========== =================== ======================= =====================
    code       Vietnamese          possible values         ends
    ========== =================== ======================= =====================
    exact      (no word)           [v − r/2, v + r/2]      both included
    over       trên, hơn           (v, ∞)                  v excluded
    at_least   tối thiểu           [v, ∞)                  v included
    under      dưới, chưa đầy      (−∞, v)                 v excluded
    nearly     gần, ngót           (−∞, v)                 v excluded
    at_most    tối đa              (−∞, v]                 v included
    about      khoảng, xấp xỉ      (−∞, ∞)                 none
    between    từ a đến b          [a − r/2, b + r/2]      both included
    ========== =================== ======================= =====================
    """

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    NEARLY = "nearly"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"


set_field: Final = object.__setattr__
"""Set a field of a frozen statement during construction."""

_BELOW: Final = (Qualifier.OVER, Qualifier.AT_LEAST)  # give a lower bound
_ABOVE: Final = (Qualifier.UNDER, Qualifier.NEARLY, Qualifier.AT_MOST)  # give an upper bound
_RANGED: Final = (Qualifier.BETWEEN, Qualifier.ABOUT)  # a range may be approximate: khoảng 30 - 35 %
_OPEN: Final = (Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY)
TWO_SIDED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)
"""Qualifiers that bound the quantity on both sides."""

OPPOSITE: Final = {
    Qualifier.EXACT: Qualifier.EXACT,
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.NEARLY: Qualifier.OVER,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.ABOUT: Qualifier.ABOUT,
    Qualifier.BETWEEN: Qualifier.BETWEEN,
}
"""The qualifier after a change of sign."""
_FORMAT: Final = re.compile(r",?(?:\.(?P<places>[0-9]{1,2})f)?")
_PLACES: Final = {str(place) for place in range(EXPONENT_LIMIT + 1)}
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}


class _ExplainedCall(type):
    """The metaclass of `Statement`; it explains how to create an object when the arguments are wrong."""

    if not TYPE_CHECKING:  # a type checker knows the arguments from __init__

        def __call__(cls, *positional: Any, **fields: Any) -> Any:
            try:
                return super().__call__(*positional, **fields)
            except TypeError as error:
                if isinstance(error, AseanscError) or _binds(cls, positional, fields):
                    raise
            raise _wrong_arguments(cls, positional, fields)

        @property
        def __signature__(cls) -> Signature:
            """Return the signature of ``__init__`` instead of that of ``__call__``."""
            taken = signature(cls.__init__)
            return taken.replace(parameters=[*taken.parameters.values()][1:])


def _wrong_arguments(cls: type, positional: tuple[Any, ...], fields: Mapping[str, Any]) -> FieldTypeError:
    """Return the error for wrong arguments of a class, with a suggestion of the right call."""
    given = (*positional, *fields.values())
    unit = next((item.code for item in given if isinstance(item, Unit)), "unit")
    number = next((item for item in given if isinstance(item, str | int | Decimal)), 5)
    shown = number if isinstance(number, int) else repr(str(number))
    return FieldTypeError(
        "wrong arguments",
        where=cls.__name__,
        got=(*positional, *(f"{name}=" for name in fields)),
        expected=f"magnitude= and unit=, and optionally {', '.join(f'{name}=' for name in _optional_arguments(cls))}",
        hint=f"Write {cls.__name__}.exact({shown}, {unit}), or .over, .about, .between and so on.",
    )


def name_constructors(cls: type) -> None:
    """Copy the inherited constructors to a class, so that error messages of Python have its name."""
    inherited = {name: thing for base in reversed(cls.__mro__[1:]) for name, thing in vars(base).items()}
    for name, constructor in inherited.items():
        if isinstance(constructor, classmethod) and not name.startswith("_"):
            shared = cast("Any", constructor).__func__
            own = FunctionType(shared.__code__, shared.__globals__, name, shared.__defaults__, shared.__closure__)
            own.__kwdefaults__ = shared.__kwdefaults__
            own.__qualname__ = f"{cls.__name__}.{name}"
            own.__module__, own.__doc__ = cls.__module__, shared.__doc__
            own.__annotations__ = shared.__annotations__
            setattr(cls, name, classmethod(own))


def _binds(cls: type, positional: tuple[Any, ...], fields: Mapping[str, Any]) -> bool:
    """Return whether the signature of a class accepts the arguments."""
    try:
        signature(cls).bind(*positional, **fields)
    except TypeError:
        return False
    return True


def _optional_arguments(cls: type) -> list[str]:
    """Return the names of the optional arguments of a class."""
    return [name for name, taken in signature(cls).parameters.items() if taken.default is not Parameter.empty]


@frozen(kw_only=True, init=False, eq=False)
class Statement(Scalar, metaclass=_ExplainedCall):
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
        if isinstance(magnitude, Decimal) and magnitude.__class__ is Decimal and magnitude.is_finite():
            # The checks of as_decimal, without computing the place of the last digit twice.
            number, place = magnitude, EXACT.subtract(magnitude, magnitude).adjusted()
            if place not in POWERS_OF_TEN or number.adjusted() > EXPONENT_LIMIT:
                as_decimal(number)
        else:
            if isinstance(magnitude, Unit):
                raise FieldTypeError(
                    "a unit is given instead of the number",
                    where=f"{type(self).__name__}.magnitude",
                    got=magnitude,
                    expected="the number first, then the unit",
                    hint=f"Write {type(self).__name__}.exact(5, {magnitude.code}).",
                )
            number = as_decimal(magnitude)
            place = place_of(number)
        if unit.__class__ is not Unit:
            raise FieldTypeError(
                "wrong type",
                where=f"{type(self).__name__}.unit",
                got=unit,
                expected="a Unit",
                hint="Write Unit.parse('household'), or household from aseansc.units.",
            )
        if qualifier.__class__ is not Qualifier:
            qualifier = Qualifier(qualifier)
        high = None if upper is None else as_decimal(upper, where="upper")
        if (qualifier is Qualifier.BETWEEN) if high is None else (qualifier not in _RANGED or high <= number):
            raise FieldError(
                "wrong upper end of a range",
                where=f"{type(self).__name__}.upper",
                got=f"{qualifier}, {magnitude}, upper {upper}",
                expected="upper > magnitude with between or about; no upper with any other qualifier",
                hint=f"Write {type(self).__name__}.between('5', '7', unit).",
            )
        if resolution is None:
            if high is not None:
                place = min(place, place_of(high))
            step = POWERS_OF_TEN[place]
        else:
            step = as_decimal(resolution, where="resolution")
            if step <= 0:
                raise FieldError(
                    "the resolution is not positive",
                    where=f"{type(self).__name__}.resolution",
                    got=resolution,
                    expected="> 0",
                )
            place = step.adjusted()
        if high is not None or resolution is not None or place > 0 or not number:
            number, high, step = to_resolution(number, high, step)
        set_field(self, "magnitude", number)
        set_field(self, "unit", unit)
        set_field(self, "qualifier", qualifier)
        set_field(self, "upper", high)
        set_field(self, "resolution", step)

    def _check(self) -> None:
        """Check the fields; subclasses override it."""

    def _carry(self, new: Statement) -> None:
        """Copy the extra fields of a subclass to a statement computed from this one."""

    @classmethod
    def _is_bounded_below(cls, unit: Unit) -> bool:
        """Return whether statements of this type cannot be negative in a unit."""
        return False

    # -- constructors, named by qualifier

    @classmethod
    def exact(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement without a qualifying word; its value is exact up to rounding."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.EXACT, resolution=resolution)

    @classmethod
    def over(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement of more than a number (*trên*, *hơn*)."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.OVER, resolution=resolution)

    @classmethod
    def at_least(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement of a number or more (*tối thiểu*, *ít nhất*)."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.AT_LEAST, resolution=resolution)

    @classmethod
    def under(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement of less than a number (*dưới*, *chưa đầy*)."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.UNDER, resolution=resolution)

    @classmethod
    def nearly(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement of less than a number but close to it (*gần*, *ngót*); how close is not defined."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.NEARLY, resolution=resolution)

    @classmethod
    def at_most(cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None) -> Self:
        """Create a statement of a number or less (*tối đa*, *nhiều nhất*)."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.AT_MOST, resolution=resolution)

    @classmethod
    def about(
        cls,
        magnitude: DecimalLike,
        unit: Unit,
        *,
        upper: DecimalLike | None = None,
        resolution: DecimalLike | None = None,
    ) -> Self:
        """Create a statement of about a number, or a range with ``upper`` (*khoảng*, *xấp xỉ*); it sets no limits."""
        return cls(magnitude=magnitude, upper=upper, unit=unit, qualifier=Qualifier.ABOUT, resolution=resolution)

    @classmethod
    def between(
        cls,
        lower: DecimalLike,
        upper: DecimalLike,
        unit: Unit,
        *,
        resolution: DecimalLike | None = None,
    ) -> Self:
        """Create a range (*từ … đến …*); its resolution is the finer one of its two ends."""
        return cls(magnitude=lower, upper=upper, unit=unit, qualifier=Qualifier.BETWEEN, resolution=resolution)

    # -- text

    @classmethod
    def parse(cls, text: str, units: Iterable[Unit] = ()) -> Self:
        """Parse the text that ``str()`` returns.

        Args:
            text: an optional qualifier, a number or range, a unit, and the resolution of a computed statement, such as
                ``over 60000 household_turn``, ``5..7 percent`` or ``8 project to 2``.
            units: custom units, in addition to the catalogue.

        Raises:
            ParseError: if the text has another form.
            UnknownUnitError: if the unit is unknown.
            FieldError: if the number is not allowed.
        """
        words = text.split(" ") if isinstance(text, str) else []
        more: dict[str, Any] = {}
        try:
            if cls._forms:
                if words[0] not in cls._forms:
                    raise IndexError
                more["form"] = words.pop(0)
            qualifier = _QUALIFIERS.get(words[0], Qualifier.EXACT)
            if qualifier is not Qualifier.EXACT:
                del words[0]
            number, code, *computed = words
            if computed:
                to, more["resolution"] = computed
                if to != "to":
                    raise IndexError
        except (IndexError, ValueError):
            form = f"{' | '.join(cls._forms)}, then " if cls._forms else ""
            raise ParseError(
                f"cannot parse a {cls.__name__}",
                where=cls.__name__,
                got=text,
                expected=f"{form}[qualifier] number unit, such as 'over 60000 household_turn' or '5..7 percent'",
            ) from None
        low, dots, high = number.partition("..")
        if dots and qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
            qualifier, more["upper"] = Qualifier.ABOUT if qualifier is Qualifier.ABOUT else Qualifier.BETWEEN, high
        elif dots:
            low = number  # a range with another qualifier: let the constructor reject the text
        return cls(magnitude=low, unit=Unit.parse(code, units), qualifier=qualifier, **more)

    def __str__(self) -> str:
        is_printed = is_power_of_ten(self.resolution) and self.resolution <= 1
        return self._text(plain) + ("" if is_printed else f" to {plain(EXACT.normalize(self.resolution))}")

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
        wanted = _FORMAT.fullmatch(spec)
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

    def ends(self) -> tuple[Decimal | None, Decimal | None, bool, bool]:
        """Return the lower and upper end of the possible values, and whether each end is included."""
        qualifier = self.qualifier
        if qualifier is Qualifier.EXACT or qualifier is Qualifier.BETWEEN:
            half = EXACT.multiply(self.resolution, HALF)
            high = self.magnitude if self.upper is None else self.upper
            return EXACT.subtract(self.magnitude, half), EXACT.add(high, half), True, True
        if qualifier is Qualifier.ABOUT:
            return None, None, False, False
        closed = qualifier not in _OPEN
        # For a negative magnitude, the words refer to the absolute value.
        if (qualifier in _BELOW) is (self.magnitude >= 0):
            return self.magnitude, None, closed, False
        return None, self.magnitude, False, closed

    def interval(self) -> Interval:
        """Return the values that the statement allows, by its qualifier and resolution alone.

        `Review.interval` also uses what is known about the indicator.

        >>> from aseansc.units import percent
        >>> from aseansc.values import Value
        >>> print(Value.exact("25.55", percent).interval())
        [25.545, 25.555]
        """
        low, high, low_closed, high_closed = self.ends()
        return interval_of(low, high, not low_closed, not high_closed)


def to_resolution(
    number: Decimal, high: Decimal | None, step: Decimal, where: str = "resolution"
) -> tuple[Decimal, Decimal | None, Decimal]:
    """Write a magnitude and an upper end with the digits of a resolution: add zeros, but never drop digits.

    A resolution that is not a power of ten was computed; the digits may then be finer, and trailing zeros are removed.

    Raises:
        FieldError: if a digit is finer than a resolution that is a power of ten.
    """
    if not is_power_of_ten(step):
        high = None if high is None else EXACT.normalize(high) or ZERO
        return EXACT.normalize(number) or ZERO, high, EXACT.normalize(step)
    place = step.adjusted()
    for end in (number, high):
        if end is not None and EXACT.remainder(end, step):
            raise FieldError(
                "the magnitude has digits finer than its resolution",
                where=where,
                got=f"{plain(end)} to {plain(step)}",
                expected=f"a multiple of {plain(step)}",
                hint="Omit the resolution to derive it from the magnitude.",
            )
    quantum = POWERS_OF_TEN[min(place, 0)]
    number = EXACT.quantize(number, quantum)
    if high is not None:
        high = EXACT.quantize(high, quantum) or EXACT.quantize(ZERO, quantum)
    return number or number.copy_abs(), high, POWERS_OF_TEN[place]


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
