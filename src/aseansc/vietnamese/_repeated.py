"""Let a figure of the title that the report states again measure what it measures there."""

from __future__ import annotations

from typing import Final

from aseansc._decimals import EXACT
from aseansc.units import UnitKind
from aseansc.values import Value
from aseansc.vietnamese._item import Item, Measured

_FEWEST_DIGITS: Final = 3
"""Digits of a number from which it is hardly equal to another one by chance."""


def relate_title(items: list[Item], measured: list[Measured], end: int) -> None:
    """Give the figures of the title the indicators of the same figures below it.

    The name of what only a title counts is chosen, because its words are often those of a headline: *613 người ra đường
    và mãi mãi không về*.

    Args:
        items: the figures in order.
        measured: the indicators, from which those that no figure has any more are removed.
        end: where the title ends.
    """
    for item in (one for one in items if one.start < end and one.is_level):
        own = item.measured
        if own is None or any(one.measured is own for one in items if one is not item) or own.parts:
            continue
        again = next((one for one in items if one.start >= end and _is_same(item, one)), None)
        if again is not None:
            measured.remove(own)
            item.measured = again.measured
        elif own.unit is not None and own.unit.kind is UnitKind.COUNT and own.name:
            own.name, own.name_choices = "", (own.name, *own.name_choices)


def _is_same(item: Item, other: Item) -> bool:
    """Return whether two levels state the same number with enough digits in the same unit."""
    is_level = other.is_level and not other.is_plan and not other.breakdown and other.measured is not None
    if not is_level or not isinstance(item.value, Value) or item.value != other.value:
        return False
    return len(item.value.magnitude.normalize(EXACT).as_tuple().digits) >= _FEWEST_DIGITS
