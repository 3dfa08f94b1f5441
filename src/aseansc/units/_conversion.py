"""Exact conversion factors between units, from the sizes of the catalogue."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from aseansc.errors import OperandError
from aseansc.units._unit import Unit, require_same_definition

if TYPE_CHECKING:
    from fractions import Fraction

_FACTORS: Final[dict[tuple[str, str], tuple[Unit, Unit, tuple[Decimal, Decimal]]]] = {}
"""The last computed factor for each pair of codes, with the two unit objects."""


def conversion_factor(source: Unit, target: Unit) -> tuple[Decimal, Decimal]:
    """Return the exact factor from one unit to another of the same dimension, as numerator and denominator.

    Raises:
        OperandError: if the units have different dimensions.
        DefinitionConflictError: if the two define a code differently.

    >>> from aseansc.units import hectare, square_metre
    >>> conversion_factor(square_metre, hectare)
    (Decimal('1'), Decimal('10000'))
    """
    known = _FACTORS.get((source.code, target.code))
    if known is not None and known[0] is source and known[1] is target:
        return known[2]
    require_same_definition(source, target)
    if source.dimension != target.dimension:
        raise OperandError(
            f"{source.code} and {target.code} measure different things",
            where=f"{source.code} to {target.code}",
            expected="two units of one dimension",
        )
    ratio = _size(source) / _size(target)
    found = Decimal(ratio.numerator), Decimal(ratio.denominator)
    _FACTORS[source.code, target.code] = source, target, found
    return found


def _size(unit: Unit) -> Fraction:
    from fractions import Fraction

    size = Fraction(unit.numerator.factor)
    for below in unit.denominators:
        size /= Fraction(below.factor)
    return size
