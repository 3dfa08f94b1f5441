"""Whether the number in a comparison column is the ratio of its two levels, or something else."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import Enum
from typing import Final, final

_CONTEXT: Final = Context(prec=40, rounding=ROUND_HALF_EVEN)


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
    if _is_between(number, _quotients(level, base)):
        return Fit.RATIO
    if _is_between(number, _quotients(base, level)):
        return Fit.INVERSE
    spread = _half(level) + _half(base)
    difference = _CONTEXT.subtract(level, base)
    if abs(_CONTEXT.subtract(difference, number)) <= spread + _half(number):
        return Fit.DIFFERENCE
    ratio = _quotients(level, base)
    growth = None if ratio is None else (ratio[0] - 100, ratio[1] - 100)
    return Fit.GROWTH if _is_between(number, growth) else Fit.NONE


def _half(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1 if isinstance(exponent, int) else 0)


def _quotients(level: Decimal, base: Decimal) -> tuple[Decimal, Decimal] | None:
    """Return the least and the largest percentage that two rounded levels can have."""
    low, high = abs(base) - _half(base), abs(base) + _half(base)
    if low <= 0 or (level < 0) is not (base < 0) or level == 0:
        return None
    size = abs(level)
    least, most = max(size - _half(level), Decimal(0)), size + _half(level)
    return _CONTEXT.divide(least * 100, high), _CONTEXT.divide(most * 100, low)


def _is_between(number: Decimal, ends: tuple[Decimal, Decimal] | None) -> bool:
    if ends is None:
        return False
    return ends[0] - _half(number) <= number <= ends[1] + _half(number)
