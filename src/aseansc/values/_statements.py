"""What every stated quantity has: magnitude, unit, qualifier, resolution, and the interval they leave possible."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import Scalar
from aseansc._decimals import (
    EXACT,
    EXPONENT_LIMIT,
    HALF,
    POWERS_OF_TEN,
    ZERO,
    as_decimal,
    is_power_of_ten,
    place_of,
    plain,
)
from aseansc.codelists import CodeList
from aseansc.errors import FieldError, FieldTypeError, OperandError, ParseError
from aseansc.intervals import Interval, interval_of
from aseansc.units import Unit


@final
class Qualifier(CodeList):
    """What the word before a figure says of it, and so which quantities the statement leaves possible.

    With v the magnitude and r the resolution; the words of a negative magnitude are about its size, so for one the
    table is mirrored ("over −5" is below −5).

    ========== =================== ======================= =====================
    code       Vietnamese          leaves possible         ends
    ========== =================== ======================= =====================
    exact      (no word)           [v − r/2, v + r/2]      both closed
    over       trên, hơn           (v, ∞)                  v left out
    at_least   tối thiểu           [v, ∞)                  v kept
    under      dưới, chưa đầy      (−∞, v)                 v left out
    nearly     gần, ngót           (−∞, v)                 v left out
    at_most    tối đa              (−∞, v]                 v kept
    about      khoảng, xấp xỉ      (−∞, ∞)                 none
    between    từ a đến b          [a − r/2, b + r/2]      both closed
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


Lang: TypeAlias = Literal["en", "vi"]
"""The languages in which a statement can be put in words."""

set_field: Final = object.__setattr__
"""How a frozen statement gets its fields, once."""

_BELOW: Final = (Qualifier.OVER, Qualifier.AT_LEAST)  # bound their quantity from below
_ABOVE: Final = (Qualifier.UNDER, Qualifier.NEARLY, Qualifier.AT_MOST)  # bound it from above
_RANGED: Final = (Qualifier.BETWEEN, Qualifier.ABOUT)  # a range may be approximate: khoảng 30 - 35 %
_OPEN: Final = (Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY)
TWO_SIDED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)
"""Qualifiers whose statement is bounded on both sides."""

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
"""What a qualifier becomes when above and below change places."""
_FORMAT: Final = re.compile(r",?(?:\.(?P<places>[0-9]{1,2})f)?")
_PLACES: Final = {str(place) for place in range(EXPONENT_LIMIT + 1)}
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}


