"""Let the amounts of a list of places be the parts of the total before the list, if they are exactly its sum."""

from __future__ import annotations

from itertools import groupby

from aseansc._decimals import EXACT
from aseansc.values import Qualifier, Value
from aseansc.vietnamese._item import Item


def relate_places(items: list[Item]) -> None:
    """Make the amounts of each list of places parts of the last total before it: 500 ha. … : A 300 ha; B 200 ha.

    Args:
        items: the figures in order.
    """
    before: list[Item] = []
    for _, sentence in groupby(items, lambda one: one.sentence):
        levels = [one for one in sentence if one.is_level and isinstance(one.value, Value)]
        listed = [one for one in levels if one.words.amount and one.measured is not None]
        if len(listed) > 1:
            _relate(listed, before)
        before = levels


def _relate(listed: list[Item], before: list[Item]) -> None:
    """Make some amounts the parts of a level of the sentence before, if they are exactly its sum."""
    first = listed[0]
    values = [one.value for one in listed if isinstance(one.value, Value) and one.unit == first.unit]
    if len(values) < len(listed) or any(value.qualifier is not Qualifier.EXACT for value in values):
        return
    total = Value(magnitude=EXACT.create_decimal(sum(value.magnitude for value in values)), unit=values[0].unit)
    wholes = [one for one in before if one.paragraph == first.paragraph and _equals(one, total)]
    whole = wholes[-1].measured if wholes else None
    if whole is not None and not whole.parts and all(one.measured is not whole for one in listed):
        whole.parts = [one.measured for one in listed if one.measured is not None]
        whole.all_parts = True


def _equals(item: Item, total: Value) -> bool:
    """Return whether a level states exactly a total."""
    value = item.value
    if not isinstance(value, Value) or value.qualifier is not Qualifier.EXACT or item.is_plan:
        return False
    return value.unit == total.unit and value.magnitude == total.magnitude
