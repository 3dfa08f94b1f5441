"""The resolution of a statement: one step in the last printed digit, and the digits that go with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, TypeAlias

from aseansc._decimals import EXACT, ONE, POWERS_OF_TEN, ZERO, plain
from aseansc.errors import FieldError

Digits: TypeAlias = tuple[Decimal, Decimal | None, Decimal]
"""A magnitude, an upper end and a resolution."""

MORE: Final = Decimal("1.1")
"""The factor by which a computed resolution is widened, so that it does not look like a printed one."""


def stated_digits(number: Decimal, high: Decimal | None, step: Decimal) -> Digits:
    """Write a magnitude and an upper end with the digits of a stated resolution: add zeros, but never drop digits.

    Raises:
        FieldError: if a digit is finer than a resolution that is a power of ten.
    """
    power = POWERS_OF_TEN.get(step.adjusted())
    if power is None or step != power:
        return _without_zeros(number, high, step)
    finer = _finer_end(number, high, step)
    if finer is not None:
        raise FieldError(
            "the magnitude has digits finer than its resolution",
            where="resolution",
            got=f"{plain(finer)} to {plain(step)}",
            expected=f"a multiple of {plain(step)}",
            hint="Omit the resolution to derive it from the magnitude.",
        )
    return with_zeros(number, high, power)


def computed_digits(number: Decimal, high: Decimal | None, step: Decimal) -> Digits:
    """Write a computed magnitude and upper end.

    A power of ten marks printed digits, so such a resolution is widened if a digit is finer.
    """
    power = POWERS_OF_TEN.get(step.adjusted())
    if step != power or power is None:
        if high is None:  # as `_without_zeros`; performance matters here
            return EXACT.normalize(number) or ZERO, None, EXACT.normalize(step)
        return _without_zeros(number, high, step)
    if _finer_end(number, high, step) is not None:
        return _without_zeros(number, high, EXACT.multiply(step, MORE))
    return with_zeros(number, high, power)


def _finer_end(number: Decimal, high: Decimal | None, step: Decimal) -> Decimal | None:
    """Return the magnitude or the upper end if it has digits finer than a resolution, else ``None``."""
    if EXACT.remainder(number, step):
        return number
    return high if high is not None and EXACT.remainder(high, step) else None


def _without_zeros(number: Decimal, high: Decimal | None, step: Decimal) -> Digits:
    """Remove trailing zeros: beside a computed resolution they say nothing."""
    high = None if high is None else EXACT.normalize(high) or ZERO
    return EXACT.normalize(number) or ZERO, high, EXACT.normalize(step)


def with_zeros(number: Decimal, high: Decimal | None, power: Decimal) -> Digits:
    """Write a magnitude and an upper end with the digits of a resolution that is a power of ten and loses no digit."""
    quantum = power if power.adjusted() <= 0 else ONE
    number = EXACT.quantize(number, quantum)
    if high is not None:
        high = EXACT.quantize(high, quantum) or EXACT.quantize(ZERO, quantum)
    return number or number.copy_abs(), high, power