@frozen(kw_only=True, init=False, eq=False)
class Statement(Scalar):
    """Base of `Value`, `Change`, `RelativeChange` and `Attainment`; not for use by itself.

    `magnitude` is the number as printed, scale words applied; of a range, its lower end, and `upper` its upper one
    (``None`` for all that is no range). `resolution` is the place of the last printed digit times the scale word, a
    power of ten; a computed statement may have any other.
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
        magnitude: str | int | Decimal,
        unit: Unit,
        qualifier: Qualifier | str = Qualifier.EXACT,
        upper: str | int | Decimal | None = None,
        resolution: str | int | Decimal | None = None,
    ) -> None:
        self._state(magnitude, unit, qualifier, upper, resolution)
        self._check()

    def _state(
        self,
        magnitude: str | int | Decimal,
        unit: Unit,
        qualifier: Qualifier | str,
        upper: str | int | Decimal | None,
        resolution: str | int | Decimal | None,
    ) -> None:
        """Convert, check and set the five fields; the hot path of the library."""
        if isinstance(magnitude, Decimal) and magnitude.__class__ is Decimal and magnitude.is_finite():
            # The checks of as_decimal, without working out the place of the last digit twice.
            number, place = magnitude, EXACT.subtract(magnitude, magnitude).adjusted()
            if place not in POWERS_OF_TEN or number.adjusted() > EXPONENT_LIMIT:
                as_decimal(number)
        else:
            number = as_decimal(magnitude)
            place = place_of(number)
        if unit.__class__ is not Unit:
            raise FieldTypeError(
                "not a unit",
                where=f"{type(self).__name__}.unit",
                got=unit,
                expected="a Unit",
                way_out="Write Unit.parse('household'), or household from aseansc.units.",
            )
        if qualifier.__class__ is not Qualifier:
            qualifier = Qualifier(qualifier)
        high = None if upper is None else as_decimal(upper, where="upper")
        if (qualifier is Qualifier.BETWEEN) if high is None else (qualifier not in _RANGED or high <= number):
            raise FieldError(
                "a range has an upper end above its lower one, and nothing else has an upper end",
                where=f"{type(self).__name__}.upper",
                got=f"{qualifier}, {magnitude}, upper {upper}",
                expected="between, or about, with magnitude < upper; anything else without upper",
                way_out=f"Write {type(self).__name__}.between('5', '7', unit).",
            )
        if resolution is None:
            if high is not None:
                place = min(place, place_of(high))
            step = POWERS_OF_TEN[place]
        else:
            step = as_decimal(resolution, where="resolution")
            if step <= 0:
                raise FieldError(
                    "a resolution is positive",
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
        """What a subclass requires of its fields."""

    def _carry(self, new: Statement) -> None:
        """Give a statement computed from this one what the type has beside the five fields."""

    @classmethod
    def _is_bounded_below(cls, unit: Unit) -> bool:
        """Whether the statements of this type cannot be negative in a unit."""
        return False

    # -- constructors named by qualifier

    @classmethod
    def exact(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """No word before the figure: the reporter's rounding is all that is open."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.EXACT, **more)

    @classmethod
    def over(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Trên*, *hơn*: more than the figure."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.OVER, **more)

    @classmethod
    def at_least(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Tối thiểu*, *ít nhất*: the figure or more."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.AT_LEAST, **more)

    @classmethod
    def under(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Dưới*, *chưa đầy*: less than the figure."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.UNDER, **more)

    @classmethod
    def nearly(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Gần*, *ngót*: less than the figure, and said to be near it; how near, no one knows."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.NEARLY, **more)

    @classmethod
    def at_most(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Tối đa*, *nhiều nhất*: the figure or less."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.AT_MOST, **more)

    @classmethod
    def about(cls, magnitude: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Khoảng*, *xấp xỉ*: near the figure on either side; how near, no one knows. With ``upper``, near a range."""
        return cls(magnitude=magnitude, unit=unit, qualifier=Qualifier.ABOUT, **more)

    @classmethod
    def between(cls, lower: str | int | Decimal, upper: str | int | Decimal, unit: Unit, **more: Any) -> Self:
        """*Từ … đến …*: a range; both ends take the finer of their two resolutions."""
        return cls(magnitude=lower, upper=upper, unit=unit, qualifier=Qualifier.BETWEEN, **more)

    # -- text

    @classmethod
    def parse(cls, text: str, units: Iterable[Unit] = ()) -> Self:
        """Read the text form back: qualifier unless exact, number or range, unit, and what it was computed to.

        Args:
            text: such as ``over 60000 household_turn`` or ``5..7 percent``.
            units: a review's own units.

        Raises:
            ParseError: for a text of another form; `UnknownUnitError` for an unknown unit.
            FieldError: for a number that no statement may have.
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
                f"not the text of a {cls.__name__}",
                where=cls.__name__,
                got=text,
                expected=f"{form}[qualifier] number unit, such as 'over 60000 household_turn' or '5..7 percent'",
            ) from None
        low, dots, high = number.partition("..")
        if dots and qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
            qualifier, more["upper"] = Qualifier.ABOUT if qualifier is Qualifier.ABOUT else Qualifier.BETWEEN, high
        elif dots:
            low = number  # a range with a qualifier: the magnitude is refused as the text it is
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

    # -- sameness and comparing

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
                "<", self, other, "statements have no order", "Write a.compare(b).less: certain, possible or no."
            )

        __le__ = __gt__ = __ge__ = __lt__

    def ends(self) -> tuple[Decimal | None, Decimal | None, bool, bool]:
        """Lower and upper end of what is possible, and whether each is closed."""
        qualifier = self.qualifier
        if qualifier is Qualifier.EXACT or qualifier is Qualifier.BETWEEN:
            half = EXACT.multiply(self.resolution, HALF)
            high = self.magnitude if self.upper is None else self.upper
            return EXACT.subtract(self.magnitude, half), EXACT.add(high, half), True, True
        if qualifier is Qualifier.ABOUT:
            return None, None, False, False
        closed = qualifier not in _OPEN
        # The words of a negative magnitude are about its size.
        if (qualifier in _BELOW) is (self.magnitude >= 0):
            return self.magnitude, None, closed, False
        return None, self.magnitude, False, closed

    def interval(self) -> Interval:
        """Which quantities the statement leaves possible, by its qualifier and resolution alone.

        What is known of the indicator narrows it further: that is `Review.interval`.

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
    """Bring a magnitude and an upper end to one resolution: zeros are added, digits are never taken away.

    A resolution that is no power of ten was computed: the digits may be finer than it, and zeros at their end say
    nothing.
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
                expected=f"a whole multiple of {plain(step)}",
                way_out="Leave the resolution out to have it read from the magnitude.",
            )
    quantum = POWERS_OF_TEN[min(place, 0)]
    number = EXACT.quantize(number, quantum)
    if high is not None:
        high = EXACT.quantize(high, quantum) or EXACT.quantize(ZERO, quantum)
    return number or number.copy_abs(), high, POWERS_OF_TEN[place]


def refusal(operation: str, left: object, right: object, problem: str = "", way_out: str = "") -> OperandError:
    """The refusal of an operation, naming both sides and the way out."""
    if not problem:
        problem, way_out = _why_not(operation, left, right)
    return OperandError(problem, where=f"{_side(left)} {operation} {_side(right)}", got=(left, right), way_out=way_out)


def _side(operand: object) -> str:
    if isinstance(operand, Statement):
        return f"{type(operand).__name__} in {operand.unit.code}"
    return type(operand).__name__


def _why_not(operation: str, left: object, right: object) -> tuple[str, str]:
    if isinstance(left, float) or isinstance(right, float):
        return "a float is not exact", "Write Decimal('0.5') or an int."
    if operation in ("*", "/"):
        return (
            f"{'multiplying' if operation == '*' else 'dividing'} these two has no meaning",
            "Plain ints and Decimals scale a statement; a.interval() has free arithmetic.",
        )
    if not (isinstance(left, Statement) and isinstance(right, Statement)):
        return (
            "a plain number has no unit",
            "Give it its unit: Value.exact(5, unit). To sum values write total(values), for sum() starts from 0.",
        )
    return "these two do not add", "Levels differ by a Change: level - level; level + change."
