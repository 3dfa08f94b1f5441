"""The indicators that are drafted for the figures of a report, found again by their names and units."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, final

from aseansc.indicators import IndicatorKind
from aseansc.units import Unit, percent
from aseansc.values import RelativeChange, Value
from aseansc.vietnamese._choices import names_for
from aseansc.vietnamese._item import Item, Measured, is_rounded
from aseansc.vietnamese._kinds import better_of, kind_of
from aseansc.vietnamese._left_over import is_amount_of_last
from aseansc.vietnamese._lexicon.drafting import INDEX
from aseansc.vietnamese._lexicon.said_of import NUMBERED_PROGRAMMES, OF_PRODUCT, PART_OF_INDEX, SHORT_INDEX
from aseansc.vietnamese._name_after import kind_of_new, name_of_level
from aseansc.vietnamese._name_forms import key_of, slug_of
from aseansc.vietnamese._names import unit_of_name
from aseansc.vietnamese._naming import is_dependent
from aseansc.vietnamese._offices import with_office
from aseansc.vietnamese._own_units import is_custom


@final
class Indicators:
    """The indicators of a report in order.

    Args:
        items: the figures, to which more are added.
        once: makes ids unique.
    """

    def __init__(self, items: list[Item], once: Callable[[str], str]) -> None:
        self.measured: list[Measured] = []
        self._items = items
        self._once = once
        self._by_name: dict[tuple[str, Unit | None], Measured] = {}
        self._amounts: dict[int, Measured | None] = {}
        """For indicators that are amounts of what is counted right before them, what that is."""

    def of(
        self, item: Item, name: str, unit: Unit | None, kind: IndicatorKind | None = None, *, is_total: bool = False
    ) -> Measured:
        """Return the indicator with a name and a unit; a figure without a name has one of its own."""
        name = with_office(name, item.office)
        key = key_of(name), unit
        known = self._find(*key) if name else None
        if known is not None and not self._contradicts(item, known):
            known.kind = known.kind or kind_of(name, item.words, unit)
            return known
        if known is not None:
            name = name if is_total else self._other_name(item, name, known)
            key = name.casefold() if is_total else key_of(name), unit
            known = self._by_name.get(key) if name else None
            if known is not None and not self._contradicts(item, known):
                return known
        made = self._made(item, name, unit, kind)
        if name:
            self._by_name[key] = self._by_name[key[0], made.unit] = made
            self._by_name.setdefault((key[0], None), made)
        return made

    def named(self, name: str, unit: Unit | None) -> Measured | None:
        """Return the indicator with a name and a unit, if there is one."""
        return self._by_name.get((key_of(name), unit))

    def _contradicts(self, item: Item, known: Measured) -> bool:
        """Return whether a level differs from one of the same indicator and time, and so measures something else."""
        if known.first.paragraph != item.paragraph and is_dependent(known.name):
            return True
        if not _programmes(item) <= _programmes(known.first) and _programmes(known.first):
            return True  # Chương trình 30a: bố trí 14 tỷ đồng. Quyết định 102: bố trí 10 tỷ đồng
        is_apart = known.first.sentence != item.sentence and is_amount_of_last(item)
        if is_apart and self._counted_before(item) is not self._amounts.get(id(known)):
            return True  # mua 200 xe với tổng nguyên giá 20 tỷ đồng. Bán 100 xe với tổng nguyên giá 5 tỷ đồng
        if not item.is_level or not isinstance(item.value, Value):
            return False
        other = known.stated.get(item.circumstances, item.value)
        return other.magnitude != item.value.magnitude and not is_rounded(other, item.value)

    def _counted_before(self, item: Item) -> Measured | None:
        """Return what the figure right before one in its sentence measures."""
        last = self._items[-1] if self._items else None
        return None if last is None or last.sentence != item.sentence else last.measured

    def _other_name(self, item: Item, name: str, known: Measured) -> str:
        """Return the name of an indicator beside one that would have the same: with what is counted or its heading."""
        of = self._counted_before(item) if is_amount_of_last(item) else None
        if of is not None and of.name:
            return name_of_level(name, of.name)
        heading, other = item.heading, known.first.heading
        return (
            f"{name} ({heading})" if heading and heading != other and len(heading.split()) <= _MOST_OF_HEADING else ""
        )

    def _find(self, key: str, unit: Unit | None) -> Measured | None:
        """Return the indicator with a name and a unit; without a unit, any with the name."""
        return self._by_name.get((key, unit)) or (self._by_name.get((key, None)) if unit is None else None)

    def _unit_of_index(self, item: Item, name: str) -> Unit | None:
        """Return the unit of an index whose growth is stated, or of which it is that of a group or a branch."""
        if _SHORT_INDEX.fullmatch(name):
            return percent
        if _PART_OF_INDEX.match(item.words.subject) is None or not isinstance(item.value, RelativeChange):
            return None
        for last in reversed(self._items[-_NEAR:]):
            of = last.measured
            if last.paragraph != item.paragraph or of is None or _OF_PRODUCT.match(of.name):
                return None
            if of.unit == percent and (_INDEX.match(of.name) or _SHORT_INDEX.fullmatch(of.name)):
                return percent
        return None

    def _made(self, item: Item, name: str, unit: Unit | None, kind: IndicatorKind | None) -> Measured:
        """Return a new indicator."""
        ident = slug_of(name) if name else ""
        is_unit_proposed = is_custom(unit)
        if unit is None and item.is_change:
            unit = self._unit_of_index(item, name) or (unit_of_name(name) if name else None)
            is_unit_proposed = unit is not None
        made = Measured(
            id=self._once(ident if ident[:1].isalpha() else f"indicator-{len(self.measured) + 1}"),
            name=name,
            unit=unit,
            kind=kind or (IndicatorKind.RATE if unit == percent else kind_of_new(item, name, unit)),
            better=better_of(name) if name else None,
            first=item,
            is_unit_proposed=is_unit_proposed,
            name_choices=() if name else names_for(item, reversed(self._items[-_NEAR:])),
        )
        self.measured.append(made)
        if is_amount_of_last(item):
            self._amounts[id(made)] = self._counted_before(item)
        return made


def _programmes(item: Item) -> set[str]:
    """Return the programmes, projects and decisions that the clause before a figure names with a number."""
    return {found[0].casefold() for found in _PROGRAMME.finditer(item.words.clause)}


_PROGRAMME: Final = re.compile(NUMBERED_PROGRAMMES, re.IGNORECASE)
_INDEX: Final = re.compile(INDEX, re.IGNORECASE)
_SHORT_INDEX: Final = re.compile(SHORT_INDEX, re.IGNORECASE)
_PART_OF_INDEX: Final = re.compile(PART_OF_INDEX, re.IGNORECASE)
_OF_PRODUCT: Final = re.compile(OF_PRODUCT, re.IGNORECASE)
_MOST_OF_HEADING: Final = 8
_NEAR: Final = 8
"""Figures before one from which names are suggested for it."""
