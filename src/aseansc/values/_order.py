"""The order of figures by magnitude."""

from __future__ import annotations

from decimal import Decimal
from functools import total_ordering
from typing import Final, Protocol, final

from attrs import frozen

from aseansc._decimals import EXACT
from aseansc.codelists import Absent
from aseansc.errors import OperandError
from aseansc.units import Unit, conversion_factor
from aseansc.values._relative import RelativeChange
from aseansc.values._statement import Statement, different_dimensions, refusal
from aseansc.values._value import Change, Value


class HasValue(Protocol):
    """A figure with a value, such as an observation or a target."""

    @property
    def value(self) -> Value | Change | RelativeChange | Absent: ...


_HINT: Final = "Keep the figures with a Value or a Change: [f for f in figures if isinstance(f.value, Value | Change)]."


def by_magnitude(figure: Value | Change | HasValue) -> Magnitude:
    """Return a key for the order of values, or of figures with values, by the printed number in one unit.

    Use it where an order is wanted for display: ``sorted(values, key=by_magnitude)``, ``max(observations,
    key=by_magnitude)``. The order says nothing about certainty: "over 5" and "5" have the same key. Use `compare` for
    that. A range has the place of its lower end, then of its upper end.

    Raises:
        OperandError: if the figure has no value, or a relative one; or, in a comparison of two keys, if the figures are
            not in units of one dimension.

    >>> from aseansc.units import hectare, square_kilometre
    >>> areas = [Value.exact(150, hectare), Value.over(1, square_kilometre), Value.exact(90, hectare)]
    >>> max(areas, key=by_magnitude)
    Value.parse('150 hectare')
    >>> [str(area) for area in sorted(areas, key=by_magnitude)]
    ['90 hectare', 'over 1 square_kilometre', '150 hectare']
    """
    value = figure if isinstance(figure, Statement) else getattr(figure, "value", None)
    if not isinstance(value, Value | Change):
        raise OperandError(
            "no value to order by",
            where="by_magnitude",
            got=figure,
            expected="a Value, a Change, or a figure with one",
            hint=_HINT,
        )
    return Magnitude(value)


@final
@total_ordering
@frozen(eq=False)
class Magnitude:
    """The key of a figure in an order by magnitude, as `by_magnitude` returns it."""

    value: Value | Change

    def __eq__(self, other: object) -> bool:
        return self._order(other) == 0 if isinstance(other, Magnitude) else NotImplemented

    def __lt__(self, other: Magnitude) -> bool:
        return self._order(other) < 0 if isinstance(other, Magnitude) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value.unit.dimension)

    def _order(self, other: Magnitude) -> int:
        """Return -1, 0 or 1 if this key is before the other, equal to it or after it."""
        mine, theirs = self.value, other.value
        if mine.unit.dimension != theirs.unit.dimension:
            raise refusal("order", mine, theirs, *different_dimensions(mine.unit, theirs.unit))
        return _compared(mine, theirs, mine.unit)


def _compared(mine: Value | Change, theirs: Value | Change, unit: Unit) -> int:
    numerator, denominator = conversion_factor(theirs.unit, unit)
    for one, other in zip(_ends(mine), _ends(theirs), strict=True):
        difference = EXACT.compare(EXACT.multiply(one, denominator), EXACT.multiply(other, numerator))
        if difference:
            return int(difference)
    return 0


def _ends(value: Value | Change) -> tuple[Decimal, Decimal]:
    return value.magnitude, value.magnitude if value.upper is None else value.upper
