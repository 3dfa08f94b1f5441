"""Exact decimals: the conversion of all magnitudes, and the decimal contexts for computations.

The library never reads the ambient decimal context.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import Final, TypeAlias

from aseansc.errors import FieldError, FieldTypeError

EXPONENT_LIMIT: Final = 60
"""Magnitudes lie between 10**-60 and 10**61; a number outside is an error, not a statistic."""

DIGITS: Final = 34
"""Significant digits of a computed magnitude (those of IEEE 754 decimal128)."""


def _context(digits: int, rounding: str, *, quiet: bool = False) -> Context:
    traps = [] if quiet else [InvalidOperation]
    return Context(prec=digits, rounding=rounding, Emin=-9999, Emax=9999, capitals=1, clamp=0, flags=[], traps=traps)


_ALL_DIGITS: Final = 4 * EXPONENT_LIMIT + 10

EXACT: Final = _context(_ALL_DIGITS, ROUND_HALF_EVEN)
"""Holds every sum, difference and product of two magnitudes without rounding."""

HALF_EVEN: Final = _context(DIGITS, ROUND_HALF_EVEN)
FLOOR: Final = _context(DIGITS, ROUND_FLOOR)
CEILING: Final = _context(DIGITS, ROUND_CEILING)
FLOOR_12: Final = _context(12, ROUND_FLOOR)
CEILING_12: Final = _context(12, ROUND_CEILING)

FINE: Final = _context(60, ROUND_HALF_EVEN, quiet=True)
"""For roots: the last digits are not exact; a division by zero is an infinity."""

BINARY: Final = _context(15, ROUND_HALF_EVEN, quiet=True)
"""The digits of a decimal number that survive in a binary floating-point number."""

PLACE_HALF_EVEN: Final = _context(_ALL_DIGITS, ROUND_HALF_EVEN)
PLACE_FLOOR: Final = _context(_ALL_DIGITS, ROUND_FLOOR)
PLACE_CEILING: Final = _context(_ALL_DIGITS, ROUND_CEILING)
"""Contexts for rounding to a power of ten, with enough digits for any magnitude."""

_TWO_DIGITS_UP: Final = _context(2, ROUND_CEILING)

DecimalLike: TypeAlias = str | int | Decimal
"""What writes an exact decimal number: text such as ``"40.40"``, an int or a `Decimal`; never a float."""

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
HUNDRED: Final = Decimal(100)

POWERS_OF_TEN: Final = {place: Decimal((0, (1,), place)) for place in range(-EXPONENT_LIMIT, EXPONENT_LIMIT + 1)}
"""10**place for every resolution that a magnitude may have."""

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?([0-9]+))?")
_HINT: Final = "Write the number as a string or Decimal with a decimal point: '40.40', '378E3'."
_EXPECTED: Final = "a finite decimal number as str, Decimal or int"


def as_decimal(value: str | int | Decimal, *, where: str = "magnitude", limit: int = EXPONENT_LIMIT) -> Decimal:
    """Convert to an exact decimal, keeping trailing zeros.

    Args:
        value: the number; a string has a decimal point, optionally an exponent, and nothing else.
        where: name of the number in error messages.
        limit: largest absolute exponent.

    Raises:
        FieldTypeError: for a float, a bool or any other inexact type.
        FieldError: for NaN, an infinity, a string that is not a number, or an exponent beyond the limit.
    """
    return decimal_and_place(value, where, limit)[0]


def decimal_and_place(
    value: str | int | Decimal, where: str = "magnitude", limit: int = EXPONENT_LIMIT
) -> tuple[Decimal, int]:
    """Convert as `as_decimal` does, and return also the power of ten of the last digit."""
    number = value if type(value) is Decimal else _converted(value, where, limit)
    if not number.is_finite():
        raise FieldError("not a finite number", where=where, got=value, expected=_EXPECTED)
    place = EXACT.subtract(number, number).adjusted()  # as `place_of`; performance matters here
    if number.adjusted() > limit or not -limit <= place <= limit:
        raise _out_of_range(where, value, limit)
    return number, place


def _converted(value: object, where: str, limit: int) -> Decimal:
    if isinstance(value, str):
        number = _NUMBER.fullmatch(value)
        if number and (len(value) > 2 * limit + 20 or len(number[1] or "") > 4):
            raise _out_of_range(where, value, limit)
        if number:
            return Decimal(value)
        comma = "," in value and _NUMBER.fullmatch(value.replace(",", "."))
        raise FieldError(
            "not a number written with a decimal point",
            where=where,
            got=value,
            expected=_EXPECTED,
            hint=f"A comma is ambiguous between languages. {_HINT}" if comma else _HINT,
        )
    if isinstance(value, Decimal):  # of a subclass
        return Decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > 8 * limit:  # far beyond the limit: do not spend time converting it
            raise _out_of_range(where, f"an int of {value.bit_length()} bits", limit)
        return Decimal(value)
    raise FieldTypeError(
        f"a {type(value).__name__} is not exact" if isinstance(value, float) else "not an exact number",
        where=where,
        got=value,
        expected=_EXPECTED,
        hint=_HINT,
    )


def _out_of_range(where: str, got: object, limit: int) -> FieldError:
    return FieldError(
        f"the number has digits beyond 10^±{limit}",
        where=where,
        got=got,
        expected=f"a number with digits between 10^-{limit} and 10^{limit}",
    )


def place_of(number: Decimal) -> int:
    """Return the power of ten of the last digit of a finite number: -2 for 25.55, 3 for 378E3."""
    # The adjusted exponent of 25.55 - 25.55 = 0E-2 is the result; this is much faster than as_tuple().
    return EXACT.subtract(number, number).adjusted()


def is_magnitude(number: Decimal) -> bool:
    """Return whether a finite number is within the limits of magnitudes, which `as_decimal` checks."""
    return number.adjusted() <= EXPONENT_LIMIT and place_of(number) >= -EXPONENT_LIMIT


def is_power_of_ten(number: Decimal) -> bool:
    """Return whether a positive number is 10**n."""
    return number == POWERS_OF_TEN.get(number.adjusted())


def is_whole(number: Decimal) -> bool:
    """Return whether a number is an integer."""
    return number == EXACT.to_integral_value(number)


def round_up(number: Decimal) -> Decimal:
    """Round a positive number up to two significant digits."""
    return _TWO_DIGITS_UP.plus(number)


def shown(number: Decimal | tuple[Decimal, ...] | None) -> str:
    """Return the ``repr`` of one or several numbers, independent of the ambient decimal context."""
    if isinstance(number, tuple):
        return f"({', '.join(map(shown, number))})"
    return repr(number) if number is None else f"Decimal('{EXACT.to_sci_string(number)}')"


def plain(number: Decimal) -> str:
    """Return the digits of a number without an exponent: 3845.49, 378000."""
    return format(number, "f")
