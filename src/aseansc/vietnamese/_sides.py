"""Numbers with their units, alone or together: the ends of a range, a part and its whole, a rate and its base."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import define

from aseansc._decimals import EXACT
from aseansc.units import per_10_000, per_100_000, per_mille, percent
from aseansc.values import Qualifier
from aseansc.vietnamese._conventions import Read
from aseansc.vietnamese._numerals import Numeral
from aseansc.vietnamese._units import UnitRead

PER: Final = {
    Decimal(100): percent,
    Decimal(1_000): per_mille,
    Decimal(10_000): per_10_000,
    Decimal(100_000): per_100_000,
}
"""Denominators of rates, with the unit of the rate."""
BASES: Final = frozenset({*PER, Decimal(1_000_000)})
"""Denominators that may be named before the number of a rate; the catalogue has no unit per million."""


@define
class Side:
    """One end of a range, one side of a ratio, or a single number, with its scale and unit."""

    numeral: Numeral
    unit: UnitRead | None
    read: Read
    end: int
    negative: bool = False

    @property
    def magnitude(self) -> Decimal:
        """The number times its scale, with its sign and all printed digits."""
        number, power = self.read.number, self.numeral.power
        magnitude = EXACT.scaleb(number, power) if power else number
        return EXACT.minus(magnitude) if self.negative and magnitude else magnitude

    @property
    def has_scale_or_unit(self) -> bool:
        """Whether a scale or unit is printed with this number."""
        return bool(self.numeral.power) or self.unit is not None


@define
class Quantity:
    """One number, or two: the ends of a range, a part and its whole, or a rate and its denominator.

    The qualifier is one between the two numbers of a rate: cứ 100 hộ thì có khoảng 2 hộ nghèo.
    """

    start: int
    end: int
    low: Side
    high: Side | None = None
    is_range: bool = False
    unit: UnitRead | None = None
    with_from: bool = False
    is_rate: bool = False
    qualifier: Qualifier | None = None
    doubt: str = ""
