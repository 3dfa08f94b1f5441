"""Conventions: how near *gần* usually is, what *khoảng* usually allows. Named, given, never built in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, instance_of, not_blank
from aseansc._decimals import CEILING, FLOOR, ONE, ZERO
from aseansc.errors import FieldError
from aseansc.intervals import Interval
from aseansc.values import Qualifier, Value


def _share(instance: Any, attribute: Attribute[Any], value: Decimal) -> None:
    if not (value.is_finite() and ZERO < value < ONE):
        raise FieldError(
            "not a share of the magnitude",
            where=f"Convention.{attribute.name}",
            got=value,
            expected="a Decimal above 0 and below 1",
        )


@final
@frozen(kw_only=True, repr=False)
class Convention(Record):
    """What the words before a number usually mean, as shares of its magnitude.

    An audit that is given one says on undetermined checks what the answer would be by it, and says so. It never makes
    a contradiction: in a report that is true, every built-in tolerance would some day accuse somebody.

    Args:
        name: how readings by it are named.
        nearly: how far below the magnitude *gần* may be.
        about: how far from the magnitude *khoảng* may be, either way.
        over: how far above it *trên* and *hơn* may be.

    >>> from aseansc.units import person
    >>> print(USUAL.interval(Value.about(200, person)))
    [180.0, 220.0]
    """

    name: str = field(validator=not_blank)
    nearly: Decimal = field(validator=[instance_of(Decimal), _share])
    about: Decimal = field(validator=[instance_of(Decimal), _share])
    over: Decimal = field(validator=[instance_of(Decimal), _share])

    def interval(self, value: Value) -> Interval | None:
        """What a statement usually means; ``None`` where its words say all there is to say."""
        magnitude = value.magnitude
        size = abs(magnitude)
        below, above = ZERO, ZERO
        if value.qualifier is Qualifier.ABOUT and value.upper is None:
            below = above = self.about
        elif value.qualifier is Qualifier.NEARLY:
            below = self.nearly
        elif value.qualifier is Qualifier.OVER:
            above = self.over
        else:
            return None
        low = FLOOR.multiply(size, FLOOR.subtract(ONE, below))
        high = CEILING.multiply(size, CEILING.add(ONE, above))
        near = Interval(lower=low, upper=high)
        return near if magnitude >= ZERO else -near


USUAL: Final = Convention(name="usual", nearly=Decimal("0.1"), about=Decimal("0.1"), over=Decimal("0.1"))
"""Within a tenth of the magnitude: a rule of thumb, for those who want one."""
