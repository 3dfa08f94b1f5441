"""Find figures that the figures after them make up exactly, so that they are its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from aseansc._decimals import EXACT
from aseansc.units import UnitKind
from aseansc.values import Qualifier, Value
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._lexicon.lists import BESIDE

_FEWEST: Final = 2
_MOST: Final = 30
"""Parts of a whole that are looked for."""
_FEWEST_DIGITS: Final = 3
"""Digits of a sum that is not met by chance."""


def relate_sums(items: Sequence[Item]) -> None:
    """Make figures the parts of the one before them if they make it up exactly: 961 con; trâu 616 con; bò 345 con.

    A part may be made up by figures after it in the same way, which are then not parts of the whole.
    """
    levels = [item for item in items if _is_counted(item)]
    ends: dict[int, int] = {}
    for at in reversed(range(len(levels))):
        parts, end = _parts_after(levels, at, ends)
        ends[at] = end
        whole = levels[at].measured
        if whole is not None and parts and {*map(id, whole.parts)} <= {*map(id, parts)}:
            whole.parts, whole.all_parts = parts, True


def _is_counted(item: Item) -> bool:
    """Return whether a figure may be a whole or a part: a level that is neither a plan nor the total of a fraction."""
    return item.is_level and not item.is_plan and not item.is_whole and not item.is_aside


def _parts_after(levels: Sequence[Item], at: int, ends: dict[int, int]) -> tuple[list[Measured], int]:
    """Return the parts of a level, and the position after them; without parts, the position after itself."""
    value = levels[at].value
    if not isinstance(value, Value) or not _is_sum(value):
        return [], at + 1
    total, parts = Decimal(0), list[Measured]()
    for next_one, part in _after(levels, at, ends):
        if not isinstance(part.value, Value) or part.measured is None or not _may_be_part(part, levels[at]):
            break
        total = EXACT.add(total, part.value.magnitude)
        parts.append(part.measured)
        if total >= value.magnitude:
            is_met = total == value.magnitude and len(parts) >= _FEWEST
            is_met = is_met and len({*map(id, parts), id(levels[at].measured)}) == len(parts) + 1
            return (parts, next_one) if is_met else ([], at + 1)
    return [], at + 1


def _after(levels: Sequence[Item], at: int, ends: dict[int, int]) -> Iterator[tuple[int, Item]]:
    """Yield the levels after one, without the parts of each, and the position after it and its parts."""
    next_one = at + 1
    for _ in range(_MOST):
        if next_one >= len(levels):
            return
        part = levels[next_one]
        next_one = ends[next_one]
        yield next_one, part


def _is_sum(value: Value) -> bool:
    """Return whether a number has enough digits, so that others do not add up to it by chance."""
    digits = EXACT.normalize(value.magnitude).as_tuple().digits
    is_added = value.unit.kind not in (UnitKind.SHARE, UnitKind.QUOTIENT, UnitKind.MULTIPLE)
    return is_added and value.qualifier is Qualifier.EXACT and len(digits) >= _FEWEST_DIGITS


def _may_be_part(part: Item, whole: Item) -> bool:
    """Return whether a figure is in the unit and section of another, not of another time, and states a number."""
    times = {part.figure.time, whole.figure.time} - {None}
    if part.words.clause.casefold().startswith(BESIDE):
        return False  # bán được 826 tỷ đồng trên giá gốc 392 tỷ đồng, thặng dư 434 tỷ đồng
    is_alike = part.unit == whole.unit and part.section == whole.section and len(times) < _FEWEST
    return is_alike and isinstance(part.value, Value) and part.value.magnitude > 0 and not part.breakdown
