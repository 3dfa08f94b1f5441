"""Let a figure of the title that the report states again measure what it measures there."""

from __future__ import annotations

from typing import Final

from aseansc._decimals import EXACT
from aseansc.units import UnitKind
from aseansc.values import Value
from aseansc.vietnamese._item import Item, Measured, is_rounded
from aseansc.vietnamese._name_forms import key_of

_FEWEST_DIGITS: Final = 3
"""Digits of a number from which it is hardly equal to another one by chance."""

_FEWEST_SHARED: Final = 3


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
    """Return whether two levels state the same number with enough digits, or one that the title rounds, in one unit."""
    is_level = other.is_level and not other.is_plan and not other.breakdown and other.measured is not None
    if not is_level or not isinstance(item.value, Value) or not isinstance(other.value, Value):
        return False
    if item.value == other.value:
        return len(item.value.magnitude.normalize(EXACT).as_tuple().digits) >= _FEWEST_DIGITS
    return is_rounded(item.value, other.value) and _is_named_alike(item, other)


def _is_named_alike(item: Item, other: Item) -> bool:
    """Return whether most words of the name of a figure are those of the name of another one."""
    own, names = item.measured, other.measured
    words = set(key_of(own.name).split()) if own is not None else set[str]()
    shared = words & set(key_of(names.name).split()) if names is not None else set[str]()
    return len(shared) >= _FEWEST_SHARED and len(shared) * 3 >= len(words) * 2
