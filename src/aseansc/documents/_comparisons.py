"""Whether the number in a comparison column is the ratio of its two levels, or something else."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, final


@final
class Fit(Enum):
    """How a comparison agrees with its levels; `question` has the English and Vietnamese reason of a gap."""

    UNKNOWN = 0
    RATIO = 1
    INVERSE = 2
    DIFFERENCE = 3
    GROWTH = 4
    NONE = 5

    @property
    def question(self) -> tuple[str, str] | None:
        """What to ask if the number agrees with its levels, but not in the way that its head states."""
        return _QUESTIONS.get(self)


_QUESTIONS: Final = {
    Fit.INVERSE: (
        "the formula of “{number}”: its head is “{head}”, and the levels give it only the other way round",
        "công thức của “{number}”: tiêu đề là “{head}” nhưng số này chỉ khớp khi chia ngược lại",
    ),
    Fit.DIFFERENCE: (
        "whether “{number}” is a difference: its head is “{head}”, and the levels differ by it",
        "“{number}” có phải là hiệu số: tiêu đề là “{head}” nhưng hai mức chênh nhau đúng số này",
    ),
    Fit.GROWTH: (
        "whether “{number}” is the growth in percent: its head is “{head}”, and the levels differ by this percentage",
        "“{number}” có phải là tốc độ tăng: tiêu đề là “{head}” nhưng hai mức tăng, giảm đúng tỷ lệ này",
    ),
}


def fit_of(number: Decimal, level: Decimal, base: Decimal) -> Fit:
    """Return how a printed comparison agrees with the two printed levels, each within its rounding."""
    ratio = _quotients(level, base)
    if _is_between(number, ratio):
        return Fit.RATIO
    if _is_between(number, _quotients(base, level)):
        return Fit.INVERSE
    difference, spread = Fraction(level) - Fraction(base), _half(level) + _half(base)
    if _is_between(number, (difference - spread, difference + spread)):
        return Fit.DIFFERENCE
    growth = None if ratio is None else (ratio[0] - 100, ratio[1] - 100)
    return Fit.GROWTH if _is_between(number, growth) else Fit.NONE


def _half(number: Decimal) -> Fraction:
    """Return half of one step in the last digit of a number."""
    exponent = number.as_tuple().exponent
    return Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2


def _quotients(level: Decimal, base: Decimal) -> tuple[Fraction, Fraction] | None:
    """Return the least and the largest percentage that two rounded levels can have."""
    low, high = abs(Fraction(base)) - _half(base), abs(Fraction(base)) + _half(base)
    if low <= 0 or level.is_signed() is not base.is_signed() or not level:
        return None
    size = abs(Fraction(level))
    return max(size - _half(level), Fraction(0)) * 100 / high, (size + _half(level)) * 100 / low


def _is_between(number: Decimal, ends: tuple[Fraction, Fraction] | None) -> bool:
    return ends is not None and ends[0] - _half(number) <= Fraction(number) <= ends[1] + _half(number)
