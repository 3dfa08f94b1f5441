"""Conventions on what approximate words such as *gần* (nearly) and *khoảng* (about) usually mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, instance_of, not_blank
from aseansc._decimals import CEILING, FLOOR, ONE, ZERO
from aseansc.errors import FieldError
from aseansc.intervals import Interval
from aseansc.values import Change, Qualifier, Value


def _share(instance: Any, attribute: Attribute[Any], value: Decimal) -> None:
    if not (value.is_finite() and ZERO < value < ONE):
        raise FieldError(
            "number out of range",
            where=f"Convention.{attribute.name}",
            got=value,
            expected="a Decimal above 0 and below 1",
        )


@final
@frozen(kw_only=True, eq=False, repr=False)
class Convention(Record):
    """A named convention on how far the true value may be from a printed number with an approximate word.

    `audit` applies a convention only if the caller passes one, and only adds a reading to undetermined checks. It never
    changes a verdict, because a true report may break any such convention.

    Args:
        name: the name shown with the readings.
        nearly: how far below the printed number the value may be after *gần* (nearly), as a share of that number.
        about: how far above or below it after *khoảng* (about), likewise.
        over: how far above it after *trên* or *hơn* (over), likewise.

    >>> from aseansc.units import person
    >>> print(USUAL.interval(Value.about(200, person)))
    [180.0, 220.0]
    """

    name: str = field(validator=not_blank)
    nearly: Decimal = field(validator=[instance_of(Decimal), _share])
    about: Decimal = field(validator=[instance_of(Decimal), _share])
    over: Decimal = field(validator=[instance_of(Decimal), _share])

    def interval(self, value: Value | Change) -> Interval | None:
        """Return the values that a statement usually allows, or ``None`` for a qualifier without a convention."""
        magnitude = value.magnitude
        size = magnitude.copy_abs()
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
"""The true value is within 10 % of the printed number: a rule of thumb."""
